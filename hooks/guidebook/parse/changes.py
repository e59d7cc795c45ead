"""CHANGELOG.md: what changed for readers and editors, by release.

A release is a heading of level 2, its day or “Nākamais laidiens”; below it stand a heading of level 3 for each kind
of reader and under that a list.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from guidebook.model import Changes, Fault, Release, Span

CHANGELOG = "CHANGELOG.md"
NEXT = "Nākamais laidiens"
_MONTHS = "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris".split()
_DAY = re.compile(rf"(\d{{4}})\.\s+gada\s+(\d{{1,2}})\.\s+({'|'.join(_MONTHS)})")
_EXAMPLE = f"Rakstiet “## 2026. gada 21. novembris” vai, kamēr izmaiņas nav publicētas, “## {NEXT}”."


def read_changes(path: str, text: str) -> tuple[tuple[Release, ...], list[Fault]]:
    """The releases as written, the newest first, and a fault for each heading that is no day or out of order."""
    lines = text.split("\n")
    heads = [index for index, line in enumerate(lines) if line.startswith("## ")]
    releases = []
    for head, end in pairwise([*heads, len(lines)]):
        title = lines[head].removeprefix("##").strip()
        releases.append(Release(title, _day(title), tuple(_changes(lines[head + 1 : end])), Span(path, head + 1)))
    return tuple(releases), [*_undated(releases), *_out_of_order(releases)]


def _changes(lines: Sequence[str]) -> Iterator[Changes]:
    """What stands below one heading of a release: a list for each kind of reader."""
    readers, entries = "", list[str]()
    for line in [*lines, "### "]:
        if line.startswith("### "):
            if entries:
                yield Changes(readers, tuple(entries))
            readers, entries = line.removeprefix("###").strip(), []
        elif line.startswith("- "):
            entries.append(line[2:].strip())
        elif line.startswith("  ") and entries and line.strip():
            entries[-1] += f" {line.strip()}"


def _day(title: str) -> date | None:
    found = _DAY.fullmatch(title)
    if found is None:
        return None
    try:
        return date(int(found[1]), _MONTHS.index(found[3]) + 1, int(found[2]))
    except ValueError:
        return None


def _undated(releases: Sequence[Release]) -> Iterator[Fault]:
    for release in releases:
        if release.day is None and release.title != NEXT:
            yield Fault("LOG001", release.at, f"“{release.title}” nav laidiena datums.", _EXAMPLE)


def _out_of_order(releases: Sequence[Release]) -> Iterator[Fault]:
    for newer, older in pairwise(releases):
        if older.title == NEXT:
            message = f"“{NEXT}” nav augšā."
            yield Fault("LOG002", older.at, message, "Pārceliet to pirms visiem datumiem vai ierakstiet tā datumu.")
        elif newer.day and older.day and newer.day <= older.day:
            message = f"“{older.title}” stāv zem laidiena, kas nav jaunāks."
            hint = "Jaunāko lieciet augšā; vienas dienas izmaiņas apvienojiet zem viena datuma."
            yield Fault("LOG002", older.at, message, hint)
