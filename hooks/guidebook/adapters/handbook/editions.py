"""docs/editions.yml: which editions of the handbooks there were. The command writes it, nobody by hand."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from guidebook.render.handbook.editions import Edition, hashes
from guidebook.settings import SettingsError

EDITIONS = Path("docs/editions.yml")
HEAD = "# Rokasgrāmatu izdevumi. Šo failu raksta komanda “guidebook handbooks --record”; ar roku to nelabo.\n"


def read_editions(root: Path) -> dict[str, list[Edition]]:
    """Path of a handbook -> its recorded editions, the newest last; raises SettingsError for a damaged file."""
    file = root / EDITIONS
    if not file.is_file():
        return {}
    try:
        stored = yaml.safe_load(file.read_text("utf-8")) or {}
        return {path: [_edition(row) for row in rows] for path, rows in stored.items()}
    except (yaml.YAMLError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise SettingsError(f"{EDITIONS}: failu nevar nolasīt; atjaunojiet to ar git ({error})") from error


def record(root: Path, current: Mapping[str, Edition]) -> None:
    """Adds each edition that says something else than the last one of its handbook."""
    editions = read_editions(root)
    for path, edition in current.items():
        known = editions.setdefault(path, [])
        if not known or hashes(known[-1]) != hashes(edition):
            known.append(edition)
    rows = {path: [_row(edition) for edition in known] for path, known in sorted(editions.items())}
    text = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=10_000)
    (root / EDITIONS).write_text(HEAD + text, "utf-8")


def _row(edition: Edition) -> dict[str, Any]:
    chapters = {slug: " ".join(chapter) for slug, chapter in edition.chapters.items()}
    return {"date": edition.day, "version": edition.version, "chapters": chapters}


def _edition(row: Mapping[str, Any]) -> Edition:
    day = row["date"]
    if not isinstance(day, date):
        raise TypeError("date")
    chapters = {}
    for slug, chapter in row["chapters"].items():
        said, _, title = chapter.partition(" ")
        chapters[slug] = (said, title)
    return Edition(day, str(row["version"]), chapters)
