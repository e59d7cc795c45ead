"""Line ends, spaces and empty lines."""

import re

from guidebook.fix.meaning import TAB
from guidebook.fix.text import Text, layout

MOST_BLANK = 2
"""Empty lines that may follow one another."""
_INNER_TAB = re.compile(r" *\t[ \t]*")
_MARK_ALONE = re.compile(r"[ \t>]*(?:(?:[-*+:]|\d{1,9}[.)])[ \t]+)*(?:[-*+:]|\d{1,9}[.)])")
"""The mark of a list item that has no text yet, which is one only with a space behind it."""
_BLANK_RUN = re.compile(rf"\n{{{MOST_BLANK + 2},}}")


def line_ends(text: Text) -> str:
    """Windows and old Mac line ends become LF (FILE003)."""
    return text.text.replace("\r\n", "\n").replace("\r", "\n")


def byte_order_mark(text: Text) -> str:
    """The byte order mark goes (FILE002)."""
    return text.text.removeprefix("\ufeff")


def trailing_spaces(text: Text) -> str:
    """Spaces at the end of a line go, but for the two that break it inside a paragraph (TEXT)."""
    rows = text.text.split("\n")
    if not text.is_page:
        return "\n".join(row.rstrip(" \t") for row in rows)
    parts = layout(text.text)
    inside = {row for block in parts.blocks for row in range(block.rows[0], block.rows[1] - (not block.is_paragraph))}
    for row, written in enumerate(rows):
        if row not in parts.untouched:
            rows[row] = written.rstrip(" \t")
            goes_on = row in inside and any(following.strip(" \t") for following in rows[row + 1 : row + 2])
            if goes_on and rows[row] and written.expandtabs(TAB).endswith("  "):
                rows[row] += "  "
            elif _MARK_ALONE.fullmatch(rows[row]) and rows[row] != written:
                rows[row] += " "
    return "\n".join(rows)


def tabs(text: Text) -> str:
    """A tab becomes spaces: up to four before the text, one between words, two in YAML (FILE004)."""
    if "\t" not in text.text:
        return text.text
    rows = text.text.split("\n")
    if not text.is_page:
        return "\n".join(row.replace("\t", "  ") for row in rows)
    parts = layout(text.text)
    for row, written in enumerate(rows):
        if row < parts.body:
            rows[row] = written.replace("\t", "  ")
        elif row not in parts.untouched:
            start = len(written) - len(_from_words(written))
            rows[row] = written[:start].expandtabs(TAB) + _INNER_TAB.sub(" ", written[start:])
    return "\n".join(rows)


def blank_lines(text: Text) -> str:
    """More than two empty lines become one (TEXT)."""
    if not _BLANK_RUN.search(text.text):
        return text.text
    shortened = _BLANK_RUN.sub("\n\n", text.text)
    if not text.is_page:
        return shortened
    parts = layout(shortened)
    kept: list[str] = []
    position = blank = 0
    for run in _BLANK_RUN.finditer(text.text):
        between = text.text[position : run.start()]
        blank += between.count("\n") + 1
        stays = blank < parts.body or blank in parts.untouched
        kept += [between, run[0] if stays else "\n\n"]
        blank += 1
        position = run.end()
    return "".join([*kept, text.text[position:]])


def last_newline(text: Text) -> str:
    """The last line ends like every other, with nothing after it (TEXT)."""
    parts = layout(text.text) if text.is_page else None
    if parts and len(parts.rows) - 1 in parts.untouched:
        return text.text if text.text.endswith("\n") else f"{text.text}\n"
    written = text.text.rstrip("\n")
    return f"{written}\n" if written else ""


def _from_words(written: str) -> str:
    """A row from its first word, behind the marks of lists and quotes."""
    return re.sub(r"^(?:[ \t>]|(?:[-*+:]|\d{1,9}[.)]|#{1,6})(?=[ \t]))*", "", written)
