"""One Markdown file -> Page."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from guidebook import ids
from guidebook.model import Fault, Heading, Item, Line, Mention, Meta, Page, Section, Span
from guidebook.parse import front_matter, inline
from guidebook.parse.decode import decode
from guidebook.parse.snippets import Find, expand
from guidebook.settings import Settings

ADVICE = "tip"
"""The admonition that marks our own advice, which needs no source."""
MOST_UNCLOSED = 9
"""Unclosed code blocks reported in one page; a page with more is read as code from there on."""

_MARKDOWN = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
_BLOCKS = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin).use(footnote_plugin)
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])


def parse_page(
    path: str, lang: str, data: bytes, settings: Settings, find: Find, snippet_names: list[str]
) -> tuple[Page, list[Fault]]:
    """The page in `data` and everything that was wrong with it; never raises for bad content.

    `path` is docs/LANG/…; `find` gives snippets by name.
    """
    text, faults = decode(path, data)
    if not text.strip():
        faults.append(Fault("FILE007", Span(path, 1), "fails ir tukšs.", "Uzrakstiet lapu vai izdzēsiet failu."))
        meta, body, first_line = Meta(), "", 1
    else:
        meta, problems, body, first_line = front_matter.read(path, text, settings)
        faults.extend(problems)
    expanded = expand(path, body, first_line, find, snippet_names)
    faults.extend(expanded.faults)
    reader = _Reader(path, "\n".join(expanded.texts), tuple(expanded.lines), faults)
    reader.read()
    slug = path.removeprefix(f"docs/{lang}/").removesuffix(".md")
    page = Page(
        path=path,
        lang=lang,
        slug="" if slug == "index" else slug.removesuffix("/index") + "/",
        meta=meta,
        text=reader.text,
        lines=reader.lines,
        headings=tuple(reader.headings),
        items=tuple(reader.items),
        mentions=tuple(sorted(reader.mentions, key=lambda mention: mention.start)),
        sections=tuple(reader.sections()),
        anchors=reader.anchors,
        notes=reader.notes,
        leads=reader.leads,
        snippets=tuple(expanded.used),
    )
    return page, faults


def plain(content: str) -> str:
    """`content` as plain text: markup, links and citations gone, code kept."""
    for found in sorted(inline.scan(content), key=lambda found: -found.start):
        if found.kind in ("citation", "footnote", "value"):
            content = content[: found.start] + content[found.end :]
    tokens = _MARKDOWN.parseInline(content)[0].children or []
    text = "".join(" " if token.type == "softbreak" else token.content for token in tokens)
    return re.sub(r"[ \n]+", " ", text).strip()


@dataclass(slots=True)
class _Tally:
    """What a section holds so far."""

    title: str
    level: int
    at: Span
    words: int = 0
    links: int = 0
    cited: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the block tokens of one text once and collects what the model needs."""

    path: str
    text: str
    lines: tuple[Line, ...]
    faults: list[Fault]
    headings: list[Heading] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    anchors: dict[str, Span] = field(default_factory=dict)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    tallies: list[_Tally] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    cursor: dict[int, int] = field(default_factory=dict)
    """Line -> column behind the last table cell found in it."""

    def read(self) -> None:
        environment: dict[str, object] = {}
        tokens = self._tokens(environment)
        admonitions: list[bool] = []
        for index, token in enumerate(tokens):
            if token.type == "admonition_open":
                admonitions.append(token.meta["tag"] == ADVICE)
            elif token.type == "admonition_close":
                admonitions.pop()
            elif token.type == "footnote_reference_open" and token.map:
                first, last = token.map
                self.notes.setdefault(token.meta["label"], (self.starts[first], self.starts[last] - 1))
            elif token.type == "html_block":
                self._html(token)
            elif token.type == "inline" and token.map:
                self._inline(token, tokens[max(index - 2, 0) : index], any(admonitions))
        self._definitions(environment)

    def sections(self) -> Iterator[Section]:
        """What each section states, in order."""
        for tally in self.tallies:
            yield Section(tally.title, tally.level, tally.words, tally.links, tally.cited, tally.at)

    def _tokens(self, environment: dict[str, object]) -> list[Token]:
        """The block tokens; an unclosed code block is reported and its first line ignored."""
        for _ in range(MOST_UNCLOSED):
            self._index()
            tokens = _BLOCKS.parse(self.text, environment)
            unclosed = [token for token in tokens if token.type == "fence" and self._is_unclosed(token)]
            if not unclosed or not unclosed[0].map:
                break
            environment.clear()
            row = unclosed[0].map[0]
            self.faults.append(
                Fault(
                    "FILE005",
                    self.span(self.starts[row]),
                    "šeit sākas koda bloks, kas nav aizvērts.",
                    f"Aizveriet to ar rindu “{unclosed[0].markup}” vai izdzēsiet šo rindu.",
                )
            )
            self.rows[row] = ""
            self.text = "\n".join(self.rows)
        return tokens

    def _is_unclosed(self, token: Token) -> bool:
        last = self.rows[token.map[1] - 1].strip(" >") if token.map else ""
        return not (last.startswith(token.markup) and not last.strip(token.markup[0])) or (
            token.map is not None and token.map[1] - token.map[0] == 1
        )

    def _index(self) -> None:
        self.rows = self.text.split("\n")
        self.starts = [0]
        for row in self.rows:
            self.starts.append(self.starts[-1] + len(row) + 1)

    def span(self, offset: int) -> Span:
        """The written place of an offset in the text."""
        row = min(bisect_right(self.starts, offset) - 1, len(self.lines) - 1)
        line = self.lines[row]
        return Span(line.path, line.number, max(1, offset - self.starts[row] - line.shift + 1))

    def _inline(self, token: Token, openers: list[Token], advice: bool) -> None:
        place = self._locate(token)
        content = token.content
        opener = openers[-1]
        if opener.type == "heading_open":
            self._heading(content, int(opener.tag[1:]), opener, place)
        elif openers[0].type == "list_item_open" and content[:4].lower() in ("[ ] ", "[x] "):
            self._item(content, place)
            advice = True
        elif opener.type == "paragraph_open" and self.headings and self.headings[-1].given:
            self.leads.setdefault(self.headings[-1].anchor, plain(content))
        for found in inline.scan(content):
            start, end = place(found.start), place(found.end)
            at = self.span(start)
            self.mentions.append(Mention(found.kind, found.target, found.text, start, end, at))
            if self.tallies:
                self.tallies[-1].cited |= found.kind == "citation"
                self.tallies[-1].links += found.kind in ("link", "ref")
        if opener.type != "heading_open" and not advice and self.tallies:
            self.tallies[-1].words += inline.prose_words(content)

    def _locate(self, token: Token) -> "_Place":
        """A function from offsets in the token's content to offsets in the text."""
        assert token.map is not None
        offsets, position = [], 0
        for step, part in enumerate(token.content.split("\n")):
            row = min(token.map[0] + step, len(self.rows) - 1)
            column = self.rows[row].find(part, self.cursor.get(row, 0))
            column = max(column, 0)
            self.cursor[row] = column + len(part)
            offsets.append((position, self.starts[row] + column))
            position += len(part) + 1
        return _Place(tuple(offsets))

    def _heading(self, content: str, level: int, opener: Token, place: "_Place") -> None:
        braces = inline.trailing_braces(content)
        title = plain(content[: braces.start] if braces else content)
        at = self.span(place(0))
        if opener.markup in ("=", "-"):
            self.faults.append(
                Fault(
                    "HEAD003",
                    at,
                    f"rinda zem teksta (“{opener.markup * 3}”) padara to par virsrakstu.",
                    "Virsrakstu rakstiet ar “## ”; svītrai atstājiet tukšu rindu pirms tās.",
                )
            )
        given = bool(braces and braces.id)
        anchor = braces.id if braces and braces.id else ids.unique(ids.slug(title), self.taken)
        self.taken.add(anchor)
        self._unread(braces, place, {"en", "forms"})
        self.headings.append(
            Heading(
                level=level,
                title=title,
                anchor=anchor,
                given=given,
                attributes=braces.attributes if braces else {},
                start=place(0),
                braces=(place(braces.start), place(braces.end)) if braces else None,
                end=place(len(content)),
                at=at,
            )
        )
        if level <= 2:
            self.tallies.append(_Tally(title, level, at))

    def _item(self, content: str, place: "_Place") -> None:
        braces = inline.trailing_braces(content)
        self._unread(braces, place, {"who", "when"})
        stop = braces.start if braces else len(content)
        attributes = braces.attributes if braces else {}
        self.items.append(
            Item(
                id=braces.id if braces else "",
                who=tuple(each.strip() for each in attributes.get("who", "").split(",") if each.strip()),
                when=attributes.get("when", "").strip(),
                text=content[4:stop].strip(),
                start=place(0),
                body=(place(4), place(stop)),
                end=place(len(content)),
                section=self.headings[-1].anchor if self.headings else "",
                within=tuple(self._around()),
                at=self.span(place(0)),
            )
        )

    def _around(self) -> Iterator[str]:
        level = 7
        for heading in reversed(self.headings):
            if heading.level < level:
                level = heading.level
                if heading.given:
                    yield heading.anchor

    def _unread(self, braces: inline.Braces | None, place: "_Place", known: set[str]) -> None:
        if braces is None:
            return
        wrong = braces.unread or next((key for key in braces.attributes if key not in known), "")
        if wrong:
            self.faults.append(
                Fault(
                    "ATTR001",
                    self.span(place(braces.unread_at)),
                    f"figūriekavās nav saprotams “{wrong}”.",
                    'Pieraksts: {#item-nosaukums who="koordinators" when="pirms mobilitātes"} vai {#step-nosaukums}.',
                )
            )

    def _html(self, token: Token) -> None:
        assert token.map is not None
        begin = self.starts[token.map[0]]
        html = self.text[begin : self.starts[token.map[1]]]
        for found in inline.html_marks(html):
            start, end = begin + found.start, begin + found.end
            at = self.span(start)
            if found.kind == "id":
                self.anchors.setdefault(found.target, at)
            else:
                self.mentions.append(Mention(found.kind, found.target, found.text, start, end, at, raw=True))

    def _definitions(self, environment: dict[str, object]) -> None:
        references = environment.get("references", {})
        assert isinstance(references, Mapping)
        for reference in references.values():
            start = self.starts[reference["map"][0]]
            mention = Mention("link", reference["href"], "", start, start, self.span(start), raw=True)
            self.mentions.append(mention)


@dataclass(frozen=True, slots=True)
class _Place:
    """Maps offsets in an inline token's content to offsets in the page's text."""

    lines: tuple[tuple[int, int], ...]
    """(offset in the content, offset in the text) of each line of the content."""

    def __call__(self, offset: int) -> int:
        index = bisect_right(self.lines, offset, key=lambda line: line[0]) - 1
        begin, start = self.lines[index]
        return start + offset - begin
