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

OF_ONE_TEXT: tuple[Rule, ...] = (
    *privacy.RULES,
    *plain.RULES,
    *quotes.RULES,
    *typography.RULES,
    *damage.RULES,
    *markup.RULES,
    *safety.RULES,
    *lists.RULES,
)
"""Rules that look at one text at a time: what they find in a page depends on it and on the settings alone."""
OF_ALL: tuple[Rule, ...] = (
    *files.RULES,
    *structure.RULES,
    *identity.RULES,
    *references.RULES,
    *retired.RULES,
    *knowledge.RULES,
    *upkeep.RULES,
    *checklists.RULES,
    *blanks.RULES,
    *duplicates.RULES,
    *wording.RULES,
    *changes.RULES,
    *leftovers.RULES,
    *media.RULES,
    *naming.RULES,
)
RULES = (*OF_ALL, *OF_ONE_TEXT)


def rules_on(today: date, strict: bool = False) -> tuple[Rule, ...]:
    """All rules, those that need the day included; `strict` is for the run by schedule."""
    return (*RULES, *dated.rules(today, strict))


def run(guide: Guide, rules: Iterable[Rule] = RULES) -> list[Diagnostic]:
    """Every diagnostic of every rule, in order of place; the same one only once."""
    return sorted({diagnostic for rule in rules for diagnostic in rule(guide)})
