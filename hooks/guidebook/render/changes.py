"""What changed: the page of changes and the latest of them on the home page, both from CHANGELOG.md."""

from html import escape

from guidebook.model import Guide, Page, Release
from guidebook.parse.blocks import plain
from guidebook.render.links import url
from guidebook.render.words import WORDS

SLUG = "par/izmainas/"
"""The page that holds all changes."""
LATEST = 3
"""Changes shown on the home page."""


def anchor(release: Release) -> str:
    """Where a release stands on the page of changes: “izmainas-2026-11-21”."""
    return f"izmainas-{release.day.isoformat() if release.day else 'nakamas'}"


def all_changes(guide: Guide, page: Page) -> str:
    """Every release as Markdown, the newest first."""
    lines: list[str] = []
    for release in guide.releases:
        lines.append(f"\n## {release.title} {{#{anchor(release)}}}")
        for changes in release.changes:
            lines.append(f"\n**{changes.readers}**\n" if changes.readers else "")
            lines += [f"- {entry}" for entry in changes.entries]
    return "\n".join(lines or [WORDS[page.lang]["no-changes"]]) + "\n"


def latest_changes(guide: Guide, page: Page) -> str:
    """The first changes for readers of the newest release as HTML, with a link to all.

    CHANGELOG.md is written in the default language, so the list says its language on pages in another.
    """
    words, lang = WORDS[page.lang], guide.languages[0]
    there = next((each for each in guide.pages_in(lang) if each.slug == SLUG), None)
    entries = [entry for release in guide.releases[:1] for changes in release.changes[:1] for entry in changes.entries]
    if not entries:
        return words["no-changes"]
    release = guide.releases[0]
    rows = [f"<li>{escape(plain(entry), quote=False)}</li>" for entry in entries[:LATEST]]
    more = f'<p><a href="{url(page, there)}">{words["all-changes"]}</a></p>' if there else ""
    foreign = f' lang="{lang}"' if page.lang != lang else ""
    day = f"<p{foreign}><strong>{escape(release.title)}</strong></p>" if release.day else ""
    return "\n".join(['<div class="latest-changes">', day, f"<ul{foreign}>", *rows, "</ul>", more, "</div>"])
