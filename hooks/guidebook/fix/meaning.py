"""Whether two texts of a file say the same, but for the signs that fixes change."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from guidebook.ids import slug
from guidebook.latvian import WORD
from guidebook.parse import front_matter, inline
from guidebook.parse.yaml_nodes import compose

ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Signs without width: spaces, joiners, marks of direction, a byte order mark inside a text."""

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
TAB = 4
"""Columns between tab stops, as Python-Markdown counts them."""
_GONE = str.maketrans("", "", ZERO_WIDTH)
_BOX = re.compile(r"\[[ xX]\] ")
_BRACES = re.compile(r"\s*\{[^{}]*\}\s*$")
_EXACT = ("code_inline", "html_inline", "fence", "code_block", "html_block")


def same_meaning(path: str, before: str, after: str) -> bool:
    """Whether both have the same words, numbers, links, ids, code, HTML, blocks and values of keys."""
    before, after = _with_plain_ends(before), _with_plain_ends(after)
    if before == after:
        return True
    if not path.endswith(".md"):
        return _values(before, exact=False) == _values(after, exact=False)
    matter, body, _ = front_matter.split(before)
    new_matter, new_body, _ = front_matter.split(after)
    if (matter is None) != (new_matter is None):
        return False
    if matter != new_matter and _values(matter or "", exact=True) != _values(new_matter or "", exact=True):
        return False
    return body == new_body or list(_meaning(body)) == list(_meaning(new_body))


def _with_plain_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(unicodedata.normalize("NFC", text.translate(_GONE))))


def _meaning(body: str) -> Iterator[object]:
    in_heading = False
    for token in _MARKDOWN.parse(body.expandtabs(TAB)):
        in_heading = token.type == "heading_open" if token.type != "inline" else in_heading
        yield token.type, token.tag, sorted((key, str(value)) for key, value in token.attrs.items())
        if token.type in _EXACT:
            yield token.info, token.content
        elif token.type == "inline":
            yield [(mark.kind, mark.target, _words(mark.text)) for mark in inline.scan(token.content)]
            if "`" in inline.blank_code(token.content):
                yield token.content  # What is code here the parsers do not agree on.
            if in_heading:
                yield slug(token.content)
            yield from [_words(_BRACES.sub("", token.content))] if _BOX.match(token.content) else _inner(token)


def _inner(token: Token) -> Iterator[object]:
    """What a paragraph is made of, the words between two marks together."""
    text: list[str] = []
    for child in token.children or []:
        if child.type in ("text", "softbreak", "text_special"):
            text.append(child.content or " ")
            continue
        yield _words("".join(text))
        text.clear()
        shown = child.content if child.type in _EXACT else _words(child.content)
        yield child.type, shown, sorted((key, str(value)) for key, value in child.attrs.items())
    yield _words("".join(text))


def _values(text: str, exact: bool) -> Sequence[object]:
    """Keys and values of a YAML text, those of the outermost mapping in order of keys; unless `exact` only words."""
    node, faults = compose("", text.expandtabs(2), 1, "")
    if node is None:
        return [bool(faults)]
    if isinstance(node, yaml.MappingNode):
        keyed = [(str(key.value), list(_walk(value, exact))) for key, value in node.value]
        keyed.sort(key=lambda entry: entry[0])
        return keyed
    return list(_walk(node, exact))


def _walk(root: yaml.Node, exact: bool) -> Iterator[object]:
    """The nodes below `root`, each once."""
    seen: set[int] = set()
    left = [root]
    while left:
        node = left.pop()
        if id(node) in seen:
            yield "again"
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node.tag, node.value if exact else _words(node.value)
            continue
        yield node.tag, len(node.value)
        left += [each for pair in node.value for each in (pair if isinstance(pair, tuple) else (pair,))]
