"""Lists that the site does not take for lists, and tables with empty parts."""

import re
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide
from guidebook.parse.texts import text_of

_NO_SIGN = re.compile(
    r"^[ >]*(?:[•·●▪◦‣○–—](?=[ \u00a0]*\w)|[-+](?=[^\W\d_])|(?P<number>\d{1,2})(?:\)[ ]?|\.)(?=[^\W\d_])"
    r"|[a-zA-Z]\)[ ](?=\w))"
    r"(?=(?P<rest>[^\n]*))",
    re.M,
)
_EMPTY = re.compile(r"^[ >]*(?:[-*+]|\d{1,2}[.)])[ ]*$", re.M)
_GLUED = re.compile(
    r"^(?P<indent>[ ]*)(?:[-*+]|\d{1,2}\.)[ ]+\S[^\n]*\n(?P=indent)(?=[^\s\-*+#>|`<!?:{\d])(?=(?P<rest>[^\n]*))", re.M
)
_HEAD = r"^[ >]*\|(?P<head>[^\n]*)\|[ ]*\n[ >]*\|(?:[ ]*:?-{2,}:?[ ]*\|)+[ ]*"
_NO_HEAD = re.compile(rf"{_HEAD}$", re.M)
_EMPTY_ROW = re.compile(r"^[ >]*\|(?:[ ]*\|)+[ ]*$(?!\n[ >]*\|[ ]*:?--)", re.M)


@rule("LIST003", Severity.ERROR)
def no_list_sign(guide: Guide) -> Iterator[Finding]:
    """Saraksta punkts sākas ar “- ” vai “1. ”, atstarpe ieskaitot.

    Slikti: -termiņi, • termiņi, 1) termiņi, a) termiņi
    Labi: - termiņi
    """
    for page in guide.pages:
        text, last = text_of(page), -2
        for found in text.find(_NO_SIGN):
            row = page.text.count("\n", 0, found.start())
            if row != last + 1:
                sign = found[0].strip()
                right = f"{found['number']}. " if found["number"] else "- "
                yield Finding(
                    text.at(found.start() + found[0].index(sign)),
                    f"“{sign}{' '.join(found['rest'].split()[:3])} …” vietnē nebūs saraksta punkts.",
                    f"Rakstiet “{right}{' '.join(found['rest'].split()[:3])} …”.",
                )
            last = row


@rule("LIST004", Severity.WARNING)
def empty_point(guide: Guide) -> Iterator[Finding]:
    """Saraksta punktā ir teksts.

    Slikti: rinda, kurā ir tikai “-”.
    Labi: - termiņi
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_EMPTY):
            yield Finding(text.at(found.start()), "saraksta punktā nav teksta.", "Uzrakstiet to vai izdzēsiet rindu.")


@rule("LIST005", Severity.ERROR)
def glued_text(guide: Guide) -> Iterator[Finding]:
    """Starp sarakstu un tekstu zem tā ir tukša rinda.

    Slikti: teksts tieši zem “- termiņi”: vietnē tas nonāk šajā punktā.
    Labi: tukša rinda zem “- termiņi”, tad teksts.
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_GLUED):
            yield Finding(
                text.at(found.end()),
                f"rinda “{' '.join(found['rest'].split()[:4])} …” vietnē nonāk saraksta punktā virs tās.",
                "Pirms tās ielieciet tukšu rindu; ja tā pieder punktam, rakstiet to punkta rindā.",
            )


@rule("TEXT016", Severity.WARNING)
def empty_table(guide: Guide) -> Iterator[Finding]:
    """Tabulas galvā ir nosaukumi, un tajā nav tukšu rindu.

    Slikti: tabula, kuras galva ir “| | |”.
    Labi: tabula ar galvu “| Termiņš | Kurš |”.
    """
    for page in guide.pages:
        text = text_of(page)
        for found in _NO_HEAD.finditer(page.prose):
            if not found["head"].strip(" |"):
                yield Finding(text.at(found.start()), "tabulas galvā nav nosaukumu.", "Ierakstiet, kas ir katrā slejā.")
        for found in text.find(_EMPTY_ROW):
            yield Finding(text.at(found.start()), "tabulā ir tukša rinda.", "Aizpildiet šūnas vai izdzēsiet rindu.")


RULES = (no_list_sign, empty_point, glued_text, empty_table)
