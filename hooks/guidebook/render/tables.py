"""Wide tables scroll inside a box of their own, which takes the keyboard's focus (WCAG 2.2, 2.1.1)."""

import re
from html import escape, unescape

from guidebook.render.words import WORDS

_TOKEN = re.compile(r"<h[1-6][^>]*>(?P<title>.*?)</h[1-6]>|(?P<open><table>)|(?P<close></table>)", re.S)
_TAGS = re.compile(r"<a class=\"headerlink\".*?</a>|<sup.*?</sup>|<[^>]*>", re.S)


def scrollable(html: str, lang: str) -> str:
    """Built HTML in which each table stands in a box named after the heading above it."""
    title = ""

    def boxed(token: re.Match[str]) -> str:
        nonlocal title
        if token["open"]:
            label = escape(f"{WORDS[lang]['table']}: {title}" if title else WORDS[lang]["table"])
            return f'<div class="table-scroll" tabindex="0" role="group" aria-label="{label}"><table>'
        if token["close"]:
            return "</table></div>"
        title = unescape(_TAGS.sub("", token["title"])).strip()
        return token[0]

    return _TOKEN.sub(boxed, html)
