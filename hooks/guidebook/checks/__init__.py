"""The gate: rules in a fixed order, each a generator over the guide."""

from collections.abc import Iterable
from datetime import date

from guidebook.checks import (
    blanks,
    changes,
    checklists,
    damage,
    dated,
    duplicates,
    files,
    identity,
    knowledge,
    leftovers,
    lists,
    markup,
    media,
    naming,
    plain,
    privacy,
    quotes,
    references,
    retired,
    safety,
    structure,
    typography,
    upkeep,
    wording,
)
from guidebook.checks.rule import Rule
from guidebook.diagnostics import Diagnostic
from guidebook.model import Guide

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *structure.RULES,
    *identity.RULES,
    *references.RULES,
    *retired.RULES,
    *knowledge.RULES,
    *upkeep.RULES,
    *checklists.RULES,
    *privacy.RULES,
    *blanks.RULES,
    *safety.RULES,
    *duplicates.RULES,
    *plain.RULES,
    *quotes.RULES,
    *typography.RULES,
    *damage.RULES,
    *wording.RULES,
    *markup.RULES,
    *changes.RULES,
    *leftovers.RULES,
    *lists.RULES,
    *media.RULES,
    *naming.RULES,
)


def rules_on(today: date, strict: bool = False) -> tuple[Rule, ...]:
    """All rules, those that need the day included; `strict` is for the run by schedule."""
    return (*RULES, *dated.rules(today, strict))


def run(guide: Guide, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Every diagnostic of every rule, in order of place; the same one only once."""
    return sorted({diagnostic for rule in rules for diagnostic in rule(guide)})
