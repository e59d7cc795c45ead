"""What a rule is: a generator of findings with a code, a severity and a docstring that explains it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A place and what is wrong there; the rule adds its code and severity."""

    at: Span
    message: str
    hint: str = ""


Check = Callable[[Guide], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the gate."""

    code: str
    severity: Severity
    explanation: str
    """One line, then `Slikti:` and `Labi:` examples; the reference page is made of it."""
    check: Check

    def __call__(self, guide: Guide) -> Iterator[Diagnostic]:
        """The rule's findings as diagnostics."""
        for finding in self.check(guide):
            yield Diagnostic(finding.at, self.code, self.severity, finding.message, finding.hint)


def rule(code: str, severity: Severity) -> Callable[[Check], Rule]:
    """Makes a rule of a generator; its docstring becomes the explanation."""

    def make(check: Check) -> Rule:
        return Rule(code, severity, (check.__doc__ or "").strip(), check)

    return make


def noticed(code: str, severity: Severity, explanation: str) -> Rule:
    """A rule whose findings parsing has already made: the faults of the same code."""

    def check(guide: Guide) -> Iterator[Finding]:
        for fault in guide.faults:
            if fault.code == code:
                yield Finding(fault.at, fault.message, fault.hint)

    return Rule(code, severity, explanation.strip(), check)
