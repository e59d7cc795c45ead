"""The gate watches itself: one fault per rule, planted in the real docs/, must be found at its line.

A rule that stops firing, or a clean tree that is not silent, fails here.
"""

import re
import shutil
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from site_build import ROOT

from guidebook.adapters.disk import load_guide, open_project
from guidebook.adapters.linter import CONFIG as LINT_CONFIG
from guidebook.adapters.linter import lint
from guidebook.adapters.markdown_rules import LINTS
from guidebook.checks import OF_ONE_TEXT, rules_on, run
from guidebook.checks.parts import parts
from guidebook.diagnostics import Diagnostic
from guidebook.model import Fault as ParseFault
from guidebook.model import Guide, Page
from guidebook.parse.changes import CHANGELOG
from guidebook.parse.guide import Project, ReadPage, parse_guide

PAGE = "docs/lv/mobilitate/planosana.md"
OTHER = "docs/lv/mobilitate/uzlabosana.md"
GLOSSARY = "docs/lv/glosarijs/index.md"
SOURCES = "docs/sources.yml"
FACTS = "docs/facts.yml"
SNIPPET = "docs/snippets/lv/digcomp-versija.md"

NEW_PAGE = "---\ntitle: J\ndescription: J.\n---\n\n# J\n"
WRITTEN = "Ja vajag papildu atbalstu pavadošajām personām, to norāda un pamato jau pieteikumā."
"""What the page says already."""
PHOTOGRAPH = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACHRFWHRBdXRob3IAQat3+eUAAAALSURBVHicY2AAAgAABQABel6rPwAAAABJRU5ErkJggg=="
)
"""A picture of one point that names its author."""
DESCRIPTION = (
    "description: Kā skolā izveidot mobilitātes projekta darba grupu, ko tajā iekļaut un kā sadalīt pienākumus."
)
"""What the head of an earlier page says."""
SAID = (
    "Dalībniekdienas skolēniem un pavadošajām personām rēķiniet atsevišķi; paraugs ir lapā [Atskaites](atskaites.md). "
    "Pirms ierakstāt kursu ilgumu, palūdziet rīkotājam precīzu programmu."
)
"""What another page says already."""
ACTION = (
    "- [ ] Uzrakstiet mobilitātes projekta plānu un aprakstu ar mērķiem, darbībām, laika grafiku, resursiem un "
    'budžetu. {#item-vel-viens who="koordinators" when="regulāri"}'
)
"""What an item of the page says already."""


ITEM = '{#item-vel-viens who="koordinators" when="regulāri"}'


@dataclass(frozen=True)
class Fault:
    """A change of one file and where the gate must point."""

    path: str
    change: Callable[[str], str | bytes]
    line: int | str
    """The line, or a text in the changed file that stands on it."""
    also: str = ""
    """What docs/redirects.yml says."""


def end(text: str) -> Callable[[str], str]:
    return lambda page: f"{page}\n{text}\n"


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(page: str) -> str:
        assert old in page
        return page.replace(old, new, 1)

    return change


def top(text: str) -> Callable[[str], str]:
    return lambda page: f"{text}{page}"


