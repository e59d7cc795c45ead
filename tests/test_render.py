"""A page as it is handed to Python-Markdown: references, notes, facts, headings and items."""

import re

import pytest
from builders import make_guide, page
from markdown import markdown
from small_site import GLOSSARY, SMALL_SITE, STAGE

from guidebook.render.site import Site

SOURCES = """\
vetlv-2024:
  title: Vadlīnijas
  authors: VET LV Team
  year: 2024
jspa-2023:
  title: Kas ir CoVE?
"""
FACTS = """\
fact-a:
  value: {lv: astoņi, en: eight}
  source: jspa-2023
  place: 2. nodaļa
  checked: 2026-11-21
  valid_for: 365
"""
BASE = {"docs/sources.yml": SOURCES, "docs/facts.yml": FACTS, "docs/lv/avoti/index.md": page("# Avoti\n")}
STEPS = {"docs/lv/m/s.md": page("# Posms {#stage-s}\n\n## Atlase {#step-atlase}\n\n## Riski & *nauda* {#step-riski}\n")}
NOTE = re.compile(r"\[\^([^\]]+)\]")


def rendered(body: str, files: dict[str, str] | None = None, path: str = "docs/lv/a.md") -> str:
    """The Markdown made of a page with this body."""
    site = Site(make_guide({**BASE, **STEPS, **(files or {}), path: page(f"# Lapa\n\n{body}\n")}))
    found = site.page(path)
    assert found is not None
    return site.markdown(found)


def of(files: dict[str, str], path: str) -> str:
    """The Markdown made of one page of a project."""
    site = Site(make_guide(files))
    found = site.page(path)
    assert found is not None
    return site.markdown(found)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[](ref:step-riski)", "[2. Riski & nauda](m/s.md#step-riski)"),
        ("[](ref:stage-s)", "[Posms](m/s.md)"),
        ("[atlasi](ref:step-atlase)", "[atlasi](m/s.md#step-atlase)"),
        ("[*atlasi*](ref:step-atlase)", "[*atlasi*](m/s.md#step-atlase)"),
        ("[a](m/s.md)", "[a](m/s.md)"),
        ("`[](ref:step-atlase)`", "`[](ref:step-atlase)`"),
        ("\\[](ref:step-atlase)", "\\[](ref:step-atlase)"),
        ("\u00a0\n[atlasi](ref:step-atlase)", "\u00a0\n[atlasi](m/s.md#step-atlase)"),
        ("| a \\| b [atlasi](ref:step-atlase) |\n|---|", "| a \\| b [atlasi](m/s.md#step-atlase) |\n|---|"),
    ],
)
def test_references_become_links(written: str, made: str) -> None:
    assert f"\n{made} beigas\n" in rendered(f"{written} beigas")


def test_a_reference_from_a_deeper_page_climbs() -> None:
    assert "[atlasi](../../m/s.md#step-atlase)" in rendered("[atlasi](ref:step-atlase)", path="docs/lv/x/y/z.md")


def test_an_english_page_prints_the_english_title_and_the_latvian_number() -> None:
    english = {"docs/en/m/s.md": page("# Stage {#stage-s}\n\n## Risks {#step-riski}\n")}
    text = rendered("[](ref:step-riski) [](ref:step-atlase)", english, "docs/en/a.md")
    assert "[2. Risks](m/s.md#step-riski) [1. Atlase](m/s.md#step-atlase)" in text


def test_a_title_with_angle_brackets_is_printed_not_run() -> None:
    files = {"docs/lv/b.md": page("# B\n\n## Elements `<b>` un teksts {#step-elements}\n")}
    assert "<b>" not in markdown(rendered("[](ref:step-elements)", files))


def test_a_reference_to_an_item_prints_no_marks() -> None:
    item = '- [ ] Sk. [atlasi](ref:step-atlase). [@vetlv-2024 4. nodaļa] {#item-a who="direktors" when="regulāri"}'
    text = rendered("Punkts [](ref:item-a) beigas.", {"docs/lv/b.md": page(f"# B\n\n{item}\n")})
    assert "ref:" not in text
    assert "[@" not in text


def test_headings_get_their_number_and_keep_their_id() -> None:
    text = rendered("## Viens {#step-viens}\n\n## Divi ar `kodu` {#step-divi}\n\n## Nobeigums")
    assert "## 1. Viens {#step-viens}" in text
    assert "## 2. Divi ar `kodu` {#step-divi}" in text
    assert "## Nobeigums {#nobeigums}" in text


