"""Shared passages: put in where they are named, with the lines of their own file."""

import pytest
from builders import BODY, check, make_guide, only_page, page, place

REF = "[solis](ref:step-atlase)"
SNIPPETS = {
    "docs/snippets/viens.md": f"Pirmā rinda.\nOtrā {REF}.\n",
    "docs/snippets/en/viens.md": "First line.\n",
    "docs/snippets/ara.md": 'Sākums.\n\n--8<-- "viens.md"\n\nBeigas.\n',
}
VIENS = '--8<-- "viens.md"'


def test_a_snippet_keeps_its_own_lines_and_moves_no_others() -> None:
    text = page(f"# Lapa\n\n{VIENS}\n\nAiz tā {REF}.\n")
    inside, behind = only_page({"docs/lv/a.md": text, **SNIPPETS}).mentions
    assert str(inside.at) == "docs/snippets/viens.md:2:6"
    assert (behind.at.path, behind.at.line, behind.at.column) == ("docs/lv/a.md", *place(text, REF))


@pytest.mark.parametrize("before", ["- viens\n\n    ", '!!! tip "A"\n    ', "1. viens\n    - divi\n\n        "])
def test_an_indented_snippet(before: str) -> None:
    read = only_page({"docs/lv/a.md": page(f"# Lapa\n\n{before}{VIENS}\n"), **SNIPPETS})
    [mention] = read.mentions
    assert str(mention.at) == "docs/snippets/viens.md:2:6"
    assert read.text[mention.start : mention.end] == REF


def test_a_snippet_in_a_snippet() -> None:
    read = only_page({"docs/lv/a.md": page('# Lapa\n\n--8<-- "ara.md"\n'), **SNIPPETS})
    assert read.text.split() == f"# Lapa Sākums. Pirmā rinda. Otrā {REF}. Beigas.".split()
    assert str(read.mentions[0].at) == "docs/snippets/viens.md:2:6"
    assert read.snippets == ("docs/snippets/ara.md", "docs/snippets/viens.md")


def test_a_page_takes_the_snippet_of_its_own_language() -> None:
    body = page(f"# Lapa\n\n{VIENS}\n")
    lv, en = make_guide({"docs/lv/a.md": body, "docs/en/a.md": body, **SNIPPETS}).pages
    assert "Pirmā" in lv.text
    assert "First" in en.text
    assert "Pirmā" not in en.text


def test_a_snippet_with_the_same_name_can_hold_the_shared_one() -> None:
    shared = {"docs/snippets/lv/viens.md": "Latviski.\n", "docs/snippets/en/cits.md": VIENS + "\n"}
    read = only_page({"docs/lv/a.md": page(f"# Lapa\n\n{VIENS}\n"), **SNIPPETS, **shared})
    assert "Latviski." in read.text


@pytest.mark.parametrize("body", [f"```\n{VIENS}\n```", f"~~~\n```\n{VIENS}\n```\n~~~", f"Raksta tā: `{VIENS}`."])
def test_a_snippet_mark_shown_as_code_is_left_alone(body: str) -> None:
    assert VIENS in only_page({"docs/lv/a.md": page(f"# Lapa\n\n{body}\n"), **SNIPPETS}).text


@pytest.mark.parametrize("before", ["```\nkods\n```", "```kods``` rindas sākumā", "> ```\n> kods"])
def test_a_snippet_after_code(before: str) -> None:
    assert VIENS not in only_page({"docs/lv/a.md": page(f"# Lapa\n\n{before}\n\n{VIENS}\n"), **SNIPPETS}).text


def test_an_unknown_snippet_is_reported_at_its_name() -> None:
    [found] = check({"docs/lv/a.md": page('# Lapa\n\n    --8<-- "vien.md"\n'), **SNIPPETS})
    assert (found.code, found.at.line, found.at.column) == ("SNIP001", BODY + 2, 13)
    assert "viens.md" in found.hint
