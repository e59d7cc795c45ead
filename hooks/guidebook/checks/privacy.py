"""Personal data, which would stay in the history of the project for good."""

import re
from collections.abc import Callable, Iterator

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Span

_NO_NUMBER_BEHIND = r"(?![\w/–-]|[.,]\d|\s?(?:eiro|euro|EUR|€|%))"
# A pattern begins with the signs it can start with and looks behind them: so the search engine can skip to it.
_PHONE = re.compile(
    r"[26](?<![\w.,/–-].)(?<!\+371.)(?<!\+371[\s-].)(?!(?<=2)0\d\d-\d\d-\d\d|(?<=2)0\d\d[\s-]?20\d\d|(?<=2)0\d\d[01]\d[0-3]\d)"
    rf"\d(?:[\s-]?\d{{3}}[\s-]?\d{{3}}|[\s-]?\d\d[\s-]\d\d[\s-]\d\d|\d\d[\s-]\d{{4}}|\d[\s-]\d{{5}}){_NO_NUMBER_BEHIND}"
)
_ABROAD = re.compile(
    rf"[+(0](?<![\w+].)(?:(?<=\()\+|(?<=0)0|(?<=\+))\d{{1,3}}\)?[\s-]?\d(?:[\s-]?\d){{6,11}}{_NO_NUMBER_BEHIND}"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++(?:@|\s?[(\[](?:at|et|@)[)\]]\s?)[\w-]++(?:\.[\w-]++)+")
_PERSONAL_CODE = re.compile(
    r"[0-3](?<![\w/-].)(?:(?:\d[01]\d{3}|(?<=3)2\d{4})\s?[-–]\s?\d{5}|(?:\d[01]\d|(?<=3)2\d\d)\d{7})(?![\w-])"
)
_ACCOUNT = re.compile(r"LV(?<!\w..)\d\d\s?[A-Z]{4}(?:\s?\d){13}(?!\w)")
_STREET = "iel[aāu]|ielas|prospekt[sāu]|prospekta|bulvār[isī]+|bulvāra|šosej[aāu]|šosejas|gatv[eē]|laukum[sāu]|laukuma"
_ADDRESS = re.compile(
    rf"[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+\s(?:\w+\s)?(?:{_STREET})\s\d+\w?|\d+\s[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+\s(?:Street|Road|Avenue)\b|(?<!\w)LV-\d{{4}}(?!\d)"
)
_CONTACT = re.compile(r"(?:mailto|tel):", re.I)


def _forbids(
    code: str,
    patterns: tuple[re.Pattern[str], ...],
    what: str,
    hint: str,
    explanation: str,
    needed: tuple[str, ...] = ("",),
) -> Rule:
    """A rule that finds any of `patterns`, where one of the signs that are `needed` for it stands."""

    def check(guide: Guide) -> Iterator[Finding]:
        for where, text, at in _texts(guide):
            for pattern in patterns if any(sign in text for sign in needed) else ():
                for match in pattern.finditer(text):
                    if match[0] not in guide.settings.public_contacts:
                        yield Finding(at(match.start()), f"{where} ir {what} “{match[0]}”.", hint)

    return Rule(code, Severity.ERROR, explanation.strip(), check)


def _texts(guide: Guide) -> Iterator[tuple[str, str, Callable[[int], Span]]]:
    """Where a text stands in words, the text, and where each of its characters was written."""
    for page in guide.pages:
        yield "lapā", page.prose, page.at
        for key in ("title", "description"):
            if key in page.meta.lines:
                yield "lapas galvā", getattr(page.meta, key), _always(page.meta.lines[key])
        for mention in page.mentions:
            if mention.kind in ("link", "definition") and (contact := _CONTACT.match(mention.target)):
                yield "saitē", mention.target[contact.end() :], _always(mention.at)
    for fact in guide.facts.values():
        for key, text in (("value", "\n".join(fact.value.values())), ("place", fact.place)):
            yield "faktā", text, _always(fact.lines.get(key, fact.at))
    for source in guide.sources.values():
        for key in ("title", "authors", "publisher", "note"):
            yield "avotā", getattr(source, key), _always(source.lines.get(key, source.at))


def _always(at: Span) -> Callable[[int], Span]:
    return lambda _: at


_NAME = r"\s(?!Eiropas?\b|Eras|Europ|DigC)[A-ZĀČĒĢĪĶĻŅŠŪŽ](?!\w*[aeo]s\b)[a-zāčēģīķļņšūž]+(?:[aeš]|is|[^aeo]s)\b"
_PERSON = re.compile(
    rf"\b(?:[Ss]kolnie(?:ce|ks)|[Ss]kolēns)(?:{_NAME}){{1,2}}"
    r"|\b(?:[Ss]kolotāj[as]|[Dd]irektor(?:e|s)|[Kk]oordinator(?:e|s)|[Aa]udzinātāj[as]|[Pp]edago(?:gs|ģe)"
    rf"|[Vv]adītāj[as]|[Mm]etodiķ(?:e|is)|[Gg]rāmatved(?:e|is))(?:{_NAME}){{2}}"
)
"""A role and a name in the nominative: two words, one for a pupil."""
INSTITUTION = "Izdzēsiet to un norādiet iestādi, piemēram, “Jautājiet aģentūrai; kontakti ir tās vietnē”."

RULES = (
    _forbids(
        "PRIV001",
        (_PHONE, _ABROAD),
        "tālruņa numurs",
        INSTITUTION,
        """Lapās neraksta tālruņa numurus.

    Slikti: Zvaniet 29 123 456.
    Labi: Sazinieties ar Nacionālo atbalsta dienestu; kontakti ir tā vietnē.
    """,
    ),
    _forbids(
        "PRIV002",
        (_EMAIL,),
        "e-pasta adrese",
        INSTITUTION,
        """Lapās neraksta e-pasta adreses.

    Slikti: Rakstiet uz vards.uzvards@skola.lv.
    Labi: Rakstiet aģentūrai; adrese ir tās vietnē.
    """,
        ("@", "(at", "[at", "(et", "[et"),
    ),
    _forbids(
        "PRIV003",
        (_PERSONAL_CODE,),
        "personas kods",
        "Izdzēsiet to; personas kods vietnē nedrīkst būt nekad.",
        """Lapās nekad neraksta personas kodus.

    Slikti: personas kods 010203-12345
    Labi: dalībnieka dati stāv līgumā, nevis vietnē.
    """,
    ),
    _forbids(
        "PRIV004",
        (_ADDRESS,),
        "adrese",
        "Izdzēsiet to un norādiet iestādi; ja tā ir iestādes publiskā adrese un tā vajadzīga, "
        "pierakstiet to failā mkdocs.yml pie “public_contacts”.",
        """Lapās neraksta ielu adreses.

    Slikti: Dokumentus nesiet uz Lielo ielu 5.
    Labi: Dokumentus iesniedziet aģentūrā; adrese ir tās vietnē.
    """,
        (" iel", " prospekt", " bulvār", " šosej", " gatv", " laukum", "LV-", " Street", " Road", " Avenue"),
    ),
    _forbids(
        "PRIV007",
        (_PERSON,),
        "vārdā nosaukts cilvēks",
        "Izdzēsiet vārdu; pietiek ar amatu, piemēram, “skolas koordinators”.",
        """Lapās nenosauc skolēnus, skolotājus un amatpersonas vārdā.

    Slikti: Par braucieniem atbild skolotāja Anna Bērziņa.
    Labi: Par braucieniem atbild skolas koordinators.
    """,
    ),
    _forbids(
        "PRIV005",
        (_ACCOUNT,),
        "bankas konta numurs",
        INSTITUTION,
        """Lapās neraksta bankas kontu numurus.

    Slikti: Ieskaitiet kontā LV80BANK0000435195001.
    Labi: Konta numuru norāda līgumā.
    """,
    ),
)
