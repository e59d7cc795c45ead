"""Links of an article -> references within a book where they lead to it, else addresses of the web."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidebook.render.handbook.inlines import Damage, Inline, Node, chapter_id


@dataclass(frozen=True, slots=True)
class Links:
    """What a book holds and what the site holds."""

    chapters: Mapping[str, Mapping[str, str]]
    """Address of a page of the book from the site's root -> its ids -> ids in the book."""
    entries: frozenset[str]
    """Ids of the book's glossary and bibliography."""
    pages: frozenset[str]
    """Addresses of all pages of the site, from its root."""
    root: str
    """The site's address; may be empty."""


def relinked(blocks: list[Node], links: Links) -> tuple[list[Node], list[Damage]]:
    """Blocks with their links resolved, and the links that lead nowhere; the given blocks stay as they are."""
    dangling: list[Damage] = []
    made: list[Node] = _relinked(blocks, links, dangling)
    return made, dangling


def _relinked(value: Any, links: Links, dangling: list[Damage]) -> Any:
    if isinstance(value, list):
        made: list[Any] = []
        for each in value:
            if isinstance(each, dict) and each.get("t") == "link":
                body = _relinked(each["body"], links, dangling)
                made += _resolved(each["url"], body, links, dangling)
            else:
                made.append(_relinked(each, links, dangling))
        return made
    if isinstance(value, dict):
        return {key: _relinked(each, links, dangling) for key, each in value.items()}
    return value


def _resolved(url: str, body: list[Inline], links: Links, dangling: list[Damage]) -> list[Inline]:
    if not url.startswith("/"):
        return [{"t": "link", "url": url, "body": body}]
    address, _, anchor = url.partition("#")
    if anchor in links.entries:
        return [{"t": "ref", "id": anchor, "body": body}]
    if address in links.chapters:
        ident = links.chapters[address].get(anchor) if anchor else chapter_id(address)
        if ident:
            return [{"t": "ref", "id": ident, "body": body}]
    if address in links.chapters or address not in links.pages:
        hint = "Labojiet saiti vai izdzēsiet to."
        dangling.append(Damage("PDF003", f"saite ved uz vietu, kuras nav: {url.lstrip('/')}.", hint, _near(url)))
        return body
    return [{"t": "link", "url": links.root + url.lstrip("/"), "body": body}] if links.root else body


def _near(url: str) -> tuple[str, ...]:
    """How the link may be written in Markdown."""
    address, _, anchor = url.partition("#")
    name = address.strip("/").rpartition("/")[2]
    return (f"(ref:{anchor})", f"#{anchor}", f"{name}.md", f"{name}/") if anchor else (f"{name}.md", f"{name}/index.md")
