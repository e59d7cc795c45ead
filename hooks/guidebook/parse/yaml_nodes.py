"""YAML -> values that know where they are written; damage becomes a fault at its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from guidebook.model import Fault, Span


class _Loader(yaml.SafeLoader if not yaml.__with_libyaml__ else yaml.CSafeLoader):  # type: ignore[misc]
    """Safe, and tolerant of the tags mkdocs.yml uses (!ENV, !!python/name): their value is None."""


_Loader.add_multi_constructor("", lambda *_: None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    value: object
    """The value as plain Python (dates as datetime.date)."""
    node: yaml.Node
    at: Span
    """Where the key stands."""


def compose(path: str, text: str, first_line: int, code: str) -> tuple[yaml.Node | None, list[Fault]]:
    """The root node of a YAML text that begins at `first_line` of `path`.

    A broken text gives None and one fault with `code` at the line of the damage.
    """
    try:
        return yaml.compose(text, Loader=_Loader), []
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        last = text.count("\n")
        return None, [
            Fault(
                code,
                Span(path, first_line + min(line, last), column + 1),
                "šo rindu nevar nolasīt (YAML kļūda).",
                "Pārbaudiet kolu, pēdiņas un atkāpes; vērtību, kurā ir kols, lieciet pēdiņās.",
            )
        ]


def value_of(node: yaml.Node) -> object:
    """The plain Python value of a node; None where it has none (a date that does not exist)."""
    loader = _Loader("")
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
        yield Entry(str(key.value), value_of(value), value, at)


def load_tolerant(text: str) -> Any:
    """The value of a YAML text; unknown tags give None. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader)
