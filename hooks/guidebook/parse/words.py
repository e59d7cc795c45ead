"""The words of a page that a speller looks at, and the words that need none."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from guidebook.latvian import WORD, stem
from guidebook.model import Guide

WORDS = "docs/words.txt"
"""The project's own words, one a line."""

Spell = Callable[[str], bool]
Key = tuple[str, str]

NEAR = 20
"""Characters to either side where the neighbours of a word are looked for."""

_TOKEN = re.compile(r"[^\W_]+(?:[.@][^\W_]+)*")
_OWN = re.compile(
    r"(?:!!!|\?\?\?\+?)[ ]+\w+"  # the kind of an admonition
    r"|\[\^[^\[\]\n]+\]"  # a footnote's label
    r"|\*(?<![*\w]\*)(?![*\s])[^*\n]+\*(?![*\w])|_(?<!\w_)(?![_\s])[^_\n]+_(?!\w)"  # italics
    r"|“[\x20-\x7e]+”"  # a title without a Latvian letter
)
_ODD = re.compile(r"[0-9.@]|.[A-ZĀČĒĢĪĶĻŅŠŪŽ]")
"""A sign of a name, an address or an abbreviation: a digit, a dot, a capital that is not the first letter."""


def word_list(text: str) -> Iterator[str]:
    """The words of docs/words.txt; what follows “#” is a comment."""
    for row in text.split("\n"):
        yield from WORD.findall(row.partition("#")[0])


def named(guide: Guide, lang: str) -> Iterator[str]:
    """The words of glossary terms, their forms and everything that names a source."""
    for term in guide.terms.get(lang, ()):
        for text in (term.title, term.english, *term.forms):
            yield from WORD.findall(text)
    for source in guide.sources.values():
        for text in (source.title, source.authors, source.publisher):
            yield from WORD.findall(text)


def known_keys(words: Iterable[str]) -> frozenset[Key]:
    """What words that need no speller are found by, in any inflection."""
    return frozenset(map(key, words))


@lru_cache(maxsize=65536)
def key(word: str) -> Key:
    """The stem of a word and how it is really written: “skoleni” is no form of “skolēns”.

    The stem's last letter may change with the inflection (modulis, moduļa), so it is not compared.
    """
    root = stem(word)
    return word.lower()[: len(root) - 1], root


def knows(known: frozenset[Key], latvian: Spell) -> Spell:
    """Whether a word is in the project's lists or the dictionary, or is a name or an abbreviation."""

    @cache
    def is_known(word: str) -> bool:
        return len(word) < 2 or bool(_ODD.search(word)) or key(word) in known or latvian(word)

    return is_known


def misspelt(prose: str, is_known: Spell, english: Spell) -> Iterator[tuple[str, int]]:
    """Every unknown word of a running text with its offset.

    English words are let through where another English word stands beside them.
    """
    text = _OWN.sub(_blank, prose)
    for match in _TOKEN.finditer(text):
        if not is_known(match[0]) and not (english(match[0]) and any(map(english, _beside(text, match)))):
            yield match[0], match.start()


def _beside(text: str, match: re.Match[str]) -> list[str]:
    """The word before and the word after."""
    before = WORD.findall(text, max(0, match.start() - NEAR), match.start())
    after = WORD.findall(text, match.end(), match.end() + NEAR)
    return before[-1:] + after[:1]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
