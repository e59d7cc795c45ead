"""What the site shows of a page: the words, and the links, ids and code, as Python-Markdown makes them."""

import re
import unicodedata
from functools import lru_cache
from html.parser import HTMLParser

from markdown import Markdown

from guidebook.fix.meaning import ZERO_WIDTH
from guidebook.latvian import WORD
from guidebook.parse import front_matter

EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "tables", "pymdownx.details", "pymdownx.superfences")
"""As in mkdocs.yml, but without the table of contents."""
MOST_ROWS = 5000
MOST_OPEN = 50
"""Brackets in one paragraph that are not closed. Python-Markdown needs minutes for thousands of them."""
_ADDRESSES = ("href", "id", "src")
_NEW_ITEM = re.compile(r"\{#item-[a-z0-9-]+\}|#item-[a-z0-9-]+\s?")
_PAIRS = {"[": "]", "(": ")", "<": ">"}
_BRACKET = re.compile(r"[\[(<\])>]|\n\s*\n")
_GONE = str.maketrans("", "", ZERO_WIDTH)


def shown_alike(before: str, after: str) -> bool:
    """Whether the site shows the same words, links, ids and code; False also for a page too odd to be shown in time."""
    first, second = _shown(before), _shown(after)
    return first is not None and first == second


@lru_cache(maxsize=4)
def _shown(text: str) -> tuple[list[str], list[object]] | None:
    body = front_matter.split(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))[1]
    if body.count("\n") > MOST_ROWS or _most_open(body) > MOST_OPEN:
        return None
    parser = _Shown()
    parser.feed(Markdown(extensions=list(EXTENSIONS)).convert(body))
    parser.close()
    words = unicodedata.normalize("NFC", _NEW_ITEM.sub("", "".join(parser.text)).translate(_GONE))
    return WORD.findall(words), parser.tags


def _most_open(body: str) -> int:
    """The most brackets of one kind that are open at once in a paragraph."""
    most = 0
    depth = dict.fromkeys(_PAIRS.values(), 0)
    for mark in _BRACKET.findall(body):
        if mark[0] == "\n":
            depth = dict.fromkeys(depth, 0)
        elif mark in depth:
            depth[mark] = max(depth[mark] - 1, 0)
        else:
            depth[_PAIRS[mark]] += 1
            most = max(most, depth[_PAIRS[mark]])
    return most


class _Shown(HTMLParser):
    """Collects what HTML shows."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[object] = []
        self._within_code = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """An element with its addresses."""
        self.tags.append((tag, sorted(each for each in attributes if each[0] in _ADDRESSES)))
        self._within_code += tag in ("code", "pre")

    def handle_endtag(self, tag: str) -> None:
        """The end of code is the end of what has to stay to the letter."""
        self._within_code -= tag in ("code", "pre")

    def handle_data(self, data: str) -> None:
        """Text, in code to the letter."""
        if self._within_code:
            self.tags.append(data.strip())
        else:
            self.text.append(data)
