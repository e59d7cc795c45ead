"""A guide cut into texts for the rules that look at one at a time."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guidebook.model import Fault, Guide

WRITTEN = (".yml", ".md", ".html", ".txt", ".csv")
"""Endings of files that hold texts."""

_OF_PAGES: Mapping[str, Any] = {"pages": (), "targets": {}, "terms": {}, "uses": {}, "nav": (), "pictures": {}}
"""What is made of pages, of the menu and of pictures."""
_OUTSIDE: Mapping[str, Any] = {
    "sources": {},
    "facts": {},
    "synonyms": (),
    "redirects": {},
    "data": {},
    "files": frozenset(),
    "snippets": {},
    "releases": (),
    "words": frozenset(),
    "unreadable": frozenset(),
}
"""What stands outside of pages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page, or all that stands outside of pages."""

    files: tuple[str, ...]
    """The files, from the project's root, that what is found in it depends on, besides the settings."""
    guide: Guide
    """The guide with nothing else in it."""


def parts(guide: Guide) -> Iterator[Part]:
    """The pages one by one, then the rest."""
    for page in guide.pages:
        files = (page.path, *page.snippets)
        nothing_else = {**_OF_PAGES, **_OUTSIDE, "pages": (page,)}
        yield Part(files, replace(guide, faults=_faults(guide, files), **nothing_else))
    pages = {page.path for page in guide.pages}
    rest = tuple(sorted(file for file in guide.files - pages if file.endswith(WRITTEN)))
    others = {fault.at.path for fault in guide.faults} - pages
    yield Part(rest, replace(guide, faults=_faults(guide, others), **_OF_PAGES))


def _faults(guide: Guide, files: Collection[str]) -> tuple[Fault, ...]:
    return tuple(fault for fault in guide.faults if fault.at.path in files)
