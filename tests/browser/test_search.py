"""The search as readers meet it: phone, keyboard, screen reader, and whatever they type."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from guidebook.latvian import stem

BUDGET = 150_000
"""Bytes of the Latvian index, compressed."""
FIRST_LINE = 60_000
"""Of these, what the first results need."""
FOUND = re.compile("Atrast|found$")
NONE = re.compile("Nekas|Nothing")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A phone; what the page says against itself fails the test."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    yield tab
    context.close()
    assert [text for text in said if "ERR_FAILED" not in text and "search:" not in text] == []


def open_search(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.locator("label.md-header__button[for=__search]").click()
    expect(tab.locator(".md-search__input")).to_be_focused()


def look_for(tab: Page, query: str, answer: re.Pattern[str] = FOUND) -> None:
    """Write a query in the open search and wait for the answer to it."""
    tab.locator(".md-search__input").fill(query)
    tab.keyboard.press("End")
    expect(tab.locator(".md-search-result__meta")).to_have_text(answer)


def first_link(tab: Page) -> str:
    """Where Enter leads: the address of the best result below the site's, without what is to be marked."""
    links = tab.locator(".md-search-result__link").evaluate_all(
        "links => links.map((link) => [Number(link.firstElementChild.dataset.mdScore), link.href])"
    )
    return re.sub(r"\?h=[^#]*", "", max(links, key=lambda link: link[0])[1])


def test_the_index_is_fetched_when_the_search_is_opened_and_only_ours(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    tab.goto(f"{address}mobilitate/")
    tab.wait_for_load_state("networkidle")
    assert "assets/javascripts/search/worker.js" in asked
    assert [url for url in asked if url.startswith("search/")] == []
    with tab.expect_request(f"{address}search/lv.json"):
        tab.locator("label.md-header__button[for=__search]").click()
    look_for(tab, "mobilitāte")
    assert [url for url in asked if url.startswith("search/") or "lunr" in url] == ["search/lv.json"]


@pytest.mark.parametrize("query", ["apdrošināšanas", "apdrosinasana", "aprošināšanu", "APDROŠINĀŠANAI!"])
def test_a_word_is_found_in_any_form(tab: Page, address: str, query: str) -> None:
    open_search(tab, address)
    look_for(tab, query)
    expect(tab.locator("li:first-child [href*='#step-sagatavosana']")).to_be_visible()
    assert first_link(tab) == f"{address}mobilitate/istenosana/#step-sagatavosana"
    assert stem("apdrošināšana") in {stem(mark) for mark in tab.locator(".md-search-result mark").all_inner_texts()}


def test_a_result_opens_at_its_section_with_the_words_marked(tab: Page, address: str) -> None:
    open_search(tab, address)
    look_for(tab, "neparedzetiem izdevumiem")
    expect(tab.locator("li:first-child [href*='#step-finansejums']")).to_be_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/mobilitate/istenosana/?h=*#step-finansejums")
    expect(tab.locator("#step-finansejums")).to_be_in_viewport()
    marks = tab.locator("mark.search-mark").all_inner_texts()
    assert {stem(mark) for mark in marks} == {stem("neparedzēts"), stem("izdevumi")}
    assert "izdevumi" in marks


def test_the_result_shows_its_programme_and_a_term_its_definition(tab: Page, address: str) -> None:
    open_search(tab, address)
    look_for(tab, "darba ēnošana")
    term = tab.locator(".md-search-result__link[href*='#term-darba-verosana']")
    expect(term.locator(".search-label")).to_have_text("Termins")
    expect(term).to_contain_text("Mobilitāte, kurā pedagogs")
    labels = tab.locator(".md-search-result__link[href*='/mobilitate/veidi/'] .search-label").all_inner_texts()
    assert "Erasmus+ mobilitāte" in labels


def test_a_checklist_is_found_by_its_kind(tab: Page, address: str) -> None:
    open_search(tab, address)
    look_for(tab, "dalībnieku atlases kontrolsaraksts")
    assert first_link(tab).startswith(f"{address}kontrolsaraksti/dalibnieku-atlase/")
    labels = tab.locator("li:first-child h1 .search-label").all_inner_texts()
    assert labels == ["Erasmus+ mobilitāte", "Kontrolsaraksts"]


def test_a_misspelt_query_is_answered_and_corrected(tab: Page, address: str) -> None:
    open_search(tab, address)
    look_for(tab, "akreditācjas plāns")
    offered = tab.locator(".search-help a")
    expect(offered).to_have_text("akreditācijas plāns")
    count = tab.locator(".md-search-result__meta").inner_text()
    offered.click()
    expect(tab.locator(".md-search__input")).to_have_value("akreditācijas plāns")
    expect(tab.locator(".search-help")).to_be_empty()
    assert tab.url == address
    assert count


def test_before_a_query_and_without_a_result_there_is_help(tab: Page, address: str) -> None:
    open_search(tab, f"{address}en/mobilitate/")
    for query in ("", "qqqqqqqq"):
        if query:
            look_for(tab, query, NONE)
        links = tab.locator(".search-help a").evaluate_all("links => links.map((link) => link.href)")
        assert links == [f"{address}en/glosarijs/", f"{address}en/kontrolsaraksti/"]
    tab.keyboard.press("Enter")
    assert tab.url == f"{address}en/mobilitate/"
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".search-help a").first).to_be_focused()


