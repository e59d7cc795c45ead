"""The rules of rumdl about single marks: list signs, headings, table edges, named links."""

from guidebook.adapters.lints import ERROR, INFO, WARNING, case, lint

MARKS = (
    lint(
        "MD003",
        INFO,
        ("Virsrakstam “#” ir tikai priekšā.", "## Atlase ##", "## Atlase"),
        case(r"found # Heading #", "virsraksta “{line}” beigās ir lieks “#”.", "Izdzēsiet to."),
    ),
    lint(
        "MD004",
        INFO,
        ("Saraksta punktu sāk ar “-”.", "* punkts", "- punkts"),
        case(r"List marker '(?P<found>.)'", "punkts “{line}” sākas ar “{found}”.", "Rakstiet “-”, kā citos sarakstos."),
    ),
    lint(
        "MD005",
        WARNING,
        ("Viena līmeņa punktiem ir vienāda atkāpe.", "“ - punkts” zem “- punkts”", "“- punkts” zem “- punkts”"),
        case(
            r"Expected indentation of (?P<want>\d+) spaces?, found (?P<found>\d+)",
            "punkta “{line}” atkāpe ir {found}, bet šajā līmenī tā ir {want}.",
            "Rindas sākumā atstājiet {want} atstarpes; apakšpunktam par četrām vairāk nekā punktam virs tā.",
        ),
    ),
    lint(
        "MD019",
        INFO,
        ("Aiz “#” ir viena atstarpe.", "##  Atlase", "## Atlase"),
        case(r"Multiple spaces", "virsrakstā “{line}” aiz “#” ir vairākas atstarpes.", "Atstājiet vienu."),
    ),
    lint(
        "MD026",
        INFO,
        ("Virsraksta beigās nav punkta, komata un kola.", "## Atlase:", "## Atlase"),
        case(
            r"Heading '.*' ends with punctuation '(?P<found>.)'",
            "virsraksta beigās ir “{found}”.",
            "Izdzēsiet to; jautājuma zīme drīkst palikt.",
        ),
    ),
    lint(
        "MD027",
        INFO,
        ("Aiz citāta zīmes “>” ir viena atstarpe.", ">   Projekts izdevās.", "> Projekts izdevās."),
        case(
            r"Multiple spaces after quote", "aiz “>” ir vairākas atstarpes.", "Atstājiet vienu: “> Projekts izdevās.”"
        ),
    ),
    lint(
        "MD035",
        INFO,
        ("Svītru pāri lapai raksta ar trim defisēm.", "***", "---"),
        case(r"Horizontal rule", "svītra pāri lapai ir rakstīta citādi: “{line}”.", "Rakstiet “---” vai izdzēsiet to."),
    ),
    lint(
        "MD036",
        WARNING,
        (
            "Virsraksts ir virsraksts, nevis treknraksts: pēc virsrakstiem lapā orientējas.",
            "**Kā sākt**",
            "### Kā sākt",
        ),
        case(
            r"instead of a heading: '(?P<text>.*)'\n",
            "“{text}” izskatās pēc virsraksta, bet ir tikai izcelts teksts.",
            "Rakstiet “### {text}”; ja tas nav virsraksts, turpiniet rindkopu.",
        ),
    ),
    lint(
        "MD040",
        INFO,
        ("Koda blokam pasaka, kas tajā ir.", "```", "```text"),
        case(
            r"missing language",
            "koda blokam nav teikts, kas tajā ir.",
            "Rakstiet “```text”; Markdown paraugam “```markdown”.",
        ),
    ),
    lint(
        "MD048",
        INFO,
        ("Koda bloku sāk un beidz ar trim “`”.", "~~~text", "```text"),
        case(r"Code fence style", "koda bloka zīme ir “{line}”.", "Rakstiet “{fix}”."),
    ),
    lint(
        "MD049",
        INFO,
        ("Slīprakstu raksta ar zvaigznītēm.", "_Europass_", "*Europass*"),
        case(r"Emphasis should use", "slīpraksts ir rakstīts ar “_”.", "Rakstiet “{fix}”."),
    ),
    lint(
        "MD050",
        INFO,
        ("Treknrakstu raksta ar divām zvaigznītēm.", "__svarīgi__", "**svarīgi**"),
        case(r"Strong emphasis should", "treknraksts ir rakstīts ar “__”.", "Rakstiet “{fix}”."),
    ),
    lint(
        "MD030",
        INFO,
        ("Starp saraksta zīmi un tekstu ir viena atstarpe.", "-   punkts", "- punkts"),
        case(
            r"Spaces after list markers \(Expected: (?P<want>\d+); Actual: (?P<found>\d+)\)",
            "punktā “{line}” aiz saraksta zīmes atstarpju skaits ir {found}.",
            "Atstājiet vienu.",
        ),
    ),
    lint(
        "MD038",
        INFO,
        ("Koda malās nav atstarpju.", "` docs/ `", "`docs/`"),
        case(r"[Ss]pace", "starp koda zīmi “`” un kodu ir atstarpe.", "Izdzēsiet to."),
    ),
    lint(
        "MD053",
        WARNING,
        (
            "Saites adresi, kas ir savā rindā, lapa lieto, un tā ir viena.",
            "lieka rinda “[r]: riski.md”",
            "[riski](riski.md)",
        ),
        case(r"Unused .*\[(?P<found>[^\]]+)\]", "adresi “[{found}]: …” lapa nelieto.", "Izdzēsiet šo rindu."),
        case(r"Duplicate .*\[(?P<found>[^\]]+)\]", "adrese “[{found}]: …” lapā jau ir.", "Izdzēsiet vienu no rindām."),
    ),
    lint(
        "MD055",
        WARNING,
        ("Tabulas rinda sākas un beidzas ar “|”.", "| Atlase | martā", "| Atlase | martā |"),
        case(r"pipe style", "tabulas rindas “{line}” sākumā vai beigās trūkst “|”.", "Rakstiet “| šūna | šūna |”."),
        once=True,
    ),
    lint(
        "MD062",
        INFO,
        ("Saites adreses malās nav atstarpju.", "[riski]( riski.md )", "[riski](riski.md)"),
        case(r"whitespace", "saites apaļajās iekavās ir liekas atstarpes.", "Rakstiet “[teksts](adrese)”."),
    ),
    lint(
        "MD068",
        WARNING,
        ("Zemsvītras piezīmei ir teksts.", "[^a]:", "[^a]: Ziņā ir 12."),
        case(
            r"definition '(?P<found>[^']+)' is empty", "piezīmei “{found}” nav teksta.", "Uzrakstiet to vai izdzēsiet."
        ),
    ),
    lint(
        "MD076",
        INFO,
        (
            "Visus saraksta punktus atdala vienādi.",
            "tukša rinda tikai starp dažiem punktiem",
            "punkti bez tukšām rindām",
        ),
        case(
            r"Unexpected blank line",
            "tukša rinda te atdala saraksta punktus, bet citur šajā sarakstā tādas nav.",
            "Izdzēsiet to.",
        ),
        case(
            r"Missing blank line",
            "te starp saraksta punktiem nav tukšas rindas, bet citur šajā sarakstā tāda ir.",
            "Izdzēsiet tukšās rindas starp punktiem.",
        ),
    ),
    lint(
        "MD085",
        INFO,
        ("Rindkopas turpinājumam nav atkāpes.", "  teksts ar atkāpi zem rindkopas", "teksts tajā pašā rindā"),
        case(
            r"continuation line",
            "rindai “{line}” ir atkāpe, bet tā turpina rindkopu virs tās.",
            "Izdzēsiet atkāpi; jaunai rindkopai vai blokam atstājiet tukšu rindu.",
        ),
        once=True,
    ),
    lint(
        "MD095",
        ERROR,
        (
            "Adresē nav burtu, kas tikai izskatās pēc latīņu burtiem.",
            "https://ex\u0430mple.org ar krievu “\u0430”",
            "https://example.org",
        ),
        case(
            r"character (?P<found>U\+\w+)",
            "saites adresē ir burts, kas tikai izskatās pēc latīņu burta ({found}); saite neatvērsies.",
            "Nokopējiet adresi no pārlūka vai uzrakstiet to no jauna.",
        ),
    ),
)
