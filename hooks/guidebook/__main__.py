"""The gate as a command: python -m guidebook check [--root DIR] [--format text|github|json]."""

import argparse
import io
import os
import sys
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from guidebook.adapters.checking import check
from guidebook.adapters.disk import load_guide
from guidebook.adapters.spelling import SPELLING, changed_files
from guidebook.adapters.workers import in_parallel
from guidebook.checks import rules_on
from guidebook.diagnostics import FORMATS, Diagnostic, Severity, as_github
from guidebook.model import Guide
from guidebook.render.export import guide_json, schema_json
from guidebook.render.rules import rules_address
from guidebook.settings import SettingsError

OTHERS = (
    ("guidebook.adapters.fixing", "add_fix"),
    ("guidebook.adapters.skeletons", "add_new"),
    ("guidebook.adapters.handbook.command", "add_handbooks"),
    ("guidebook.adapters.compress", "add_compress"),
    ("guidebook.adapters.offline", "add_offline"),
)
"""The commands beside check and export: module and the function that adds it. The check starts without them."""


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 without errors in the content, 1 with, 2 for a wrong call."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser(whole=arguments[:1] != ["check"]).parse_args(arguments)
    try:
        return int(options.run(load_guide(options.root, in_parallel), options))
    except (SettingsError, OSError) as error:
        print(f"guidebook: {error}", file=sys.stderr)
        return 2


def _check(guide: Guide, options: argparse.Namespace) -> int:
    changed = changed_files(options.root, options.changed) if options.changed else None
    found = check(options.root, guide, rules_on(date.today(), strict=options.scheduled))
    diagnostics = [each for each in found if changed is None or each.code != SPELLING or each.at.path in changed]
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


def _parser(whole: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guidebook", description="Satura pārbaude.")
    commands = parser.add_subparsers(title="komandas", required=True)
    checking = commands.add_parser("check", help="pārbauda visu saturu")
    checking.add_argument("--format", choices=FORMATS, default="text", help="kā izdrukāt (text)")
    checking.add_argument("--scheduled", action="store_true", help="nokavētas pārskatīšanas ir kļūdas (reizi nedēļā)")
    checking.add_argument("--changed", metavar="BASE", help="pareizrakstību pārbauda tikai kopš BASE mainītos failos")
    checking.set_defaults(run=_check)
    export = commands.add_parser("export", help="izdrukā visu saturu kā JSON")
    export.add_argument("--schema", action="store_true", help="izdrukā tā JSON shēmu")
    export.set_defaults(run=_export)
    others = [getattr(import_module(module), add)(commands) for module, add in (OTHERS if whole else ())]
    for command in (checking, export, *others):
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
