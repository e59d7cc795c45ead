"""What rumdl's rules of Markdown structure mean for an editor: our code, severity and words.

The codes keep rumdl's numbers. Each severity follows what Python-Markdown makes of the fault: an error
shows the reader signs instead of a list, table, heading or link, or loses text.
"""

import re
from dataclasses import dataclass

from guidebook.diagnostics import Severity

ERROR, WARNING, INFO = Severity


@dataclass(frozen=True, slots=True)
class Case:
    """One thing a rule of rumdl says."""

    pattern: re.Pattern[str]
    """Found in rumdl's message and, on the row below it, the line it is about; others are dropped."""
    message: str
    """May name {line}, {fix} (what rumdl would write) and the groups of the pattern."""
    hint: str
    gap: int | None = None
    """Where a blank line is missing: 0 before the line, 1 behind it."""


@dataclass(frozen=True, slots=True)
class Lint:
    """A rule of rumdl that the gate keeps."""

    code: str
    severity: Severity
    explanation: str
    """As a rule's docstring: one line, then `Slikti:` and `Labi:`."""
    cases: tuple[Case, ...]
    once: bool = False
    """Whether neighbouring lines with the fault are one fault."""


def _lint(code: str, severity: Severity, explained: tuple[str, str, str], *cases: Case, once: bool = False) -> Lint:
    says, bad, good = explained
    return Lint(code, severity, f"{says}\n\nSlikti: {bad}\nLabi: {good}", cases, once)


def _case(pattern: str, message: str, hint: str, gap: int | None = None) -> Case:
    return Case(re.compile(pattern), message, hint, gap)


