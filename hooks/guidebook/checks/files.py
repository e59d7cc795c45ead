"""Files that cannot be read as they are."""

from collections.abc import Iterator

from guidebook.checks.rule import Finding, noticed, rule
from guidebook.diagnostics import Severity
from guidebook.ids import kind_of
from guidebook.model import Guide, Span
from guidebook.parse.guide import FACTS, SOURCES

encoding = noticed(
    "FILE001",
    Severity.ERROR,
    """Failam jābūt UTF-8 kodējumā.

    Slikti: fails saglabāts ar kodējumu “Windows-1257”, garumzīmes vietnē kļūst par jautājumzīmēm.
    Labi: fails saglabāts ar kodējumu “UTF-8”.
    """,
)
byte_order_mark = noticed(
    "FILE002",
    Severity.ERROR,
    """Faila sākumā nedrīkst būt neredzamās BOM zīmes.

    Slikti: fails saglabāts ar kodējumu “UTF-8 with BOM”, lapas galva netiek atpazīta.
    Labi: fails saglabāts ar kodējumu “UTF-8”.
    """,
)
line_ends = noticed(
    "FILE003",
    Severity.ERROR,
    """Rindām jābeidzas ar LF, nevis CRLF.

    Slikti: fails saglabāts ar rindu beigām “CRLF” (Windows).
    Labi: fails saglabāts ar rindu beigām “LF” (Unix).
    """,
)
tabs = noticed(
    "FILE004",
    Severity.ERROR,
    """Atkāpes raksta ar atstarpēm, nevis ar tabulēšanas zīmi.

    Slikti: saraksta apakšpunkta priekšā ir tabulēšanas zīme.
    Labi: saraksta apakšpunkta priekšā ir četras atstarpes.
    """,
)
unclosed_code = noticed(
    "FILE005",
    Severity.ERROR,
    """Koda blokam jābūt aizvērtam.

    Slikti: rinda ``` sāk koda bloku, un visa pārējā lapa kļūst par kodu.
    Labi: koda bloku sāk un beidz rinda ```.
    """,
)
long_line = noticed(
    "FILE006",
    Severity.ERROR,
    """Rindā nedrīkst būt tik daudz zīmju, ka to nevar pārbaudīt.

    Slikti: lapā iekopēts attēls kā simtiem tūkstošu zīmju gara rinda.
    Labi: attēls ir savā failā, un lapā ir saite uz to.
    """,
)
line_endings = noticed(
    "FILE011",
    Severity.INFO,
    """Lapas galvas un datu faila rindu beigās nav atstarpju, un pēdējā rinda beidzas ar rindas beigām.

    Slikti: rinda “title: Atlase” ar atstarpi beigās.
    Labi: rinda “title: Atlase” bez atstarpes.
    """,
)
empty = noticed(
    "FILE007",
    Severity.ERROR,
    """Lapas fails nedrīkst būt tukšs.

    Slikti: fails bez teksta vai tikai ar lapas galvu.
    Labi: fails ar lapas galvu un tekstu.
    """,
)
missing_snippet = noticed(
    "SNIP001",
    Severity.ERROR,
    """Fragmentam, ko lapa ietver, jābūt mapē docs/snippets/.

    Slikti: --8<-- "versja.md", bet fails ir versija.md.
    Labi: --8<-- "versija.md"
    """,
)
snippet_loop = noticed(
    "SNIP002",
    Severity.ERROR,
    """Fragments nedrīkst ietvert pats sevi.

    Slikti: a.md ietver b.md, un b.md ietver a.md.
    Labi: a.md ietver b.md.
    """,
)


@rule("FILE008", Severity.ERROR)
def missing_data(guide: Guide) -> Iterator[Finding]:
    """Failiem docs/sources.yml un docs/facts.yml, uz kuriem lapas atsaucas, jābūt ar ierakstiem.

    Slikti: lapā ir [@vetlv-2024 4.1. nodaļa], bet faila docs/sources.yml nav vai tas ir tukšs.
    Labi: failā docs/sources.yml ir ieraksts “vetlv-2024:”.
    """
    mentions = [mention for page in guide.pages for mention in page.mentions]
    citing = [mention.at for mention in mentions if mention.kind == "citation"]
    citing += [fact.at for fact in guide.facts.values() if fact.source]
    stating = [mention.at for mention in mentions if mention.kind == "value" and kind_of(mention.target) == "fact"]
    for path, known, used in ((SOURCES, guide.sources, citing), (FACTS, guide.facts, stating)):
        if used and not known and path not in guide.unreadable:
            fault = f"fails {path} ir tukšs" if path in guide.files else f"faila {path} nav"
            yield Finding(
                Span(path, 1),
                f"{fault}, bet uz to atsaucas {used[0]}.",
                "Atjaunojiet failu; ieraksta paraugs ir lapā docs/lv/redaktoriem/ka-pievienot.md.",
            )


RULES = (
    encoding,
    byte_order_mark,
    line_ends,
    tabs,
    unclosed_code,
    long_line,
    line_endings,
    empty,
    missing_data,
    missing_snippet,
    snippet_loop,
)
