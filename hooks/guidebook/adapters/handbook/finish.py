"""The last steps on a typeset PDF: words that can be found, boxes that can be ticked, the same bytes every time."""

import io
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

BOX = "box:"
"""Scheme of the links that the template sets on drawn boxes."""
SOFT_HYPHEN, HYPHEN = b"00AD", b"002D"
TICK = "0 0.318 0.408 RG 1 J 1 j {width:.2f} w {points} S"
"""Colour, round ends, width and path of a tick, for a content stream."""


def finish(pages: bytes, box_names: Mapping[str, str]) -> bytes:
    """The PDF as it is published. `box_names` are what a screen reader says of each box, by the id of its item."""
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        _mend_hyphens(pdf)
        _add_form(pdf, box_names)
        if "/Outlines" in pdf.Root:
            pdf.Root.PageMode = Name.UseOutlines
        target = io.BytesIO()
        pdf.save(
            target,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return target.getvalue()


def _mend_hyphens(pdf: pikepdf.Pdf) -> None:
    """Take soft hyphens out of the text behind the glyphs.

    One inside a line vanishes. One that is printed, at the end of a line, becomes a hyphen: viewers join such words
    when they search and copy, but not at a soft hyphen (tried with Poppler and PDFium).
    """
    for page in pdf.pages:
        page.contents_coalesce()
        page.Contents.write(
            re.sub(rb"(?<=ActualText<FEFF)[0-9A-F]+", _without_soft_hyphens, page.Contents.read_bytes())
        )
    for font in _fonts(pdf):
        font.ToUnicode.write(re.sub(rb"(?<=> <)[0-9A-F]+(?=>)", _without_soft_hyphens, font.ToUnicode.read_bytes()))


def _without_soft_hyphens(found: re.Match[bytes]) -> bytes:
    units = re.findall(rb"....", found[0])
    return b"".join(unit for unit in units if unit != SOFT_HYPHEN) or HYPHEN


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, Dictionary) and "/ToUnicode" in each)


def _add_form(pdf: pikepdf.Pdf, names: Mapping[str, str]) -> None:
    """Put a check box in the place of each box link: its annotation and its element in the tag tree stay."""
    fields = [box for page in pdf.pages for box in page.get("/Annots", []) if _box_id(box)]
    looks: dict[tuple[Decimal, Decimal], Dictionary] = {}
    for element in _form_elements(pdf.Root.StructTreeRoot):
        element.S = Name.Form
    for box in fields:
        ident = _box_id(box)
        left, bottom, right, top = (Decimal(str(each)) for each in box.Rect)
        room = (right - left, top - bottom)
        looks.setdefault(room, Dictionary(Yes=_look(pdf, room, ticked=True), Off=_look(pdf, room, ticked=False)))
        for key in ("/A", "/Contents", "/Border"):
            del box[key]
        box.update({"/Subtype": Name.Widget, "/FT": Name.Btn, "/T": ident, "/TU": names[ident]})
        box.update({"/V": Name.Off, "/AS": Name.Off, "/AP": Dictionary(N=looks[room])})
    if fields:
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(fields)))


def _box_id(annotation: Any) -> str:
    """The id of the item that a link's box belongs to; empty for any other annotation."""
    address = str(annotation.get("/A", {}).get("/URI", ""))
    return address.removeprefix(BOX) if address.startswith(BOX) else ""


def _form_elements(element: Any) -> Iterator[Any]:
    """The elements of the tag tree that hold a box link."""
    children = element.get("/K", [])
    for child in children if isinstance(children, Array) else [children]:
        if not isinstance(child, Dictionary):
            continue
        if child.get("/Type") == Name.OBJR:
            if _box_id(child.Obj):
                yield element
        else:
            yield from _form_elements(child)


def _look(pdf: pikepdf.Pdf, room: tuple[Decimal, Decimal], *, ticked: bool) -> pikepdf.Stream:
    """What a check box shows inside the frame that is printed on the page: a tick, or nothing."""
    width, height = (float(each) for each in room)
    path = [(0.2, 0.52, "m"), (0.42, 0.26, "l"), (0.82, 0.8, "l")]
    points = " ".join(f"{x * width:.2f} {y * height:.2f} {operator}" for x, y, operator in path)
    content = TICK.format(width=width * 0.14, points=points) if ticked else "q Q"
    return pdf.make_stream(
        content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *room]), Resources=Dictionary()
    )
