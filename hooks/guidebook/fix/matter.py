"""The front matter of a page."""

import re

import yaml

from guidebook.fix.text import Text
from guidebook.parse import front_matter
from guidebook.parse.yaml_nodes import compose

ORDER = ("title", "description", "programme", "audience", "reviewed", "handbooks", "checklist")


def key_order(text: Text) -> str:
    """Keys stand in the usual order; one that is not known stays behind them (META)."""
    matter = front_matter.split(text.text)[0] if text.is_page else None
    keys = _keys(matter) if matter is not None else []
    if matter is None or not keys or len(set(keys)) < len(keys):
        return text.text
    ordered = sorted(keys, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    entries, rest = _entries(matter, keys)
    if ordered == keys or set(entries) != set(keys):
        return text.text
    rows = text.text.split("\n")
    mended = [row for key in ordered for row in entries[key]] + rest
    return "\n".join([rows[0], *mended, *rows[1 + len(mended) :]])


def _keys(matter: str) -> list[str]:
    """The keys as written; none where the front matter cannot be read or is written in braces."""
    node, _ = compose("", matter, 1, "")
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return []
    return [str(key.value) for key, _ in node.value]


def _entries(matter: str, keys: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    """The rows of each key with the comments above it, and the comments below the last one."""
    entries: dict[str, list[str]] = {}
    above: list[str] = []
    current: list[str] | None = None
    for row in matter.split("\n"):
        key = re.match(r"([^\s#:][^:]*?)\s*:(?=\s|$)", row)
        if key and key[1] in keys and key[1] not in entries:
            current = entries[key[1]] = [*above, row]
            above = []
        elif row.startswith("#") or not row.strip() or current is None:
            above.append(row)
        else:
            current += [*above, row]
            above = []
    return entries, above
