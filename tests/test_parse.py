"""One page: front matter, headings, items and mentions, each with its exact place."""

from datetime import date

import pytest
from builders import check, codes, only_page, page, place

REF = "[solis](ref:step-atlase)"
CITATION = "[@vetlv-2024 4.1. nodaļa]"


def test_front_matter_is_read_by_its_schema() -> None:
    meta = only_page(
        page(programme="mobilitate", audience=["direktors", "vecāki"], reviewed="2026-11-21", checklist="step-atlase")
    ).meta
    assert (meta.title, meta.description, meta.programme) == ("Lapa", "Par lapu.", "mobilitate")
    assert meta.audience == ("direktors", "vecāki")
    assert meta.reviewed == date(2026, 11, 21)
    assert meta.checklist == ("step-atlase",)
    assert (meta.lines["title"].line, meta.lines["reviewed"].line) == (2, 6)


def test_a_ruler_below_the_front_matter_stays_in_the_text() -> None:
    assert only_page(page("# Lapa\n\n---\n\ntitle: cits\n")).meta.title == "Lapa"


@pytest.mark.parametrize(
    ("written", "level", "title", "anchor", "given"),
    [
        ("# Kā sākt?", 1, "Kā sākt?", "ka-sakt", False),
        ("# Atlase {#step-atlase}", 1, "Atlase", "step-atlase", True),
        ('# Klasteris {#term-klasteris en="cluster"}', 1, "Klasteris", "term-klasteris", True),
        ("# *Europass* un `kods` {#step-europass}", 1, "Europass un kods", "step-europass", True),
        ("# [Saite](https://example.org) te", 1, "Saite te", "saite-te", False),
        ("# Atlase #", 1, "Atlase", "atlase", False),
        ("# ???", 1, "???", "sadala", False),
        ("###### Ķīļi", 6, "Ķīļi", "kili", False),
        ("> # Citāts {#step-citats}", 1, "Citāts", "step-citats", True),
    ],
)
def test_headings(written: str, level: int, title: str, anchor: str, given: bool) -> None:
    [heading] = only_page(page(written + "\n")).headings
    assert (heading.level, heading.title, heading.anchor, heading.given) == (level, title, anchor, given)


def test_doubled_titles_have_anchors_of_their_own() -> None:
    headings = only_page(page("# Lapa\n\n## Riski\n\n## Riski\n\n## Riski {#step-riski}\n\n## Riski\n")).headings
    assert [heading.anchor for heading in headings] == ["lapa", "riski", "riski-2", "step-riski", "riski-3"]


def test_attributes_of_a_heading() -> None:
    [heading] = only_page(page('# Klasteris {#term-klasteris en="cluster" forms="klastrs; puduris"}\n')).headings
    assert heading.attributes == {"en": "cluster", "forms": "klastrs; puduris"}


def test_a_heading_in_code_is_no_heading() -> None:
    assert [each.title for each in only_page(page("# Lapa\n\n```\n# kods\n```\n\n    # kods\n")).headings] == ["Lapa"]


BRACES = '{#item-a who="direktors, klases audzinātājs" when="regulāri"}'


@pytest.mark.parametrize(
    "body",
    [
        f"- [ ] Dariet. {BRACES}",
        f"* [x] Dariet. {BRACES}",
        f"1. [ ] Dariet. {BRACES}",
        f"- pirmais\n    - [ ] Dariet. {BRACES}",
        f"- pirmais\n\n- [ ] Dariet. {BRACES}",
        f'!!! tip "Mūsu padoms"\n    - [ ] Dariet. {BRACES}',
        f"> - [ ] Dariet. {BRACES}",
    ],
)
def test_items(body: str) -> None:
    text = page(f"# Lapa\n\n{body}\n")
    [item] = only_page(text).items
    assert (item.id, item.text, item.when) == ("item-a", "Dariet.", "regulāri")
    assert item.who == ("direktors", "klases audzinātājs")
    assert (item.at.line, item.at.column) == place(text, "[ ]" if "[ ]" in text else "[x]")


def test_an_item_wrapped_over_two_lines() -> None:
    [item] = only_page(page(f"# Lapa\n\n- [ ] Dariet tā,\n  kā vajag.\n  {BRACES}\n")).items
    assert (item.id, " ".join(item.text.split())) == ("item-a", "Dariet tā, kā vajag.")


def test_offsets_of_an_item_enclose_its_action() -> None:
    read = only_page(page(f"# Lapa\n\n- [ ] Dariet *tā*. {BRACES}\n"))
    [item] = read.items
    assert read.text[slice(*item.body)].strip() == "Dariet *tā*."
    assert read.text[item.start : item.end] == f"[ ] Dariet *tā*. {BRACES}"


