"""docs/sources.yml, docs/facts.yml and the navigation of mkdocs.yml -> model."""

from collections.abc import Collection, Mapping
from typing import Any

import yaml

from guidebook import ids
from guidebook.model import Fact, Fault, NavEntry, Source, Span
from guidebook.parse import schema
from guidebook.parse.yaml_nodes import compose, entries

SOURCE_KEYS = {
    "title": schema.Key(schema.text, required=True),
    "authors": schema.Key(schema.text),
    "publisher": schema.Key(schema.text),
    "year": schema.Key(schema.whole),
    "url": schema.Key(schema.text),
    "accessed": schema.Key(schema.day),
    "note": schema.Key(schema.text),
}
FACT_KEYS = {
    "source": schema.Key(schema.text, required=True),
    "place": schema.Key(schema.text, required=True),
    "checked": schema.Key(schema.day, required=True),
    "valid_for": schema.Key(schema.whole, required=True),
    "minimum": schema.Key(schema.whole),
    "chosen_from": schema.Key(schema.text),
}


_Row = tuple[str, Span, dict[str, Any], dict[str, Span]]
"""Id of an entry, where it begins, its values and where each key is written."""


def read_sources(path: str, text: str) -> tuple[Mapping[str, Source], list[Fault], bool]:
    """Sources by id, faults, and whether the file could be read at all."""
    rows, faults, readable = _read_records(path, text, SOURCE_KEYS)
    sources = {}
    for ident, at, values, lines in rows:
        if not ids.is_valid(f"source-{ident}"):
            faults.append(_bad_id(ident, at, "vetlv-2024"))
        sources[ident] = Source(
            id=ident,
            title=values.get("title", ""),
            authors=values.get("authors", ""),
            publisher=values.get("publisher", ""),
            year=values.get("year"),
            url=values.get("url", ""),
            accessed=values.get("accessed"),
            note=values.get("note", ""),
            at=at,
            lines=lines,
        )
    return sources, faults, readable


def read_facts(path: str, text: str, languages: Collection[str]) -> tuple[Mapping[str, Fact], list[Fault], bool]:
    """Facts by id, faults, and whether the file could be read at all.

    What is out of schema is left out; the fault says why.
    """
    value_key = schema.Key(schema.by_language(languages), required=True, as_written=True)
    rows, faults, readable = _read_records(path, text, {"value": value_key, **FACT_KEYS})
    facts = {}
    for ident, at, values, lines in rows:
        if not ids.is_valid(ident) or ids.kind_of(ident) != "fact":
            faults.append(_bad_id(ident, at, "fact-cove-partneri"))
        value = values.get("value", {"": "…"})
        facts[ident] = Fact(
            id=ident,
            value=value,
            source=values.get("source", ""),
            place=values.get("place", ""),
            checked=values.get("checked"),
            valid_for=values.get("valid_for", 0),
            at=at,
            minimum=values.get("minimum"),
            chosen_from=values.get("chosen_from", ""),
            lines=lines,
        )
    return facts, faults, readable


def read_nav(path: str, text: str) -> tuple[NavEntry, ...]:
    """The pages named under `nav:` in mkdocs.yml, in order; empty when there is no navigation."""
    node, _ = compose(path, text, 1, "META001")
    if node is None:
        return ()
    for entry in entries(path, node, 1):
        if entry.key == "nav":
            return tuple(_nav_leaves(path, entry.node))
    return ()


def _nav_leaves(path: str, node: yaml.Node) -> list[NavEntry]:
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        if "://" in node.value:
            return []
        return [NavEntry(node.value, Span(path, mark.line + 1, mark.column + 1))]
    if isinstance(node, yaml.SequenceNode):
        return [leaf for child in node.value for leaf in _nav_leaves(path, child)]
    if isinstance(node, yaml.MappingNode):
        return [leaf for _, child in node.value for leaf in _nav_leaves(path, child)]
    return []


def _read_records(path: str, text: str, keys: Mapping[str, schema.Key]) -> tuple[list[_Row], list[Fault], bool]:
    node, faults = compose(path, text, 1, "META001")
    if node is None:
        return [], faults, not faults
    if not isinstance(node, yaml.MappingNode):
        at = Span(path, 1)
        hint = f"Katru ierakstu sāk rinda “id:”, zem tās ar atkāpi ir “{next(iter(keys))}: …” un pārējās."
        return [], [Fault("META003", at, "failā jābūt ierakstiem “id:” ar rindām zem tā.", hint)], False
    rows: list[_Row] = []
    seen: dict[str, Span] = {}
    for entry in entries(path, node, 1):
        if entry.key in seen:
            faults.append(
                Fault(
                    "ID001",
                    entry.at,
                    f"ieraksts “{entry.key}” jau ir {seen[entry.key].line}. rindā.",
                    f"Izdzēsiet vienu no tiem vai dodiet tam citu id, piemēram, “{entry.key}-2:”.",
                )
            )
            continue
        seen[entry.key] = entry.at
        values, lines, problems = schema.read_mapping(path, entry.node, 1, keys, entry.at)
        faults.extend(problems)
        rows.append((entry.key, entry.at, values, lines))
    return rows, faults, True


def _bad_id(ident: str, at: Span, example: str) -> Fault:
    return Fault(
        "ID002",
        at,
        f"id “{ident}” neatbilst pierakstam.",
        f"Rakstiet mazos burtus bez garumzīmēm, ciparus un defises, piemēram, “{example}”.",
    )
