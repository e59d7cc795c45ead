"""Relative addresses between pages.

Both languages have the same tree of pages, so an address between two pages is the same in each.
"""

import posixpath
import re
from functools import lru_cache

from guidebook.model import Page, Target

_SIGN = re.compile(r"[\\`*_{}\[\]<]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def printed(text: str) -> str:
    """Plain text as Markdown that prints it as it is."""
    return _SIGN.sub(lambda sign: _ENTITIES.get(sign[0], f"\\{sign[0]}"), text)


def named(target: Target) -> str:
    """Number and title of a target, as Markdown."""
    return printed(f"{target.number} {target.title}".strip())


def markdown_path(start: Page, end: Page, anchor: str = "") -> str:
    """The path one Markdown file uses to link another: “../glosarijs/index.md#term-x”."""
    path = _relative(_below(end), posixpath.dirname(_below(start)))
    return f"{path}#{anchor}" if anchor else path


def url(start: Page, end: Page, anchor: str = "") -> str:
    """The address one built page uses to link another: “../glosarijs/#term-x”."""
    path = _relative(end.slug, start.slug)
    path = "" if path == "." and anchor else f"{path}/"
    return f"{path}#{anchor}" if anchor else path


def reference(start: Page, target: Target, text: str = "") -> str:
    """A Markdown link to a target; without a text, which is Markdown too, its number and title."""
    return f"[{text or named(target)}]({markdown_path(start, target.page, target.anchor)})"


def rebased(href: str, written: Page, shown: Page) -> str:
    """A relative link of one page as another page has to write it."""
    path, hash_sign, anchor = href.partition("#")
    if ":" in path or path.startswith("/"):
        return href
    below = posixpath.normpath(posixpath.join(posixpath.dirname(_below(written)), path)) if path else _below(written)
    return _relative(below, posixpath.dirname(_below(shown))) + hash_sign + anchor


def _below(page: Page) -> str:
    return page.path.removeprefix(f"docs/{page.lang}/")


@lru_cache(maxsize=65536)
def _relative(path: str, start: str) -> str:
    return posixpath.relpath(path or ".", start or ".")
