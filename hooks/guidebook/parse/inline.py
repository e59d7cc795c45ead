"""The marks inside a block of text: links, references, citations, values, trailing braces.

Works on the content of one markdown-it inline token, in which offsets are those of the content.
Code and escaped signs are blanked out first, so that a page can show the syntax it explains.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.latvian import WORD

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)", re.S)
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()#!-]")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\(\s*(<[^<>\n]*>|[^\s()]*)[^()\n]*\)")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+\"[^\"\n]*\")?\s*\)"
)
_CITATION = re.compile(r"\[@([^\s\[\]]+)(?:\s+([^\[\]]*?))?\s*\]")
_VALUE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]+)\](?!:)")
_BRACES = re.compile(r"\s*(?<!\{)\{([^{}]*)\}\s*$")
_ATTRIBUTE = re.compile(r"\s*(?:#(?P<id>[^\s#{}=\"]+)|(?P<key>[a-z]+)=\"(?P<value>[^\"\n]*)\")(?=\s|$)")
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>")
_HTML_ATTRIBUTE = re.compile(r"\b(id|href|src|alt)\s*=\s*\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Found:
    """A mark and its offsets in the text that was scanned."""

    kind: str
    target: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Braces:
    """The braces at the end of a heading or an item."""

    id: str
    attributes: dict[str, str]
    start: int
    """Offset of the white space before them."""
    end: int
    unread: str
    """What in them is neither an id nor an attribute; “” when all is well."""
    unread_at: int


def scan(content: str) -> Iterator[Found]:
    """Every mark of `content`, outermost first; marks inside a link are not looked at."""
    if not any(sign in content for sign in "[{"):
        return
    rest = blank_code(content)
    for kind, pattern in (("image", _IMAGE), ("citation", _CITATION), ("link", _LINK), ("footnote", _FOOTNOTE)):
        matches = list(pattern.finditer(rest))
        for match in matches:
            yield _found(kind, match, content)
            rest = _blank(rest, match.start(), match.end())
    for match in _VALUE.finditer(rest):
        yield Found("value", match[1], "", match.start(), match.end())


def trailing_braces(content: str) -> Braces | None:
    """The braces `{#id key="value"}` that end a heading or an item, or None."""
    if not content.rstrip().endswith("}"):
        return None
    match = _BRACES.search(blank_code(content))
    if match is None:
        return None
    ident, attributes = "", {}
    position, inside = 0, match[1]
    while attribute := _ATTRIBUTE.match(inside, position):
        if attribute["id"]:
            ident = ident or attribute["id"]
        else:
            attributes[attribute["key"]] = attribute["value"]
        position = attribute.end()
    unread = inside[position:].strip()
    return Braces(ident, attributes, match.start(), match.end(), unread, match.start(1) + position)


def prose_words(content: str) -> int:
    """How many words `content` has outside links, citations, values and code."""
    rest = content
    for found in scan(content):
        rest = _blank(rest, found.start, found.end)
    return len(WORD.findall(rest))


def html_marks(html: str) -> Iterator[Found]:
    """Ids, links and images of raw HTML."""
    for tag in _TAG.finditer(html):
        attributes = dict(_HTML_ATTRIBUTE.findall(tag[2]))
        if "id" in attributes:
            yield Found("id", attributes["id"], "", tag.start(), tag.end())
        if tag[1].lower() == "a" and "href" in attributes:
            yield Found("link", attributes["href"], "", tag.start(), tag.end())
        if tag[1].lower() == "img":
            alt = attributes.get("alt", "")
            yield Found("image", attributes.get("src", ""), alt, tag.start(), tag.end())


def blank_code(content: str) -> str:
    """`content` of the same length with code spans and escaped signs blanked out."""
    if "`" in content:
        content = _CODE.sub(lambda match: " " * len(match[0]), content)
    if "\\" in content:
        content = _ESCAPED.sub("  ", content)
    return content


def _found(kind: str, match: re.Match[str], content: str) -> Found:
    if kind == "footnote":
        return Found(kind, match[1], "", match.start(), match.end())
    if kind == "citation":
        place = " ".join((match[2] or "").split())
        return Found(kind, match[1], place, match.start(), match.end())
    target = match[2].strip("<>")
    text = content[match.start(1) : match.end(1)]
    if kind == "link" and target.startswith("ref:"):
        return Found("ref", target.removeprefix("ref:"), text, match.start(), match.end())
    return Found(kind, target, text, match.start(), match.end())


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
