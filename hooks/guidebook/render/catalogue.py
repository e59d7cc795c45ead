"""Which items each checklist has, as JSON for the browser."""

import json
from typing import Any

from guidebook.model import Guide, Page
from guidebook.render.checklists import groups, minimum_of, shown_checklists

VERSION = 1
"""Raised when a key is renamed or removed."""


def catalogue_json(guide: Guide) -> str:
    """Address, title, items and activities of each checklist by language; retired items and what replaced them."""
    listed = {
        lang: [_checklist(guide, page, lang) for page in shown_checklists(guide, lang)] for lang in guide.languages
    }
    retired = {old: new for old, (new, _) in guide.redirects.items() if old.startswith("item-")}
    return json.dumps({"version": VERSION, "checklists": listed, "retired": retired}, ensure_ascii=False) + "\n"


def _checklist(guide: Guide, page: Page, lang: str) -> dict[str, Any]:
    found = list(groups(guide, page.meta.checklist, page.lang))
    clusters = [group for group in found if minimum_of(guide, group.target.id)]
    return {
        "address": guide.shown_at(page, lang),
        "title": page.meta.title,
        "items": [item.id for group in found for item in group.all_items()],
        "choices": [part.target.id for cluster in clusters for part in cluster.parts],
    }
