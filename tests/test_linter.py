"""rumdl's findings in our words; with the real rumdl where it is installed."""

import tomllib
from pathlib import Path

import pytest
from builders import BODY, page, write_project

from guidebook.adapters import linter
from guidebook.adapters.disk import load_guide
from guidebook.adapters.linter import CONFIG, find_program, lint
from guidebook.adapters.markdown_rules import LINTS
from guidebook.diagnostics import Severity
from guidebook.settings import SettingsError

ROOT = Path(__file__).parent.parent
RULES = (ROOT / CONFIG).read_text("utf-8")
A = "docs/lv/a.md"
needs_rumdl = pytest.mark.skipif(find_program() is None, reason="rumdl is not installed")

BAD = {
    "sub-item with two spaces": ("- a\n  - b\n  - c\n", ["MD007 2:1"]),
    "sub-items on two levels": ("- a\n    - b\n      - c\n", ["MD007 3:1"]),
    "trailing space": ("Šūpoles \n", ["MD009 1:8"]),
    "reversed link": ("Šūpoles (b)[b.md].\n", ["MD011 1:9"]),
    "many blank lines": ("a\n\n\n\nb\n", ["MD012 3:1"]),
    "no space after #": ("##B\n", ["MD018 1:3"]),
    "heading between texts": ("a\n## B\nc\n", ["MD022 2:1", "MD022 2:1"]),
    "indented heading": (" ## B\n", ["MD023 1:1"]),
    "spaces in a quotation": (">   a\n", ["MD027 1:3"]),
    "stars across the page": ("a\n\n***\n\nb\n", ["MD035 3:1"]),
    "bold heading": ("**Kā sākt**\n\na\n", ["MD036 1:1"]),
    "code of no kind": ("```\na\n```\n", ["MD040 1:1"]),
    "tildes": ("~~~text\na\n~~~\n", ["MD048 1:1", "MD048 3:1"]),
    "underscores": ("A _b_ c\n", ["MD049 1:3"]),
    "two underscores": ("A __b__ c\n", ["MD050 1:3"]),
    "divided quotation": ("> a\n\n> b\n", ["MD028 2:1"]),
    "numbers": ("1. a\n2. b\n4. c\n", ["MD029 3:1"]),
    "code without blank lines": ("a\n```text\nb\n```\nc\n", ["MD031 2:1", "MD031 4:1"]),
    "list below text": ("Šūpoles:\n- a\n- b\n", ["MD032 2:1"]),
    "bare address": ("Šūpoles: https://example.org.\n", ["MD034 1:10"]),
    "space between the parts of a link": ("[b] (https://example.org)\n", ["MD034 1:6"]),
    "spaces in emphasis": ("Šūpoles ** b ** c\n", ["MD037 1:9"]),
    "spaces in a link's text": ("[ b ](b.md)\n", ["MD039 1:1"]),
    "no address": ("[b]()\n", ["MD042 1:1"]),
    "no line end": ("a", ["MD047 1:2"]),
    "table below text": ("a\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["MD058 2:1"]),
    "heading below a table": ("| a | b |\n|---|---|\n| 1 | 2 |\n## B\n\nc\n", ["MD058 3:10"]),
    "footnote without text": ("a[^b]\n", ["MD066 1:2"]),
    "footnote without a sign": ("[^b]: c\n", ["MD066 1:1"]),
    "two markers": ("- - a\n- b\n", ["MD069 1:1"]),
    "table without a head": ("| a | b |\n| 1 | 2 |\n", ["MD075 1:1"]),
    "blank line in a table": ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n", ["MD075 5:1"]),
    "continuation with two spaces": ("- a\n\n  b\n", ["MD077 3:1"]),
    "unclosed comment": ("<!-- a\n", ["MD086 1:1"]),
    "closed heading": ("## B ##\n", ["MD003 1:1"]),
    "stars": ("* a\n", ["MD004 1:1"]),
    "uneven points": ("- a\n - b\n", ["MD005 2:1"]),
    "spaces after #": ("##  B\n", ["MD019 1:3"]),
    "heading with a full stop": ("## B.\n", ["MD026 1:5"]),
    "spaces after a list sign": ("-  a\n", ["MD030 1:2"]),
    "spaces in code": ("A `b ` c\n", ["MD038 1:3"]),
    "address that nothing uses": ("[b]: b.md\n", ["MD053 1:1"]),
    "row without its last bar": ("| a | b |\n|---|---|\n| 1 | 2\n", ["MD055 3:1"]),
    "spaces around an address": ("[b]( b.md )\n", ["MD062 1:1"]),
    "empty footnote": ("a[^b]\n\n[^b]:\n", ["MD068 3:1"]),
    "blank line between some points": ("- a\n\n- b\n- c\n", ["MD076 2:1"]),
    "indented continuation": ("a\n  b\n", ["MD085 2:1"]),
    "foreign letter in an address": ("[a](https://ex\u0430mple.org)\n", ["MD095 1:15"]),
    "merge conflict": ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n", ["MD092 1:1"]),
}
CLEAN = {
    "our marks": '[](ref:step-b) [b](ref:step-b) [@vetlv-2024 4.1. nodaļa] [@lcs-2023] {{ fact-b }}\n\n--8<-- "b.md"\n',
    "ids and items": '## B {#step-b}\n\n- [ ] C. {#item-c who="vecāki" when="regulāri"}\n- [ ] D. {#item-d}\n',
    "admonitions": '!!! tip "B"\n    c\n\n    - d\n        - e\n\n??? note "F"\n\n    1. g\n\n        h\n\n    2. i\n',
    "years": "2026\\. gadā.\n\nTeksts līdz\n2026. gadam.\n",
    "lists": "3. a\n4. b\n    - c\n        - d\n\n    > e\n",
    "a heading in an item": "- a\n\n    ## B\n\n    c\n",
    "an item indented more": "- a\n      - b\n",
    "addresses": "<https://example.org> `https://example.org` [https://a.lv](https://a.lv) www.example.org\n",
    "brackets beside brackets": "Skola (Liepājā)[@vetlv-2024 1. nodaļa] un (Rīgā)[^a].\n\n[^a]: B.\n",
    "multiplication": "2 * 3 * 4, a_b_c, *b* un **c**\n",
    "code": "Kods `<!--`.\n\n```text\n##b\n- c\n  - d\n(e)[f]\n```\n",
    "tables": "| a | b |\n|---|---|\n| `c|d` | e \\| f |\n",
    "definitions": "B\n:   C\n\n    - d\n\nE[^f].\n\n[^f]: G\n    h.\n",
    "comments": "<!-- a\n- b\nc -->\n\nd <!-- e --> f\n",
    "a link to the top": "[b](#)\n",
}


def project(root: Path, body: str, rules: str = RULES) -> Path:
    return write_project(root, {A: page(body), CONFIG: rules})


def found(root: Path) -> list[str]:
    return [f"{each.code} {each.at.line - BODY + 1 - 2}:{each.at.column}" for each in lint(root, load_guide(root))]


def test_the_config_lists_the_rules_of_the_table() -> None:
    config = tomllib.loads(RULES)
    assert config["global"]["enable"] == [each.code for each in LINTS]


@pytest.mark.parametrize("rule", LINTS, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_a_bad_and_a_good_example(rule: linter.Lint) -> None:
    rows = rule.explanation.split("\n")
    assert rows[0].endswith(".")
    assert [row.partition(":")[0] for row in rows[1:]] == ["", "Slikti", "Labi"]
    assert rule.cases


@needs_rumdl
@pytest.mark.parametrize(("body", "expected"), BAD.values(), ids=BAD)
def test_a_fault_is_named_once_at_its_place(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert found(project(tmp_path, f"# A\n\n{body}")) == expected


def test_every_rule_has_a_bad_case() -> None:
    assert {place.split()[0] for _, expected in BAD.values() for place in expected} == {each.code for each in LINTS}


@needs_rumdl
@pytest.mark.parametrize("body", CLEAN.values(), ids=CLEAN)
def test_a_near_miss_is_clean(tmp_path: Path, body: str) -> None:
    assert found(project(tmp_path, f"# A\n\n{body}")) == []


@needs_rumdl
def test_the_words_quote_what_was_found(tmp_path: Path) -> None:
    [said] = lint(root := project(tmp_path, "# A\n\n(riski)[riski.md]\n"), load_guide(root))
    assert "“[riski](riski.md)”" in said.hint
    assert said.severity is Severity.ERROR


@needs_rumdl
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe#\x00", b"# A\r\n\r\n- a\r\n\t- b\r\n", "\ufeff# A\n\n{0} %s\n".encode()]
)
def test_damaged_files_do_not_stop_it(tmp_path: Path, data: bytes) -> None:
    root = write_project(tmp_path, {A: data, CONFIG: RULES})
    assert [each for each in lint(root, load_guide(root)) if each.severity is Severity.ERROR] == []


@needs_rumdl
def test_the_site_itself_is_clean() -> None:
    assert lint(ROOT, load_guide(ROOT)) == []


@needs_rumdl
def test_a_wrong_config_is_an_error_that_names_it(tmp_path: Path) -> None:
    root = project(tmp_path, "# A\n", rules='[global]\nenable = ["MD999"]\n')
    with pytest.raises(SettingsError, match=r"MD999"):
        lint(root, load_guide(root))


def test_without_rumdl_it_says_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter, "find_program", lambda: None)
    [said] = lint(root := project(tmp_path, "# A\n- b\n  - c"), load_guide(root))
    assert (said.code, said.severity) == ("MD000", Severity.INFO)
    assert "rumdl" in said.message


@needs_rumdl
def test_a_project_without_the_config_is_linted_by_the_rules_beside_the_gate(tmp_path: Path) -> None:
    root = write_project(tmp_path, {A: page("# A\n\n##B\n\nC.\n")})
    assert [each.code for each in lint(root, load_guide(root))] == ["MD018"]