def test_english_and_forms_of_a_term_are_not_printed() -> None:
    text = rendered('## Klasteris {#term-klasteris en="cluster" forms="klastrs; puduris"}\n\nGrupa.')
    assert "## Klasteris {#term-klasteris}" in text


def test_citations_become_footnotes() -> None:
    text = rendered("Viens. [@vetlv-2024 4.1. nodaļa] Divi.")
    [label] = set(NOTE.findall(text))
    assert f"Viens.[^{label}] Divi." in text
    assert f"[^{label}]: [VET LV Team, 2024](avoti/index.md#source-vetlv-2024), 4.1. nodaļa." in text


def test_the_same_place_is_the_same_footnote() -> None:
    text = rendered(
        "A. [@vetlv-2024 4. nodaļa] B. [@vetlv-2024 5. nodaļa] C. [@vetlv-2024 4. nodaļa]\n\n"
        "D. [@jspa-2023 4. nodaļa] E. [@vetlv-2024 5.\nnodaļa]"
    )
    labels = dict(re.findall(r"([A-E])\.\[\^([^\]]+)\]", text))
    assert labels["A"] == labels["C"]
    assert labels["B"] == labels["E"]
    assert len(set(labels.values())) == 3
    assert len(re.findall(r"^\[\^", text, re.M)) == 3


def test_a_note_follows_its_word_also_over_a_line_end() -> None:
    assert re.search(r"Viens\.\[\^", rendered("Viens.\n[@vetlv-2024 4. nodaļa]"))


def test_a_paragraph_of_citations_only_says_what_they_are() -> None:
    text = rendered("| a |\n|---|\n| b |\n\n[@vetlv-2024 4. nodaļa] [@jspa-2023 5. nodaļa]\n\nTeksts.")
    assert re.search(r"^Avots: \[\^[^\]]+\]\[\^[^\]]+\]$", text, re.M)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("- [@vetlv-2024 4.] viens", r"- \[\^[^]]+\] viens"),
        ("> viens\n> [@vetlv-2024 4.]", r"> viens\[\^[^]]+\]"),
        ("## Divi\n[@vetlv-2024 4.] trīs", r"## Divi {#divi}\n\[\^[^]]+\] trīs"),
        ("| a |\n|---|\n| [@vetlv-2024 4.] |", r"\| a \|\n\|---\|\n\|[ ]?\[\^[^]]+\] \|"),
    ],
)
def test_a_note_stays_in_its_block(written: str, made: str) -> None:
    assert re.search(f"\n{made}\n", rendered(written))


def test_a_line_of_citations_inside_a_paragraph_says_nothing_more() -> None:
    assert "Avots:" not in rendered("Pirmā rinda.\n[@vetlv-2024 4. nodaļa]\nTrešā rinda.")


def test_a_note_ends_with_one_full_stop() -> None:
    notes = re.findall(r"^\[\^.*", rendered("A [@vetlv-2024 4. lpp.] B [@jspa-2023 Kāpēc?] C [@jspa-2023]"), re.M)
    assert [note.endswith(("..", "?.")) for note in notes] == [False] * 3


def test_a_note_keeps_apart_from_notes_of_the_author() -> None:
    text = rendered("A [@vetlv-2024 4. nodaļa] B[^avots-1]\n\n[^avots-1]: Mana piezīme.")
    labels = re.findall(r"^\[\^([^\]]+)\]:", text, re.M)
    assert len(labels) == len(set(labels)) == 2


def test_a_fact_is_its_value_with_a_note_and_the_day() -> None:
    text = rendered("Vajag {{ fact-a }} partneri.")
    [label] = set(NOTE.findall(text))
    assert f"Vajag astoņi[^{label}] partneri." in text
    assert re.search(r"^\[\^.*Kas ir CoVE\?.*2\. nodaļa.*2026\. gada 21\. novembrī\.$", text, re.M)


def test_a_fact_in_english() -> None:
    text = rendered("Needs {{fact-a}} partners.", path="docs/en/a.md")
    assert "Needs eight[^" in text
    assert "on 21 November 2026" in text


