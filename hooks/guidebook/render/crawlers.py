"""Files for programs that read the site: robots.txt and llms.txt."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urljoin

from guidebook.model import Page
from guidebook.render.site import Site


def robots(site_url: str) -> str:
    """Everything may be read; where the sitemap is, when that is known."""
    where = f"\nSitemap: {urljoin(site_url, 'sitemap.xml')}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{where}"


def llms(site: Site, site_name: str, description: str, site_url: str) -> str:
    """The site in one page of Markdown: each section with its pages and what they are for.

    Source of the form: llmstxt.org. Addresses are relative to the file while that of the site is unknown.
    """
    lines = [f"# {site_name}", "", f"> {description}", ""]
    for lang in site.guide.languages:
        for section, pages in groupby(site.guide.pages_in(lang), key=lambda page: page.slug.partition("/")[0]):
            lines += _section(site, lang, section, list(pages), site_url)
    data = urljoin(site_url, "data/guide.json")
    lines += ["## Optional", "", f"- [guide.json]({data}): the whole content as data; its schema is guide.schema.json"]
    return "\n".join(lines) + "\n"


def _section(site: Site, lang: str, section: str, pages: list[Page], site_url: str) -> Iterator[str]:
    index = site.page_at(f"{section}/" if section else "", lang)
    name = index.meta.title if index else section
    yield f"## {name}" if lang == site.guide.languages[0] else f"## {name} ({lang})"
    yield ""
    for page in pages:
        address = urljoin(site_url, site.guide.address(page)) or "./"
        yield f"- [{site.title(page)}]({address}): {page.meta.description}"
    yield ""
