"""Front matter, headings, ids and the navigation."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from guidebook import ids
from guidebook.checks.rule import Finding, noticed, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page, Span
from guidebook.parse.guide import SNIPPETS

broken_yaml = noticed(
    "META001",
    Severity.ERROR,
    """Lapas galvai un datu failam jābūt nolasāmam (YAML).

    Slikti: title: "Atlase
    Labi: title: Atlase
    """,
)
unknown_key = noticed(
    "META002",
    Severity.ERROR,
    """Lapas galvā un datu failā der tikai zināmas atslēgas.

    Slikti: tittle: Atlase
    Labi: title: Atlase
    """,
)
wrong_type = noticed(
    "META003",
    Severity.ERROR,
    """Atslēgas vērtībai jābūt pareizā veida: tekstam, sarakstam vai datumam.

    Slikti: reviewed: vakar
    Labi: reviewed: 2026-11-21
    """,
)
missing_key = noticed(
    "META004",
    Severity.ERROR,
    """Obligātajām atslēgām jābūt.

    Slikti: lapas galva bez “description”.
    Labi: lapas galva ar “title” un “description”.
    """,
)
unknown_value = noticed(
    "META005",
    Severity.ERROR,
    """Vērtībai jābūt no saraksta, kas ir failā mkdocs.yml.

    Slikti: programme: erasmus
    Labi: programme: mobilitate
    """,
)
doubled_key = noticed(
    "META006",
    Severity.ERROR,
    """Katru atslēgu raksta vienreiz.

    Slikti: divas rindas “title: …”.
    Labi: viena rinda “title: …”.
    """,
)
braces = noticed(
    "ATTR001",
    Severity.ERROR,
    """Figūriekavās rindas beigās der id un zināmi atribūti.

    Slikti: ## Atlase {step-atlase}
    Labi: ## Atlase {#step-atlase}
    """,
)
underlined_heading = noticed(
    "HEAD003",
    Severity.ERROR,
    """Virsrakstu raksta ar “#”, nevis ar svītru zem teksta.

    Slikti: rinda “---” tieši zem teksta.
    Labi: ## Virsraksts
    """,
)
numbered_by_accident = noticed(
    "LIST001",
    Severity.ERROR,
    """Skaitli ar punktu rindas sākumā raksta tā, lai tas nekļūtu par numurētu sarakstu; sarakstu sāk ar “1.”.

    Slikti: - 2026. gada novembrī
    Labi: - 2026\\. gada novembrī
    """,
)


indented = noticed(
    "LIST002",
    Severity.ERROR,
    """Atkāpe ir tikai saraksta punkta, izcelta bloka vai piezīmes tekstam, un tā ir četras atstarpes.

    Slikti: rindkopa vai saraksts ar atkāpi zem parastas rindkopas: vietnē tas kļūst par kodu.
    Labi: rindkopa no rindas sākuma.
    """,
)


@rule("HEAD001", Severity.ERROR)
def heading_jump(guide: Guide) -> Iterator[Finding]:
    """Virsrakstu līmeņi iet pēc kārtas.

    Slikti: ## Posms, tad #### Solis
    Labi: ## Posms, tad ### Solis
    """
    for page in guide.pages:
        previous = 0
        for index, heading in enumerate(page.headings):
            if heading.underlined:
                continue
            if heading.level > previous + 1 and index:
                right = "#" * (previous + 1)
                yield Finding(
                    heading.at,
                    f"virsraksts “{heading.title}” ir {heading.level}. līmeņa, bet te der {previous + 1}. līmenis.",
                    f"Rakstiet “{right} {heading.title}”.",
                )
            previous = heading.level


@rule("HEAD002", Severity.ERROR)
def one_title(guide: Guide) -> Iterator[Finding]:
    """Lapai ir tieši viens pirmā līmeņa virsraksts.

    Slikti: divas rindas, kas sākas ar “# ”.
    Labi: viena rinda “# Lapas nosaukums”, pārējie virsraksti ar “## ”.
    """
    for page in guide.pages:
        titles = [heading for heading in page.headings if heading.level == 1 and not heading.underlined]
        for extra in titles[1:]:
            yield Finding(
                extra.at,
                f"“{extra.title}” ir otrs pirmā līmeņa virsraksts.",
                f"Rakstiet “## {extra.title}”.",
            )
        if page.text.lstrip().startswith("---"):
            continue  # A damaged head is reported.
        if page.text.strip() and not (page.headings and page.headings[0].level == 1):
            yield Finding(
                page.at(len(page.text) - len(page.text.lstrip())),
                "lapas sākumā nav tās virsraksta.",
                f"Zem lapas galvas rakstiet “# {page.meta.title or 'Lapas nosaukums'}”.",
            )
        elif titles and page.text[: titles[0].start].strip(" \n#"):
            yield Finding(
                page.at(len(page.text) - len(page.text.lstrip())),
                "virs lapas virsraksta ir teksts.",
                f"Lieciet to zem “# {titles[0].title}”.",
            )


@rule("HEAD004", Severity.ERROR)
def empty_heading(guide: Guide) -> Iterator[Finding]:
    """Virsrakstam ir teksts.

    Slikti: rinda, kurā ir tikai “##”.
    Labi: ## Atlase
    """
    for page in guide.pages:
        for heading in page.headings:
            if not heading.title:
                yield Finding(heading.at, "virsrakstam nav teksta.", "Uzrakstiet to vai izdzēsiet šo rindu.")


@rule("HEAD005", Severity.WARNING)
def empty_section(guide: Guide) -> Iterator[Finding]:
    """Zem virsraksta ir teksts vai apakšvirsraksts.

    Slikti: ## Atlase un uzreiz zem tā ## Līgumi
    Labi: zem “## Atlase” ir vismaz viens teikums.
    """
    for page in guide.pages:
        for heading, following in zip_longest(page.headings, page.headings[1:]):
            if (
                heading.level == 1
                or heading.underlined
                or (heading.given and ids.kind_of(heading.anchor) != "activity")
            ):
                continue  # One with an id may be there for its number or its place alone.
            end = page.text.rfind("\n", 0, following.start) if following else len(page.text)
            if (following is None or following.level <= heading.level) and not page.text[heading.end : end].strip():
                yield Finding(
                    heading.at,
                    f"zem virsraksta “{heading.title}” nekā nav.",
                    "Uzrakstiet tekstu vai izdzēsiet virsrakstu.",
                )


@rule("META008", Severity.WARNING)
def missing_programme(guide: Guide) -> Iterator[Finding]:
    """Lapai ir tā pati programma kā pārējām tās mapes lapām.

    Slikti: mapē cove/ lapa bez rindas “programme: cove”, kas ir visām citām.
    Labi: programme: cove
    """
    for lang in guide.languages:
        folders: dict[str, list[Page]] = {}
        for page in guide.pages_in(lang):
            if page.meta.whole and "/" in page.slug:
                folders.setdefault(page.slug.partition("/")[0], []).append(page)
        for pages in folders.values():
            [(usual, count)] = Counter(page.meta.programme for page in pages).most_common(1)
            for page in pages if usual and count > 1 and count == len(pages) - 1 else ():
                if page.meta.programme != usual:
                    yield Finding(
                        page.meta.lines.get("programme", Span(page.path, 1)),
                        f"citām mapes lapām programma ir “{usual}”, šai {'cita' if page.meta.programme else 'nav'}.",
                        f"Lapas galvā rakstiet “programme: {usual}”.",
                    )


@rule("HEAD006", Severity.WARNING)
def doubled_heading(guide: Guide) -> Iterator[Finding]:
    """Lapā nav divu vienādu virsrakstu.

    Slikti: divas sadaļas “## Termiņi”
    Labi: ## Pieteikuma termiņi un ## Atskaites termiņi
    """
    for page in guide.pages:
        first: dict[str, int] = {}
        for heading in page.headings:
            line = first.setdefault(heading.title, heading.at.line)
            if heading.title and line != heading.at.line:
                yield Finding(
                    heading.at,
                    f"virsraksts “{heading.title}” lapā jau ir {line}. rindā.",
                    "Pasakiet, ar ko šī sadaļa atšķiras, vai apvienojiet abas.",
                )


@rule("NAV001", Severity.ERROR)
def not_in_navigation(guide: Guide) -> Iterator[Finding]:
    """Katrai lapai jābūt izvēlnē (mkdocs.yml, sadaļa “nav”).

    Slikti: jauna lapa mobilitate/jauna.md, kuras izvēlnē nav.
    Labi: mkdocs.yml sadaļā “nav” ir rinda “- mobilitate/jauna.md”.
    """
    if not guide.nav:
        return
    listed = {entry.path for entry in guide.nav}
    for page in guide.pages:
        below = page.path.removeprefix(f"docs/{page.lang}/")
        if below not in listed:
            yield Finding(
                Span(page.path, 1),
                "lapas nav izvēlnē, lasītājs to neatradīs.",
                f"Failā mkdocs.yml sadaļā “nav” pierakstiet rindu “- {below}”.",
            )


@rule("NAV002", Severity.ERROR)
def navigation_to_nothing(guide: Guide) -> Iterator[Finding]:
    """Izvēlnē der tikai lapas, kas ir.

    Slikti: - mobilitate/atlse.md
    Labi: - mobilitate/atlase.md
    """
    default = guide.languages[0]
    existing = [page.path.removeprefix(f"docs/{default}/") for page in guide.pages_in(default)]
    first: dict[str, int] = {}
    for entry in guide.nav:
        line = first.setdefault(entry.path, entry.at.line)
        if line != entry.at.line:
            yield Finding(entry.at, f"lapa “{entry.path}” izvēlnē jau ir {line}. rindā.", "Atstājiet vienu rindu.")
        if entry.path not in existing:
            hint = ids.suggestion(entry.path, existing) or "Izveidojiet lapu vai izdzēsiet šo rindu."
            yield Finding(entry.at, f"izvēlnē ir lapa “{entry.path}”, bet tādas nav.", hint)


@rule("NAV003", Severity.ERROR)
def outside_languages(guide: Guide) -> Iterator[Finding]:
    """Lapām jābūt vietnes valodu mapēs.

    Slikti: docs/de/index.md, bet vietne ir latviski un angliski.
    Labi: docs/en/index.md
    """
    folders = tuple(f"docs/{lang}/" for lang in guide.languages)
    for path in sorted(guide.files):
        if path.endswith(".md") and not path.startswith((*folders, SNIPPETS)):
            yield Finding(
                Span(path, 1),
                "lapa nav nevienas vietnes valodas mapē, tāpēc vietnē tās nebūs.",
                f"Pārvietojiet to mapē {' vai '.join(folders)}.",
            )


RULES = (
    broken_yaml,
    unknown_key,
    wrong_type,
    missing_key,
    unknown_value,
    doubled_key,
    missing_programme,
    braces,
    heading_jump,
    one_title,
    empty_heading,
    empty_section,
    doubled_heading,
    underlined_heading,
    numbered_by_accident,
    indented,
    not_in_navigation,
    navigation_to_nothing,
    outside_languages,
)
