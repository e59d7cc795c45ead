"""The built pages in a real browser, phone and desktop, light and dark."""

import pytest
from playwright.sync_api import Browser, Page

PAGES = (
    "",
    "mobilitate/",
    "mobilitate/istenosana/",
    "kontrolsaraksti/",
    "kontrolsaraksti/mobilitate/",
    "glosarijs/",
    "avoti/",
    "en/",
    "en/mobilitate/istenosana/",
    "404.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_pages_fit_the_window_and_ask_nobody_else(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in PAGES:
        tab.goto(address + path)
        tab.wait_for_load_state("networkidle")
        overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
    context.close()


@pytest.mark.parametrize(("width", "shown", "hidden"), [(375, "tall", "wide"), (1440, "wide", "tall")])
def test_path_is_drawn_for_the_width(browser: Browser, address: str, width: int, shown: str, hidden: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.goto(f"{address}mobilitate/")
    drawing = tab.locator(f"figure.path svg.drawing-{shown}")
    assert drawing.is_visible()
    assert not tab.locator(f"figure.path svg.drawing-{hidden}").is_visible()
    for label in drawing.locator("text").all():
        inner, outer = label.bounding_box(), drawing.bounding_box()
        assert inner is not None
        assert outer is not None
        assert inner["height"] >= 12
        assert inner["x"] >= outer["x"] - 1
        assert inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
    drawing.locator("a").nth(3).click()
    tab.wait_for_url(f"{address}mobilitate/istenosana/")
    context.close()


def test_a_row_is_ticked_by_its_text_or_its_box(opened: Page, address: str) -> None:
    opened.goto(f"{address}kontrolsaraksti/mobilitate/")
    row = opened.locator(".task").first
    box = row.locator("input")
    row.locator("label").click()
    assert box.is_checked()
    box.focus()
    opened.keyboard.press("Space")
    assert not box.is_checked()


def test_reason_leads_to_the_passage(opened: Page, address: str) -> None:
    opened.goto(f"{address}kontrolsaraksti/mobilitate/")
    row = opened.locator(".task").first
    ident = row.get_attribute("id")
    row.get_by_role("link").last.click()
    opened.wait_for_url(f"**/mobilitate/**#{ident}")
    assert opened.locator(f"#{ident}").is_visible()


def test_language_switch_keeps_the_page(opened: Page, address: str) -> None:
    opened.set_viewport_size({"width": 1440, "height": 900})
    opened.goto(f"{address}mobilitate/")
    switch = opened.locator("a[hreflang='en']").first
    opened.goto(address.rstrip("/") + str(switch.evaluate("link => link.pathname")))
    assert opened.url == f"{address}en/mobilitate/"
    assert opened.locator("html").get_attribute("lang") == "en"
