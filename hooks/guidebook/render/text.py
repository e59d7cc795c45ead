"""A page's text as Python-Markdown understands it: our marks replaced, everything else untouched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape

from guidebook import ids
from guidebook.model import Fact, Guide, Heading, Item, Mention, Page, Source
from guidebook.render.links import markdown_path, printed, rebased, reference
from guidebook.render.words import WORDS, on_day

Edit = tuple[int, int, str]
"""Offsets in the page's text and what stands there instead."""
Block = Callable[[Guide, Page], str]


@dataclass(slots=True)
class Notes:
    """The footnotes of one page in the order the text mentions them.

    Citations and facts turn into notes; the same note is used again.
    """

    guide: Guide
    page: Page
    labels: dict[str, str] = field(default_factory=dict)
    """Text of a note of ours -> its label."""
    order: dict[str, str] = field(default_factory=dict)
    """Label -> text; that of a note the author wrote is empty here."""
    taken: set[str] = field(default_factory=set)
    """Labels in use."""

    def __post_init__(self) -> None:
        self.taken.update(self.page.notes)

    def mark(self, text: str) -> str:
        """The footnote reference to a note of ours."""
        if text not in self.labels:
            label = ids.unique(f"avots-{len(self.labels) + 1}", self.taken)
            self.labels[text] = label
            self.order[label] = text
        return f"[^{self.labels[text]}]"

    def cite(self, source: str, place: str, end: str = "") -> str:
        """The footnote reference to a place in a source."""
        known = self.guide.sources.get(source)
        if known is None:
            return ""
        target = self.guide.find(f"source-{source}", self.page.lang)
        name = printed(short_name(known))
        linked = reference(self.page, target, name) if target else name
        text = f"{linked}, {place}{end}".rstrip(" ,.")
        return self.mark(text if text.endswith(("?", "!")) else f"{text}.")

    def definitions(self, edits: list[Edit]) -> str:
        """All notes, to be put at the end of the page; `edits` are made in those the author wrote."""
        written = self.page.notes
        return "".join(
            f"\n{spliced(self.page.text, *written[label], edits) if label in written else f'[^{label}]: {text}'}\n"
            for label, text in self.order.items()
            if text or label in written
        )


def page_text(guide: Guide, page: Page, blocks: dict[str, Block], more: Iterator[Edit]) -> str:
    """The Markdown of a page with headings numbered and every mark replaced.

    `blocks` make what stands for `{{ name }}`; `more` are further edits (they may not overlap).
    """
    notes = Notes(guide, page)
    edits = [edit for heading in page.headings for edit in _heading(guide, page, heading)]
    edits += [edit for item in page.items for edit in _item(guide, page, item)]
    edits += [
        (_note_start(page.text, mention), mention.end, text)
        for mention in _text_before_notes(page)
        if (text := _mention(guide, page, mention, notes, blocks)) is not None
    ]
    moved = [(start, end, "") for start, end in page.notes.values()]
    text = spliced(page.text, 0, len(page.text), [*edits, *moved, *more])
    return f"{text.rstrip()}\n{notes.definitions(edits)}"


def item_text(guide: Guide, written: Page, item: Item, shown: Page) -> str:
    """The action of an item as another page shows it: links rebased, notes left out."""
    edits = [
        edit
        for mention in written.mentions
        if item.body[0] <= mention.start and mention.end <= item.body[1]
        if (edit := _elsewhere(guide, written, mention, shown)) is not None
    ]
    return spliced(written.text, *item.body, edits).strip()


def task(guide: Guide, lang: str, item: Item, text: str, more: str = "") -> str:
    """One checklist row: a box, the action, who and when; `more` follows them."""
    opened, closed = _task_frame(guide, lang, item, more)
    return f"{opened}{text}{closed}"


def spliced(text: str, start: int, end: int, edits: list[Edit]) -> str:
    """`text[start:end]` with the edits made; of two that overlap the first wins."""
    parts, position = [], start
    for begin, stop, new in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        if begin >= position and stop <= end:
            parts += [text[position:begin], new]
            position = stop
    return "".join([*parts, text[position:end]])


