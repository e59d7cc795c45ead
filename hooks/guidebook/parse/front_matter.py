"""The front matter of a page: split from the text and read by its schema."""

from datetime import date
from typing import Any

from guidebook.model import Fault, Meta, Span
from guidebook.parse import schema
from guidebook.parse.yaml_nodes import compose
from guidebook.settings import Settings

FENCE = "---"


def split(text: str) -> tuple[str | None, str, int]:
    """(front matter or None, the rest, the 1-based line where the rest begins)."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != FENCE:
        return None, text, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2
    return None, text, 1


def read(path: str, text: str, settings: Settings) -> tuple[Meta, list[Fault], str, int]:
    """Front matter, its faults, the text below it and the line where that begins."""
    matter, body, first_line = split(text)
    top = Span(path, 1)
    if matter is None:
        opened = text.startswith(FENCE)
        message = "lapas galva nav aizvērta" if opened else "lapai nav galvas"
        hint = "Lapa sākas ar rindu “---”, tad “title: …” un “description: …”, tad atkal “---”."
        fault = Fault("META004" if not opened else "META001", top, f"{message}.", hint)
        return Meta(whole=False), [fault], body, 1
    node, faults = compose(path, matter, 2, "META001")
    if faults:
        return Meta(whole=False), faults, body, first_line
    if node is None:
        fault = Fault("META004", top, "lapas galva ir tukša.", "Pierakstiet rindas “title: …” un “description: …”.")
        return Meta(whole=False), [fault], body, first_line
    values, lines, faults = schema.read_mapping(path, node, 2, _keys(settings), top)
    if "programme" in values and "reviewed" not in lines:
        faults.append(
            Fault(
                "META004",
                top,
                "vadlīniju lapai trūkst “reviewed”.",
                "Pierakstiet, kad lapa pārskatīta, piemēram, “reviewed: 2026-11-21”.",
            )
        )
    return _meta(values, lines, whole=not faults), faults, body, first_line


def _keys(settings: Settings) -> dict[str, schema.Key]:
    return {
        "title": schema.Key(schema.text, required=True),
        "description": schema.Key(schema.text, required=True),
        "programme": schema.Key(schema.text, choices=settings.programmes),
        "audience": schema.Key(schema.texts, choices=settings.who),
        "reviewed": schema.Key(schema.day),
        "handbooks": schema.Key(schema.texts, choices=settings.handbooks),
        "checklist": schema.Key(schema.texts),
    }


def _meta(values: dict[str, Any], lines: dict[str, Span], whole: bool) -> Meta:
    reviewed: date | None = values.get("reviewed")
    return Meta(
        title=values.get("title", ""),
        description=values.get("description", ""),
        programme=values.get("programme", ""),
        audience=values.get("audience", ()),
        reviewed=reviewed,
        handbooks=values.get("handbooks", ()),
        checklist=values.get("checklist", ()),
        lines=lines,
        whole=whole,
    )
