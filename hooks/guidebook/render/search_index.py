"""The search index of one language as the file that readers' browsers fetch when they open the search.

The file is a JSON array with one element a line, so that a browser can use it while it arrives:

1. `{"words": …, "synonyms": …, "pages": …}`: every word and separator, phrases of equal meaning, and the
   pages with their headings: enough for the first results;
2. for each page in that order: the texts of its sections.

A text is a string of one character per word or separator: the character's code is the number of the word,
moved up past the control characters and the surrogates. The space between two words is left out. A word is
written as what it shares with the word before it (one character) and its rest.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
_FIRST = 0x20
"""The code of the first character that JSON may hold."""
_SURROGATES = range(0xD800, 0xE000)
_TIERS = (0x80 - _FIRST, 0x800 - _FIRST)
"""How many words take one, and at most two, bytes of UTF-8; within a tier they are sorted to share beginnings."""
_MOST_SHARED = 64


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading."""

    anchor: str
    """The id to open it at; “” for the top of the page."""
    heading: str
    text: str
    names: str = ""
    """Other names it may be asked for by: of a page what menus call it, of a term its other forms."""
    kind: str = ""
    """What kind of thing it is, where that helps the reader: “Termins”."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page or file to be found."""

    address: str
    """Below the site's address."""
    sections: tuple[Section, ...]
    """The first one is the page itself, with its title and its kind."""
    programme: str = ""
    """The programme it belongs to, as readers call it."""
    weight: float = 1
    """How likely it is what readers look for, of pages that have the words equally."""


def search_index(documents: Sequence[Document], synonyms: Iterable[Sequence[str]] = ()) -> str:
    """The index of `documents`; `synonyms` are groups of words or phrases of equal meaning."""
    sections = [section for document in documents for section in document.sections]
    strings = [document.programme for document in documents]
    strings += [string for each in sections for string in (each.heading, each.text, each.names, each.kind)]
    tokens = {string: _tokens(string) for string in strings}
    vocabulary = _vocabulary(Counter(token for string in strings for token in tokens[string]))
    codes = {word: _character(number) for number, word in enumerate(vocabulary)}
    coded = {text: "".join(map(codes.__getitem__, found)) for text, found in tokens.items()}
    pages = [
        [
            document.address,
            document.weight,
            coded[document.programme],
            [
                [each.anchor, *(coded[part] for part in (each.heading, each.names, each.kind))]
                for each in document.sections
            ],
        ]
        for document in documents
    ]
    head = {"words": "\n".join(_shortened(vocabulary)), "synonyms": [*map(list, synonyms)], "pages": pages}
    texts = [[coded[section.text] for section in document.sections] for document in documents]
    rows = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in (head, *texts))
    return "[\n" + ",\n".join(rows) + "\n]\n"


def _tokens(text: str) -> list[str]:
    """Words and separators, white space as one space; that between two words goes without saying."""
    return [found for found in _TOKEN.findall(" ".join(text.split())) if found != " "]


def _vocabulary(counts: Counter[str]) -> list[str]:
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return [word for start, end in pairwise((0, *_TIERS, None)) for word in sorted(ranked[start:end])]


def _character(number: int) -> str:
    code = number + _FIRST
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _shortened(words: Sequence[str]) -> Iterator[str]:
    for before, word in pairwise(("", *words)):
        equal = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        shared = min(sum(1 for _ in equal), _MOST_SHARED)
        yield chr(_FIRST + shared) + word[shared:]
