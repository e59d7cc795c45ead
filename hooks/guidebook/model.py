"""The model: frozen values that parsing makes and everything else reads."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from guidebook.settings import Settings

BLOCKS = (
    "accessibility",
    "all-checklists",
    "all-items",
    "bibliography",
    "changes",
    "chart-pumpurs",
    "handbooks",
    "latest-changes",
    "path-etwinning",
    "path-mobilitate",
    "role-items",
    "rules",
    "search",
)
"""Names that stand in `{{ … }}` for something the build makes."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file; lines and columns count from 1, columns in characters."""

    path: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something parsing could not make sense of; the rule of the same code reports it."""

    code: str
    at: Span
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page's text and where it was written (a snippet's lines keep their own file)."""

    path: str
    number: int
    shift: int = 0
    """Characters that the including page put before the line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page."""

    level: int
    title: str
    """Plain text, without markup and braces."""
    anchor: str
    """The id in the page: given by the author or derived from the title."""
    given: bool
    """Whether the author gave the id."""
    attributes: Mapping[str, str]
    """Other attributes in the braces: en, forms."""
    start: int
    """Offset of the title in the page's text."""
    braces: tuple[int, int] | None
    """Offsets of the braces with the white space before them."""
    end: int
    """Offset of the end of the line."""
    underlined: bool
    """Whether a ruler below it made it a heading, which the rule of such headings reports."""
    at: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A checklist item."""

    id: str
    """May be empty where the author forgot it."""
    who: tuple[str, ...]
    when: str
    text: str
    """The action as written, in Markdown."""
    start: int
    """Offset of the box in the page's text."""
    body: tuple[int, int]
    """Offsets of the action's text."""
    end: int
    """Offset behind the braces."""
    section: str
    """The anchor of the nearest heading above."""
    within: tuple[str, ...]
    """The ids the author gave to the headings around it, innermost first."""
    unread: bool
    """Whether its braces were not understood, which the rule of braces reports."""
    at: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Something in a page's text that points elsewhere."""

    kind: str
    """link, image, ref, citation, value (`{{ … }}`), footnote, definition (`[label]: address`) or named (its use)."""
    target: str
    """Address of a link, image or definition, id of a ref, source of a citation, name of a value."""
    text: str
    """Link text, alternative text, or the place in the source; as written."""
    start: int
    end: int
    at: Span
    raw: bool = False
    """Whether it stands in raw HTML (a drawing)."""
    href: tuple[int, int] | None = None
    """Offsets of the address of a link or image."""
    block: int = 0
    """Offset where the paragraph, cell or action around it begins."""
    lone: bool = False
    """Whether it begins a paragraph that holds citations only."""


@dataclass(frozen=True, slots=True)
class Section:
    """The text from one heading of level 1 or 2 to the next."""

    title: str
    level: int
    words: int
    """Words of prose that state something: no items, no own advice, no link texts."""
    links: int
    cited: bool
    start: int
    """Offset of its title in the page's text."""
    at: Span


@dataclass(frozen=True, slots=True)
class Meta:
    """Front matter of a page."""

    title: str = ""
    description: str = ""
    programme: str = ""
    audience: tuple[str, ...] = ()
    reviewed: date | None = None
    handbooks: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    """Ids of the sections whose items the page collects."""
    lines: Mapping[str, Span] = field(default_factory=dict)
    """Where each key is written."""
    whole: bool = True
    """Whether all of it could be read."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One Markdown file of one language."""

    path: str
    """From the project's root: docs/lv/mobilitate/index.md."""
    lang: str
    slug: str
    """Its address below the language: “mobilitate/”; “” for the home page."""
    meta: Meta
    text: str
    """The Markdown without front matter, snippets put in."""
    prose: str
    """The text with everything that is not running text blanked out, at equal offsets."""
    lines: tuple[Line, ...]
    """Where each line of the text was written."""
    starts: tuple[int, ...]
    """Offset of each line of the text."""
    headings: tuple[Heading, ...]
    items: tuple[Item, ...]
    mentions: tuple[Mention, ...]
    sections: tuple[Section, ...]
    anchors: Mapping[str, Span]
    """Ids in raw HTML (drawings)."""
    notes: Mapping[str, tuple[int, int]]
    """Label of a footnote the author defined -> offsets of its definition."""
    leads: Mapping[str, str]
    """Given id of a heading -> the first paragraph below it as plain text."""
    snippets: tuple[str, ...] = ()
    """Paths of the snippets that were put in."""

    @property
    def title(self) -> str:
        """What the page is called: its first heading, else its front matter's title."""
        return self.headings[0].title if self.headings else self.meta.title

    def at(self, offset: int) -> Span:
        """Where a character of the text was written."""
        row = min(bisect_right(self.starts, offset), len(self.lines)) - 1
        line = self.lines[row]
        return Span(line.path, line.number, offset - self.starts[row] - line.shift + 1)


