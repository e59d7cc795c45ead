"""What search engines, feed readers and those who share an address are told."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import make_guide, page
from lxml import etree
from PIL import Image
from site_build import ROOT
from small_site import SMALL_SITE

from guidebook.adapters.cards import HUES, Cards
from guidebook.render.cards import Card, card
from guidebook.render.crawlers import llms, robots
from guidebook.render.feed import feed, has_feed
from guidebook.render.linked_data import linked_data
from guidebook.render.site import Site

SITE = "https://example.org/"
ATOM = "{http://www.w3.org/2005/Atom}"
FONTS = ROOT / "overrides/assets/fonts"
CHANGELOG = """\
# Izmaiņas

## Nākamais laidiens

### Lasītājiem

- Vēl nav.

## 2026. gada 21. novembris

### Lasītājiem

- Lapas par `A` & B.

## 2025. gada 3. marts

- Sākums.
"""
REQUIRED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "HowTo": {"name", "step", "inLanguage"},
    "HowToStep": {"position", "url"},
    "HowToDirection": {"text"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "DefinedTerm": {"@id", "name", "description", "inDefinedTermSet"},
}
"""Type of schema.org -> what it may not lack."""


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed object inside a JSON value."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


def said(path: str, files: dict[str, str] | None = None, site_url: str = SITE) -> dict[str, list[dict[str, Any]]]:
    """Type -> objects of that type in the page's linked data, each with what its type demands."""
    site = Site(make_guide(files or SMALL_SITE))
    found = site.page(path)
    assert found is not None
    text = linked_data(site, found, site_url)
    kinds: dict[str, list[dict[str, Any]]] = {}
    for node in nodes(json.loads(text)) if text else ():
        assert REQUIRED[node["@type"]] <= node.keys()
        kinds.setdefault(node["@type"], []).append(node)
    return kinds


def test_stage_with_steps_tells_each_step_and_what_to_do_in_it() -> None:
    kinds = said("docs/lv/mobilitate/istenosana.md")
    assert kinds["HowTo"][0]["name"] == "Īstenojiet projektu"
    assert [(step["position"], step["name"]) for step in kinds["HowToStep"]] == [
        (1, "Atlasiet dalībniekus"),
        (2, "Meklējiet partnerus"),
    ]
    assert kinds["HowToStep"][0]["url"] == f"{SITE}mobilitate/istenosana/#step-atlase"
    assert [each["text"] for each in kinds["HowToDirection"]] == ["Izsludiniet atlasi.", "Runājiet ar vecākiem."]


def test_stage_without_steps_tells_its_items() -> None:
    stage = page(
        '# Posms {#stage-p}\n\n- [ ] Viens. {#item-a who="vecāki"}\n- [ ] Divi. {#item-b who="vecāki"}\n',
        programme="mobilitate",
    )
    kinds = said("docs/lv/m/p.md", {"docs/lv/m/p.md": stage})
    assert [step["text"] for step in kinds["HowToStep"]] == ["Viens.", "Divi."]


def test_glossary_tells_its_terms() -> None:
    kinds = said("docs/lv/glosarijs/index.md")
    assert [(term["name"], term["description"]) for term in kinds["DefinedTerm"]] == [("Klasteris", "Partneru grupa.")]
    assert kinds["DefinedTerm"][0]["@id"] == f"{SITE}glosarijs/#term-klasteris"


def test_breadcrumbs_lead_from_home_to_the_page() -> None:
    files = {**SMALL_SITE, "docs/lv/mobilitate/index.md": page("# Mobilitāte\n")}
    crumbs = said("docs/lv/mobilitate/istenosana.md", files)["ListItem"]
    assert [crumb["item"] for crumb in crumbs] == [SITE, f"{SITE}mobilitate/", f"{SITE}mobilitate/istenosana/"]
    assert "BreadcrumbList" not in said("docs/lv/index.md")


def test_linked_data_cannot_close_its_script() -> None:
    files = {"docs/lv/glosarijs/index.md": page("# G\n\n## A {#term-a}\n\nKods `</script><b>`.\n")}
    site = Site(make_guide(files))
    text = linked_data(site, site.guide.pages[0], SITE)
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["hasDefinedTerm"][0]["description"] == "Kods </script><b>."


