"""A page's running text cut into passages: paragraphs, points of lists, rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.model import Page

_OPENING = re.compile(
    r"[ >]*+(?:(?P<apart>\#{1,6}[ ]|!!!|\?\?\?|`{3}|~{3}|</?[a-zA-Z]|-{3,}$|\|?[ ]?:?-{2,}[ :|-]*$)"
    r"|(?P<item>[-*+][ ]\[[ xX]\][ ])"
    r"|(?P<point>(?:[-*+]|\d{1,3}[.)]|:)[ ]+)"
    r"|(?P<row>\|)"
    r"|(?P<note>\[\^[^\]]+\]:))?"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that is read in one go; offsets in it begin at `start` of the page's text."""

    kind: str
    """text, item, point, row or note."""
    text: str
    """Its part of the running text, line ends included."""
    start: int
    path: str
    """The file in which it was written, a snippet's own for what it brought."""


def passages(page: Page) -> Iterator[Passage]:
    """Every passage of a page in order; headings, titles of boxes, code and tags are left out."""
    text = page.prose
    kind, start, first, position = "", 0, 0, 0
    for number, row in enumerate(page.text.split("\n")):
        opening = _OPENING.match(row)
        assert opening is not None
        opened = opening.lastgroup or ""
        ends = not row.strip() or bool(opened) or page.lines[number].path != page.lines[first].path
        if ends and kind:
            yield Passage(kind, text[start : position - 1], start, page.lines[first].path)
            kind = ""
        if row.strip() and opened != "apart" and not kind:
            kind, start, first = opened or "text", position + opening.end(), number
        position += len(row) + 1
    if kind:
        yield Passage(kind, text[start:], start, page.lines[first].path)
