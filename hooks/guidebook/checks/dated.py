"""Facts and pages that have to be looked through again; what day it is, the caller says."""

from collections.abc import Iterator
from datetime import date, timedelta

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page, Span

REVIEW_DAYS = 365
"""After so many days a page is due to be read again."""
SOON = 30
"""So many days before that the editor is reminded."""


def rules(today: date, strict: bool = False, review_days: int = REVIEW_DAYS) -> tuple[Rule, ...]:
    """The rules that need the day; `strict` makes a page past its day an error (the run by schedule)."""
    return outdated(today), due(today, review_days), overdue(today, strict, review_days), in_future(today)


def outdated(today: date) -> Rule:
    """FACT004: facts checked too long ago."""

    def check(guide: Guide) -> Iterator[Finding]:
        for fact in guide.facts.values():
            if fact.checked is None or not fact.valid_for:
                continue
            until = _after(fact.checked, fact.valid_for)
            if until < today:
                yield Finding(
                    fact.lines.get("checked", fact.at),
                    f"fakts “{fact.id}” pārbaudīts {_day(fact.checked)}; jāpārbauda bija līdz {_day(until)}.",
                    f"Salīdziniet ar avotu un pierakstiet “checked: {today.isoformat()}”.",
                )

    explanation = """Faktu pārbauda, pirms beidzas “valid_for” dienas.

    Slikti: “checked: 2024-01-10” un “valid_for: 365”, bet ir jau 2026. gads.
    Labi: fakts salīdzināts ar avotu un “checked” ir šī gada diena.
    """
    return Rule("FACT004", Severity.WARNING, explanation.strip(), check)


def due(today: date, review_days: int = REVIEW_DAYS) -> Rule:
    """DATE001: pages that soon have to be read again."""

    def check(guide: Guide) -> Iterator[Finding]:
        for page, reviewed, until in _reviewed(guide, review_days):
            if today <= until <= _after(today, SOON):
                yield Finding(
                    _place(page),
                    f"lapa pārskatīta {_day(reviewed)}; jāpārskata līdz {_day(until)}.",
                    f"Izlasiet lapu, salīdziniet ar avotiem un pierakstiet “reviewed: {today.isoformat()}”.",
                )

    explanation = f"""Lapu pārskata reizi gadā; {SOON} dienas iepriekš par to atgādina.

    Slikti: “reviewed: 2025-12-01”, un ir 2026. gada 21. novembris.
    Labi: “reviewed: 2026-11-21”
    """
    return Rule("DATE001", Severity.WARNING, explanation.strip(), check)


def overdue(today: date, strict: bool = False, review_days: int = REVIEW_DAYS) -> Rule:
    """DATE002: pages that should have been read again."""

    def check(guide: Guide) -> Iterator[Finding]:
        for page, reviewed, until in _reviewed(guide, review_days):
            if until < today:
                yield Finding(
                    _place(page),
                    f"lapa pārskatīta {_day(reviewed)}; jāpārskata bija līdz {_day(until)}.",
                    f"Izlasiet lapu, salīdziniet ar avotiem un pierakstiet “reviewed: {today.isoformat()}”.",
                )

    explanation = """Lapu pārskata reizi gadā.

    Slikti: “reviewed: 2024-01-10”, un ir jau 2026. gads.
    Labi: “reviewed: 2026-11-21”
    """
    return Rule("DATE002", Severity.ERROR if strict else Severity.WARNING, explanation.strip(), check)


def in_future(today: date) -> Rule:
    """DATE003: days of checking that have not come yet."""

    def check(guide: Guide) -> Iterator[Finding]:
        named = [("reviewed", page.meta.reviewed, _place(page)) for page in guide.pages]
        named += [("checked", fact.checked, fact.lines.get("checked", fact.at)) for fact in guide.facts.values()]
        named += [
            ("accessed", source.accessed, source.lines.get("accessed", source.at)) for source in guide.sources.values()
        ]
        for key, day, at in named:
            if day and day > _after(today, 1):  # Somewhere it is tomorrow already.
                yield Finding(at, f"“{key}: {day}” vēl nav pienācis.", f"Rakstiet, piemēram, “{key}: {today}”.")
        for source in guide.sources.values():
            if source.year and source.year > today.year + 1:
                yield Finding(
                    source.lines["year"], f"avota gads {source.year} vēl nav pienācis.", "Rakstiet izdošanas gadu."
                )

    explanation = """Diena, kad lapa, fakts vai avots pārbaudīts, ir jau bijusi.

    Slikti: “reviewed: 2062-11-21”
    Labi: “reviewed: 2026-11-21”
    """
    return Rule("DATE003", Severity.ERROR, explanation.strip(), check)


def _reviewed(guide: Guide, review_days: int) -> Iterator[tuple[Page, date, date]]:
    """Each page that was read on some day, that day, and the last one by which to read it again."""
    for page in guide.pages:
        if page.meta.reviewed:
            yield page, page.meta.reviewed, _after(page.meta.reviewed, review_days)


def _after(day: date, days: int) -> date:
    left = (date.max - day).days
    return day + timedelta(days=min(days, left))


def _place(page: Page) -> Span:
    return page.meta.lines.get("reviewed", Span(page.path, 1))


def _day(day: date) -> str:
    return f"{day.day}.{day.month:02}.{day.year}"
