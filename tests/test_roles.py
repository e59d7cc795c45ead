"""What one role does on the whole site."""

import re

from builders import make_guide, page
from markdown import markdown

from guidebook.render.roles import role_items

ITEMS = """\
# Solis

- [ ] Pēdējais. {#item-c who="direktors" when="regulāri"}
- [ ] Pirmais. {#item-a who="koordinators, direktors" when="pirms mobilitātes"}
- [ ] Cita darbs. {#item-b who="koordinators" when="regulāri"}
"""


def made(role: str) -> str:
    files = {
        "docs/lv/lomas/loma.md": page("# Loma\n", audience=[role]),
        "docs/lv/m/solis.md": page(ITEMS, programme="mobilitate"),
    }
    guide = make_guide(files)
    return role_items(guide, next(each for each in guide.pages if each.slug == "lomas/loma/"))


def test_a_role_finds_its_own_items_in_the_order_of_time() -> None:
    assert re.findall(r'class="task" id="([\w-]+)"', made("direktors")) == ["item-a", "item-c"]


def test_items_are_folded_by_programme_with_their_number_and_lead_to_the_passage() -> None:
    text = made("direktors")
    assert '??? role "Erasmus+ mobilitāte – 2 darbības"' in text
    html = markdown(text, extensions=["pymdownx.details", "attr_list"])
    assert html.count("<details") == 1
    assert "[Kāpēc?](../m/solis.md#item-a)" in text


def test_a_role_without_items_says_so() -> None:
    assert made("vecāki").strip() == "Te vēl nav neviena punkta."
