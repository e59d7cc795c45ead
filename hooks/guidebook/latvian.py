"""Latvian words: folding, tokens and a light stemmer.

The stemmer strips suffixes after K. Krēsliņš (1996) as simplified in Apache Lucene's
LatvianStemmer, re-derived for folded text. It has no word list: a term and its mention match when their
stems are equal.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_LATVIAN = str.maketrans("āčēģīķļņōŗšūž", "acegiklnorsuz")
_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = tuple("iem ais ai ei am em im um as es is os us ij ie a e i o u s".split())


def fold(text: str) -> str:
    """Lower-case `text` without diacritics: “Ķekavas Šūpoles” -> “kekavas supoles”."""
    folded = text.lower().translate(_LATVIAN)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one word in any inflection, folded: “mobilitāšu” -> “mobilitat”.

    Words under four letters and words with a digit come back folded only.
    """
    word = fold(word)
    if len(word) < 4 or not word.isalpha():
        return word
    word = _soften(_without_ending(word))
    if len(word) >= 6:
        if word.endswith("itas"):
            word = word[:-1] + "t"
        elif word.endswith("iet"):
            word = word[:-1] + "s"
    if len(word) >= 5 and word.endswith("z") and not word.endswith("dz"):
        word = word[:-1] + "d"
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of `text`, in order."""
    return tuple(stem(word) for word in WORD.findall(text))


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest):
            return rest
    return word


def _soften(word: str) -> str:
    if len(word) >= 6 and word.endswith("aj"):
        return word[:-2]
    if len(word) >= 4 and word.endswith(("pj", "bj", "mj", "vj")):
        return word[:-1]
    return word
