"""Bytes -> text with LF line ends; what is damaged becomes a fault and the rest is kept."""

from guidebook.model import Fault, Span

LONGEST_LINE = 20_000
"""Characters; a paragraph of a page has hundreds, so a longer line is pasted data."""


def decode(path: str, data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file and what was wrong with its bytes; never raises."""
    faults: list[Fault] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        faults.append(
            Fault(
                "FILE001",
                Span(path, line, column),
                "fails nav UTF-8 kodējumā: šeit ir zīme, ko nevar nolasīt.",
                "Saglabājiet failu ar kodējumu “UTF-8”.",
            )
        )
        text = data.decode("utf-8", "replace")
    if text.startswith("\ufeff"):
        text = text[1:]
        faults.append(
            Fault(
                "FILE002",
                Span(path, 1),
                "faila sākumā ir neredzama zīme (BOM).",
                "Saglabājiet failu ar kodējumu “UTF-8” bez BOM.",
            )
        )
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        faults.append(
            Fault(
                "FILE003",
                Span(path, line),
                "rindas beidzas ar Windows rindu beigu zīmi (CRLF).",
                "Saglabājiet failu ar rindu beigām “LF”.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _checked_lines(path, text, faults), faults


def _checked_lines(path: str, text: str, faults: list[Fault]) -> str:
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            faults.append(
                Fault(
                    "FILE004",
                    Span(path, number, line.index("\t") + 1),
                    "rindā ir tabulēšanas zīme.",
                    "Tās vietā rakstiet četras atstarpes.",
                )
            )
            lines[number - 1] = line.expandtabs(4)
        if len(line) > LONGEST_LINE:
            faults.append(
                Fault(
                    "FILE006",
                    Span(path, number, LONGEST_LINE + 1),
                    f"rindā ir {len(line)} zīmes, vairāk nekā {LONGEST_LINE}; tā nav pārbaudīta.",
                    "Sadaliet tekstu rindkopās vai izņemiet iekopētos datus.",
                )
            )
            lines[number - 1] = ""
    return "\n".join(lines)
