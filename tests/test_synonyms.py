"""docs/synonyms.yml: groups of words of equal meaning, each anchored in the text of the guide."""

from collections import Counter

import pytest
import yaml
from site_build import ROOT

from guidebook.adapters.disk import load_guide
from guidebook.latvian import stems

GROUPS: list[list[str]] = yaml.safe_load((ROOT / "docs" / "synonyms.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def text() -> str:
    """The stems of all pages and of the values put into them, in order, one space around each."""
    guide = load_guide(ROOT)
    facts = [value for fact in guide.facts.values() for value in fact.value.values()]
    return "\n".join(f" {' '.join(stems(each))} " for each in (*(page.prose for page in guide.pages), *facts))


def phrase(word: str) -> str:
    """A word or phrase as it would stand in the text."""
    return f" {' '.join(stems(word))} "


def test_every_group_is_a_list_of_at_least_two_words() -> None:
    wrong = [group for group in GROUPS if not isinstance(group, list) or len(group) < 2]
    assert wrong == []
    assert [word for group in GROUPS for word in group if not isinstance(word, str) or not stems(word)] == []


def test_no_word_is_in_two_groups_or_twice_in_one() -> None:
    counted = Counter(phrase(word) for group in GROUPS for word in group)
    assert [word for word, times in counted.items() if times > 1] == []


def test_every_group_has_a_word_the_guide_uses(text: str) -> None:
    assert [group for group in GROUPS if not any(phrase(word) in text for word in group)] == []