def test_an_item_is_a_box_with_a_label_doer_and_time() -> None:
    text = rendered('- [ ] Dariet *tā*. {#item-a who="direktors, vecāki" when="regulāri"}')
    row = r'^- <span class="task" id="item-a" ([^<>]*)><input type="checkbox"[^<>]* id="tick-item-a">'
    found = re.search(row, text, re.M)
    assert found is not None
    assert found[1] == 'data-who="direktors, vecāki" data-when="regulāri"'
    assert '<label for="tick-item-a">Dariet *tā*.</label>' in text
    assert "direktors, vecāki · regulāri" in text
    assert "{#" not in text.replace("# Lapa {#lapa}", "")


def test_an_item_ends_where_its_braces_begin() -> None:
    assert ">Dariet `tā`</label>" in rendered('- [ ] Dariet `tā` {#item-a who="direktors" when="regulāri"}')


def test_doers_and_times_are_translated() -> None:
    text = rendered('- [ ] Do. {#item-a who="direktors, vecāki" when="regulāri"}', path="docs/en/a.md")
    assert "head teacher, parents · regularly" in text


def test_text_without_marks_stays_as_it_is() -> None:
    table, code = "| a | b |\n|---|---|\n| `x` | {{ kas }} |", "```\n{{ fact-a }} [@vetlv-2024 4.]\n```"
    body = f"Teksts  \nrinda\n\n{table}\n\n{code}\n\n<b>x</b>"
    assert rendered(body) == f"# Lapa {{#lapa}}\n\n{body}\n"


def test_blocks_are_put_in_where_they_are_named() -> None:
    text = of(SMALL_SITE, "docs/lv/avoti/index.md")
    assert "{{" not in text
    assert text.count('id="source-') == 2


def test_the_bibliography_says_who_cites_a_source() -> None:
    rows = of(SMALL_SITE, "docs/lv/avoti/index.md").splitlines()
    vetlv, jspa = (next(row for row in rows if f'"source-{name}"' in row) for name in ("vetlv-2024", "jspa-2023"))
    assert "**VET LV Team** (2024)" in vetlv
    assert "*CoVE rokasgrāmata*" in jspa
    for row in (vetlv, jspa):
        assert "[Īstenojiet projektu](../mobilitate/istenosana.md)" in row
        assert "glosarijs" not in row


def test_sources_stand_in_alphabetical_order() -> None:
    names = ("Žanis", "Āboliņš", "Zariņš", "Čakste", "Celms")
    sources = "".join(f"s{count}:\n  title: T\n  authors: {name}\n" for count, name in enumerate(names))
    files = {"docs/sources.yml": sources, "docs/lv/avoti/index.md": page("# Avoti\n\n{{ bibliography }}\n")}
    found = re.findall(r"\*\*(\w+)\*\*", of(files, "docs/lv/avoti/index.md"))
    assert found[0] == "Āboliņš"
    assert {*found[1:3]} == {"Čakste", "Celms"}


def test_a_glossary_entry_says_where_it_is_used() -> None:
    text = of(SMALL_SITE, GLOSSARY)
    assert "[Īstenojiet projektu](../mobilitate/istenosana.md)" in text
    assert "Par vietni" not in text


def test_a_glossary_entry_names_its_english_term_and_other_names() -> None:
    entries = '## A {#term-a en="alpha" forms="pirmais; sākums"}\n\nViens.\n\n## B {#term-b en="beta"}\n\nDivi.\n'
    first, second = of({"docs/lv/g.md": page(f"# G\n\n{entries}")}, "docs/lv/g.md").split("## B")
    assert "alpha" in first
    assert "pirmais, sākums" in first
    assert "beta" not in first
    assert "beta" in second


def test_the_title_in_menus_has_the_number_of_a_stage() -> None:
    stages = {f"docs/lv/m/{name}.md": page(f"# X {{#stage-{name}}}\n", title=name.title()) for name in ("a", "b")}
    site = Site(make_guide({**stages, "docs/lv/c.md": page()}, nav=("m/b.md", "m/a.md", "c.md")))
    assert [site.title(each) for each in site.guide.pages] == ["1. B", "2. A", "Lapa"]


def test_the_same_page_in_each_language() -> None:
    site = Site(make_guide({**SMALL_SITE, "docs/en/index.md": page("# Home\n")}))
    home, stage = site.page("docs/lv/index.md"), site.page(STAGE)
    assert home is not None
    assert stage is not None
    assert [each.path for each in site.in_languages(home)] == ["docs/lv/index.md", "docs/en/index.md"]
    assert site.in_languages(stage) == [stage]
