"""What the template needs to know of the whole book before it sets a line: printed addresses and box names."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

NOTE_ID = "web-{chapter}-{number}"


def with_address_notes(book: Mapping[str, Any]) -> dict[str, Any]:
    """The book with a `note` on every web link: how its address is printed.

    "first" prints it as a footnote called `note-id`, "again" refers to that note in the same chapter, "beside" prints
    it after the text (in the bibliography), and a link without `note` shows its address already, or is on a sheet.
    """
    if book["kind"] == "sheet":
        return dict(book)
    chapters = [_noted(chapter, chapter["id"], {}) for chapter in book["chapters"]]
    glossary = _noted(book["glossary"], "glossary", {})
    disclaimer = _noted(book["disclaimer"], "disclaimer", None)
    bibliography = _noted(book["bibliography"], "bibliography", None)
    changed = {"chapters": chapters, "glossary": glossary, "bibliography": bibliography, "disclaimer": disclaimer}
    return {**book, **changed}


def _noted(node: Any, chapter: str, seen: dict[str, str] | None) -> Any:
    """A copy of a part of the book; `seen` holds the notes of its chapter by address, None means beside the text."""
    if isinstance(node, list):
        return [_noted(each, chapter, seen) for each in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _noted(value, chapter, seen) for key, value in node.items()}
    if node.get("t") != "link" or _same_address(_plain_text(node["body"]), node["url"]):
        return copy
    return {**copy, **_note(node["url"], chapter, seen)}


def _note(url: str, chapter: str, seen: dict[str, str] | None) -> dict[str, str]:
    if seen is None:
        return {"note": "beside"}
    if url in seen:
        return {"note": "again", "note-id": seen[url]}
    seen[url] = NOTE_ID.format(chapter=chapter, number=len(seen) + 1)
    return {"note": "first", "note-id": seen[url]}


def _same_address(text: str, url: str) -> bool:
    """Whether a link's text is its address, perhaps without the scheme."""
    return re.sub(r"^(https?://|mailto:)(www\.)?|/$", "", url) == re.sub(r"^(https?://)?(www\.)?|/$", "", text.strip())


def item_names(node: Any) -> Iterator[tuple[str, str]]:
    """Id and plain text of every checklist item, in reading order."""
    if isinstance(node, Mapping):
        if node.get("t") == "items":
            yield from ((item["id"], _plain_text(item["body"])) for item in node["items"])
        else:
            for value in node.values():
                yield from item_names(value)
    elif isinstance(node, list):
        for each in node:
            yield from item_names(each)


def _plain_text(body: list[Any]) -> str:
    """The words of inlines, without footnotes and soft hyphens."""
    return "".join(_inline_text(inline) for inline in body).replace("\u00ad", "")


def _inline_text(inline: Any) -> str:
    if isinstance(inline, str):
        return inline
    if inline["t"] in ("footnote", "break"):
        return " " if inline["t"] == "break" else ""
    return str(inline["text"]) if "text" in inline else _plain_text(inline.get("body", []))
