"""Damaged files: each damage gives one clear diagnostic at its line, and nothing else changes."""

from dataclasses import dataclass

import pytest
from builders import check, lines, make_guide, page
from small_site import CHECKLIST, FACTS, GLOSSARY, PLAIN, SMALL_SITE, SNIPPET, SOURCES, STAGE, changed

SECOND = "docs/lv/par/otra.md"
SECOND_FAULT = "REF001 docs/lv/par/otra.md:7"
MEGABYTE = "a" * 1_000_000


@dataclass(frozen=True)
class Damage:
    """A damaged file of the small site and what the gate says about it."""

    path: str
    content: str | bytes
    expected: str
    """Code and line."""


def swap(path: str, old: str, new: str, expected: str) -> Damage:
    return Damage(path, changed(path, old, new)[path], expected)


def encoded(path: str, encoding: str, expected: str) -> Damage:
    return Damage(path, SMALL_SITE[path].encode(encoding), expected)


def with_bytes(path: str, old: str, new: bytes, expected: str) -> Damage:
    return Damage(path, SMALL_SITE[path].encode().replace(old.encode(), new, 1), expected)


def windows(path: str) -> Damage:
    return Damage(path, SMALL_SITE[path].replace("\n", "\r\n"), "FILE003 1")


YAML = {
    "page: colon in a value": swap(PLAIN, "title: Lapa", "title: Lapa: par", "META001 2"),
    "page: open quote": swap(PLAIN, "title: Lapa", 'title: "Lapa', "META001 2"),
    "page: open bracket": swap(STAGE, "audience: [koordinators, vecāki]", "audience: [koordinators", "META001 5"),
    "page: line without a colon": swap(PLAIN, "description: Par lapu.", "description Par lapu.", "META001 3"),
    "page: control sign": swap(PLAIN, "Par lapu.", "Par \x07 lapu.", "META001 3"),
    "page: not closed": Damage(PLAIN, "---\ntitle: A\ndescription: B.\n\n# Par vietni\n", "META001 1"),
    "page: stage": swap(STAGE, "title: Lapa", "title: Lapa: par", "META001 2"),
    "page: checklist": swap(CHECKLIST, "title: Lapa", "title: Lapa: par", "META001 2"),
    "page: glossary": swap(GLOSSARY, "title: Lapa", "title: Lapa: par", "META001 2"),
    "sources: colon in a value": swap(SOURCES, "Vadlīnijas", "Vadlīnijas: otrās", "META001 2"),
    "sources: open quote": swap(SOURCES, "Vadlīnijas", '"Vadlīnijas', "META001 2"),
    "sources: indentation": swap(SOURCES, "  authors", "   authors", "META001 3"),
    "facts: colon in a value": swap(FACTS, "2. nodaļa", "2. nodaļa: partneri", "META001 4"),
    "facts: open braces": swap(FACTS, "at least eight partners}", "at least eight partners", "META001 2"),
    "facts: at sign": swap(FACTS, "jspa-2023", "@jspa-2023", "META001 3"),
}
TYPES = {
    "page: list for text": swap(PLAIN, "title: Lapa", "title: [Lapa]", "META003 2"),
    "page: number for text": swap(PLAIN, "title: Lapa", "title: 2026", "META003 2"),
    "page: nothing for text": swap(PLAIN, "title: Lapa", "title:", "META003 2"),
    "page: mapping for list": swap(STAGE, "[koordinators, vecāki]", "{koordinators: vecāki}", "META003 5"),
    "page: number in list": swap(STAGE, "[koordinators, vecāki]", "[koordinators, 7]", "META003 5"),
    "page: word for date": swap(STAGE, "2026-11-21", "vakar", "META003 6"),
    "page: no such day": swap(STAGE, "2026-11-21", "2026-02-30", "META003 6"),
    "page: time for date": swap(STAGE, "2026-11-21", "2026-11-21 10:00:00", "META003 6"),
    "page: list for programme": swap(STAGE, "programme: mobilitate", "programme: [mobilitate]", "META003 4"),
    "page: front matter is a list": Damage(PLAIN, "---\n- title\n- description\n---\n# Par vietni\n", "META003 1"),
    "page: front matter is a word": Damage(PLAIN, "---\nlapa\n---\n# Par vietni\n", "META003 1"),
    "page: empty front matter": Damage(PLAIN, "---\n---\n# Par vietni\n", "META004 1"),
    "page: no front matter": Damage(PLAIN, "# Par vietni\n", "META004 1"),
    "page: number for checklist": swap(CHECKLIST, "[step-atlase]", "5", "META003 4"),
    "sources: word for year": swap(SOURCES, "2024\n", "pērn\n", "META003 4"),
    "sources: word for record": swap(SOURCES, "\n  title: CoVE rokasgrāmata", " CoVE rokasgrāmata", "META003 5"),
    "sources: a list": Damage(SOURCES, "- vetlv-2024\n- jspa-2023\n", "META003 1"),
    "sources: a word": Damage(SOURCES, "avoti\n", "META003 1"),
    "facts: word for date": swap(FACTS, "2026-11-21", "vakar", "META003 5"),
    "facts: days below one": swap(FACTS, "365", "0", "META003 6"),
    "facts: yes for value": swap(
        FACTS, "{lv: vismaz astoņi partneri, en: at least eight partners}", "yes", "META003 2"
    ),
    "facts: number for source": swap(FACTS, "jspa-2023", "2023", "META003 3"),
    "facts: a list": Damage(FACTS, "- fact-cove-partneri\n", "META003 1"),
}
BYTES = {
    "page: one wrong byte": with_bytes(PLAIN, "Šī vietne", b"\xd0\xee vietne", "FILE001 7"),
    "page: Windows letters": encoded(PLAIN, "cp1257", "FILE001 7"),
    "page: Windows letters everywhere": encoded(STAGE, "cp1257", "FILE001 5"),
    "page: UTF-16": encoded(PLAIN, "utf-16", "FILE001 1"),
    "glossary: Windows letters": with_bytes(GLOSSARY, "Glosārijs", b"Glos\xe2rijs", "FILE001 5"),
    "snippet: wrong byte": with_bytes(SNIPPET, "novembrī", b"novembr\xee", "FILE001 1"),
    "sources: Windows letters": encoded(SOURCES, "cp1257", "FILE001 2"),
    "facts: Windows letters": encoded(FACTS, "cp1257", "FILE001 2"),
    **{f"BOM: {path}": encoded(path, "utf-8-sig", "FILE002 1") for path in (PLAIN, STAGE, SOURCES, FACTS, SNIPPET)},
    **{f"CRLF: {path}": windows(path) for path in (PLAIN, STAGE, GLOSSARY, SOURCES, FACTS, SNIPPET)},
    "one CRLF": swap(PLAIN, "skolām.\n", "skolām.\r\n", "FILE003 7"),
    "page: tab": swap(PLAIN, "Šī vietne", "Šī\tvietne", "FILE004 7"),
    "page: tab before an item": swap(STAGE, "- [ ] Runājiet", "\t- [ ] Runājiet", "FILE004 17"),
    "page: tab in front matter": swap(PLAIN, "title: ", "title:\t", "FILE004 2"),
    "sources: tab in a value": swap(SOURCES, "VET LV Team", "VET LV\tTeam", "FILE004 3"),
    "sources: tab as indentation": swap(SOURCES, "  authors", "\tauthors", "FILE004 3"),
    "facts: tab as indentation": swap(FACTS, "  place", "\tplace", "FILE004 4"),
}
SIZES = {
    "empty page": Damage(PLAIN, "", "FILE007 1"),
    "blank page": Damage(PLAIN, " \n\n \n", "FILE007 1"),
    "unclosed fence": swap(PLAIN, "Šī vietne", "```\nŠī vietne", "FILE005 7"),
    "unclosed fence at the end": Damage(PLAIN, SMALL_SITE[PLAIN] + "\n```\n", "FILE005 13"),
    "unclosed fence before items": swap(STAGE, "Pretendentus", "~~~ md\nPretendentus", "FILE005 14"),
    "unclosed fence in a snippet": swap(SNIPPET, "Rakstīts", "```\nRakstīts", "FILE005 1"),
    "long line": swap(PLAIN, "Šī vietne", MEGABYTE, "FILE006 7"),
    "long line of Latvian words": swap(PLAIN, "Šī vietne", "ā b " * 250_000, "FILE006 7"),
    "long line in front matter": swap(PLAIN, "Par lapu.", MEGABYTE, "FILE006 3"),
    "long line in sources": swap(SOURCES, "Vadlīnijas", MEGABYTE, "FILE006 2"),
    "long line in facts": swap(FACTS, "2. nodaļa", MEGABYTE, "FILE006 4"),
}
TWICE = {
    "term": swap(GLOSSARY, "grupa.\n", "grupa.\n\n## Klastrs {#term-klasteris}\n\nGrupa.\n", "ID001 11"),
    "source": Damage(SOURCES, SMALL_SITE[SOURCES] + "vetlv-2024:\n  title: Otrreiz\n", "ID001 7"),
    "fact": Damage(FACTS, SMALL_SITE[FACTS] * 2, "ID001 7"),
    "item": swap(STAGE, "#item-vecaki", "#item-izsludinasana", "ID001 17"),
    "key": swap(PLAIN, "title: Lapa\n", "title: Lapa\ntitle: Cita\n", "META006 3"),
    "key of a source": swap(SOURCES, "  year: 2024\n", "  year: 2024\n  year: 2025\n", "META006 5"),
}
DAMAGES = {**YAML, **TYPES, **BYTES, **SIZES, **{f"twice: {name}": each for name, each in TWICE.items()}}


