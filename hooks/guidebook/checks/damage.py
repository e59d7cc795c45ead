"""Text that was damaged on its way: by copying, by a wrong encoding, by merging, or left unfinished."""

import re
import unicodedata
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide
from guidebook.parse.texts import Text, all_texts, word_start

_FOREIGN_LETTER = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u043a\u043c\u0442", "aeopcyxijskmt"
_CYRILLIC_CAPITALS = "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406", "ABEKMHOPCTYXI"
_GREEK = "\u03bf\u03b1\u03bd\u03c1\u03c5\u03b9\u03ba\u03c4\u03c7\u03b5\u03b7", "oavpuiktxen"
_GREEK_CAPITALS = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "ABEZHIKMNOPTYX",
)
_TWINS = {
    ord(foreign): latin
    for pair in (_CYRILLIC, _CYRILLIC_CAPITALS, _GREEK, _GREEK_CAPITALS)
    for foreign, latin in zip(*pair, strict=True)
}
_INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202e\u205f-\u2064\u2066-\u206f\u3000\ufeff"
    r"\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]+"
    r"|[\u0080-\u009f](?<![ÂÃÄÅâ].)(?<!â[\u0080-\u009f].)"  # else it is part of a letter that was read wrong
)
_JOINED_EMOJI = re.compile(r"[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]\u200d")
_DIRECTION = "teksta virziena zīme"
_INVISIBLE_NAMES = {
    **dict.fromkeys("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", _DIRECTION),
    "\u00ad": "pārneses vieta",
    "\u200b": "atstarpe bez platuma",
    "\u200c": "šķirtājs bez platuma",
    "\u200d": "savienotājs bez platuma",
    "\ufeff": "faila sākuma zīme (BOM)",
}
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_LATVIAN = "āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ"
_READ_WRONG = f"{_LATVIAN}äöüéõÄÖÜÉ–—“”„…’€\u00a0"


def _mojibake() -> Iterator[tuple[str, str]]:
    """What UTF-8 looks like when it is read in a code page of Windows or as Latin-1, and what it was."""
    for codec, letters in (("latin-1", _READ_WRONG), ("cp1252", _READ_WRONG), ("cp1257", _LATVIAN)):
        for letter in letters:
            seen = letter.encode().decode(codec, "ignore")
            if len(seen) > 1:
                yield seen, letter


