"""The beginning of a new page, term, source or fact: valid, in its place, and every blank named by the gate."""

from pathlib import Path

import pytest
import yaml
from builders import config, write_project
from hypothesis import given
from hypothesis import strategies as st
from small_site import FACTS, GLOSSARY, PLAIN, SMALL_SITE, SOURCES

from guidebook.__main__ import main
from guidebook.adapters.disk import load_guide
from guidebook.checks import run
from guidebook.diagnostics import Severity
from guidebook.model import Guide
from guidebook.render.skeletons import alphabetic, name_of, offered, page_text, with_page

NAV = """\
nav:
  - index.md
  # Mobilitāte.
  - Mobilitāte:
      - mobilitate/istenosana.md  # Galvenā.
      - Cits nosaukums: mobilitate/cits.md

      # Beigas.
  - Par: [par/index.md]
"""
TERMS = """\
---
title: Glosārijs
description: Vārdi.
---
# Glosārijs

## Ābols {#term-abols}

Auglis.

## Klasteris {#term-klasteris}

Partneru grupa.

## Šūpoles {#term-supoles}

Tās šūpojas.

## Vecie vārdi

Te nav terminu.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, {**SMALL_SITE, "mkdocs.yml": config() + NAV})


def new(root: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--root", str(root)])


def read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def added(root: Path, before: Guide) -> list[str]:
    """What the gate says that it did not say before, as “code line”."""
    known = {(each.code, each.at.path, each.message) for each in run(before)}
    return [
        f"{each.code} {each.at.line}"
        for each in run(load_guide(root))
        if (each.code, each.at.path, each.message) not in known
    ]


# Pages.


def test_a_page_is_written_and_stands_in_the_navigation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = load_guide(root)
    assert new(root, "page", "mobilitate/jauna-lapa", "--title", "Jauna lapa") == 0
    assert read(root, "docs/lv/mobilitate/jauna-lapa.md") == (
        "---\ntitle: Jauna lapa\ndescription:\nprogramme:\naudience:\nreviewed:\nhandbooks:\n---\n\n# Jauna lapa\n"
    )
    line = "      - Cits nosaukums: mobilitate/cits.md\n"
    nav = NAV.replace(line, f"{line}      - mobilitate/jauna-lapa.md\n")
    assert read(root, "mkdocs.yml") == config() + nav
    assert added(root, before) == [*(f"META003 {line}" for line in range(3, 8)), "NEW001 10"]
    assert "docs/lv/mobilitate/jauna-lapa.md" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["cita/lapa", "lapa", "par/jauna"])
def test_a_line_that_cannot_be_put_in_safely_is_printed(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert new(root, "page", name, "--title", "Lapa") == 0
    assert read(root, "mkdocs.yml") == config() + NAV
    assert f"- {name}.md" in [line.strip() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", ["docs/lv/mobilitate/a.md", "lv/mobilitate/a", "mobilitate/a.md"])
def test_a_path_may_be_written_whole(root: Path, name: str) -> None:
    assert new(root, "page", name, "--title", "A") == 0
    assert (root / "docs/lv/mobilitate/a.md").is_file()


@pytest.mark.parametrize("title", ['KA2: "ideja" #1', "[x] *y* {z}", "- a", "2026", "jā", "true", "a # b", "C#", "'"])
def test_any_title_is_read_as_it_was_given(root: Path, title: str) -> None:
    assert new(root, "page", "mobilitate/a", "--title", title) == 0
    found = next(page for page in load_guide(root).pages if page.path == "docs/lv/mobilitate/a.md")
    assert (found.meta.title, found.title) == (title, title)


def test_a_title_is_one_line(root: Path) -> None:
    assert new(root, "page", "mobilitate/a", "--title", " Viens\n divi ") == 0
    assert read(root, "docs/lv/mobilitate/a.md").endswith("\n# Viens divi\n")


# Terms.


@pytest.mark.parametrize(
    ("title", "following"),
    [("Abava", "Ābols"), ("Čaula", "Klasteris"), ("Ķīlis", "Šūpoles"), ("Žurka", "Vecie vārdi")],
)
def test_a_term_stands_in_its_place(tmp_path: Path, title: str, following: str) -> None:
    root = write_project(tmp_path, {**SMALL_SITE, GLOSSARY: TERMS})
    before = load_guide(root)
    assert new(root, "term", "jauns", "--title", title) == 0
    entry = f'## {title} {{#term-jauns en=""}}\n\n'
    mark = f"## {following}"
    assert read(root, GLOSSARY) == TERMS.replace(mark, entry + mark)
    line = read(root, GLOSSARY).split(entry)[0].count("\n") + 1
    assert added(root, before) == [f"NEW002 {line}", f"TERM002 {line}", f"TERM003 {line}"]


def test_a_term_may_be_the_last(root: Path) -> None:
    before = read(root, GLOSSARY)
    assert new(root, "term", "term-zinasanas", "--title", "Zināšanas") == 0
    assert read(root, GLOSSARY) == f'{before}\n## Zināšanas {{#term-zinasanas en=""}}\n'


def test_the_latvian_alphabet() -> None:
    titles = "Ābols Adata Cedefop Centrs CoVE Čaula Ērglis eTwinning Galds Ģimene Ikdiena Īlens KA2 Kaķis Ķīlis".split()
    assert sorted(titles, key=alphabetic) == titles
    assert sorted(["Žurka", "Zaķis", "Šis", "Sols", "Ļoti", "Lapa", "Ņem", "Nams"], key=alphabetic) == (
        "Lapa Ļoti Nams Ņem Sols Šis Zaķis Žurka".split()
    )


def test_the_real_glossary_is_in_this_order() -> None:
    guide = load_guide(Path(__file__).parent.parent)
    titles = [term.title for term in guide.terms["lv"]]
    assert titles == sorted(titles, key=alphabetic)


# Sources and facts.


def test_a_source_is_appended(root: Path) -> None:
    guide, before = load_guide(root), read(root, SOURCES)
    assert new(root, "source", "source-viaa-2026", "--title", "Ziņa: viens") == 0
    text = read(root, SOURCES)
    assert text.startswith(f'{before}\nviaa-2026:\n  title: "Ziņa: viens"\n  authors:\n')
    start = before.count("\n") + 2
    assert added(root, guide) == [f"CIT002 {start}", *(f"META003 {start + row}" for row in range(2, 8))]


def test_a_fact_is_appended(root: Path) -> None:
    guide, before = load_guide(root), read(root, FACTS)
    assert new(root, "fact", "jauns-skaits") == 0
    assert (
        read(root, FACTS) == f"{before}\nfact-jauns-skaits:\n  value:\n  source:\n  place:\n  checked:\n  valid_for:\n"
    )
    start = before.count("\n") + 2
    assert added(root, guide) == [f"FACT002 {start}", *(f"META003 {start + row}" for row in range(1, 6))]


@pytest.mark.parametrize(("path", "kind"), [(SOURCES, "source"), (FACTS, "fact")])
@pytest.mark.parametrize("text", [None, "", "# Piezīme."])
def test_the_first_entry_of_a_file(tmp_path: Path, path: str, kind: str, text: str | None) -> None:
    root = write_project(tmp_path, {PLAIN: SMALL_SITE[PLAIN]} if text is None else {path: text})
    assert new(root, kind, "a", "--title", "A") == 0
    assert [key.removeprefix("fact-") for key in yaml.safe_load(read(root, path))] == ["a"]
    assert read(root, path).startswith(text or "")


# Refusals.

REFUSED = {
    "page in capitals": (["page", "Mobilitāte/Jaunā lapa", "--title", "A"], "“mobilitate/jauna-lapa”"),
    "page outside": (["page", "../a", "--title", "A"], "“"),
    "page from the root": (["page", "/etc/a", "--title", "A"], "“etc/a”"),
    "no name": (["page", "", "--title", "A"], "“sadala”"),
    "page that is there": (["page", "mobilitate/istenosana", "--title", "A"], "“mobilitate/istenosana-2”"),
    "page without a title": (["page", "mobilitate/a"], "--title"),
    "term in Latvian letters": (["term", "Darba vērošana", "--title", "A"], "“term-darba-verosana”"),
    "term that is there": (["term", "klasteris", "--title", "A"], "“term-klasteris-2”"),
    "term without a title": (["term", "a"], "--title"),
    "term with an empty title": (["term", "a", "--title", " "], "--title"),
    "retired term": (["term", "vecs", "--title", "A"], "“term-vecs-2”"),
    "source with an underscore": (["source", "viaa_2026"], "“viaa-2026”"),
    "source that is there": (["source", "vetlv-2024"], "“vetlv-2024-2”"),
    "fact in capitals": (["fact", "Fact-Skaits"], "“fact-skaits”"),
    "fact that is there": (["fact", "fact-cove-partneri"], "“fact-cove-partneri-2”"),
    "line break": (["source", "a\nb"], "“a-b”"),
}


@pytest.mark.parametrize(("arguments", "hint"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_says_why_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    (root / "docs/redirects.yml").write_text("term-vecs: term-klasteris\n", "utf-8")
    before = tree(root)
    assert new(root, *arguments) == 2
    printed = capsys.readouterr()
    assert hint in printed.err
    assert printed.out == ""
    assert tree(root) == before


@pytest.mark.parametrize(
    ("path", "text", "arguments"),
    [
        (SOURCES, "a: [\n", ["source", "b"]),
        (SOURCES, SMALL_SITE[SOURCES].replace("\n", "\r\n"), ["source", "b"]),
        (FACTS, "ā: 1\n".encode("cp1257"), ["fact", "b"]),
        (GLOSSARY, TERMS.encode("cp1257"), ["term", "b", "--title", "B"]),
    ],
)
def test_a_damaged_file_is_left_alone(tmp_path: Path, path: str, text: str | bytes, arguments: list[str]) -> None:
    root = write_project(tmp_path, {**SMALL_SITE, path: text})
    before = tree(root)
    assert new(root, *arguments) == 2
    assert tree(root) == before


def test_a_tree_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert new(write_project(tmp_path, {PLAIN: SMALL_SITE[PLAIN]}), "term", "a", "--title", "A") == 2


# The pure part.


@given(st.sampled_from(["page", "term", "source", "fact"]), st.text(), st.sets(st.text()))
def test_what_is_offered_is_valid_and_free(kind: str, text: str, taken: set[str]) -> None:
    name = name_of(kind, text)
    offer = offered(name, {*taken, name.ident})
    assert offer.is_valid
    assert offer.ident not in {*taken, name.ident}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])).map(str.strip).filter(bool))
def test_front_matter_of_a_new_page_can_be_read(title: str) -> None:
    matter = yaml.safe_load(page_text(title).split("---\n")[1])
    assert matter["title"] == title


@given(st.text(alphabet="-: a/b.md\n[]{}#nav"))
def test_a_navigation_is_never_spoiled(text: str) -> None:
    config_text = f"nav:\n  - A:\n      - a/c.md\n{text}"
    changed = with_page(config_text, "a/b.md")
    kept = [row for row in (changed or config_text).split("\n") if row.strip() != "- a/b.md"]
    assert kept == [row for row in config_text.split("\n") if row.strip() != "- a/b.md"]


@pytest.mark.parametrize("kind", ["page", "term", "source", "fact"])
def test_only_errors_or_what_is_unused(root: Path, kind: str) -> None:
    before = run(load_guide(root))
    assert new(root, kind, "mobilitate/a" if kind == "page" else "a", "--title", "A") == 0
    after = [each for each in run(load_guide(root)) if each not in before]
    assert any(each.severity is Severity.ERROR for each in after)
