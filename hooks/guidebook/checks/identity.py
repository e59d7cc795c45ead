"""Ids: written by the grammar, each given once."""

from collections.abc import Iterator

from guidebook import ids
from guidebook.checks.rule import Finding, noticed, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page, Span

doubled_record = noticed(
    "ID001",
    Severity.ERROR,
    """Katram id visā valodā jābūt vienam.

    Slikti: divi virsraksti ar {#step-atlase}
    Labi: {#step-atlase} un {#step-atlase-komisija}
    """,
)
malformed_record = noticed(
    "ID002",
    Severity.ERROR,
    """Id sākas ar veidu un sastāv no maziem burtiem bez garumzīmēm, cipariem un defisēm.

    Slikti: {#Solis_Atlase}
    Labi: {#step-atlase}
    """,
)


@rule("ID001", Severity.ERROR)
def doubled_id(guide: Guide) -> Iterator[Finding]:
    """Katram id visā valodā jābūt vienam.

    Slikti: divi virsraksti ar {#step-atlase}
    Labi: {#step-atlase} un {#step-atlase-komisija}
    """
    for lang in guide.languages:
        places: dict[str, list[tuple[Span, Page]]] = {}
        for page in guide.pages_in(lang):
            for ident, at in _ids(page):
                places.setdefault(ident, []).append((at, page))
        for ident, found in places.items():
            if len(found) > 1:
                yield from _doubled(ident, found)


def _doubled(ident: str, found: list[tuple[Span, Page]]) -> Iterator[Finding]:
    """Findings for an id that is given in several places, in reading order.

    Within one page the later ones are wrong; which of two pages is, only the editor knows.
    """
    (first, page), *others = found
    if any(at == first for at, _ in others):
        where = dict.fromkeys(each.path for _, each in found)
        yield Finding(
            first,
            f"id “{ident}” ir fragmentā, ko vairāk nekā vienreiz ietver {' un '.join(where)}.",
            f"Fragmentu ar id ietveriet tikai vienreiz; citur lieciet saiti: [nosaukums](ref:{ident}).",
        )
        return
    hint = (
        f"Dodiet šim citu id, piemēram, {{#{ident}-2}}; "
        f"ja tā ir tā pati lieta, atstājiet to vienā vietā un šeit lieciet saiti: [nosaukums](ref:{ident})."
    )
    if any(each is not page for _, each in others):
        yield Finding(first, f"id “{ident}” ir arī {others[-1][0]}.", hint)
    for at, _ in others:
        yield Finding(at, f"id “{ident}” jau ir {first}.", hint)


@rule("ID002", Severity.ERROR)
def malformed_id(guide: Guide) -> Iterator[Finding]:
    """Id sākas ar veidu un sastāv no maziem burtiem bez garumzīmēm, cipariem un defisēm.

    Slikti: {#Solis_Atlase}
    Labi: {#step-atlase}
    """
    for page in guide.pages:
        for ident, at in _ids(page):
            if not ids.is_valid(ident):
                kind = ids.kind_of(ident)
                hint = f"Rakstiet tā: {{#{_mended(ident)}}}."
                if not kind:
                    hint += f" Veidi: {', '.join(ids.KINDS)}."
                yield Finding(at, f"id “{ident}” neatbilst pierakstam.", hint)


def _ids(page: Page) -> Iterator[tuple[str, Span]]:
    for heading in page.headings:
        if heading.given:
            yield heading.anchor, heading.at
    for item in page.items:
        if item.id:
            yield item.id, item.at
    for anchor, at in page.anchors.items():
        if anchor.startswith("fig-") and not anchor.endswith(("-t", "-d")):
            yield anchor, at


def _mended(ident: str) -> str:
    kind, _, rest = ident.partition("-")
    if kind not in ids.KINDS:
        return f"step-{ids.slug(ident)}"
    return f"{kind}-{ids.slug(rest)}"


RULES = (doubled_record, doubled_id, malformed_record, malformed_id)
