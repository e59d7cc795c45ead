"""Where words break at the end of a line in handbooks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.handbook.breaks import STARTS
from guidebook.render.handbook.hyphenation import SOFT_HYPHEN, hyphenate, hyphenated

ROWS = (Path(__file__).parent / "hyphenation.txt").read_text("utf-8").splitlines()
WORDS = [row for row in ROWS if row and not row.startswith("#")]


def broken(text: str, lang: str = "lv") -> str:
    [block] = hyphenated([{"t": "para", "body": [text]}], lang)
    return block["body"][0].replace(SOFT_HYPHEN, "-")


def test_words_of_the_field_break_where_a_reader_expects() -> None:
    assert len(WORDS) >= 200
    wrong = [(word, broken(word.replace("-", ""))) for word in WORDS if broken(word.replace("-", "")) != word]
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["VIDZEME", "SELFIEforTEACHERS", "learning", "workshop", "www.projektu.lv/atbalsts", "a@skolotaji.lv"]
)
def test_names_addresses_and_english_stay_whole(text: str) -> None:
    assert broken(text) == text


def test_short_words_and_both_ends_of_a_word_stay_whole() -> None:
    assert broken("skola skolas atzīt") == "skola skolas atzīt"
    for word in WORDS:
        first, *_, last = word.split("-") if "-" in word else (word, word)
        assert min(len(first), len(last)) >= 3, word


def test_a_capital_at_the_beginning_changes_nothing() -> None:
    assert broken("Starptautiskā") == "Starp-tau-tiskā"


def test_english_books_break_as_english() -> None:
    assert broken("recognition", "en") == "recog-ni-tion"


def test_text_in_another_language_breaks_by_its_own_rules() -> None:
    block = {"t": "para", "body": [{"t": "lang", "lang": "en", "body": ["recognition"]}]}
    [made] = hyphenated([block], "lv")
    assert made["body"][0]["body"] == [hyphenate("recognition", "en")]
    unknown = {"t": "para", "body": [{"t": "lang", "lang": "fi", "body": ["koulutuskuntayhtymä"]}]}
    assert hyphenated([unknown], "lv") == [unknown]


@pytest.mark.parametrize("kind", ["heading", "code", "figure"])
def test_headings_code_and_drawings_stay_whole(kind: str) -> None:
    block = {"t": kind, "id": "a", "body": ["Starptautiskā"], "text": "starptautiskā", "alt": "Starptautiskā"}
    assert hyphenated([block], "lv") == [block]


def test_every_beginning_is_written_once() -> None:
    plain = [entry.replace("-", "") for entry in STARTS.split()]
    assert len(plain) == len(set(plain))


@given(st.text(alphabet="abcdeāčdzēgģiīkļmnņoprsštuūvzž -/.1A", max_size=40), st.sampled_from(["lv", "en"]))
def test_soft_hyphens_change_no_letter(text: str, lang: str) -> None:
    [block] = hyphenated([{"t": "para", "body": [text]}], lang)
    assert block["body"][0].replace(SOFT_HYPHEN, "") == text
