"""Personal data, which would stay in the history of the project for good."""

import re
from collections.abc import Iterator

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Severity
from guidebook.model import Fact, Guide, Source

_PHONE = re.compile(
    r"(?<![\w.,/–-])(?:(?:\+|00)371[\s-]?)?(?!20\d\d[\s-]?20\d\d|20\d\d[01]\d[0-3]\d)[26]\d(?:[\s-]?\d{3}){2}"
    r"(?![\w/–-]|[.,]\d|\s?(?:eiro|euro|EUR|€|%))"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
_PERSONAL_CODE = re.compile(r"(?<![\w-])\d{6}-\d{5}(?![\w-])")
_STREET = "iel[aāu]|ielas|prospekt[sāu]|prospekta|bulvār[isī]+|bulvāra|šosej[aāu]|šosejas|gatv[eē]|laukum[sāu]|laukuma"
_ADDRESS = re.compile(rf"[A-ZĀČĒĢĪĶĻŅŠŪŽ]\w+\s(?:\w+\s)?(?:{_STREET})\s\d+\w?|(?<!\w)LV-\d{{4}}(?!\d)")


def _forbids(code: str, pattern: re.Pattern[str], what: str, hint: str, explanation: str) -> Rule:
    def check(guide: Guide) -> Iterator[Finding]:
        allowed = guide.settings.public_contacts
        for page in guide.pages:
            for match in pattern.finditer(page.prose):
                if match[0] not in allowed:
                    yield Finding(page.at(match.start()), f"lapā ir {what} “{match[0]}”.", hint)
        records: list[Source | Fact] = [*guide.sources.values(), *guide.facts.values()]
        for record in records:
            for match in pattern.finditer(_text_of(record)):
                if match[0] not in allowed:
                    yield Finding(record.at, f"ierakstā ir {what} “{match[0]}”.", hint)

    return Rule(code, Severity.ERROR, explanation.strip(), check)


def _text_of(record: Source | Fact) -> str:
    if isinstance(record, Fact):
        return "\n".join((*record.value.values(), record.place))
    return "\n".join((record.title, record.authors, record.publisher, record.note))


INSTITUTION = "Izdzēsiet to un norādiet iestādi, piemēram, “Jautājiet aģentūrai; kontakti ir tās vietnē”."

RULES = (
    _forbids(
        "PRIV001",
        _PHONE,
        "tālruņa numurs",
        INSTITUTION,
        """Lapās neraksta tālruņa numurus.

    Slikti: Zvaniet 29 123 456.
    Labi: Sazinieties ar Nacionālo atbalsta dienestu; kontakti ir tā vietnē.
    """,
    ),
    _forbids(
        "PRIV002",
        _EMAIL,
        "e-pasta adrese",
        INSTITUTION,
        """Lapās neraksta e-pasta adreses.

    Slikti: Rakstiet uz vards.uzvards@skola.lv.
    Labi: Rakstiet aģentūrai; adrese ir tās vietnē.
    """,
    ),
    _forbids(
        "PRIV003",
        _PERSONAL_CODE,
        "personas kods",
        "Izdzēsiet to; personas kods vietnē nedrīkst būt nekad.",
        """Lapās nekad neraksta personas kodus.

    Slikti: personas kods 010203-12345
    Labi: dalībnieka dati stāv līgumā, nevis vietnē.
    """,
    ),
    _forbids(
        "PRIV004",
        _ADDRESS,
        "adrese",
        "Izdzēsiet to un norādiet iestādi; ja tā ir iestādes publiskā adrese un tā vajadzīga, "
        "pierakstiet to failā mkdocs.yml pie “public_contacts”.",
        """Lapās neraksta ielu adreses.

    Slikti: Dokumentus nesiet uz Lielo ielu 5.
    Labi: Dokumentus iesniedziet aģentūrā; adrese ir tās vietnē.
    """,
    ),
)