@pytest.mark.parametrize("ending", ["`kods`", "`a` un `b`", "zīme \\*", "[saite](a.md)", CITATION, "**treknraksts**"])
def test_what_stands_before_the_braces_stays(ending: str) -> None:
    text = page(f"# Lapa\n\n## Virsraksts {ending} {{#step-a}}\n\n- [ ] Dariet {ending} {BRACES}\n")
    read = only_page(text)
    assert read.items[0].text == f"Dariet {ending}"
    opened, closed = read.headings[1].braces or (0, 0)
    assert read.text[opened:closed].strip() == "{#step-a}"


def test_an_item_knows_the_headings_around_it() -> None:
    inner = "## B {#step-b}\n\n### C\n\n- [ ] Viens. {#item-a}\n\n## D {#step-d}\n\n- [ ] Divi. {#item-b}\n"
    one, two = only_page(page(f"# A {{#stage-a}}\n\n{inner}")).items
    assert (one.section, one.within) == ("c", ("step-b", "stage-a"))
    assert (two.section, two.within) == ("step-d", ("step-d", "stage-a"))


@pytest.mark.parametrize("body", ["- `[ ] kods`", "- [] Dariet.", "[ ] Dariet.", "```\n- [ ] Dariet.\n```", "- [ ]"])
def test_no_items(body: str) -> None:
    assert only_page(page(f"# Lapa\n\n{body}\n")).items == ()


PLACES = {
    "paragraph": f"Teksts {REF} beigas.",
    "start of a line": f"Teksts\n{REF} beigas.",
    "third line": f"Viens\ndivi\ntrīs {REF} beigas.",
    "wrapped link text": "Teksts [garš\nteksts](ref:step-atlase) beigas.",
    "indented second line": f"Teksts\n   turpinās {REF}.",
    "list": f"- viens\n- divi {REF}",
    "nested list": f"- viens\n    - divi\n\n        trīs {REF}",
    "numbered list": f"10. desmit {REF}",
    "table head": f"| A | {REF} |\n|---|---|\n| a | b |",
    "table cell": f"| A | B |\n|---|---|\n| a | b |\n| c | {REF} |",
    "table cell after an empty one": f"| A | B |\n|---|---|\n|  | {REF} |",
    "table without outer bars": f"A | B\n---|---\nc | {REF}",
    "table cell after an escaped bar": f"| A | B |\n|---|---|\n| a \\| b | {REF} |",
    "table cell with an escaped bar": f"| A | B |\n|---|---|\n| a | b \\| c {REF} |",
    "table in a list": f"- viens\n\n    | A | B |\n    |---|---|\n    | c | {REF} |",
    "blockquote": f"> viens\n> divi {REF}",
    "lazy blockquote": f"> viens\ndivi {REF}",
    "list in a blockquote": f"> - viens\n>     - divi {REF}",
    "admonition": f'!!! tip "Mūsu padoms"\n    viens\n    divi {REF}',
    "title of an admonition": f'!!! tip "Sk. {REF}"\n    viens',
    "definition": f"Vārds\n:   viens {REF}",
    "footnote": f"Teksts[^a]\n\n[^a]: viens {REF}",
    "heading": f"## Virsraksts {REF}",
    "emphasis": f"Viens **divi {REF}**.",
    "after code": f"Viens `[a](ref:b)` divi {REF}.",
    "after an escaped bracket": f"Viens \\[x] divi {REF}.",
    "after a fence": f"```\nkods\n```\n\nViens {REF}.",
    "after a line with only a hard space": f"\u00a0\nviens {REF}",
    "after a hard space": f"\u00a0viens {REF}",
    "after a tab": f"viens\tdivi {REF}",
    "after escaped backticks": f"viens \\`divi {REF} trīs\\`",
    "after a definition of a link": f"[x]: https://example.org\nviens {REF}",
}


@pytest.mark.parametrize("body", PLACES.values(), ids=PLACES)
def test_the_place_of_a_mention(body: str) -> None:
    text = page(f"# Lapa\n\n{body}\n")
    read = only_page(text)
    [mention] = [each for each in read.mentions if each.kind == "ref"]
    wanted = REF if REF in text else "[garš\nteksts](ref:step-atlase)"
    assert mention.target == "step-atlase"
    assert (mention.at.line, mention.at.column) == place(text, wanted)
    assert read.text[mention.start : mention.end] == wanted


NOWHERE = {
    "code span": f"Viens `{REF}` divi.",
    "code span with two signs": f"Viens ``a ` {REF}`` divi.",
    "code span over two lines": f"Viens `kods\n{REF}` divi.",
    "fence": f"```\n{REF}\n```",
    "fence of tildes": f"~~~ md\n{REF}\n~~~",
    "fence in a list": f"- viens\n\n    ```\n    {REF}\n    ```",
    "indented code": f"    {REF}",
    "escaped": f"Viens \\{REF} divi.",
    "comment": f"<!-- {REF} -->",
}


