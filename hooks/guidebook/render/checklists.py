"""Checklist pages: what each collects, grouped by the section it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from guidebook.ids import slug
from guidebook.model import Fact, Guide, Item, Page, Target
from guidebook.render.links import markdown_path, named, printed
from guidebook.render.text import fact_text, item_text, task
from guidebook.render.words import WORDS, counted_actions

PLACE = '\n<div class="checklist-place" data-kind="{}"></div>\n\n'
"""Where the browser puts the panel; the kind of page says how much room it takes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one section; `parts` holds those of the sections inside it."""

    target: Target
    items: tuple[Item, ...]
    parts: tuple["Group", ...]

    @property
    def size(self) -> int:
        """How many items the group holds in all."""
        return len(self.all_items())

    def all_items(self) -> tuple[Item, ...]:
        """The items of the group and of the sections inside it, in order."""
        return tuple(item for group in self.flat() for item in group.items)

    def flat(self) -> Iterator["Group"]:
        """The group itself and the sections inside it."""
        yield self
        for part in self.parts:
            yield from part.flat()


def checklists(guide: Guide, lang: str) -> list[Page]:
    """The checklist pages of a language in reading order."""
    return [page for page in guide.pages_in(lang) if page.meta.checklist]


def shown_checklists(guide: Guide, lang: str) -> list[Page]:
    """The checklist pages a reader of a language sees: where one is not translated, that of the default language."""
    own = {page.slug: page for page in checklists(guide, lang)}
    others = [page for page in checklists(guide, guide.languages[0]) if page.slug not in own]
    return [*own.values(), *others]


def kind(page: Page) -> str:
    """What the page has to do with checklists: list, overview, guidance (with items) or “”."""
    blocks = {mention.target for mention in page.mentions if mention.kind == "value"}
    if "all-checklists" in blocks:
        return "overview"
    if page.meta.checklist or "all-items" in blocks:
        return "list"
    return "guidance" if page.items else ""


def overview(guide: Guide, lang: str) -> str:
    """Where readers of a language find the page of all checklists; “” when there is none."""
    pages = [*guide.pages_in(lang), *guide.pages_in(guide.languages[0])]
    return next((guide.shown_at(page, lang) for page in pages if kind(page) == "overview"), "")


def minimum_of(guide: Guide, cluster: str) -> Fact | None:
    """The fact that says how many activities have to be chosen from a cluster."""
    return next((fact for fact in guide.facts.values() if fact.minimum and fact.chosen_from == cluster), None)


def groups(guide: Guide, ids: tuple[str, ...], lang: str) -> Iterator[Group]:
    """The items below each of `ids`; sections without items are left out."""
    for ident in ids:
        target = guide.find(ident, lang)
        if target is None:
            continue
        own: list[Item] = []
        parts: dict[str, list[Item]] = {}
        for item in target.page.items:
            if ident in item.within:
                inner = item.within[0]
                own.append(item) if inner == ident else parts.setdefault(inner, []).append(item)
        inside = tuple(
            Group(found, tuple(items), ()) for inner, items in parts.items() if (found := guide.find(inner, lang))
        )
        if own or inside:
            yield Group(target, tuple(own), inside)


def size(guide: Guide, page: Page) -> int:
    """How many items a checklist page collects."""
    return sum(group.size for group in groups(guide, page.meta.checklist, page.lang))


def collected(guide: Guide, page: Page) -> list[str]:
    """The paths of the pages whose items a checklist page collects."""
    return list(dict.fromkeys(group.target.page.path for group in groups(guide, page.meta.checklist, page.lang)))


def checklist(guide: Guide, page: Page) -> str:
    """The items of a checklist page as Markdown."""
    return _listed(guide, page, list(groups(guide, page.meta.checklist, page.lang)))


def all_items(guide: Guide, page: Page) -> str:
    """Every item of every checklist once, grouped by section."""
    ids: dict[str, None] = {}
    for each in checklists(guide, page.lang):
        ids.update(dict.fromkeys(each.meta.checklist))
    return _listed(guide, page, list(_once(groups(guide, tuple(ids), page.lang))))


def all_checklists(guide: Guide, page: Page) -> str:
    """A list of all checklists by programme, with what each is for and how long it is."""
    lines: list[str] = []
    listed = checklists(guide, page.lang)
    for programme in dict.fromkeys(each.meta.programme for each in listed):
        name = guide.settings.programmes.get(programme, {}).get(page.lang, programme)
        lines.append(f"\n## {name} {{#list-{slug(name)}}}\n" if name else "")
        lines += [_listing(guide, page, each) for each in listed if each.meta.programme == programme]
    return PLACE.format(kind(page)) + "\n".join(lines or [WORDS[page.lang]["empty"]]) + "\n"


def _listing(guide: Guide, page: Page, listed: Page) -> str:
    link = f"[{printed(listed.meta.title)}]({markdown_path(page, listed)})"
    return f"- **{link}** – {counted_actions(page.lang, size(guide, listed))}. {listed.meta.description}"


def _once(found: Iterator[Group]) -> Iterator[Group]:
    seen: set[str] = set()

    def new(items: tuple[Item, ...]) -> tuple[Item, ...]:
        fresh = tuple(item for item in items if item.id not in seen)
        seen.update(item.id for item in fresh)
        return fresh

    for group in found:
        items = new(group.items)
        parts = tuple(Group(part.target, own, ()) for part in group.parts if (own := new(part.items)))
        if items or parts:
            yield Group(group.target, items, parts)


def _listed(guide: Guide, page: Page, found: list[Group]) -> str:
    lines: list[str] = []
    for group in found:
        lines += _group(guide, page, group, 2)
    return PLACE.format(kind(page)) + "\n".join(lines or [WORDS[page.lang]["empty"]]) + "\n"


def _group(guide: Guide, page: Page, group: Group, level: int, minimum: Fact | None = None) -> Iterator[str]:
    target, words = group.target, WORDS[page.lang]
    yield f"\n{'#' * level} {named(target)} {{#list-{target.id}}}\n"
    own = minimum_of(guide, target.id)
    if own:
        needed = words["minimum"].format(escape(fact_text(own, page.lang)))
        yield f'<p class="minimum" data-cluster="{target.id}" data-minimum="{own.minimum}">{needed}</p>\n'
    for item in group.items:
        why = markdown_path(page, target.page, item.id)
        reason = f" [{words['why']}]({why})"
        yield f"- {task(guide, page.lang, item, item_text(guide, target.page, item, page), reason)}"
    if minimum:
        yield f"- {_choice(target, minimum, words['chosen'])}"
    for part in group.parts:
        yield from _group(guide, page, part, level + 1, own)


def _choice(target: Target, minimum: Fact, text: str) -> str:
    box = (
        f'<input type="checkbox" class="task-box" id="choose-{target.id}" aria-describedby="list-{target.id}"'
        f' data-activity="{target.id}" data-cluster="{minimum.chosen_from}">'
    )
    return f'<span class="choice">{box} <label for="choose-{target.id}">{text}</label></span>'
