"""Articles -> one book: chapters whose links stay in the book where they can, with what stands at its end."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Page, Source, Span, Term
from guidebook.render.bibliography import by_author, cited
from guidebook.render.handbook.article import Article
from guidebook.render.handbook.editions import Edition
from guidebook.render.handbook.hyphenation import SOFT_HYPHEN, hyphenated
from guidebook.render.handbook.inlines import Damage, Inline, Node, chapter_id
from guidebook.render.handbook.labels import DISCLAIMER, LABELS
from guidebook.render.handbook.links import Links, relinked
from guidebook.render.handbook.place import Place
from guidebook.render.handbook.plan import EVERYTHING, FOLDER, Handbook
from guidebook.render.words import WORDS, day_name, on_day


def reviewed(book: Handbook) -> date:
    """The date of a handbook: when the newest of its pages was reviewed, so that it is the same in every build."""
    return max((page.meta.reviewed for page in book.pages if page.meta.reviewed), default=date(1970, 1, 1))


def terms_used(guide: Guide, book: Handbook) -> list[Term]:
    """The terms that the pages of a handbook mention, as the glossary orders them."""
    used = frozenset[str]().union(*(guide.uses[page.path] for page in book.pages))
    return [] if book.sheet else [term for term in guide.terms[book.lang] if term.id in used]


def sources_cited(guide: Guide, book: Handbook) -> list[Source]:
    """The sources that the pages of a handbook cite, by author."""
    used = set[str]().union(*(cited(guide, page) for page in book.pages))
    return [] if book.sheet else by_author(source for source in guide.sources.values() if source.id in used)


def make_book(
    guide: Guide, book: Handbook, articles: Mapping[str, Article], place: Place
) -> tuple[Node, list[Diagnostic]]:
    """What the template prints, and every fault in it; `articles` are by path of the page."""
    links = _links(guide, book, articles, place)
    faults: list[Diagnostic] = []
    chapters = []
    for page in book.pages:
        article = articles[page.path]
        blocks, dangling = relinked(article.blocks, links)
        faults += [_diagnostic(page, damage) for damage in (*article.damages, *dangling)]
        chapters.append(_chapter(guide, book, page, article, hyphenated(blocks, book.lang), place))
    if book.untranslated:
        chapters.append(_untranslated(guide, book, place))
    made = {
        **_cover(guide, book, place),
        "labels": LABELS[book.lang],
        "programmes": _programmes(guide, book, place),
        "chapters": chapters,
        "glossary": [_entry(guide, book, place, term) for term in terms_used(guide, book)],
        "bibliography": [_source(book.lang, source) for source in sources_cited(guide, book)],
        "disclaimer": hyphenated([{"t": "para", "body": [text]} for text in DISCLAIMER[book.lang]], book.lang),
    }
    return {**made, "version": version(made)}, sorted(set(faults))


def version(content: object) -> str:
    """A short hash of a content; equal contents have equal versions."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:7]


def edition_of(handbook: Handbook, book: Node) -> Edition:
    """What a made book says, chapter by chapter, without regard to where its lines break and its links lead."""
    chapters = {
        page.slug: (version(list(_said(chapter))), page.title)
        for page, chapter in zip(handbook.pages, book["chapters"], strict=False)
    }
    return Edition(reviewed(handbook), book["version"], chapters)


def duties(guide: Guide, lang: str) -> dict[str, tuple[str, str]]:
    """Id of a checklist item -> who does it and when, in words."""
    who, when = guide.settings.who, guide.settings.when
    return {
        item.id: (
            ", ".join(who.get(each, {}).get(lang, each) for each in item.who),
            when.get(item.when, {}).get(lang, item.when),
        )
        for page in guide.pages_in(lang)
        for item in page.items
    }


def _said(value: object) -> Iterator[str]:
    """The words of a book's part."""
    if isinstance(value, str):
        yield value.replace(SOFT_HYPHEN, "")
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in ("t", "id", "url", "part"):
                yield from _said(each)


def _cover(guide: Guide, book: Handbook, place: Place) -> Node:
    first, day = book.pages[0], reviewed(book)
    labels = LABELS[book.lang]
    lang_folder = "" if book.lang == guide.languages[0] else f"{book.lang}/"
    address = guide.address(first) if book.sheet else f"{lang_folder}{FOLDER}"
    return {
        "kind": "sheet" if book.sheet else "handbook",
        "lang": book.lang,
        "title": place.name if book.key == EVERYTHING else book.title,
        "subtitle": labels["subtitle-sheet" if book.sheet else "subtitle"],
        "description": place.description if book.key == EVERYTHING else first.meta.description,
        "programme": "" if book.key == EVERYTHING else first.meta.programme,
        "site": place.name,
        "url": place.url and place.url + address,
        "edition": day_name(book.lang, day),
        "date": day.isoformat(),
    }


def _programmes(guide: Guide, book: Handbook, place: Place) -> Node:
    """Name and sign of each programme of the book."""
    return {
        key: {"name": names.get(book.lang, key), "sign": place.signs.get(key, "")}
        for key, names in guide.settings.programmes.items()
        if any(page.meta.programme == key for page in book.pages)
    }