def said(files: dict[str, str | bytes], path: str) -> list[str]:
    """What the gate says, the damaged file's own diagnostics as “META001 2”."""
    return [row.replace(f" {path}:", " ") for row in lines(check(files))]


def test_the_small_site_has_no_faults() -> None:
    assert lines(check(SMALL_SITE)) == []


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_one_damage_is_one_diagnostic(damage: Damage) -> None:
    assert said({**SMALL_SITE, damage.path: damage.content}, damage.path) == [damage.expected]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_another_fault_is_still_reported(damage: Damage) -> None:
    second = page("# Otra\n\n[nekur](ref:step-nekur)\n")
    assert SECOND_FAULT in said({**SMALL_SITE, damage.path: damage.content, SECOND: second}, damage.path)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_every_diagnostic_says_what_to_do(damage: Damage) -> None:
    for diagnostic in check({**SMALL_SITE, damage.path: damage.content}):
        assert diagnostic.message
        assert diagnostic.hint
        assert len(diagnostic.message + diagnostic.hint) < 600


def include(name: str) -> str:
    return f'--8<-- "{name}.md"\n'


LOOPS = {
    "itself": ({"a": f"Viens.\n\n{include('a')}"}, "docs/snippets/a.md:3"),
    "two": ({"a": include("b"), "b": include("a")}, "docs/snippets/b.md:1"),
    "three": ({"a": include("b"), "b": include("c"), "c": f"Trīs.\n{include('a')}"}, "docs/snippets/c.md:2"),
    "further down": ({"a": include("b"), "b": f"Divi.\n{include('b')}"}, "docs/snippets/b.md:2"),
}