LINTS = (
    _lint(
        "MD007",
        ERROR,
        ("Apakšpunktu raksta ar četru atstarpju atkāpi.", "  - apakšpunkts", "    - apakšpunkts"),
        _case(
            r"Expected (?P<want>4(?=.* [0-3]\n)|8(?=.* [0-7]\n)|12(?=.* (?:\d|1[01])\n)) .* (?P<found>\d+)\n",
            "apakšpunkta “{line}” atkāpe ir par mazu ({found}), tāpēc vietnē tas nebūs apakšpunkts.",
            "Rindas sākumā atstājiet {want} atstarpes.",
        ),
        once=True,
    ),
    _lint(
        "MD009",
        INFO,
        ("Rindas beigās nav atstarpju.", "rinda ar divām atstarpēm beigās", "rinda bez atstarpēm beigās"),
        _case(
            r"(?i)trailing", "rindas beigās ir liekas atstarpes.", "Izdzēsiet tās; rindkopas atdaliet ar tukšu rindu."
        ),
    ),
    _lint(
        "MD011",
        ERROR,
        ("Saites teksts ir kvadrātiekavās, adrese – apaļajās.", "(riski)[riski.md]", "[riski](riski.md)"),
        _case(
            r"Reversed.*\n.*?\((?P<text>[^()\n]*)\)\[(?P<address>[^@^\]\n][^\]\n]*)\]",
            "saitē iekavas ir samainītas vietām.",
            "Rakstiet “[{text}]({address})”.",
        ),
    ),
    _lint(
        "MD012",
        INFO,
        ("Rindkopas atdala ar vienu tukšu rindu.", "divas tukšas rindas pēc kārtas", "viena tukša rinda"),
        _case(r"blank lines", "šeit ir liekas tukšas rindas.", "Atstājiet vienu; faila beigās nevienu."),
        once=True,
    ),
    _lint(
        "MD018",
        ERROR,
        ("Starp “#” un virsraksta tekstu ir atstarpe.", "##Atlase", "## Atlase"),
        _case(
            r"No space after (?P<signs>#+)",
            "rindā “{line}” aiz “{signs}” trūkst atstarpes.",
            "Virsrakstu rakstiet “{signs} Nosaukums”; ja tas nav virsraksts, pirms “#” lieciet “\\”.",
        ),
    ),
    _lint(
        "MD022",
        INFO,
        ("Virsrakstu no teksta atdala ar tukšu rindu.", "teksts tieši zem “## Atlase”", "tukša rinda zem “## Atlase”"),
        _case(r"above heading", "pirms virsraksta “{line}” nav tukšas rindas.", "Pirms tā ielieciet tukšu rindu.", 0),
        _case(r"below heading", "aiz virsraksta “{line}” nav tukšas rindas.", "Aiz tā ielieciet tukšu rindu.", 1),
    ),
    _lint(
        "MD023",
        ERROR,
        ("Virsraksts sākas rindas sākumā.", "“ ## Atlase” ar atstarpi sākumā", "## Atlase"),
        _case(
            r"indented by.*\n {1,3}#",
            "pirms “#” ir atstarpe, tāpēc vietnē virsraksta vietā būs redzams “{line}”.",
            "Rakstiet “{line}” bez atkāpes.",
        ),
    ),
    _lint(
        "MD028",
        WARNING,
        ("Citāta rindkopas atdala ar rindu “>”.", "tukša rinda starp citāta rindām", "rinda “>” starp citāta rindām"),
        _case(
            r"Blank line inside blockquote",
            "tukša rinda dala citātu, bet vietnē tas saplūdīs vienā.",
            "Ja tas ir viens citāts, tukšajā rindā rakstiet “>”; ja divi, starp tiem ielieciet teksta rindu.",
        ),
    ),
    _lint(
        "MD029",
        WARNING,
        ("Saraksta numuri iet pēc kārtas.", "1., 2., 4.", "1., 2., 3."),
        _case(
            r"number (?P<found>\d+) .*\(expected (?P<want>\d+)\)",
            "punkta numurs ir {found}., bet vietnē būs {want}.",
            "Rakstiet “{want}.”; ja te sākas cits saraksts, pirms tā ielieciet teksta rindu.",
        ),
    ),
    _lint(
        "MD031",
        WARNING,
        ("Koda bloku no teksta atdala ar tukšu rindu.", "teksts tieši virs “```”", "tukša rinda virs “```”"),
        _case(r"before fenced", "pirms koda bloka nav tukšas rindas.", "Pirms tā ielieciet tukšu rindu.", 0),
        _case(r"after fenced", "aiz koda bloka nav tukšas rindas.", "Aiz tā ielieciet tukšu rindu.", 1),
    ),
    _lint(
        "MD032",
        ERROR,
        ("Sarakstu no teksta atdala ar tukšu rindu.", "“- punkts” tieši zem teksta", "tukša rinda pirms “- punkts”"),
        _case(
            r"preceded by blank",
            "pirms saraksta punkta “{line}” nav tukšas rindas, tāpēc vietnē saraksts saplūdīs ar tekstu.",
            "Pirms tā ielieciet tukšu rindu; ja tas nav saraksts, turpiniet iepriekšējo rindu.",
            0,
        ),
    ),
    _lint(
        "MD034",
        WARNING,
        (
            "Adresi raksta kā saiti ar tekstu.",
            "https://www.viaa.gov.lv",
            "[aģentūras vietne](https://www.viaa.gov.lv)",
        ),
        _case(
            r"'(?P<found>https?://[^']+)'",
            "adrese “{found}” vietnē nebūs saite.",
            "Rakstiet “[saites teksts]({found})”, bez atstarpes starp iekavām.",
        ),
    ),
    _lint(
        "MD037",
        WARNING,
        ("Starp zvaigznītēm un izcelto tekstu nav atstarpju.", "** svarīgi **", "**svarīgi**"),
        _case(
            r'"(?P<found>[*_]+.*[^\W\d_].*)"',
            "“{found}” vietnē nebūs izcelts, jo blakus zvaigznītei vai svītrai ir atstarpe.",
            "Izdzēsiet šo atstarpi: “**vārds**” vai “*vārds*”.",
        ),
    ),
    _lint(
        "MD039",
        INFO,
        ("Saites teksta malās nav atstarpju.", "[ riski ](riski.md)", "[riski](riski.md)"),
        _case(r"spaces inside link", "saites teksta malās ir atstarpes.", "Rakstiet “{fix}”."),
    ),
    _lint(
        "MD042",
        ERROR,
        ("Saitei ir adrese.", "[riski]()", "[riski](riski.md)"),
        _case(
            r"Empty link found: (?P<found>\[.*\]\((?!#).*\))\n",
            "saitei “{found}” nav adreses.",
            "Apaļajās iekavās ierakstiet adresi, piemēram, “[riski](riski.md)”, vai atstājiet tikai tekstu.",
        ),
    ),
    _lint(
        "MD047",
        INFO,
        (
            "Faila pēdējā rinda beidzas ar rindas beigām.",
            "fails beidzas uzreiz aiz punkta",
            "aiz punkta ir rindas beigas",
        ),
        _case(r"single newline", "faila pēdējai rindai nav rindas beigu zīmes.", "Rindas beigās nospiediet Enter."),
    ),
    _lint(
        "MD056",
        WARNING,
        ("Katrā tabulas rindā ir tikpat šūnu, cik galvā.", "galvā divas šūnas, rindā trīs", "galvā un rindā pa divām"),
        _case(
            r"row has (?P<found>\d+) cells, but expected (?P<want>\d+)",
            "tabulas galvā šūnu skaits ir {want}, bet šajā rindā {found}.",
            "Salieciet “|” kā galvā, piemēram, “| Atlase | martā |”; svītru tekstā rakstiet “\\|”.",
        ),
    ),
    _lint(
        "MD058",
        ERROR,
        ("Tabulu no teksta atdala ar tukšu rindu.", "tabula tieši zem teksta", "tukša rinda pirms tabulas un aiz tās"),
        _case(
            r"before table",
            "pirms tabulas nav tukšas rindas, tāpēc vietnē tabulas nebūs.",
            "Pirms tās ielieciet tukšu rindu.",
            0,
        ),
        _case(
            r"after table",
            "aiz tabulas nav tukšas rindas, tāpēc nākamā rinda vietnē būs tabulā.",
            "Aiz tās ielieciet tukšu rindu.",
            1,
        ),
    ),
    _lint(
        "MD066",
        WARNING,
        (
            "Katrai zemsvītras piezīmei ir gan zīme tekstā, gan teksts.",
            "tekstā [^a], bet rindas “[^a]: …” nav",
            "[^a] un “[^a]: …”",
        ),
        _case(
            r"reference '(?P<found>[^']+)'",
            "piezīmei “{found}” nav teksta.",
            "Lapas beigās rakstiet “{found}: teksts”.",
        ),
        _case(
            r"definition '(?P<found>[^']+)'",
            "uz piezīmi “{found}” tekstā neviena zīme nenorāda.",
            "Vajadzīgajā vietā ielieciet “{found}” vai izdzēsiet piezīmi.",
        ),
    ),
    _lint(
        "MD069",
        WARNING,
        ("Saraksta punktam ir viena zīme.", "- - punkts", "- punkts"),
        _case(r"Duplicate list marker", "punktam “{line}” ir divas saraksta zīmes.", "Atstājiet vienu: “- punkts”."),
    ),
    _lint(
        "MD075",
        ERROR,
        (
            "Tabulai ir galva, un starp rindām nav tukšas rindas.",
            "rindas ar “|” bez “|---|---|”",
            "galva, zem tās “|---|---|”",
        ),
        _case(r"Orphaned", "tukša rinda pirms “{line}” pārtrauc tabulu.", "Izdzēsiet tukšo rindu."),
        _case(
            r"without a table header",
            "rinda “{line}” vietnē nebūs tabula, jo tai nav galvas.",
            "Zem pirmās rindas ielieciet rindu “|---|---|” ar tikpat šūnām.",
        ),
        once=True,
    ),
    _lint(
        "MD077",
        ERROR,
        ("Saraksta punkta turpinājumu raksta ar četru atstarpju atkāpi.", "  turpinājums", "    turpinājums"),
        _case(
            r"needs (?P<want>\d+) spaces .*\(found (?P<found>\d+)\)",
            "rindas “{line}” atkāpe ir par mazu ({found}), tāpēc vietnē saraksts te pārtrūks.",
            "Rindas sākumā atstājiet {want} atstarpes.",
        ),
        once=True,
    ),
    _lint(
        "MD086",
        ERROR,
        ("Piezīmi, kas vietnē nav redzama, aizver ar “-->”.", "<!-- vēl jāpārbauda", "<!-- vēl jāpārbauda -->"),
        _case(r"Unclosed", "šeit sākas piezīme “<!--”, kas nav aizvērta.", "Beigās ielieciet “-->” vai izdzēsiet to."),
    ),
    _lint(
        "MD092",
        ERROR,
        ("Lapā nav saplūšanas konflikta zīmju.", "<<<<<<< HEAD", "viena no abām teksta versijām"),
        _case(
            r"merge conflict",
            "šeit palikušas divas teksta versijas no saplūšanas konflikta; pārējais failā nav pārbaudīts.",
            "Atstājiet pareizo versiju un izdzēsiet rindas ar “<<<<<<<”, “=======” un “>>>>>>>”.",
        ),
    ),
)
