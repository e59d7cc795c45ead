"""A built table -> a table of a book."""

import re
from collections.abc import Callable
from typing import Any

from lxml.html import HtmlElement

Cell = list[Any]
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")
LONGEST = 60
"""Letters of a cell beyond which a column needs no more width."""


def table(
    element: HtmlElement, inlines: Callable[[HtmlElement], Cell]
) -> tuple[dict[str, Any], tuple[str, str] | None]:
    """The table, and what is wrong with it.

    `inlines` reads a cell. Columns have weights by what they hold: the longest word has to fit, and a long
    text gets more room than a short one. A table is one to write in when most of its cells are empty.
    """
    head = [*element.iterfind("thead/tr/th")]
    rows = [list(row) for row in element.iterfind("tbody/tr")]
    found = element.find("caption")
    problem = None
    if not any(cell.text_content().strip() for cell in head):
        problem = "tabulai nav galvas rindas.", "Pirmajā rindā ierakstiet aiļu nosaukumus."
    if any(cell.get(key) for cell in element.iter("th", "td") for key in ("rowspan", "colspan")):
        problem = "tabulā ir apvienotas šūnas, ko ekrāna lasītājs nesaprot.", "Sadaliet tās atsevišķās šūnās."
    if any(len(row) > len(head) for row in rows):
        problem = "tabulas rindā ir vairāk šūnu nekā galvā.", "Pierakstiet aiļu nosaukumus vai izdzēsiet liekās šūnas."
    columns = [[cell, *(row[index] for row in rows if index < len(row))] for index, cell in enumerate(head)]
    cells = [cell for row in rows for cell in row]
    empty = sum(not cell.text_content().strip() for cell in cells)
    made = {
        "t": "table",
        "columns": [_weight([cell.text_content() for cell in column]) for column in columns],
        "align": [_align(column[-1]) for column in columns],
        "head": [inlines(cell) for cell in head],
        "rows": [[*(inlines(cell) for cell in row), *([] for _ in head[len(row) :])] for row in rows],
        "caption": inlines(found) if found is not None else [],
        "writein": empty * 2 > len(cells),
    }
    return made, problem


def _weight(texts: list[str]) -> int:
    longest_word = max((len(word) for text in texts for word in text.split()), default=1)
    lengths = [min(len(text), LONGEST) for text in texts]
    return max(longest_word, round(sum(lengths) / max(1, len(lengths))), 4)


def _align(cell: HtmlElement) -> str:
    found = _ALIGN.search(cell.get("style", ""))
    return found[1] if found else cell.get("align", "left")