def short_name(source: Source) -> str:
    """How a note calls a source: “VET LV Team, 2024”."""
    name = source.authors or source.title
    return f"{name}, {source.year}" if source.year else name


def fact_text(fact: Fact, lang: str) -> str:
    """The value of a fact in a language."""
    return fact.value.get(lang) or fact.value.get("") or next(iter(fact.value.values()))


def _heading(guide: Guide, page: Page, heading: Heading) -> Iterator[Edit]:
    target = guide.find(heading.anchor, page.lang) if heading.given else None
    if target and target.number:
        yield heading.start, heading.start, f"{target.number} "
    anchor = f" {{#{heading.anchor}}}"
    if heading.braces:
        yield *heading.braces, anchor
    else:
        yield heading.end, heading.end, anchor


def _item(guide: Guide, page: Page, item: Item) -> Iterator[Edit]:
    opened, closed = _task_frame(guide, page.lang, item)
    yield item.start, item.body[0], opened
    yield item.body[1], item.end, closed


def _task_frame(guide: Guide, lang: str, item: Item, more: str = "") -> tuple[str, str]:
    settings = guide.settings
    doers = ", ".join(settings.who.get(who, {}).get(lang, who) for who in item.who)
    when = settings.when.get(item.when, {}).get(lang, item.when)
    details = " · ".join(escape(part) for part in (doers, when) if part)
    box = f'<input type="checkbox" class="task-box" id="tick-{item.id}">'
    filters = f'data-who="{escape(doers)}" data-when="{escape(when)}"'
    return (
        f'<span class="task" id="{item.id}" {filters}>{box} <label for="tick-{item.id}">',
        f'</label> <small class="task-details">{details}{more}</small></span>',
    )


def _mention(guide: Guide, page: Page, mention: Mention, notes: Notes, blocks: dict[str, Block]) -> str | None:
    match mention.kind:
        case "ref":
            target = guide.find(mention.target, page.lang)
            return reference(page, target, mention.text) if target else mention.text
        case "footnote":
            notes.order.setdefault(mention.target, "")
        case "citation":
            note = notes.cite(mention.target, mention.text)
            return f"{WORDS[page.lang]['source']}: {note}" if mention.lone else note
        case "value" if mention.target in blocks:
            return blocks[mention.target](guide, page)
        case "value" if mention.target in guide.facts:
            fact = guide.facts[mention.target]
            end = f"; {WORDS[page.lang]['checked']} {on_day(page.lang, fact.checked)}" if fact.checked else ""
            return fact_text(fact, page.lang) + notes.cite(fact.source, fact.place, end)
    return None


def _text_before_notes(page: Page) -> list[Mention]:
    """The mentions of a page, those inside footnotes last: the order in which a reader meets them."""

    def inside(mention: Mention) -> bool:
        return any(start <= mention.start < end for start, end in page.notes.values())

    return sorted(page.mentions, key=inside)


def _note_start(text: str, mention: Mention) -> int:
    """Where the replaced text starts: a note follows its word without white space, also over a line end."""
    if mention.kind != "citation":
        return mention.start
    before = text[mention.block : mention.start]
    above, _, line = before.rpartition("\n")
    return mention.block + len((before if line.strip(" >") else above).rstrip())


def _elsewhere(guide: Guide, written: Page, mention: Mention, shown: Page) -> Edit | None:
    """What another page changes in a mention: only the address of a link, so that the rest stays as written."""
    match mention.kind:
        case "ref":
            target = guide.find(mention.target, written.lang)
            return mention.start, mention.end, reference(shown, target, mention.text) if target else mention.text
        case "link" | "image":
            return (*mention.href, rebased(mention.target, written, shown)) if mention.href else None
        case "named":
            return mention.start, mention.end, f"[{mention.text}]({rebased(mention.target, written, shown)})"
        case "value" if mention.target in guide.facts:
            return mention.start, mention.end, fact_text(guide.facts[mention.target], shown.lang)
    return _note_start(written.text, mention), mention.end, ""


def page_links(shown: Page, pages: list[Page]) -> str:
    """Markdown links to pages, separated by commas."""
    return ", ".join(f"[{printed(page.title)}]({markdown_path(shown, page)})" for page in pages)
