"""The guide inside a MkDocs build: what each event does, with the state of one build."""

import logging
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page as HostPage

from guidebook.adapters.cards import Cards
from guidebook.adapters.disk import load_guide
from guidebook.adapters.linter import lint
from guidebook.adapters.markdown_rules import LINTS
from guidebook.adapters.published import Name, publish_files
from guidebook.adapters.search import SearchIndex
from guidebook.adapters.spelling import spelling_rule
from guidebook.adapters.stylesheet import Stylesheet, join_stylesheets
from guidebook.checks import rules_on, run
from guidebook.diagnostics import Diagnostic, Severity, as_text
from guidebook.model import Page
from guidebook.render.cards import card
from guidebook.render.handbook.rules import PRINT_RULES
from guidebook.render.page_info import Alternate, PageInfo, Shown, alternates, page_info
from guidebook.render.policy import with_policy
from guidebook.render.site import Site
from guidebook.render.words import WORDS
from guidebook.settings import SettingsError

FONTS = "assets/fonts"
CARD_CACHE = ".cache/cards"
"""Cards drawn before, below the project's root; may be deleted at any time."""
log = logging.getLogger("mkdocs.hooks.guidebook")
LOG_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO, Severity.INFO: logging.DEBUG}


@dataclass(frozen=True, slots=True)
class Address:
    """A row of the sitemap."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...]


class Build:
    """One build of all languages; `start` begins it anew."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.stylesheet: Stylesheet | None = None
        self.site_names: dict[str, str] = {}
        """Language -> what the site is called in it, of the passes begun so far."""
        self.search: SearchIndex | None = None

    def start(self, config: MkDocsConfig) -> None:
        """Read and check the guide in the first pass; set the language of footnotes in each.

        Raises Abort when the content has errors and the build is strict.
        """
        plugin = _languages(config)
        lang = plugin.current_language if plugin.building else plugin.default_language
        self.site_names[lang] = config.site_name
        config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = WORDS[lang]["back-to-text"]
        config.mdx_configs.setdefault("toc", {})["permalink_title"] = WORDS[lang]["permalink"]
        if plugin.building:
            self.search = SearchIndex(self.site.guide, lang) if self.site else None
            return
        if not config.repo_url:
            config.edit_uri = None
        self.stylesheet = join_stylesheets(config)
        root = Path(config.config_file_path).parent
        try:
            guide = load_guide(root)
            linted = lint(root, guide)
        except SettingsError as error:
            raise Abort(str(error)) from error
        self.site = Site(guide, (*rules_on(date.today()), *LINTS, *PRINT_RULES, spelling_rule()))
        self.search = SearchIndex(guide, lang)
        _report(sorted([*run(guide), *linted]), strict=config.strict)

    def markdown(self, markdown: str, host: HostPage) -> str:
        """The page's Markdown with our marks replaced; also the title that menus show.

        The theme's own index, which the search does not use, is kept empty.
        """
        page = self._page(host)
        if self.site is None or page is None:
            return markdown
        host.meta["title"] = self.site.title(page)
        host.meta["search"] = {"exclude": True}
        return self.site.markdown(page)

    def html(self, html: str, host: HostPage) -> str:
        """The built HTML with terms linked; the search takes it in."""
        page = self._page(host)
        if self.site is None or page is None:
            return html
        if self.search:
            self.search.add(page, host.url, html)
        return self.site.html(page, html)

    def page_info(self, host: HostPage, config: MkDocsConfig) -> PageInfo | None:
        """What the templates need; also sets the address search engines should keep."""
        page = self._page(host)
        if self.site is None or page is None:
            return None
        shown = Shown(
            lang=_languages(config).current_language,
            site_names=self.site_names,
            previous=self._page(host.previous_page),
            following=self._page(host.next_page),
            site_url=config.site_url or "",
            repo_url=config.repo_url or "",
            edit_url=host.edit_url or "",
        )
        info = page_info(self.site, page, host.content or "", shown)
        if info.untranslated and info.alternates:
            host.canonical_url = info.alternates[0].url
        return info

    def addresses(self, config: MkDocsConfig) -> tuple[Address, ...]:
        """The sitemap: every page once in each language it was written in; empty while the address is unknown."""
        if self.site is None or not config.site_url:
            return ()
        rows = []
        for page in self.site.guide.pages:
            versions = alternates(self.site, page, config.site_url)
            own = next(each for each in versions if each.lang == page.lang)
            changed = page.meta.reviewed.isoformat() if page.meta.reviewed else ""
            rows.append(Address(own.url, changed, versions if len(versions) > 1 else ()))
        return tuple(rows)

    def template(self, output: str, name: str, config: MkDocsConfig) -> str:
        """A built template; the page for wrong addresses is kept from the default language only.

        A sitemap holds absolute addresses, so there is none while that of the site is unknown.
        """
        if name == "sitemap.xml" and not config.site_url:
            return ""
        if name != "404.html":
            return output
        return "" if _languages(config).building else with_policy(output)

    def page_file(self, output: str) -> str:
        """A whole built page, as it is written to disk."""
        return with_policy(output)

    def publish(self, config: MkDocsConfig) -> None:
        """Write what stands beside the pages; copy the sitemap to where the theme looks for it."""
        plugin = _languages(config)
        if self.site is None:
            return
        site_dir = Path(config.site_dir)
        if self.stylesheet:
            self.stylesheet.publish(site_dir)
        if self.search:
            self.search.publish(site_dir)
        if config.site_url:
            self._publish_cards(plugin.current_language, config)
        if plugin.building:
            if not config.site_url:
                return
            shutil.copyfile(site_dir / "sitemap.xml", site_dir / plugin.current_language / "sitemap.xml")
            return
        name = Name(config.site_name, config.site_description or "", config.site_url or "")
        publish_files(self.site, name, site_dir)

    def _publish_cards(self, lang: str, config: MkDocsConfig) -> None:
        assert self.site is not None
        name = self.site_names[lang]
        root = Path(config.config_file_path).parent
        cards = Cards(Path(config.theme.custom_dir or "") / FONTS, root / CARD_CACHE)
        cards.publish((card(self.site, page, name) for page in self.site.guide.pages_in(lang)), Path(config.site_dir))

    def _page(self, host: HostPage | None) -> Page | None:
        return self.site.page(f"docs/{host.file.src_uri}") if self.site and host else None


def _languages(config: MkDocsConfig) -> Any:
    """The i18n plugin: `building` is true in the passes after that of the default language."""
    return config.plugins["i18n"]


def _report(diagnostics: list[Diagnostic], strict: bool) -> None:
    for diagnostic in diagnostics:
        log.log(LOG_LEVELS[diagnostic.severity], as_text([diagnostic]).rstrip())
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    if errors and strict:
        raise Abort(f"Satura kļūdas: {errors}. Vietne nav būvēta; iepriekšējā palika, kā bija.")
