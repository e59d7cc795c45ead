"""The switch between the light and the dark palette."""

import pytest
from playwright.sync_api import Browser, Page

BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
SCHEME = "document.body.getAttribute('data-md-color-scheme')"


def opened_in(browser: Browser, system: str) -> Page:
    return browser.new_context(color_scheme=system).new_page()


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_follows_the_system_until_the_reader_chooses(
    browser: Browser, address: str, system: str, scheme: str
) -> None:
    tab = opened_in(browser, system)
    tab.goto(address)
    assert tab.evaluate(SCHEME) == scheme
    tab.emulate_media(color_scheme="light" if system == "dark" else "dark")
    tab.wait_for_function(f"{SCHEME} !== '{scheme}'")
    tab.context.close()


def test_the_palette_is_there_before_anything_is_drawn(browser: Browser, address: str) -> None:
    tab = opened_in(browser, "dark")
    tab.route("**/*.js", lambda route: route.abort())
    tab.goto(address)
    assert tab.evaluate(SCHEME) == "slate"
    tab.context.close()


def test_a_choice_is_kept(browser: Browser, address: str) -> None:
    tab = opened_in(browser, "light")
    tab.goto(address)
    tab.get_by_role("button", name="Ieslēgt tumšu fonu").click()
    assert tab.evaluate(SCHEME) == "slate"
    tab.goto(f"{address}en/")
    assert tab.evaluate(SCHEME) == "slate"
    tab.emulate_media(color_scheme="dark")
    tab.emulate_media(color_scheme="light")
    assert tab.evaluate(SCHEME) == "slate"
    tab.get_by_role("button", name="Switch to a light background").click()
    tab.reload()
    assert tab.evaluate(SCHEME) == "default"
    tab.context.close()


def test_a_choice_of_an_earlier_edition_holds(browser: Browser, address: str) -> None:
    tab = opened_in(browser, "light")
    tab.goto(address)
    tab.evaluate("__md_set('__palette', {index: 1, color: {media: '(prefers-color-scheme: dark)', scheme: 'slate'}})")
    tab.reload()
    assert tab.evaluate(SCHEME) == "slate"
    tab.context.close()


def test_the_switch_is_one_button_that_keeps_the_focus(browser: Browser, address: str) -> None:
    tab = opened_in(browser, "light")
    tab.goto(address)
    switch = tab.locator(".palette button:visible")
    assert switch.count() == 1
    switch.focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == "Ieslēgt gaišu fonu"
    tab.keyboard.press("Space")
    assert tab.evaluate(SCHEME) == "default"
    tab.context.close()


def test_with_blocked_storage_it_switches_for_this_page(browser: Browser, address: str) -> None:
    tab = opened_in(browser, "dark")
    said: list[str] = []
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.add_init_script(BLOCKED)
    tab.goto(f"{address}glosarijs/")
    assert tab.evaluate(SCHEME) == "slate"
    tab.get_by_role("button", name="Ieslēgt gaišu fonu").click()
    assert tab.evaluate(SCHEME) == "default"
    assert [each for each in said if "palette" in each] == []
    tab.context.close()