FAULTS: dict[str, Fault] = {
    "META008": Fault("docs/lv/cove/klasteri.md", swap("programme: cove\n", ""), 1),
    "TYPO020": Fault(PAGE, end("Kad\u00a0skola\u00a0raksta plānu."), "Kad"),
    "ITEM005": Fault(
        PAGE,
        end(f"- [ ] Darba grupas izveide. {ITEM}"),
        "Darba grupas izveide",
    ),
    "ITEM006": Fault(PAGE, end(f"- [x] Izveidojiet darba grupu. {ITEM}"), "- [x]"),
    "TEXT017": Fault(PAGE, end("<!-- pajautāt grāmatvedim -->"), "<!--"),
    "TEXT018": Fault(PAGE, end("Skatiet www.viaa.gov.lv."), "www.viaa"),
    "TYPO019": Fault(PAGE, end("To māca 7 klasē."), "7 klasē"),
    "IMG004": Fault(PAGE, end("![attēls](../../assets/a.svg)"), "![attēls]"),
    "IMG005": Fault(
        "docs/snippets/lv/ka2-cels.svg.html", lambda text: text.replace('<desc id="', '<desc id="x-'), "aria-labelledby"
    ),
    "PRIV007": Fault(PAGE, end("Par to atbild skolotāja Anna Bērziņa."), "Anna Bērziņa"),
    "TERM007": Fault(PAGE, end("Datus ievadiet sistēmā Mobility Tool+."), "Mobility Tool+"),
    "FILE001": Fault(PAGE, lambda page: page.encode() + "ā\n".encode("cp1257"), -1),
    "FILE002": Fault(PAGE, top("\ufeff"), 1),
    "FILE003": Fault(PAGE, lambda page: page.replace("\n", "\r\n"), 1),
    "FILE004": Fault(PAGE, end("\tatkāpe"), "\tatkāpe"),
    "FILE005": Fault(PAGE, end("```\nkods"), "```"),
    "FILE006": Fault(PAGE, end("a" * 1_000_000), "a" * 99),
    "FILE007": Fault(PAGE, lambda page: "", 1),
    "FILE008": Fault(SOURCES, lambda page: "", 1),
    "SNIP001": Fault(PAGE, end('--8<-- "nav-tada.md"'), "nav-tada"),
    "SNIP002": Fault(SNIPPET, end('--8<-- "digcomp-versija.md"'), '--8<-- "digcomp-versija.md"'),
    "META001": Fault(PAGE, swap("title:", 'title: "'), "title:"),
    "META002": Fault(PAGE, swap("title:", "tittle:"), "tittle:"),
    "META003": Fault(PAGE, swap("reviewed: 2026-11-21", "reviewed: vakar"), "reviewed: vakar"),
    "META004": Fault(PAGE, swap("description:", "# description:"), 1),
    "META005": Fault(PAGE, swap("programme: mobilitate", "programme: mobilitte"), "mobilitte"),
    "META006": Fault(PAGE, swap("programme: mobilitate", "programme: mobilitate\nprogramme: ka2"), "programme: ka2"),
    "ATTR001": Fault(PAGE, end("## Vēl {step-vel}"), "{step-vel}"),
    "HEAD001": Fault(PAGE, end("##### Dziļi"), "##### Dziļi"),
    "HEAD002": Fault(PAGE, end("# Otrs"), "# Otrs"),
    "HEAD003": Fault(PAGE, end("Teksts\n---"), "Teksts\n---"),
    "LIST001": Fault(PAGE, end("2026. gadā sākas."), "2026. gadā sākas."),
    "ID001": Fault(PAGE, end("## Vēl {#stage-uzlabosana}"), "## Vēl {#stage-uzlabosana}"),
    "ID002": Fault(PAGE, end("## Vēl {#step-Vēl_viens}"), "step-Vēl_viens"),
    "NAV001": Fault("docs/lv/mobilitate/jauna.md", lambda page: NEW_PAGE, 1),
    "NAV002": Fault("mkdocs.yml", swap("- mobilitate/veidi.md", "- mobilitate/viedi.md"), "viedi.md"),
    "NAV003": Fault("docs/de/index.md", lambda page: NEW_PAGE, 1),
    "REF001": Fault(PAGE, end("[atlase](ref:step-atlse)"), "step-atlse"),
    "REF002": Fault(PAGE, end("[veidi](viedi.md)"), "viedi.md"),
    "REF003": Fault(PAGE, end("[veidi](veidi.md#nekur)"), "#nekur"),
    "REF004": Fault(PAGE, end("![Posmi](posmi.svg)"), "posmi.svg"),
    "IMG001": Fault(PAGE, end("![](posmi.svg)"), "posmi.svg"),
    "TERM001": Fault(PAGE, end("[klasteris](ref:term-klastrs)"), "term-klastrs"),
    "TERM002": Fault(GLOSSARY, end("## Ķiņķēziņš {#term-kinkezins}\n\nTāda nav."), "Ķiņķēziņš"),
    "TERM003": Fault(GLOSSARY, end("## Klases telpa {#term-klases-telpa}"), "Klases telpa"),
    "CIT001": Fault(PAGE, end("Tā ir. [@vetlv-23 1. posms]"), "vetlv-23"),
    "CIT002": Fault(SOURCES, end("jauns-2026:\n  title: Jauns"), "jauns-2026"),
    "CIT003": Fault(PAGE, end(f"## Bez avota\n\n{'Tas ir apgalvojums bez avota. ' * 5}"), "## Bez avota"),
    "CIT004": Fault(PAGE, end("Tā ir. [@vetlv-2023]"), "[@vetlv-2023]"),
    "FACT001": Fault(PAGE, end("Cik? {{ fact-nav-tada }}"), "fact-nav-tada"),
    "FACT002": Fault(
        FACTS,
        end("fact-jauns:\n  value: 7\n  source: vetlv-2023\n  place: x\n  checked: 2026-11-21\n  valid_for: 365"),
        "fact-jauns",
    ),
    "ITEM001": Fault(PAGE, end("- [ ] Dariet."), "- [ ] Dariet."),
    "ITEM002": Fault(
        "docs/lv/par/privatums.md",
        end('- [ ] Dariet. {#item-dariet who="direktors" when="regulāri"}'),
        "item-dariet",
    ),
    "ITEM003": Fault(PAGE, end('- [ ] Dariet. {#item-dariet when="regulāri"}'), "item-dariet"),
    "ITEM004": Fault(PAGE, end('- [ ] Dariet. {#item-dariet who="direktore" when="regulāri"}'), "item-dariet"),
    "PRIV001": Fault(PAGE, end("Zvaniet 29 123 456."), "29 123 456"),
    "PRIV002": Fault(PAGE, end("Rakstiet a.b@skola.lv."), "a.b@"),
    "PRIV003": Fault(PAGE, end("Kods 010203-12345."), "010203"),
    "PRIV004": Fault(PAGE, end("Nāciet uz Lielo ielu 5."), "Lielo ielu"),
    "CIT005": Fault(PAGE, end("Tā ir. [@vetlv-2023 S1-0013]"), "S1-0013"),
    "FACT003": Fault("docs/lv/cove/konkursa-prasibas.md", end("Vajag vismaz 75 no 100 punktiem."), "Vajag vismaz 75"),
    "FACT005": Fault(
        FACTS,
        swap("chosen_from: cluster-cove-macibas", "chosen_from: cluster-cove-mcibas"),
        "fact-cove-minimums-macibas",
    ),
    "NOTE001": Fault(PAGE, end("Tā ir.[^nekas]"), "[^nekas]"),
    "NOTE002": Fault(PAGE, end("[^lieka]: Piezīme."), "[^lieka]"),
    "LANG001": Fault(PAGE, end("[A](../../en/mobilitate/index.md)"), "../../en/"),
    "NAV004": Fault("docs/lv/mobilitate/jauna.md", lambda page: NEW_PAGE, 1),
    "RED001": Fault(PAGE, end("[x](ref:step-vecais)"), "step-vecais", also="step-vecais: step-atlase\n"),
    "RED002": Fault(PAGE, end("## Vēl {#step-vecais}"), "step-vecais", also="step-vecais: step-atlase\n"),
    "RED003": Fault("docs/redirects.yml", lambda page: "step-vecais: step-nekur\n", 1),
    "NEW001": Fault("docs/lv/mobilitate/jauna.md", lambda page: NEW_PAGE, "# J"),
    "NEW002": Fault(GLOSSARY, end('## Ķiņķēziņš {#term-kinkezins en=""}\n\nTāda nav.'), "Ķiņķēziņš"),
    "SAFE001": Fault(PAGE, end("<script>a()</script>"), "<script>"),
    "SAFE002": Fault(PAGE, end('<p onclick="a()">b</p>'), "onclick"),
    "SAFE003": Fault(PAGE, end("[a](javascript:b)"), "javascript:"),
    "SAFE004": Fault(PAGE, end("![Posmi](https://example.org/a.png)"), "https://example.org/a.png"),
    "SAFE005": Fault(PAGE, end('<p style="background: url(https://example.org/a.png)">b</p>'), "background"),
    "SAFE006": Fault(PAGE, end("[a](http://example.org/a)"), "http://example.org"),
    "SAFE007": Fault(PAGE, end("[a](https://bit.ly/3abc)"), "bit.ly"),
    "SAFE008": Fault(PAGE, end("Tas ir <b>svarīgi</b>."), "<b>"),
    "DUP001": Fault(OTHER, end(SAID), SAID),
    "DUP002": Fault(PAGE, end(ACTION), ACTION),
    "PLAIN001": Fault(PAGE, end(f"Skola {'raksta un lasa ' * 12}vēl."), "Skola raksta"),
    "PLAIN002": Fault(PAGE, end("Lasiet dalībnieces mobilitātes atskaites nodaļas tekstu."), "Lasiet dalībnieces"),
    "PLAIN003": Fault(PAGE, end("Pieteikumi tiek izskatīti, un tad rezultāti tiek paziņoti."), "Pieteikumi tiek"),
    "TYPO001": Fault(PAGE, end('Programma "Erasmus+".'), 'Programma "'),
    "TYPO002": Fault(PAGE, end("Programma “Erasmus+."), "Programma “"),
    "TYPO003": Fault(PAGE, end("No 2018-2021."), "2018-2021"),
    "TYPO004": Fault(PAGE, end("No 2018 – 2021."), "2018 – 2021"),
    "TYPO005": Fault(PAGE, end("Atlase - pirmais solis."), "Atlase - "),
    "TYPO006": Fault(PAGE, end("Tie ir 15%."), "15%"),
    "TYPO007": Fault(PAGE, end("Tie ir 15 %."), "Tie ir 15 %"),
    "TYPO008": Fault(PAGE, end("Līdz 28.11.2024."), "28.11.2024."),
    "TYPO009": Fault(PAGE, end("Vajag 3.5 stundas."), "3.5 stundas"),
    "TYPO010": Fault(PAGE, end("Vajag 10000 lapu."), "10000"),
    "TYPO011": Fault(PAGE, end("Katrs  dalībnieks."), "Katrs  dalībnieks"),
    "TYPO012": Fault(PAGE, end("Vai ir gatavs ?"), "gatavs ?"),
    "TYPO013": Fault(PAGE, end("Izlasiet,parakstiet."), "Izlasiet,parakstiet"),
    "TYPO014": Fault(PAGE, end("Un tā tālāk..."), "tālāk..."),
    "TYPO015": Fault(PAGE, end("Nenokavējiet!!!"), "Nenokavējiet!!!"),
    "TEXT001": Fault(PAGE, end("Tā ir sk\u043ela."), "sk\u043ela"),
    "TEXT002": Fault(PAGE, end("Tā ir sko\u200bla."), "sko\u200bla"),
    "TEXT003": Fault(PAGE, end("Tā ir ma\u0304ja."), "ma\u0304ja"),
    "TEXT004": Fault(PAGE, end("Tās ir mÄ\u0081cÄ«bas."), "mÄ\u0081c"),
    "LOG001": Fault(CHANGELOG, end("## Vakar\n\n- Viss."), "## Vakar"),
    "LOG002": Fault(CHANGELOG, end("## Nākamais laidiens\n\n- Viss."), "## Nākamais laidiens"),
    "TEXT005": Fault(PAGE, end("<<<<<<< HEAD"), "<<<<<<< HEAD"),
    "TEXT006": Fault(PAGE, end("TODO: pajautāt."), "TODO"),
    "TEXT007": Fault(PAGE, end("The school should agree on the rules of the project."), "The school"),
    "TEXT008": Fault(PAGE, end("Tas ir macibas."), "macibas"),
    "TEXT009": Fault(PAGE, end("Tas ir [šeit](veidi.md)."), "[šeit]"),
    "TEXT010": Fault(PAGE, end('!!! padoms "Mūsu padoms"\n    Teksts.'), "!!! padoms"),
    "TEXT011": Fault(PAGE, end("-[ ] Dariet."), "-[ ] Dariet."),
    "TEXT012": Fault(PAGE, end("| A | B |\n|---|---|\n| viens |"), "| viens |"),
    "TEXT013": Fault(PAGE, end("~~Vecais termiņš.~~"), "~~Vecais"),
    "TEXT014": Fault(PAGE, end("Skola (Liepājā piedalās."), "Skola (Liepājā"),
    "TEXT015": Fault(PAGE, end("Tas ir **svarīgi."), "**svarīgi"),
    "TEXT016": Fault(PAGE, end("| | |\n|---|---|\n| viens | divi |"), "| | |"),
    "ATTR002": Fault(PAGE, end("Cik? {{ fact-nav }"), "fact-nav"),
    "HEAD004": Fault(PAGE, end("##\n\nTeksts."), "##\n\nTeksts."),
    "HEAD005": Fault(PAGE, end("## Vēl"), "## Vēl"),
    "HEAD006": Fault(PAGE, end("## Paredziet iekļaušanu\n\nTeksts."), "## Paredziet iekļaušanu"),
    "LIST002": Fault(PAGE, end("Teksts.\n\n  Teksts ar atkāpi."), "  Teksts ar"),
    "LIST003": Fault(PAGE, end("• termiņi"), "• termiņi"),
    "LIST004": Fault(PAGE, end("- termiņi\n-\n- izmaksas"), "-\n- izmaksas"),
    "LIST005": Fault(PAGE, end("- termiņi\nTeksts."), "Teksts."),
    "REF005": Fault(PAGE, end("Skatiet [plānu][plans-2026]."), "plans-2026"),
    "REF006": Fault(PAGE, end("[plāns](mans plāns.md)"), "mans plāns"),
    "CIT006": Fault(PAGE, end("Tā ir. [vetlv-2023 1. posms]"), "[vetlv-2023 1. posms]"),
    "TYPO016": Fault(PAGE, end("Sākas plkst. 16:30."), "16:30"),
    "TYPO017": Fault(PAGE, end("Skola skola raksta."), "Skola skola"),
    "PRIV005": Fault(PAGE, end("Konts LV80BANK0000435195001."), "LV80BANK"),
    "PRIV006": Fault("docs/lv/mobilitate/posmi.png", lambda page: PHOTOGRAPH, 1),
    "FILE011": Fault(PAGE, swap("title: Plānošana", "title: Plānošana "), "title: Plānošana "),
    "FILE009": Fault("docs/lv/mobilitate/Posmi.svg", lambda page: "<svg/>", 1),
    "FILE010": Fault("docs/lv/mobilitate/plans.docx", lambda page: "PK", 1),
    "IMG002": Fault("docs/lv/mobilitate/posmi.svg", lambda page: "<svg/>", 1),
    "IMG003": Fault("docs/lv/mobilitate/posmi.png", lambda page: b"a" * 600_000, 1),
    "SNIP003": Fault("docs/snippets/lv/lieks.md", lambda page: "Teksts.", 1),
    "DATA001": Fault("docs/data/pumpurs.csv", lambda table: f"{table}1,2\n", "1,2"),
    "TERM004": Fault(GLOSSARY, end('## Ķiņķēziņš {#term-kinkezins en="Recognition"}\n\nTāda nav.'), "Ķiņķēziņš"),
    "TERM005": Fault(PAGE, end("Skola raksta ZKPD pārskatu."), "ZKPD"),
    "TERM006": Fault(PAGE, end("Programma Erazmus+ sākas."), "Erazmus+"),
    "TYPO018": Fault(PAGE, end("Programma 'Erasmus' sākas."), "'Erasmus'"),
    "META007": Fault(PAGE, lambda page: re.sub("description: .*", DESCRIPTION, page, count=1), DESCRIPTION),
    "DUP003": Fault(PAGE, end(f"Vēl. {WRITTEN}"), f"Vēl. {WRITTEN}"),
}
"""A fault for each rule that needs neither a day nor another program."""
DATED: dict[str, Fault] = {
    "FACT004": Fault(FACTS, swap("checked: 2026-11-21", "checked: 2020-01-10"), "checked: 2020-01-10"),
    "DATE001": Fault(PAGE, swap("reviewed: 2026-11-21", "reviewed: 2025-12-01"), "reviewed: 2025-12-01"),
    "DATE002": Fault(PAGE, swap("reviewed: 2026-11-21", "reviewed: 2024-01-10"), "reviewed: 2024-01-10"),
    "DATE003": Fault(PAGE, swap("reviewed: 2026-11-21", "reviewed: 2062-11-21"), "reviewed: 2062-11-21"),
}
TODAY = date(2026, 11, 21)
MARKDOWN: dict[str, Fault] = {
    "MD027": Fault(PAGE, end("\n>   Projekts izdevās."), ">   Projekts"),
    "MD035": Fault(PAGE, end("\n***"), "***"),
    "MD036": Fault(PAGE, end("\n**Kā sākt**"), "**Kā sākt**"),
    "MD040": Fault(PAGE, end("\n```\nparaugs\n```"), "```\nparaugs"),
    "MD048": Fault(PAGE, end("\n~~~text\nparaugs\n~~~"), "~~~text"),
    "MD049": Fault(PAGE, end("\nTas ir _labi_."), "_labi_"),
    "MD050": Fault(PAGE, end("\nTas ir __labi__."), "__labi__"),
    "MD003": Fault(PAGE, end("## Vēl ##\n\nTeksts."), "## Vēl ##"),
    "MD004": Fault(PAGE, end("* viens"), "* viens"),
    "MD005": Fault(PAGE, end("- viens\n - divi"), " - divi"),
    "MD007": Fault(PAGE, end("- viens\n  - divi"), "  - divi"),
    "MD009": Fault(PAGE, end("Teksts. "), "Teksts. \n"),
    "MD011": Fault(PAGE, end("(riski)[riski.md]"), "(riski)[riski.md]"),
    "MD012": Fault(PAGE, end("Viens.\n\n\n\nDivi."), "\n\nDivi."),
    "MD018": Fault(PAGE, end("##Vēl"), "##Vēl"),
    "MD019": Fault(PAGE, end("##  Vēl\n\nTeksts."), "##  Vēl"),
    "MD022": Fault(PAGE, end("## Vēl\nTeksts."), "## Vēl"),
    "MD023": Fault(PAGE, end(" ## Vēl"), " ## Vēl"),
    "MD026": Fault(PAGE, end("## Vēl:\n\nTeksts."), "## Vēl:"),
    "MD028": Fault(PAGE, end("> viens\n\n> divi"), "\n> divi"),
    "MD029": Fault(PAGE, end("1. viens\n2. divi\n4. trīs"), "4. trīs"),
    "MD030": Fault(PAGE, end("-  viens"), "-  viens"),
    "MD031": Fault(PAGE, end("Teksts.\n```\nkods\n```"), "```\nkods"),
    "MD032": Fault(PAGE, end("Teksts:\n- viens"), "- viens"),
    "MD034": Fault(PAGE, end("Vietne https://example.org/a."), "https://example.org/a"),
    "MD037": Fault(PAGE, end("Tas ir ** svarīgi ** te."), "** svarīgi"),
    "MD038": Fault(PAGE, end("Rakstiet `kods ` te."), "`kods `"),
    "MD039": Fault(PAGE, end("[ veidi ](veidi.md)"), "[ veidi ]"),
    "MD042": Fault(PAGE, end("[veidi]()"), "[veidi]()"),
    "MD047": Fault(PAGE, lambda page: page.rstrip("\n"), -1),
    "MD053": Fault(PAGE, end("[veidi]: veidi.md"), "[veidi]: veidi.md"),
    "MD055": Fault(PAGE, end("| A | B |\n|---|---|\n| viens | divi"), "| viens | divi"),
    "MD058": Fault(PAGE, end("Teksts.\n| A | B |\n|---|---|\n| viens | divi |"), "| A | B |"),
    "MD062": Fault(PAGE, end("[veidi]( veidi.md )"), "[veidi]( veidi.md )"),
    "MD066": Fault(PAGE, end("Teksts.[^nekas]"), "[^nekas]"),
    "MD068": Fault(PAGE, end("Teksts.[^a]\n\n[^a]:"), "[^a]:"),
    "MD069": Fault(PAGE, end("- - viens"), "- - viens"),
    "MD075": Fault(PAGE, end("| viens | divi |\n| trīs | četri |"), "| viens | divi |"),
    "MD076": Fault(PAGE, end("- viens\n\n- divi\n- trīs"), "\n- divi"),
    "MD077": Fault(PAGE, end("- viens\n\n  turpinājums"), "  turpinājums"),
    "MD085": Fault(PAGE, end("Teksts.\n  Turpinājums."), "  Turpinājums."),
    "MD086": Fault(PAGE, end("<!-- piezīme sev"), "<!-- piezīme"),
    "MD092": Fault(PAGE, end("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c"), "<<<<<<< HEAD"),
    "MD095": Fault(PAGE, end("[a](https://ex\u0430mple.org)"), "ex\u0430mple"),
}


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


