"""Editions of handbooks and what changed between them: by the words of each chapter, not by what someone remembers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from guidebook.render.handbook.labels import LISTING
from guidebook.render.words import day_name


@dataclass(frozen=True, slots=True)
class Edition:
    """What a handbook said at some time."""

    day: date
    """The date on its cover."""
    version: str
    """The short hash on its cover."""
    chapters: Mapping[str, tuple[str, str]]
    """Address of a page -> a short hash of what the chapter says, and its title."""


def changes(lang: str, now: Edition, before: Iterable[Edition]) -> str:
    """What a reader has to print anew, as a sentence; `before` are the recorded editions, the newest last.

    The comparison is with the newest edition that says something else, so recording an edition changes nothing
    in what stands here until the text changes.
    """
    words = LISTING[lang]
    last = next((each for each in reversed(list(before)) if hashes(each) != hashes(now)), None)
    if last is None:
        return words["first-edition"]
    named = {
        "chapters-changed": [
            title for slug, (said, title) in now.chapters.items() if last.chapters.get(slug, (said,))[0] != said
        ],
        "chapters-new": [title for slug, (_, title) in now.chapters.items() if slug not in last.chapters],
        "chapters-gone": [title for slug, (_, title) in last.chapters.items() if slug not in now.chapters],
    }
    listed = [f"{words[key]}: {', '.join(titles)}" for key, titles in named.items() if titles]
    since = words["since-edition"].format(day=day_name(lang, last.day))
    return f"{since} {'; '.join(listed)}." if listed else f"{since} {words['chapters-moved']}."


def hashes(edition: Edition) -> list[tuple[str, str]]:
    """What an edition says, in order; titles of pages that are gone do not count."""
    return [(slug, said) for slug, (said, _) in edition.chapters.items()]
