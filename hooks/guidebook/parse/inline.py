"""The marks inside a block of text: links, references, citations, values, trailing braces.

Works on the content of one markdown-it inline token, in which offsets are those of the content.
Code and escaped signs are blanked out first, so that a page can show the syntax it explains.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it.common.utils import normalizeReference

from guidebook.ids import is_valid
from guidebook.latvian import WORD

_HIDDEN = "\0"
"""Stands for a sign that means nothing; no white space, so that what ends in code does not end before it."""
_SPACES = re.compile(r"[ \t\n]+")
_CODE = re.compile(r"`+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#!-])")
_ESCAPED_OR_CODE = re.compile(rf"{_ESCAPED.pattern}|`+")
_TEXT = r"\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
_IMAGE = re.compile(r"!\[([^\[\]]*+)\]\(\s*+(<[^<>\n]*+>|[^\s()]*+)[^()\n]*+\)")
_LINK = re.compile(_TEXT + r"\(\s*+(<[^<>\n]*+>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)*+)(?:\s++\"[^\"\n]*+\")?\s*+\)")
_NAMED = re.compile(_TEXT + r"(?:\[([^\[\]]*+)\])?")
_CITATION = re.compile(r"\[@([^\s\[\]]++)([^\[\]]*+)\]")
_CITATIONS = re.compile(r"(?:\[@[^\[\]]*+\]\s*+)++")
_VALUE = re.compile(r"\{\{([^{}]*+)\}\}")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]++)\](?!:)")
_PATTERNS = (("image", _IMAGE), ("citation", _CITATION), ("link", _LINK), ("footnote", _FOOTNOTE))
_BRACES = re.compile(r"(?<!\{)\{([^{}]*+)\}$")
_ATTRIBUTE = re.compile(r"\s*+(?:#(?P<id>[^\s#{}=\"]+)|(?P<key>[a-z]+)=\"(?P<value>[^\"\n]*)\")(?=\s|$)")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.S)
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s[^<>]*)?)>")
_HTML_ATTRIBUTE = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")


@dataclass(frozen=True, slots=True)
class Found:
    """A mark and its offsets in the text that was scanned."""

    kind: str
    target: str
    text: str
    start: int
    end: int
    href: tuple[int, int] | None = None
    """Offsets of the address where it stands in the mark itself."""


@dataclass(frozen=True, slots=True)
class Braces:
    """The braces at the end of a heading or an item."""

    id: str
    attributes: dict[str, str]
    start: int
    """Offset of the white space before them."""
    end: int
    unread: str
    """What in them is neither an id nor a known attribute; “” when all is well."""
    unread_at: int


def scan(content: str, addresses: Mapping[str, str] | None = None) -> Iterator[Found]:
    """Every mark of `content`, outermost first; marks inside a link are not looked at.

    `addresses` are those of links defined elsewhere (`[label]: address`), by label.
    """
    if "[" not in content and "{" not in content:
        return
    rest = blank_code(content)
    for kind, pattern in _PATTERNS:
        if matches := list(pattern.finditer(rest)):
            yield from (_found(kind, match, content) for match in matches)
            rest = pattern.sub(_blank, rest)
    for match in _NAMED.finditer(rest) if addresses else ():
        label = content[slice(*match.span(2 if match[2] else 1))]
        if href := (addresses or {}).get(normalizeReference(label)):
            yield Found("named", href, content[slice(*match.span(1))], match.start(), match.end())
    for match in _VALUE.finditer(rest):
        yield Found("value", match[1].strip(), "", match.start(), match.end())


def trailing_braces(content: str, known: Iterable[str]) -> Braces | None:
    """The braces `{#id key="value"}` that end a heading or an item, or None; `known` are the keys."""
    match = _BRACES.search(blank_code(content).rstrip()) if content.rstrip().endswith("}") else None
    if match is None:
        return None
    inside = content[slice(*match.span(1))]
    ident, attributes, unread = "", dict[str, str](), ("", 0)
    position = 0
    while attribute := _ATTRIBUTE.match(inside, position):
        position = attribute.end()
        if attribute["id"]:
            ident = ident or attribute["id"]
        elif attribute["key"] in known:
            attributes[attribute["key"]] = attribute["value"]
        else:
            unread = unread if unread[0] else (attribute["key"], attribute.start("key"))
    if not unread[0]:
        left = inside[position:].lstrip()
        unread = (left.rstrip(), len(inside) - len(left))
    if is_valid(unread[0]):
        ident = ident or unread[0]  # The “#” alone is missing; what points at the id is right.
    start = len(content[: match.start()].rstrip())
    return Braces(ident, attributes, start, match.end(), unread[0], match.start(1) + unread[1])


def only_citations(content: str) -> bool:
    """Whether `content` consists of citations."""
    return content.startswith("[@") and _CITATIONS.fullmatch(content) is not None


def prose_words(content: str, marks: Iterable[Found]) -> int:
    """How many words `content` has outside `marks`, those that `scan` found in it."""
    words, position = 0, 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        words += len(WORD.findall(content, position, max(position, mark.start)))
        position = max(position, mark.end)
    return words + len(WORD.findall(content, position))


def html_marks(html: str) -> Iterator[Found]:
    """Ids, links and images of raw HTML; comments are not looked at."""
    for tag in _TAG.finditer(_COMMENT.sub(_blank, html)):
        attributes = {
            match[1].lower(): match[2] or match[3] or match[4] or "" for match in _HTML_ATTRIBUTE.finditer(tag[2])
        }
        if "id" in attributes:
            yield Found("id", attributes["id"], "", tag.start(), tag.end())
        if tag[1].lower() == "a" and "href" in attributes:
            yield Found("link", attributes["href"], "", tag.start(), tag.end())
        if tag[1].lower() == "img":
            alt = attributes.get("alt", "")
            yield Found("image", attributes.get("src", ""), alt, tag.start(), tag.end())


def blank_code(content: str) -> str:
    """`content` of the same length with code spans and escaped signs hidden.

    Code ends at the next run of as many backticks (CommonMark 6.1); a backtick behind a backslash opens none.
    """
    if "`" not in content and "\\" not in content:
        return content
    runs: dict[int, list[int]] = {}
    for run in _CODE.finditer(content):
        runs.setdefault(len(run[0]), []).append(run.start())
    parts, position = [], 0
    while sign := _ESCAPED_OR_CODE.search(content, position):
        start, end = sign.span()
        hidden = True
        if sign[0][0] == "`":
            closing = runs.get(end - start, [])
            index = bisect_left(closing, end)
            hidden = index < len(closing)
            end = closing[index] + end - start if hidden else end
        parts += [content[position:start], _HIDDEN * (end - start) if hidden else sign[0]]
        position = end
    return "".join([*parts, content[position:]])


def _found(kind: str, match: re.Match[str], content: str) -> Found:
    """The mark as written, of a match in the content with its code hidden."""
    first, second = (content[slice(*match.span(group))] for group in (1, match.lastindex or 1))
    start, end = match.span()
    if kind == "footnote":
        return Found(kind, first, "", start, end)
    if kind == "citation":
        return Found(kind, first, _SPACES.sub(" ", second).strip(), start, end)
    opened, closed = match.span(2)
    if second.startswith("<"):
        opened, closed = opened + 1, closed - 1
    target = _ESCAPED.sub(r"\1", content[opened:closed])
    if kind == "link" and target.startswith("ref:"):
        return Found("ref", target.removeprefix("ref:"), first, start, end)
    return Found(kind, target, first, start, end, (opened, closed))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
