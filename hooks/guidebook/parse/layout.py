"""Where everything in a page's text was written."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from markdown_it.token import Token

from guidebook.model import Line, Span
from guidebook.parse.decode import LONGEST_LINE

TAB = 4
"""Columns between tab stops, as Python-Markdown counts them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Maps offsets in an inline token's content to offsets in the page's text."""

    parts: tuple[tuple[int, int], ...]
    """(offset in the content, offset in the text) of each part of the content that stands in one piece."""

    def __call__(self, offset: int) -> int:
        """The offset in the text."""
        index = bisect_right(self.parts, offset, key=lambda part: part[0]) - 1
        begin, start = self.parts[index]
        return start + offset - begin


class Layout:
    """The text of a page, row by row, with the place in a file where each row was written.

    Tabs become spaces and rows too long to be looked at become empty; `span` still counts as written.
    """

    def __init__(self, texts: Iterable[str], lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self._tabbed: dict[int, str] = {}
        self.rows: list[str] = []
        for row, text in enumerate(texts):
            if "\t" in text:
                self._tabbed[row] = text
            self.rows.append(text.expandtabs(TAB) if len(text) <= LONGEST_LINE else "")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.text = "\n".join(self.rows)
        self._cursor: dict[int, int] = {}
        """Row -> column behind the last table cell found in it."""

    def blank(self, row: int) -> None:
        """Make a row white space; no other row moves."""
        self.rows[row] = " " * len(self.rows[row])
        self.text = "\n".join(self.rows)

    def span(self, offset: int) -> Span:
        """The written place of an offset in the text."""
        row = min(bisect_right(self.starts, offset) - 1, len(self.lines) - 1)
        column = offset - self.starts[row]
        if row in self._tabbed:
            column = _written_column(self._tabbed[row], column)
        line = self.lines[row]
        return Span(line.path, line.number, max(1, column - line.shift + 1))

    def locate(self, token: Token, cell: bool) -> Place:
        """Where the content of an inline token stands; in a table `cell` each bar was written as “\\|”."""
        assert token.map is not None
        written = token.content.split("\n")
        last = len(self.rows) - 1
        # What markdown-it takes for white space (a line with a hard space only) is not in the content.
        row = next((row for row in range(*token.map) if written[0] in self.rows[row]), token.map[0])
        parts: list[tuple[int, int]] = []
        position = 0
        for line in written:
            row = min(row, last)
            pieces = line.split("|") if cell else [line]
            column = max(self.rows[row].find("\\|".join(pieces), self._cursor.get(row, 0)), 0)
            for piece in pieces:
                parts.append((position, self.starts[row] + column))
                position += len(piece) + 1
                column += len(piece) + 2
            self._cursor[row] = column - 2
            row += 1
        return Place(tuple(parts))


def _written_column(written: str, column: int) -> int:
    """The offset in a line with tabs of a column counted with the tabs expanded."""
    width = 0
    for offset, sign in enumerate(written):
        if width >= column:
            return offset
        width += TAB - width % TAB if sign == "\t" else 1
    return len(written)