def _links(guide: Guide, book: Handbook, articles: Mapping[str, Article], place: Place) -> Links:
    own = [*(term.id for term in terms_used(guide, book))]
    own += [f"source-{source.id}" for source in sources_cited(guide, book)]
    return Links(
        chapters={f"/{guide.address(page)}": articles[page.path].ids for page in book.pages},
        entries=frozenset(own),
        pages=frozenset(f"/{lang}/{page.slug}" for lang in guide.languages for page in guide.pages)
        | {f"/{page.slug}" for page in guide.pages},
        root=place.url,
    )


def _chapter(guide: Guide, book: Handbook, page: Page, article: Article, blocks: list[Node], place: Place) -> Node:
    address = guide.address(page)
    number, title = _numbered(guide, page.lang, article.anchor, article.title)
    lead = blocks[:1] if blocks and blocks[0]["t"] == "para" else []
    rest = [_with_number(guide, page.lang, article, block) for block in blocks[len(lead) :]]
    signature: list[Node] = [{"t": "signature"}] if page.meta.checklist else []
    return {
        "id": chapter_id(f"/{address}"),
        "number": number,
        "title": "".join(each if isinstance(each, str) else _text(each) for each in title),
        "url": place.url and place.url + address,
        "programme": page.meta.programme,
        "part": book.parts.get(page.path, ""),
        "checklist": bool(page.meta.checklist),
        "lead": lead,
        "blocks": [*rest, *signature],
    }


def _with_number(guide: Guide, lang: str, article: Article, block: Node) -> Node:
    """A heading with its number apart from its text."""
    if block["t"] != "heading":
        return block
    anchor = next((anchor for anchor, ident in article.ids.items() if ident == block["id"]), "")
    number, body = _numbered(guide, lang, anchor.removeprefix("list-"), block["body"])
    return {**block, "number": number, "body": body}


def _numbered(guide: Guide, lang: str, anchor: str, body: list[Inline]) -> tuple[str, list[Inline]]:
    target = guide.find(anchor, lang)
    number = target.number if target else ""
    if not number or not body or not isinstance(body[0], str) or not body[0].startswith(f"{number} "):
        return "", body
    return number, [body[0].removeprefix(f"{number} "), *body[1:]]


def _text(node: Node) -> str:
    return "".join(
        each if isinstance(each, str) else _text(each) for each in (node.get("body") or [node.get("text", "")])
    )


def _entry(guide: Guide, book: Handbook, place: Place, term: Term) -> Node:
    [defined] = hyphenated([{"t": "para", "body": [term.definition]}], book.lang)
    url = place.url and f"{place.url}{guide.address(term.page)}#{term.id}"
    english = "" if book.lang == "en" else term.english
    return {"id": term.id, "term": term.title, "english": english, "body": defined["body"], "url": url}


def _source(lang: str, source: Source) -> Node:
    year = f" ({source.year})" if source.year else ""
    body: list[Inline] = []
    if source.authors:
        body += [{"t": "strong", "body": [source.authors]}, f"{year}. "]
    body += [{"t": "em", "body": [source.title]}, f"{'' if source.authors else year}. "]
    if source.publisher and source.publisher != source.authors:
        body.append(f"{source.publisher}. ")
    if source.url:
        opened = f" ({_opened(lang, source.accessed)})" if source.accessed else ""
        body += [{"t": "link", "url": source.url, "body": [source.url]}, f"{opened}. "]
    [note] = hyphenated([{"t": "para", "body": [source.note]}], lang)
    return {"id": f"source-{source.id}", "body": [*body, *note["body"]]}


def _opened(lang: str, day: date) -> str:
    return f"{WORDS[lang]['opened']} {on_day(lang, day)}"


def _untranslated(guide: Guide, book: Handbook, place: Place) -> Node:
    """The last chapter: what is only in the default language, with links."""
    default, labels = guide.languages[0], LABELS[book.lang]
    rows: Iterator[list[Inline]] = (
        [{"t": "link", "url": place.url + guide.address(page), "body": [page.title]}] if place.url else [page.title]
        for page in book.untranslated
    )
    items = [[{"t": "para", "body": [{"t": "lang", "lang": default, "body": row}]}] for row in rows]
    return {
        "id": "p-untranslated",
        "number": "",
        "title": labels["untranslated"],
        "url": "",
        "programme": "",
        "part": "",
        "checklist": False,
        "lead": [{"t": "para", "body": [labels["untranslated-text"]]}],
        "blocks": [{"t": "list", "ordered": False, "start": 1, "items": items}],
    }


def _diagnostic(page: Page, damage: Damage) -> Diagnostic:
    offsets: Iterable[int] = (page.text.find(words) for words in damage.near if words)
    offset = next((offset for offset in offsets if offset >= 0), -1)
    at = page.at(offset) if offset >= 0 else Span(page.path, 1)
    return Diagnostic(at, damage.code, Severity.ERROR, damage.message, damage.hint)
