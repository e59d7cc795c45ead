"""Articles -> books -> PDF files. Imported only when something has to be made, as typesetting loads much."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.metadata import version as package_version
from pathlib import Path

from guidebook.adapters.handbook.shelf import Printed, Shelf, hashed
from guidebook.adapters.handbook.source import Source
from guidebook.adapters.handbook.typeset import TypesetError, page_count, typeset
from guidebook.diagnostics import Diagnostic
from guidebook.model import Page
from guidebook.render.handbook.article import Article, read_article
from guidebook.render.handbook.book import duties, edition_of, make_book
from guidebook.render.handbook.editions import Edition
from guidebook.render.handbook.inlines import Node
from guidebook.render.handbook.picture import print_style
from guidebook.render.handbook.plan import Handbook

__all__ = ("Press", "TypesetError")
PRINTERS = ("pikepdf", "segno", "typst")
"""Packages whose version decides how a book is printed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A book ready to be printed, unless it has faults."""

    book: Node
    key: str
    edition: Edition
    faults: tuple[Diagnostic, ...]


class Press:
    """Reads each page once for all the books it stands in."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._style = print_style(source.style)
        self._duties = {lang: duties(source.guide, lang) for lang in source.guide.languages}
        self._articles: dict[str, Article] = {}
        self._template = hashed([*_template(), *(package_version(name).encode() for name in PRINTERS)])

    def draft(self, handbook: Handbook) -> Draft:
        """The book of a handbook."""
        articles = {page.path: self._article(page) for page in handbook.pages}
        book, faults = make_book(self.source.guide, handbook, articles, self.source.places[handbook.lang])
        content = json.dumps(book, ensure_ascii=False, sort_keys=True).encode()
        return Draft(book, hashed([content, self._template.encode()]), edition_of(handbook, book), tuple(faults))

    def print(self, draft: Draft, shelf: Shelf) -> Printed:
        """The book as a PDF on the shelf, dated by its edition; raises TypesetError."""
        pdf = typeset(draft.book, datetime.combine(draft.edition.day, time(), UTC))
        return shelf.keep(Printed(draft.key, page_count(pdf), len(pdf), draft.edition), pdf)

    def _article(self, page: Page) -> Article:
        if page.path not in self._articles:
            address = f"/{self.source.guide.address(page)}"
            article = read_article(self.source.article(page), address, page.lang, self._duties[page.lang], self._style)
            self._articles[page.path] = article
        return self._articles[page.path]


def _template() -> list[bytes]:
    """The files that typeset and finish, with the fonts; not those that only decide what is printed."""
    ours = {Path(__file__).name, "command.py", "editions.py", "shelf.py", "source.py"}
    files = sorted(file for file in Path(__file__).parent.rglob("*") if file.is_file() and file.name not in ours)
    return [file.read_bytes() for file in files if "__pycache__" not in file.parts]
