"""Bytes -> text with LF line ends; what is damaged becomes a fault and the rest is kept."""

import codecs
import re
from collections.abc import Iterator

from guidebook.model import Fault, Span

LONGEST_LINE = 20_000
"""Characters; a paragraph of a page has hundreds, so a longer line is pasted data."""
_STRAY = re.compile("[\udc80-\udcff]")
"""Bytes that are not UTF-8, as the error handler “surrogateescape” gives them."""


def decode(path: str, data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file and what was wrong with its bytes; never raises."""
    faults: list[Fault] = []
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        hint = "Izdzēsiet to vai ielieciet atpakaļ iepriekšējo versiju."
        return "", [Fault("FILE001", Span(path, 1), "tas nav teksta fails.", hint)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        faults.append(
            Fault(
                "FILE001",
                Span(path, line, column),
                "fails nav UTF-8 kodējumā: šeit ir zīme, ko nevar nolasīt.",
                "Programmā Notepad izvēlieties “Save As” un pie “Encoding” – “UTF-8”.",
            )
        )
        text = _guessed(data)
    if text.startswith("\ufeff"):
        text = text[1:]
        faults.append(
            Fault(
                "FILE002",
                Span(path, 1),
                "faila sākumā ir neredzama zīme (BOM).",
                "Programmā Notepad izvēlieties “Save As” un pie “Encoding” – “UTF-8”, nevis “UTF-8 with BOM”.",
            )
        )
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        faults.append(
            Fault(
                "FILE003",
                Span(path, line),
                "rindu beigas ir tādas, kādas raksta Windows (CRLF).",
                "Teksta redaktorā izvēlieties rindu beigas “LF” un saglabājiet vai palaidiet make fix.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults.extend(_line_faults(path, text))
    return text.replace("\0", "\ufffd"), faults


def _guessed(data: bytes) -> str:
    """The text of bytes that are not all UTF-8, so that its words and ids are still known.

    Windows saves UTF-16 with its mark, or else the letters of code page 1257 (Baltic).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return _STRAY.sub(
        lambda sign: bytes([ord(sign[0]) - 0xDC00]).decode("cp1257", "replace"),
        data.decode("utf-8", "surrogateescape"),
    )


def _line_faults(path: str, text: str) -> Iterator[Fault]:
    """Tabs and lines too long; in data and in the head of a page, which no linter reads, also loose ends of lines."""
    lines, data = text.split("\n"), path.endswith(".yml")
    head = next((row for row, line in enumerate(lines[1:], start=2) if line.rstrip() == "---"), 1)
    if data and lines[-1]:
        yield Fault(
            "FILE011",
            Span(path, len(lines), len(lines[-1]) + 1),
            "faila pēdējai rindai nav rindas beigu zīmes.",
            "Rindas beigās nospiediet Enter.",
        )
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            yield Fault(
                "FILE004",
                Span(path, number, line.index("\t") + 1),
                "rindā ir tabulēšanas zīme (taustiņš Tab).",
                f"Tās vietā rakstiet {'divas' if path.endswith('.yml') else 'četras'} atstarpes.",
            )
        if line.endswith(" ") and (data or number < head):
            yield Fault(
                "FILE011",
                Span(path, number, len(line.rstrip(" ")) + 1),
                "rindas beigās ir liekas atstarpes.",
                "Izdzēsiet tās.",
            )
        if len(line) > LONGEST_LINE:
            yield Fault(
                "FILE006",
                Span(path, number, LONGEST_LINE + 1),
                f"zīmju skaits rindā ir {len(line)}, bet drīkst būt līdz {LONGEST_LINE}; rinda nav pārbaudīta.",
                "Sadaliet tekstu rindkopās vai izņemiet iekopētos datus.",
            )
