"""The Atom feed of changes, one entry a release. Source of the form: RFC 4287."""

from html import escape
from urllib.parse import urljoin
from xml.etree import ElementTree

from guidebook.model import Guide, Release
from guidebook.parse.blocks import plain
from guidebook.render.changes import SLUG, anchor

FEED = "feed.xml"
"""Where the feed is published, below the site's address."""
_ATOM = "http://www.w3.org/2005/Atom"


def has_feed(guide: Guide, site_url: str) -> bool:
    """Whether there is anything dated to tell, and an address to tell it from."""
    return bool(site_url) and any(release.day for release in guide.releases)


def feed(guide: Guide, site_name: str, site_url: str) -> str:
    """The feed of the releases that have a day, the newest first; see `has_feed`."""
    releases = [release for release in guide.releases if release.day]
    page = urljoin(site_url, SLUG)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": guide.languages[0]})
    _add(root, "id", page)
    _add(root, "title", f"{site_name} – izmaiņas")
    _add(root, "updated", _moment(releases[0]))
    ElementTree.SubElement(root, "link", {"rel": "self", "href": urljoin(site_url, FEED)})
    ElementTree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(ElementTree.SubElement(root, "author"), "name", site_name)
    for release in releases:
        address = f"{page}#{anchor(release)}"
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "id", address)
        _add(entry, "title", release.title)
        _add(entry, "updated", _moment(release))
        ElementTree.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
        _add(entry, "content", _html(release)).set("type", "html")
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, "unicode")}\n'


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = text
    return child


def _moment(release: Release) -> str:
    assert release.day is not None
    return f"{release.day.isoformat()}T00:00:00Z"


def _html(release: Release) -> str:
    parts = []
    for changes in release.changes:
        parts.append(f"<p>{escape(changes.readers)}</p>" if changes.readers else "")
        rows = "".join(f"<li>{escape(plain(entry), quote=False)}</li>" for entry in changes.entries)
        parts.append(f"<ul>{rows}</ul>")
    return "".join(parts)
