"""Soft hyphens (U+00AD) where a word may break at the end of a line; never in headings, code and names.

Typst 0.15 has no Latvian hyphenation. The breaks are those of the LibreOffice dictionaries in pyphen,
mended by `breaks`, as they know no compounds.
"""

import re
from functools import lru_cache
from typing import Any

from pyphen import Pyphen

from guidebook.render.handbook.breaks import STARTS
from guidebook.render.handbook.inlines import Node

SOFT_HYPHEN = "\u00ad"
SHORTEST = 7
"""Letters of a word that may break."""
DICTIONARIES = {"lv": "lv_LV", "en": "en_GB"}
KEPT_WHOLE = frozenset({"code", "figure", "heading"})
"""Kinds of nodes whose text is not hyphenated."""
_ADDRESS = re.compile(r"\S*(?:[/@_\d]|\w\.\w)\S*")
"""A web address, a file's name or a code."""
_PIECE = re.compile(rf"{_ADDRESS.pattern}|[^\W\d_]{{{SHORTEST},}}")
_STOP_BEFORE_CONSONANT = re.compile(r"[lmnrs][bdgkpt](?!z|ž)[bcčdfgģhkķmnņpsštzž]")
"""Such a stop ends its syllable: “punk-tam”, “part-neris”, where the dictionary says “pun-ktam”, “par-tneris”."""
_FOREIGN = re.compile(r"[qwxyäöü]|(?:able|ance|ean|ing|ish|ity|ive|ment|ness|ships?|sion|tions?)$")
_NOT_TEXT = frozenset({"t", "id", "url", "lang", "kind", "svg", "alt", "who", "when", "title", "number", "text"})


def hyphenated(blocks: list[Node], lang: str) -> list[Node]:
    """Blocks with soft hyphens; the given ones stay as they are."""
    made: list[Node] = _hyphenated(blocks, lang)
    return made


@lru_cache(maxsize=65536)
def hyphenate(word: str, lang: str) -> str:
    """A word with soft hyphens, at least three letters on either side.

    Words in capitals, addresses and, in Latvian, words that look English stay whole.
    """
    if lang not in DICTIONARIES or not word.isalpha() or not (word.islower() or word.istitle()):
        return word
    breaks = _latvian_breaks(word.lower()) if lang == "lv" else _dictionary(lang).positions(word)
    for position in sorted(breaks, reverse=True):
        word = f"{word[:position]}{SOFT_HYPHEN}{word[position:]}"
    return word


def _latvian_breaks(word: str) -> set[int]:
    if _FOREIGN.search(word):
        return set()
    found = set(_dictionary("lv").positions(word))
    found = {position + 1 if _STOP_BEFORE_CONSONANT.match(word, position - 1) else position for position in found}
    start = next((word[:size] for size in range(len(word), 2, -1) if word[:size] in _STARTS), "")
    behind = {position for position in found if position >= len(start)}
    return {position for position in behind | _STARTS.get(start, set()) if 3 <= position <= len(word) - 3}


def _own_breaks(entry: str) -> set[int]:
    """Offsets of the hyphens of “vis-pār-iz” in the word without them."""
    parts = entry.split("-")
    return {sum(map(len, parts[:index])) for index in range(1, len(parts))}


_STARTS = {entry.replace("-", ""): _own_breaks(entry) for entry in STARTS.split()}


@lru_cache
def _dictionary(lang: str) -> Pyphen:
    return Pyphen(lang=DICTIONARIES[lang], left=3, right=3)


def _hyphenated(value: Any, lang: str) -> Any:
    if isinstance(value, str):
        return _PIECE.sub(lambda piece: hyphenate(piece[0], lang), value)
    if isinstance(value, list):
        return [_hyphenated(each, lang) for each in value]
    if not isinstance(value, dict) or value.get("t") in KEPT_WHOLE:
        return value
    spoken = value["lang"] if value.get("t") == "lang" else lang
    return {key: each if key in _NOT_TEXT else _hyphenated(each, spoken) for key, each in value.items()}
