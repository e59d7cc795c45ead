"""The list of handbooks on a page, and the facts that are known only when the handbooks are made."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from guidebook.model import Guide, Page
from guidebook.render.handbook.labels import LISTING
from guidebook.render.handbook.plan import EVERYTHING, Handbook, handbooks
from guidebook.render.words import counted_pages, file_size

_MARKED = re.compile(r'(<p class="handbook-facts" data-pdf="([^"]*)">)[^<]*(</p>)')


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader wants to know before printing."""

    pages: int
    size: int
    """In bytes."""
    day: str
    version: str
    changes: str
    """A sentence on what is new."""


def listing(guide: Guide, page: Page) -> str:
    """Every handbook of the page's language, then those only the default language has, as Markdown."""
    default, books = guide.languages[0], list(handbooks(guide))
    own = [book for book in books if book.lang == page.lang]
    keys = {book.key for book in own}
    others = [book for book in books if book.lang == default != page.lang and book.key not in keys]
    heading = [f"\n## {LISTING[page.lang]['others']} {{#handbooks-{default}}}\n"] if others else []
    return "\n".join([*_list(page, own), *heading, *_list(page, others)])


def said(lang: str, facts: Facts) -> str:
    """The facts of a handbook as text."""
    words = LISTING[lang]
    parts = counted_pages(lang, facts.pages), file_size(lang, facts.size)
    edition = f"{words['edition']}: {facts.day}, {words['version']} {facts.version}"
    return f"{', '.join(parts)}. {edition}. {facts.changes}"


def filled(html: str, texts: Mapping[str, str]) -> str:
    """A built page with the texts put in at their places; `texts` are by the path of the PDF.

    Doing it twice gives the same. A place without a text stays as it is.
    """
    return _MARKED.sub(lambda place: f"{place[1]}{escape(texts.get(place[2], ''))}{place[3]}", html)


def _list(page: Page, books: list[Handbook]) -> Iterator[str]:
    if not books:
        return
    yield '<ul class="handbooks">'
    for book in books:
        lang = "" if book.lang == page.lang else f' lang="{book.lang}" hreflang="{book.lang}"'
        href = escape(posixpath.basename(book.path) if page.lang == book.lang else f"../../{book.path}")
        text = LISTING[book.lang]["everything-text"] if book.key == EVERYTHING else book.pages[0].meta.description
        yield f'<li id="handbook-{book.key}"><a{lang} href="{href}">{escape(book.title)} (PDF)</a>'
        yield f"<p{lang.partition(' hreflang')[0]}>{escape(text)}</p>"
        yield f'<p class="handbook-facts" data-pdf="{escape(book.path)}"></p></li>'
    yield "</ul>"
