"""What the gate says: one diagnostic, printed as text, as GitHub annotations or as JSON."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

from guidebook.model import Span


class Severity(IntEnum):
    """How grave a diagnostic is; only an error stops a build."""

    ERROR = 0
    WARNING = 1
    INFO = 2

    @property
    def latvian(self) -> str:
        """The name an editor reads."""
        return ("kļūda", "brīdinājums", "ziņa")[self]


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing an editor has to know about one place."""

    at: Span
    """Where it is."""
    code: str
    """The rule's code: a family and three digits, never reused."""
    severity: Severity
    """How grave it is."""
    message: str
    """What is wrong, in Latvian, for a teacher."""
    hint: str = ""
    """How the line should look; may be empty."""


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """One line a diagnostic: `docs/lv/x.md:12:5: REF001 kļūda: … — Vai domājāt “…”?`."""
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in diagnostics)


def as_github(diagnostics: Iterable[Diagnostic], rules: str = "") -> str:
    """Workflow commands that GitHub shows at the line in a pull request; `rules` is the address that explains them.

    Source of the form and the escapes: GitHub Actions, “Workflow commands”.
    """
    return "".join(f"{_annotation(diagnostic, rules)}\n" for diagnostic in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of {path, line, column, code, severity, message, hint}."""
    rows = [
        {
            "path": diagnostic.at.path,
            "line": diagnostic.at.line,
            "column": diagnostic.at.column,
            "code": diagnostic.code,
            "severity": diagnostic.severity.name.lower(),
            "message": diagnostic.message,
            "hint": diagnostic.hint,
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def _line(diagnostic: Diagnostic) -> str:
    hint = f" — {diagnostic.hint}" if diagnostic.hint else ""
    name = diagnostic.severity.latvian
    return f"{diagnostic.at}: {diagnostic.code} {name}: {diagnostic.message}{hint}"


def _annotation(diagnostic: Diagnostic, rules: str) -> str:
    command = {Severity.INFO: "notice"}.get(diagnostic.severity, diagnostic.severity.name.lower())
    at = diagnostic.at
    text = f"{diagnostic.message} {diagnostic.hint}".strip()
    if rules:
        text += f"\nSkaidrojums: {rules}#{diagnostic.code.lower()}"
    place = f"file={_escape_value(at.path)},line={at.line},col={at.column}"
    return f"::{command} {place},title={diagnostic.code}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_value(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
