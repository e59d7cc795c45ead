"""Latvian typography, by the Interinstitutional style guide of the EU."""

import re
from collections.abc import Callable, Iterator

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide
from guidebook.parse.texts import Text, texts, word_start

NBSP = "\u00a0"
LATVIAN = "lv"
EVERYWHERE = frozenset(f"TYPO{number:03}" for number in (3, 4, 5, 11, 12, 13, 14, 15, 17))
"""Rules that hold in English as well."""
TWICE = frozenset(("pa", "ļoti", "gan", "ko", "kas", "that", "had"))
"""Words that may well stand twice: “pa pa”, “ļoti ļoti”, “had had”."""
Mend = Callable[[re.Match[str]], str]
"""A match -> the same text as it should be; “” when nothing is wrong with it."""

_MONTHS = (
    *("janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs"),
    *("jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"),
)
_MONTH_STEMS = {"janv": 0, "febr": 1, "apr": 3, "jūn": 5, "jūl": 6, "aug": 7, "sept": 8, "okt": 9, "nov": 10, "dec": 11}
_SIGN = r"(?:[%‰€]|°C|(?:EUR|eiro|USD|km|cm|mm|m|kg|h|GB|MB|kWh)(?!\w))"
# “10 min” can also be “ten are mentioned”: a unit only where the sentence shows it.
_UNIT = rf"(?:{_SIGN}|min(?=[.,;:)|\n]|\Z|[ {NBSP}](?:pirms|pēc|ilg|gar|laik)))"
_COUNTED = (
    r"(?:procent|eiro|miljon|miljard|milj\.|tūkst|reiz|stund|dien|nedēļ|mēneš|gad[iusa]|ball|punkt(?:i|u|us|iem)\b)"
)
_GAP = f"[ {NBSP}]"
# A pattern begins with the rarest sign and looks behind it: so the search engine can skip to it.
_FIRST = r"[0-9](?<![\w.,/:–-].)"
_NO_NUMBER_OF = rf"(?<!r\.{_GAP}.)(?<![A-Z]{_GAP}.)"
"""What stands in front of a number that is a name: “Nr. 5”, “ISO 9001”."""
_NUMBERED = "|".join(
    "nodaļā klasē gadā solī posmā pielikumā pantā punktā lapā lappusē sadaļā semestrī ceturksnī dienā kritērijā "
    "līmenī".split()
)
"""Nouns in the singular, which a number from two on has in front of it only when it is an ordinal."""
WITH_NBSP = " ar nedalāmo atstarpi (Windows: Alt+0160; Mac: Option+atstarpe)"


def _mends(
    code: str, severity: Severity, wrong: tuple[str, ...], says: str, mend: Mend, explanation: str, advice: str = ""
) -> Rule:
    """A rule that finds any of `wrong`, says what it is and shows it mended; in Latvian, or in every language."""
    patterns = [re.compile(each) for each in wrong]

    def check(guide: Guide) -> Iterator[Finding]:
        tabs = {(fault.at.path, fault.at.line) for fault in guide.faults if fault.code == "FILE004"}
        for text in _texts(guide, code):
            for pattern in patterns:
                for match in text.find(pattern):
                    mended = mend(match)
                    if mended:
                        start = word_start(text.written, match.start())
                        before = text.written[start : match.start()]
                        found, right = f"{before}{match[0]}".strip(), f"{before}{mended}".strip()
                        at = text.at(start)
                        if (at.path, at.line) not in tabs:  # Where a tab was, there are spaces now.
                            yield Finding(at, f"{says} “{found}”.", f"Rakstiet “{right}”{advice}.")

    return Rule(code, severity, explanation.strip(), check)


def _texts(guide: Guide, code: str) -> Iterator[Text]:
    for lang in guide.languages if code in EVERYWHERE else (LATVIAN,):
        yield from texts(guide, lang)


def _replacing(old: str, new: str | Callable[[re.Match[str]], str]) -> Mend:
    pattern = re.compile(old)
    return lambda match: pattern.sub(new, match[0])


