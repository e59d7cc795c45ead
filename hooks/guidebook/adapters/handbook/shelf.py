"""Handbooks that were printed before, kept by the hash of what they are made of."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from guidebook.render.handbook.editions import Edition

INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF on the shelf."""

    key: str
    """Hash of its book and of all that prints it."""
    pages: int
    size: int
    """In bytes."""
    edition: Edition


class Shelf:
    """A folder of PDFs with an index: which files a site had when its content had some fingerprint."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fingerprint, self._known = _read(folder / INDEX)

    def unchanged(self, fingerprint: str) -> dict[str, Printed] | None:
        """All files by path, when nothing has changed since they were put here."""
        whole = all(self._file(each.key).is_file() for each in self._known.values())
        return self._known if self._known and whole and fingerprint == self._fingerprint else None

    def find(self, key: str) -> Printed | None:
        """The file with a key."""
        found = next((each for each in self._known.values() if each.key == key), None)
        return found if found and self._file(key).is_file() else None

    def keep(self, printed: Printed, pdf: bytes) -> Printed:
        """Puts a file on the shelf."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._file(printed.key).write_bytes(pdf)
        return printed

    def close(self, fingerprint: str, made: Mapping[str, Printed]) -> None:
        """Writes down what the shelf holds and throws away the rest."""
        rows = {path: _row(printed) for path, printed in made.items()}
        index = json.dumps({"fingerprint": fingerprint, "files": rows}, ensure_ascii=False, indent=1)
        (self.folder / INDEX).write_text(index, "utf-8")
        kept = {self._file(printed.key) for printed in made.values()}
        for file in self.folder.glob("*.pdf"):
            if file not in kept:
                file.unlink()

    def copy(self, printed: Printed, target: Path) -> None:
        """Puts a copy of a file into the site."""
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self._file(printed.key), target)

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.pdf"


def hashed(parts: Iterable[bytes]) -> str:
    """One hash over parts in order."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:32]


def _read(index: Path) -> tuple[str, dict[str, Printed]]:
    """The index; an index that is missing or damaged is an empty one, as everything can be printed anew."""
    try:
        stored = json.loads(index.read_text("utf-8"))
        return stored["fingerprint"], {path: _printed(row) for path, row in stored["files"].items()}
    except (OSError, ValueError, LookupError, TypeError):
        return "", {}


def _row(printed: Printed) -> dict[str, object]:
    edition = printed.edition
    return {
        "key": printed.key,
        "pages": printed.pages,
        "size": printed.size,
        "day": edition.day.isoformat(),
        "version": edition.version,
        "chapters": {slug: list(chapter) for slug, chapter in edition.chapters.items()},
    }


def _printed(row: dict[str, object]) -> Printed:
    chapters = row["chapters"]
    assert isinstance(chapters, dict)
    edition = Edition(
        date.fromisoformat(str(row["day"])),
        str(row["version"]),
        {slug: (said, title) for slug, (said, title) in chapters.items()},
    )
    return Printed(str(row["key"]), int(str(row["pages"])), int(str(row["size"])), edition)