def found(project: Project, code: str, fault: Fault) -> tuple[list[Diagnostic], str]:
    """What the rule says of the real tree with the fault in it, and the changed file's text."""
    is_config = fault.path == "mkdocs.yml"
    exists = fault.path in project.files
    written = {"mkdocs.yml": project.config, CHANGELOG: project.changelog.decode()}
    before = written.get(fault.path) or (project.read(fault.path).decode() if exists else "")
    after = fault.change(before)
    data = after if isinstance(after, bytes) else after.encode()
    text = data.decode("utf-8", "replace")

    added = {fault.path: data} | ({"docs/redirects.yml": fault.also.encode()} if fault.also else {})

    def read(path: str) -> bytes:
        return added[path] if path in added else project.read(path)

    planted = replace(
        project, files=project.files | set(added), read=read, config=text if is_config else project.config
    )
    if fault.path in written:
        planted = replace(planted, files=project.files)
    if fault.path == CHANGELOG:
        planted = replace(planted, changelog=data)
    guide = parse_guide(planted, read_all)
    rules = [rule for rule in rules_on(TODAY) if rule.code == code]
    diagnostics = run(guide, rules)
    if set(rules) <= set(OF_ONE_TEXT):
        assert diagnostics == sorted({each for part in parts(guide) for each in run(part.guide, rules)})
    return diagnostics, text


