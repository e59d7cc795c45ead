"""Text inside a paragraph, cell or heading of a built page -> inlines of a book."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

Node = dict[str, Any]
"""A block or an inline: its kind under “t”, and what it holds."""
Inline = str | Node

PLAIN = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub", "mark": "mark"}
"""Tag -> the kind of node it becomes."""
OPENED = frozenset("abbr label small span".split())
"""Tags that leave only their text."""
NOT_PRINTED = (
    ("a", "footnote-backref"),
    ("a", "headerlink"),
    ("a", "md-content__button"),
    ("div", "footnote"),
    ("div", "untranslated"),
    ("dl", "page-facts"),
    ("footer", "page-foot"),
    ("input", "task-box"),
    ("p", "checklist-files"),
    ("p", "programme"),
    ("small", "task-details"),
)
"""Tag and class of what only a screen needs, and of what a book takes from elsewhere (notes; who and when)."""
_BLANK = re.compile(r"(_{3,})")
_WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Damage:
    """Something of a page that cannot be printed."""

    code: str
    message: str
    hint: str
    near: tuple[str, ...]
    """What to look for in the page's Markdown to find the place; the best first."""


@dataclass(slots=True)
class InlineReader:
    """Reads the inlines of one article and remembers its ids and damages."""

    address: str
    """The page's, from the site's root: “/mobilitate/”."""
    lang: str
    notes: dict[str, list[Inline]] = field(default_factory=dict, kw_only=True)
    """Id of a footnote -> its text."""
    placed: set[str] = field(default_factory=set, kw_only=True)
    """Ids of the footnotes that had a mark."""
    ids: dict[str, str] = field(default_factory=dict, kw_only=True)
    """Id in the page -> id in a book."""
    damages: list[Damage] = field(default_factory=list, kw_only=True)

    def inlines(self, parent: HtmlElement) -> list[Inline]:
        """The inlines of an element that holds no blocks."""
        return tidy(self.spoken(self.language(parent), self.loose(parent)))

    def loose(self, parent: HtmlElement) -> list[Inline]:
        """The same with the white space at both ends."""
        run = texts(parent.text)
        for child in parent:
            run += [*self.inline(child), *texts(child.tail)]
        return run

    def inline(self, element: HtmlElement) -> list[Inline]:
        """What one inline element becomes."""
        tag = element.tag
        if not isinstance(tag, str) or marked(element, NOT_PRINTED):
            return []
        if tag == "br":
            return [{"t": "break"}]
        if tag == "sup" and (mark := element.find("a[@class='footnote-ref']")) is not None:
            return [self.footnote(mark.get("href", "").removeprefix("#"))]
        if tag in ("code", "kbd"):
            return [{"t": "code", "text": element.text_content()}]
        body = self.spoken(element.get("lang", ""), self.loose(element))
        if tag == "a":
            return self.link(element, body)
        if tag in PLAIN:
            return [{"t": PLAIN[tag], "body": tidy(body, ends=False)}]
        if tag not in OPENED:
            self.unknown(element)
        return body

    def language(self, element: HtmlElement) -> str:
        """The language an element or what is around it says it is in; “” when nothing says so."""
        around = (each.get("lang", "") for each in (element, *element.iterancestors()))
        return next(filter(None, around), "")

    def spoken(self, lang: str, body: list[Inline]) -> list[Inline]:
        """A text that says its language when that is not the book's."""
        if not lang or lang == self.lang or not body:
            return body
        return [{"t": "lang", "lang": lang, "body": tidy(body, ends=False)}]

    def link(self, element: HtmlElement, body: list[Inline]) -> list[Inline]:
        """A link; that of the first mention of a term is for screens, as a book has its glossary at the end."""
        href = element.get("href")
        if not href or marked(element, (("a", "term"),)):
            return body
        return [{"t": "link", "url": urljoin(self.address, href), "body": tidy(body, ends=False)}]

    def footnote(self, label: str) -> Node:
        """The note a mark points at; its text stands at the first of its marks."""
        name = label.removeprefix("fn:")
        if label not in self.notes:
            self.damage("PDF003", f"nav zemsvītras piezīmes “{name}”.", f"Pierakstiet “[^{name}]: …”.", f"[^{name}]")
        note: Node = {"t": "footnote", "id": self.named(label)}
        if label in self.placed:
            return note
        self.placed.add(label)
        return {**note, "body": self.notes.get(label, [])}

    def anchored(self, element: HtmlElement) -> str:
        """The id an element has in a book; “” when it has none."""
        ident = element.get("id")
        if not ident:
            return ""
        self.ids[ident] = self.named(ident)
        return self.ids[ident]

    def named(self, ident: str) -> str:
        """An id of this page made unique among pages."""
        return f"{page_id(self.address)}--{ident.replace(':', '-')}"

    def unknown(self, element: HtmlElement) -> None:
        """Reports a tag that no table of this package knows."""
        self.damage(
            "PDF001",
            f"rokasgrāmatā nevar izdrukāt HTML elementu <{element.tag}>.",
            "Rakstiet šo vietu ar Markdown pierakstu.",
            f"<{element.tag}",
            " ".join(element.text_content().split())[:40],
        )

    def damage(self, code: str, message: str, hint: str, *near: str) -> None:
        """Remembers what cannot be printed."""
        self.damages.append(Damage(code, message, hint, near))


def page_id(address: str) -> str:
    """The first part of all ids of a page: “/en/mobilitate/” -> “en-mobilitate”."""
    return address.strip("/").replace("/", "-") or "home"


def chapter_id(address: str) -> str:
    """The id of a page's chapter."""
    return f"p-{page_id(address)}"


def marked(element: HtmlElement, table: tuple[tuple[str, str], ...]) -> bool:
    """Whether a table of tags and classes names the element."""
    classes = element.get("class", "").split()
    return any(tag == element.tag and name in classes for tag, name in table)


def texts(text: str | None) -> list[Inline]:
    """A text with the places to write in, `____`, as blanks: half an em a sign."""
    parts = _BLANK.split(text or "")
    return [{"t": "blank", "width": len(part) / 2} if part[:3] == "___" else part for part in parts if part]


def tidy(run: list[Inline], ends: bool = True) -> list[Inline]:
    """Inlines with single spaces and joined texts; `ends` are without spaces and line breaks."""
    joined: list[Inline] = []
    for each in run:
        if isinstance(each, str) and joined and isinstance(joined[-1], str):
            joined[-1] += each
        else:
            joined.append(each)
    spaced = [_WHITE.sub(" ", each) if isinstance(each, str) else each for each in joined]
    return list(_trimmed(spaced)) if ends else [each for each in spaced if each]


def _trimmed(run: list[Inline]) -> Iterator[Inline]:
    last = len(run) - 1
    for index, each in enumerate(run):
        if not isinstance(each, str):
            if each["t"] != "break" or 0 < index < last:
                yield each
            continue
        if index == 0 or _breaks(run[index - 1]):
            each = each.lstrip(" ")
        if index == last or _breaks(run[index + 1]):
            each = each.rstrip(" \u00a0")
        if each:
            yield each


def _breaks(each: Inline) -> bool:
    return not isinstance(each, str) and each["t"] == "break"
