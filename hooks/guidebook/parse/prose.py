"""The running text of a page, at the offsets where it is written."""

import re
from collections.abc import Iterable

from guidebook.model import Mention

_FENCED = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ >]*(?P=fence)[`~]*[ ]*$|\Z)", re.M | re.S)
_NOT_PROSE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?:[^`]|(?!(?P=ticks)(?!`))`)*(?P=ticks)(?!`)"  # code
    r"|<style\b.*?</style>"  # what a drawing looks like
    r"|<!--(?:.*?-->|.*)|</?[a-zA-Z](?![^<>\s]*@)[^<>]*>"  # raw HTML: its tags, not the text in a drawing
    r"|https?://[^\s<>)\]]*"
    r"|(?<!\{)\{[#a-z][^{}\n]*\}[ ]*$",  # the braces of headings and items
    re.M | re.S,
)


def prose(written: str, mentions: Iterable[Mention]) -> str:
    """The text with code, addresses, tags, ids, citations and values blanked out.

    The result is as long as the text, so an offset means the same place in both.
    """
    text = _FENCED.sub(_blank, written) if "```" in written or "~~~" in written else written
    text = _NOT_PROSE.sub(_blank, text)
    parts, position = [], 0
    for start, end in sorted(map(_hidden, mentions)):
        if start >= position:
            parts += [text[position:start], _blanked(text[start:end])]
            position = end
    return "".join([*parts, text[position:]])


def _hidden(mention: Mention) -> tuple[int, int]:
    """The part of a mention a reader does not see: all of a citation, the target of a link."""
    if mention.kind in ("link", "ref", "image", "named") and not mention.raw:
        opening = 2 if mention.kind == "image" else 1
        return mention.start + opening + len(mention.text), mention.end
    return mention.start, mention.end


def _blank(match: re.Match[str]) -> str:
    return _blanked(match[0])


def _blanked(text: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in text)
