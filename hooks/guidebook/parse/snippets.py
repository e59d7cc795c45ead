"""Shared passages: a line `--8<-- "name.md"` is replaced by the file of that name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from guidebook.ids import suggestion
from guidebook.model import Fault, Line, Span

MARK = re.compile(r'^(?P<indent>\s*)--8<--\s+"(?P<name>[^"\n]+)"\s*$')
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")

Find = Callable[[str], "Snippet | None"]
"""Name in the mark -> the snippet, or None when there is none."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A shared passage."""

    path: str
    text: str


@dataclass(slots=True)
class Expanded:
    """The lines of a page after all snippets were put in."""

    texts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def expand(path: str, text: str, first_line: int, find: Find, names: list[str]) -> Expanded:
    """Put in every snippet of `text`, which begins at `first_line` of `path`.

    A missing snippet or a loop is a fault at its line; the line is left out.
    """
    out = Expanded()
    _add(out, path, text, first_line, find, names, "", (path,))
    return out


def _add(
    out: Expanded,
    path: str,
    text: str,
    first_line: int,
    find: Find,
    names: list[str],
    indent: str,
    trail: tuple[str, ...],
) -> None:
    fence = ""
    for number, written in enumerate(text.split("\n"), start=first_line):
        opened = FENCE.match(written)
        if opened and not fence:
            fence = opened[1]
        elif opened and opened[1].startswith(fence) and written.strip() == opened[1]:
            fence = ""
        mark = None if fence else MARK.match(written)
        if mark is None:
            out.texts.append(indent + written if written else written)
            out.lines.append(Line(path, number, len(indent) if written else 0))
            continue
        snippet = find(mark["name"])
        at = Span(path, number, mark.start("name") + 1)
        if snippet is None:
            hint = suggestion(mark["name"], names) or "Failam jābūt mapē docs/snippets/."
            out.faults.append(Fault("SNIP001", at, f"nav tāda fragmenta “{mark['name']}”.", hint))
        elif snippet.path in trail:
            loop = " → ".join([*trail[trail.index(snippet.path) :], snippet.path])
            out.faults.append(Fault("SNIP002", at, f"fragments ietver pats sevi: {loop}.", "Izdzēsiet šo rindu."))
        else:
            out.used.append(snippet.path)
            _add(
                out,
                snippet.path,
                snippet.text.rstrip("\n"),
                1,
                find,
                names,
                indent + mark["indent"],
                (*trail, snippet.path),
            )