@pytest.mark.parametrize("body", NOWHERE.values(), ids=NOWHERE)
def test_no_mention_in_code(body: str) -> None:
    assert [each.kind for each in only_page(page(f"# Lapa\n\n{body}\n")).mentions] == []


@pytest.mark.parametrize(
    ("written", "kind", "target", "text"),
    [
        ("[t](../a.md#b)", "link", "../a.md#b", "t"),
        ("[t [x] y](a.md)", "link", "a.md", "t [x] y"),
        ("[t](https://lv.example.org/a_(b))", "link", "https://lv.example.org/a_(b)", "t"),
        ('[t](a.md "Nosaukums")', "link", "a.md", "t"),
        ("[](ref:step-atlase)", "ref", "step-atlase", ""),
        ("![Apraksts](a.svg)", "image", "a.svg", "Apraksts"),
        (CITATION, "citation", "vetlv-2024", "4.1. nodaļa"),
        ("[@vetlv-2024]", "citation", "vetlv-2024", ""),
        ("[@vetlv-2024 4.1.\nnodaļa]", "citation", "vetlv-2024", "4.1. nodaļa"),
        ("{{ fact-a }}", "value", "fact-a", ""),
        ("{{fact-a}}", "value", "fact-a", ""),
        ("[^piezime]", "footnote", "piezime", ""),
    ],
)
def test_kinds_of_mentions(written: str, kind: str, target: str, text: str) -> None:
    source = page(f"# Lapa\n\nViens {written} divi.\n")
    [mention] = only_page(source).mentions
    assert (mention.kind, mention.target, mention.text) == (kind, target, text)
    assert (mention.at.line, mention.at.column) == place(source, written)


def test_two_equal_cells_have_two_places() -> None:
    text = page(f"# Lapa\n\n| {REF} | {REF} |\n|---|---|\n| {REF} | b |\n")
    found = [(each.at.line, each.at.column) for each in only_page(text).mentions]
    assert found == [place(text, REF, count) for count in (1, 2, 3)]


def test_an_image_in_a_link_is_both() -> None:
    kinds = {each.kind: each.target for each in only_page(page("# A\n\n[![Posmi](a.svg)](b.md)\n")).mentions}
    assert kinds == {"image": "a.svg", "link": "b.md"}


DRAWING = '<figure id="fig-cels">\n  <img src="a.svg" alt="Ceļš">\n  <a href="b.md">b</a>\n</figure>\n'


def test_ids_and_links_in_raw_html() -> None:
    text = page(f"# Lapa\n\n{DRAWING}")
    read = only_page(text)
    assert (read.anchors["fig-cels"].line, read.anchors["fig-cels"].column) == place(text, "<figure")
    found = {each.kind: (each.target, each.text, (each.at.line, each.at.column)) for each in read.mentions}
    assert found["image"] == ("a.svg", "Ceļš", place(text, "<img"))
    assert found["link"][::2] == ("b.md", place(text, "<a href"))


def test_html_with_single_quotes_reads_the_same() -> None:
    drawing = DRAWING.replace('"', "'")
    read = only_page(page(f"# Lapa\n\n{drawing}"))
    assert list(read.anchors) == ["fig-cels"]
    assert {(each.kind, each.target, each.text) for each in read.mentions if each.kind == "image"} == {
        ("image", "a.svg", "Ceļš")
    }


def test_html_in_a_comment_is_not_there() -> None:
    read = only_page(page('# Lapa\n\n<!--\n<img src="a.svg" id="fig-a">\n-->\n'))
    assert (read.mentions, dict(read.anchors)) == ((), {})


def test_data_attributes_are_no_ids() -> None:
    assert dict(only_page(page('# Lapa\n\n<div data-id="fig-a"></div>\n')).anchors) == {}


def test_many_unclosed_code_blocks_do_not_shift_what_follows() -> None:
    text = page("# Lapa\n\n" + "> ```\n\n" * 9 + f"Teksts {REF}.\n")
    read = only_page(text)
    [mention] = read.mentions
    assert (mention.at.line, mention.at.column) == place(text, REF)
    assert read.text[mention.start : mention.end] == REF


@pytest.mark.parametrize(
    "slip",
    [
        "- [ ] Dariet. {#item-a who=direktors when=regulāri}",
        "- [ ] Dariet. {#item-a who=“direktors” when=“regulāri”}",
        '- [ ] Dariet. {#item-a kas="direktors" when="regulāri"}',
        '- [ ] Dariet. {item-a who="direktors" when="regulāri"}',
    ],
)
def test_one_slip_in_braces_is_one_diagnostic(slip: str) -> None:
    text = page(f"# Lapa {{#step-a}}\n\n{slip}\n", checklist="step-a")
    assert codes(check({"docs/lv/a.md": text})) == ["ATTR001"]
