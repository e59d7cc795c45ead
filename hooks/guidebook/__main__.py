"""The gate as a command: python -m guidebook check [--root DIR] [--format text|github|json]."""

import argparse
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from guidebook.adapters.compress import add_compress
from guidebook.adapters.disk import load_guide
from guidebook.adapters.fixing import add_fix
from guidebook.adapters.handbook.command import add_handbooks
from guidebook.adapters.linter import lint
from guidebook.adapters.offline import add_offline
from guidebook.adapters.skeletons import add_new
from guidebook.adapters.spelling import changed_files, check_spelling
from guidebook.checks import rules_on, run
from guidebook.diagnostics import FORMATS, Diagnostic, Severity, as_github
from guidebook.model import Guide
from guidebook.render.export import guide_json, schema_json
from guidebook.render.rules import rules_address
from guidebook.settings import SettingsError


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 without errors in the content, 1 with, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(load_guide(options.root), options))
    except (SettingsError, OSError) as error:
        print(f"guidebook: {error}", file=sys.stderr)
        return 2


def _check(guide: Guide, options: argparse.Namespace) -> int:
    changed = changed_files(options.root, options.changed) if options.changed else None
    with ThreadPoolExecutor() as pool:
        linted = pool.submit(lint, options.root, guide)  # Another program, which works meanwhile.
        ruled = run(guide, rules_on(date.today(), strict=options.scheduled))
        diagnostics = sorted([*ruled, *linted.result(), *check_spelling(options.root, guide, changed)])
    rules = rules_address(guide, os.environ.get("GUIDE_SITE_URL", ""))
    write = partial(as_github, rules=rules) if options.format == "github" else FORMATS[options.format]
    sys.stdout.write(write(diagnostics))
    if options.format == "text":
        print(_summary(guide, diagnostics))
        if diagnostics and rules:
            print(f"Noteikumu skaidrojumi: {rules if '://' in rules else f'vietnes lapa {rules}'}")
    return 1 if any(each.severity is Severity.ERROR for each in diagnostics) else 0


def _export(guide: Guide, options: argparse.Namespace) -> int:
    sys.stdout.write(schema_json() if options.schema else guide_json(guide))
    return 0


def _summary(guide: Guide, diagnostics: list[Diagnostic]) -> str:
    pages = f"Pārbaudītas lapas: {len(guide.pages)}"
    if not diagnostics:
        return f"{pages}. Viss kārtībā."
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    others = len(diagnostics) - errors
    return f"{pages}. Kļūdas: {errors}, brīdinājumi: {others}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guidebook", description="Satura pārbaude.")
    commands = parser.add_subparsers(title="komandas", required=True)
    check = commands.add_parser("check", help="pārbauda visu saturu")
    check.add_argument("--format", choices=FORMATS, default="text", help="kā izdrukāt (text)")
    check.add_argument("--scheduled", action="store_true", help="nokavētas pārskatīšanas ir kļūdas (reizi nedēļā)")
    check.add_argument("--changed", metavar="BASE", help="pareizrakstību pārbauda tikai kopš BASE mainītos failos")
    check.set_defaults(run=_check)
    export = commands.add_parser("export", help="izdrukā visu saturu kā JSON")
    export.add_argument("--schema", action="store_true", help="izdrukā tā JSON shēmu")
    export.set_defaults(run=_export)
    others = (add_fix, add_new, add_handbooks, add_compress, add_offline)
    for command in (check, export, *(add(commands) for add in others)):
        command.add_argument("--root", type=Path, default=Path(), help="projekta mape (šī)")
    return parser


def _write_utf_8() -> None:
    """Let Latvian letters out whatever the terminal's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    _write_utf_8()
    sys.exit(main())
