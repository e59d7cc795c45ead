"""A book as a tagged PDF (PDF/UA-1): its data to Typst, its pages to `finish`."""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import segno
import typst

from guidebook.adapters.handbook.finish import finish
from guidebook.adapters.handbook.notes import item_names, with_address_notes

HERE = Path(__file__).parent
TEXT_SIZE = 11.0
"""Points, in a handbook."""
SHEET_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
"""Points, from the largest down."""

Book = Mapping[str, Any]


class TypesetError(Exception):
    """The book cannot be typeset; the message is the compiler's, with its hints."""


def typeset(book: Book, date: datetime) -> bytes:
    """The finished PDF of a book. `date` (with a time zone) goes into its metadata.

    The same book and date give the same bytes on every machine. Raises TypesetError where the compiler
    stops: a dangling reference, a letter the fonts do not have, a missing alternative text, a skipped heading level.
    """
    pages = _fitted(book, date) if book["kind"] == "sheet" else _compiled(book, date, TEXT_SIZE)
    labels = {ident: f"{book['labels']['done']}: {name}" for ident, name in item_names(book)}
    return finish(pages, labels)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _fitted(book: Book, date: datetime) -> bytes:
    """A sheet in the largest letters that give one page, or the fewest pages."""
    drafts = []
    for size in SHEET_SIZES:
        drafts.append(_compiled(book, date, size))
        if page_count(drafts[-1]) == 1:
            return drafts[-1]
    return min(drafts, key=page_count)


def _compiled(book: Book, date: datetime, size: float) -> bytes:
    data = json.dumps({**with_address_notes(book), "qr": _qr_code(book["url"])}, ensure_ascii=False)
    compiler = typst.Compiler(
        HERE / "template.typ",
        root=HERE,
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"]),
        sys_inputs={"book": data, "size": str(size)},
    )
    try:
        pages, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=date)
    except typst.TypstError as error:
        raise TypesetError("\n".join([error.message, *error.hints])) from error
    if warnings:
        raise TypesetError("\n".join(str(warning) for warning in warnings))
    assert isinstance(pages, bytes)
    return pages


def _qr_code(url: str) -> str:
    """An SVG with the address, black on white; empty for no address."""
    if not url:
        return ""
    target = io.BytesIO()
    segno.make(url, error="m", micro=False).save(target, kind="svg", xmldecl=False, border=0, omitsize=True)
    return target.getvalue().decode()
