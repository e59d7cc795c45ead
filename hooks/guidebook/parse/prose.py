"""The running text of a page, at the offsets where it is written."""

import re

from guidebook.model import Mention, Page, Span

_FENCED = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ >]*(?P=fence)[`~]*[ ]*$|\Z)", re.M | re.S)
_NOT_PROSE = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`)(?:[^`]|(?!(?P=ticks)(?!`))`)*(?P=ticks)(?!`)"  # code
    r"|<!--.*?-->|</?[a-zA-Z][^<>]*>"  # raw HTML: its tags, not the text in a drawing
    r"|https?://[^\s<>)\]]*"
    r"|(?<!\{)\{[#a-z][^{}\n]*\}[ ]*$",  # the braces of headings and items
    re.M | re.S,
)


def prose(page: Page) -> str:
    """The page's text with code, addresses, tags, ids, citations and values blanked out.

    The result is as long as the text, so an offset means the same place in both.
    """
    text = _FENCED.sub(_blank, page.text)
    text = _NOT_PROSE.sub(_blank, text)
    for mention in page.mentions:
        start, end = _hidden(mention)
        text = text[:start] + _blanked(text[start:end]) + text[end:]
    return text


def place(page: Page, offset: int) -> Span:
    """Where a character of the page's text was written."""
    line = page.lines[page.text.count("\n", 0, offset)]
    return Span(line.path, line.number, offset - page.text.rfind("\n", 0, offset) - line.shift)


def _hidden(mention: Mention) -> tuple[int, int]:
    """The part of a mention a reader does not see: all of a citation, the target of a link."""
    if mention.kind in ("link", "ref", "image") and not mention.raw:
        opening = 2 if mention.kind == "image" else 1
        return mention.start + opening + len(mention.text), mention.end
    return mention.start, mention.end


def _blank(match: re.Match[str]) -> str:
    return _blanked(match[0])


def _blanked(text: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in text)
