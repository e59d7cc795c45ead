"""What gets out of step as a site grows: notes, links between languages, lonely pages, copied facts."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import suggestion
from guidebook.model import Fact, Guide, Page, Span

LINKS = ("link", "definition", "named")
BIBLIOGRAPHY = "avoti/"
"""The page every citation leads to."""
SHORTEST = 4
"""A fact with fewer characters may stand anywhere by chance."""
TELLING = 12
"""A fact with as many characters is the same one in whatever programme."""
LASTING = 1000
"""A fact that holds for more days than this is history; copied, it does not go out of date."""
_NUMBER = re.compile(r"\d+")
_ASIDE = re.compile(r" \((?:\d{4}\. gada|call|as of) [^()]*\)$")
_EVERYDAY = re.compile(r"\d+(?:,\d+)?\s?%|(?:līdz |no |kopš )?\d{4}\. gad\w+|(?:in|by|until|since|from) \d{4}|\d{4}")
"""Values that say nothing by themselves: a percentage, a year."""
_NO_PLACE = re.compile(r"[A-Z]{1,3}\d*-\d+|[\d.,–-]+|\?+|x+|https?://\S+", re.I)


@rule("NOTE001", Severity.ERROR)
def unknown_note(guide: Guide) -> Iterator[Finding]:
    """Katrai zemsvītras piezīmei, ko tekstā piemin, lapā ir tās teksts.

    Slikti: 10 projekti[^virsraksts], bet lapā nav rindas “[^virsraksts]: …”.
    Labi: 10 projekti[^virsraksts] un lapas beigās “[^virsraksts]: Ziņā ir 12.”
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "footnote" and mention.target not in page.notes:
                yield Finding(
                    mention.at,
                    f"piezīmei “[^{mention.target}]” nav teksta.",
                    suggestion(mention.target, page.notes)
                    or f"Lapas beigās pierakstiet rindu “[^{mention.target}]: …” vai izdzēsiet atsauci.",
                )


@rule("NOTE002", Severity.WARNING)
def unused_note(guide: Guide) -> Iterator[Finding]:
    """Zemsvītras piezīmi, kas ir lapā, tekstā kāda vieta piemin.

    Slikti: rinda “[^virsraksts]: Ziņā ir 12.”, bet tekstā nav “[^virsraksts]”.
    Labi: 10 projekti[^virsraksts]
    """
    for page in guide.pages:
        used = {mention.target for mention in page.mentions if mention.kind == "footnote"}
        for label, (start, _) in page.notes.items():
            if label not in used:
                yield Finding(
                    page.at(start),
                    f"piezīmi “[^{label}]” tekstā nepiemin, un lasītājs to neredzēs.",
                    f"Tekstā, kur tā vajadzīga, rakstiet [^{label}] vai izdzēsiet šo rindu.",
                )


