"""The grammar of ids, anchors derived from titles, and suggestions for a mistyped id."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from guidebook.latvian import fold

NUMBERED = ("stage", "step", "crit", "cluster", "activity")
INNER = ("activity",)
"""Kinds that have a number only within another numbered one."""
KINDS = (*NUMBERED, "term", "source", "item", "fact", "fig")
GRAMMAR = re.compile(rf"({'|'.join(KINDS)})-[a-z0-9]+(-[a-z0-9]+)*")


def is_valid(ident: str) -> bool:
    """Whether `ident` is an id an author may give: a kind, a hyphen, lower-case ASCII words."""
    return GRAMMAR.fullmatch(ident) is not None


def kind_of(ident: str) -> str:
    """The kind of an id: “stage-atlase” -> “stage”; “” when it has none."""
    kind = ident.partition("-")[0]
    return kind if kind in KINDS else ""


def slug(title: str, separator: str = "-") -> str:
    """The anchor derived from a title: “Kā sākt?” -> “ka-sakt”; “sadala” when nothing is left.

    The signature is the one Python-Markdown's toc extension asks of a slugify function.
    """
    return separator.join(re.findall(r"[a-z0-9]+", fold(title))) or "sadala"


def unique(anchor: str, taken: set[str]) -> str:
    """`anchor`, or the first of `anchor-2`, `anchor-3`, … that is not in `taken`; adds it there."""
    candidate, count = anchor, 1
    while candidate in taken:
        count += 1
        candidate = f"{anchor}-{count}"
    taken.add(candidate)
    return candidate


def suggestion(given: str, known: Iterable[str]) -> str:
    """A Latvian “did you mean” for a mistyped name; “” when nothing known is close."""
    close = get_close_matches(given, sorted(known), n=1, cutoff=0.6)
    return f"Vai domājāt “{close[0]}”?" if close else ""
