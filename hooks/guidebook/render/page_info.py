"""What the templates are told about a page: its head, its foot and its place among the others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap
from urllib.parse import urlencode, urljoin

from guidebook.model import Page
from guidebook.render.cards import HEIGHT, WIDTH, card
from guidebook.render.checklists import kind, overview
from guidebook.render.feed import FEED, has_feed
from guidebook.render.handbook.plan import holding, sheet_path
from guidebook.render.linked_data import linked_data
from guidebook.render.links import url
from guidebook.render.sheets import files
from guidebook.render.site import Site
from guidebook.render.words import WORDS, counted_actions, counted_minutes, date_of

WORDS_A_MINUTE = 180
"""How fast an adult reads a text to work by; slower than a novel."""
REPORT_FORM = "kluda-satura.yml"
"""The form in .github/ISSUE_TEMPLATE/ that a report opens."""
LOCALES = {"lv": "lv_LV", "en": "en_GB"}
SOURCES_SLUG, ABOUT_SLUG = "avoti/", "par/"
_WORD = re.compile(r"\w+")
MOST_NOTES = 60
"""Notes on a page from which on their tooltips would keep a phone busy for a second; the notes stay links."""
TOOLTIPS = ("content.tooltips", "content.footnote.tooltips")
_NOTE = 'class="footnote-ref"'
_NOTES = '<div class="footnote">'
_TITLE_END = "</h1>"


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in one of the languages it was really written in."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line below the title: what, and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link in the foot leads."""

    text: str
    href: str
    lang: str
    """The language of the text, which may differ from that of the page around it."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A line of the foot: what the links are, and the links."""

    key: str
    """checklists, sheet, handbooks or sources."""
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A checklist as a file."""

    path: str
    """Below the site."""
    name: str
    """What readers call its kind: CSV, Excel, Word."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The built HTML of a page, cut where the template puts its own between."""

    title: str
    """The first heading."""
    body: str
    notes: str
    """The footnotes; may be empty."""


@dataclass(frozen=True, slots=True)
class Preview:
    """How the page shows where its address is shared; source of the names: ogp.me."""

    title: str
    description: str
    kind: str
    """“website” for the home page, else “article”."""
    locale: str
    site_name: str
    url: str
    """The address to keep; empty, like that of the card, while the site's address is unknown."""
    image: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Shown:
    """How a page is shown: in which language, with which neighbours, and where the site and its sources are."""

    lang: str
    """The language of the page around the text."""
    site_names: Mapping[str, str]
    """Language -> what the site is called in it."""
    previous: Page | None
    following: Page | None
    site_url: str
    """Address of the site with a slash at its end; empty when unknown."""
    repo_url: str
    """Address of the repository; empty when there is none."""
    edit_url: str
    """Where the page's file is edited; empty when there is no repository."""


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What the templates are told about a page."""

    content_lang: str
    """The language of the text."""
    untranslated: bool
    """Whether the text is in another language than the page around it."""
    programme_key: str
    """The programme's key in mkdocs.yml; may be empty."""
    programme: str
    """The programme's name in the language of the page around the text; may be empty."""
    alternates: tuple[Alternate, ...]
    parts: Parts
    without: tuple[str, ...]
    """Features of the theme that the page does without."""
    description: str
    """What the page is for; empty where the page does not begin with it."""
    facts: tuple[Row, ...]
    """Who does it, how long it takes to read, when it was reviewed; only on pages of guidance."""
    rows: tuple[LinkRow, ...]
    """What belongs to the page; only on pages of guidance and of handbooks."""
    previous: Link | None
    following: Link | None
    edit: str
    """Where to edit the page; may be empty."""
    report: str
    """Where to report an error."""
    checklist: str
    """What the page has to do with checklists: list, overview, guidance or “”."""
    overview: str
    """Path of the page of all checklists; may be empty."""
    sheets: tuple[SheetFile, ...]
    """The checklist as files; none on other pages."""
    title: str
    """What the window is called."""
    preview: Preview
    feed: str
    """Address of the feed of changes; may be empty."""
    linked_data: str
    """JSON-LD; may be empty."""


