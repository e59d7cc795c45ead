"""Latvian spelling; with the real dictionary where it is installed."""

import subprocess
from pathlib import Path

import pytest
from builders import make_guide, page, write_project

from guidebook.__main__ import main
from guidebook.adapters import spelling
from guidebook.adapters.disk import load_guide
from guidebook.adapters.spelling import changed_files, check_spelling, find_dictionary
from guidebook.diagnostics import Severity
from guidebook.parse.words import WORDS, key, known_keys, knows, misspelt, named, word_list
from guidebook.settings import SettingsError

A, B = "docs/lv/a.md", "docs/lv/b.md"
ROOT = Path(__file__).parent.parent
needs_dictionary = pytest.mark.skipif(find_dictionary(ROOT) is None, reason="chunspell or lv_LV is not installed")

SKIPPED = {
    "digits": "KA2 un 12kl un A1b",
    "capitals": "VIAA, PuMPuRS, CoVE, RAVEteam",
    "addresses": "zzz.lv, zzz@zzz.lv, <https://zzz.lv/zzzz>, `zzzz`",
    "italics": "*zzzz zzzz* un _zzzz_",
    "title": "“Zzzz zzzz”",
    "marks": '[@zzzz-2024 zzzz] {{ fact-zzzz }} [](ref:step-zzzz)[^zzzz]\n\n!!! zzzz "A"\n    a\n\n[^zzzz]: a',
    "English beside English": "aaa (partnerships for cooperation)",
    "one letter": "z un q",
}


def unknown(text: str, *known: str) -> list[str]:
    """What a speller that knows a few words says of a page."""
    [lapa] = [each for each in make_guide({A: page(f"# Aa\n\n{text}\n")}).pages if each.path == A]
    latvian = {"un", "a", "aa", "aaa"}.__contains__
    english = {"partnerships", "for", "cooperation"}.__contains__
    is_known = knows(known_keys(known), lambda word: latvian(word.lower()))
    return [word for word, _ in misspelt(lapa.prose, is_known, english)]


@pytest.mark.parametrize("text", SKIPPED.values(), ids=SKIPPED)
def test_names_codes_and_foreign_words_are_not_looked_at(text: str) -> None:
    assert unknown(text) == []


def test_a_compound_is_spelled_by_part() -> None:
    assert unknown("aa-zzzz un zzz-aa") == ["zzzz", "zzz"]


def test_an_english_word_alone_is_reported() -> None:
    assert unknown("aa cooperation un") == ["cooperation"]


def test_a_listed_word_covers_its_inflections_but_not_lost_diacritics() -> None:
    assert unknown("vebināram, vebināri, Vebināros", "vebinārs") == []
    assert unknown("vebinaram", "vebinārs") == ["vebinaram"]
    assert key("moduļa") == key("modulis")


def test_the_word_list_has_comments() -> None:
    assert list(word_list("# Vārdi\nčats\n\nKr # Krišjānis\n")) == ["čats", "Kr"]


def test_terms_and_sources_are_known_words() -> None:
    glossary = page('# G\n\n## Hakatons {#term-hakatons en="hackathon" forms="ideju talka"}\n\nTeksts.\n')
    files = {"docs/lv/glosarijs/index.md": glossary, "docs/sources.yml": "a-2024:\n  title: Zzz\n  authors: Qqq\n"}
    assert {"Hakatons", "hackathon", "talka", "Zzz", "Qqq"} <= set(named(make_guide(files), "lv"))


@needs_dictionary
def test_a_misspelt_word_has_its_place_and_suggestions(tmp_path: Path) -> None:
    files = {
        A: page("# Skola\n\nMūsu skoleni brauc.\n"),
        "docs/en/a.md": page("# School\n\nSkoleni.\n", title="School", description="About it."),
        WORDS: "",
    }
    root = write_project(tmp_path, files)
    english, said = check_spelling(root, load_guide(root))
    assert (str(said.at), said.code, said.severity) == (f"{A}:7:6", "SPELL001", Severity.WARNING)
    assert "Vai domājāt “skolēni”?" in said.hint
    assert str(english.at) == "docs/en/a.md:7:1"


@needs_dictionary
def test_english_may_be_british(tmp_path: Path) -> None:
    files = {
        "docs/en/a.md": page(
            "# Recognise colour\n\nThe centre organised a licence for Liepāja.\n",
            title="School",
            description="About it.",
        ),
        WORDS: "",
    }
    root = write_project(tmp_path, files)
    assert check_spelling(root, load_guide(root)) == []


@needs_dictionary
def test_the_head_of_a_page_is_spelled_too(tmp_path: Path) -> None:
    files = {A: page("# Skola\n").replace("description: ", "description: Skoleni brauc. "), WORDS: ""}
    [said] = check_spelling(root := write_project(tmp_path, files), load_guide(root))
    assert str(said.at) == f"{A}:3:1"


@needs_dictionary
def test_a_word_in_a_snippet_is_named_once_where_it_is_written(tmp_path: Path) -> None:
    body = page('# Skola\n\n--8<-- "c.md"\n')
    files = {A: body, B: body, "docs/snippets/c.md": "Mūsu skoleni brauc.\n", WORDS: ""}
    [said] = check_spelling(root := write_project(tmp_path, files), load_guide(root))
    assert str(said.at) == "docs/snippets/c.md:1:6"


@needs_dictionary
def test_only_changed_files_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {A: page("# Skoleni\n"), B: page("# Skola\n"), WORDS: ""}
    root = write_project(tmp_path, files)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")
    (root / B).write_text(page("# Skolenu\n"), "utf-8")
    assert changed_files(root, "HEAD") == {B}
    main(["check", "--root", str(root), "--changed", "HEAD", "--format", "github"])
    assert [row.split(",")[0] for row in capsys.readouterr().out.split("\n") if "SPELL" in row] == [
        f"::warning file={B}"
    ]


def test_an_unknown_base_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {A: page(), WORDS: ""})
    git(root, "init", "-q")
    with pytest.raises(SettingsError, match=r"--changed nekas"):
        changed_files(root, "nekas")
    assert main(["check", "--root", str(root), "--changed", "nekas"]) == 2
    assert "nekas" in capsys.readouterr().err


def test_without_a_dictionary_it_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "DICTIONARIES", ())
    [said] = check_spelling(root := write_project(tmp_path, {A: page("# Skoleni\n"), WORDS: ""}), load_guide(root))
    assert (said.code, said.severity) == ("SPELL000", Severity.INFO)


def test_a_project_without_a_word_list_is_not_checked(tmp_path: Path) -> None:
    root = write_project(tmp_path, {A: page("# Skoleni\n")})
    assert check_spelling(root, load_guide(root)) == []


def git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)
