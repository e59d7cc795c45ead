"""A small schema for mappings an editor writes: which keys, which types, which values.

Used for front matter, docs/sources.yml and docs/facts.yml, so that all three say the same thing about
the same mistake.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from guidebook.ids import suggestion
from guidebook.model import Fault, Span
from guidebook.parse.yaml_nodes import Entry, entries, value_of

Reader = Callable[[object], Any]
"""Turns a plain value into the wanted one; raises ValueError with what is wanted in Latvian and an example."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a key may hold."""

    read: Reader
    required: bool = False
    choices: Collection[str] = ()
    """Allowed values, of the value itself or of each in a list; all when empty."""
    as_written: bool = False
    """Whether a number is wanted as the text it was written as."""


def text(value: object) -> str:
    """A non-empty string."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("tekstam", "Atlase")
    return value.strip()


def texts(value: object) -> tuple[str, ...]:
    """A list of strings; a single string counts as a list of one."""
    if isinstance(value, str):
        return (text(value),)
    if not value or not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("sarakstam kvadrātiekavās", "[viens, divi]")
    return tuple(text(each) for each in value)


def day(value: object) -> date:
    """A date."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("datumam", "2026-11-21")
    return value


def whole(value: object) -> int:
    """A whole number of at least 1."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("veselam skaitlim, kas lielāks par 0", "2024")
    return value


def by_language(languages: Collection[str]) -> Reader:
    """Reads a string for every language, or {language: string}, into a mapping; “” stands for every language."""
    shape = ", ".join(f"{lang}: …" for lang in languages)

    def read(value: object) -> Mapping[str, str]:
        if isinstance(value, str):
            return {"": text(value)}
        if not isinstance(value, dict) or not value or not set(value) <= set(languages):
            raise ValueError("tekstam vai tekstam katrā valodā", f"{{{shape}}}")
        return {lang: text(each) for lang, each in value.items()}

    return read


def read_mapping(
    path: str, node: yaml.Node, first_line: int, keys: Mapping[str, Key], whole_at: Span
) -> tuple[dict[str, Any], dict[str, Span], list[Fault]]:
    """Values by key, the place of each key, and a fault for each thing out of schema.

    `whole_at` is where a missing key is reported.
    """
    values: dict[str, Any] = {}
    places: dict[str, Span] = {}
    faults: list[Fault] = []
    if not isinstance(node, yaml.MappingNode):
        shape = ", zem tās ".join(f"“{key}: …”" for key in list(keys)[:2])
        return {}, {}, [Fault("META003", whole_at, "šeit jābūt rindām “atslēga: vērtība”.", f"Rakstiet {shape}.")]
    for entry in entries(path, node, first_line):
        if entry.key in places:
            faults.append(_doubled(entry, places[entry.key]))
            continue
        places[entry.key] = entry.at
        if entry.key not in keys:
            faults.append(_unknown(entry, keys))
            continue
        faults.extend(_read(entry, keys[entry.key], values))
    missing = [key for key, rule in keys.items() if rule.required and key not in places]
    if missing:
        named = ", ".join(f"“{key}: …”" for key in missing)
        what, hint = ("rindas", "Pierakstiet to.") if len(missing) == 1 else ("rindu", "Pierakstiet katru savā rindā.")
        faults.append(Fault("META004", whole_at, f"trūkst {what} {named}.", hint))
    return values, places, faults


def _read(entry: Entry, key: Key, values: dict[str, Any]) -> list[Fault]:
    try:
        value = key.read(value_of(entry.node, key.as_written))
    except ValueError as error:
        wanted, example = error.args
        return [
            Fault(
                "META003",
                entry.at,
                f"aiz “{entry.key}:” jābūt {wanted}.",
                f"Rakstiet, piemēram, “{entry.key}: {example}”.",
            )
        ]
    if key.choices:
        for each in (value,) if isinstance(value, str) else value:
            if each not in key.choices:
                valid = ", ".join(key.choices)
                hint = suggestion(each, key.choices)
                return [
                    Fault(
                        "META005",
                        entry.at,
                        f"“{each}” nav sarakstā, no kura izvēlas “{entry.key}”.",
                        f"{hint} Der: {valid}.".strip(),
                    )
                ]
    values[entry.key] = value
    return []


def _doubled(entry: Entry, first: Span) -> Fault:
    return Fault(
        "META006",
        entry.at,
        f"“{entry.key}” šeit ir otrreiz; pirmoreiz tas ir {first.line}. rindā.",
        "Atstājiet tikai vienu.",
    )


def _unknown(entry: Entry, keys: Mapping[str, Key]) -> Fault:
    hint = suggestion(entry.key, keys)
    return Fault(
        "META002",
        entry.at,
        f"rinda “{entry.key}:” te nav paredzēta.",
        f"{hint} Der: {', '.join(keys)}.".strip(),
    )
