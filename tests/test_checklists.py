"""Checklist pages: grouped by section, links and notes as the page needs them."""

import json
import re

import pytest
from builders import make_guide, page

from guidebook.render.catalogue import catalogue_json
from guidebook.render.site import Site
from guidebook.render.words import counted_actions

WHO = 'who="direktors" when="regulāri"'
STAGE = f"""\
# Īstenošana {{#stage-istenosana}}

- [ ] Sāciet. {{#item-sakt {WHO}}}

## Atlase {{#step-atlase}}

- [ ] Sk. [riskus](riski.md#r), [augšā](#step-atlase), [soli](ref:step-ligums)
  un [vietni](https://example.org). {{#item-a {WHO}}}
- [ ] Vajag {{{{ fact-a }}}} partnerus. [@vetlv-2024 4. nodaļa] {{#item-b {WHO}}}
    - [ ] Iekšējs. {{#item-c {WHO}}}

## Līgums {{#step-ligums}}

### Projekts

- [ ] Uzrakstiet. {{#item-d {WHO}}}

## Bez punktiem {{#step-bez}}
"""
FILES = {
    "docs/sources.yml": "vetlv-2024:\n  title: Vadlīnijas\n",
    "docs/facts.yml": (
        "fact-a:\n  value: {lv: astoņus, en: eight}\n  source: vetlv-2024\n  place: 2. nodaļa\n"
        "  checked: 2026-11-21\n  valid_for: 365\n"
    ),
    "docs/lv/mobilitate/istenosana.md": page(STAGE),
    "docs/lv/mobilitate/riski.md": page("# Riski\n\n## R {#step-r}\n\n- [ ] Padomājiet. {#item-e " + WHO + "}\n"),
    "docs/lv/saraksti/viss.md": page("# Viss\n\nTeksts.\n", title="Viss", checklist=["stage-istenosana", "step-r"]),
    "docs/lv/saraksti/atlase.md": page("# Atlase\n", title="Tikai atlase", checklist=["step-atlase", "step-bez"]),
    "docs/lv/saraksti/visi.md": page("# Visi\n\n{{ all-items }}\n"),
    "docs/lv/index.md": page("# Sākums\n\n{{ all-checklists }}\n"),
}
HEADING = re.compile(r"^(#+) (.*?) \{#(.*?)\}$", re.M)
TASK = re.compile(r'class="task" id="([^"]+)"')
SITE = Site(make_guide(FILES))


def shown(path: str) -> str:
    found = SITE.page(path)
    assert found is not None
    return SITE.markdown(found)


def headings(path: str) -> list[tuple[str, str]]:
    return [(level, anchor) for level, _, anchor in HEADING.findall(shown(path))]


def test_a_checklist_groups_items_by_section_and_step() -> None:
    assert headings("docs/lv/saraksti/viss.md") == [
        ("#", "viss"),
        ("##", "list-stage-istenosana"),
        ("###", "list-step-atlase"),
        ("###", "list-step-ligums"),
        ("##", "list-step-r"),
    ]
    assert TASK.findall(shown("docs/lv/saraksti/viss.md")) == [f"item-{name}" for name in ("sakt", *"abcde")]


def test_groups_are_called_by_number_and_title() -> None:
    assert "### 1. Atlase {#list-step-atlase}" in shown("docs/lv/saraksti/viss.md")


def test_sections_without_items_are_left_out() -> None:
    assert headings("docs/lv/saraksti/atlase.md") == [("#", "atlase"), ("##", "list-step-atlase")]


def test_each_item_links_back_to_its_place() -> None:
    text = shown("docs/lv/saraksti/viss.md")
    assert all(f"../mobilitate/istenosana.md#item-{name})" in text for name in "abcd")
    assert "../mobilitate/riski.md#item-e)" in text


def test_links_of_a_collected_item_are_those_of_the_page_that_shows_it() -> None:
    text = shown("docs/lv/saraksti/viss.md")
    assert "[riskus](../mobilitate/riski.md#r)" in text
    assert "[augšā](../mobilitate/istenosana.md#step-atlase)" in text
    assert "[soli](../mobilitate/istenosana.md#step-ligums)" in text
    assert "[vietni](https://example.org)" in text


def test_a_collected_item_has_the_value_of_a_fact_and_no_notes() -> None:
    text = shown("docs/lv/saraksti/viss.md")
    assert "Vajag astoņus partnerus." in text
    assert "[^" not in text
    assert "[@" not in text


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("![Zīme](z.svg)", "![Zīme](m/z.svg)"),
        ("[![Zīme](z.svg)](b.md)", "[![Zīme](m/z.svg)](m/b.md)"),
        ("[c](<c d.md>)", "[c](<m/c d.md>)"),
        ('[b](b.md "Lapa")', '[b](m/b.md "Lapa")'),
        ("[b][]", "[b](m/b.md)"),
        ("[](ref:stage-a)", "[A](m/a.md)"),
        ("`[b](b.md)`", "`[b](b.md)`"),
        ("piezīme[^n]", "piezīme"),
    ],
)
def test_what_a_collected_item_holds(written: str, made: str) -> None:
    item = f"- [ ] Sk. {written} te. {{#item-x {WHO}}}\n\n[b]: b.md\n\n[^n]: Piezīme.\n"
    files = {"docs/lv/m/a.md": page(f"# A {{#stage-a}}\n\n{item}"), "docs/lv/k.md": page("# K\n", checklist="stage-a")}
    site = Site(make_guide(files))
    found = site.page("docs/lv/k.md")
    assert found is not None
    assert f">Sk. {made} te.</label>" in site.markdown(found)


