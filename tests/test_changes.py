"""CHANGELOG.md -> releases, the page of changes and the latest on the home page."""

from datetime import date

from builders import make_guide, page

from guidebook.model import Changes
from guidebook.parse.changes import read_changes
from guidebook.render.changes import all_changes, latest_changes

TEXT = """\
# Izmaiņas

Ievads.

## 2026. gada 21. novembris

### Lasītājiem

- Viens
  turpinās.
- `Divi` & [trīs](https://example.org/).
- Trīs.
- Četri.

### Redaktoriem

- Pieci.

## 2025. gada 3. marts

- Seši.
"""
PAGES = {"docs/lv/index.md": page("# Sākums\n"), "docs/lv/par/izmainas.md": page("# Izmaiņas\n"), "CHANGELOG.md": TEXT}


def test_releases_hold_their_day_and_a_list_for_each_kind_of_reader() -> None:
    releases, faults = read_changes("CHANGELOG.md", TEXT)
    assert faults == []
    assert [release.day for release in releases] == [date(2026, 11, 21), date(2025, 3, 3)]
    newest = releases[0].changes
    assert [changes.readers for changes in newest] == ["Lasītājiem", "Redaktoriem"]
    assert newest[0].entries[0] == "Viens turpinās."
    assert releases[1].changes == (Changes("", ("Seši.",)),)


def test_without_a_changelog_there_are_no_releases() -> None:
    assert read_changes("CHANGELOG.md", "") == ((), [])


def test_page_of_changes_holds_every_release_under_its_own_anchor() -> None:
    guide = make_guide(PAGES)
    text = all_changes(guide, guide.pages[1])
    assert "## 2026. gada 21. novembris {#izmainas-2026-11-21}" in text
    assert text.index("Pieci.") < text.index("{#izmainas-2025-03-03}") < text.index("Seši.")


def test_home_page_shows_the_first_three_changes_for_readers_as_plain_text() -> None:
    guide = make_guide(PAGES)
    html = latest_changes(guide, guide.pages[0])
    assert html.count("<li>") == 3
    assert "<li>Divi &amp; trīs.</li>" in html
    assert "Četri" not in html
    assert 'href="par/izmainas/"' in html


def test_changes_in_another_language_than_the_page_say_so() -> None:
    guide = make_guide({**PAGES, "docs/en/index.md": page("# Home\n")})
    english = guide.pages_in("en")[0]
    assert '<ul lang="lv">' in latest_changes(guide, english)
