"""Which handbooks there are, and how articles become one book."""

from collections.abc import Mapping
from typing import Any

import pytest
from builders import make_guide, page, place
from small_site import CHECKLIST, FACTS, SMALL_SITE, SNIPPET, SOURCES

from guidebook.diagnostics import Diagnostic
from guidebook.model import Guide
from guidebook.render.handbook.article import read_article
from guidebook.render.handbook.book import duties, edition_of, make_book
from guidebook.render.handbook.hyphenation import SOFT_HYPHEN
from guidebook.render.handbook.place import Place
from guidebook.render.handbook.plan import Handbook, handbooks, holding, sheets

PLACE = Place("Paraugs", "https://projekti.lv/", "Par visu.", {"mobilitate": "<svg/>"})
NAV = [
    "mobilitate/index.md",
    "mobilitate/istenosana.md",
    "mobilitate/novertesana.md",
    "kontrolsaraksti/mobilitate.md",
    "glosarijs/index.md",
]
STAGE = "docs/lv/mobilitate/istenosana.md"
FILES = {
    "docs/lv/mobilitate/index.md": page(
        "# Mobilitāte\n\nKlasteri strādā kopā. [@vetlv-2024 1. nodaļa]\n",
        programme="mobilitate",
        reviewed="2026-11-20",
        handbooks=["mobilitate"],
    ),
    STAGE: page(
        "# Īstenojiet {#stage-istenosana}\n\n## Atlasiet {#step-atlase}\n\nTeksts.\n\n"
        '- [ ] Izsludiniet. {#item-izsludinasana who="vecāki, direktors" when="regulāri"}\n\n'
        "## Vērtējiet {#step-vertesana}\n\nTeksts.\n",
        programme="mobilitate",
        reviewed="2026-11-21",
        handbooks=["mobilitate"],
    ),
    "docs/lv/mobilitate/novertesana.md": page("# Vērtējiet {#stage-novertesana}\n\nTeksts.\n"),
    CHECKLIST: page("# Saraksts\n\nIevads.\n", checklist=["step-atlase"], handbooks=["mobilitate"]),
    "docs/lv/glosarijs/index.md": page(
        '# Glosārijs\n\n## Klasteris {#term-klasteris en="cluster"}\n\nPartneru grupa.\n\n'
        "## Skola {#term-skola}\n\nTe mācās.\n"
    ),
    SOURCES: SMALL_SITE[SOURCES],
    FACTS: SMALL_SITE[FACTS],
    SNIPPET: SMALL_SITE[SNIPPET],
}
HTML = {
    "docs/lv/mobilitate/index.md": '<h1 id="mobilitate">Mobilitāte</h1><p>Klasteri strādā kopā.</p>',
    STAGE: '<h1 id="stage-istenosana">1. Īstenojiet</h1><p>Ievads.</p><h2 id="step-atlase">1.1. Atlasiet</h2>',
    CHECKLIST: '<h1 id="saraksts">Saraksts</h1><h2 id="list-step-atlase">1.1. Atlasiet</h2>',
    "docs/en/mobilitate/index.md": '<h1 id="mobility">Mobility</h1><p>Text.</p>',
}
Made = tuple[dict[str, Any], list[Diagnostic]]


def made(html: Mapping[str, str] | None = None, files: Mapping[str, str] | None = None, site: Place = PLACE) -> Made:
    guide = make_guide({**FILES, **(files or {})}, NAV)
    return book_of(guide, next(handbooks(guide)), {**HTML, **(html or {})}, site)


def book_of(guide: Guide, handbook: Handbook, html: Mapping[str, str], site: Place = PLACE) -> Made:
    articles = {
        each.path: read_article(
            f"<article>{html[each.path]}</article>", f"/{guide.address(each)}", each.lang, duties(guide, each.lang), ""
        )
        for each in handbook.pages
    }
    return make_book(guide, handbook, articles, site)


