"""What one role does on the whole site, in the order of a project."""

from guidebook.model import Guide, Item, Page
from guidebook.render.links import markdown_path
from guidebook.render.text import item_text, task
from guidebook.render.words import WORDS, counted_actions


def role_items(guide: Guide, page: Page) -> str:
    """The items of the first role in the page's audience as Markdown: by programme, folded, and by time within."""
    role = next(iter(page.meta.audience), "")
    order = {when: place for place, when in enumerate(guide.settings.when)}
    lines: list[str] = []
    for programme, names in guide.settings.programmes.items():
        found = [
            (order.get(item.when, len(order)), written, item)
            for written in guide.pages_in(page.lang)
            if written.meta.programme == programme
            for item in written.items
            if role in item.who
        ]
        if found:
            name = f"{names[page.lang]} – {counted_actions(page.lang, len(found))}"
            rows = [_row(guide, page, written, item) for _, written, item in sorted(found, key=lambda each: each[0])]
            lines += [f'\n??? role "{name}"', "", *rows]
    return "\n".join(lines or [WORDS[page.lang]["empty"]]) + "\n"


def _row(guide: Guide, page: Page, written: Page, item: Item) -> str:
    why = f" [{WORDS[page.lang]['why']}]({markdown_path(page, written, item.id)})"
    return f"    - {task(guide, page.lang, item, item_text(guide, written, item, page), why)}"
