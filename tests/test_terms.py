"""Terms in built HTML: the first mention in a page links to the glossary, in whatever form it stands."""

import re

import pytest
from builders import make_guide, page
from lxml import html

from guidebook.render.site import Site

ENTRIES = """\
# Glosārijs

## Klasteris {#term-klasteris}

Partneru *grupa* & citi “labi”.

## Mācību mobilitāte {#term-macibu-mobilitate}

Mācības citā valstī.

## Mobilitāte {#term-mobilitate}

Brauciens.

## Izglītības un zinātnes ministrija (IZM) {#term-izm forms="Ministrija"}

Valsts iestāde.
"""
GUIDANCE = {"programme": "mobilitate", "reviewed": "2026-11-21"}
FILES = {
    "docs/lv/glosarijs/index.md": page(ENTRIES),
    "docs/lv/m/a.md": page("# A\n\nKlasteris.\n", **GUIDANCE),
    "docs/lv/par.md": page("# Par\n\nKlasteris.\n"),
}
SITE = Site(make_guide(FILES))


def linked(text: str, path: str = "docs/lv/m/a.md") -> str:
    found = SITE.page(path)
    assert found is not None
    return SITE.html(found, text)


def links(text: str) -> list[tuple[str, str]]:
    """Word and anchor of each link to a term."""
    return re.findall(r'<a class="term" href="[^"]*#term-([^"]*)"[^>]*>([^<]*)</a>', linked(text))


@pytest.mark.parametrize("word", ["klasteris", "Klasteri", "klasteru", "klasteros", "KLASTERIEM"])
def test_a_term_is_found_in_any_inflection(word: str) -> None:
    assert links(f"<p>Te {word}, un viss.</p>") == [("klasteris", word)]


def test_only_the_first_mention_is_linked() -> None:
    assert links("<p>Klasteris, klasteri.</p><p>Klasteros.</p>") == [("klasteris", "Klasteris")]


def test_the_longest_term_wins() -> None:
    assert links("<p>Mācību mobilitātes laikā mobilitātē</p>") == [
        ("macibu-mobilitate", "Mācību mobilitātes"),
        ("mobilitate", "mobilitātē"),
    ]


def test_a_short_form_is_the_same_term() -> None:
    assert links("<p>IZM jeb izm un Ministrija.</p>") == [("izm", "IZM")]
    assert links("<p>Izglītības un zinātnes ministrijai</p>") == [("izm", "Izglītības un zinātnes ministrijai")]


CLOSED = "h1 h2 h6 a code pre label button kbd script style svg figure summary".split()


@pytest.mark.parametrize("tag", CLOSED)
def test_no_link_where_none_belongs(tag: str) -> None:
    before = f'<{tag} class="x">Te <b>klasteris</b> ir</{tag}>'
    assert links(f"{before}<p>un klasteros</p>") == [("klasteris", "klasteros")]
    assert linked(before) == before


@pytest.mark.parametrize(
    "text",
    [
        '<img alt="klasteris" src="klasteris.svg">',
        "<!-- klasteris -->",
        "<p>Skola un <b>darbs</b> &amp; citi</p>",
        '<div class="footnote"><ol><li>Klasteris</li></ol></div>',
        "<p>ja a < b, tad c > d</p>",
        "<script>if (a<b) { c(); }</script>",
        "",
    ],
)
def test_what_has_no_mention_stays_as_it_is(text: str) -> None:
    assert linked(text) == text


@pytest.mark.parametrize("path", ["docs/lv/glosarijs/index.md", "docs/lv/par.md"])
def test_only_the_guidance_is_linked(path: str) -> None:
    text = "<p>Klasteris</p>"
    assert linked(text, path) == text


def test_a_link_leads_to_the_entry_and_tells_its_definition() -> None:
    [link] = html.fromstring(linked("<p>Klasteris</p>")).xpath("//a")
    assert link.get("href") == "../../glosarijs/#term-klasteris"
    assert link.get("title") == "Partneru grupa & citi “labi”."


def test_words_stay_the_same() -> None:
    text = "<p>Klasteris, <em>mobilitātes</em> un mācību mobilitāte &lt;b&gt;.</p>"
    assert html.fromstring(linked(text)).text_content() == html.fromstring(text).text_content()


def test_a_language_has_terms_of_its_own() -> None:
    entries = page("# G\n\n## Cluster {#term-klasteris}\n\nA group.\n")
    site = Site(make_guide({**FILES, "docs/en/g.md": entries, "docs/en/b.md": page(**GUIDANCE)}))
    found = site.page("docs/en/b.md")
    assert found is not None
    assert 'title="A group."' in site.html(found, "<p>One cluster</p>")
    assert "<a" not in site.html(found, "<p>klasteris</p>")