def test_the_keyboard_is_enough_and_the_count_is_announced(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.goto(address)
    tab.keyboard.press("/")
    tab.keyboard.type("apdrošināšana")
    expect(tab.locator("li:first-child [href*='#step-sagatavosana']")).to_be_visible()
    expect(tab.get_by_role("status").filter(has_text="Atrasto lapu skaits")).to_be_visible()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".md-search-result__link").first).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/mobilitate/istenosana/?h=*")
    tab.keyboard.press("s")
    expect(tab.locator(".md-search__input")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator(".md-search__input")).not_to_be_focused()


def test_english_pages_are_searched_in_english(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    open_search(tab, f"{address}en/")
    look_for(tab, "mobilities")
    assert first_link(tab).startswith(f"{address}en/mobilitate/")
    assert [url for url in asked if url.startswith("search/")] == ["search/en.json"]


@pytest.mark.parametrize(
    "query",
    [
        "mobilitāte " * 1000,
        "a" * 10_000,
        "?!… – „“ ()[]{}",
        "😀 🏫",
        "<img src=x onerror=alert(1)><script>alert(1)</script> mobilitāte",
        "&lt;b&gt; \" ' ` mobilitāte",
        "(.*)+ [a-z $1 \\ ^ mobilitāte",
        "__proto__ constructor toString hasOwnProperty",
        "mobilita\u0304te",
        "\u0000\u200b\ufeff\ud83d",
    ],
    ids=lambda query: query[:12],
)
def test_odd_input_neither_breaks_nor_injects(tab: Page, address: str, query: str) -> None:
    open_search(tab, address)
    tab.locator(".md-search__input").evaluate("(input, query) => { input.value = query; }", query)
    tab.keyboard.press("End")
    look_for(tab, "apdrošināšana")
    expect(tab.locator(".md-search-result__link[href*='#step-sagatavosana']").first).to_be_visible()
    assert tab.locator(".md-search img, .md-search script, .md-search b").count() == 0
    assert first_link(tab) == f"{address}mobilitate/istenosana/#step-sagatavosana"


def test_nothing_is_injected_by_the_words_to_mark(tab: Page, address: str) -> None:
    tab.goto(f"{address}mobilitate/?h=<img src=x onerror=alert(1)>+(.*+mobilitāšu")
    expect(tab.locator("mark.search-mark").first).to_be_visible()
    assert stem("mobilitāte") in {stem(mark) for mark in tab.locator("mark.search-mark").all_inner_texts()}
    assert tab.locator("img[src='x']").count() == 0


def test_a_failed_fetch_is_said_and_tried_again(tab: Page, address: str) -> None:
    def fail(route: Route) -> None:
        route.abort()

    tab.route("**/search/lv.json", fail)
    open_search(tab, address)
    expect(tab.locator(".search-help")).to_contain_text("Meklēšana neizdevās")
    tab.unroute("**/search/lv.json", fail)
    look_for(tab, "apdrošināšana")
    assert tab.locator(".md-search-result__item").count() > 0


def test_without_workers_the_page_says_that_it_cannot_search(tab: Page, address: str) -> None:
    tab.add_init_script("delete window.Worker")
    tab.goto(address)
    tab.locator("label.md-header__button[for=__search]").click()
    expect(tab.get_by_text("Šajā kopijā meklēšana nedarbojas")).to_be_visible()


def test_the_index_is_small(site: Path) -> None:
    index = (site / "search/lv.json").read_bytes()
    assert len(gzip.compress(index)) < BUDGET
    assert len(gzip.compress(index.split(b"\n")[1])) < FIRST_LINE
