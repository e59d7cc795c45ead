"""What a fix is given, and the parts of a page it may touch."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from guidebook.fix.meaning import TAB
from guidebook.parse import front_matter, inline
from guidebook.parse.snippets import MARK

HIDDEN = "\0"
"""Stands for a sign that no fix may touch."""
LATVIAN = ("docs/lv/", "docs/snippets/lv/")

_BLOCKS = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_UNTOUCHED = ("fence", "code_block", "html_block")
_NOT_WORDS = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<tag>code|kbd|samp|pre|script|style)\b[^<>]*>.*?</(?P=tag)>"
    r"|</?[a-zA-Z][^<>]*>"  # tags and addresses in angle brackets
    r"|(?:https?://|www\.)[^\s<>)\]“”]*"
    r"|(?<![\w.@/-])(?:[\w-]+[.@])+[\w-]+/[^\s<>)\]“”]*"  # an address without http
    r"|\\.",
    re.S,
)
_BRACES = re.compile(r"\{[^{}\n]*\}")
_ID = re.compile(r"#[^\s{}]*")


@dataclass(frozen=True, slots=True)
class Text:
    """One file of docs/ as a fix sees it."""

    path: str
    """From the project's root."""
    text: str
    taken: frozenset[str] = frozenset()
    """Ids of the whole tree, which a new id must not repeat."""

    @property
    def is_page(self) -> bool:
        """Whether it is Markdown; if not, it is YAML."""
        return self.path.endswith(".md")

    @property
    def is_latvian(self) -> bool:
        """Whether it is Markdown in Latvian, to which the Latvian rules of typography apply."""
        return self.is_page and self.path.startswith(LATVIAN)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell."""

    content: str
    lines: tuple[tuple[int, int], ...]
    """(row, column) of each of its lines; without the lines when they do not stand there as they are."""
    rows: tuple[int, int]
    """First row and the one behind the last."""
    is_paragraph: bool
    """Whether it is one of its own, not the text of a list item."""
    is_item: bool
    """Whether it is the action of a checklist item."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page."""

    rows: tuple[str, ...]
    body: int
    """The row where the text below the front matter begins."""
    untouched: frozenset[int]
    """Rows of code, HTML and underlined headings; every row where the front matter is not closed."""
    blocks: tuple[Block, ...]


@lru_cache(maxsize=4)
def layout(text: str) -> Layout:
    """The parts of a page's text, which has LF line ends."""
    rows = tuple(text.split("\n"))
    matter, body, first_line = front_matter.split(text)
    if matter is None and rows[0].rstrip() == front_matter.FENCE:
        return Layout(rows, len(rows), frozenset(range(len(rows))), ())
    begin = first_line - 1
    tokens = _BLOCKS.parse("\n".join(row.expandtabs(TAB) for row in body.split("\n")))
    untouched: set[int] = set()
    blocks: list[Block] = []
    cursor: dict[int, int] = {}
    for index, token in enumerate(tokens):
        underlined = token.type == "heading_open" and token.markup[0] in "-="  # Not so for every parser.
        if (token.type in _UNTOUCHED or underlined) and token.map:
            untouched.update(range(begin + token.map[0], begin + token.map[1]))
        elif token.type == "inline" and token.map:
            blocks.append(_block(token, tokens[max(index - 2, 0) : index], rows, begin, cursor))
    return Layout(rows, begin, frozenset(untouched), tuple(blocks))


def words(text: Text) -> str:
    """A page's text in which all but the running words is hidden: what the rules of typography look at."""
    return _words(text.text)


@lru_cache(maxsize=4)
def _words(text: str) -> str:
    return _shown(text, _hide_marks)


def letters(text: Text) -> str:
    """A page's text in which code, addresses, ids and HTML are hidden."""
    return _shown(text.text, _hide_names)


def replaced(text: str, shown: str, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> str:
    """`text` with `new` for each match of `pattern` in `shown`, which has the same offsets."""
    parts, position = [], 0
    for match in pattern.finditer(shown):
        parts += [text[position : match.start()], match.expand(new) if isinstance(new, str) else new(match)]
        position = match.end()
    return "".join([*parts, text[position:]])


def _block(token: Token, openers: list[Token], rows: tuple[str, ...], begin: int, cursor: dict[int, int]) -> Block:
    assert token.map is not None
    first, behind = begin + token.map[0], begin + token.map[1]
    lines: list[tuple[int, int]] = []
    for row, part in enumerate(token.content.split("\n"), start=first):
        column = rows[row].find(part, cursor.get(row, 0)) if row < len(rows) and "\t" not in rows[row] else -1
        if column < 0:
            lines = []
            break
        cursor[row] = column + len(part)
        lines.append((row, column))
    in_item = len(openers) == 2 and openers[0].type == "list_item_open" and openers[1].type == "paragraph_open"
    return Block(
        content=token.content,
        lines=tuple(lines),
        rows=(first, behind),
        is_paragraph=not in_item and bool(openers) and openers[-1].type == "paragraph_open",
        is_item=in_item and token.content[:4].lower() in ("[ ] ", "[x] "),
    )


def _shown(text: str, hide: Callable[[str], Iterator[tuple[int, int]]]) -> str:
    parts = layout(text)
    rows = [HIDDEN * len(row) for row in parts.rows]
    for block in parts.blocks:
        if any(MARK.match(line) for line in block.content.split("\n")):
            continue
        for (row, column), line in zip(block.lines, hidden(block.content, hide).split("\n"), strict=False):
            rows[row] = rows[row][:column] + line + rows[row][column + len(line) :]
    return "\n".join(rows)


def hidden(content: str, hide: Callable[[str], Iterator[tuple[int, int]]]) -> str:
    """`content` of one block with code, HTML, addresses and what `hide` gives hidden; line ends stay."""
    signs = [
        HIDDEN if after != before else before for before, after in zip(content, inline.blank_code(content), strict=True)
    ]
    if "`" in signs:  # The parsers do not agree on what a backtick without its partner makes code.
        return "\n".join(HIDDEN * len(line) for line in content.split("\n"))
    spans = [match.span() for match in _NOT_WORDS.finditer("".join(signs))]
    for start, end in (*spans, *hide(content)):
        signs[start:end] = HIDDEN * (end - start)
    return "".join("\n" if sign == "\n" else shown for sign, shown in zip(content, signs, strict=True))


def _hide_marks(content: str) -> Iterator[tuple[int, int]]:
    """Citations, values, footnotes, targets of links, braces."""
    for mark in inline.scan(content):
        yield from _targets(mark) if mark.kind in ("link", "ref", "image") else [(mark.start, mark.end)]
    yield from (match.span() for match in _BRACES.finditer(content))


def _hide_names(content: str) -> Iterator[tuple[int, int]]:
    """Values, footnotes, targets of links, names of sources, ids in braces."""
    for mark in inline.scan(content):
        if mark.kind == "citation":
            yield mark.start, mark.start + len("[@") + len(mark.target)
        else:
            yield from _targets(mark) if mark.kind in ("link", "ref", "image") else [(mark.start, mark.end)]
    for braces in _BRACES.finditer(content):
        yield from (match.span() for match in _ID.finditer(content, *braces.span()))


def _targets(mark: inline.Found) -> list[tuple[int, int]]:
    """All of a link or picture but its text."""
    opening = len("![" if mark.kind == "image" else "[")
    return [(mark.start, mark.start + opening), (mark.start + opening + len(mark.text), mark.end)]
