"""A built page's article -> the blocks of a book, as plain dictionaries for JSON.

What is printed stands in tables here and in `inlines`. A tag that is in none of them is a fault, never
dropped in silence.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from lxml import html
from lxml.html import HtmlElement

from guidebook.render.handbook.inlines import (
    NOT_PRINTED,
    Damage,
    Inline,
    InlineReader,
    Node,
    chapter_id,
    marked,
    texts,
    tidy,
)
from guidebook.render.handbook.picture import PictureError, figure
from guidebook.render.handbook.table import table

_SVG = re.compile(r"<svg\b.*?</svg>", re.S)
_TASK = "span[@class='task']"
_CHOICE = "span[@class='choice']"
_TALL = "drawing-tall"
"""The class of the drawing for phones that stands beside a wide one."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, whatever book it stands in."""

    title: list[Inline]
    anchor: str
    """The id of the title in the page."""
    blocks: list[Node]
    """Everything below the title; links within the site are addresses from its root."""
    ids: Mapping[str, str]
    """Id in the page -> id in a book."""
    damages: tuple[Damage, ...]


def read_article(source: str, address: str, lang: str, duties: Mapping[str, tuple[str, str]], style: str) -> Article:
    """What stands in the HTML of an article.

    `address` is the page's from the site's root, `duties` tells who does each checklist item and when,
    `style` is the CSS of drawings. Drawings are cut out first, as an HTML parser would change them.
    """
    drawings: list[str] = []

    def cut(drawing: re.Match[str]) -> str:
        drawings.append(drawing[0])
        return f'<img data-drawing="{len(drawings) - 1}">'

    root = html.fromstring(_SVG.sub(cut, source))
    reader = _Reader(address, lang, style, duties, drawings)
    for note in root.iterfind(".//div[@class='footnote']/ol/li"):
        reader.note(note)
    blocks = reader.flow(root)
    return Article(reader.title, reader.anchor, blocks, reader.ids, tuple(reader.damages))


