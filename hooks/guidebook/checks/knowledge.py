"""Terms, sources and facts: all that is defined is used, all that is used is defined."""

from collections.abc import Iterator
from itertools import zip_longest

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import kind_of, suggestion
from guidebook.model import BLOCKS, Guide, Mention
from guidebook.parse.guide import FACTS

FEWEST_WORDS = 10
"""A section with fewer words of prose states too little to need a source."""
WORDS_A_LINK = 8
"""A section with no more words than this to a link shows the way to other pages."""


@rule("TERM002", Severity.WARNING)
def unused_term(guide: Guide) -> Iterator[Finding]:
    """Glosārijā der termini, kurus vietne lieto.

    Slikti: terminu nepiemin neviena lapa.
    Labi: terminu piemin vismaz viena lapa ārpus glosārija.
    """
    for lang in guide.languages:
        home = {term.page.path for term in guide.terms[lang]}
        pages = [page for page in guide.pages_in(lang) if page.path not in home]
        used = frozenset[str]().union(*(guide.uses[page.path] for page in pages))
        for term in guide.terms[lang]:
            if term.id not in used:
                yield Finding(
                    term.at,
                    f"terminu “{term.title}” nepiemin neviena lapa.",
                    f"Izdzēsiet to vai pieminiet tur, kur lasītājam tas vajadzīgs: [{term.title}](ref:{term.id}).",
                )


@rule("TERM003", Severity.ERROR)
def term_without_definition(guide: Guide) -> Iterator[Finding]:
    """Terminam vajag definīciju.

    Slikti: ## Klasteris {#term-klasteris} un uzreiz nākamais virsraksts.
    Labi: zem virsraksta ir rindkopa, kas pasaka, kas tas ir.
    """
    for terms in guide.terms.values():
        for term in terms:
            if not term.definition:
                yield Finding(
                    term.at,
                    f"terminam “{term.title}” nav definīcijas.",
                    f"Zem virsraksta uzrakstiet vienu vai divus teikumus: “{term.title} ir …”.",
                )


@rule("CIT001", Severity.ERROR)
def unknown_source(guide: Guide) -> Iterator[Finding]:
    """Atsaucei jānorāda uz avotu, kas ir failā docs/sources.yml.

    Slikti: [@vetlv-24 4.1. nodaļa]
    Labi: [@vetlv-2024 4.1. nodaļa]
    """
    if not guide.sources:
        return  # The file itself is reported.
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "citation" and mention.target not in guide.sources:
                yield Finding(
                    mention.at,
                    f"nav tāda avota “{mention.target}”.",
                    suggestion(mention.target, guide.sources) or _new_source(mention.target),
                )
    for fact in guide.facts.values():
        if fact.source and fact.source not in guide.sources:
            yield Finding(
                fact.lines.get("source", fact.at),
                f"nav tāda avota “{fact.source}”.",
                suggestion(fact.source, guide.sources) or _new_source(fact.source),
            )


@rule("CIT002", Severity.WARNING)
def unused_source(guide: Guide) -> Iterator[Finding]:
    """Avotu sarakstā der avoti, uz kuriem kāds atsaucas.

    Slikti: avots, uz kuru neatsaucas neviena lapa.
    Labi: [@vetlv-2024 4.1. nodaļa] kādā lapā.
    """
    if FACTS in guide.unreadable or not all(fact.source for fact in guide.facts.values()):
        return  # What the facts cite is not known.
    if not guide.facts and any(_is_fact(guide, mention) for page in guide.pages for mention in page.mentions):
        return
    used = {mention.target for page in guide.pages for mention in page.mentions if mention.kind == "citation"}
    used |= {fact.source for fact in guide.facts.values()}
    for source in guide.sources.values():
        if source.id not in used:
            yield Finding(
                source.at,
                f"uz avotu “{source.id}” neatsaucas neviena lapa.",
                f"Izdzēsiet to vai pierakstiet atsauci tur, kur tas lietots: [@{source.id} 4.1. nodaļa].",
            )