READ: dict[tuple[object, ...], tuple[Page, list[ParseFault]]] = {}


def read_all(readers: Sequence[ReadPage]) -> list[tuple[Page, list[ParseFault]]]:
    """Reads the pages; one whose file and snippets are as before is not read again."""
    pages = []
    for reader in readers:
        path, _, data, _, find, names = reader.args
        key = (path, data, *map(find, names))
        if key not in READ:
            READ[key] = reader()
        pages.append(READ[key])
    return pages


def line_of(fault: Fault, text: str) -> int:
    if isinstance(fault.line, str):
        return text.rfind(fault.line) >= 0 and text.count("\n", 0, text.rfind(fault.line)) + 1
    return fault.line if fault.line > 0 else text.rstrip("\n").count("\n") + 1


def test_the_real_tree_is_silent(project: Project) -> None:
    assert run(parse_guide(project)) == []


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule.code for rule in rules_on(TODAY)} == set(FAULTS | DATED)
    assert {each.code for each in LINTS} == set(MARKDOWN)


@pytest.mark.parametrize("code", FAULTS | DATED)
def test_a_planted_fault_is_found_at_its_line(code: str, project: Project) -> None:
    fault = (FAULTS | DATED)[code]
    diagnostics, text = found(project, code, fault)
    places = [(each.code, each.at.path, each.at.line) for each in diagnostics]
    assert (code, fault.path, line_of(fault, text)) in places


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("gate")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / LINT_CONFIG, root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def guide(copy: Path) -> Guide:
    return load_guide(copy)


@pytest.mark.parametrize("code", MARKDOWN)
def test_a_planted_markdown_fault_is_found_at_its_line(code: str, copy: Path, guide: Guide) -> None:
    fault = MARKDOWN[code]
    clean = (copy / fault.path).read_bytes()
    text = str(fault.change(clean.decode()))
    (copy / fault.path).write_text(text, "utf-8", newline="\n")
    try:
        places = [(each.code, each.at.path, each.at.line) for each in lint(copy, guide)]
    finally:
        (copy / fault.path).write_bytes(clean)
    assert (code, fault.path, line_of(fault, text)) in places