@dataclass(slots=True)
class _Reader(InlineReader):
    style: str
    duties: Mapping[str, tuple[str, str]]
    drawings: list[str]
    title: list[Inline] = field(default_factory=list)
    anchor: str = ""

    def flow(self, parent: HtmlElement) -> list[Node]:
        """The blocks inside an element; inlines between them become paragraphs."""
        blocks: list[Node] = []
        run = texts(parent.text)
        for child in parent:
            block = BLOCKS.get(child.tag)
            if block and not marked(child, NOT_PRINTED):
                blocks += [*self._paragraph(parent, run), *block(self, child)]
                run = []
            else:
                run += self.inline(child)
            run += texts(child.tail)
        return [*blocks, *self._paragraph(parent, run)]

    def note(self, item: HtmlElement) -> None:
        """Reads a footnote; its paragraphs follow one another on lines of their own."""
        body: list[Inline] = []
        for block in self.flow(item):
            if block["t"] == "para":
                body += [{"t": "break"}, *block["body"]] if body else block["body"]
            else:
                label = item.get("id", "").removeprefix("fn:")
                hint = "Atstājiet piezīmē tikai tekstu; pārējo pārceliet uz lapu."
                self.damage("PDF001", "zemsvītras piezīmē ir saraksts vai tabula.", hint, f"[^{label}]:")
        self.notes[item.get("id", "")] = body

    def heading(self, element: HtmlElement) -> Iterator[Node]:
        """A heading; the first of the page is its title."""
        level = int(element.tag[1])
        if level == 1:
            self.title, self.anchor = self.inlines(element), element.get("id", "")
            self.ids[self.anchor] = chapter_id(self.address)
            return
        ident = self.anchored(element)
        yield {
            "t": "heading",
            "level": level,
            "id": ident,
            "number": "",
            "body": self.inlines(element),
            "outline": True,
        }

    def rows(self, element: HtmlElement) -> Iterator[Node]:
        """A list; rows to tick become items, also where other rows stand between them."""
        ordered = element.tag == "ol"
        number = int(element.get("start", "1"))
        found = [row for row in element if row.tag == "li"]
        for ticked, group in groupby(((row, _box(row)) for row in found), lambda pair: pair[1] is not None):
            if ticked:
                yield {"t": "items", "items": [self._item(row, box) for row, box in group if box is not None]}
                continue
            items = [self.flow(row) for row, _ in group]
            yield {"t": "list", "ordered": ordered, "start": number, "items": items}
            number += len(items)

    def terms(self, element: HtmlElement) -> Iterator[Node]:
        """A list of terms and what they mean."""
        items: list[Node] = []
        for row in element:
            if row.tag == "dt":
                items.append({"id": self.anchored(row), "term": self.inlines(row), "body": []})
            elif items:
                items[-1]["body"] += self.flow(row)
        yield {"t": "terms", "items": items}

    def note_box(self, element: HtmlElement) -> Iterator[Node]:
        """An admonition, or details, which paper shows opened."""
        kinds = [name for name in element.get("class", "").split() if name != "admonition"]
        first = element[0] if len(element) else None
        title: list[Inline] = []
        if first is not None and (first.tag == "summary" or marked(first, (("p", "admonition-title"),))):
            title = self.inlines(first)
            element.remove(first)
        yield {"t": "note", "kind": kinds[0] if kinds else "note", "title": title, "body": self.flow(element)}

    def division(self, element: HtmlElement) -> Iterator[Node]:
        """An admonition, else what the element holds."""
        yield from self.note_box(element) if marked(element, (("div", "admonition"),)) else self.flow(element)

    def figure(self, element: HtmlElement) -> Iterator[Node]:
        """A drawing with its caption: of a wide and a tall one the wide."""
        found = element.find("figcaption")
        caption = self.inlines(found) if found is not None else []
        ident = self.anchored(element)
        pictures = [image for image in element.iter("img") if _TALL not in self._svg(image).partition(">")[0]]
        for image in pictures:
            yield from self._picture(image, ident, caption)
            ident, caption = "", []
        for child in element:
            if child.tag not in ("img", "figcaption", "p", "a"):
                self.unknown(child)

    def image(self, element: HtmlElement) -> Iterator[Node]:
        """A picture outside a figure."""
        yield from self._picture(element, self.anchored(element), [])

    def tabular(self, element: HtmlElement) -> Iterator[Node]:
        """A table."""
        made, problem = table(element, self.inlines)
        if problem:
            words = [cell.text_content().strip()[:40] for cell in element.iter("th", "td")]
            self.damage("PDF001", *problem, *filter(None, words))
        yield made

    def code(self, element: HtmlElement) -> Iterator[Node]:
        """Code as written."""
        names = element[0].get("class", "") if len(element) else ""
        lang = next((name[9:] for name in names.split() if name.startswith("language-")), "")
        yield {"t": "code", "text": element.text_content().strip("\n"), "lang": lang}

    def _paragraph(self, parent: HtmlElement, run: list[Inline]) -> Iterator[Node]:
        body = tidy(run)
        if body:
            yield {"t": "para", "body": self.spoken(self.language(parent), body)}

    def _item(self, row: HtmlElement, box: HtmlElement) -> Node:
        who, when = self.duties.get(box.get("id", ""), ("", ""))
        return {"id": self.anchored(box), "body": self.inlines(row), "who": who, "when": when}

    def _svg(self, image: HtmlElement) -> str:
        number = image.get("data-drawing")
        return self.drawings[int(number)] if number else ""

    def _picture(self, image: HtmlElement, ident: str, caption: list[Inline]) -> Iterator[Node]:
        try:
            drawn = figure(self._svg(image), self.style)
        except PictureError as error:
            near = image.get("src", ""), image.get("alt", ""), ident.rpartition("--")[2]
            self.damage("PDF002", str(error), "Ielieciet lapā SVG zīmējumu ar <title> un <desc>.", *near)
            return
        yield {"t": "figure", "id": ident, **drawn, "caption": caption}


def _box(row: HtmlElement) -> HtmlElement | None:
    """What has the id of a row to tick: an action, or the box of an activity to choose."""
    task = row.find(_TASK)
    return row.find(f"{_CHOICE}/input") if task is None else task


BLOCKS: dict[str, Callable[[_Reader, HtmlElement], "Iterator[Node] | list[Node]"]] = {
    "blockquote": lambda reader, element: [{"t": "quote", "body": reader.flow(element)}],
    "details": _Reader.note_box,
    "div": _Reader.division,
    "dl": _Reader.terms,
    "figure": _Reader.figure,
    "h1": _Reader.heading,
    "h2": _Reader.heading,
    "h3": _Reader.heading,
    "h4": _Reader.heading,
    "hr": lambda _reader, _element: [{"t": "rule"}],
    "img": _Reader.image,
    "ol": _Reader.rows,
    "p": _Reader.flow,
    "pre": _Reader.code,
    "section": _Reader.flow,
    "table": _Reader.tabular,
    "ul": _Reader.rows,
}
"""What makes blocks of each block tag; a paragraph is what flows in it."""
