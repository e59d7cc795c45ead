"""The form of a rule of rumdl that the gate keeps: what it says and what we say instead."""

import re
from dataclasses import dataclass

from guidebook.diagnostics import Severity

ERROR, WARNING, INFO = Severity


@dataclass(frozen=True, slots=True)
class Case:
    """One thing a rule of rumdl says."""

    pattern: re.Pattern[str]
    """Found in rumdl's message and, on the row below it, the line it is about; others are dropped."""
    message: str
    """May name {line}, {fix} (what rumdl would write) and the groups of the pattern."""
    hint: str
    gap: int | None = None
    """Where a blank line is missing: 0 before the line, 1 behind it."""


@dataclass(frozen=True, slots=True)
class Lint:
    """A rule of rumdl that the gate keeps."""

    code: str
    severity: Severity
    explanation: str
    """As a rule's docstring: one line, then `Slikti:` and `Labi:`."""
    cases: tuple[Case, ...]
    once: bool = False
    """Whether neighbouring lines with the fault are one fault."""


def lint(code: str, severity: Severity, explained: tuple[str, str, str], *cases: Case, once: bool = False) -> Lint:
    """A rule from what it says, a bad and a good example, and its cases."""
    says, bad, good = explained
    return Lint(code, severity, f"{says}\n\nSlikti: {bad}\nLabi: {good}", cases, once)


def case(pattern: str, message: str, hint: str, gap: int | None = None) -> Case:
    """A case from the text of its pattern."""
    return Case(re.compile(pattern), message, hint, gap)
