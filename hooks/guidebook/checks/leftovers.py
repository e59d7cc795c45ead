"""Signs of markup that the reader would see: pairs that are not closed and the syntax of other tools."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page
from guidebook.parse.markup import with_comments
from guidebook.parse.passages import passages
from guidebook.parse.texts import text_of

_FOREIGN = tuple(
    (sign, re.compile(pattern, re.M), what, right)
    for sign, pattern, what, right in (
        ("~~", r"~~(?=\S)[^~\n]+~~", "pārsvītrojums", "Izdzēsiet tekstu, kas vairs neder."),
        ("==", r"==(?=[^\s=])[^=\n]+==", "iekrāsojums", "Svarīgo izceliet ar “**…**”."),
        ("*[", r"^[ >]*\*\[[^\]\n]+\]:", "saīsinājuma skaidrojums", "Pierakstiet to glosārijā kā terminu."),
        (":::", r"^[ ]*:::+", "izcelts bloks", 'Rakstiet: !!! tip "Mūsu padoms"'),
        ("[!", r"^[ ]*>[ ]*\[![A-Za-z]+\]", "izcelts bloks", 'Rakstiet: !!! tip "Mūsu padoms"'),
        ("[/", r"\[(b|i|u|url|img|color|size|quote)(?:=[^\]\n]*)?\].*?\[/\1\]", "foruma zīme", "Izceliet ar “**…**”."),
        ("[[", r"\[\[[^\[\]\n]+\]\]", "viki saite", "Rakstiet [saites teksts](lapa.md)."),
        ("[TOC]", r"^\[TOC\]", "satura rādītājs", "Izdzēsiet to: vietne satura rādītāju liek pati."),
        (
            "{:",
            r"\{:(?![^}\n]*\bon[a-z]+ *=)[^}\n]*\}",
            "noformējums",
            "Izdzēsiet to: izskats ir vietnes stila failos.",
        ),
        ("^", r"\^\[[^\]\n]*\]|\[\^ [^\]\n]*\]|\[[\w-]+\^\]", "piezīmes zīme", "Rakstiet “[^vards]” un “[^vards]: …”."),
        ("-->", r"-->", "slēptas piezīmes beigas", "Izdzēsiet to vai piezīmes sākumā lieciet “<!--”."),
        ("<!-", r"<!-(?!-)", "slēptas piezīmes sākums", "Rakstiet “<!--” vai izdzēsiet to."),
        ("8", r"-+ ?8 ?<[^\n]*", "fragmenta zīme", 'Atsevišķā rindā rakstiet --8<-- "fails.md".'),
    )
)
"""A sign that stands in it, its form, what it is elsewhere, and what to do here."""
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.S)
_WWW = re.compile(r"www\.(?<![\w/.@-]www\.)[\w-]+(?:\.[\w-]+)+")
_ESCAPED = re.compile(r"\\(?:[^()\[\]]|(?=[()\[\]]))")
_ENUMERATED = re.compile(r"(?:(?<=\s)|\A)[^\W_]{1,2}(?=\))")
_BRACKET = re.compile(r"[()\[\]]")
_OPENING = {")": "(", "]": "["}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_SIGNS = re.compile(r"\*+|_+|`+")
_BRACE = re.compile(r"[{}]+")
_SOURCE = re.compile(
    r"(?:[\[({]?@ ?(?<![\w.+-]@)(?<![\w.+-]@ )|[\[({])(?P<id>[a-z0-9]+(?:-[a-z0-9]+)+)(?=[ \],;)}])", re.I
)


@rule("TEXT013", Severity.ERROR)
def foreign_syntax(guide: Guide) -> Iterator[Finding]:
    """Pieraksts ir tāds, kādu vietne saprot; citu rīku zīmes lasītājs redz kā tekstu.

    Slikti: ~~vecais termiņš~~, *[VIAA]: Valsts izglītības attīstības aģentūra
    Labi: pieraksts, kas ir lapā “Viss pieraksts vienā lapā”.
    """
    for page in guide.pages:
        text = text_of(page)
        for sign, pattern, what, right in _FOREIGN:
            for found in text.find(pattern) if sign in page.text else ():
                yield Finding(
                    text.at(found.start() + len(found[0]) - len(found[0].lstrip())),
                    f"“{found[0].strip()}” ({what}) vietnē būs redzams kā parasts teksts.",
                    right,
                )


@rule("TEXT014", Severity.WARNING)
def unpaired_bracket(guide: Guide) -> Iterator[Finding]:
    """Iekavas atver un aizver tajā pašā rindkopā.

    Slikti: Skola (Liepājā piedalās projektā.
    Labi: Skola (Liepājā) piedalās projektā.
    """
    for page in guide.pages:
        if all(page.prose.count(opening) == page.text.count(closing) == 0 for opening, closing in _CLOSING.items()):
            continue
        for text, start in _blocks(page, "()[]"):
            waiting: list[tuple[str, int]] = []
            for bracket in _BRACKET.finditer(text):
                sign, offset = bracket[0], bracket.start()
                if sign in _CLOSING:
                    waiting.append((sign, offset))
                elif waiting and waiting[-1][0] == _OPENING[sign]:
                    waiting.pop()
                elif not _ENUMERATED.search(text, max(0, offset - 3), offset + 1):
                    yield _unpaired(page, start + offset, sign, _OPENING[sign])
            for sign, offset in waiting:
                yield _unpaired(page, start + offset, sign, _CLOSING[sign])


@rule("TEXT015", Severity.WARNING)
def unclosed_mark(guide: Guide) -> Iterator[Finding]:
    """Izcēlumu un kodu atver un aizver tajā pašā rindkopā.

    Slikti: Tas ir **svarīgi.
    Labi: Tas ir **svarīgi**.
    """
    for page in guide.pages:
        for text, start in _blocks(page, "*_`"):
            for sign, offset in () if text.startswith("*[") and "]:" in text else _loose(text):
                around = " ".join(text[max(0, offset - 15) : offset + 15].split())
                yield Finding(
                    page.at(start + offset),
                    f"zīme “{sign}” pie “{around}” ir tikai vienā pusē un vietnē būs redzama.",
                    f"Lieciet to abās pusēs bez atstarpes vai izdzēsiet; ja vajag pašu zīmi: “\\{sign[0]}”.",
                )


@rule("ATTR002", Severity.ERROR)
def loose_brace(guide: Guide) -> Iterator[Finding]:
    """Figūriekavas ir tikai ap faktu un virsraksta vai punkta beigās.

    Slikti: {{ fact-cove-partneri }, ## Atlase {#step-atlase
    Labi: {{ fact-cove-partneri }}, ## Atlase {#step-atlase}
    """
    for page in guide.pages:
        if "{" not in page.prose and "}" not in page.prose:
            continue
        last = -1
        for found in _BRACE.finditer(page.prose):
            row = page.text.count("\n", 0, found.start())
            written = page.text[max(0, found.start() - 1) : found.end() + 1]
            drawn = page.at(found.start()).path.endswith(".html")
            if (
                row != last
                and not drawn
                and written[0] != "\\"
                and "{:" not in page.text[found.start() - 2 : found.end() + 1]
            ):
                yield Finding(
                    page.at(found.start()),
                    f"figūriekava “{found[0]}” te vietnē būs redzama.",
                    "Faktu rakstiet {{ fact-… }}; id – virsraksta vai punkta pašās beigās: {#step-…}.",
                )
            last = row


@rule("CIT006", Severity.ERROR)
def malformed_citation(guide: Guide) -> Iterator[Finding]:
    """Atsauce ir kvadrātiekavās, un tajā uzreiz aiz “@” ir avots.

    Slikti: [vetlv-2024 4.1. nodaļa], (@vetlv-2024 4.1. nodaļa)
    Labi: [@vetlv-2024 4.1. nodaļa]
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_SOURCE):
            if found["id"].lower() in guide.sources or found[0][:2] in ("[@", "(@"):
                yield Finding(
                    text.at(found.start()),
                    f"“{found[0]}” nav saprotams kā atsauce uz avotu.",
                    f"Rakstiet [@{found['id'].lower()} 4.1. nodaļa].",
                )


def _blocks(page: Page, signs: str) -> Iterator[tuple[str, int]]:
    """Each passage with any of `signs`, without what is escaped and the opening brackets of links, and its offset."""
    openings = [mention.start for mention in page.mentions if mention.kind in ("link", "ref", "image", "named")]
    for passage in passages(page):
        if not any(sign in passage.text for sign in signs):
            continue
        text = _ESCAPED.sub(_blank, passage.text) if "\\" in passage.text else passage.text
        first = bisect_left(openings, passage.start)
        for start in openings[first : bisect_left(openings, passage.start + len(text))]:
            offset = text.find("[", start - passage.start)
            text = f"{text[:offset]} {text[offset + 1 :]}"
        yield text, passage.start


def _unpaired(page: Page, offset: int, sign: str, other: str) -> Finding:
    where = "aizverošo" if sign in _CLOSING else "atverošo"
    around = " ".join(page.text[max(0, offset - 12) : offset + 20].split())
    return Finding(
        page.at(offset),
        f"iekavai “{sign}” pie “{around}” trūkst pāra.",
        f"Šajā rindkopā ielieciet {where} “{other}” vai izdzēsiet “{sign}”.",
    )


def _loose(text: str) -> Iterator[tuple[str, int]]:
    """Signs of emphasis and code that have no partner, with their offsets."""
    waiting: list[tuple[str, int, int]] = []
    for found in _SIGNS.finditer(text):
        sign, offset, left = found[0][0], found.start(), len(found[0])
        before, after = text[offset - 1 : offset] if offset else "", text[found.end() : found.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if sign == "`":
            yield found[0], offset
            continue
        if not (opens or closes) or (before.isalnum() and after.isalnum() and (sign == "_" or before.isdigit())):
            continue
        while closes and left and waiting and waiting[-1][0] == sign:
            _, length, at = waiting.pop()
            if length > left:
                waiting.append((sign, length - left, at))
            left = max(0, left - length)
        if left and opens:
            waiting.append((sign, left, offset))
        elif left:
            yield sign * left, offset
    yield from ((sign * length, at) for sign, length, at in waiting)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@rule("TEXT017", Severity.WARNING)
def hidden_note(guide: Guide) -> Iterator[Finding]:
    """Lapā nav slēptu piezīmju: tās publicē kopā ar lapu.

    Slikti: <!-- pajautāt grāmatvedim -->
    Labi: piezīme ir izmaiņu pieprasījumā, nevis failā.
    """
    for page in guide.pages:
        text = with_comments(page.text) if "<!--" in page.text else ""
        for found in _COMMENT.finditer(text):
            yield Finding(
                page.at(found.start()),
                f"slēpto piezīmi “{' '.join(found[1].split())[:40]}” lapas pirmkodā var izlasīt ikviens.",
                "Izdzēsiet to; sev un citiem rakstiet izmaiņu pieprasījumā.",
            )


@rule("TEXT018", Severity.WARNING)
def address_as_text(guide: Guide) -> Iterator[Finding]:
    """Adrese ir saite ar tekstu, kas pasaka, kurp tā ved.

    Slikti: Skatiet www.viaa.gov.lv.
    Labi: Skatiet [VIAA vietni](https://www.viaa.gov.lv/).
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_WWW):
            yield Finding(
                text.at(found.start()),
                f"adrese “{found[0]}” nav saite.",
                f"Rakstiet [vietnes nosaukums](https://{found[0]}/).",
            )


RULES = (hidden_note, address_as_text, foreign_syntax, unpaired_bracket, unclosed_mark, loose_brace, malformed_citation)