@rule("LANG001", Severity.ERROR)
def link_to_other_language(guide: Guide) -> Iterator[Finding]:
    """Saite ved uz lapu tajā pašā valodā; otru valodu lasītājs izvēlas lapas augšā.

    Slikti: lapā docs/lv/riski.md [plāns](../en/planosana.md)
    Labi: [plāns](planosana.md)
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind not in ("link", "definition", "image"):
                continue
            path, hash_sign, anchor = mention.target.partition("#")
            for lang in guide.languages:
                prefix = f"docs/{lang}/"
                if lang != page.lang and f"{lang}/" in path and (full := _resolved(page, path)).startswith(prefix):
                    own = f"docs/{page.lang}/{full.removeprefix(prefix)}"
                    right = posixpath.relpath(own, posixpath.dirname(page.path))
                    yield Finding(
                        mention.at,
                        f"“{mention.target}” ved uz citu valodu.",
                        f"Rakstiet “{right}{hash_sign}{anchor}”; ja lapa nav tulkota, vietne rādīs to, kas ir.",
                    )


@rule("NAV004", Severity.WARNING)
def lonely_page(guide: Guide) -> Iterator[Finding]:
    """Uz katru lapu ved saite no kādas citas lapas, ne tikai izvēlne.

    Slikti: jauna lapa mobilitate/riski.md, kuru nepiemin neviena cita lapa.
    Labi: lapā mobilitate/index.md ir saite [riski](riski.md).
    """
    if guide.faults or not any(page.slug == "" for page in guide.pages):
        return  # What a damaged page links to is not known; without a home page nothing leads anywhere.
    linked = {slug for page in guide.pages for slug in _linked(guide, page) if slug != page.slug}
    for page in guide.pages:
        if page.slug and page.slug not in linked:
            folder = f"{posixpath.dirname(page.path)}/index.md"
            here = posixpath.relpath(page.path, posixpath.dirname(folder))
            where = f"Lapā {folder}" if folder in guide.files and folder != page.path else "Kādā lapā"
            yield Finding(
                Span(page.path, 1),
                "uz šo lapu neved saite ne no vienas citas lapas.",
                f"{where} pierakstiet saiti [{page.meta.title or page.title}]({here}).",
            )


@rule("CIT005", Severity.WARNING)
def doubtful_place(guide: Guide) -> Iterator[Finding]:
    """Vieta avotā ir tāda, ko lasītājs tur var atrast: nodaļa, sadaļa, pielikums vai lappuse.

    Slikti: [@vetlv-2024 S3-0123] vai [@vetlv-2024 12]
    Labi: [@vetlv-2024 4.1. nodaļa] vai [@vetlv-2024 12. lpp.]
    """
    cited = [
        (mention.text, mention.at) for page in guide.pages for mention in page.mentions if mention.kind == "citation"
    ]
    for text, at in (*cited, *((fact.place, fact.lines.get("place", fact.at)) for fact in guide.facts.values())):
        for part in text.split(";"):
            if _NO_PLACE.fullmatch(part.strip()):
                number = part.strip(" .") if part.strip(" .").isdigit() else "4"
                yield Finding(
                    at,
                    f"“{part.strip()}” neizskatās pēc vietas avotā.",
                    f"Rakstiet, piemēram, “{number}. nodaļa”, “{number}. lpp.” vai virsrakstu.",
                )


@rule("FACT003", Severity.WARNING)
def copied_fact(guide: Guide) -> Iterator[Finding]:
    """Skaitli, kas ir failā docs/facts.yml, tekstā neraksta otrreiz, lai tas nenovecotu.

    Slikti: Pieteikuma minimums ir 75 no 100 punktiem.
    Labi: Pieteikuma minimums ir {{ fact-cove-minimums }}.
    """
    programmes = _programmes(guide)
    for lang in guide.languages:
        values = _values(guide, lang, stated=programmes.keys())
        for page in guide.pages_in(lang) if values else ():
            text = page.prose.replace("\u00a0", " ")
            end = 0
            for number in _NUMBER.finditer(text):
                found = [
                    (number.start() - before, value, fact)
                    for before, value, fact in values.get(number[0], ())
                    if (len(value) >= TELLING or page.meta.programme in programmes.get(fact.id, (page.meta.programme,)))
                    and _stands(text, number.start() - before, value)
                ]
                if not found or number.start() < end:
                    continue
                start, value, fact = max(found, key=lambda each: len(each[1]))
                end = start + len(value)
                at = page.at(start)
                if not at.path.endswith(".html"):
                    yield Finding(at, f"“{value}” ir arī failā docs/facts.yml.", f"Rakstiet “{{{{ {fact.id} }}}}”.")


def _values(guide: Guide, lang: str, stated: Collection[str]) -> Mapping[str, list[tuple[int, str, Fact]]]:
    """First number of a fact's value -> where in the value it stands, the value, the fact.

    Where no page states a fact any more, its value has most likely been written instead, whatever it is.
    """
    values: defaultdict[str, list[tuple[int, str, Fact]]] = defaultdict(list)
    for fact in guide.facts.values():
        value = _ASIDE.sub("", (fact.value.get(lang) or fact.value.get("", "")).replace("\u00a0", " "))
        number = _NUMBER.search(value)
        telling = fact.valid_for <= LASTING and not _EVERYDAY.fullmatch(value)
        if number and len(value) >= SHORTEST and (telling or fact.id not in stated):
            values[number[0]].append((number.start(), value, fact))
    return values


def _programmes(guide: Guide) -> Mapping[str, set[str]]:
    """Fact -> programmes of the pages that state it: elsewhere the same words may mean something else."""
    stating: defaultdict[str, set[str]] = defaultdict(set)
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "value":
                stating[mention.target].add(page.meta.programme)
    return stating


def _stands(text: str, start: int, value: str) -> bool:
    """Whether the value stands at `start` and is not a part of a longer number or word."""
    end = start + len(value)
    if start < 0 or not text.startswith(value, start):
        return False
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    within = re.search(r"[\w–-]$|\d[.,]$|\d $", before) if value[0].isdigit() else re.search(r"\w$", before)
    return not within and not re.match(r"\w|[,–-]\d|\.\d", behind)


def _linked(guide: Guide, page: Page) -> Iterator[str]:
    """The addresses of the pages that a page links to, by hand or by what the build makes on it."""
    for mention in page.mentions:
        if mention.kind in LINKS:
            path = mention.target.partition("#")[0]
            if path.endswith(".md") and ":" not in path:
                yield _slug(_resolved(page, path))
        elif mention.kind == "citation":
            yield BIBLIOGRAPHY
        elif mention.kind == "ref" and (target := guide.find(mention.target, page.lang)):
            yield target.page.slug
        elif mention.kind == "value":
            yield from _listed(guide, mention.target)
    for ident in (*page.meta.checklist, *guide.uses.get(page.path, ())):
        if target := guide.find(ident, page.lang):
            yield target.page.slug


def _listed(guide: Guide, block: str) -> Iterator[str]:
    if block == "all-checklists":
        yield from (page.slug for page in guide.pages if page.meta.checklist)
    elif block == "all-items":
        yield from (page.slug for page in guide.pages if page.items)
    elif block.startswith("path-"):
        folder = f"{block.removeprefix('path-')}/"
        targets = guide.targets[guide.languages[0]].values()
        yield from (each.page.slug for each in targets if each.kind == "stage" and each.page.slug.startswith(folder))


def _resolved(page: Page, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))


def _slug(path: str) -> str:
    """The address of a page's file below its language."""
    below = path.removeprefix("docs/").partition("/")[2].removesuffix(".md")
    return "" if below == "index" else f"{below.removesuffix('/index')}/"


RULES = (unknown_note, unused_note, link_to_other_language, lonely_page, doubtful_place, copied_fact)
