"""The project's own search queries: well formed, and every expected answer is there to be found."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from site_build import ROOT

from guidebook.adapters.disk import load_guide
from guidebook.latvian import fold
from guidebook.model import Guide

FILE = Path(__file__).with_name("search") / "queries.yml"
QUERIES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
KEYS = {"id", "q", "group", "page", "section", "also"}
GROUPS = ("inflected", "no-diacritics", "typo", "question", "old-name", "english", "short", "checklist", "term")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(ROOT)


def places(guide: Guide, lang: str) -> set[str]:
    """Every address, and every address with an anchor of a heading or an item, below the language."""
    found: set[str] = set()
    for page in guide.pages_in(lang):
        anchors = {heading.anchor for heading in page.headings} | {item.id for item in page.items}
        found |= {page.slug} | {f"{page.slug}#{anchor}" for anchor in anchors}
    return found


def answers(query: dict[str, Any]) -> list[str]:
    """The expected place and those that are as good."""
    section = query["section"]
    return [query["page"] + (f"#{section}" if section else ""), *query["also"]]


def test_every_query_has_the_same_keys() -> None:
    assert [query for query in QUERIES if set(query) - {"lang"} != KEYS] == []


@pytest.mark.parametrize("key", ["id", "q"])
def test_no_query_is_there_twice(key: str) -> None:
    counted = Counter(query[key].lower() for query in QUERIES)
    assert [value for value, times in counted.items() if times > 1] == []


def test_there_are_enough_queries_of_every_group() -> None:
    counted = Counter(query["group"] for query in QUERIES)
    assert len(QUERIES) >= 120
    assert set(counted) == set(GROUPS)
    assert [group for group in GROUPS if counted[group] < 8] == []


def test_queries_are_typed_as_their_group_says() -> None:
    marked = [query["q"] for query in QUERIES if query["group"] == "no-diacritics"]
    assert [q for q in marked if fold(q) != q.lower()] == []


def test_every_expected_place_exists(guide: Guide) -> None:
    known = {lang: places(guide, lang) for lang in guide.languages}
    missing = [
        (query["id"], place)
        for query in QUERIES
        for place in answers(query)
        if place not in known[query.get("lang", guide.languages[0])]
    ]
    assert missing == []


def test_no_place_is_expected_twice() -> None:
    assert [query["id"] for query in QUERIES if len(set(answers(query))) < len(answers(query))] == []


def test_every_section_of_the_site_is_asked_for(guide: Guide) -> None:
    pages = {place.partition("#")[0] for query in QUERIES for place in answers(query)}
    asked = {page.partition("/")[0] for page in pages}
    assert {page.slug.partition("/")[0] for page in guide.pages_in(guide.languages[0])} - asked == set()
