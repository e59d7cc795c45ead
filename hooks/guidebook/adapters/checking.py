"""The whole check of a project; what was found in a page is remembered until one of its files changes."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path

from guidebook.adapters.linter import lint
from guidebook.adapters.spelling import find_dictionary, known_words, spelling_of, unchecked
from guidebook.adapters.workers import in_parallel
from guidebook.checks import OF_ONE_TEXT, run
from guidebook.checks.parts import Part, parts
from guidebook.checks.rule import Rule
from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Span
from guidebook.parse.words import WORDS

MEMORY = Path(".cache/check.json")
"""What was found before, below the project's root; may be deleted at any time."""
CODE = Path(__file__).resolve().parents[1]
Found = list[Diagnostic]


def check(root: Path, guide: Guide, rules: Iterable[Rule]) -> Found:
    """What `rules`, the linter and spelling find in the guide of the project in `root`, in order of place.

    Raises SettingsError when the linter cannot run.
    """
    text_rules = (*OF_ONE_TEXT, spelling_of(root, guide))
    texts = dict(_by_key(root, guide))
    known = _remembered(root / MEMORY)
    fresh = texts.keys() - known.keys()
    tasks: list[Callable[[], Found]] = [partial(lint, root, guide), partial(unchecked, root, guide)]
    tasks += [partial(run, guide, (rule,)) for rule in rules if rule not in OF_ONE_TEXT]
    tasks += [partial(run, texts[key].guide, text_rules) for key in fresh]
    results = in_parallel(tasks)
    found = dict(zip(fresh, results[len(tasks) - len(fresh) :], strict=True))
    kept = {key: found[key] if key in found else known[key] for key in texts}
    if found:
        _remember(root / MEMORY, kept)
    return sorted({*chain.from_iterable(results), *chain.from_iterable(kept.values())})


def _by_key(root: Path, guide: Guide) -> Iterator[tuple[str, Part]]:
    """Each part by a digest of all that the rules of one text can see of it, and of the rules themselves."""
    always = hashlib.sha256(repr([*_version(root, guide), guide.settings, sorted(known_words(guide))]).encode())
    digests: dict[str, bytes] = {}
    for part in parts(guide):
        key = always.copy()
        for path in part.files:
            if path not in digests:
                digests[path] = hashlib.sha256((root / path).read_bytes()).digest()
            key.update(path.encode() + digests[path])
        yield key.hexdigest(), part


def _version(root: Path, guide: Guide) -> Iterator[object]:
    """What the code and the dictionary are known by."""
    yield sys.version
    dictionary = find_dictionary(root) if WORDS in guide.files else None
    for path in [*sorted(CODE.rglob("*.py")), *([dictionary.with_suffix(".dic")] if dictionary else [])]:
        status = path.stat()
        yield path.name, status.st_mtime_ns, status.st_size


def _remembered(path: Path) -> Mapping[str, Found]:
    """What was found before, by key; nothing where that cannot be read."""
    try:
        kept = json.loads(path.read_bytes())
        return {key: [_diagnostic(*row) for row in rows] for key, rows in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _remember(path: Path, kept: Mapping[str, Found]) -> None:
    """Write what was found, as a whole; a folder that cannot be written to only makes the next check slower."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps({key: [_row(each) for each in found] for key, found in kept.items()}), "utf-8")
        new.replace(path)


def _row(each: Diagnostic) -> tuple[str | int, ...]:
    return each.at.path, each.at.line, each.at.column, each.code, each.severity, each.message, each.hint


def _diagnostic(path: str, line: int, column: int, code: str, severity: int, *texts: str) -> Diagnostic:
    message, hint = texts
    return Diagnostic(Span(path, line, column), code, Severity(severity), message, hint)