def _dash(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    is_minus = before.isdigit() and after.isdigit() and "—" not in match[0]
    if is_minus or before in "\n|>#+-" or (before.isspace() and "—" not in match[0]):
        return ""  # A sum, or the mark of a list.
    return "– " if before.isspace() else " – "


def _range(match: re.Match[str]) -> str:
    low, high = match["low"].rstrip("."), match["high"].rstrip(".")
    if int(low) >= int(high) or (len(low) == 4) != (len(high) == 4):
        return ""  # No range: “2026-11”, “bija 224 – 2020. gadā”.
    return f"{match['low']}–{match['high']}"


def _date(match: re.Match[str]) -> str:
    if "short" in match.groupdict():
        return f"{match['date']}.{NBSP}{_MONTHS[_MONTH_STEMS[match['short']]]}"
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ""
    return f"{match['year']}. gada {day}.{NBSP}{_MONTHS[month - 1]}"


def _spaced(match: re.Match[str]) -> str:
    if match[0][0] == "€":
        return f"{match[0][1:].strip()}{NBSP}€"
    return re.sub(r"(?<=\d)(?=[^\d,.])|(?<=\.)(?=\w)", NBSP, match[0])


def _ordinal(match: re.Match[str]) -> str:
    number, _, noun = match[0].replace(NBSP, " ").partition(" ")
    return f"{number}. {noun}"


def _grouped(match: re.Match[str]) -> str:
    return f"{int(re.sub('[.,]', '', match[0])):,}".replace(",", NBSP)


RULES = (
    _mends(
        "TYPO003",
        Severity.ERROR,
        (rf"(?P<low>{_FIRST}{_NO_NUMBER_OF}[0-9]{{0,3}}\.?)-(?P<high>\d{{1,4}}(?:\.(?!\d))?)(?![\w/-]|[.,]\d)",),
        "diapazonā ir defise:",
        _range,
        """Skaitļu diapazonā raksta domuzīmi bez atstarpēm.

    Slikti: 2018-2021
    Labi: 2018–2021
    """,
    ),
    _mends(
        "TYPO004",
        Severity.WARNING,
        (
            (
                rf"(?P<low>{_FIRST}[0-9]{{0,3}}\.?)(?:{_GAP}{{1,3}}[-–]{_GAP}{{0,3}}|[-–]{_GAP}{{1,3}})"
                rf"(?P<high>\d{{1,4}}(?:\.(?!\d))?)(?![\w/–-]|[.,]\d|{_GAP}?=)"
            ),
        ),
        "diapazonā ir atstarpes:",
        _range,
        """Skaitļu diapazonā ap domuzīmi nav atstarpju.

    Slikti: 2018 – 2021
    Labi: 2018–2021
    """,
    ),
    _mends(
        "TYPO005",
        Severity.ERROR,
        (
            rf"{_GAP}{{1,3}}--?{_GAP}{{1,3}}(?=[\w“(*\[])",
            rf"—{_GAP}{{0,3}}",
            rf"–(?<=[^\W\d_]–){_GAP}(?=[\w“(*\[])",
            rf"{_GAP}–(?<=[\w”)] –)(?=[^\W\d_])",
        ),
        "domuzīmes vietā ir cita svītra:",
        _dash,
        """Domuzīme ir “–” ar atstarpēm abās pusēs.

    Slikti: Atlase - pirmais solis.
    Labi: Atlase – pirmais solis.
    """,
    ),
    _mends(
        "TYPO006",
        Severity.ERROR,
        (
            rf"{_FIRST}[0-9]*(?:,\d+)?{_UNIT}",
            r"[0-9](?<![\w.].)[0-9]*\.(?:lpp\.?|gad(?:s|a|am|u|ā|i|iem|us|os))(?!\w)",
            r"[0-9](?<![\w.\n].)[0-9]*\.(?!lpp|gad)[a-zāčēģīķļņšūž]{3,}(?!\w)",
            rf"€{_GAP}?\d+(?:[ {NBSP}]\d{{3}})*(?:,\d+)?",
            r"r\.(?<=[Nn]r\.)(?<!\w.r\.)\d+",
            r"u\.(?<![\w.]u\.)(?:c|tml)\.(?!\w)",
            r"t\.(?<![\w.]t\.)(?:sk|i|s)\.(?!\w)",
        ),
        "trūkst atstarpes:",
        _spaced,
        """Starp skaitli un mērvienību vai zīmi un saīsinājumā aiz punkta ir nedalāma atstarpe.

    Slikti: 15%, €500, 250.lpp., Nr.5, u.c., 2024.gada
    Labi: 15 %, 500 €, 250. lpp., Nr. 5, u. c., 2024. gada
    """,
        WITH_NBSP,
    ),
    _mends(
        "TYPO007",
        Severity.WARNING,
        (
            rf"{_FIRST}[0-9]*(?:[, {NBSP}]\d+){{0,4}} {_UNIT}",
            rf"{_FIRST}[0-9]{{0,2}}(?: \d{{3}}){{1,4}}(?={NBSP}{_UNIT})",
            r" lpp\.(?<=\d\. lpp\.)",
            r"r\. (?<=[Nn]r\. )(?<!\w.r\. )\d+",
            r"u\. (?<![\w.]u\. )(?:c|tml)\.",
            r"t\. (?<![\w.]t\. )(?:sk|i|s)\.",
        ),
        "parasta atstarpe, pie kuras rinda var pārlūzt:",
        _replacing(" ", NBSP),
        """Skaitli no tā, kas pie tā pieder, nedrīkst šķirt rindas beigas: te vajag nedalāmo atstarpi.

    Slikti: “15 %”, “31. lpp.”, “Nr. 5”, “t. sk.” ar parastu atstarpi.
    Labi: tie paši ar nedalāmo atstarpi.
    """,
        WITH_NBSP,
    ),
    _mends(
        "TYPO008",
        Severity.WARNING,
        (
            (
                rf"(?P<day>[0-9](?<![\w.,/-].)[0-9]?)(?P<dot>[./]){_GAP}?(?P<month>\d{{1,2}})(?P=dot){_GAP}?"
                r"(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)\.?"
            ),
            r"(?P<year>20[0-9]{2})(?<![\w.,/-]....)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])",
            rf"(?P<date>[0-9](?<![\w.,/-].)[0-9]?)\.{_GAP}?(?P<short>{'|'.join(_MONTH_STEMS)})\.",
        ),
        "saīsināts datums",
        _date,
        """Datumu raksta ar mēneša vārdu.

    Slikti: 28.11.2024.
    Labi: 2024. gada 28. novembris
    """,
        ", locījumu pieskaņojot teikumam",
    ),
    _mends(
        "TYPO009",
        Severity.ERROR,
        (
            rf"{_FIRST}[0-9]*\.\d+(?={_GAP}?(?:{_UNIT}|{_COUNTED}))",
            rf"[0-9](?:(?<=vidēji{_GAP}.)|(?<=apmēram{_GAP}.)|(?<=aptuveni{_GAP}.))[0-9]*\.\d+(?!\w|\.\d)",
        ),
        "decimāldaļai priekšā ir punkts:",
        lambda match: "" if re.search(r"\.\d{3}\b", match[0]) else match[0].replace(".", ","),
        """Decimāldaļu atdala ar komatu.

    Slikti: 3.5 stundas
    Labi: 3,5 stundas
    """,
    ),
    _mends(
        "TYPO010",
        Severity.WARNING,
        (
            (
                rf"[1-9](?<![\w.,/:–-].){_NO_NUMBER_OF}(?<!numurs{_GAP}.)(?<!kods{_GAP}.)"
                r"(?!(?<=[26])\d{7}(?!\d))"  # a phone number, which has a rule of its own
                rf"(?:\d{{4,8}}(?![\w/-]|[.,]\d)|\d{{0,2}}(?:[.,]\d{{3}}){{1,3}}(?={_GAP}?{_UNIT})"
                rf"|\d{{0,2}}(?:\.\d{{3}}){{1,3}}(?={_GAP}[a-zāčēģīķļņšūž]))"
            ),
        ),
        "lielā skaitlī nav atstarpes starp tūkstošiem:",
        _grouped,
        """Skaitlī no pieciem cipariem tūkstošus atdala ar nedalāmo atstarpi.

    Slikti: 10000 eiro, 10.000 eiro
    Labi: 10 000 eiro
    """,
        WITH_NBSP,
    ),
    _mends(
        "TYPO011",
        Severity.WARNING,
        (rf"{_GAP}{_GAP}(?:(?<=[^\s|>#+-]..)|(?<=\w[+]..))(?<!\d\.  )(?<!\n\*  )(?<!\n:  ){_GAP}*[“(\[*]{{0,3}}\w+",),
        "starp vārdiem ir vairākas atstarpes:",
        _replacing(rf"{_GAP}+", " "),
        """Starp vārdiem ir viena atstarpe.

    Slikti: Katrs  dalībnieks
    Labi: Katrs dalībnieks
    """,
    ),
    _mends(
        "TYPO012",
        Severity.ERROR,
        (
            rf"{_GAP}(?<=[\w)”*\]].){_GAP}*(?:[,;!?.]|:(?!{_GAP}*\d))(?=[\s)”*_]|\Z)",
            rf"{_GAP}\)(?<=[\w”.] \))",
            rf"\({_GAP}(?=\w)",
        ),
        "pie pieturzīmes ir lieka atstarpe:",
        _replacing(rf"{_GAP}+", ""),
        """Pirms komata, punkta un citām pieturzīmēm un iekavu iekšpusē nav atstarpes.

    Slikti: Vai viss ir gatavs ?
    Labi: Vai viss ir gatavs?
    """,
    ),
    _mends(
        "TYPO013",
        Severity.WARNING,
        (
            r"[,;!?:](?<=[a-zāčēģīķļņšūž]{2}.)[^\W\d_]{2,}",
            r"\((?<=[a-zāčēģīķļņšūž]{3}.)[^\W\d_]{3,}",
            r"\)(?=[^\W\d_]{3,})",
            r"\.(?<=[a-zāčēģīķļņšūž]{2}.)[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{2,}",
        ),
        "aiz pieturzīmes trūkst atstarpes:",
        _replacing(r"([,;!?.:)])|\(", lambda sign: f"{sign[1]} " if sign[1] else " ("),
        """Aiz komata, punkta un kola ir atstarpe.

    Slikti: Izlasiet,parakstiet.
    Labi: Izlasiet, parakstiet.
    """,
    ),
    _mends(
        "TYPO014",
        Severity.ERROR,
        (r"\.\.\.(?<![^\w\s(“,;!?|]...)\.*(?![\w.]*/)", r"\.\.(?<=[^\W\d_]{3}..)(?=\s|\Z)"),
        "daudzpunkte ir rakstīta ar punktiem:",
        lambda _: "…",
        """Daudzpunkte ir viena zīme “…”.

    Slikti: un tā tālāk...
    Labi: un tā tālāk…
    """,
    ),
    _mends(
        "TYPO015",
        Severity.WARNING,
        (
            r"!!!(?<=[\w”)*?]!!!)[?!]*",
            r"\?\?(?<=[\w”)*]\?\?)[?!]*",
            r"[,;](?<=[^\W\d_]{2}.)[,;.]+(?=\s)",
        ),
        "vairākas pieturzīmes pēc kārtas:",
        _replacing(r"([?!.,;:])[?!.,;:]+", r"\1"),
        """Pietiek ar vienu pieturzīmi.

    Slikti: Nenokavējiet!!!
    Labi: Nenokavējiet!
    """,
    ),
    _mends(
        "TYPO016",
        Severity.WARNING,
        (
            rf"[0-9]{{1,2}}:[0-5]\d(?<=(?:plkst\.|lksten){_GAP}\d:\d\d)(?![\w:])",
            rf"[0-9]{{2}}:[0-5]\d(?<=(?:plkst\.|lksten){_GAP}\d\d:\d\d)(?![\w:])",
            rf"[0-9](?<!\w.)(?<!:.)[0-9]?:[0-5]\d(?:–\d{{1,2}}:[0-5]\d|{_GAP}līdz{_GAP}\d{{1,2}}:[0-5]\d)(?![\w:])",
        ),
        "pulksteņa laikā ir kols:",
        _replacing(":", "."),
        """Stundas no minūtēm atdala ar punktu.

    Slikti: plkst. 16:30
    Labi: plkst. 16.30
    """,
    ),
    _mends(
        "TYPO017",
        Severity.WARNING,
        (rf"(?<![\w-])(?P<word>[^\W\d_]{{2,}}){_GAP}(?i:(?P=word))(?![\w-])",),
        "vārds ir divreiz pēc kārtas:",
        lambda match: "" if match["word"].lower() in TWICE else match["word"],
        """Vienu vārdu neraksta divreiz pēc kārtas.

    Slikti: Skola skola raksta plānu.
    Labi: Skola raksta plānu.
    """,
    ),
    _mends(
        "TYPO019",
        Severity.WARNING,
        (
            rf"(?:19|20)[0-9]{{2}}(?<![\w.,/–-]....){_GAP}gad(?:a|ā|s|am|u)(?!\w)",
            rf"[0-9](?<![\w.,/–-].)(?:[0-9]*[02-9])?(?<!1){_GAP}(?:{_NUMBERED})(?!\w)",
        ),
        "aiz kārtas skaitļa nav punkta:",
        _ordinal,
        """Aiz kārtas skaitļa, ko raksta ar cipariem, ir punkts.

    Slikti: 7 klasē, 2024 gadā
    Labi: 7. klasē, 2024. gadā
    """,
    ),
    _mends(
        "TYPO020",
        Severity.WARNING,
        (rf"{NBSP}(?<=[^\W\d_]{{3}}.)[a-zāčēģīķļņšūž]{{3,}}(?!\w)",),
        "starp vārdiem ir nedalāmā atstarpe:",
        _replacing(NBSP, " "),
        """Starp parastiem vārdiem ir parasta atstarpe; nedalāmā ir tikai pie skaitļiem un saīsinājumiem.

    Slikti: no Word iekopēts teksts, kurā aiz katra vārda ir nedalāmā atstarpe.
    Labi: tas pats teksts ar parastām atstarpēm.
    """,
    ),
)