def link(html: str, **arguments: Any) -> Any:
    """What a link in the first chapter becomes."""
    book, faults = made({"docs/lv/mobilitate/index.md": f'<h1 id="m">M</h1><p>{html}</p>'}, **arguments)
    assert faults == []
    return book["chapters"][0]["lead"][0]["body"][0]


def test_guidance_comes_first_and_checklists_last() -> None:
    files = {**FILES, "docs/lv/a.md": page("# A\n", handbooks=["mobilitate"], checklist=["step-atlase"])}
    [book] = handbooks(make_guide(files, ["a.md", *NAV]))
    assert [each.slug for each in book.pages] == [
        "mobilitate/",
        "mobilitate/istenosana/",
        "a/",
        "kontrolsaraksti/mobilitate/",
    ]
    assert (book.path, book.title) == ("rokasgramatas/mobilitate.pdf", "Mobilitāte")


def test_a_language_has_a_handbook_of_what_is_written_in_it() -> None:
    english = {
        "docs/en/mobilitate/index.md": page("# Mobility\n\nText.\n", handbooks=["mobilitate"], reviewed="2026-11-21")
    }
    guide = make_guide({**FILES, **english}, NAV)
    _, book = handbooks(guide)
    assert (book.lang, book.path) == ("en", "en/rokasgramatas/mobility.pdf")
    assert [each.slug for each in book.untranslated] == ["mobilitate/istenosana/", "kontrolsaraksti/mobilitate/"]
    content, faults = book_of(guide, book, HTML)
    assert faults == []
    last = content["chapters"][-1]
    rows = [row[0]["body"][0] for row in last["blocks"][0]["items"]]
    assert [(row["lang"], row["body"][0]["url"]) for row in rows] == [
        ("lv", "https://projekti.lv/mobilitate/istenosana/"),
        ("lv", "https://projekti.lv/kontrolsaraksti/mobilitate/"),
    ]


def test_a_page_knows_its_handbooks_and_a_checklist_its_sheet() -> None:
    guide = make_guide(FILES, NAV)
    stage = next(each for each in guide.pages if each.path == STAGE)
    assert [(book.title, book.path) for book in holding(guide, stage)] == [
        ("Mobilitāte", "rokasgramatas/mobilitate.pdf")
    ]
    [sheet] = sheets(guide)
    assert (sheet.sheet, sheet.path, sheet.title) == (True, "kontrolsaraksti/mobilitate.pdf", "Saraksts")
    book, faults = book_of(guide, sheet, HTML)
    assert faults == []
    assert (book["kind"], book["url"]) == ("sheet", "https://projekti.lv/kontrolsaraksti/mobilitate/")
    assert (book["glossary"], book["bibliography"]) == ([], [])


def test_the_cover_says_what_when_and_where() -> None:
    book, faults = made()
    assert faults == []
    assert {key: book[key] for key in ("kind", "lang", "title", "programme", "site", "url", "edition", "date")} == {
        "kind": "handbook",
        "lang": "lv",
        "title": "Mobilitāte",
        "programme": "mobilitate",
        "site": "Paraugs",
        "url": "https://projekti.lv/rokasgramatas/",
        "edition": "2026. gada 21. novembris",
        "date": "2026-11-21",
    }
    assert book["programmes"] == {"mobilitate": {"name": "Erasmus+ mobilitāte", "sign": "<svg/>"}}


def test_chapters_have_the_numbers_of_the_site() -> None:
    book, _ = made()
    first, stage, checklist = book["chapters"]
    assert [(each["id"], each["number"], each["title"]) for each in (first, stage, checklist)] == [
        ("p-mobilitate", "", "Mobilitāte"),
        ("p-mobilitate-istenosana", "1.", "Īstenojiet"),
        ("p-kontrolsaraksti-mobilitate", "", "Saraksts"),
    ]
    heading = {"t": "heading", "level": 2, "number": "1.1.", "body": ["Atlasiet"], "outline": True}
    assert stage["blocks"] == [{**heading, "id": "mobilitate-istenosana--step-atlase"}]
    assert stage["lead"] == [{"t": "para", "body": ["Ievads."]}]
    assert checklist["blocks"] == [
        {**heading, "id": "kontrolsaraksti-mobilitate--list-step-atlase"},
        {"t": "signature"},
    ]