@dataclass(frozen=True, slots=True)
class Target:
    """Anything with an id that a reference can point at."""

    id: str
    kind: str
    title: str
    number: str
    """“4.3.” for numbered kinds, else “”."""
    page: Page
    anchor: str
    """“” when the id is that of the whole page."""
    at: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: str
    title: str
    english: str
    forms: tuple[str, ...]
    """Irregular forms and other names, those not to be used included."""
    avoided: tuple[str, ...]
    """Names that this site does not use, though readers may: old ones, and what others call it."""
    definition: str
    """The first paragraph as plain text."""
    page: Page
    at: Span


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of docs/sources.yml."""

    id: str
    title: str
    authors: str
    publisher: str
    year: int | None
    url: str
    accessed: date | None
    note: str
    at: Span
    lines: Mapping[str, Span] = field(default_factory=dict)
    """Where each key is written."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry of docs/facts.yml: a dated value that stands once."""

    id: str
    value: Mapping[str, str]
    """Language -> text."""
    source: str
    place: str
    checked: date | None
    """None where the entry lacks it, which is an error."""
    valid_for: int
    """Days after which it has to be checked again."""
    at: Span
    minimum: int | None = None
    """The value as a number, where the fact says how many have to be chosen."""
    chosen_from: str = ""
    """The id of the cluster of activities from which they are chosen."""
    lines: Mapping[str, Span] = field(default_factory=dict)
    """Where each key is written."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """A row of docs/synonyms.yml."""

    phrases: tuple[str, ...]
    """Words and phrases of equal meaning to a reader who searches."""
    at: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file below docs/."""

    size: int
    """Bytes."""
    told: tuple[str, ...]
    """What it tells besides the picture, in Latvian words: the place, the device, the author."""


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A page named in the navigation of mkdocs.yml."""

    path: str
    """Below the language: mobilitate/index.md."""
    at: Span


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in one release for one kind of reader."""

    readers: str
    """“Lasītājiem” or “Redaktoriem”; may be empty."""
    entries: tuple[str, ...]
    """Each in Markdown."""


@dataclass(frozen=True, slots=True)
class Release:
    """One dated part of CHANGELOG.md, or what is not published yet."""

    title: str
    day: date | None
    changes: tuple[Changes, ...]
    at: Span


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that was read, with what could not be read."""

    settings: Settings
    languages: tuple[str, ...]
    """The first is the default one."""
    pages: tuple[Page, ...]
    """In the order of the navigation, then by path; by language."""
    targets: Mapping[str, Mapping[str, Target]]
    """Language -> id -> target."""
    terms: Mapping[str, tuple[Term, ...]]
    """Language -> terms in the order they are written."""
    uses: Mapping[str, frozenset[str]]
    """Path of a page -> ids of the terms it mentions, and of all it links to by id."""
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    synonyms: tuple[Synonyms, ...]
    redirects: Mapping[str, tuple[str, Span]]
    """Retired id or page -> what stands in its place, and where that is written."""
    data: Mapping[str, tuple[Mapping[str, str], ...]]
    """Path of a table in docs/data/ -> its rows."""
    nav: tuple[NavEntry, ...]
    files: frozenset[str]
    """Every file below docs/, from the project's root."""
    snippets: Mapping[str, Span]
    """Every snippet and its first place."""
    releases: tuple[Release, ...]
    """The newest first."""
    words: frozenset[str]
    """The project's own words, in docs/words.txt."""
    pictures: Mapping[str, Picture]
    """Path of a picture -> what is known of it."""
    faults: tuple[Fault, ...]
    unreadable: frozenset[str]
    """Files whose content is unknown because they could not be read."""

    def pages_in(self, lang: str) -> tuple[Page, ...]:
        """The pages written in one language."""
        return tuple(page for page in self.pages if page.lang == lang)

    def find(self, ident: str, lang: str) -> Target | None:
        """The target of an id, in `lang` or, where that lacks it, in the default language."""
        own = self.targets.get(lang, {}).get(ident)
        return own or self.targets[self.languages[0]].get(ident)

    def address(self, page: Page) -> str:
        """Where a page is published, below the site's address: “en/mobilitate/”."""
        return self.shown_at(page, page.lang)

    def shown_at(self, page: Page, lang: str) -> str:
        """Where readers of a language find a page, which may be written in the default one: “en/mobilitate/”."""
        return page.slug if lang == self.languages[0] else f"{lang}/{page.slug}"
