"""A book as a PDF: what a reader, a viewer, a screen reader and a printer need of it."""

import copy
import hashlib
import io
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from example_book import HARD, LONG, example_book, example_sheet, para
from pdf_checks import elements, has_verapdf, objects, tag_faults, verapdf
from pypdf import PdfReader

from guidebook.adapters.handbook.notes import with_address_notes
from guidebook.adapters.handbook.typeset import TypesetError, page_count, typeset

DATE = datetime(2026, 11, 21, tzinfo=UTC)
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    books = {"book": example_book(), "parts": book_of_parts(), "sheet": example_sheet(20)}
    for name, book in books.items():
        (folder / f"{name}.pdf").write_bytes(typeset(book, DATE))
    return folder


@pytest.fixture(scope="module")
def reader(folder: Path) -> PdfReader:
    return PdfReader(folder / "book.pdf")


def book_of_parts() -> dict:
    book = example_book()
    book["chapters"][0]["part"] = "Pirmā daļa"
    book["chapters"][2]["part"] = "Otrā daļa"
    return book


def with_blocks(*blocks: object) -> dict:
    book = example_book()
    book["chapters"][0]["blocks"] += blocks
    return book


def texts(reader: PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 1) of every bookmark."""

    def walk(entries: list, depth: int) -> list[tuple[int, str, int]]:
        found = []
        for entry in entries:
            if isinstance(entry, list):
                found += walk(entry, depth + 1)
            else:
                found.append((depth, entry.title, reader.get_destination_page_number(entry) + 1))
        return found

    return walk(reader.outline, 0)


def contents(reader: PdfReader, page: int) -> list[tuple[int, int]]:
    """The printed and the linked page of every line of contents on a page (from 1)."""
    text = reader.pages[page - 1].extract_text()
    printed = [int(number) for number in re.findall(r"\. ?\.[ .]*(\d+)$", text, re.M)]
    with pikepdf.open(reader.stream) as pdf:
        places = {each.obj.objgen: number for number, each in enumerate(pdf.pages, 1)}
        links = [places[link_target(pdf, each).objgen] for each in pdf.pages[page - 1].get("/Annots", [])]
    return list(zip(printed, links, strict=True))


def link_target(pdf: pikepdf.Pdf, link: pikepdf.Object) -> pikepdf.Object:
    """The page that an inner link leads to."""
    goal = link.Dest if "/Dest" in link else link.A.D
    if not isinstance(goal, pikepdf.Array):
        goal = pikepdf.NameTree(pdf.Root.Names.Dests)[str(goal)]
        goal = goal.D if isinstance(goal, pikepdf.Dictionary) else goal
    return goal[0]


@pytest.mark.parametrize("name", ["book", "parts", "sheet"])
def test_tags_are_whole(folder: Path, name: str) -> None:
    assert tag_faults(folder / f"{name}.pdf") == []


def test_tag_faults_are_found(folder: Path, tmp_path: Path) -> None:
    with pikepdf.open(folder / "book.pdf") as pdf:
        del pdf.Root.Lang
        [*_, box] = pdf.Root.AcroForm.Fields
        del box.TU
        del next(each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/Figure").Alt
        pdf.save(tmp_path / "bad.pdf")
    assert len(tag_faults(tmp_path / "bad.pdf")) == 3


def test_verapdf_passes_and_can_fail(folder: Path, tmp_path: Path) -> None:
    if not has_verapdf():
        pytest.skip("no Java compiler: PDF/UA-1 is checked by its tags alone (test_tags_are_whole)")
    with pikepdf.open(folder / "book.pdf") as pdf:
        del pdf.Root.AcroForm.Fields[0].TU
        pdf.save(tmp_path / "bad.pdf")
    good = sorted(folder.glob("*.pdf"))
    found = verapdf([*good, tmp_path / "bad.pdf"])
    assert [found[str(path)] for path in good] == [[], [], []]
    assert any("7.18.1" in fault for fault in found[str(tmp_path / "bad.pdf")])


def test_title_language_and_date(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == "Mobilitātes rokasgrāmata"
    assert reader.trailer["/Root"]["/Lang"] == "lv"
    assert "2026-11-21T00:00:00" in reader.xmp_metadata.stream.get_data().decode()


def test_bookmarks_lead_to_their_headings(reader: PdfReader) -> None:
    found = bookmarks(reader)
    assert [title for depth, title, _ in found if depth == 0] == [
        "Saturs",
        "1. Ar ko sākt",
        "2. Dalībnieku atlase",
        "Kontrolsaraksts: atlase",
        "Vārdi",
        "Avoti",
        "Atruna",
    ]
    assert (1, "1.2. Ceļš vienā attēlā", 3) in found
    pages = [" ".join(text.split()) for text in texts(reader)]
    assert [title for _, title, page in found if title not in pages[page - 1]] == []


def test_parts_are_the_top_of_the_bookmarks(folder: Path) -> None:
    found = bookmarks(PdfReader(folder / "parts.pdf"))
    assert [title for depth, title, _ in found if depth == 0][1:3] == ["Pirmā daļa", "Otrā daļa"]
    assert [title for depth, title, _ in found if depth == 1] == [
        "1. Ar ko sākt",
        "2. Dalībnieku atlase",
        "Kontrolsaraksts: atlase",
    ]


@pytest.mark.parametrize(("name", "page", "lines"), [("book", 2, 8), ("parts", 2, 7), ("parts", 3, 5)])
def test_contents_give_the_real_pages(folder: Path, name: str, page: int, lines: int) -> None:
    pages = contents(PdfReader(folder / f"{name}.pdf"), page)
    assert len(pages) == lines
    assert all(printed == linked for printed, linked in pages)


def test_a_reference_gives_the_number_and_page(reader: PdfReader) -> None:
    [page] = [page for _, title, page in bookmarks(reader) if title.startswith("2.1.")]
    assert f"kritēriju sadaļā (skat. 2.1. {page}. lpp.)" in texts(reader)[2]


def test_every_inner_link_has_a_goal(folder: Path) -> None:
    with pikepdf.open(folder / "book.pdf") as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        links = [
            each
            for page in pdf.pages
            for each in page.get("/Annots", [])
            if each.Subtype == "/Link" and each.get("/A", {}).get("/S") != "/URI"
        ]
        assert len(links) > 10
        assert {link_target(pdf, link).objgen for link in links} <= pages


def test_pages_are_counted(reader: PdfReader, folder: Path) -> None:
    last = len(reader.pages)
    assert f"{last} no {last}" in texts(reader)[-1]
    assert f"3 no {last}" in texts(reader)[2]
    assert page_count((folder / "book.pdf").read_bytes()) == last


def test_the_disclaimer_is_on_the_last_page(reader: PdfReader) -> None:
    assert "Šo izdevumu sagatavoja no vietnes satura." in texts(reader)[-1]


def test_hyphenated_words_are_found(reader: PdfReader) -> None:
    text = "\n".join(texts(reader))
    assert "\u00ad" not in text
    assert len(re.findall(r"\w-\n\w", text)) > 20
    words = re.sub(r"(\w)-\s*\n(\w)", r"\1\2", text)
    sentence = HARD.replace("\u00ad", "").strip()
    assert " ".join(words.split()).count(sentence) == 29


def test_a_real_hyphen_stays() -> None:
    book = with_blocks(para("Raksti e-pas\u00adtā, nevis Google-Drive. " * 12))
    words = " ".join("\n".join(texts(PdfReader(io.BytesIO(typeset(book, DATE))))).replace("-\n", "-").split())
    assert "\u00ad" not in words
    assert re.sub(r"e-pas-?tā", "e-pastā", words).count("e-pastā, nevis Google-Drive.") == 12


def test_every_picture_says_what_it_shows(folder: Path) -> None:
    with pikepdf.open(folder / "book.pdf") as pdf:
        said = [str(each.Alt) for each in elements(pdf.Root.StructTreeRoot) if each.S == "/Figure"]
    assert said == ["QR kods ar šīs rokasgrāmatas adresi", "Divi posmi pēc kārtas: sagatavošana un īstenošana."]


def test_other_languages_are_tagged(folder: Path) -> None:
    with pikepdf.open(folder / "book.pdf") as pdf:
        langs = [str(each.Lang) for each in elements(pdf.Root.StructTreeRoot) if "/Lang" in each]
        marked = b"".join(page.Contents.read_bytes() for page in pdf.pages).count(b"/Lang")
    assert len(langs) + marked >= 2


def test_boxes_can_be_ticked(folder: Path) -> None:
    with pikepdf.open(folder / "book.pdf") as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.TU) for field in fields] == [
            "Izdarīts: Atlases kritēriji ir publicēti skolas tīmekļvietnē",
            "Izdarīts: Komisijā ir vismaz trīs cilvēki, un viņu vārdi ir rīkojumā",
            "Izdarīts: Protokols ir parakstīts un glabājas projekta mapē, lai to varētu uzrādīt pārbaudē arī pēc gada",
        ]
        assert {str(field.AS) for field in fields} == {"/Off"}
        assert all(set(field.AP.N.keys()) == {"/Yes", "/Off"} for field in fields)
        assert b" l " in fields[0].AP.N.Yes.read_bytes()
        forms = [each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/Form"]
        assert [each.objgen for form in forms for each in objects(form)] == [field.objgen for field in fields]
        assert not any("box:" in str(each.get("/A", "")) for page in pdf.pages for each in page.get("/Annots", []))


def test_addresses_are_printed_once_in_a_chapter(reader: PdfReader) -> None:
    pages = ["".join(text.split()) for text in texts(reader)]
    assert pages[2].count(LONG) == 1
    assert "info@example.lv" in pages[2]
    assert "mailto:" not in pages[2]
    assert LONG in pages[-1]


def test_a_long_address_is_broken(reader: PdfReader) -> None:
    assert LONG not in texts(reader)[2]


def test_an_address_that_is_its_own_text_has_no_note() -> None:
    link = {"t": "link", "url": "https://www.viaa.gov.lv/", "body": ["viaa.gov.lv"]}
    book = with_address_notes(with_blocks(para(link)))
    assert book["chapters"][0]["blocks"][-1]["body"] == [link]


def test_two_notes_in_a_row_are_told_apart() -> None:
    notes = [{"t": "footnote", "id": f"x--fn-{each}", "body": [f"Piezīme {each}"]} for each in "ab"]
    book = {**example_book(), "chapters": [{**example_book()["chapters"][2], "blocks": [para("Teksts", *notes)]}]}
    book["glossary"] = book["bibliography"] = []
    assert "Teksts1,2" in re.sub(r"\s", "", texts(PdfReader(io.BytesIO(typeset(book, DATE))))[2])


def test_a_table_repeats_its_header_row(reader: PdfReader) -> None:
    pages = [text for text in texts(reader) if "Kritērijs Kā vērtē Punkti" in text]
    assert len(pages) == 2


def test_a_sheet_shrinks_to_one_page(folder: Path) -> None:
    def heights(items: int) -> tuple[int, float]:
        pages = typeset(example_sheet(items), DATE)
        with pikepdf.open(io.BytesIO(pages)) as pdf:
            box = pdf.Root.AcroForm.Fields[0].Rect
            return page_count(pages), round(float(box[3] - box[1]), 2)

    (one, roomy), (still_one, tight), (more, _) = heights(3), heights(23), heights(80)
    assert (one, still_one) == (1, 1)
    assert more > 1
    assert tight < roomy


def test_two_processes_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    code = (
        "import hashlib; from test_typeset import *; print(hashlib.sha256(typeset(example_book(), DATE)).hexdigest())"
    )
    paths = f"{HERE}:{HERE.parent / 'hooks'}"
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": paths, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == hashlib.sha256((folder / "book.pdf").read_bytes()).hexdigest()


def test_another_book_leaves_no_trace_in_the_next() -> None:
    first = typeset(example_book(), DATE)
    typeset(book_of_parts(), DATE)
    assert typeset(example_book(), DATE) == first


def test_the_book_is_not_changed() -> None:
    book = example_book()
    before = copy.deepcopy(book)
    typeset(book, DATE)
    assert book == before


@pytest.mark.parametrize("letters", ["āčēģīķļņōŗšūž ĀČĒĢĪĶĻŅŌŖŠŪŽ", "“” „” – — … € § № ≥ ≤ → ← ✓ %"])
@pytest.mark.parametrize("kind", ["", "em", "strong", "code"])
def test_the_fonts_have_the_letters(letters: str, kind: str) -> None:
    body = {"t": "code", "text": letters} if kind == "code" else {"t": kind, "body": [letters]} if kind else letters
    assert typeset(with_blocks(para(body)), DATE)


FAULTS = {
    "a letter no font has": ([para("Жук")], "could not be displayed"),
    "a reference to nothing": ([para({"t": "ref", "id": "nav--tada", "body": ["tur"]})], "nav--tada"),
    "a picture without a text": ([{**example_book()["chapters"][0]["blocks"][9], "alt": None}], "alt"),
    "a colour the site does not have": (
        [
            {
                "t": "figure",
                "id": "",
                "svg": '<svg viewBox="0 0 9 9"><path fill="var(--nav)"/></svg>',
                "alt": "A",
                "width": 9,
                "height": 9,
                "caption": [],
            }
        ],
        "nav",
    ),
    "an unknown block": ([{"t": "video"}], "video"),
    "a skipped heading level": (
        [{"t": "heading", "level": 4, "id": "", "number": "", "body": ["Par dziļu"], "outline": False}],
        "heading",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_stops_and_is_named(name: str) -> None:
    blocks, said = FAULTS[name]
    book = example_book()
    book["chapters"][0]["blocks"] = [*blocks, *book["chapters"][0]["blocks"]]
    if "picture" in name:
        book["chapters"][0]["blocks"] = blocks
    with pytest.raises(TypesetError, match=said):
        typeset(book, DATE)
