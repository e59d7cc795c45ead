"""Quotation marks."""

import re

from guidebook.fix.text import HIDDEN, Text, layout, words

_QUOTE = re.compile('["“”„‟«»]')
_EMPHASIS = "*_~"
_NEAR = 8
"""Signs of emphasis that may stand at a quotation mark."""
_OPENS_AFTER = " \n\u00a0([–—/-"
_CLOSES_BEFORE = " \n\u00a0)].,;:!?…–—/-"


def paired(text: Text) -> str:
    """Quotation marks are “…” where each opening one has its closing one in the paragraph (TYPO)."""
    if not text.is_latvian or not _QUOTE.search(text.text):
        return text.text
    shown, rows = words(text).split("\n"), text.text.split("\n")
    for block in layout(text.text).blocks:
        lines = block.content.split("\n")
        if len(lines) != len(block.lines):
            continue
        places = [(row, column, len(line)) for (row, column), line in zip(block.lines, lines, strict=True)]
        mended = _paired("\n".join(shown[row][column : column + size] for row, column, size in places)).split("\n")
        for (row, column, size), line in zip(places, mended, strict=True):
            signs = zip(rows[row][column : column + size], line, strict=True)
            middle = "".join(new if _QUOTE.match(old) and new != HIDDEN else old for old, new in signs)
            rows[row] = rows[row][:column] + middle + rows[row][column + size :]
    return "\n".join(rows)


def _paired(shown: str) -> str:
    """The words of one paragraph with its quotation marks mended; as they are if one of them has no partner."""
    signs = list(shown)
    opened = False
    for quote in _QUOTE.finditer(shown):
        opens, closes = _opens(shown, quote.start()), _closes(shown, quote.start())
        if opens in (closes, opened):
            return shown
        opened = opens
        signs[quote.start()] = "“" if opens else "”"
    return shown if opened else "".join(signs)


def _opens(shown: str, at: int) -> bool:
    before, after = _around(shown, at)
    return (not before or before in _OPENS_AFTER) and bool(after.strip()) and after not in ".,;:!?)"


def _closes(shown: str, at: int) -> bool:
    before, after = _around(shown, at)
    return bool(before.strip()) and (not after or after in _CLOSES_BEFORE or after == HIDDEN)


def _around(shown: str, at: int) -> tuple[str, str]:
    """The signs before and behind a quotation mark, stars and underscores of emphasis left out; “” at an end."""
    before, after = shown[max(0, at - _NEAR) : at], shown[at + 1 : at + 1 + _NEAR]
    return before.rstrip(_EMPHASIS)[-1:], after.lstrip(_EMPHASIS)[:1]
