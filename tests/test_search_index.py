"""The search index: what of a page it holds, and that the browser can read it back line by line."""

import json

import pytest
from builders import check, lines, make_guide, page
from hypothesis import given
from hypothesis import strategies as st
from search.workers import read_index

from guidebook.render.handbook.plan import handbooks
from guidebook.render.search_documents import ASIDE, REPEATED, handbook_document, page_document
from guidebook.render.search_index import Document, Section, search_index

TEXTS = st.text().map(lambda text: " ".join(text.split()))
SECTIONS = st.builds(
    Section, anchor=st.from_regex(r"[a-z-]*", fullmatch=True), heading=TEXTS, text=TEXTS, names=TEXTS, kind=TEXTS
)
DOCUMENTS = st.builds(
    Document,
    address=st.from_regex(r"[a-z/]*", fullmatch=True),
    sections=st.lists(SECTIONS, min_size=1, max_size=4).map(tuple),
    programme=TEXTS,
    weight=st.sampled_from([1, 0.7]),
)
PAGE = "docs/lv/a.md"
HTML = """\
<h1 id="lapa">Lapa<a class="headerlink" href="#lapa">&para;</a></h1>
<p>Ievads ar <a href="x">saiti</a>.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>
<h2 id="step-a">Pirmais &amp; otrais<a class="headerlink" href="#step-a">&para;</a></h2>
<ul><li>viens</li><li>divi;</li><li>trīs</li></ul>
<svg><text>zīmējums</text></svg>
<p><span class="task" id="item-x"><label>Darāmais.</label> <small class="task-details">pedagogs</small></span></p>
<table><tr><th>Vecais</th><td>Jaunais</td></tr></table>
<div class="footnote"><ol><li id="fn:1"><p>Avots</p></li></ol></div>
"""


def document(
    html: str = HTML, body: str = "# Lapa\n", files: dict[str, str] | None = None, **front: str | list[str]
) -> Document:
    guide = make_guide({PAGE: page(body, **front), **(files or {})})
    return page_document(guide, next(each for each in guide.pages if each.path == PAGE), "a/", html)


@given(st.lists(DOCUMENTS, max_size=4))
def test_the_browser_reads_back_what_was_written(documents: list[Document]) -> None:
    assert read_index(search_index(documents)) == documents


def test_words_beyond_the_first_planes_are_kept() -> None:
    words = " ".join(f"vārds{number}" for number in range(0xD800, 0x11000))
    documents = [Document("a/", (Section("", words, f"{words} 😀."),))]
    assert read_index(search_index(documents)) == documents


def test_each_line_is_an_element_of_one_array() -> None:
    index = search_index(
        [Document("a/", (Section("", "Viens\u2028divi", "trīs"),)), Document("b/", (Section("", "", ""),))]
    )
    rows = [json.loads(line.removesuffix(",")) for line in index.split("\n")[1:-2]]
    assert rows == json.loads(index)
    assert len(rows) == 1 + 2


def test_a_page_is_its_sections_without_notes_drawings_and_small_print() -> None:
    assert document(programme="mobilitate") == Document(
        "a/",
        (
            Section("", "Lapa", "Par lapu. Ievads ar saiti.", "Lapa"),
            Section("step-a", "Pirmais & otrais", "viens · divi; trīs · Darāmais. Vecais · Jaunais"),
        ),
        "Erasmus+ mobilitāte",
    )


def test_a_term_is_found_by_its_other_names_in_both_languages() -> None:
    body = '# Glosārijs\n\n## Klasteris {#term-klasteris en="cluster" forms="ķekars; puduris"}\n\nPartneru grupa.\n'
    html = (
        '<h1 id="g">Glosārijs</h1><h2 id="term-klasteris">Klasteris</h2><p>Grupa.</p><p><small>Kur lietots</small></p>'
    )
    found = document(html, body)
    assert found.sections[1] == Section("term-klasteris", "Klasteris", "Grupa.", "ķekars; puduris; cluster", "Termins")
    assert found.weight == 1


def test_a_checklist_says_that_it_is_one_and_stands_behind_the_guidance() -> None:
    found = document(programme="mobilitate", checklist=["step-a"])
    assert (found.sections[0].kind, found.programme, found.weight) == (
        "Kontrolsaraksts",
        "Erasmus+ mobilitāte",
        REPEATED,
    )
    assert document().weight == ASIDE


def test_the_list_of_all_items_does_not_repeat_them() -> None:
    assert [section.heading for section in document(body="# Lapa\n\n{{ all-items }}\n").sections] == ["Lapa"]


def test_a_handbook_is_found_by_the_titles_of_its_pages() -> None:
    guide = make_guide({PAGE: page("# Riski\n", handbooks=["mobilitate"])})
    found = handbook_document(next(handbooks(guide)))
    assert found.sections == (Section("", "Mobilitāte", "Riski", kind="Rokasgrāmata, PDF"),)


def test_synonyms_are_read_in_groups() -> None:
    guide = make_guide({"docs/synonyms.yml": "# vārdi\n- [ēnošana, darba vērošana]\n- [KA2, '2. darbība']\n"})
    assert [group.phrases for group in guide.synonyms] == [("ēnošana", "darba vērošana"), ("KA2", "2. darbība")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- [a, b]\n- [viens]\n", ["META003 docs/synonyms.yml:2"]),
        ("- [a, b]\n- tikai vārds\n", ["META003 docs/synonyms.yml:2"]),
        ("- [a, b]\n- {a: b}\n", ["META003 docs/synonyms.yml:2"]),
        ("a: b\n", ["META003 docs/synonyms.yml:1"]),
        ("- [ēnošana, b]\n- [c, ēnošanas]\n", ["META006 docs/synonyms.yml:2"]),
        ("- [a, b\n", ["META001 docs/synonyms.yml:1"]),
        ("", []),
    ],
)
def test_faults_in_the_synonyms_are_reported_at_their_line(text: str, found: list[str]) -> None:
    assert lines(check({"docs/synonyms.yml": text})) == found
