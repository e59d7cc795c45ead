"""Checklists as files: opened again by other programs' readers, equal in every build."""

import csv
import io
import time
import zipfile

import pytest
from builders import make_guide, page
from docx import Document
from openpyxl import load_workbook

from guidebook.render.sheets import FORMATS, Sheet, as_csv, as_docx, as_xlsx, files, sheet

STAGE = """\
# Posms {#stage-a}

- [ ] Rakstiet “*ā č ē*”; [skat. riskus](#stage-a) &lt;b&gt; {#item-a who="direktors, vecāki" when="regulāri"}
- [ ] =1+1 un vēl. {#item-b who="koordinators" when="pirms mobilitātes"}
"""
GUIDE = make_guide(
    {
        "docs/lv/m/a.md": page(STAGE),
        "docs/lv/saraksti/viss.md": page("# Viss saraksts\n", checklist="stage-a"),
    }
)
PAGE = next(each for each in GUIDE.pages if each.meta.checklist)
LATVIAN = sheet(GUIDE, PAGE, "lv", "https://example.org/")
ENGLISH = sheet(GUIDE, PAGE, "en", "https://example.org/")
COLUMNS = ["Darbība", "Kas", "Kad", "Izdarīts", "Datums", "Piezīme", "Kāpēc"]
ACTION = "Rakstiet “ā č ē”; skat. riskus <b>"
WHY = "https://example.org/m/a/#item-a"


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_begins_with_the_mark_by_which_excel_knows_the_letters() -> None:
    assert as_csv(LATVIAN).startswith(b"\xef\xbb\xbf")


def test_csv_holds_every_action_with_empty_places_to_fill_in() -> None:
    head, first, second = read_csv(as_csv(LATVIAN))
    assert head == COLUMNS
    assert first == [ACTION, "direktors, vecāki", "regulāri", "", "", "", WHY]
    assert second[1:3] == ["koordinators", "pirms mobilitātes"]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    table = load_workbook(io.BytesIO(as_xlsx(LATVIAN))).active
    assert table is not None
    assert (table["A3"].value, table["A3"].data_type) == ("=1+1 un vēl.", "s")
    assert read_csv(as_csv(LATVIAN))[2][0] == "\u200b=1+1 un vēl."


def test_xlsx_is_a_table_one_can_filter_and_tick() -> None:
    table = load_workbook(io.BytesIO(as_xlsx(LATVIAN))).active
    assert table is not None
    assert [cell.value for cell in table[1]] == COLUMNS
    assert [cell.value for cell in table[2]][:4] == [ACTION, "direktors, vecāki", "regulāri", "☐"]
    assert table["G2"].hyperlink.target + "#" + (table["G2"].hyperlink.location or "") == WHY
    assert table.auto_filter.ref == "A1:G3"
    assert table.freeze_panes == "A2"


def test_docx_is_one_table_whose_head_repeats() -> None:
    document = Document(io.BytesIO(as_docx(LATVIAN)))
    [table] = document.tables
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts[0] == COLUMNS
    assert texts[1] == ["Posms"] * 7
    assert texts[2][:4] == [ACTION, "direktors, vecāki", "regulāri", "☐"]
    assert table.rows[0]._tr.trPr.xpath("./w:tblHeader")
    assert WHY in {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert document.paragraphs[0].text == "Viss saraksts"


def test_english_sheets_have_english_columns_roles_and_addresses() -> None:
    head, first, _ = read_csv(as_csv(ENGLISH))
    assert head == ["Action", "Who", "When", "Done", "Date", "Note", "Why"]
    assert first[1:3] == ["head teacher, parents", "regularly"]
    assert first[6] == "https://example.org/en/m/a/#item-a"


def test_files_stand_beside_the_page() -> None:
    assert list(files(GUIDE, PAGE, "en")) == [
        ("en/saraksti/viss.csv", "CSV"),
        ("en/saraksti/viss.xlsx", "Excel"),
        ("en/saraksti/viss.docx", "Word"),
    ]


@pytest.mark.parametrize("written", [write for _, _, write in FORMATS])
def test_files_are_equal_whenever_they_are_made(written, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    first = written(LATVIAN)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert written(LATVIAN) == first


@pytest.mark.parametrize("written", [as_xlsx, as_docx])
def test_no_part_of_a_file_has_a_date_of_its_own(written) -> None:  # type: ignore[no-untyped-def]
    with zipfile.ZipFile(io.BytesIO(written(LATVIAN))) as archive:
        assert len({part.date_time for part in archive.infolist()}) == 1


def test_a_list_without_actions_is_still_a_file() -> None:
    empty = Sheet("Tukšs", "Vēl nekā.", "lv", tuple(COLUMNS), ())
    for _, _, written in FORMATS:
        assert written(empty)


def test_without_an_address_the_reason_is_the_section_it_comes_from() -> None:
    rows = sheet(GUIDE, PAGE, "lv", "")
    assert {row.why for row in rows.rows} == {""}
    assert rows.rows[0].section in as_csv(rows).decode("utf-8-sig")
    book = load_workbook(io.BytesIO(as_xlsx(rows)))
    assert book.active.cell(2, 7).value == rows.rows[0].section
    assert book.active.cell(2, 7).hyperlink is None
    assert as_docx(rows)
