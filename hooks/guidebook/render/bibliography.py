"""The bibliography with back-references, by the first letter of the author."""

from collections.abc import Iterable
from itertools import groupby

from guidebook.latvian import fold
from guidebook.model import Guide, Page, Source
from guidebook.render.text import page_links
from guidebook.render.words import WORDS, on_day


def bibliography(guide: Guide, page: Page) -> str:
    """Every source as Markdown; below each the pages that cite it."""
    citing: dict[str, list[Page]] = {}
    for each in guide.pages_in(page.lang):
        for source in cited(guide, each):
            citing.setdefault(source, []).append(each)
    lines: list[str] = []
    for letter, sources in groupby(by_author(guide.sources.values()), key=lambda each: _order(each)[0]):
        lines.append(f"\n## {letter.upper()} {{#sources-{letter}}}\n")
        lines += [_entry(page, source, citing.get(source.id, [])) for source in sources]
    return "\n".join(lines) + "\n"


def cited(guide: Guide, page: Page) -> set[str]:
    """Ids of the sources a page cites, itself or through facts; also of some that are not in the list."""
    sources = {mention.target for mention in page.mentions if mention.kind == "citation"}
    return sources | {guide.facts[mention.target].source for mention in page.mentions if mention.target in guide.facts}


def by_author(sources: Iterable[Source]) -> list[Source]:
    """Sources in the order of a bibliography."""
    return sorted(sources, key=_order)


def _order(source: Source) -> str:
    """Sorts by author, without regard to diacritics and signs before the first letter."""
    return fold(source.authors or source.title).lstrip(" “[(#")


def _entry(page: Page, source: Source, pages: list[Page]) -> str:
    words = WORDS[page.lang]
    year = f" ({source.year})" if source.year else ""
    parts = [f"**{source.authors}**{year}." if source.authors else ""]
    parts.append(f"*{source.title}*{'' if source.authors else year}.")
    parts.append(f"{source.publisher}." if source.publisher and source.publisher != source.authors else "")
    if source.url:
        opened = f" ({words['opened']} {on_day(page.lang, source.accessed)})" if source.accessed else ""
        parts.append(f"<{source.url}>{opened}.")
    parts.append(source.note)
    if pages:
        parts.append(f"<br><small>{words['cited-in']}: {page_links(page, pages)}.</small>")
    text = " ".join(part for part in parts if part)
    return f'- <span id="source-{source.id}"></span>{text}'