_MOJIBAKE = dict(_mojibake())
_UNREADABLE = re.compile(r"[ÂÃÄÅâ\ufffd]\ufffd*")
_INSIDE_WORD = re.compile(r"[a-zāčēģīķļņšūž][ÃÄÅ][a-z]")
_WORD_END = re.compile(r"[\w\u0300-\u036f]*\Z")
_WORD_START = re.compile(r"[\w\u0300-\u036f]*")
LONGEST = 30
"""Signs of a word that a message repeats on each side of the fault."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \n]|\Z)[^\n]*", re.M)
_CONFLICT_MIDDLE = re.compile(r"^={7}$", re.M)
_OPEN = r"[\[(….]"
_PLACEHOLDERS = tuple(
    re.compile(each)
    for each in (
        *(rf"{word}(?<!\w{word})(?!\w)" for word in ("TODO", "FIXME", "TBD", "TBA", "TBC")),
        r":(?:(?<=[Tt]odo:)|(?<=[Tt]o do:))",
        *(rf"{sign}{{3,}}(?<=[ (“]{sign}{sign}{sign})(?![^\s.,)”])" for sign in (r"\?", "_")),
        r"dd[.-]mm[.-](?:gggg|yyyy)",
        r"DD[.-]MM[.-](?:GGGG|YYYY)",
        r"XX\.XX?(?<!\wXX\.XX)(?:\.X+)?",
        r"\(jā(?:precizē|papildina|pārbauda|labo|pabeidz)\b[^()\n]{0,40}\)",
        r" drīzumā (?:būs|sekos|pievienosim)\b(?<=[Tt]eksts drīzumā būs)?",
        r"oming soon",
        r"ork in progress",
        r" goes here(?:(?<=ext goes here)|(?<=ontent goes here))",
        r"our text here",
        r"o be (?:added|completed|confirmed)\b(?<![^Tt]o be added)",
        r"papildināt(?<=[Tt]ik[sš] papildināt)\w+",
        r"ēl top(?<=\b[Vv]ēl top)\b",
        r" sekos(?:(?<=aturs sekos)|(?<=ormācija sekos)|(?<=eksts sekos))\b",
        r" šeit(?<=[Tt]eksts šeit)\b",
        (
            r"[(\[<](?:[Ii]nsert|[Aa]dd|[Ii]evietot?|[Ii]eliciet|[Ii]erakstī?i?e?t"
            r"|(?:[Šš]eit|[Tt]e) (?:ierakst|ieliek|ieliec)\w*)\b"
            r"[^)\]>\n]*[)\]>]"
        ),
        r"XXX(?<!\wXXX)(?!\w|[ \u00a0][A-ZĀČĒĢĪĶĻŅŠŪŽ])",  # a song festival has its number in front of its name
        r"orem ipsum",
        r" būs (?:(?<=\b[Tt]e būs )|(?<=\b[Šš]eit būs ))(?:teksts|apraksts|saturs|saite|attēls|informācija)(?!\w)",
        (
            rf"papildin(?:(?<={_OPEN}papildin)|(?<={_OPEN} papildin)|(?<={_OPEN}jāpapildin))"
            r"(?:āt|a|āms|āma)? ?(?:[\])…]|\.\.)"
        ),
        r"\[(?:\.\.\.?|…)\](?!\()",
    )
)


@rule("TEXT001", Severity.ERROR)
def look_alike_letter(guide: Guide) -> Iterator[Finding]:
    """Latviešu vārdā ir tikai latīņu burti, arī ja krievu vai grieķu burts izskatās tāpat.

    Slikti: vārds “skola”, kurā “o” ir krievu burts: meklēšana to neatrod.
    Labi: skola
    """
    for text in all_texts(guide):
        last = -1
        for found in _FOREIGN_LETTER.finditer(text.written):
            if found.start() < last:
                continue
            start, last = _word_around(text.written, found.start())
            word = text.written[start:last]
            right = word.translate(_TWINS)
            alone = len(word) < 3 and len(_FOREIGN_LETTER.findall(_line_around(text.written, start))) == len(word)
            if right != word and (alone or any("LATIN" in unicodedata.name(sign, "") for sign in word)):
                sign = next(sign for sign in word if ord(sign) in _TWINS)
                kind = "grieķu" if "GREEK" in unicodedata.name(sign) else "krievu"
                yield Finding(
                    text.at(start + word.index(sign)),
                    f"vārdā “{word}” burts “{sign}” ir {kind}, ne latīņu burts.",
                    f"Rakstiet “{right}”.",
                )


@rule("TEXT002", Severity.ERROR)
def invisible_sign(guide: Guide) -> Iterator[Finding]:
    """Tekstā nav neredzamu zīmju.

    Slikti: no Word iekopēts vārds, kura vidū ir neredzama pārneses zīme.
    Labi: tas pats vārds bez tās.
    """
    for text in all_texts(guide):
        for found in _INVISIBLE.finditer(text.written):
            if _JOINED_EMOJI.match(text.written, found.start() - 1):
                continue
            sign = found[0][0]
            name = _INVISIBLE_NAMES.get(sign, f"vadības zīme (U+{ord(sign):04X})")
            yield Finding(text.at(found.start()), f"tekstā ir neredzama zīme: {name}.", _without(text, found))


@rule("TEXT003", Severity.ERROR)
def decomposed_letter(guide: Guide) -> Iterator[Finding]:
    """Burts ar garumzīmi ir viena zīme, nevis burts un garumzīme atsevišķi.

    Slikti: no PDF iekopēts “ā”, kas ir “a” un atsevišķa garumzīme.
    Labi: ā
    """
    for text in all_texts(guide):
        for found in _ACCENTS.finditer(text.written):
            letter = text.written[max(0, found.start() - 1) : found.start()]
            composed = unicodedata.normalize("NFC", letter + found[0])
            if letter and len(composed) == 1:
                word = unicodedata.normalize("NFC", _word_with(text.written, found))
                yield Finding(
                    text.at(found.start() - 1),
                    f"“{composed}” sastāv no divām zīmēm: burta “{letter}” un atsevišķas zīmes pie tā.",
                    f"Izdzēsiet vārdu un uzrakstiet to no jauna: “{word}”.",
                )


@rule("TEXT004", Severity.ERROR)
def wrong_encoding(guide: Guide) -> Iterator[Finding]:
    """Tekstā nav zīmju, kas rodas, failu nolasot nepareizā kodējumā.

    Slikti: lÄ«dz
    Labi: līdz
    """
    damaged = {fault.at.path for fault in guide.faults if fault.code == "FILE001"}
    for text in all_texts(guide):
        if text.at(0).path in damaged:
            continue  # The encoding itself is reported.
        for found in _UNREADABLE.finditer(text.written):
            start = found.start()
            parts = (text.written[start : start + length] for length in (3, 2))
            seen = next((part for part in parts if part in _MOJIBAKE), "")
            if seen or "\ufffd" in found[0] or _INSIDE_WORD.match(text.written, start - 1):
                yield Finding(
                    text.at(start),
                    f"“{seen or found[0]}” ir bojāta zīme: teksts saglabāts nepareizā kodējumā.",
                    f"Tā vietā rakstiet “{_MOJIBAKE[seen]}”." if seen else "Uzrakstiet šo vārdu no jauna.",
                )


@rule("TEXT005", Severity.ERROR)
def conflict(guide: Guide) -> Iterator[Finding]:
    """Lapā nav zīmju, ko Git atstāj, kad divi ir labojuši vienu vietu.

    Slikti: <<<<<<< HEAD
    Labi: paliek viens no abiem tekstiem, un rindas ar <<<<<<<, ======= un >>>>>>> ir izdzēstas.
    """
    for text in all_texts(guide):
        found = list(_CONFLICT.finditer(text.written))
        if found:
            found += _CONFLICT_MIDDLE.finditer(text.written)
        for mark in found:
            yield Finding(
                text.at(mark.start()),
                f"rinda “{mark[0]}” palikusi no divu labojumu sapludināšanas.",
                "Atstājiet vienu no abiem tekstiem un izdzēsiet rindas ar <<<<<<<, ======= un >>>>>>>.",
            )


@rule("TEXT006", Severity.ERROR)
def placeholder(guide: Guide) -> Iterator[Finding]:
    """Publicētā lapā nav vietturu un piezīmju sev.

    Slikti: TODO: pajautāt grāmatvedim
    Labi: teikums ar atbildi vai nekā.
    """
    for text in all_texts(guide):
        for pattern in _PLACEHOLDERS:
            for found in text.find(pattern):
                if found[0][0] == "[" and _is_quoted(text.written, found.start()):
                    continue
                start = word_start(text.written, found.start())
                yield Finding(
                    text.at(start),
                    f"“{text.written[start : found.end()].strip()}” rāda, ka teksts nav pabeigts.",
                    "Uzrakstiet trūkstošo tekstu vai izdzēsiet šo vietu.",
                )


def _word_around(text: str, offset: int) -> tuple[int, int]:
    """Offsets of the word that the letter at `offset` stands in."""
    start = offset
    while start and text[start - 1].isalpha():
        start -= 1
    word = _LETTERS.match(text, start)
    return start, word.end() if word else offset + 1


def _line_around(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]


def _without(text: Text, found: re.Match[str]) -> str:
    word = _word_with(text.written, found).replace(found[0], "")
    return (
        f"Izdzēsiet vārdu un uzrakstiet to no jauna: “{word}”." if word else "Izdzēsiet rindu un uzrakstiet no jauna."
    )


def _word_with(text: str, found: re.Match[str]) -> str:
    """The signs of the word in which `found` stands."""
    before = _WORD_END.search(text[max(0, found.start() - LONGEST) : found.start()])
    after = _WORD_START.match(text, found.end(), found.end() + LONGEST)
    return (before[0] if before else "") + found[0] + (after[0] if after else "")


def _is_quoted(text: str, offset: int) -> bool:
    """Whether a place is inside quotation marks, where “[…]” stands for words left out."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("“", start, offset) > text.count("”", start, offset)


RULES = (look_alike_letter, invisible_sign, decomposed_letter, wrong_encoding, conflict, placeholder)
