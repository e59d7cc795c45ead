"""One Markdown file -> Page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markdown_it.token import Token

from guidebook import ids
from guidebook.model import Fault, Heading, Item, Mention, Meta, Page, Section, Span
from guidebook.parse import front_matter, inline
from guidebook.parse.blocks import block_tokens, plain
from guidebook.parse.decode import decode
from guidebook.parse.layout import Layout, Place
from guidebook.parse.prose import prose
from guidebook.parse.snippets import Find, expand
from guidebook.settings import Settings

ADVICE = "tip"
"""The admonition that marks our own advice, which needs no source."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMBERED = re.compile(r"\n {0,7}(\d+)\. ")


def parse_page(
    path: str, lang: str, data: bytes, settings: Settings, find: Find, snippet_names: list[str]
) -> tuple[Page, list[Fault]]:
    """The page in `data` and everything that was wrong with it; never raises for bad content.

    `path` is docs/LANG/…; `find` gives snippets by name.
    """
    text, faults = decode(path, data)
    if not text.strip():
        if not faults:
            faults.append(Fault("FILE007", Span(path, 1), "fails ir tukšs.", "Uzrakstiet lapu vai izdzēsiet failu."))
        meta, body, first_line = Meta(whole=False), "", 1
    else:
        meta, problems, body, first_line = front_matter.read(path, text, settings)
        faults.extend(problems)
        if not body.strip():
            hint = f"Zem tās rakstiet “# {meta.title or 'Lapas nosaukums'}” un tekstu vai izdzēsiet failu."
            faults.append(Fault("FILE007", Span(path, 1), "lapai ir tikai galva, teksta nav.", hint))
    expanded = expand(path, body, first_line, find, snippet_names)
    faults.extend(expanded.faults)
    reader = _Reader(Layout(expanded.texts, tuple(expanded.lines)), faults)
    reader.read()
    slug = path.removeprefix(f"docs/{lang}/").removesuffix(".md")
    page = Page(
        path=path,
        lang=lang,
        slug="" if slug == "index" else slug.removesuffix("/index") + "/",
        meta=meta,
        text=reader.layout.text,
        prose=prose(reader.layout.text, reader.mentions),
        lines=reader.layout.lines,
        starts=tuple(reader.layout.starts),
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


@dataclass(slots=True)
class _Tally:
    """What a section holds so far."""

    title: str
    level: int
    start: int
    at: Span
    words: int = 0
    links: int = 0
    cited: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the block tokens of one text once and collects what the model needs."""

    layout: Layout
    faults: list[Fault]
    headings: list[Heading] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    anchors: dict[str, Span] = field(default_factory=dict)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    tallies: list[_Tally] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    addresses: dict[str, str] = field(default_factory=dict)
    """Label -> address of the links the text defines apart from where they stand."""

    def read(self) -> None:
        environment: dict[str, object] = {}
        tokens, unclosed = block_tokens(self.layout, environment)
        self.faults.extend(unclosed)
        self._definitions(environment)
        admonitions: list[bool] = []
        for index, token in enumerate(tokens):
            if token.type == "admonition_open":
                admonitions.append(token.meta["tag"] == ADVICE)
            elif token.type == "admonition_close":
                admonitions.pop()
            elif token.type == "inline" and token.map:
                self._inline(token, tokens[max(index - 2, 0) : index], any(admonitions))
            elif token.map:
                first_in_list = index > 0 and tokens[index - 1].type == "ordered_list_open"
                self._block(token, token.map[0], token.map[1], first_in_list)

    def sections(self) -> Iterator[Section]:
        """What each section states, in order."""
        for tally in self.tallies:
            yield Section(tally.title, tally.level, tally.words, tally.links, tally.cited, tally.start, tally.at)

    def _block(self, token: Token, row: int, behind: int, first_in_list: bool) -> None:
        """What a block from `row` to `behind` says by itself, without its text."""
        starts, written = self.layout.starts, self.layout.rows[row]
        if token.type == "footnote_reference_open":
            self.notes.setdefault(token.meta["label"], (starts[row], starts[behind] - 1))
        elif token.type == "html_block":
            self._html(token)
        elif token.type == "list_item_open" and token.markup == ".":
            if _YEAR.fullmatch(token.info) or (first_in_list and token.info != "1"):
                self._numbered(token.info, starts[row] + written.index(f"{token.info}."))
        elif token.type == "code_block":
            self._indented(row, "tāpēc vietnē tas kļūs par kodu")
        elif token.type == "paragraph_open" and token.level == 0 and written.startswith(" "):
            self._indented(row, "bet tā nepieder ne sarakstam, ne izceltam blokam")

    def _inline(self, token: Token, openers: list[Token], advice: bool) -> None:
        content, opener = token.content, openers[-1]
        place = self.layout.locate(token, cell=opener.type in ("td_open", "th_open"))
        block = place(0)
        if opener.type == "heading_open":
            self._heading(content, int(opener.tag[1:]), opener, place)
        elif openers[0].type == "list_item_open" and content[:4].lower() in ("[ ] ", "[x] "):
            self._item(content, place)
            advice, block = True, place(4)
        elif opener.type == "paragraph_open" and self.headings and self.headings[-1].given:
            if self.headings[-1].anchor not in self.leads:
                self.leads[self.headings[-1].anchor] = plain(content)
        if openers[0].type == "list_item_open":
            for number in _NUMBERED.finditer(content):
                self._numbered(number[1], place(number.start(1)))
        if "<" in content:
            self._html_marks(inline.blank_code(content), place)
        marks = list(inline.scan(content, self.addresses))
        self._mentions(marks, place, block, opener.type == "paragraph_open" and inline.only_citations(content))
        if self.tallies:
            tally = self.tallies[-1]
            tally.cited |= any(mark.kind == "citation" for mark in marks)
            tally.links += sum(mark.kind in ("link", "ref", "named") for mark in marks)
            if opener.type != "heading_open" and not advice:
                tally.words += inline.prose_words(content, marks)

    def _mentions(self, marks: list[inline.Found], place: Place, block: int, lone: bool) -> None:
        for mark in marks:
            start, end = place(mark.start), place(mark.end)
            href = (place(mark.href[0]), place(mark.href[1])) if mark.href else None
            self.mentions.append(
                Mention(
                    kind=mark.kind,
                    target=mark.target,
                    text=mark.text,
                    start=start,
                    end=end,
                    at=self.layout.span(start),
                    href=href,
                    block=block,
                    lone=lone and start == block,
                )
            )

    def _numbered(self, number: str, offset: int) -> None:
        self.faults.append(
            Fault(
                "LIST001",
                self.layout.span(offset),
                f"“{number}.” rindas sākumā kļūst par numurētu sarakstu.",
                f"Rakstiet “{number}\\. …”; ja tas ir saraksts, sāciet to ar “1.”.",
            )
        )

    def _indented(self, row: int, so: str) -> None:
        text = self.layout.rows[row]
        self.faults.append(
            Fault(
                "LIST002",
                self.layout.span(self.layout.starts[row] + len(text) - len(text.lstrip())),
                f"rindai “{' '.join(text.split()[:4])} …” ir atkāpe, {so}.",
                "Izdzēsiet atkāpi; ja teksts pieder punktam vai blokam virs tā, atstājiet tieši četras atstarpes.",
            )
        )

    def _heading(self, content: str, level: int, opener: Token, place: Place) -> None:
        braces = inline.trailing_braces(content, ("en", "forms", "avoid"))
        title = plain(content[: braces.start] if braces else content)
        at = self.layout.span(place(0))
        underlined = opener.markup in ("=", "-")
        if underlined:
            self.faults.append(
                Fault(
                    "HEAD003",
                    at,
                    f"rinda zem teksta (“{opener.markup * 3}”) padara to par virsrakstu.",
                    f"Ja tas ir virsraksts, rakstiet “## {title}”; ja svītra, pirms tās atstājiet tukšu rindu.",
                )
            )
        given = bool(braces and braces.id)
        anchor = braces.id if braces and braces.id else ids.unique(ids.slug(title), self.taken)
        self.taken.add(anchor)
        self._unread(braces, place)
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
                underlined=underlined,
                at=at,
            )
        )
        if level <= 2:
            self.tallies.append(_Tally(title, level, place(0), at))

    def _item(self, content: str, place: Place) -> None:
        braces = inline.trailing_braces(content, ("who", "when"))
        self._unread(braces, place)
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
                unread=bool(braces and braces.unread),
                at=self.layout.span(place(0)),
            )
        )

    def _around(self) -> Iterator[str]:
        level = 7
        for heading in reversed(self.headings):
            if heading.level < level:
                level = heading.level
                if heading.given:
                    yield heading.anchor

    def _unread(self, braces: inline.Braces | None, place: Place) -> None:
        if braces and braces.unread:
            self.faults.append(
                Fault(
                    "ATTR001",
                    self.layout.span(place(braces.unread_at)),
                    f"figūriekavās nav saprotams “{braces.unread}”.",
                    'Pieraksts: {#item-nosaukums who="koordinators" when="pirms mobilitātes"} vai {#step-nosaukums}.',
                )
            )

    def _html(self, token: Token) -> None:
        assert token.map is not None
        begin, end = (self.layout.starts[row] for row in token.map)
        self._html_marks(self.layout.text[begin:end], Place(((0, begin),)))

    def _html_marks(self, html: str, place: Place) -> None:
        for mark in inline.html_marks(html):
            start, end = place(mark.start), place(mark.end)
            at = self.layout.span(start)
            if mark.kind == "id":
                self.anchors.setdefault(mark.target, at)
            else:
                self.mentions.append(Mention(mark.kind, mark.target, mark.text, start, end, at, raw=True))

    def _definitions(self, environment: dict[str, object]) -> None:
        references = environment.get("references", {})
        assert isinstance(references, Mapping)
        for label, reference in references.items():
            self.addresses[label] = reference["href"]
            start = self.layout.starts[reference["map"][0]]
            at = self.layout.span(start)
            self.mentions.append(Mention("definition", reference["href"], "", start, start, at))
