"""rumdl's rules of Markdown structure, said in our words.

The rules that are kept stand in .rumdl.toml: the project's own or, where it has none, the one beside hooks/.
"""

import json
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import Any

from guidebook.adapters.lints import Case, Lint
from guidebook.adapters.markdown_rules import LINTS
from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Span
from guidebook.settings import SettingsError

CONFIG = ".rumdl.toml"
OWN_CONFIG = Path(__file__).resolve().parents[3] / CONFIG
LONGEST_QUOTE = 40
_LINTS = {lint.code: lint for lint in LINTS}


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing rumdl found and the case of the table that it is."""

    lint: Lint
    case: Case
    diagnostic: Diagnostic

    @property
    def gap(self) -> tuple[str, int] | None:
        """The line before which a blank one is missing."""
        at = self.diagnostic.at
        return None if self.case.gap is None else (at.path, at.line + self.case.gap)


def lint(root: Path, guide: Guide) -> list[Diagnostic]:
    """What rumdl says about the guide's Markdown files; raises SettingsError when rumdl cannot run."""
    config = CONFIG if (root / CONFIG).is_file() else str(OWN_CONFIG)
    if config != CONFIG and not OWN_CONFIG.is_file():
        return []
    program = find_program()
    if program is None:
        return [
            Diagnostic(
                Span(CONFIG, 1),
                "MD000",
                Severity.INFO,
                "Markdown pieraksts nav pārbaudīts: šajā datorā nav programmas rumdl.",
                "Ielieciet vajadzīgo no jauna: make clean check.",
            )
        ]

    @cache
    def lines(path: str) -> list[str]:
        return (root / path).read_bytes().decode("utf-8", "replace").split("\n")

    rows = sorted(_run(program, root, config), key=lambda row: (_path(row), row["rule"], row["line"]))
    said = (_said(row, lines) for row in rows if _path(row) in guide.files)
    return sorted(set(_merged(each for each in said if each)))


def find_program() -> str | None:
    """rumdl beside this Python or on the PATH."""
    places = [sysconfig.get_path("scripts"), os.environ.get("PATH", "")]
    return shutil.which("rumdl", path=os.pathsep.join(places))


def _run(program: str, root: Path, config: str) -> list[dict[str, Any]]:
    command = [program, "check", "--config", config, "--deny-config-warnings", "--no-cache", "--quiet"]
    result = subprocess.run(  # noqa: S603
        [*command, "--output-format", "json", "docs"], cwd=root, capture_output=True, check=False
    )
    if result.returncode not in (0, 1):
        raise SettingsError(f"rumdl ({CONFIG}): {result.stderr.decode('utf-8', 'replace').strip()}")
    try:
        rows: list[dict[str, Any]] = json.loads(result.stdout or b"[]")
    except ValueError as error:
        raise SettingsError(f"rumdl ({program}) printed no JSON: {error}") from error
    return rows


def _path(row: dict[str, Any]) -> str:
    return PurePath(row["file"]).as_posix()


def _said(row: dict[str, Any], lines: Callable[[str], list[str]]) -> _Said | None:
    """A row of rumdl's in our words; None for what the table leaves out."""
    lint = _LINTS.get(row["rule"])
    path, number = _path(row), int(row["line"])
    line = "".join(lines(path)[number - 1 : number]).rstrip("\r")
    text = f"{row['message']}\n{line}"
    for case in lint.cases if lint else ():
        if lint and (match := case.pattern.search(text)):
            words = {"line": _quoted(line), "fix": (row.get("fix") or {}).get("replacement", ""), **match.groupdict()}
            message, hint = case.message.format(**words), case.hint.format(**words)
            return _Said(
                lint, case, Diagnostic(Span(path, number, row["column"]), lint.code, lint.severity, message, hint)
            )
    return None


def _quoted(line: str) -> str:
    line = line.strip()
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE].rstrip()}…"


def _merged(found: Iterable[_Said]) -> Iterator[Diagnostic]:
    """One diagnostic for a missing blank line, whatever stands on its two sides, and for a run of lines."""
    gaps: dict[tuple[str, int], Diagnostic] = {}
    previous: Diagnostic | None = None
    for said in found:
        each = said.diagnostic
        if said.gap:
            known = gaps.get(said.gap, each)
            gaps[said.gap] = min(known, each, key=lambda diagnostic: diagnostic.severity)
        elif not (said.lint.once and previous and _goes_on(previous, each)):
            yield each
        previous = each
    yield from gaps.values()


def _goes_on(previous: Diagnostic, each: Diagnostic) -> bool:
    same = (previous.code, previous.at.path) == (each.code, each.at.path)
    return same and each.at.line - previous.at.line <= 1
