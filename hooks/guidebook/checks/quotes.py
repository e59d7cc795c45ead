"""Quotation marks, by the Interinstitutional style guide of the EU: “…” in Latvian."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide
from guidebook.parse.texts import Text, all_texts

LONGEST = 60
"""Signs of a quotation that a message repeats."""
MARKS = " >*+-#|"
"""What stands at the start of a line before its text."""
_OTHER = "„‟«»"
_SUSPECT = tuple(
    re.compile(each)
    for each in (
        r"“[^“”\n]*(?:[“\n]|\Z)",
        r"”[^“”\n]*”",
        r'"(?<![=\w].)(?<!tip .)(?<!note .)(?<!info .)(?<!warning .)(?<!8<-- .)(?=[^\s}>/])',
        r'"(?<=\w.)(?=[.,;:!?)])',
    )
)
"""A text without any of these has only good pairs, each in one line, where there are as many “ as ”."""
_BLOCK = re.compile(r"(?:[^\n|]|(?<=\\)\||\n(?![ >]*(?:\n|[-*+|#]|\d+[.)]|!!!|\?\?\?)))+")
_HEAD = re.compile(r"[ >]*(?:!!!|\?\?\?|--8<--)")
_MARK = re.compile(r'(?<![ÃÄÅ€])[„‟“«»]|["”]')
"""Behind those letters it is a damaged “ē” or “ī”."""
_SINGLE = re.compile(
    r"(?:''?|[\u2018\u201a]|,,)(?<![\w'][',\u2018\u201a])(?<![\w'][',][',])(?=\w)"
    r"(?P<inside>[^'’\u2018”\"\n]{2,60})(?<=[\w+.!?])(?:''?|[’\u2018”\"])(?!\w)"
)
_KINDS = {
    '""': "taisnās pēdiņas",
    "„“": "pēdiņas, no kurām pirmā ir apakšā",
    "„”": "pēdiņas, no kurām pirmā ir apakšā",
    "«»": "stūra pēdiņas",
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """An opening and its closing mark; None where one is missing."""

    opening: int | None
    closing: int | None


@rule("TYPO001", Severity.ERROR)
def wrong_marks(guide: Guide) -> Iterator[Finding]:
    """Pēdiņas ir “…”.

    Slikti: programma "Erasmus+", programma „Erasmus+”, programma «Erasmus+»
    Labi: programma “Erasmus+”
    """
    for text in all_texts(guide):
        for pair in _pairs(text):
            if pair.opening is None or pair.closing is None:
                continue
            marks = text.written[pair.opening] + text.written[pair.closing]
            if marks != "“”":
                inside = _short(text.written[pair.opening + 1 : pair.closing])
                yield Finding(
                    text.at(pair.opening),
                    f"{_KINDS.get(marks, 'dažādas pēdiņas')}: {marks[0]}{inside}{marks[1]}.",
                    f"Rakstiet “{inside}”.",
                )


@rule("TYPO018", Severity.WARNING)
def single_marks(guide: Guide) -> Iterator[Finding]:
    """Pēdiņas ir dubultas, nevis apostrofi vai komati.

    Slikti: programma 'Erasmus+', programma ,,Erasmus+”
    Labi: programma “Erasmus+”
    """
    for text in all_texts(guide):
        for found in text.find(_SINGLE):
            inside = _short(found["inside"])
            yield Finding(text.at(found.start()), f"pēdiņu vietā ir citas zīmes: {found[0]}.", f"Rakstiet “{inside}”.")


@rule("TYPO002", Severity.ERROR)
def unpaired_mark(guide: Guide) -> Iterator[Finding]:
    """Pēdiņas atver un aizver tajā pašā rindkopā.

    Slikti: programma “Erasmus+
    Labi: programma “Erasmus+”
    """
    for text in all_texts(guide):
        for pair in _pairs(text):
            if pair.opening is not None and pair.closing is None:
                after = _short(text.written[pair.opening + 1 : pair.opening + 2 * LONGEST].partition("\n")[0]).rstrip(
                    "."
                )
                yield Finding(
                    text.at(pair.opening),
                    f"pēdiņas ir atvērtas, bet nav aizvērtas: {text.written[pair.opening]}{after}.",
                    "Beigās lieciet aizverošās pēdiņas (”) vai izdzēsiet šo zīmi.",
                )
            elif pair.closing is not None and pair.opening is None:
                start = text.written.rfind("\n", 0, pair.closing) + 1
                before = text.written[max(start, pair.closing - LONGEST) : pair.closing]
                yield Finding(
                    text.at(pair.closing),
                    f"pēdiņas ir aizvērtas, bet nav atvērtas: {before.lstrip(MARKS)}{text.written[pair.closing]}.",
                    "Sākumā lieciet atverošās pēdiņas (“) vai izdzēsiet šo zīmi.",
                )


def _pairs(text: Text) -> Iterator[_Pair]:
    """Every pair of marks, and every mark without the other one, block by block."""
    prose = text.prose
    suspect = prose.count("“") != prose.count("”") or any(sign in prose for sign in _OTHER)
    if not suspect and not any(pattern.search(prose) for pattern in _SUSPECT):
        return
    for block in _BLOCK.finditer(prose):
        head = (block[0].find("\n") + 1 or len(block[0])) if _HEAD.match(block[0]) else 0
        yield from _pairs_between(prose, block.start() + head, block.end())


def _pairs_between(text: str, start: int, end: int) -> Iterator[_Pair]:
    waiting: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        offset = mark.start()
        if _opens(text, offset, waiting):
            waiting.append(offset)
        elif waiting:
            yield _Pair(waiting.pop(), offset)
        elif mark[0] != '"' or not text[offset - 1 : offset].isdigit():  # 12" are inches
            yield _Pair(None, offset)
    for offset in waiting:
        yield _Pair(offset, None)


def _opens(text: str, offset: int, waiting: list[int]) -> bool:
    """Whether a mark opens: by what stands around it, else by its form."""
    sign = text[offset]
    if sign in "„‟«":
        return True
    before, after = _beside(text, offset, -1), _beside(text, offset, 1)
    free_before = not before.strip() or before in "([{–—-/“„«"
    free_after = not after.strip() or after in ".,;:!?)]}”"
    if sign != "»" and free_before != free_after:
        return free_before
    return sign == "“" or (sign == '"' and not waiting)


def _beside(text: str, offset: int, step: int) -> str:
    """The nearest sign on one side that is no mark of emphasis; “” at the end of the text."""
    offset += step
    while 0 <= offset < len(text) and text[offset] in "*_":
        offset += step
    return text[offset] if 0 <= offset < len(text) else ""


def _short(inside: str) -> str:
    text = " ".join(inside[: 2 * LONGEST].split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


RULES = (wrong_marks, single_marks, unpaired_mark)