def page_info(site: Site, page: Page, html: str, shown: Shown) -> PageInfo:
    """Everything the templates need for one page; `html` is its built text."""

    def link(target: Page | None) -> Link | None:
        return _link(site, page, target) if target else None

    guidance, home = bool(page.meta.programme), not page.slug
    programme = site.guide.settings.programmes.get(page.meta.programme, {})
    return PageInfo(
        content_lang=page.lang,
        untranslated=page.lang != shown.lang,
        programme_key=page.meta.programme,
        programme=programme.get(shown.lang, ""),
        alternates=alternates(site, page, shown.site_url),
        parts=cut(html),
        without=TOOLTIPS if html.count(_NOTE) > MOST_NOTES else (),
        description=page.meta.description if guidance else "",
        facts=tuple(_facts(site, page, shown.lang)) if guidance else (),
        rows=tuple(_rows(site, page, shown)) if guidance or page.meta.handbooks else (),
        previous=link(None if home else shown.previous),
        following=link(None if home else shown.following),
        edit=shown.edit_url,
        report=_report(site, page, shown),
        checklist=kind(page),
        overview=overview(site.guide, shown.lang),
        sheets=tuple(starmap(SheetFile, files(site.guide, page, shown.lang))) if page.meta.checklist else (),
        title=_title(site, page, shown.site_names[page.lang]),
        preview=_preview(site, page, shown),
        feed=urljoin(shown.site_url, FEED) if has_feed(site.guide, shown.site_url) else "",
        linked_data=linked_data(site, page, shown.site_url),
    )


def alternates(site: Site, page: Page, site_url: str) -> tuple[Alternate, ...]:
    """The page in each language it was written in; none while the site's address is unknown."""
    if not site_url:
        return ()
    pages = site.in_languages(page)
    return tuple(Alternate(each.lang, urljoin(site_url, site.guide.address(each))) for each in pages)


def cut(html: str) -> Parts:
    """The title, the text and the notes of a built page."""
    before, end, after = html.partition(_TITLE_END)
    title, text = (before + end, after) if end else ("", html)
    body, mark, notes = text.partition(_NOTES)
    return Parts(title, body, mark + notes)


def reading_minutes(page: Page) -> int:
    """How many minutes the text takes, at least one."""
    return max(1, round(len(_WORD.findall(page.prose)) / WORDS_A_MINUTE))


def _title(site: Site, page: Page, site_name: str) -> str:
    kind = (WORDS[page.lang]["checklist"].lower(),) if page.meta.checklist else ()
    return " – ".join((site.title(page), *kind, site_name)) if page.slug else site_name


def _preview(site: Site, page: Page, shown: Shown) -> Preview:
    site_name = shown.site_names[page.lang]
    return Preview(
        title=page.title if page.slug else site_name,
        description=page.meta.description,
        kind="article" if page.slug else "website",
        locale=LOCALES.get(page.lang, page.lang),
        site_name=site_name,
        url=shown.site_url and urljoin(shown.site_url, site.guide.address(page)),
        image=shown.site_url and urljoin(shown.site_url, card(site, page, site_name).address),
    )


def _facts(site: Site, page: Page, lang: str) -> Iterator[Row]:
    words, who = WORDS[lang], site.guide.settings.who
    if page.meta.audience:
        doers = ", ".join(who.get(each, {}).get(lang, each) for each in page.meta.audience)
        yield Row(words["doers" if page.items or page.meta.checklist else "readers"], doers)
    if page.meta.checklist:
        yield Row(words["length"], counted_actions(lang, site.size(page)))
    else:
        yield Row(words["reading"], counted_minutes(lang, reading_minutes(page)))
    if page.meta.reviewed:
        yield Row(words["reviewed"], date_of(lang, page.meta.reviewed))


def _rows(site: Site, page: Page, shown: Shown) -> Iterator[LinkRow]:
    words = WORDS[shown.lang]
    if lists := tuple(_link(site, page, each) for each in site.collecting(page)):
        yield LinkRow("checklists", words["checklists"], lists)
    up = "../" * (page.slug.count("/") + (shown.lang != site.guide.languages[0]))
    if page.meta.checklist:
        sheet = Link(words["print-sheet"], up + sheet_path(site.guide, page), shown.lang)
        yield LinkRow("sheet", words["sheet"], (sheet,))
    if books := holding(site.guide, page):
        links = (Link(f"{book.title} (PDF)", up + book.path, book.lang) for book in books)
        yield LinkRow("handbooks", words["handbooks"], tuple(links))
    bibliography = site.page_at(SOURCES_SLUG, page.lang)
    if bibliography and any(mention.kind == "citation" for mention in page.mentions):
        yield LinkRow("sources", words["sources"], (Link(words["all-sources"], url(page, bibliography), shown.lang),))


def _link(site: Site, page: Page, target: Page) -> Link:
    return Link(site.title(target), url(page, target), target.lang)


def _report(site: Site, page: Page, shown: Shown) -> str:
    """The form for errors with the page filled in; without a repository the page that says whom to tell."""
    if not shown.repo_url:
        about = site.page_at(ABOUT_SLUG, page.lang)
        return url(page, about) if about else ""
    where = urljoin(shown.site_url, site.guide.address(page)) or page.path
    fields = {"template": REPORT_FORM, "title": f"{WORDS['lv']['error']}: {page.title}", "page": where}
    return f"{shown.repo_url.rstrip('/')}/issues/new?{urlencode(fields)}"
