"""Checklist pages: what each collects, grouped by the section it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.ids import slug
from guidebook.model import Guide, Item, Page, Target
from guidebook.render.links import markdown_path, named, printed
from guidebook.render.text import item_text, task
from guidebook.render.words import WORDS, counted_items


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one section; `parts` holds those of the sections inside it."""

    target: Target
    items: tuple[Item, ...]
    parts: tuple["Group", ...]

    @property
    def size(self) -> int:
        """How many items the group holds in all."""
        return len(self.items) + sum(part.size for part in self.parts)


def checklists(guide: Guide, lang: str) -> list[Page]:
    """The checklist pages of a language in reading order."""
    return [page for page in guide.pages_in(lang) if page.meta.checklist]


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
    return "\n".join(lines or [WORDS[page.lang]["empty"]]) + "\n"


def _listing(guide: Guide, page: Page, listed: Page) -> str:
    link = f"[{printed(listed.meta.title)}]({markdown_path(page, listed)})"
    return f"- **{link}** – {counted_items(page.lang, size(guide, listed))}. {listed.meta.description}"


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
    return "\n" + "\n".join(lines or [WORDS[page.lang]["empty"]]) + "\n"


def _group(guide: Guide, page: Page, group: Group, level: int) -> Iterator[str]:
    target = group.target
    yield f"\n{'#' * level} {named(target)} {{#list-{target.id}}}\n"
    for item in group.items:
        why = markdown_path(page, target.page, item.id)
        word = WORDS[page.lang]["why"]
        text = item_text(guide, target.page, item, page)
        reason = f" [{word}]({why})"
        yield f"- {task(guide, page.lang, item, text, reason)}"
    for part in group.parts:
        yield from _group(guide, page, part, level + 1)
