"""Shared passages: a line `--8<-- "name.md"` is replaced by the file of that name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from guidebook.ids import suggestion
from guidebook.model import Fault, Line, Span

MARK = re.compile(r'^(?P<indent>\s*)--8<--\s+"(?P<name>[^"\n]+)"\s*$')
FENCE = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})")

Find = Callable[[str], "Snippet | None"]
"""Name in the mark -> the snippet, or None when there is none."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A shared passage."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A mark on the way from a page into a snippet, and the snippet it leads into."""

    at: Span
    into: str


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
    _add(out, path, text, first_line, find, names, "", ())
    return out


def _add(
    out: Expanded,
    path: str,
    text: str,
    first_line: int,
    find: Find,
    names: list[str],
    indent: str,
    trail: tuple[Step, ...],
) -> None:
    rows = text.split("\n")
    code = _code(rows)
    for number, written in enumerate(rows, start=first_line):
        mark = None if number - first_line in code else MARK.match(written)
        if mark is None:
            out.texts.append(indent + written if written else written)
            out.lines.append(Line(path, number, len(indent) if written else 0))
            continue
        snippet = find(mark["name"])
        at = Span(path, number, mark.start("name") + 1)
        if snippet is None:
            hint = (
                suggestion(mark["name"], names)
                or f"Izveidojiet failu docs/snippets/{mark['name']} vai izdzēsiet rindu."
            )
            out.faults.append(Fault("SNIP001", at, f"nav tāda fragmenta “{mark['name']}”.", hint))
        elif any(snippet.path == step.into for step in trail):
            out.faults.append(_loop((*trail, Step(at, snippet.path))))
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
                (*trail, Step(at, snippet.path)),
            )


def _code(rows: list[str]) -> set[int]:
    """The rows inside code blocks; one that is not closed hides nothing."""
    code: set[int] = set()
    fence, start = "", 0
    for row, written in enumerate(rows):
        opened = FENCE.match(written)
        if opened and not fence:
            fence, start = opened[1], row
        elif opened and opened[1].startswith(fence) and written.strip(" >") == opened[1]:
            code.update(range(start, row))
            fence = ""
    return code


def _loop(trail: tuple[Step, ...]) -> Fault:
    """The fault of a loop that the last step of `trail` closes.

    It is told from the first snippet by name, so that it is one fault from wherever a page enters it.
    """
    entered = next(index for index, step in enumerate(trail) if step.into == trail[-1].into)
    loop = trail[entered + 1 :]
    last = min(range(len(loop)), key=lambda index: loop[index].into)
    told = [*loop[last + 1 :], *loop[: last + 1]]
    names = " → ".join([told[-1].into, *(step.into for step in told)])
    return Fault("SNIP002", told[-1].at, f"fragments ietver pats sevi: {names}.", "Izdzēsiet šo rindu.")
