"""What a machine can mend in a file of docs/ without judging: text in, text out."""

from collections.abc import Callable
from dataclasses import replace

from guidebook.fix import files, items, letters, matter, quotes, typography
from guidebook.fix.meaning import same_meaning
from guidebook.fix.shown import shown_alike
from guidebook.fix.text import Text

FIXES: tuple[Callable[[Text], str], ...] = (
    files.line_ends,
    files.byte_order_mark,
    files.trailing_spaces,
    files.tabs,
    files.blank_lines,
    files.last_newline,
    letters.zero_width,
    letters.composed,
    matter.key_order,
    typography.ellipsis,
    typography.year_range,
    typography.range_with_unit,
    typography.class_range,
    typography.dash,
    typography.percent,
    typography.ordinal,
    typography.abbreviation,
    typography.page_number,
    typography.number_sign,
    typography.price_point,
    typography.price_spaces,
    quotes.paired,
    items.ids_of_items,
)
"""In this order: what a later one looks at, an earlier one has made plain."""

AS_SHOWN = (files.blank_lines,)
"""Only what the site shows counts. The reader of the gate takes a list in a note for code where three empty lines stand
before it, the site does not; so here its comparison would be wrong."""
Alike = Callable[[str, str], bool]
"""Whether two texts of a page say the same."""
MOST_TRIED = 100
"""Comparisons for one fix of a page. Where that many do not settle it, the rows left stay as they are."""
MOST_ROUNDS = 9
"""One fix may make room for another; none undoes one, so that two or three rounds are enough."""


def mend(text: Text) -> str:
    """The mended text; mending it again changes nothing. A change that would alter what the text says is left out."""
    for _ in range(MOST_ROUNDS):
        before = text.text
        for fix in FIXES:
            text = replace(text, text=_kept(text, fix(text), as_shown=fix in AS_SHOWN))
        if text.text == before:
            break
    return text.text


def _kept(text: Text, fixed: str, as_shown: bool) -> str:
    """`fixed`, but as it was in the rows where the change would alter the meaning."""
    tried = 0

    def alike(before: str, after: str) -> bool:
        nonlocal tried
        tried += 1
        if tried > MOST_TRIED:
            return False
        read_alike = as_shown or same_meaning(text.path, before, after)
        return read_alike and (not text.is_page or shown_alike(before, after))

    if fixed == text.text or alike(text.text, fixed):
        return fixed
    before, after = text.text.split("\n"), fixed.split("\n")
    if len(before) != len(after):
        return text.text
    changed = [row for row, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    return "\n".join(_halved(alike, before, after, changed))


def _halved(alike: Alike, rows: list[str], after: list[str], changed: list[int]) -> list[str]:
    """`rows` with those of `changed` taken from `after` that may be, found by halving."""
    if len(changed) == 1:
        return rows
    for part in (changed[: len(changed) // 2], changed[len(changed) // 2 :]):
        tried = list(rows)
        for row in part:
            tried[row] = after[row]
        rows = tried if alike("\n".join(rows), "\n".join(tried)) else _halved(alike, rows, after, part)
    return rows
