"""The command `fix`: mends the files of docs/ in place and shows what it changed."""

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from guidebook.fix import mend
from guidebook.fix.text import Text
from guidebook.model import Guide
from guidebook.parse.decode import decode

MENDED = (".md", ".yml", ".yaml")
RETIRED = "docs/redirects.yml"
_ITEM = re.compile(r"(?<![\w-])item-[a-z0-9-]+")
_COLOURS = {"+": "32", "-": "31", "@": "36"}
_VISIBLE = str.maketrans({"\u00a0": "⍽", "\t": "→", "\r": "␍", "\ufeff": "␣", "\u200b": "␣", "\u200d": "␣"})


def add_fix(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """The command's arguments; its function stands in `run`, as that of the other commands."""
    parser = commands.add_parser("fix", help="izlabo to, ko var izlabot bez domāšanas")
    parser.add_argument("--check", action="store_true", help="neko neraksta; beidzas ar 1, ja ir ko labot")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="faili vai mapes (visa mape docs/)")
    parser.set_defaults(run=run_fix)
    return parser


def run_fix(guide: Guide, options: argparse.Namespace) -> int:
    """Mends the chosen files. 0: done; 1: there is something to mend (`--check`) or a file was left; 2: wrong path."""
    try:
        paths = _chosen(guide, options.root, options.paths)
    except FileNotFoundError as error:
        print(f"guidebook: mapē docs/ nav tāda faila vai mapes, ko labot: {error}", file=sys.stderr)
        return 2
    taken = _known_ids(guide, options.root)
    lines = files = left = 0
    for path in paths:
        target = options.root / path
        try:
            data = target.read_bytes()
            before = data.decode("utf-8")
            after = mend(Text(path, before, frozenset(taken)))
            if after != before and not options.check:
                write(target, after)
        except UnicodeDecodeError:
            fault = decode(path, data)[1][0]
            print(f"{fault.at}: {fault.message} {fault.hint} Fails atstāts, kāds bija.", file=sys.stderr)
            left += 1
            continue
        except OSError as error:
            print(f"{path}: failu neizdevās izlabot ({error.strerror}).", file=sys.stderr)
            left += 1
            continue
        taken.update(_ITEM.findall(after))
        if after != before:
            diff = list(_diff(path, before, after))
            sys.stdout.writelines(_coloured(diff) if _in_colour() else diff)
            lines += _changed(diff)
            files += 1
    print(_summary(lines, files, options.check))
    return 1 if left or (options.check and files) else 0


def write(target: Path, text: str) -> None:
    """Writes a file so that at any time it is either the old one or the new one as a whole; raises OSError."""
    target = target.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _chosen(guide: Guide, root: Path, given: Iterable[Path]) -> list[str]:
    """The files below docs/ that are, or lie in, one of the given paths; raises FileNotFoundError for one with none."""
    files = [path for path in sorted(guide.files) if path.endswith(MENDED)]
    chosen: set[str] = set()
    for path in given:
        wanted = {(start / path).resolve() for start in (Path(), root)}
        found = [file for file in files if wanted & {(root / file).resolve(), *(root / file).resolve().parents}]
        if not found:
            raise FileNotFoundError(path)
        chosen.update(found)
    return sorted(chosen) if chosen else files


def _known_ids(guide: Guide, root: Path) -> set[str]:
    """Every id of the tree and every retired one."""
    known = {ident for targets in guide.targets.values() for ident in targets}
    if RETIRED in guide.files:
        known.update(_ITEM.findall((root / RETIRED).read_bytes().decode("utf-8", "replace")))
    return known


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    rows = [[f"{row}\n" for row in text.split("\n")[:-1]] + _last(text) for text in (before, after)]
    yield from unified_diff(rows[0], rows[1], path, path, n=1)


def _last(text: str) -> list[str]:
    rest = text[text.rfind("\n") + 1 :]
    return [f"{rest}\n\\ No newline at end of file\n"] if rest else []


def _changed(diff: list[str]) -> int:
    """How many lines were changed, added or taken out."""
    total = gone = new = 0
    for line in [*diff[2:], " "]:
        gone += line.startswith("-")
        new += line.startswith("+")
        if line[0] not in "+-":
            total += max(gone, new)
            gone = new = 0
    return max(total, 1)


def _coloured(diff: Iterable[str]) -> Iterator[str]:
    """The diff for a terminal, with the signs made visible that otherwise look like nothing."""
    for line in diff:
        colour = _COLOURS.get(line[0])
        shown = line.rstrip("\n")
        body = shown.rstrip(" ")
        if colour and len(shown) > 1 and not line.startswith(("+++", "---")):
            shown = (body + "·" * (len(shown) - len(body))).translate(_VISIBLE)
        yield f"\033[{colour}m{shown}\033[0m\n" if colour else line


def _in_colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _summary(lines: int, files: int, check: bool) -> str:
    if not files:
        return "Nav ko labot."
    one = _is_single(lines)
    done = ("Jālabo rinda" if one else "Jālabo rindas") if check else ("Izlabota rinda" if one else "Izlabotas rindas")
    return f"{done}: {lines}, {'fails' if _is_single(files) else 'faili'}: {files}."


def _is_single(count: int) -> bool:
    """Latvian takes the singular after 1, 21, 31 … but not after 11."""
    return count % 10 == 1 and count % 100 != 11
