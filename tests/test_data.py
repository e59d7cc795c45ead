"""docs/sources.yml, docs/facts.yml and the navigation: values and the lines they stand in."""

from datetime import date

import pytest
from builders import check, lines, make_guide, page

SOURCES = """\
# Avoti
vetlv-2024:
  title: Vadlīnijas
  authors: VET LV Team
  year: 2024
  url: https://example.org/
  accessed: 2026-11-21

jspa-2023: {title: Rokasgrāmata}
"""
FACTS = """\
fact-a:
  value: {lv: astoņi, en: eight}
  source: jspa-2023
  place: 2. nodaļa
  checked: 2026-11-20
  valid_for: 30

fact-b:
  value: VALUE
  source: vetlv-2024
  place: 3. nodaļa
  checked: 2026-11-21
  valid_for: 365
"""


def test_sources_and_their_lines() -> None:
    sources = make_guide({"docs/sources.yml": SOURCES}).sources
    vetlv = sources["vetlv-2024"]
    assert (vetlv.title, vetlv.authors, vetlv.year) == ("Vadlīnijas", "VET LV Team", 2024)
    assert (vetlv.url, vetlv.accessed) == ("https://example.org/", date(2026, 11, 21))
    assert [str(source.at) for source in sources.values()] == ["docs/sources.yml:2:1", "docs/sources.yml:9:1"]


def test_facts_and_their_lines() -> None:
    facts = make_guide({"docs/sources.yml": SOURCES, "docs/facts.yml": FACTS}).facts
    one = facts["fact-a"]
    assert (dict(one.value), one.source, one.place) == ({"lv": "astoņi", "en": "eight"}, "jspa-2023", "2. nodaļa")
    assert (one.checked, one.valid_for) == (date(2026, 11, 20), 30)
    assert [fact.at.line for fact in facts.values()] == [1, 8]


@pytest.mark.parametrize("written", ["astoņi", "8", "1.50", "10.0", "12:30", "007", "1_000", "1e3"])
def test_a_fact_is_shown_as_it_is_written(written: str) -> None:
    facts = make_guide({"docs/facts.yml": FACTS.replace("VALUE", written)}).facts
    assert set(facts["fact-b"].value.values()) == {written}


def test_a_fact_in_an_unknown_language_is_reported() -> None:
    files = {
        "docs/lv/a.md": page("# Lapa\n\n{{ fact-a }} {{ fact-b }}\n"),
        "docs/sources.yml": SOURCES,
        "docs/facts.yml": FACTS.replace("VALUE", "{lw: divi, en: two}"),
    }
    assert [each.split()[1] for each in lines(check(files))] == ["docs/facts.yml:9"]


NAVIGATION = """\
site_name: A
nav:
  - index.md
  - Mobilitāte:
      - mobilitate/index.md
      - Atlase: mobilitate/atlase.md
  - Vietne: https://example.org
"""


def test_the_navigation_and_its_lines() -> None:
    nav = make_guide({"mkdocs.yml": NAVIGATION}).nav
    assert [(entry.path, entry.at.line, entry.at.column) for entry in nav] == [
        ("index.md", 3, 5),
        ("mobilitate/index.md", 5, 9),
        ("mobilitate/atlase.md", 6, 17),
    ]
