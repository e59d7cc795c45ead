"""The search index of each language: gathered while MkDocs builds the pages, written behind them."""

from pathlib import Path

from guidebook.model import Guide, Page
from guidebook.render.handbook.plan import handbooks
from guidebook.render.search_documents import handbook_document, page_document
from guidebook.render.search_index import Document, search_index


class SearchIndex:
    """The index of one language while its pages are built."""

    def __init__(self, guide: Guide, lang: str) -> None:
        self._guide = guide
        self._lang = lang
        self._documents: list[Document] = []

    def add(self, page: Page, address: str, html: str) -> None:
        """Take in a page published at `address`; a page still in another language is left to that one's index."""
        if page.lang == self._lang:
            self._documents.append(page_document(self._guide, page, address, html))

    def publish(self, site_dir: Path) -> None:
        """Write search/LANG.json, with the handbooks, which are made after the pages."""
        books = [handbook_document(book) for book in handbooks(self._guide) if book.lang == self._lang]
        target = site_dir / "search" / f"{self._lang}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        phrases = [group.phrases for group in self._guide.synonyms]
        target.write_text(search_index([*self._documents, *books], phrases), encoding="utf-8")
