"""Names of things: one term for one thing, abbreviations that are explained, titles that differ."""

import re
from collections.abc import Iterator
from dataclasses import replace

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.latvian import stems
from guidebook.model import Guide, Page, Term
from guidebook.parse.terms import Match, TermFinder
from guidebook.parse.texts import text_of
from guidebook.parse.words import named

FEWEST_WORDS = 3
"""A shorter description says too little to be compared."""
_ABBREVIATION = re.compile(r"(?<![\w.+/@-])(?<!\*\[)[A-ZĀČĒĢĪĶĻŅŠŪŽ]{3,}(?![\w+/@-]|\.\w)")
NAMES = {"erasmus": "Erasmus+", "etwinning": "eTwinning", "digcomp": "DigComp", "pumpurs": "PuMPuRS"}
OTHER_FORMS = ("Erasmus", "pumpurs", "Pumpurs")
"""What means something else: the scholar, a bud."""
_PROGRAMME = re.compile(
    r"(?<![\w./@-])(?:(?P<erasmus>[Ee][Rr][Aa](?:[Ss]|[Zz])[Mm][Uu][Ss](?: ?\+| [Pp]lus\b)?)"
    r"|(?P<etwinning>[Ee]-?[Tt][Ww]inning)"
    r"|(?P<digcomp>[Dd][Ii][Gg][Cc][Oo][Mm][Pp])|(?P<pumpurs>P[Uu]MP[Uu]RS))(?![\w/@-]|\.\w)"
)
_OTHER = re.compile(r"[IVXLC]+|TODO|FIXME|TBD|TBA|TBC|XXX|HEAD|TOC")
"""Roman numbers, and what other rules report."""
_EXPLAINS = re.compile(r"agrāk|vecā|vecai|vecaj|nosaukum|sau[ck]|formerly|previously|old name|called", re.I)
QUOTED = ("“", "*", "_")
ABOUT_NAMES = ("avoti/", "redaktoriem/")
"""Pages that speak of what others write, and of how to write."""
_ASIDE = re.compile(r"\([^()\n]*\)")


@rule("TERM004", Severity.ERROR)
def doubled_term(guide: Guide) -> Iterator[Finding]:
    """Vienai lietai ir viens termins: angļu vārds, definīcija un citi nosaukumi neatkārtojas.

    Slikti: ## Kopa {#term-kopa en="cluster"}, ja glosārijā jau ir “Klasteris” ar en="cluster"
    Labi: ## Klasteris {#term-klasteris en="cluster" forms="kopa"}
    """
    for terms in guide.terms.values():
        first: dict[tuple[str, tuple[str, ...]], Term] = {}
        for term in terms:
            for key, what in _names(term):
                earlier = first.setdefault(key, term)
                if earlier.id != term.id:
                    yield Finding(
                        term.at,
                        f"terminam “{term.title}” ir {what}, kas jau ir terminam “{earlier.title}” ({earlier.at}).",
                        "Ja tā ir viena lieta, atstājiet vienu terminu un otru nosaukumu rakstiet tam pie “forms”.",
                    )
                    break


@rule("TERM005", Severity.WARNING)
def unexplained_abbreviation(guide: Guide) -> Iterator[Finding]:
    """Saīsinājums ir paskaidrots: glosārijā vai iekavās tajā pašā lapā.

    Slikti: Skola iesniedz ZKPD pārskatu.
    Labi: Skola iesniedz pārskatu (zinātnes kvalitātes pārbaudes dienests, ZKPD).
    """
    common = guide.words.union(*(named(guide, lang) for lang in guide.languages))
    for page in guide.pages:
        text = text_of(page)
        explained: set[str] | None = None
        for found in text.find(_ABBREVIATION):
            if found[0] in common or _OTHER.fullmatch(found[0]):
                continue
            explained = _explained(page) if explained is None else explained
            if found[0] not in explained:
                explained.add(found[0])  # Once a page.
                yield Finding(
                    text.at(found.start()),
                    f"saīsinājums “{found[0]}” nav paskaidrots.",
                    f"Rakstiet pilnu nosaukumu ({found[0]}) vai pierakstiet to glosārijā vai failā docs/words.txt.",
                )


