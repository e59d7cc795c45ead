"""The blocks of a text as markdown-it sees them."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from guidebook.model import Fault
from guidebook.parse import inline
from guidebook.parse.layout import Layout

MOST_UNCLOSED = 9
"""Unclosed code blocks reported in one page; a page with more is read as code from there on."""

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
_BLOCKS = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_PLAIN = re.compile(r"(?:[^\W_]|[ \n.,;:()?“”’–-])*")
"""Words and signs that mean nothing in Markdown."""
_INSTEAD = {"softbreak": " ", "hardbreak": " ", "html_inline": ""}


def block_tokens(layout: Layout, environment: dict[str, object]) -> tuple[list[Token], list[Fault]]:
    """The block tokens of a text, and a fault for each code block that is not closed.

    The first line of such a block becomes blank, so that what follows is read. `environment` takes
    what markdown-it learns on the way: the definitions of links.
    """
    faults: list[Fault] = []
    for _ in range(MOST_UNCLOSED):
        tokens = _BLOCKS.parse(layout.text, environment)
        unclosed = next((token for token in tokens if token.type == "fence" and _is_unclosed(layout, token)), None)
        if unclosed is None or unclosed.map is None:
            return tokens, faults
        environment.clear()
        row = unclosed.map[0]
        faults.append(
            Fault(
                "FILE005",
                layout.span(layout.starts[row]),
                "šeit sākas koda bloks, kas nav aizvērts.",
                f"Aizveriet to ar rindu “{unclosed.markup}” vai izdzēsiet šo rindu.",
            )
        )
        layout.blank(row)
    return _BLOCKS.parse(layout.text, environment), faults


def plain(content: str) -> str:
    """`content` as plain text: markup, links and citations gone, code kept."""
    if _PLAIN.fullmatch(content):
        return " ".join(content.split())
    for found in sorted(inline.scan(content), key=lambda found: -found.start):
        if found.kind in ("citation", "footnote", "value"):
            content = content[: found.start] + content[found.end :]
    tokens = _MARKDOWN.parseInline(content)[0].children or []
    text = "".join(_INSTEAD.get(token.type, token.content) for token in tokens)
    return re.sub(r"[ \n]+", " ", text).strip()


def _is_unclosed(layout: Layout, token: Token) -> bool:
    if token.map is None:
        return True
    first, behind = token.map
    last = layout.rows[behind - 1].strip(" >")
    return behind - first == 1 or not last.startswith(token.markup) or bool(last.strip(token.markup[0]))