@rule("CIT003", Severity.ERROR)
def section_without_source(guide: Guide) -> Iterator[Finding]:
    """Vadlīniju lapas sadaļai, kas kaut ko apgalvo, vajag atsauci.

    Ievadam virs pirmās sadaļas un sadaļai, kas tikai rāda ceļu uz citām lapām, atsauci nevajag.

    Slikti: sadaļa ar rindkopām bez nevienas atsauces.
    Labi: [@vetlv-2024 4.1. nodaļa] rindkopas beigās; savu padomu raksta zem “!!! tip "Mūsu padoms"”.
    """
    for page in guide.pages:
        if not page.meta.programme or page.meta.checklist:
            continue
        facts = [mention.start for mention in page.mentions if _is_fact(guide, mention)]
        sections = page.sections
        for section, following in zip_longest(sections, sections[1:]):
            leads = section.level == 1 and len(sections) > 1
            shows_the_way = section.links * WORDS_A_LINK >= section.words
            end = following.start if following else len(page.text)
            has_fact = any(section.start <= start < end for start in facts)
            stated = section.words >= FEWEST_WORDS and not leads and not shows_the_way
            if stated and not section.cited and not has_fact:
                yield Finding(
                    section.at,
                    f"sadaļai “{section.title}” nav nevienas atsauces uz avotu.",
                    "Pierakstiet atsauci, piemēram, [@vetlv-2024 4.1. nodaļa], vai lieciet savu padomu zem rindas "
                    '“!!! tip "Mūsu padoms"”.',
                )


@rule("CIT004", Severity.ERROR)
def citation_without_place(guide: Guide) -> Iterator[Finding]:
    """Atsaucē jābūt vietai avotā: nodaļai, sadaļai vai pielikumam.

    Slikti: [@vetlv-2024]
    Labi: [@vetlv-2024 4.1. nodaļa]
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "citation" and not mention.text:
                yield Finding(
                    mention.at,
                    f"atsaucē uz “{mention.target}” nav vietas avotā.",
                    f"Rakstiet, piemēram, [@{mention.target} 4.1. nodaļa].",
                )


@rule("FACT001", Severity.ERROR)
def unknown_value(guide: Guide) -> Iterator[Finding]:
    """Dubultajās figūriekavās der fakts no docs/facts.yml vai bloka vārds.

    Slikti: {{ fact-cove-partneru }}
    Labi: {{ fact-cove-partneri }}
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "value" and mention.target not in BLOCKS and not _is_fact(guide, mention):
                yield Finding(
                    mention.at,
                    f"nav tāda fakta “{mention.target}”.",
                    suggestion(mention.target, (*guide.facts, *BLOCKS))
                    or "Pierakstiet to failā docs/facts.yml (“fact-nosaukums:”) vai rakstiet pašu vērtību.",
                )


@rule("FACT002", Severity.WARNING)
def unused_fact(guide: Guide) -> Iterator[Finding]:
    """Faktu sarakstā der fakti, kurus kāda lapa lieto.

    Slikti: fakts, kura nav nevienā lapā.
    Labi: {{ fact-cove-partneri }} kādā lapā.
    """
    used = {mention.target for page in guide.pages for mention in page.mentions if mention.kind == "value"}
    for fact in guide.facts.values():
        if fact.id not in used:
            yield Finding(
                fact.at,
                f"faktu “{fact.id}” nelieto neviena lapa.",
                f"Izdzēsiet to vai lapā skaitļa vietā rakstiet {{{{ {fact.id} }}}}.",
            )


@rule("FACT005", Severity.ERROR)
def minimum_of_nothing(guide: Guide) -> Iterator[Finding]:
    """Fakts, kas pasaka, cik darbību jāizvēlas, nosauc gan skaitli, gan klasteri.

    Slikti: faktam ir “minimum: 4”, bet nav “chosen_from”.
    Labi: faktam ir “minimum: 4” un “chosen_from: cluster-cove-macibas”.
    """
    targets = guide.targets[guide.languages[0]]
    for fact in guide.facts.values():
        if fact.chosen_from and fact.chosen_from not in targets:
            yield Finding(
                fact.at,
                f"fakts “{fact.id}” skaita izvēli no “{fact.chosen_from}”, bet tāda id nav.",
                suggestion(fact.chosen_from, targets) or "Pie “chosen_from” rakstiet klastera virsraksta id.",
            )
        elif bool(fact.chosen_from) != bool(fact.minimum):
            missing = "minimum: 4" if fact.chosen_from else "chosen_from: cluster-…"
            yield Finding(fact.at, f"faktam “{fact.id}” ir tikai puse no minimuma.", f"Pierakstiet rindu “{missing}”.")


def _new_source(ident: str) -> str:
    return f"Pierakstiet to failā docs/sources.yml: rinda “{ident}:”, zem tās “  title: …”."


def _is_fact(guide: Guide, mention: Mention) -> bool:
    """Whether a mention is the value of a fact; any fact is taken for one when none could be read."""
    known = mention.target in guide.facts or (not guide.facts and kind_of(mention.target) == "fact")
    return mention.kind == "value" and known


RULES = (
    unused_term,
    term_without_definition,
    unknown_source,
    unused_source,
    section_without_source,
    citation_without_place,
    unknown_value,
    unused_fact,
    minimum_of_nothing,
)
