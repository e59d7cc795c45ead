"""Each rule of the gate against its fixture tests/rules/CODE.md.

A fixture has the cases `@@ bad` and `@@ clean`. A case is a tree of files, each begun by a line
`@ path`, and lines `expect: path:line:column`, one for each diagnostic; nothing else may be said.
Behind a path may stand `encoding=…` (`base64` for a picture) or `newline=crlf`; `«a*20001»` is a sign written
that many times.
"""

import re
import unicodedata
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from builders import check

from guidebook.adapters.markdown_rules import LINTS
from guidebook.adapters.spelling import spelling_rule
from guidebook.checks import RULES, rules_on
from guidebook.checks.rule import Rule
from guidebook.render.handbook.rules import PRINT_RULES
from guidebook.render.rules import rules_reference

FIXTURES = {path.stem: path for path in sorted((Path(__file__).parent / "rules").glob("*.md"))}
CODES = sorted({rule.code for rule in RULES})
REPEATED = re.compile(r"«(.)\*(\d+)»")


@dataclass
class Case:
    """One tree of files and the places the gate should name in it."""

    expected: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    bodies: list[list[str]] = field(default_factory=list)

    @property
    def files(self) -> dict[str, bytes]:
        return dict(map(written, self.heads, self.bodies))


def written(head: str, body: list[str]) -> tuple[str, bytes]:
    path, *rest = re.split(r" (?=\w+=)", head)
    options = dict(option.split("=") for option in rest)
    text = "\n".join(body).strip("\n")
    text = REPEATED.sub(lambda match: match[1] * int(match[2]), f"{text}\n" if text else "")
    if options.get("newline") == "crlf":
        text = text.replace("\n", "\r\n")
    encoding = options.get("encoding", "utf-8")
    return path, b64decode(text) if encoding == "base64" else text.encode(encoding)


def cases(path: Path) -> dict[str, Case]:
    found: dict[str, Case] = {}
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("@@ "):
            case = found.setdefault(line[3:], Case())
        elif line.startswith("expect: "):
            case.expected.append(line.removeprefix("expect: "))
        elif line.startswith("@ "):
            case.heads.append(line[2:])
            case.bodies.append([])
        elif case.bodies:
            case.bodies[-1].append(line)
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_fixture_says_what_its_rule_finds(code: str) -> None:
    bad = cases(FIXTURES[code])["bad"]
    assert bad.expected
    assert [f"{each.code} {each.at}" for each in check(bad.files)] == [
        f"{code} {at}" for at in sorted(bad.expected, key=by_place)
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_clean_fixture_has_no_diagnostics(code: str) -> None:
    clean = cases(FIXTURES[code])["clean"]
    assert clean.files
    assert check(clean.files) == []


@pytest.mark.parametrize("code", CODES)
def test_findings_are_graded_as_the_rule_says(code: str) -> None:
    found = check(cases(FIXTURES[code])["bad"].files)
    assert {each.severity for each in found if each.code == code} <= {
        rule.severity for rule in RULES if rule.code == code
    }


def test_every_code_has_a_fixture_and_every_fixture_a_code() -> None:
    assert list(FIXTURES) == CODES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_a_bad_and_a_good_example(rule: Rule) -> None:
    rows = [row.strip() for row in rule.explanation.split("\n")]
    assert rows[0].endswith(".")
    assert rows[1] == ""
    assert [row.partition(":")[0] for row in rows[-2:]] == ["Slikti", "Labi"]
    assert all(row.partition(":")[2].strip() for row in rows[-2:])


def test_codes_are_a_family_and_three_digits() -> None:
    assert [code for code in CODES if not re.fullmatch(r"[A-Z]{2,5}\d{3}", code)] == []


def test_rules_of_one_code_say_the_same() -> None:
    for code in CODES:
        assert len({(rule.severity, re.sub(r"\s+", " ", rule.explanation)) for rule in RULES if rule.code == code}) == 1


def test_the_rules_page_has_every_rule_and_no_damaged_sign() -> None:
    rules = (*rules_on(date(2026, 1, 1)), *LINTS, *PRINT_RULES, spelling_rule())
    reference = rules_reference(rules)
    assert sorted(re.findall(r"^### (\w+)", reference, re.M)) == sorted({rule.code for rule in rules})
    assert [sign for sign in reference if unicodedata.category(sign) in ("Cc", "Co", "Cn") and sign != "\n"] == []


def by_place(place: str) -> tuple[str, int, int]:
    path, line, column = place.rsplit(":", 2)
    return path, int(line), int(column)
