"""The search on the home page, roles, and pages on paper."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect


def darkness(tab: Page, selector: str, name: str) -> float:
    """0 for white (or no colour at all) to 1 for black."""
    colour = tab.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}")
    red, green, blue, *alpha = (float(number) for number in re.findall(r"[\d.]+", colour))
    return (1 - (red + green + blue) / 765) * (alpha[0] if alpha else 1)


def test_words_typed_on_the_home_page_open_the_search_with_results(opened: Page, address: str) -> None:
    opened.goto(address)
    field = opened.locator("#home-search")
    field.fill("atskaite")
    field.press("Enter")
    box = opened.locator("[data-md-component=search-query]")
    expect(box).to_have_value("atskaite")
    expect(box).to_be_visible()
    expect(opened.locator(".md-search-result__item").first).to_be_visible()


def test_home_page_leads_on_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    links = tab.locator(".home-search noscript a")
    assert links.count() == 3
    links.first.click()
    assert tab.url == f"{address}kontrolsaraksti/"
    context.close()


def test_jobs_of_a_role_open_and_close(opened: Page, address: str) -> None:
    opened.goto(f"{address}lomas/direktors/")
    group = opened.locator("details.role").first
    row = group.locator(".task").first
    assert not row.is_visible()
    group.locator("summary").click()
    expect(row).to_be_visible()
    assert "direktors" in row.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_the_text_alone_in_black_on_white(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{address}mobilitate/istenosana/")
    tab.emulate_media(media="print", color_scheme=scheme)
    for hidden in (".md-sidebar--primary", ".md-tabs", ".md-header", ".md-path", ".page-next", ".page-mend", ".md-top"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert not tab.locator(".task-details a, .headerlink").first.is_visible()
    for shown in ("h1", ".page-facts", ".page-notes li", ".task-box", ".page-address"):
        assert tab.locator(shown).first.is_visible(), shown
    assert tab.locator(".page-address").inner_text().endswith("https://example.org/mobilitate/istenosana/")
    assert darkness(tab, "body", "backgroundColor") < 0.05
    assert darkness(tab, "h1", "color") > 0.8
    context.close()


def test_folded_passages_are_open_on_paper(opened: Page, address: str) -> None:
    opened.goto(f"{address}lomas/direktors/")
    opened.emulate_media(media="print")
    assert opened.locator("details.role .task").last.is_visible()


def test_address_of_an_outside_link_is_printed(opened: Page, address: str) -> None:
    opened.goto(f"{address}mobilitate/istenosana/")
    opened.emulate_media(media="print")
    link = opened.locator(".page-body a[href^='https://']").first
    href = link.get_attribute("href")
    printed = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert re.fullmatch(rf'" \({re.escape(str(href))}\)"|" \(" attr\(href\) "\)"', printed)
