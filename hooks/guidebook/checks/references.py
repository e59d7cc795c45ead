"""Links, references by id and images."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import kind_of, suggestion
from guidebook.model import Guide, Mention, Page
from guidebook.parse.guide import SNIPPETS
from guidebook.parse.markup import tags
from guidebook.parse.texts import text_of

OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:", "javascript:", "vbscript:")
LINKS = ("link", "definition")
UNPUBLISHED = (".yml", ".csv", ".txt")
"""Files in docs/ that are not part of the site as they are."""
_UNREAD = re.compile(r"\]\([^()\n]*|\] \((?=[^()\s]+\.(?:md|svg|png|pdf)|ref:|#)[^()\n]*")
_NAMED = re.compile(r"(\[[^\[\]\n]+\])[ ]?\[(?![@^ xX])[^\[\]\n]*\]")
_NO_DESCRIPTION = re.compile(
    r"(?:attēls?|attēla|bilde|foto|fotogrāfija|zīmējums|shēma|ikona|logo|image|picture|photo|drawing|icon|img|dsc)?[\s_.-]*\d*"
    r"|[\w-]+\.(?:svg|png|jpe?g|gif|webp)|(?:img|dsc|image|screenshot)[_\s-]?\w*",
    re.I,
)
"""A word for a picture, the name of its file."""


@rule("REF001", Severity.ERROR)
def unknown_reference(guide: Guide) -> Iterator[Finding]:
    """Saitei “ref:” jānorāda uz id, kas ir.

    Slikti: [atlase](ref:step-atlse)
    Labi: [atlase](ref:step-atlase)
    """
    for page in guide.pages:
        for mention in page.mentions:
            kind = kind_of(mention.target)
            if mention.kind == "ref" and kind != "term" and (kind != "source" or guide.sources):
                if guide.find(mention.target, page.lang) is None and mention.target not in guide.redirects:
                    yield _unknown(guide, page, mention)
        for ident in page.meta.checklist:
            if guide.find(ident, page.lang) is None and ident not in guide.redirects:
                hint = suggestion(ident, guide.targets[guide.languages[0]])
                yield Finding(
                    page.meta.lines["checklist"],
                    f"kontrolsaraksts vāc punktus no “{ident}”, bet tāda id nav.",
                    hint or "Rakstiet tā virsraksta id, zem kura ir punkti.",
                )


@rule("TERM001", Severity.ERROR)
def unknown_term(guide: Guide) -> Iterator[Finding]:
    """Saitei uz terminu jānorāda uz terminu, kas ir glosārijā.

    Slikti: [klasteris](ref:term-klastrs)
    Labi: [klasteris](ref:term-klasteris)
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "ref" and kind_of(mention.target) == "term":
                if guide.find(mention.target, page.lang) is None and mention.target not in guide.redirects:
                    yield _unknown(guide, page, mention)


