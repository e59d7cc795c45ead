"""Folding and stemming: a word is one word in every case and number."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.latvian import fold, stem, stems

DECLENSIONS = """
mobilitāte mobilitātes mobilitātei mobilitāti mobilitātē mobilitāšu mobilitātēm mobilitātēs
kvalitāte kvalitātes kvalitātei kvalitāti kvalitātē kvalitāšu kvalitātēm kvalitātēs
partnerība partnerības partnerībai partnerību partnerībā partnerībām partnerībās
vērtēšana vērtēšanas vērtēšanai vērtēšanu vērtēšanā vērtēšanām vērtēšanās
akreditācija akreditācijas akreditācijai akreditāciju akreditācijā akreditācijām akreditācijās
skola skolas skolai skolu skolā skolām skolās
nodaļa nodaļas nodaļai nodaļu nodaļā nodaļām nodaļās
iestāde iestādes iestādei iestādi iestādē iestāžu iestādēm iestādēs
metode metodes metodei metodi metodē metožu metodēm metodēs
prasme prasmes prasmei prasmi prasmē prasmju prasmēm prasmēs
kompetence kompetences kompetencei kompetenci kompetencē kompetenču kompetencēm kompetencēs
atskaite atskaites atskaitei atskaiti atskaitē atskaitēm atskaitēs
pieredze pieredzes pieredzei pieredzi pieredzē pieredžu pieredzēm pieredzēs
klasteris klastera klasterim klasteri klasterī klasteru klasteriem klasterus klasteros
jaunietis jaunieša jaunietim jaunieti jaunietī jaunieši jauniešu jauniešiem jauniešus jauniešos
līmenis līmeņa līmenim līmeni līmenī līmeņi līmeņu līmeņiem līmeņus līmeņos
ceļvedis ceļveža ceļvedim ceļvedi ceļvedī ceļveži ceļvežu ceļvežiem ceļvežus ceļvežos
dalībnieks dalībnieka dalībniekam dalībnieku dalībniekā dalībnieki dalībniekiem dalībniekus dalībniekos
pieteikums pieteikuma pieteikumam pieteikumu pieteikumā pieteikumi pieteikumiem pieteikumus pieteikumos
līgums līguma līgumam līgumu līgumā līgumi līgumiem līgumus līgumos
skolēns skolēna skolēnam skolēnu skolēnā skolēni skolēniem skolēnus skolēnos
skolotājs skolotāja skolotājam skolotāju skolotājā skolotāji skolotājiem skolotājus skolotājos
kritērijs kritērija kritērijam kritēriju kritērijā kritēriji kritērijiem kritērijus kritērijos
mentors mentora mentoram mentoru mentorā mentori mentoriem mentorus mentoros
valsts valstij valsti valstī valstis valstu valstīm valstīs
"""
NOUNS = [line.split() for line in DECLENSIONS.strip().splitlines()]
DIFFERENT = """
skola skolēns, skola skolotājs, skola skolnieks, klase klasteris, partneris partnerība, dalība dalībnieks,
līgums līgava, prasme prasība, prasme prakse, vērtēšana vērtība, vērtēšana vērtētājs, pieteikums pieteikšanās,
iestāde iestāšanās, jaunietis jaunums, mentors mentorēšana, valsts valoda, projekts projektors, darbs darbība,
mobilitāte mobilizācija, kurss konkurss, novērtēšana vērtēšana, atskaite atskaņa, metode metāls, mērķis mērs
"""


@given(st.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ķekavas Šūpoles", "kekavas supoles"), ("ĀČĒĢĪĶĻŅŠŪŽ", "acegiklnsuz"), ("DigComp 3.0", "digcomp 3.0")],
)
def test_fold_takes_the_marks_off_latvian_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("forms", NOUNS, ids=lambda forms: forms[0])
def test_every_inflection_has_one_stem(forms: list[str]) -> None:
    assert {form: stem(form) for form in forms} == dict.fromkeys(forms, stem(forms[0]))


def test_different_nouns_have_different_stems() -> None:
    assert [(one[0], two[0]) for one, two in combinations(NOUNS, 2) if stem(one[0]) == stem(two[0])] == []


@pytest.mark.parametrize("pair", DIFFERENT.split(","), ids=str.strip)
def test_related_words_stay_apart(pair: str) -> None:
    one, two = pair.split()
    assert stem(one) != stem(two)


@pytest.mark.parametrize("word", ["ES", "KA2", "KA121", "un", "AiK"])
def test_short_words_and_codes_are_only_folded(word: str) -> None:
    assert stem(word) == fold(word)


@given(st.text())
def test_stems_never_raise_and_are_folded(text: str) -> None:
    assert all(fold(each) == each for each in stems(text))
