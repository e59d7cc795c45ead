"""Rules that need the day: facts to be checked and pages to be read again."""

from datetime import date

import pytest
from builders import lines, make_guide, page

from guidebook.checks import dated, rules_on, run
from guidebook.checks.rule import Rule
from guidebook.diagnostics import Severity

FACT = """\
fact-a:
  value: "75"
  source: vetlv-2024
  place: 2. nodaļa
  checked: 2025-11-21
  valid_for: 365
"""
FILES = {
    "docs/lv/a.md": page("# A\n\n{{ fact-a }}\n", reviewed="2025-11-21"),
    "docs/lv/b.md": page("# B\n\nTeksts.\n"),
    "docs/sources.yml": "vetlv-2024:\n  title: Vadlīnijas\n",
    "docs/facts.yml": FACT,
}
SAID = {
    date(2026, 10, 21): [],
    date(2026, 10, 22): ["DATE001 docs/lv/a.md:4"],
    date(2026, 11, 21): ["DATE001 docs/lv/a.md:4"],
    date(2026, 11, 22): ["FACT004 docs/facts.yml:5", "DATE002 docs/lv/a.md:4"],
    date.max: ["FACT004 docs/facts.yml:5", "DATE002 docs/lv/a.md:4"],
}


@pytest.mark.parametrize("today", SAID, ids=str)
def test_what_is_said_on_a_day(today: date) -> None:
    assert lines(run(make_guide(FILES), rules_on(today))) == SAID[today]


def test_only_the_run_by_schedule_stops_at_a_page_past_its_day() -> None:
    guide = make_guide(FILES)
    for strict, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
        found = run(guide, rules_on(date(2027, 1, 1), strict))
        assert {each.severity for each in found if each.code == "DATE002"} == {severity}


def test_a_fact_that_holds_for_ever_is_never_out_of_date() -> None:
    files = {**FILES, "docs/facts.yml": FACT.replace("365", "9999999")}
    assert list(dated.outdated(date.max)(make_guide(files))) == []


@pytest.mark.parametrize("rule", dated.rules(date(2026, 11, 21)), ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_a_bad_and_a_good_example(rule: Rule) -> None:
    rows = [row.strip() for row in rule.explanation.split("\n")]
    assert rows[0].endswith(".")
    assert rows[1] == ""
    assert [row.partition(":")[0] for row in rows[2:]] == ["Slikti", "Labi"]