def test_the_page_of_all_items_has_each_item_once() -> None:
    assert sorted(TASK.findall(shown("docs/lv/saraksti/visi.md"))) == sorted(
        f"item-{name}" for name in ("sakt", *"abcde")
    )


def test_ids_on_every_checklist_are_unique() -> None:
    for path in ("docs/lv/saraksti/viss.md", "docs/lv/saraksti/visi.md"):
        anchors = [anchor for _, anchor in headings(path)]
        assert len(anchors) == len(set(anchors))


def test_the_list_of_checklists_says_how_long_each_is() -> None:
    text = shown("docs/lv/index.md")
    assert re.search(r"\[Viss\]\(saraksti/viss\.md\).*6 darbības", text)
    assert re.search(r"\[Tikai atlase\]\(saraksti/atlase\.md\).*3 darbības", text)
    assert text.index("Tikai atlase") < text.index("[Viss]")


def test_an_english_checklist_collects_latvian_items_where_there_are_no_others() -> None:
    files = {**FILES, "docs/en/saraksti/atlase.md": page("# Selection\n", checklist="step-atlase")}
    site = Site(make_guide(files))
    found = site.page("docs/en/saraksti/atlase.md")
    assert found is not None
    assert TASK.findall(site.markdown(found)) == ["item-a", "item-b", "item-c"]
    assert "head teacher · regularly" in site.markdown(found)


@pytest.mark.parametrize(
    ("count", "lv", "en"),
    [
        (0, "0 darbību", "0 actions"),
        (1, "1 darbība", "1 action"),
        (2, "2 darbības", "2 actions"),
        (10, "10 darbību", "10 actions"),
        (11, "11 darbību", "11 actions"),
        (21, "21 darbība", "21 actions"),
        (22, "22 darbības", "22 actions"),
        (111, "111 darbību", "111 actions"),
    ],
)
def test_actions_are_counted_as_each_language_does(count: int, lv: str, en: str) -> None:
    assert (counted_actions("lv", count), counted_actions("en", count)) == (lv, en)


CLUSTER = f"""\
# Mācīšana {{#cluster-m}}

- [ ] Saskaitiet. {{#item-skaits {WHO}}}

## Saturs {{#activity-saturs}}

- [ ] Izlemiet. {{#item-saturs {WHO}}}
"""
CHOICE = {
    "docs/sources.yml": "vetlv-2024:\n  title: Vadlīnijas\n",
    "docs/facts.yml": (
        "fact-m:\n  value: {lv: vismaz četras, en: at least four}\n  source: vetlv-2024\n  place: 2. nodaļa\n"
        "  checked: 2026-11-21\n  valid_for: 365\n  minimum: 4\n  chosen_from: cluster-m\n"
    ),
    "docs/redirects.yml": "item-vecais: item-saturs\n",
    "docs/lv/cove/m.md": page(CLUSTER),
    "docs/lv/saraksti/cove.md": page("# CoVE\n", title="CoVE", checklist=["cluster-m"]),
}


def test_each_activity_of_a_cluster_with_a_minimum_can_be_chosen() -> None:
    site = Site(make_guide(CHOICE))
    found = site.page("docs/lv/saraksti/cove.md")
    assert found is not None
    text = site.markdown(found)
    assert re.findall(r'data-activity="([^"]+)" data-cluster="([^"]+)"', text) == [("activity-saturs", "cluster-m")]
    minimum = '<p class="minimum" data-cluster="cluster-m" data-minimum="4">Pieteikumā vajag vismaz četras darbību'
    assert minimum in text


def test_nothing_is_chosen_where_no_fact_sets_a_minimum() -> None:
    assert "data-activity" not in shown("docs/lv/saraksti/viss.md")


def test_the_catalogue_names_the_items_of_every_list_and_what_replaced_retired_ones() -> None:
    catalogue = json.loads(catalogue_json(make_guide(CHOICE)))
    assert catalogue["checklists"]["lv"] == [
        {
            "address": "saraksti/cove/",
            "title": "CoVE",
            "items": ["item-skaits", "item-saturs"],
            "choices": ["activity-saturs"],
        }
    ]
    assert [each["address"] for each in catalogue["checklists"]["en"]] == ["en/saraksti/cove/"]
    assert catalogue["retired"] == {"item-vecais": "item-saturs"}