def test_nothing_is_said_while_the_address_is_unknown() -> None:
    assert said("docs/lv/mobilitate/istenosana.md", site_url="") == {}


def test_feed_is_valid_atom_with_an_entry_for_each_dated_release() -> None:
    guide = make_guide({"docs/lv/par/izmainas.md": page(), "CHANGELOG.md": CHANGELOG})
    root = etree.fromstring(feed(guide, "Ceļvedis", SITE).encode())
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert [child.text for child in element.findall(ATOM + name)] not in ([], [None]), name
        assert element.findtext(f"{ATOM}id").startswith(SITE)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Ceļvedis"
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{SITE}par/izmainas/#izmainas-2026-11-21",
        f"{SITE}par/izmainas/#izmainas-2025-03-03",
    ]
    content = entries[0].find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert content.text == "<p>Lasītājiem</p><ul><li>Lapas par A &amp; B.</li></ul>"


@pytest.mark.parametrize(("text", "address"), [(CHANGELOG, ""), ("## Nākamais laidiens\n\n- A.\n", SITE), ("", SITE)])
def test_there_is_no_feed_without_an_address_or_a_day(text: str, address: str) -> None:
    assert not has_feed(make_guide({"docs/lv/a.md": page(), "CHANGELOG.md": text}), address)


def test_robots_may_read_everything_and_learn_where_the_sitemap_is() -> None:
    assert robots(SITE) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE}sitemap.xml\n"
    assert "Sitemap" not in robots("")


def test_llms_file_names_every_page_with_what_it_is_for() -> None:
    site = Site(make_guide({**SMALL_SITE, "docs/en/index.md": page("# Home\n")}))
    text = llms(site, "Ceļvedis", "Par projektiem.", SITE)
    assert text.startswith("# Ceļvedis\n\n> Par projektiem.\n")
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): .+$", text, re.M)
    assert set(links) == {SITE + site.guide.address(each) for each in site.guide.pages} | {f"{SITE}data/guide.json"}
    assert "](mobilitate/istenosana/): " in llms(site, "Ceļvedis", "Par projektiem.", "")


def test_card_is_drawn_the_same_each_time_and_is_small(tmp_path: Path) -> None:
    cards = Cards(FONTS, tmp_path)
    long = Card("Zināšanu, prasmju un attieksmju piemēri vārdos " * 3, "DigComp", "digcomp", "Ceļvedis")
    data = cards.draw(long)
    assert data == Cards(FONTS, tmp_path).draw(long)
    assert len(data) < 40_000
    (tmp_path / "card.png").write_bytes(data)
    with Image.open(tmp_path / "card.png") as picture:
        assert picture.size == (1200, 630)
        shades = picture.convert("RGB").getcolors()
        assert shades is not None
        colours = {colour for _, colour in shades}
    assert {(0xFF, 0xFF, 0xFF), (0x16, 0x28, 0x2F), (0x3F, 0x57, 0x00)} <= colours


def test_card_drawn_before_is_taken_from_the_cache(tmp_path: Path) -> None:
    cards, drawn = Cards(FONTS, tmp_path / "cache"), Card("A", "", "", "Ceļvedis")
    cards.publish([drawn], tmp_path / "site")
    kept = tmp_path / "cache" / Path(drawn.address).name
    assert kept.read_bytes() == (tmp_path / "site" / drawn.address).read_bytes()
    kept.write_bytes(b"kept")
    cards.publish([drawn], tmp_path / "site")
    assert (tmp_path / "site" / drawn.address).read_bytes() == b"kept"


def test_card_has_another_address_when_it_says_something_else() -> None:
    site = Site(make_guide(SMALL_SITE))
    found = card(site, site.guide.pages[0], "Ceļvedis")
    assert found.address == card(site, site.guide.pages[0], "Ceļvedis").address
    assert found.address != card(site, site.guide.pages[0], "Guide").address


def test_cards_have_the_hues_of_the_site() -> None:
    css = (ROOT / "overrides/assets/stylesheets/colours.css").read_text("utf-8").partition("@media")[0]
    assert dict(re.findall(r"--programme-(\w+): (#\w+);", css)) == HUES
