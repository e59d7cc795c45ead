"""The gate: rules in a fixed order, each a generator over the guide."""

from guidebook.checks import checklists, files, identity, knowledge, privacy, references, structure
from guidebook.checks.rule import Rule
from guidebook.diagnostics import Diagnostic
from guidebook.model import Guide

RULES: tuple[Rule, ...] = (
    *files.RULES,
    *structure.RULES,
    *identity.RULES,
    *references.RULES,
    *knowledge.RULES,
    *checklists.RULES,
    *privacy.RULES,
)


def run(guide: Guide) -> list[Diagnostic]:
    """Every diagnostic of every rule, in order of place; the same one only once."""
    return sorted({diagnostic for rule in RULES for diagnostic in rule(guide)})
