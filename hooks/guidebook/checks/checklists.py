"""Checklist items: each has an action, an id, a doer, a time and a list that collects it."""

import re
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.ids import kind_of, slug, suggestion
from guidebook.model import Guide
from guidebook.parse.texts import text_of

_ACTION = re.compile(r"\w(?:iet|ieties)(?!\w)")
"""An imperative of the second person plural."""
_TICKED = re.compile(r"^[ >]*[-*+][ ]\[[xX]\](?=[ ])", re.M)


@rule("ITEM001", Severity.ERROR)
def item_without_id(guide: Guide) -> Iterator[Finding]:
    """Kontrolsaraksta punktam vajag id, kas sākas ar “item-”.

    Slikti: - [ ] Izveidojiet darba grupu.
    Labi: - [ ] Izveidojiet darba grupu. {#item-darba-grupa who="direktors" when="pirms pieteikuma"}
    """
    for page in guide.pages:
        for item in page.items:
            if kind_of(item.id) != "item" and not item.unread:
                suggested = f"item-{slug(' '.join(item.text.split()[:4]))}"
                message = f"id “{item.id}” nesākas ar “item-”" if item.id else "kontrolsaraksta punktam nav id"
                yield Finding(
                    item.at,
                    f"{message}.",
                    f'Rindas beigās rakstiet {{#{suggested} who="koordinators" when="regulāri"}}.',
                )


@rule("ITEM002", Severity.ERROR)
def item_outside_checklist(guide: Guide) -> Iterator[Finding]:
    """Katru punktu vāc kāds kontrolsaraksts.

    Slikti: punkts zem virsraksta bez id, kuru nevāc neviens kontrolsaraksts.
    Labi: punkts zem virsraksta {#step-atlase}, un lapas kontrolsaraksti/… galvā ir “checklist: [step-atlase]”.
    """
    if not all(page.meta.whole for page in guide.pages):
        return  # What a page with a damaged head collects is not known.
    collected = {ident for page in guide.pages for ident in page.meta.checklist}
    for page in guide.pages:
        for item in page.items:
            if not collected.intersection(item.within):
                folder = f"docs/{guide.languages[0]}/kontrolsaraksti/"
                head = f"kādas lapas galvā mapē {folder}"
                hint = (
                    f"Ierakstiet “{item.within[0]}” {head}: “checklist: [{item.within[0]}]”."
                    if item.within
                    else f"Virsrakstam virs punkta dodiet id, piemēram, {{#step-atlase}}, un ierakstiet to {head}: "
                    "“checklist: [step-atlase]”."
                )
                yield Finding(item.at, "šis punkts nav nevienā kontrolsarakstā.", hint)


@rule("ITEM003", Severity.ERROR)
def item_without_doer(guide: Guide) -> Iterator[Finding]:
    """Punktam ir “who” (kurš) un “when” (kad).

    Slikti: - [ ] Izveidojiet darba grupu. {#item-darba-grupa}
    Labi: - [ ] Izveidojiet darba grupu. {#item-darba-grupa who="direktors" when="pirms pieteikuma"}
    """
    for page in guide.pages:
        for item in page.items:
            said = (("kurš to dara (“who”)", item.who), ("kad (“when”)", item.when))
            missing = [what for what, value in said if not value]
            if missing and item.id and not item.unread:
                yield Finding(
                    item.at,
                    f"punktā nav teikts, {' un '.join(missing)}.",
                    f'Rindas beigās rakstiet {{#{item.id} who="koordinators" when="regulāri"}}.',
                )


@rule("ITEM004", Severity.ERROR)
def unknown_doer(guide: Guide) -> Iterator[Finding]:
    """“who” un “when” vērtībām jābūt no saraksta, kas ir failā mkdocs.yml.

    Slikti: who="direktore"
    Labi: who="direktors"
    """
    settings = guide.settings
    for page in guide.pages:
        for item in page.items:
            given = [("who", each, settings.who) for each in item.who]
            given += [("when", item.when, settings.when)] if item.when else []
            for key, value, known in given:
                if value not in known:
                    hint = f"{suggestion(value, known)} Der: {', '.join(known)}.".strip()
                    yield Finding(item.at, f'“{value}” nav sarakstā, no kura izvēlas {key}="…".', hint)


@rule("ITEM005", Severity.WARNING)
def item_without_action(guide: Guide) -> Iterator[Finding]:
    """Punkts pasaka, kas jādara, ar darbības vārdu pavēles izteiksmē.

    Slikti: - [ ] Darba grupas izveide.
    Labi: - [ ] Izveidojiet darba grupu.
    """
    for page in guide.pages_in("lv"):
        for item in page.items:
            if item.text and not _ACTION.search(item.text):
                yield Finding(
                    item.at,
                    f"punktā “{' '.join(item.text.split()[:6])}” nav teikts, kas jādara.",
                    "Sāciet ar darbu: “Izveidojiet …”, “Pārbaudiet …”, “Nosūtiet …”.",
                )


@rule("ITEM006", Severity.WARNING)
def ticked_item(guide: Guide) -> Iterator[Finding]:
    """Rūtiņa failā ir tukša: to atzīmē lasītājs.

    Slikti: - [x] Izveidojiet darba grupu.
    Labi: - [ ] Izveidojiet darba grupu.
    """
    for page in guide.pages:
        text = text_of(page)
        for found in text.find(_TICKED):
            yield Finding(text.at(found.end() - 2), "rūtiņa jau ir atzīmēta.", "Rakstiet “- [ ]”.")


RULES = (item_without_id, item_outside_checklist, item_without_doer, unknown_doer, item_without_action, ticked_item)
