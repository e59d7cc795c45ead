"""What rumdl's rules of Markdown structure mean for an editor: our code, severity and words.

The codes keep rumdl's numbers. Each severity follows what Python-Markdown makes of the fault: an error
shows the reader signs instead of a list, table, heading or link, or loses text.
"""

from guidebook.adapters.lints import ERROR, INFO, WARNING, Lint, case, lint
from guidebook.adapters.markdown_marks import MARKS

BLOCKS = (
    lint(
        "MD007",
        ERROR,
        ("Apakšpunktu raksta ar četru atstarpju atkāpi.", "  - apakšpunkts", "    - apakšpunkts"),
        case(
            r"Expected (?P<want>4(?=.* [0-3]\n)|8(?=.* [0-7]\n)|12(?=.* (?:\d|1[01])\n)) .* (?P<found>\d+)\n",
            "apakšpunkta “{line}” atkāpe ir par mazu ({found}), tāpēc vietnē tas nebūs apakšpunkts.",
            "Rindas sākumā atstājiet {want} atstarpes.",
        ),
        once=True,
    ),
    lint(
        "MD009",
        INFO,
        ("Rindas beigās nav atstarpju.", "rinda ar divām atstarpēm beigās", "rinda bez atstarpēm beigās"),
        case(
            r"(?i)trailing", "rindas beigās ir liekas atstarpes.", "Izdzēsiet tās; rindkopas atdaliet ar tukšu rindu."
        ),
    ),
    lint(
        "MD011",
        ERROR,
        ("Saites teksts ir kvadrātiekavās, adrese – apaļajās.", "(riski)[riski.md]", "[riski](riski.md)"),
        case(
            r"Reversed.*\n.*?\((?P<text>[^()\n]*)\)\[(?P<address>[^@^\]\n][^\]\n]*)\]",
            "saitē iekavas ir samainītas vietām.",
            "Rakstiet “[{text}]({address})”.",
        ),
    ),
    lint(
        "MD012",
        INFO,
        ("Rindkopas atdala ar vienu tukšu rindu.", "divas tukšas rindas pēc kārtas", "viena tukša rinda"),
        case(r"blank lines", "šeit ir liekas tukšas rindas.", "Atstājiet vienu; faila beigās nevienu."),
        once=True,
    ),
    lint(
        "MD018",
        ERROR,
        ("Starp “#” un virsraksta tekstu ir atstarpe.", "##Atlase", "## Atlase"),
        case(
            r"No space after (?P<signs>#+)",
            "rindā “{line}” aiz “{signs}” trūkst atstarpes.",
            "Virsrakstu rakstiet “{signs} Nosaukums”; ja tas nav virsraksts, pirms “#” lieciet “\\”.",
        ),
    ),
    lint(
        "MD022",
        INFO,
        ("Virsrakstu no teksta atdala ar tukšu rindu.", "teksts tieši zem “## Atlase”", "tukša rinda zem “## Atlase”"),
        case(r"above heading", "pirms virsraksta “{line}” nav tukšas rindas.", "Pirms tā ielieciet tukšu rindu.", 0),
        case(r"below heading", "aiz virsraksta “{line}” nav tukšas rindas.", "Aiz tā ielieciet tukšu rindu.", 1),
    ),
    lint(
        "MD023",
        ERROR,
        ("Virsraksts sākas rindas sākumā.", "“ ## Atlase” ar atstarpi sākumā", "## Atlase"),
        case(
            r"indented by.*\n {1,3}#",
            "pirms “#” ir atstarpe, tāpēc vietnē virsraksta vietā būs redzams “{line}”.",
            "Rakstiet “{line}” bez atkāpes.",
        ),
    ),
    lint(
        "MD028",
        WARNING,
        ("Citāta rindkopas atdala ar rindu “>”.", "tukša rinda starp citāta rindām", "rinda “>” starp citāta rindām"),
        case(
            r"Blank line inside blockquote",
            "tukša rinda dala citātu, bet vietnē tas saplūdīs vienā.",
            "Ja tas ir viens citāts, tukšajā rindā rakstiet “>”; ja divi, starp tiem ielieciet teksta rindu.",
        ),
    ),
    lint(
        "MD029",
        WARNING,
        ("Saraksta numuri iet pēc kārtas.", "1., 2., 4.", "1., 2., 3."),
        case(
            r"number (?P<found>\d+) .*\(expected (?P<want>\d+)\)",
            "punkta numurs ir {found}., bet vietnē būs {want}.",
            "Rakstiet “{want}.”; ja te sākas cits saraksts, pirms tā ielieciet teksta rindu.",
        ),
    ),
    lint(
        "MD031",
        WARNING,
        ("Koda bloku no teksta atdala ar tukšu rindu.", "teksts tieši virs “```”", "tukša rinda virs “```”"),
        case(r"before fenced", "pirms koda bloka nav tukšas rindas.", "Pirms tā ielieciet tukšu rindu.", 0),
        case(r"after fenced", "aiz koda bloka nav tukšas rindas.", "Aiz tā ielieciet tukšu rindu.", 1),
    ),
    lint(
        "MD032",
        ERROR,
        ("Sarakstu no teksta atdala ar tukšu rindu.", "“- punkts” tieši zem teksta", "tukša rinda pirms “- punkts”"),
        case(
            r"preceded by blank",
            "pirms saraksta punkta “{line}” nav tukšas rindas, tāpēc vietnē saraksts saplūdīs ar tekstu.",
            "Pirms tā ielieciet tukšu rindu; ja tas nav saraksts, turpiniet iepriekšējo rindu.",
            0,
        ),
    ),
    lint(
        "MD034",
        WARNING,
        (
            "Adresi raksta kā saiti ar tekstu.",
            "https://www.viaa.gov.lv",
            "[aģentūras vietne](https://www.viaa.gov.lv)",
        ),
        case(
            r"'(?P<found>https?://[^']+)'",
            "adrese “{found}” vietnē nebūs saite.",
            "Rakstiet “[saites teksts]({found})”, bez atstarpes starp iekavām.",
        ),
    ),
    lint(
        "MD037",
        WARNING,
        ("Starp zvaigznītēm un izcelto tekstu nav atstarpju.", "** svarīgi **", "**svarīgi**"),
        case(
            r'"(?P<found>[*_]+.*[^\W\d_].*)"',
            "“{found}” vietnē nebūs izcelts, jo blakus zvaigznītei vai svītrai ir atstarpe.",
            "Izdzēsiet šo atstarpi: “**vārds**” vai “*vārds*”.",
        ),
    ),
    lint(
        "MD039",
        INFO,
        ("Saites teksta malās nav atstarpju.", "[ riski ](riski.md)", "[riski](riski.md)"),
        case(r"spaces inside link", "saites teksta malās ir atstarpes.", "Rakstiet “{fix}”."),
    ),
    lint(
        "MD042",
        ERROR,
        ("Saitei ir adrese.", "[riski]()", "[riski](riski.md)"),
        case(
            r"Empty link found: (?P<found>\[.*\]\((?!#).*\))\n",
            "saitei “{found}” nav adreses.",
            "Apaļajās iekavās ierakstiet adresi, piemēram, “[riski](riski.md)”, vai atstājiet tikai tekstu.",
        ),
    ),
    lint(
        "MD047",
        INFO,
        (
            "Faila pēdējā rinda beidzas ar rindas beigām.",
            "fails beidzas uzreiz aiz punkta",
            "aiz punkta ir rindas beigas",
        ),
        case(r"single newline", "faila pēdējai rindai nav rindas beigu zīmes.", "Rindas beigās nospiediet Enter."),
    ),
    lint(
        "MD058",
        ERROR,
        ("Tabulu no teksta atdala ar tukšu rindu.", "tabula tieši zem teksta", "tukša rinda pirms tabulas un aiz tās"),
        case(
            r"before table",
            "pirms tabulas nav tukšas rindas, tāpēc vietnē tabulas nebūs.",
            "Pirms tās ielieciet tukšu rindu.",
            0,
        ),
        case(
            r"after table",
            "aiz tabulas nav tukšas rindas, tāpēc nākamā rinda vietnē būs tabulā.",
            "Aiz tās ielieciet tukšu rindu.",
            1,
        ),
    ),
    lint(
        "MD066",
        WARNING,
        (
            "Katrai zemsvītras piezīmei ir gan zīme tekstā, gan teksts.",
            "tekstā [^a], bet rindas “[^a]: …” nav",
            "[^a] un “[^a]: …”",
        ),
        case(
            r"reference '(?P<found>[^']+)'",
            "piezīmei “{found}” nav teksta.",
            "Lapas beigās rakstiet “{found}: teksts”.",
        ),
        case(
            r"definition '(?P<found>[^']+)'",
            "uz piezīmi “{found}” tekstā neviena zīme nenorāda.",
            "Vajadzīgajā vietā ielieciet “{found}” vai izdzēsiet piezīmi.",
        ),
    ),
    lint(
        "MD069",
        WARNING,
        ("Saraksta punktam ir viena zīme.", "- - punkts", "- punkts"),
        case(r"Duplicate list marker", "punktam “{line}” ir divas saraksta zīmes.", "Atstājiet vienu: “- punkts”."),
    ),
    lint(
        "MD075",
        ERROR,
        (
            "Tabulai ir galva, un starp rindām nav tukšas rindas.",
            "rindas ar “|” bez “|---|---|”",
            "galva, zem tās “|---|---|”",
        ),
        case(r"Orphaned", "tukša rinda pirms “{line}” pārtrauc tabulu.", "Izdzēsiet tukšo rindu."),
        case(
            r"without a table header",
            "rinda “{line}” vietnē nebūs tabula, jo tai nav galvas.",
            "Zem pirmās rindas ielieciet rindu “|---|---|” ar tikpat šūnām.",
        ),
        once=True,
    ),
    lint(
        "MD077",
        ERROR,
        ("Saraksta punkta turpinājumu raksta ar četru atstarpju atkāpi.", "  turpinājums", "    turpinājums"),
        case(
            r"needs (?P<want>\d+) spaces .*\(found (?P<found>\d+)\)",
            "rindas “{line}” atkāpe ir par mazu ({found}), tāpēc vietnē saraksts te pārtrūks.",
            "Rindas sākumā atstājiet {want} atstarpes.",
        ),
        once=True,
    ),
    lint(
        "MD086",
        ERROR,
        ("Piezīmi, kas vietnē nav redzama, aizver ar “-->”.", "<!-- vēl jāpārbauda", "<!-- vēl jāpārbauda -->"),
        case(r"Unclosed", "šeit sākas piezīme “<!--”, kas nav aizvērta.", "Beigās ielieciet “-->” vai izdzēsiet to."),
    ),
    lint(
        "MD092",
        ERROR,
        ("Lapā nav saplūšanas konflikta zīmju.", "<<<<<<< HEAD", "viena no abām teksta versijām"),
        case(
            r"merge conflict",
            "šeit palikušas divas teksta versijas no saplūšanas konflikta; pārējais failā nav pārbaudīts.",
            "Atstājiet pareizo versiju un izdzēsiet rindas ar “<<<<<<<”, “=======” un “>>>>>>>”.",
        ),
    ),
)
"""Rules about what stands on lines of its own and about links."""

LINTS: tuple[Lint, ...] = tuple(sorted((*BLOCKS, *MARKS), key=lambda each: each.code))
