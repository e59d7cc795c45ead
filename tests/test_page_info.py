"""What the templates are told about a page."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from builders import make_guide, page
from small_site import CHECKLIST, SMALL_SITE

from guidebook.render.page_info import TOOLTIPS, Link, PageInfo, Row, Shown, cut, page_info
from guidebook.render.site import Site
from guidebook.render.words import counted_minutes

STAGE = "docs/lv/mobilitate/istenosana.md"
SHOWN = Shown("lv", {"lv": "Ceļvedis", "en": "Guide"}, None, None, "https://example.org/", "", "")


def info(
    shown: Shown = SHOWN, path: str = STAGE, files: dict[str, str] | None = None, html: str = "<h1>A</h1><p>B</p>"
) -> PageInfo:
    site = Site(make_guide(files or SMALL_SITE))
    found = site.page(path)
    assert found is not None
    return page_info(site, found, html, shown)


def test_built_page_is_cut_at_its_title_and_its_notes() -> None:
    parts = cut('<h1 id="a">A</h1>\n<p>B</p>\n<div class="footnote"><ol></ol></div>')
    assert (parts.title, parts.body.strip()) == ('<h1 id="a">A</h1>', "<p>B</p>")
    assert parts.notes == '<div class="footnote"><ol></ol></div>'


def test_page_without_a_title_or_notes_is_all_text() -> None:
    parts = cut("<p>B</p>")
    assert (parts.title, parts.body, parts.notes) == ("", "<p>B</p>", "")


def test_guidance_says_who_does_it_how_long_it_takes_and_when_it_was_reviewed() -> None:
    assert info().description == "Par lapu."
    assert info().facts == (
        Row("Kas to dara", "koordinators, vecāki"),
        Row("Lasīšanai", "1\u00a0minūte"),
        Row("Pārskatīts", "2026. gada 21. novembrī"),
    )


def test_facts_are_in_the_language_of_the_page_around_the_text() -> None:
    shown = info(replace(SHOWN, lang="en"))
    assert shown.untranslated
    assert [row.value for row in shown.facts] == ["coordinator, parents", "1 minute", "21 November 2026"]


def test_page_without_a_programme_has_no_such_rows() -> None:
    about = info(path="docs/lv/par/index.md")
    assert (about.description, about.facts, about.rows) == ("", (), ())


def test_reading_time_grows_with_the_text() -> None:
    long = {**SMALL_SITE, STAGE: SMALL_SITE[STAGE] + "\n" + "vārds " * 1800}
    assert info(files=long).facts[1].value == "10\u00a0minūtes"


def test_foot_links_checklists_handbooks_and_sources() -> None:
    text = SMALL_SITE[STAGE].replace("programme:", "handbooks: [mobilitate]\nprogramme:", 1)
    rows = info(files={**SMALL_SITE, STAGE: text})
    assert [(row.key, row.links) for row in rows.rows] == [
        ("checklists", (Link("Lapa", "../../kontrolsaraksti/mobilitate/", "lv"),)),
        ("handbooks", (Link("Mobilitāte (PDF)", "../../rokasgramatas/mobilitate.pdf", "lv"),)),
        ("sources", (Link("visu avotu saraksts", "../../avoti/", "lv"),)),
    ]


def test_the_handbook_of_a_page_is_in_the_language_of_its_text() -> None:
    text = SMALL_SITE[STAGE].replace("programme:", "handbooks: [mobilitate]\nprogramme:", 1)
    rows = {row.key: row.links for row in info(replace(SHOWN, lang="en"), files={**SMALL_SITE, STAGE: text}).rows}
    assert rows["handbooks"] == (Link("Mobilitāte (PDF)", "../../../rokasgramatas/mobilitate.pdf", "lv"),)


def test_a_checklist_links_itself_as_a_sheet() -> None:
    text = SMALL_SITE[CHECKLIST].replace("checklist:", "programme: mobilitate\nchecklist:", 1)
    rows = {row.key: row.links for row in info(path=CHECKLIST, files={**SMALL_SITE, CHECKLIST: text}).rows}
    assert rows["sheet"] == (Link("Izdrukāt šo sarakstu (PDF)", "../../kontrolsaraksti/mobilitate.pdf", "lv"),)


def test_error_is_reported_with_the_page_filled_in() -> None:
    address = urlsplit(info(replace(SHOWN, repo_url="https://github.com/a/b/")).report)
    assert address.path == "/a/b/issues/new"
    assert parse_qs(address.query) == {
        "template": ["kluda-satura.yml"],
        "title": ["Kļūda: Īstenojiet projektu"],
        "page": ["https://example.org/mobilitate/istenosana/"],
    }


def test_without_a_repository_the_page_about_the_site_says_whom_to_tell() -> None:
    assert info().report == "../../par/"


def test_nothing_absolute_is_said_while_the_address_is_unknown() -> None:
    assert info(replace(SHOWN, site_url="")).alternates == ()


@pytest.mark.parametrize(("count", "said"), [(1, "1\u00a0minūte"), (11, "11\u00a0minūtes"), (21, "21\u00a0minūte")])
def test_minutes_agree_with_their_number(count: int, said: str) -> None:
    assert counted_minutes("lv", count) == said


def test_home_page_has_no_neighbours() -> None:
    site = Site(make_guide({**SMALL_SITE, "docs/lv/index.md": page("# Sākums\n")}))
    home, stage = site.page("docs/lv/index.md"), site.page(STAGE)
    assert home is not None
    assert page_info(site, home, "", replace(SHOWN, following=stage)).following is None


@pytest.mark.parametrize(("notes", "without"), [(60, ()), (61, TOOLTIPS)])
def test_a_page_of_many_notes_has_no_tooltips(notes: int, without: tuple[str, ...]) -> None:
    note = '<a class="footnote-ref" href="#fn:a">1</a>'
    assert info(html=f"<h1>A</h1>{note * notes}").without == without
