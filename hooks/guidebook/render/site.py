"""What the build makes of a guide, page by page."""

from collections.abc import Iterable, Iterator

from guidebook.model import Guide, Page
from guidebook.parse.terms import TermFinder
from guidebook.render import checklists, glossary
from guidebook.render.accessibility import last_check
from guidebook.render.bibliography import bibliography
from guidebook.render.changes import all_changes, latest_changes
from guidebook.render.chart import pumpurs_chart
from guidebook.render.handbook.listing import listing
from guidebook.render.home import search
from guidebook.render.path import project_path
from guidebook.render.roles import role_items
from guidebook.render.rules import Explained, rules_reference
from guidebook.render.tables import scrollable
from guidebook.render.text import Block, Edit, page_text

BLOCKS: dict[str, Block] = {
    "accessibility": last_check,
    "all-checklists": checklists.all_checklists,
    "all-items": checklists.all_items,
    "bibliography": bibliography,
    "changes": all_changes,
    "chart-pumpurs": pumpurs_chart,
    "handbooks": listing,
    "latest-changes": latest_changes,
    "path-etwinning": lambda guide, page: project_path(guide, page, "etwinning"),
    "path-mobilitate": lambda guide, page: project_path(guide, page, "mobilitate"),
    "role-items": role_items,
    "search": search,
}


class Site:
    """Turns the pages of one guide into Markdown for Python-Markdown and mends the built HTML."""

    def __init__(self, guide: Guide, rules: Iterable[Explained] = ()) -> None:
        """`rules` are those the page of rules explains."""
        self.guide = guide
        self._blocks = {**BLOCKS, "rules": lambda _guide, _page: rules_reference(rules)}
        self._pages = {page.path: page for page in guide.pages}
        self._by_slug: dict[str, list[Page]] = {}
        for page in guide.pages:
            self._by_slug.setdefault(page.slug, []).append(page)
        self._collecting: dict[str, list[Page]] = {}
        for page in guide.pages:
            for path in checklists.collected(guide, page):
                self._collecting.setdefault(path, []).append(page)
        self._finders = {lang: TermFinder(guide.terms[lang]) for lang in guide.languages}
        self._glossaries = {term.page.path for terms in guide.terms.values() for term in terms}
        self._texts: dict[str, str] = {}

    def page(self, path: str) -> Page | None:
        """The page of a file, from the project's root."""
        return self._pages.get(path)

    def page_at(self, slug: str, lang: str) -> Page | None:
        """The page at an address below the language, in that language or the default one."""
        found = self._by_slug.get(slug, [])
        return next((page for page in found if page.lang == lang), found[0] if found else None)

    def collecting(self, page: Page) -> list[Page]:
        """The checklists that hold items of a page, in reading order."""
        return self._collecting.get(page.path, [])

    def size(self, page: Page) -> int:
        """How many items a checklist page holds."""
        return checklists.size(self.guide, page)

    def markdown(self, page: Page) -> str:
        """The page's text with every mark of ours replaced; made once for all languages it is shown in."""
        if page.path not in self._texts:
            text = page_text(self.guide, page, self._blocks, self._entry_ends(page))
            items = checklists.checklist(self.guide, page) if page.meta.checklist else ""
            self._texts[page.path] = text + items
        return self._texts[page.path]

    def html(self, page: Page, html: str) -> str:
        """Built HTML with tables that scroll and, in the guidance, the first mention of each term linked."""
        html = scrollable(html, page.lang)
        if not page.meta.programme:
            return html
        return glossary.with_tooltips(html, page, self._finders[page.lang])

    def title(self, page: Page) -> str:
        """What menus call the page: its number, if it is a stage, and its title."""
        target = self.guide.find(page.headings[0].anchor, page.lang) if page.headings else None
        return f"{target.number if target else ''} {page.meta.title}".strip()

    def in_languages(self, page: Page) -> list[Page]:
        """The page in every language it was written in, the default language first."""
        return self._by_slug[page.slug]

    def _entry_ends(self, page: Page) -> Iterator[Edit]:
        if page.path not in self._glossaries:
            return iter(())
        using: dict[str, list[Page]] = {}
        for each in self.guide.pages_in(page.lang):
            if each.meta.programme and each.path not in self._glossaries:
                for term in self.guide.uses[each.path]:
                    using.setdefault(term, []).append(each)
        return glossary.entry_ends(self.guide, page, using)
