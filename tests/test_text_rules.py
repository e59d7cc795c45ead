"""What the fixtures of the rules about text cannot show: hints, titles, facts, snippets and time."""

from time import process_time

import pytest
from builders import check, lines, make_guide, page

from guidebook.checks import RULES
from guidebook.parse.texts import text_of

NBSP = "\u00a0"
SIZE = 100_000
LIMIT = 2.0
"""Seconds for one rule over a page that is nothing but one fault; quadratic time takes ten times as long."""
TEXT_RULES = [rule for rule in RULES if rule.code.startswith(("TYPO", "TEXT"))]
UNITS = (
    "a ",
    '"',
    "“",
    "„",
    "1 ",
    "1-",
    "! ",
    " ",
    "— ",
    "| a ",
    "\n|---|",
    "\n!!!",
    "\n- [] a",
    "Ä",
    "`",
    "**",
    "a  b ",
)


def hint(text: str) -> str:
    [found] = check({"docs/lv/a.md": page(f"# Lapa\n\n{text}\n")})
    return found.hint


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('"eTwinning"', "“eTwinning”"),
        ("„eTwinning“", "“eTwinning”"),
        ("2018-2021", "“2018–2021”"),
        ("Atlase - solis", "“Atlase –”"),
        ("15%", f"“15{NBSP}%”"),
        ("5.lpp.", f"“5.{NBSP}lpp.”"),
        ("u.tml.", f"“u.{NBSP}tml.”"),
        ("28.11.2024.", f"“2024. gada 28.{NBSP}novembris”"),
        ("3.5 stundas", "“3,5”"),
        ("10000 skolu", f"“10{NBSP}000”"),
        ("un tā...", "“tā…”"),
    ],
)
def test_a_hint_shows_the_mended_text(wrong: str, right: str) -> None:
    assert right in hint(f"Ir {wrong}")


def test_titles_descriptions_and_facts_are_read_too() -> None:
    files = {
        "docs/lv/a.md": page("# Lapa\n\n{{ fact-a }}\n", title="Gadi 2018-2021", description="Pavisam 15%."),
        "docs/facts.yml": (
            "fact-a: {value: {lv: 3.5 stundas, en: 3.5 h}, source: s, place: p, checked: 2026-11-21, valid_for: 9}\n"
        ),
        "docs/sources.yml": "s: {title: S, authors: A}\n",
    }
    assert lines(check(files)) == ["TYPO009 docs/facts.yml:1", "TYPO003 docs/lv/a.md:2", "TYPO006 docs/lv/a.md:3"]


def test_english_pages_keep_english_typography() -> None:
    assert (
        check({"docs/en/a.md": page("# Page\n\nThe “label” costs 3.5 kg – 15% of 10,000 kg, on 28.11.2024.\n")}) == []
    )


def test_a_text_names_places_as_its_page_does() -> None:
    body = page('# Lapa\n\n- a\n\n    --8<-- "s.md"\n\nBeigas.\n')
    [read] = make_guide({"docs/lv/a.md": body, "docs/snippets/s.md": "Viens\n\nDivi\n"}).pages
    at = text_of(read).at
    assert [at(offset) for offset in range(len(read.text))] == [read.at(offset) for offset in range(len(read.text))]


@pytest.mark.parametrize("unit", UNITS)
def test_rules_take_linear_time(unit: str) -> None:
    rows = (unit * (19_000 // len(unit)) for _ in range(SIZE // 19_000))
    guide = make_guide({"docs/lv/a.md": page("# Lapa\n\n" + "\n".join(rows) + "\n")})
    for rule in TEXT_RULES:
        start = process_time()
        for _ in rule(guide):
            pass
        assert process_time() - start < LIMIT, rule.code