@pytest.mark.parametrize(("snippets", "at"), LOOPS.values(), ids=LOOPS)
def test_a_loop_of_snippets_is_one_diagnostic(snippets: dict[str, str], at: str) -> None:
    files = {f"docs/snippets/{name}.md": text for name, text in snippets.items()}
    pages = {f"docs/lv/{name}.md": page(f"# Lapa\n\n{include('a')}\nBeigas.\n") for name in ("viens", "divi")}
    assert lines(check({**files, **pages})) == [f"SNIP002 {at}"]
    assert all("Beigas." in each.text for each in make_guide({**files, **pages}).pages)


def test_a_loop_entered_at_two_members_is_one_diagnostic() -> None:
    files = {"docs/snippets/a.md": include("b"), "docs/snippets/b.md": include("a")}
    pages = {f"docs/lv/{name}.md": page(f"# Lapa\n\n{include(name)}") for name in "ab"}
    assert lines(check({**files, **pages})) == ["SNIP002 docs/snippets/b.md:1"]


@pytest.mark.parametrize("holders", [("a", "b"), ("a", "a")])
def test_an_id_in_a_snippet_put_in_twice_names_the_pages(holders: tuple[str, str]) -> None:
    bodies = {name: f"# Lapa\n\n{include('s') * holders.count(name)}" for name in holders}
    files = {f"docs/lv/{name}.md": page(body) for name, body in bodies.items()}
    [found] = check({**files, "docs/snippets/s.md": "## Solis {#step-a}\n\n"})
    assert (found.code, found.at.path) == ("ID001", "docs/snippets/s.md")
    assert all(f"docs/lv/{name}.md" in found.message for name in holders)


def test_a_snippet_used_twice_is_no_loop() -> None:
    files = {"docs/snippets/a.md": "Viens.\n", "docs/lv/a.md": page(f"# Lapa\n\n{include('a')}\n{include('a')}")}
    assert check(files) == []


def without(path: str) -> dict[str, str | bytes]:
    return {each: content for each, content in SMALL_SITE.items() if each != path}


@pytest.mark.parametrize("path", [SOURCES, FACTS])
@pytest.mark.parametrize("missing", [True, False], ids=["missing", "empty"])
def test_a_missing_or_empty_data_file_is_one_diagnostic(path: str, missing: bool) -> None:
    found = check(without(path) if missing else {**SMALL_SITE, path: ""})
    assert len(found) == 1, lines(found)
    assert path in f"{found[0].at} {found[0].message} {found[0].hint}"


def test_a_page_of_front_matter_only_is_one_diagnostic() -> None:
    assert [each.at.path for each in check({**SMALL_SITE, PLAIN: page("")})] == [PLAIN]


def test_a_tree_without_any_content_has_no_traceback() -> None:
    assert check({}) == []
    assert make_guide({"docs/lv/attels.svg": b"\xff"}).pages == ()
