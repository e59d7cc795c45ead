"""Files beside the pages: what they are called, what kind they are, whether a page uses them, what they carry."""

import re
from collections.abc import Iterator
from posixpath import basename

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import slug
from guidebook.model import Guide, Span
from guidebook.parse.guide import SNIPPETS, TABLES
from guidebook.parse.words import WORDS

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")
KINDS = (*PICTURES, ".md", ".yml", ".csv", ".ico", ".woff2", ".css", ".js")
LARGEST = 500_000
"""Bytes of a picture that a phone still loads without a wait."""
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@rule("FILE009", Severity.ERROR)
def unfit_name(guide: Guide) -> Iterator[Finding]:
    """Faila un mapes vārdā ir tikai mazie latīņu burti bez garumzīmēm, cipari, defises un punkti.

    Slikti: docs/lv/mobilitate/Mans plāns.md
    Labi: docs/lv/mobilitate/mans-plans.md
    """
    folders = tuple(f"docs/{lang}/" for lang in guide.languages)
    for path in sorted(guide.files):
        if path.endswith(".md") and not path.startswith((*folders, SNIPPETS)):
            continue  # A page outside the languages is reported for that.
        bad = next((part for part in path.split("/")[1:] if not _NAME.fullmatch(part)), "")
        if bad:
            stem, dot, suffix = bad.rpartition(".")
            right = f"{slug(stem)}{dot}{suffix.lower()}" if stem else slug(bad)
            yield Finding(Span(path, 1), f"faila vārds “{bad}” neder saitei.", f"Pārdēvējiet to par “{right}”.")


@rule("FILE010", Severity.WARNING)
def unfit_kind(guide: Guide) -> Iterator[Finding]:
    """Mapē docs/ ir tikai lapas, dati un attēli; dokumentu lasītājam dod saitē uz tā izdevēja vietni.

    Slikti: docs/lv/plans.docx
    Labi: docs/lv/plans.md vai [plāns](https://…)
    """
    for path in sorted(guide.files):
        known = path == WORDS or path.endswith((*KINDS, ".svg.html")) or path.lower().endswith(PICTURES)
        if not known:
            yield Finding(
                Span(path, 1),
                f"fails “{basename(path)}” nav ne lapa, ne attēls.",
                "Pārrakstiet to par lapu (.md) vai izdzēsiet.",
            )


@rule("IMG002", Severity.WARNING)
def unused_picture(guide: Guide) -> Iterator[Finding]:
    """Attēlu, kas ir mapē docs/, lieto kāda lapa.

    Slikti: docs/lv/mobilitate/posmi.png, kura nav nevienā lapā.
    Labi: ![Posmi pēc kārtas](posmi.png)
    """
    used = {basename(mention.target.partition("#")[0]) for page in guide.pages for mention in page.mentions}
    for path in sorted(guide.files):
        if path.lower().endswith(PICTURES) and "/assets/" not in path and basename(path) not in used:
            yield Finding(Span(path, 1), "šo attēlu nelieto neviena lapa.", "Izdzēsiet to vai ielieciet lapā.")


@rule("IMG003", Severity.WARNING)
def heavy_picture(guide: Guide) -> Iterator[Finding]:
    """Attēls ir ne lielāks par 500 kB, lai to var atvērt arī telefonā.

    Slikti: posmi.png, 4 MB
    Labi: posmi.png, 200 kB
    """
    for path, picture in guide.pictures.items():
        if picture.size > LARGEST:
            yield Finding(
                Span(path, 1),
                f"attēls ir {picture.size // 1000} kB, vairāk nekā {LARGEST // 1000} kB.",
                "Samaziniet to līdz 1600 punktu platumam un saglabājiet no jauna.",
            )


@rule("PRIV006", Severity.ERROR)
def telling_picture(guide: Guide) -> Iterator[Finding]:
    """Attēlā nav datu par to, kur, kad un ar ko tas uzņemts un kas to veidojis (EXIF, GPS).

    Slikti: fotogrāfija tieši no telefona: tajā ir uzņemšanas vieta.
    Labi: tas pats attēls, saglabāts bez metadatiem.
    """
    for path, picture in guide.pictures.items():
        if picture.told:
            yield Finding(
                Span(path, 1),
                f"attēlā ir dati, kurus lasītājs neredz: {', '.join(picture.told)}.",
                "Saglabājiet attēlu bez metadatiem (Windows: Rekvizīti, Informācija, Noņemt rekvizītus).",
            )


@rule("SNIP003", Severity.WARNING)
def unused_snippet(guide: Guide) -> Iterator[Finding]:
    """Fragmentu, kas ir mapē docs/snippets/, ietver kāda lapa.

    Slikti: docs/snippets/lv/versija.md, kuru neietver neviena lapa.
    Labi: --8<-- "versija.md" kādā lapā.
    """
    if guide.faults:
        return  # What a damaged page includes is not known.
    used = {path for page in guide.pages for path in page.snippets}
    for path in sorted(guide.files):
        if path.startswith(SNIPPETS) and path not in used:
            yield Finding(Span(path, 1), "šo fragmentu neietver neviena lapa.", "Izdzēsiet to vai ielieciet lapā.")


@rule("DATA001", Severity.WARNING)
def uneven_row(guide: Guide) -> Iterator[Finding]:
    """Datu tabulā (docs/data/*.csv) katrā rindā ir tikpat lauku, cik galvā.

    Slikti: galvā ir četri lauki, rindā divi.
    Labi: galvā un rindā pa četriem.
    """
    for path in sorted(guide.files):
        if path.startswith(TABLES):
            for number, row in enumerate(guide.data.get(path, ()), start=2):
                if None in row or None in row.values():
                    yield Finding(Span(path, number), "rindā lauku skaits nav tāds, kā galvā.", "Salieciet komatus.")


RULES = (unfit_name, unfit_kind, unused_picture, heavy_picture, telling_picture, unused_snippet, uneven_row)
