"""YAML -> values that know where they are written; damage becomes a fault at its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guidebook.model import Fault, Span
from guidebook.parse.decode import LONGEST_LINE


class _Loader(yaml.SafeLoader if not yaml.__with_libyaml__ else yaml.CSafeLoader):  # type: ignore[misc]
    """Safe, and tolerant of the tags mkdocs.yml uses (!ENV, !!python/name): their value is None."""


_Loader.add_multi_constructor("", lambda *_: None)


class _WrittenLoader(_Loader):
    """As _Loader, but a number stays the text it was written as: 12:30, 007, 1.50."""


for _kind in ("int", "float"):
    _WrittenLoader.add_constructor(f"tag:yaml.org,2002:{_kind}", lambda _, node: node.value)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    node: yaml.Node
    at: Span
    """Where the key stands."""


def compose(path: str, text: str, first_line: int, code: str) -> tuple[yaml.Node | None, list[Fault]]:
    """The root node of a YAML text that begins at `first_line` of `path`.

    A broken text gives None and one fault with `code` at the line of the damage. What reading the file
    has reported is no damage again: a tab counts as two spaces, and a line too long keeps its key.
    """
    text = "\n".join(_mended(line) for line in text.split("\n"))
    try:
        return yaml.compose(text, Loader=_Loader), []
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line, column = _damage(error, text)
        last = text.count("\n")
        return None, [
            Fault(
                code,
                Span(path, first_line + min(line, last), column + 1),
                "šo rindu nevar nolasīt (YAML kļūda).",
                'Pārbaudiet kolu, pēdiņas un atkāpes. Vērtību ar kolu lieciet pēdiņās: title: "Atlase: 1. solis".',
            )
        ]


def value_of(node: yaml.Node, as_written: bool = False) -> object:
    """The plain Python value of a node (dates as datetime.date); None where it has none (a date that does not exist).

    `as_written` keeps numbers as the text they were written as.
    """
    loader = _WrittenLoader("") if as_written else _Loader("")
    try:
        value: object = loader.construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError):
        return None
    finally:
        loader.dispose()
    return value


def entries(path: str, node: yaml.Node, first_line: int) -> Iterator[Entry]:
    """The entries of a mapping node in order, doubled keys included."""
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        at = Span(path, first_line + key.start_mark.line, key.start_mark.column + 1)
        yield Entry(str(key.value), value, at)


def load_tolerant(text: str) -> Any:
    """The value of a YAML text; unknown tags give None. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)


def _mended(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line.expandtabs(2)
    key, colon, _ = line[:LONGEST_LINE].partition(": ")
    return f"{key}: …" if colon else ""


def _damage(error: Exception, text: str) -> tuple[int, int]:
    """Line and column, from 0, of what an editor has to mend: the opening sign of what is not closed."""
    if isinstance(error, yaml.reader.ReaderError):
        sign = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: sign.start()] if sign else ""
        return before.count("\n"), len(before) - before.rfind("\n") - 1
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0, 0
    in_block = "block" in (error.context or "")
    mark = error.problem_mark if in_block else error.context_mark or error.problem_mark
    return (mark.line, mark.column) if mark else (0, 0)
