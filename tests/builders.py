"""Guides from strings, without a disk; the same texts as a folder for tests of the command."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from guidebook.checks import run
from guidebook.diagnostics import Diagnostic
from guidebook.model import Guide, Page
from guidebook.parse.changes import CHANGELOG
from guidebook.parse.guide import CONFIG, Project, parse_guide
from guidebook.settings import parse_settings

Files = Mapping[str, str | bytes]
"""Path from the project's root -> content."""

BODY = 5
"""The line where the body of `page(body)` begins when no front matter is given."""

SETTINGS = """\
extra:
  guidebook:
    programmes:
      mobilitate: {lv: Erasmus+ mobilitāte, en: Erasmus+ mobility}
    who:
      direktors: {lv: direktors, en: head teacher}
      koordinators: {lv: koordinators, en: coordinator}
      klases audzinātājs: {lv: klases audzinātājs, en: class teacher}
      vecāki: {lv: vecāki, en: parents}
    when:
      pirms mobilitātes: {lv: pirms mobilitātes, en: before the mobility}
      regulāri: {lv: regulāri, en: regularly}
    handbooks:
      mobilitate: {lv: Mobilitāte, en: Mobility}
"""


def config(nav: Sequence[str] | None = None, languages: Sequence[str] = ("lv", "en")) -> str:
    """A minimal mkdocs.yml."""
    rows = [f"        - {{locale: {lang}, default: {str(lang == languages[0]).lower()}}}" for lang in languages]
    plugins = "\n".join(["plugins:", "  - i18n:", "      languages:", *rows])
    listed = "".join(f"  - {path}\n" for path in nav or ())
    return f"site_name: Paraugs\n{plugins}\n{SETTINGS}" + (f"nav:\n{listed}" if nav else "")


def make_guide(files: Files, nav: Sequence[str] | None = None, languages: Sequence[str] = ("lv", "en")) -> Guide:
    """The guide in `files`; a mkdocs.yml among them stands instead of the minimal one."""
    data = {path: _bytes(content) for path, content in files.items()}
    written = data.pop(CONFIG, b"").decode() or config(nav, languages)
    changelog = data.pop(CHANGELOG, b"")
    settings = parse_settings(yaml.safe_load(config())["extra"]["guidebook"])
    return parse_guide(Project(frozenset(data), data.__getitem__, written, tuple(languages), settings, changelog))


def write_project(root: Path, files: Files, nav: Sequence[str] | None = None) -> Path:
    """The same files in a folder, with a minimal mkdocs.yml unless they bring one."""
    for path, content in {CONFIG: config(nav), **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_bytes(content))
    (root / "docs").mkdir(exist_ok=True)
    return root


def page(body: str = "# Lapa\n\nTeksts.\n", **front_matter: str | Sequence[str]) -> str:
    """A page with front matter; a list is given as a Python sequence."""
    values: dict[str, str | Sequence[str]] = {"title": "Lapa", "description": "Par lapu.", **front_matter}
    rows = [f"{key}: {each if isinstance(each, str) else '[' + ', '.join(each) + ']'}" for key, each in values.items()]
    return "\n".join(["---", *rows, "---", body])


def only_page(files: Files | str) -> Page:
    """The page docs/lv/a.md of a guide, or of that text alone."""
    tree = {"docs/lv/a.md": files} if isinstance(files, str) else files
    return next(each for each in make_guide(tree).pages if each.path == "docs/lv/a.md")


def check(files: Files, nav: Sequence[str] | None = None) -> list[Diagnostic]:
    """Everything the gate says about the files."""
    return run(make_guide(files, nav))


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Their codes, in order."""
    return [diagnostic.code for diagnostic in diagnostics]


def lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Each as “REF001 docs/lv/a.md:7”."""
    return [f"{each.code} {each.at.path}:{each.at.line}" for each in diagnostics]


def place(text: str, wanted: str, count: int = 1) -> tuple[int, int]:
    """Line and column, from 1, where `wanted` stands in `text` for the `count`-th time."""
    offset = -1
    for _ in range(count):
        offset = text.index(wanted, offset + 1)
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
