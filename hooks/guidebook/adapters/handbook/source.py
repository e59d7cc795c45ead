"""What handbooks are made of, read from the disk: built pages, settings of the site, signs and styles of drawings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from guidebook.adapters.handbook.shelf import hashed
from guidebook.model import Guide, Page
from guidebook.parse.guide import CONFIG
from guidebook.render.handbook.place import Place, article_html
from guidebook.settings import SettingsError

CODE = Path(__file__).parents[2]
"""The package guidebook, whose files all may change what is printed."""
STYLES = ("path.css", "chart.css")
"""Stylesheets of drawings, which name their parts by class."""


class _Loader(yaml.SafeLoader):
    """Reads !ENV as MkDocs does, other tags as nothing."""


_Loader.add_multi_constructor("", lambda *_: None)
_Loader.add_constructor("!ENV", construct_env_tag)


@dataclass
class Source:
    """A project and the site built from it."""

    guide: Guide
    root: Path
    site: Path

    def article(self, page: Page) -> str:
        """The article of a built page; raises SettingsError when the site lacks it."""
        file = self.site / self.guide.address(page) / "index.html"
        if page.path not in self._articles:
            found = article_html(file.read_text("utf-8")) if file.is_file() else ""
            if not found:
                raise SettingsError(f"{file}: lapas nav; vispirms uzbūvējiet vietni (make site)")
            self._articles[page.path] = found
        return self._articles[page.path]

    @cached_property
    def _articles(self) -> dict[str, str]:
        return {}

    @cached_property
    def style(self) -> str:
        """The stylesheets of drawings."""
        folder = self.root / "overrides/assets/stylesheets"
        return "\n".join((folder / name).read_text("utf-8") for name in STYLES)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Name, address and description of the site in each language, from mkdocs.yml and the environment."""
        config: dict[str, Any] = yaml.load((self.root / CONFIG).read_text("utf-8"), Loader=_Loader)  # noqa: S506
        url = (config.get("site_url") or "").rstrip("/")
        plugins = [each["i18n"] for each in config["plugins"] if isinstance(each, dict) and "i18n" in each]
        signs = {
            file.stem: file.read_text("utf-8")
            for file in sorted((self.root / "overrides/.icons/programme").glob("*.svg"))
        }
        return {
            own["locale"]: Place(
                own.get("site_name") or config["site_name"],
                f"{url}/" if url else "",
                own.get("site_description") or config.get("site_description") or "",
                signs,
            )
            for own in plugins[0]["languages"]
        }

    def fingerprint(self, pages: Iterable[Page]) -> str:
        """A hash of everything that may change a handbook; equal ones mean that nothing has to be made."""
        articles = (self.article(page).encode() for page in pages)
        return hashed([*articles, *self._files(), repr(self.places).encode(), self.style.encode()])

    def _files(self) -> Iterator[bytes]:
        """The code, the template with its fonts, and what the pages are written in."""
        for path in sorted(self.guide.files):
            if path.endswith((".md", ".yml")):
                yield (self.root / path).read_bytes()
        for file in sorted(CODE.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.read_bytes()
        yield (self.root / CONFIG).read_bytes()