def test_a_link_within_the_book_is_a_reference() -> None:
    assert link('<a href="istenosana/#step-atlase">solis</a>') == {
        "t": "ref",
        "id": "mobilitate-istenosana--step-atlase",
        "body": ["solis"],
    }
    assert link('<a href="istenosana/#stage-istenosana">a</a>')["id"] == "p-mobilitate-istenosana"
    assert link('<a href="istenosana/">a</a>')["id"] == "p-mobilitate-istenosana"


def test_a_link_out_of_the_book_has_the_whole_address() -> None:
    assert link('<a href="../glosarijs/">vārdi</a>')["url"] == "https://projekti.lv/glosarijs/"
    assert link('<a href="../glosarijs/#term-skola">skola</a>')["url"] == "https://projekti.lv/glosarijs/#term-skola"
    assert link('<a href="https://example.com/">a</a>')["url"] == "https://example.com/"


def test_without_an_address_of_the_site_such_a_link_is_text() -> None:
    assert link('<a href="../glosarijs/">vārdi</a>', site=Place("P", "", "", {})) == "vārdi"


def test_glossary_and_bibliography_hold_what_is_used() -> None:
    assert link('<a href="../glosarijs/#term-klasteris">klasteris</a>')["id"] == "term-klasteris"
    book, _ = made()
    [term] = book["glossary"]
    assert (term["id"], term["term"], term["english"]) == ("term-klasteris", "Klasteris", "cluster")
    assert term["body"][0].replace(SOFT_HYPHEN, "") == "Partneru grupa."
    assert [source["id"] for source in book["bibliography"]] == ["source-vetlv-2024"]
    assert book["bibliography"][0]["body"][0] == {"t": "strong", "body": ["VET LV Team"]}


@pytest.mark.parametrize(
    ("href", "written", "found"),
    [
        ("istenosana/#nav", "Sk. [te](istenosana.md#nav).", "#nav"),
        ("../nekur/", "Sk. [te](../nekur.md).", "nekur.md"),
        ("#nav", "Sk. [te](#nav).", "#nav"),
    ],
)
def test_a_dangling_reference_is_named_with_its_place(href: str, written: str, found: str) -> None:
    index = "docs/lv/mobilitate/index.md"
    body = page(f"# Mobilitāte\n\nTeksts.\n\n{written}\n", handbooks=["mobilitate"])
    _, [fault] = made({index: f'<h1 id="m">M</h1><p><a href="{href}">te</a></p>'}, {index: body})
    assert (fault.code, fault.at.path, (fault.at.line, fault.at.column)) == ("PDF003", index, place(body, found))


def test_an_unknown_tag_is_named_with_its_place() -> None:
    body = FILES[STAGE].replace("Teksts.", "Teksts <video></video>.")
    _, [fault] = made({STAGE: '<h1 id="stage-istenosana">1. Ī</h1><p><video></video></p>'}, {STAGE: body})
    assert (fault.code, fault.at.path, (fault.at.line, fault.at.column)) == ("PDF001", STAGE, place(body, "<video"))


def test_the_same_content_has_the_same_version() -> None:
    first, second = made()[0], made()[0]
    assert first == second
    changed, _ = made({STAGE: HTML[STAGE].replace("Ievads", "Cits ievads")})
    assert changed["version"] != first["version"]


def test_an_edition_changes_with_the_words_of_a_chapter_only() -> None:
    guide = make_guide(FILES, NAV)
    book = next(handbooks(guide))
    before = edition_of(book, made()[0])
    moved = edition_of(book, made(site=Place("Paraugs", "https://cits.lv/", "", {}))[0])
    assert moved.chapters == before.chapters
    after = edition_of(book, made({STAGE: HTML[STAGE].replace("Ievads", "Cits ievads")})[0])
    assert [slug for slug, chapter in after.chapters.items() if chapter != before.chapters[slug]] == [
        "mobilitate/istenosana/"
    ]
