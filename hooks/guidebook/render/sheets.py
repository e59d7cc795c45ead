"""Checklists as files to fill in: CSV, XLSX and DOCX, equal to the byte in every build."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell, _Row

from guidebook.model import Guide, Item, Page
from guidebook.parse.blocks import plain
from guidebook.render.checklists import groups
from guidebook.render.text import item_text
from guidebook.render.words import WORDS

EPOCH = datetime(2026, 1, 1)
"""The date inside every file, so that builds are equal."""
DONE = 3
"""The column to tick."""
TICK = "☐"


@dataclass(frozen=True, slots=True)
class Row:
    """One action of a checklist; what is done about it stays empty."""

    section: str
    """Number and title of the section it comes from."""
    action: str
    who: str
    when: str
    why: str
    """The address of the passage that explains it; empty while that of the site is unknown."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist ready to be written."""

    title: str
    description: str
    lang: str
    """The language of the columns; the actions may be in the default one."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet(guide: Guide, page: Page, lang: str, site_url: str) -> Sheet:
    """The checklist page as readers of a language are shown it; `site_url` ends with “/” or is empty."""
    rows = tuple(
        _row(guide, group.target.page, item, lang, f"{group.target.number} {group.target.title}".strip(), site_url)
        for outer in groups(guide, page.meta.checklist, page.lang)
        for group in outer.flat()
        for item in group.items
    )
    columns = tuple(WORDS[lang]["sheet-columns"].split(";"))
    return Sheet(page.title, page.meta.description, lang, columns, rows)


def as_csv(sheet: Sheet) -> bytes:
    """Semicolons and a byte order mark: the form a Latvian Excel opens as a table."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows((_inert(row.action), row.who, row.when, "", "", "", row.why or row.section) for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    """A table with a filter, a first row that stays in sight, and dates as dates."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": sheet.title, "comments": sheet.description, "created": EPOCH})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy.", "align": "left", "valign": "top"})
        table = book.add_worksheet()
        for column, width in enumerate((60, 24, 20, 10, 13, 40, 40)):
            table.set_column(column, column, width, day if column == DONE + 1 else cell)
        table.write_row(0, 0, sheet.columns, head)
        for number, row in enumerate(sheet.rows, 1):
            for column, text in enumerate((row.action, row.who, row.when, TICK)):
                table.write_string(number, column, text)
            write = table.write_url if row.why else table.write_string
            write(number, len(sheet.columns) - 1, row.why or row.section)
        last = max(len(sheet.rows), 1)
        table.data_validation(1, DONE, last, DONE, {"validate": "list", "source": [TICK, "☑"]})
        table.autofilter(0, 0, last, len(sheet.columns) - 1)
        table.freeze_panes(1, 0)
        table.set_landscape()
        table.set_paper(9)
        table.fit_to_pages(1, 0)
        table.repeat_rows(0)
    return content.getvalue()


def as_docx(sheet: Sheet) -> bytes:
    """A page across with one table; its head repeats on every page, its rows are not torn apart."""
    document = Document()
    document.core_properties.title = sheet.title
    document.core_properties.language = sheet.lang
    document.core_properties.created = document.core_properties.modified = EPOCH
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10)
    document.add_heading(sheet.title, 1)
    document.add_paragraph(sheet.description)
    table = document.add_table(rows=1, cols=len(sheet.columns), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], sheet.columns, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(sheet.rows):
        if not number or row.section != sheet.rows[number - 1].section:
            _fill_across(table.add_row(), row.section)
        written = table.add_row()
        _fill(written, (row.action, row.who, row.when, TICK, "", ""))
        if row.why:
            _link(written.cells[-1], sheet.columns[-1], row.why)
        written._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    content = io.BytesIO()
    document.save(content)
    return _settled(content.getvalue())


FORMATS: tuple[tuple[str, str, Callable[[Sheet], bytes]], ...] = (
    ("csv", "CSV", as_csv),
    ("xlsx", "Excel", as_xlsx),
    ("docx", "Word", as_docx),
)
"""Suffix, the name readers know it by, and what writes it."""


def files(guide: Guide, page: Page, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the site, and name, of each file of a checklist page: “kontrolsaraksti/mobilitate.csv”, “CSV”."""
    for suffix, name, _ in FORMATS:
        yield f"{guide.shown_at(page, lang).rstrip('/')}.{suffix}", name


def _inert(text: str) -> str:
    """Text that a spreadsheet does not take for a formula (OWASP, CSV injection)."""
    return f"\u200b{text}" if text.startswith(("=", "+", "-", "@")) else text


def _row(guide: Guide, written: Page, item: Item, lang: str, section: str, site_url: str) -> Row:
    settings = guide.settings
    return Row(
        section,
        plain(item_text(guide, written, item, written)),
        ", ".join(settings.who.get(who, {}).get(lang, who) for who in item.who),
        settings.when.get(item.when, {}).get(lang, item.when),
        site_url and f"{site_url}{guide.shown_at(written, lang)}#{item.id}",
    )


_WIDTHS = (Mm(92), Mm(35), Mm(32), Mm(20), Mm(24), Mm(46), Mm(18))


def _fill(row: _Row, texts: tuple[str, ...], bold: bool = False) -> None:
    for cell, width in zip(row.cells, _WIDTHS, strict=True):
        cell.width = width
    for cell, text in zip(row.cells, texts, strict=False):
        cell.paragraphs[0].add_run(text).bold = bold or None


def _fill_across(row: _Row, text: str) -> None:
    row.cells[0].merge(row.cells[-1]).paragraphs[0].add_run(text).bold = True
    row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _link(cell: _Cell, text: str, address: str) -> None:
    paragraph = cell.paragraphs[0]
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(paragraph.add_run(text)._r)
    paragraph._p.append(link)


def _settled(archive: bytes) -> bytes:
    """The same archive with one date on all its parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, EPOCH.timetuple()[:6]), old.read(part), zipfile.ZIP_DEFLATED)
    return content.getvalue()
