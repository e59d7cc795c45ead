"""Retired ids and pages (docs/redirects.yml): nothing uses them, nothing takes them again."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import suggestion
from guidebook.model import Guide, Mention, Page, Span


@rule("RED001", Severity.ERROR)
def retired_used(guide: Guide) -> Iterator[Finding]:
    """Saite ved uz jauno id vai lapu, nevis uz to, kas pārcelta.

    Slikti: [atlase](ref:step-vecais), un failā docs/redirects.yml ir “step-vecais: step-atlase”.
    Labi: [atlase](ref:step-atlase)
    """
    if not guide.redirects:
        return
    for page in guide.pages:
        used = [(_used(page, mention), mention.at) for mention in page.mentions]
        used += [(ident, page.meta.lines["checklist"]) for ident in page.meta.checklist]
        for old, at in used:
            if old in guide.redirects:
                new = _end(guide, old)
                yield Finding(at, f"“{old}” ir pārcelts.", f"Rakstiet “{_as_written(page, old, new)}”." if new else "")


@rule("RED002", Severity.ERROR)
def retired_again(guide: Guide) -> Iterator[Finding]:
    """Id vai lapas vārdu, kas reiz pārcelts, nelieto citai lietai.

    Slikti: jauns virsraksts {#step-vecais}, un failā docs/redirects.yml ir “step-vecais: step-atlase”.
    Labi: jauns virsraksts {#step-vecaki}
    """
    hint = "Dodiet citu; vecās saites no citām vietnēm joprojām ved uz to, kas te bija agrāk."
    for old in guide.redirects:
        places = [targets[old].at for targets in guide.targets.values() if old in targets]
        places += [guide.facts[old].at] if old in guide.facts else []
        places += [Span(page.path, 1) for page in guide.pages if _below(page) == old]
        for at in places:
            yield Finding(at, f"“{old}” jau ir pārcelts ({guide.redirects[old][1]}).", hint)


@rule("RED003", Severity.ERROR)
def redirect_to_nothing(guide: Guide) -> Iterator[Finding]:
    """Failā docs/redirects.yml katra rinda ved uz id vai lapu, kas ir.

    Slikti: step-vecais: step-atlse
    Labi: step-vecais: step-atlase
    """
    default = guide.languages[0]
    pages = {_below(page) for page in guide.pages_in(default)}
    known = {*guide.targets[default], *guide.facts, *pages}
    for old, (new, at) in guide.redirects.items():
        if new not in guide.redirects and new.partition("#")[0] not in known:
            hint = suggestion(new, known) or "Rakstiet id vai lapas ceļu, kāds tas ir izvēlnē."
            yield Finding(at, f"“{old}” ved uz “{new}”, bet tāda nav.", hint)
        elif _end(guide, old) is None:
            example = "mobilitate/atlase.md" if old.endswith(".md") else "step-atlase"
            hint = f"Aiz kola rakstiet to, kas vietnē ir tagad, piemēram, “{old}: {example}”."
            yield Finding(at, f"“{old}” caur “{new}” ved atpakaļ uz sevi.", hint)


def _used(page: Page, mention: Mention) -> str:
    """The id or page a mention uses, as docs/redirects.yml calls it; “” when neither."""
    if mention.kind in ("ref", "value"):
        return mention.target
    path = mention.target.partition("#")[0]
    if mention.kind in ("link", "definition") and path.endswith(".md") and ":" not in path:
        full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
        return full.removeprefix(f"docs/{page.lang}/")
    return ""


def _end(guide: Guide, old: str) -> str | None:
    """What stands in the place of `old` after all moves; None when they go round in a circle."""
    seen = {old}
    new = guide.redirects[old][0]
    while new in guide.redirects:
        if new in seen:
            return None
        seen.add(new)
        new = guide.redirects[new][0]
    return new


def _as_written(page: Page, old: str, new: str) -> str:
    """The new target as a link of the page has to call it."""
    if not old.endswith(".md"):
        return new if new.endswith(".md") or old.startswith("fact-") else f"ref:{new}"
    return posixpath.relpath(f"docs/{page.lang}/{new}", posixpath.dirname(page.path)) if ".md" in new else f"ref:{new}"


def _below(page: Page) -> str:
    return page.path.removeprefix(f"docs/{page.lang}/")


RULES = (retired_used, retired_again, redirect_to_nothing)
