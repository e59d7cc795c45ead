"""Which handbooks and sheets there are, and which pages each holds.

A page names its handbooks in its front matter; the first of them is its home in the book of everything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guidebook.ids import slug
from guidebook.model import Guide, Page
from guidebook.render.handbook.labels import LISTING

FOLDER = "rokasgramatas/"
"""Where handbooks are published, below the language, and the address of the page that lists them."""
EVERYTHING = "viss"
"""The key of the book that holds all others."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """One PDF: a handbook, or a checklist as a sheet of its own."""

    key: str
    """A key of `handbooks:` in mkdocs.yml, EVERYTHING, or “” for a sheet."""
    lang: str
    title: str
    path: str
    """Where it is published, below the site's address: “en/rokasgramatas/mobility.pdf”."""
    pages: tuple[Page, ...]
    """Its chapters: the guidance in the order of the navigation, then the checklists."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Path of a page that begins a part -> the part's title; only in the book of everything."""
    untranslated: tuple[Page, ...] = ()
    """Pages of the default language that lack a translation."""

    @property
    def sheet(self) -> bool:
        """Whether it is a single checklist."""
        return not self.key


def handbooks(guide: Guide) -> Iterator[Handbook]:
    """All handbooks, by language in the order of mkdocs.yml, the book of everything last.

    A handbook holds pages written in its language only; without any there is none. The book of
    everything is for languages with two handbooks or more.
    """
    for lang in guide.languages:
        own = [book for key in guide.settings.handbooks if (book := _handbook(guide, key, lang)).pages]
        yield from own
        if len(own) > 1:
            yield _everything(guide, own, lang)


def sheets(guide: Guide) -> Iterator[Handbook]:
    """Each checklist as a sheet, published next to its page."""
    for page in guide.pages:
        if page.meta.checklist:
            yield Handbook("", page.lang, page.title, sheet_path(guide, page), (page,))


def sheet_path(guide: Guide, page: Page) -> str:
    """Where the sheet of a checklist page is published."""
    return f"{guide.address(page).rstrip('/')}.pdf"


def holding(guide: Guide, page: Page) -> list[Handbook]:
    """The handbooks a page stands in, its home first, without the book of everything."""
    titled = [(key, _title(guide, key, page.lang)) for key in page.meta.handbooks]
    return [Handbook(key, page.lang, title, _path(guide, key, title, page.lang), (page,)) for key, title in titled]


def _handbook(guide: Guide, key: str, lang: str) -> Handbook:
    default = guide.languages[0]
    pages = _pages(guide, key, lang)
    written = {page.slug for page in pages}
    title = _title(guide, key, lang)
    lacking = tuple(page for page in _pages(guide, key, default) if page.slug not in written) if pages else ()
    return Handbook(key, lang, title, _path(guide, key, title, lang), pages, untranslated=lacking)


def _everything(guide: Guide, books: list[Handbook], lang: str) -> Handbook:
    pages: list[Page] = []
    parts: dict[str, str] = {}
    for book in books:
        own = [page for page in book.pages if page.meta.handbooks[0] == book.key]
        if own:
            parts[own[0].path] = book.title
        pages += own
    lacking = {page.path: page for book in books for page in book.untranslated}
    title = LISTING[lang]["everything"]
    path = _path(guide, EVERYTHING, title, lang)
    return Handbook(EVERYTHING, lang, title, path, tuple(pages), parts, tuple(lacking.values()))


def _pages(guide: Guide, key: str, lang: str) -> tuple[Page, ...]:
    """The guidance first, the checklists last; each in the order of the navigation."""
    pages = [page for page in guide.pages_in(lang) if key in page.meta.handbooks]
    return tuple(sorted(pages, key=lambda page: bool(page.meta.checklist)))


def _title(guide: Guide, key: str, lang: str) -> str:
    return guide.settings.handbooks[key].get(lang, key)


def _path(guide: Guide, key: str, title: str, lang: str) -> str:
    """The default language has the key as the file's name, others their own title."""
    if lang == guide.languages[0]:
        return f"{FOLDER}{key}.pdf"
    return f"{lang}/{FOLDER}{slug(title)}.pdf"