@rule("TERM006", Severity.WARNING)
def misspelt_name(guide: Guide) -> Iterator[Finding]:
    """Programmas nosaukumu raksta tā, kā to raksta pati programma.

    Slikti: Erazmus+, Erasmus plus, E-twinning, Digcomp, PUMPURS
    Labi: Erasmus+, eTwinning, DigComp, PuMPuRS
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_PROGRAMME):
            right = NAMES[found.lastgroup or ""]
            if found[0] not in (right, *OTHER_FORMS):
                yield Finding(text.at(found.start()), f"programmas nosaukums “{found[0]}”.", f"Rakstiet “{right}”.")


@rule("TERM007", Severity.WARNING)
def avoided_name(guide: Guide) -> Iterator[Finding]:
    """Vienu lietu visur sauc vienā vārdā; citu nosaukumu piemin tikai, lai to paskaidrotu.

    Slikti: Datus ievadiet sistēmā Mobility Tool+.
    Labi: Datus ievadiet Beneficiary Module (agrāk Mobility Tool+).
    """
    for lang in guide.languages:
        terms = guide.terms[lang] or guide.terms[guide.languages[0]]
        finder = TermFinder(replace(term, title=name, forms=()) for term in terms for name in term.avoided)
        glossaries = {term.page.path for term in terms}
        for page in guide.pages_in(lang):
            if page.path in glossaries or page.slug.startswith(ABOUT_NAMES):
                continue
            for match in finder.find(page.prose):
                if not _is_explained(page, match):
                    right = next(term.title for term in terms if term.id == match.term.id)
                    yield Finding(
                        page.at(match.start),
                        f"nosaukuma “{page.text[match.start : match.end]}” vietā šajā vietnē lieto “{right}”.",
                        f"Rakstiet “{right}”; ja lasītājam jāzina arī otrs: “{right} (saukts arī {match.term.title})”.",
                    )


@rule("META007", Severity.WARNING)
def doubled_title(guide: Guide) -> Iterator[Finding]:
    """Katrai lapai ir savs apraksts: pēc tā meklētājs lapas atšķir.

    Slikti: divas lapas ar “description: Kā izvēlēties dalībniekus.”
    Labi: katrai lapai savs teikums.
    """
    for lang in guide.languages:
        first: dict[str, Page] = {}
        for page in guide.pages_in(lang):
            earlier = first.setdefault(page.meta.description, page)
            if earlier is not page and len(page.meta.description.split()) >= FEWEST_WORDS:
                yield Finding(
                    page.meta.lines["description"],
                    f"tāds pats apraksts ir lapai {earlier.path}.",
                    "Pasakiet, kas ir tieši šajā lapā.",
                )


def _is_explained(page: Page, match: Match) -> bool:
    """Whether the line says that the name is another one, or the name is quoted."""
    start = page.text.rfind("\n", 0, match.start) + 1
    line = page.text[start:].partition("\n")[0]
    return bool(_EXPLAINS.search(line)) or page.text[match.start - 1 : match.start] in QUOTED


def _names(term: Term) -> Iterator[tuple[tuple[str, tuple[str, ...]], str]]:
    """What no other term may have, and what that is called."""
    if term.english:
        yield ("en", stems(term.english)), f"angļu vārds “{term.english}”"
    for name in (_ASIDE.sub("", term.title), *term.forms):
        yield ("name", stems(name)), f"nosaukums “{name.strip()}”"
    if term.definition:
        yield ("definition", stems(term.definition)), "definīcija"


def _explained(page: Page) -> set[str]:
    """Abbreviations in parentheses, and those with their full name in parentheses behind them."""
    parts = [
        part.strip(" *_“”") for aside in _ASIDE.finditer(page.prose) for part in re.split("[,;–:]", aside[0][1:-1])
    ]
    before = re.findall(rf"{_ABBREVIATION.pattern}(?=[”*_]* \()", page.prose)
    return {*(word for part in parts for word in part.split()[-1:] + part.split()[:1]), *before}


RULES = (doubled_term, unexplained_abbreviation, misspelt_name, avoided_name, doubled_title)
