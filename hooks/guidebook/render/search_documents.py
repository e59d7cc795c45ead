"""Built pages as the search sees them: their sections as plain text, without notes, buttons and lists of links."""

from dataclasses import dataclass, field

from lxml import html as parser

from guidebook.model import Guide, Page, Term
from guidebook.render.handbook.plan import Handbook
from guidebook.render.search_index import Document, Section
from guidebook.render.words import WORDS

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = frozenset("blockquote dd details div dl dt figcaption li ol p pre summary table td th tr ul".split())
_UNREAD = "//script|//style|//sup|//svg|//small|//a[@class='headerlink']|//div[@class='footnote']"
_ENDS = tuple(".:;,!?…")
REPEATING = "all-items"
"""The block that only repeats what other pages say."""
REPEATED = 0.7
"""Weight of a checklist: its rows stand in the guidance too, with the reasons for them."""
ASIDE = 0.6
"""Weight of a page outside the guidance: about the site, its sources, its rules for editors."""


@dataclass(slots=True)
class _Part:
    """A section while it is read."""

    anchor: str
    heading: str
    blocks: list[str] = field(default_factory=lambda: [""])


def page_document(guide: Guide, page: Page, address: str, html: str) -> Document:
    """A page published at `address`, below the site's address, from its built HTML."""
    terms = {term.id: term for term in guide.terms[page.lang] if term.page is page}
    first, *others = _parts(html, page.title)
    kind = WORDS[page.lang]["checklist"] if page.meta.checklist else ""
    sections = [Section("", first.heading, _text([page.meta.description, *first.blocks]), page.meta.title, kind)]
    if not any(mention.target == REPEATING for mention in page.mentions if mention.kind == "value"):
        sections += [_section(part, page.lang, terms.get(part.anchor)) for part in others]
    programme = guide.settings.programmes.get(page.meta.programme, {}).get(page.lang, "")
    return Document(address, tuple(sections), programme, _weight(page, is_glossary=bool(terms)))


def _weight(page: Page, is_glossary: bool) -> float:
    if page.meta.checklist:
        return REPEATED
    return 1 if page.meta.programme or is_glossary else ASIDE


def handbook_document(book: Handbook) -> Document:
    """A handbook; it is found by its title and by the titles of its pages."""
    inside = _text([page.title for page in book.pages])
    kind = f"{WORDS[book.lang]['handbook']}, PDF"
    return Document(book.path, (Section("", book.title, inside, kind=kind),), weight=REPEATED)


def _section(part: _Part, lang: str, term: Term | None) -> Section:
    text = _text(part.blocks)
    if term is None:
        return Section(part.anchor, part.heading, text)
    names = "; ".join([*term.forms, *([term.english] if term.english and lang != "en" else [])])
    return Section(part.anchor, part.heading, text, names, WORDS[lang]["term"])


def _parts(html: str, title: str) -> list[_Part]:
    """The sections of a page; the first is the page itself, with what stands before its second heading."""
    root = parser.fragment_fromstring(html, create_parent="div")
    for element in root.xpath(_UNREAD):
        element.drop_tree()
    parts = [_Part("", title)]
    _read(root, parts)
    return parts


def _read(element: parser.HtmlElement, parts: list[_Part]) -> None:
    if element.tag in _HEADINGS and element.get("id"):
        heading = _spaced(element.text_content())
        if element.tag == "h1":
            parts[0].heading = heading
        else:
            parts.append(_Part(element.get("id"), heading))
        return
    if element.tag in _BLOCKS:
        parts[-1].blocks.append("")
    parts[-1].blocks[-1] += element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            _read(child, parts)
        parts[-1].blocks[-1] += child.tail or ""
    if element.tag in _BLOCKS:
        parts[-1].blocks.append("")


def _text(blocks: list[str]) -> str:
    """Blocks in one line, parted by a dot where they do not end with a mark of their own."""
    text = ""
    for block in filter(None, map(_spaced, blocks)):
        text += f"{'' if not text else ' ' if text.endswith(_ENDS) else ' · '}{block}"
    return text


def _spaced(text: str) -> str:
    return " ".join(text.split())
