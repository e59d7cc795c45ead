"""The stemmer of the browser and that of the build are one: same words, same stems."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from site_build import ROOT

from guidebook.latvian import WORD, fold, stem

VECTORS: dict[str, list[str]] = json.loads((ROOT / "tests/search/stem_vectors.json").read_text("utf-8"))
"""Word -> its fold, stem and root, by the rules; a sample of those the stemmer was made with."""


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    tab = browser.new_page()
    tab.goto(f"{address}404.html")
    return tab


def in_browser(page: Page, words: Sequence[str]) -> list[list[str]]:
    """Fold, stem and root of each word by stemmer.js."""
    found: list[list[str]] = page.evaluate(
        """async (words) => {
          const { fold, stem, root } = await import("/assets/javascripts/search/stemmer.js");
          return words.map((word) => [fold(word), stem(word), root(stem(word))]);
        }""",
        list(words),
    )
    return found


def test_the_stemmer_follows_the_rules(page: Page) -> None:
    assert dict(zip(VECTORS, in_browser(page, [*VECTORS]), strict=True)) == VECTORS
    assert {word: [fold(word), stem(word)] for word in VECTORS} == {word: row[:2] for word, row in VECTORS.items()}


def test_both_stemmers_agree_on_every_word_of_the_pages(page: Page) -> None:
    texts = [path.read_text("utf-8") for path in Path(ROOT / "docs").rglob("*.*") if path.suffix in (".md", ".yml")]
    words = sorted({word for text in texts for word in WORD.findall(text)})
    assert len(words) > 5000
    assert [row[:2] for row in in_browser(page, words)] == [[fold(word), stem(word)] for word in words]


def test_both_find_the_same_words_in_a_text(page: Page) -> None:
    text = (ROOT / "docs/lv/mobilitate/istenosana.md").read_text("utf-8") + " a_b ½ x² 3.0 Ⅳ ņem–dod “ā”"
    found = page.evaluate(
        """async (text) => {
          const { words } = await import("/assets/javascripts/search/stemmer.js");
          return Array.from(words(text), ([word]) => word);
        }""",
        text,
    )
    assert found == WORD.findall(text)


@pytest.mark.parametrize(
    ("one", "two"), [("Pievienojiet", "pievienot"), ("novērtējiet", "novērtēšana"), ("Pārbaudiet", "pārbaudīt")]
)
def test_an_imperative_is_kin_to_its_infinitive_and_noun(page: Page, one: str, two: str) -> None:
    kin = page.evaluate(
        """async (words) => {
          const { kin } = await import("/assets/javascripts/search/stemmer.js");
          return words.map(kin);
        }""",
        [one, two],
    )
    assert kin[0] == kin[1]


@pytest.mark.parametrize(
    ("one", "two", "distance"),
    [("ligums", "ligmus", 1), ("grozijumi", "grozjumi", 1), ("abcd", "abdce", 2), ("a", "abcd", 3)],
)
def test_letters_wrong_are_counted_and_none_is_overlooked(page: Page, one: str, two: str, distance: int) -> None:
    counted = page.evaluate(
        """async ([one, two]) => {
          const { alike, distance, letters } = await import("/assets/javascripts/search/distance.js");
          const wrong = distance(one, two, 9);
          return [wrong, distance(two, one, 9), alike(letters(one), letters(two), wrong)];
        }""",
        [one, two],
    )
    assert counted == [distance, distance, True]