@rule("REF002", Severity.ERROR)
def broken_link(guide: Guide) -> Iterator[Finding]:
    """Saitei uz citu lapu jānorāda uz failu, kas ir.

    Slikti: [riski](risk.md)
    Labi: [riski](riski.md)
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind not in LINKS or mention.raw or mention.target.lower().startswith(OUTSIDE):
                continue
            path, _, _ = mention.target.partition("#")
            if mention.target.startswith("/"):
                yield Finding(
                    mention.at,
                    f"saite “{mention.target}” sākas ar slīpsvītru un nedarbosies.",
                    "Rakstiet ceļu no šī faila, piemēram, “../glosarijs/index.md”.",
                )
            elif path and (found := _resolve(guide, page, path)) is None and not _is_retired(guide, page, path):
                yield Finding(mention.at, f"saite uz “{path}” nekur neved.", _nearest(guide, page, path))
            elif path and found and (found.startswith(SNIPPETS) or found.endswith(UNPUBLISHED)):
                message = f"failu “{path}” vietnē nepublicē, un saite nekur nevedīs."
                yield Finding(mention.at, message, "Lieciet saiti uz lapu, kurā tas ir redzams.")


@rule("REF003", Severity.ERROR)
def broken_anchor(guide: Guide) -> Iterator[Finding]:
    """Saites daļai aiz “#” jābūt mērķa lapā.

    Slikti: [riski](riski.md#nauda), bet tādas vietas lapā nav.
    Labi: [riski](riski.md#finansu-riski)
    """
    pages = {page.path: page for page in guide.pages}
    for page in guide.pages:
        for mention in page.mentions:
            path, hash_sign, anchor = mention.target.partition("#")
            if mention.kind not in LINKS or not hash_sign or path.startswith((*OUTSIDE, "/")):
                continue
            target = pages.get(_resolve(guide, page, path) or "") if path else page
            if target is None:
                continue
            known = [heading.anchor for heading in target.headings] + list(target.anchors)
            known += [item.id for item in target.items if item.id]
            if target.slug == "avoti/":
                known += [f"source-{source}" for source in guide.sources]
            if unquote(anchor) not in known:
                yield Finding(
                    mention.at,
                    f"lapā “{target.title}” nav vietas “#{anchor}”.",
                    suggestion(anchor, known)
                    or f"Izdzēsiet “#{anchor}” vai rakstiet virsraksta id, piemēram, [atlase](ref:step-atlase).",
                )


@rule("REF005", Severity.ERROR)
def undefined_name(guide: Guide) -> Iterator[Finding]:
    """Saitei ar nosaukumu otrās kvadrātiekavās lapā ir tā adrese.

    Slikti: [riski][r], bet rindas “[r]: riski.md” lapā nav.
    Labi: [riski](riski.md)
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_NAMED):
            message = f"saitei “{found[0]}” nav adreses, un vietnē būs redzamas iekavas."
            yield Finding(text.at(found.start()), message, f"Rakstiet {found[1]}(lapa.md).")


@rule("REF006", Severity.ERROR)
def unread_link(guide: Guide) -> Iterator[Finding]:
    """Saites adresē nav atstarpju, un saites tekstā nav citas saites.

    Slikti: [plāns](mans plans.md), [plāns [2026](a.md)](b.md)
    Labi: [plāns](mans-plans.md)
    """
    for page in guide.pages:
        text = text_of(page)
        places = (
            [text.at(found.start()) for found in text.find(_UNREAD)]
            if "](" in page.prose or "] (" in page.prose
            else []
        )
        places += [mention.at for mention in page.mentions if mention.kind == "link" and "](" in mention.text]
        for at in {(at.path, at.line): at for at in sorted(places, reverse=True)}.values():
            message = "šī saite nav saprotama, un vietnē būs redzamas tās iekavas."
            yield Finding(
                at, message, "Rakstiet [saites teksts](lapa.md); adresē atstarpju vietā ir defises vai “%20”."
            )


@rule("REF004", Severity.ERROR)
def missing_image(guide: Guide) -> Iterator[Finding]:
    """Attēlam jābūt failā, kas ir.

    Slikti: ![Posmi](attels.png), bet faila nav.
    Labi: ![Posmi](posmi.svg)
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "image" and not mention.target.startswith((*OUTSIDE, "data:")):
                if _resolve(guide, page, mention.target.partition("#")[0]) is None:
                    hint = _nearest(guide, page, mention.target)
                    yield Finding(mention.at, f"attēla “{mention.target}” nav.", hint)


@rule("IMG001", Severity.ERROR)
def image_without_text(guide: Guide) -> Iterator[Finding]:
    """Attēlam vajag aprakstu tiem, kas to neredz (WCAG 2.2, 1.1.1.).

    Slikti: ![](posmi.svg)
    Labi: ![Mobilitātes projekta seši posmi pēc kārtas](posmi.svg)
    """
    for page in guide.pages:
        for mention in page.mentions:
            if mention.kind == "image" and not mention.text.strip():
                yield Finding(
                    mention.at,
                    f"attēlam “{mention.target}” nav apraksta.",
                    f"Kvadrātiekavās rakstiet, kas attēlā redzams: ![apraksts]({mention.target}).",
                )


@rule("IMG004", Severity.WARNING)
def telling_nothing(guide: Guide) -> Iterator[Finding]:
    """Attēla apraksts pasaka, ko attēls rāda, nevis ka tas ir attēls (WCAG 2.2, 1.1.1.).

    Slikti: ![attēls](posmi.svg), ![posmi.svg](posmi.svg)
    Labi: ![Mobilitātes projekta seši posmi pēc kārtas](posmi.svg)
    """
    for page in guide.pages:
        for mention in page.mentions:
            text = mention.text.strip()
            if mention.kind == "image" and text and _NO_DESCRIPTION.fullmatch(text):
                yield Finding(
                    mention.at,
                    f"attēla apraksts “{mention.text}” nepasaka, kas tajā redzams.",
                    f"Rakstiet, ko tas rāda: ![Projekta seši posmi]({mention.target}).",
                )


@rule("IMG005", Severity.ERROR)
def nameless_drawing(guide: Guide) -> Iterator[Finding]:
    """Zīmējumam ir nosaukums un apraksts tiem, kas to neredz, un tas uz tiem norāda (WCAG 2.2, 1.1.1.).

    Slikti: <svg role="img" aria-labelledby="fig-posmi-t fig-posmi-d">, ja zīmējumā nav <desc id="fig-posmi-d">.
    Labi: tas pats ar <title id="fig-posmi-t">…</title> un <desc id="fig-posmi-d">…</desc>.
    """
    for page in guide.pages:
        for tag in tags(page.text) if "aria-" in page.text else ():
            named = f"{tag.attributes.get('aria-labelledby', '')} {tag.attributes.get('aria-describedby', '')}".split()
            missing = [ident for ident in named if ident not in page.anchors]
            if missing:
                yield Finding(
                    page.at(tag.start),
                    f"zīmējums norāda uz aprakstu “{missing[0]}”, kura tajā nav.",
                    f'Ielieciet zīmējumā <desc id="{missing[0]}">ko tas rāda</desc> vai izlabojiet norādi.',
                )


def _unknown(guide: Guide, page: Page, mention: Mention) -> Finding:
    known = {*guide.targets[page.lang], *guide.targets[guide.languages[0]]}
    thing = "termina" if mention.target.startswith("term-") else "id"
    hint = suggestion(mention.target, known)
    fallback = (
        "Pierakstiet terminu glosārijā vai izdzēsiet saiti."
        if thing == "termina"
        else "Pierakstiet id tā virsraksta beigās, uz kuru jāved saitei, piemēram, “## Atlase {#step-atlase}”."
    )
    return Finding(mention.at, f"nav tāda {thing} “{mention.target}”.", hint or fallback)


def _resolve(guide: Guide, page: Page, path: str) -> str | None:
    """The file a relative path means, in the page's language or the default one."""
    written = unquote(path)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), written))
    if full in guide.files:
        return full
    default = guide.languages[0]
    fallback = full.replace(f"docs/{page.lang}/", f"docs/{default}/", 1)
    return fallback if fallback in guide.files else None


def _is_retired(guide: Guide, page: Page, path: str) -> bool:
    """Whether the path means a page that has moved, which another rule reports."""
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
    return full.removeprefix(f"docs/{page.lang}/") in guide.redirects


def _nearest(guide: Guide, page: Page, path: str) -> str:
    folder = posixpath.dirname(page.path)
    default = folder.replace(f"docs/{page.lang}", f"docs/{guide.languages[0]}", 1)
    relative = [
        posixpath.relpath(file, start)
        for start in {folder, default}
        for file in guide.files
        if file.startswith(f"docs/{start.split('/')[1]}/") and file.endswith((".md", ".svg", ".png", ".jpg"))
    ]
    name = posixpath.basename(path) or "riski.md"
    return (
        suggestion(unquote(path), relative)
        or f"Pārbaudiet faila vārdu un mapi: tās pašas mapes failu raksta “{name}”, "
        f"citas mapes failu – “../mobilitate/{name}”."
    )


RULES = (
    unknown_reference,
    unknown_term,
    broken_link,
    broken_anchor,
    undefined_name,
    unread_link,
    missing_image,
    image_without_text,
    telling_nothing,
    nameless_drawing,
)
