"""Raw HTML and attribute lists in a page's text, outside code and comments."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from guidebook.parse.inline import blank_code

_ATTRIBUTES = re.compile(r"\{[^{}\n]*?(?<=[\s:{])(?:on[a-z]{3,}|style|src|href)\s*+=", re.I)
_FENCED = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ >]*(?P=fence)[`~]*[ ]*$|\Z)", re.M | re.S)
_BETWEEN = re.compile(r"(\n[ ]*+\n)")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.S)
_TAG = re.compile(
    r"(?<!\\)<(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?=[\s/>]|$)"
    r"(?P<rest>(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)(?P<end>>?)"
)
_BRACES = re.compile(r"(?<![{\\])\{:?(?P<rest>[^{}\n]*+)\}")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/={}]++)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'<>]++))"
)
_STYLES = re.compile(r"[^<]*+")


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag, or the attributes `{: … }` of something written in Markdown."""

    name: str
    """In lower case; “” for attributes in braces."""
    attributes: Mapping[str, str]
    """Name in lower case -> value without entities."""
    written: str
    """As the author wrote it."""
    style: str
    """What stands between <style> and </style>."""
    closed: bool
    """Whether its “>” was found."""
    start: int
    end: int


def without_code(text: str) -> str:
    """A page's text with code and comments blanked out, at equal offsets."""
    text = with_comments(text)
    return _COMMENT.sub(_blank, text) if "<!--" in text else text


def with_comments(text: str) -> str:
    """A page's text with code blanked out, at equal offsets."""
    if "```" in text or "~~~" in text:
        text = _FENCED.sub(_blank, text)
    if "`" in text:
        text = "".join(blank_code(block) for block in _BETWEEN.split(text))
    return text


@lru_cache(maxsize=4096)
def tags(text: str) -> tuple[Tag, ...]:
    """Every opening tag of a page's text, then every list of attributes; kept for the next rule that asks."""
    return tuple(_tags(without_code(text))) if "<" in text or _ATTRIBUTES.search(text) else ()


def _tags(text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        style = _STYLES.match(text, match.end()) if name == "style" else None
        yield _tag(match, name, style[0] if style else "", closed=bool(match["end"]))
    for match in _BRACES.finditer(text):
        if "=" in match["rest"]:
            yield _tag(match, "", "", closed=True)


def _tag(match: re.Match[str], name: str, style: str, closed: bool) -> Tag:
    attributes = {
        each["name"].lower(): unescape(each["double"] or each["single"] or each["bare"] or "")
        for each in _ATTRIBUTE.finditer(match["rest"])
    }
    return Tag(name, attributes, match[0], style, closed, match.start(), match.end())


def _blank(match: re.Match[str]) -> str:
    return "".join("\n" if char == "\n" else " " for char in match[0])
