"""The copy for a USB stick, opened from the disk in a real browser."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from guidebook.adapters.offline import FOLDER, write_offline


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick")
    write_offline(site, folder / "copy.zip")
    with zipfile.ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / FOLDER


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    yield tab
    context.close()
    assert said == []


def test_every_link_of_the_copy_names_a_file_that_is_there(copy: Path) -> None:
    broken = []
    for page in copy.rglob("*.html"):
        if page.name == "404.html":
            continue  # Only a server shows it; its addresses begin at the server's root.
        for address in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(address)
            if parts.path.endswith(".pdf"):
                continue  # The handbooks are made after the pages; that each link has its file is tested with them.
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).is_file():
                broken.append((page.name, address))
    assert broken == []


def test_pages_open_and_lead_on(copy: Path, tab: Page) -> None:
    tab.goto((copy / "index.html").as_uri())
    tab.locator(".md-tabs").get_by_role("link", name="Mobilitāte").click()
    expect(tab.locator("h1")).to_contain_text("Mobilitātes")
    assert tab.url.endswith("/mobilitate/index.html")


def test_search_finds_words_in_any_inflection(copy: Path, tab: Page) -> None:
    tab.goto((copy / "mobilitate/darba-grupa/index.html").as_uri())
    tab.locator(".md-search__input").click()
    tab.keyboard.type("dalībniekiem")
    result = tab.locator(".md-search-result__link[href*='h=dal']").first
    expect(result).to_be_visible()
    result.click()
    tab.wait_for_url("**/index.html*")
    assert tab.locator("mark").count() > 0


def test_equal_sites_make_equal_zips(site: Path, tmp_path: Path) -> None:
    write_offline(site, tmp_path / "a.zip")
    write_offline(site, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
