"""The whole model as JSON, and the JSON Schema that describes it."""

import json
from typing import Any

from guidebook.model import Fact, Guide, Item, Page, Source, Target, Term
from guidebook.render.checklists import Group, checklists, groups
from guidebook.render.text import fact_text, item_text

VERSION = 1
"""Raised when a key is renamed or removed."""


def guide_json(guide: Guide) -> str:
    """Pages, numbered parts, terms, checklists, sources and facts of every language."""
    return _dump({"version": VERSION, "languages": {lang: _language(guide, lang) for lang in guide.languages}})


def schema_json() -> str:
    """The JSON Schema (draft 2020-12) of guide_json."""
    return _dump(SCHEMA)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _language(guide: Guide, lang: str) -> dict[str, Any]:
    pages = guide.pages_in(lang)
    return {
        "pages": [_page(guide, page) for page in pages],
        "parts": [_part(guide, target) for target in guide.targets[lang].values() if target.kind not in UNNUMBERED],
        "terms": [_term(term) for term in guide.terms[lang]],
        "checklists": [_checklist(guide, page) for page in checklists(guide, lang)],
        "sources": [_source(source) for source in guide.sources.values()],
        "facts": [_fact(fact, lang) for fact in guide.facts.values()],
    }


UNNUMBERED = ("term", "source", "item", "fact", "fig", "")


def _page(guide: Guide, page: Page) -> dict[str, Any]:
    return {
        "address": guide.address(page),
        "title": page.title,
        "description": page.meta.description,
        "programme": page.meta.programme,
        "audience": list(page.meta.audience),
        "reviewed": page.meta.reviewed.isoformat() if page.meta.reviewed else None,
        "handbooks": list(page.meta.handbooks),
        "headings": [
            {"level": heading.level, "title": heading.title, "anchor": heading.anchor} for heading in page.headings
        ],
    }


def _part(guide: Guide, target: Target) -> dict[str, Any]:
    return {
        "id": target.id,
        "kind": target.kind,
        "number": target.number,
        "title": target.title,
        "address": _address(guide, target),
    }


def _address(guide: Guide, target: Target) -> str:
    return guide.address(target.page) + (f"#{target.anchor}" if target.anchor else "")


def _term(term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "title": term.title,
        "english": term.english,
        "forms": list(term.forms),
        "definition": term.definition,
    }


def _checklist(guide: Guide, page: Page) -> dict[str, Any]:
    found = groups(guide, page.meta.checklist, page.lang)
    return {
        "address": guide.address(page),
        "title": page.title,
        "description": page.meta.description,
        "groups": [_group(guide, page, group) for group in found],
    }


def _group(guide: Guide, page: Page, group: Group) -> dict[str, Any]:
    return {
        "id": group.target.id,
        "title": f"{group.target.number} {group.target.title}".strip(),
        "items": [_item(guide, group.target.page, item, page) for item in group.items],
        "groups": [_group(guide, page, part) for part in group.parts],
    }


def _item(guide: Guide, written: Page, item: Item, shown: Page) -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item_text(guide, written, item, shown),
        "who": list(item.who),
        "when": item.when,
        "address": f"{guide.address(written)}#{item.id}",
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "authors": source.authors,
        "publisher": source.publisher,
        "year": source.year,
        "url": source.url,
        "accessed": source.accessed.isoformat() if source.accessed else None,
        "note": source.note,
    }


def _fact(fact: Fact, lang: str) -> dict[str, Any]:
    return {
        "id": fact.id,
        "value": fact_text(fact, lang),
        "source": fact.source,
        "place": fact.place,
        "checked": fact.checked.isoformat() if fact.checked else None,
        "valid_for": fact.valid_for,
    }


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string"}
_TEXTS = _array(_TEXT)
_LEVEL = {"type": "integer", "minimum": 1, "maximum": 6}
_DAY = {"type": ["string", "null"], "format": "date"}
_IDENT = {"type": "string", "pattern": "^(stage|step|crit|cluster|activity|term|item|fact)-[a-z0-9]+(-[a-z0-9]+)*$"}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "guide.json",
    "$defs": {
        "item": _object(id=_IDENT, text=_TEXT, who=_TEXTS, when=_TEXT, address=_TEXT),
        "group": _object(
            id=_TEXT,
            title=_TEXT,
            items=_array({"$ref": "#/$defs/item"}),
            groups=_array({"$ref": "#/$defs/group"}),
        ),
        "language": _object(
            pages=_array(
                _object(
                    address=_TEXT,
                    title=_TEXT,
                    description=_TEXT,
                    programme=_TEXT,
                    audience=_TEXTS,
                    reviewed=_DAY,
                    handbooks=_TEXTS,
                    headings=_array(
                        _object(level={"type": "integer", "minimum": 1, "maximum": 6}, title=_TEXT, anchor=_TEXT)
                    ),
                )
            ),
            parts=_array(
                _object(
                    id=_IDENT,
                    kind={"enum": ["stage", "step", "crit", "cluster", "activity"]},
                    number={"type": "string", "pattern": r"^(\d+\.)*$"},
                    title=_TEXT,
                    address=_TEXT,
                )
            ),
            terms=_array(_object(id=_IDENT, title=_TEXT, english=_TEXT, forms=_TEXTS, definition=_TEXT)),
            checklists=_array(
                _object(address=_TEXT, title=_TEXT, description=_TEXT, groups=_array({"$ref": "#/$defs/group"}))
            ),
            sources=_array(
                _object(
                    id=_TEXT,
                    title=_TEXT,
                    authors=_TEXT,
                    publisher=_TEXT,
                    year={"type": ["integer", "null"]},
                    url=_TEXT,
                    accessed=_DAY,
                    note=_TEXT,
                )
            ),
            facts=_array(
                _object(
                    id=_IDENT,
                    value=_TEXT,
                    source=_TEXT,
                    place=_TEXT,
                    checked=_DAY,
                    valid_for={"type": "integer", "minimum": 0},
                )
            ),
        ),
    },
    **_object(
        version={"const": VERSION}, languages={"type": "object", "additionalProperties": {"$ref": "#/$defs/language"}}
    ),
}
