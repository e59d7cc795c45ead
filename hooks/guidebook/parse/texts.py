"""The texts a reader sees: pages, their titles and descriptions, the values of facts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidebook.model import Guide, Page, Span

LONGEST = 30
"""Signs of a word that a message repeats before a fault."""
NOTES = "lv"
"""The language in which sources are described."""
EMPHASIS = "*_"
BEFORE_A_WORD = f" \n\u00a0([{{“|>{EMPHASIS}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one language."""

    written: str
    prose: str
    """The same with everything that is not running text blanked out, at equal offsets."""
    at: Callable[[int], Span]
    """Where a character of it was written."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in the text as written that are running text as a whole: what is blanked out makes no match."""
        for match in pattern.finditer(self.written):
            if self.prose.startswith(match[0], match.start()):
                yield match


def texts(guide: Guide, lang: str) -> Iterator[Text]:
    """Every text in one language; places in sources, facts and what is said of sources included."""
    for page in guide.pages_in(lang):
        yield from _of_page(page)
    for fact in guide.facts.values():
        if lang in fact.value:
            yield _short(fact.value[lang], fact.lines.get("value", fact.at))
    for source in guide.sources.values() if lang == NOTES else ():
        for key in ("title", "authors", "publisher", "note"):
            if value := getattr(source, key):
                yield _short(value, source.lines.get(key, source.at))


def _of_page(page: Page) -> Iterator[Text]:
    yield text_of(page)
    for key, value in (("title", page.meta.title), ("description", page.meta.description)):
        if value and key in page.meta.lines:
            yield _short(value, page.meta.lines[key])
    for mention in page.mentions:
        if mention.kind == "citation" and mention.text:
            yield _short(mention.text, mention.at)


def all_texts(guide: Guide) -> Iterator[Text]:
    """Every text in every language."""
    for lang in guide.languages:
        yield from texts(guide, lang)


def text_of(page: Page) -> Text:
    """The text of a page below its front matter."""
    return Text(page.text, page.prose, page.at)


def _short(value: str, at: Span) -> Text:
    return Text(value, value, lambda _: at)


def word_start(text: str, offset: int) -> int:
    """Where the word begins that goes on, or has just ended, at `offset`; emphasis is part of it."""
    start = offset
    while start and text[start - 1] in EMPHASIS:
        start -= 1
    word = start
    while word > offset - LONGEST and text[word - 1 : word].strip(BEFORE_A_WORD):
        word -= 1
    if word == start:
        return offset
    while word and text[word - 1] in EMPHASIS:
        word -= 1
    return word
