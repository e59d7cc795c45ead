"""Terms: tooltips on the first mention in a page, and what stands below each entry."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from guidebook.model import Guide, Page, Term
from guidebook.parse.terms import TermFinder
from guidebook.render.links import url
from guidebook.render.text import Edit, page_links
from guidebook.render.words import WORDS

_TOKEN = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][\w-]*)([^<>]*)>|[^<]+|<", re.S)
_CLOSED = frozenset("a button code figure h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg".split())
MOST_PAGES = 8
"""Pages named below an entry; a term of half the site would list half the site."""
_NOTES = '<div class="footnote">'


def with_tooltips(html: str, page: Page, finder: TermFinder) -> str:
    """Built HTML in which the first mention of each term links to the glossary.

    Headings, links, code, drawings, checklist rows and notes stay as they are.
    """
    body, notes_mark, notes = html.partition(_NOTES)
    seen: set[str] = set()
    parts: list[str] = []
    closed: list[str] = []
    for token in _TOKEN.finditer(body):
        name = token[2]
        if name and name.lower() in _CLOSED:
            if not token[1]:
                closed.append(name)
            elif closed and closed[-1] == name:
                closed.pop()
        elif not name and not closed and not token[0].startswith("<!--"):
            parts.append(_linked(token[0], page, finder, seen))
            continue
        parts.append(token[0])
    return "".join(parts) + notes_mark + notes


def entry_ends(guide: Guide, page: Page, used: Mapping[str, list[Page]]) -> Iterator[Edit]:
    """What the build adds at the end of each entry of a glossary page."""
    terms = {term.id: term for term in guide.terms[page.lang]}
    for index, heading in enumerate(page.headings):
        term = terms.get(heading.anchor)
        if term is None or term.page is not page:
            continue
        following = page.headings[index + 1 :]
        end = _line_start(page, following[0].start) if following else len(page.text)
        yield end, end, _below(page, term, used.get(term.id, []))


def _below(page: Page, term: Term, pages: list[Page]) -> str:
    words = WORDS[page.lang]
    facts = [f"{words['english']}: *{term.english}*"] if term.english and page.lang != "en" else []
    facts += [f"{words['other-names']}: {', '.join(term.forms)}"] if term.forms else []
    more = words["more-pages"].format(count=len(pages) - MOST_PAGES) if len(pages) > MOST_PAGES else ""
    facts += [f"{words['used-in']}: {page_links(page, pages[:MOST_PAGES])}{more}"] if pages else []
    return f"\n<small>{'. '.join(facts)}.</small>\n\n" if facts else ""


def _line_start(page: Page, offset: int) -> int:
    return page.text.rfind("\n", 0, offset) + 1


def _linked(text: str, page: Page, finder: TermFinder, seen: set[str]) -> str:
    parts, position = [], 0
    for match in finder.find(text):
        if match.term.id in seen:
            continue
        seen.add(match.term.id)
        term = match.term
        href = escape(url(page, term.page, term.id))
        title = escape(unescape(term.definition))
        word = text[match.start : match.end]
        parts += [text[position : match.start], f'<a class="term" href="{href}" title="{title}">{word}</a>']
        position = match.end
    return "".join([*parts, text[position:]])
