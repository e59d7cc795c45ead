"""Latvian spelling with hunspell's dictionary, where both are on this computer.

A project without docs/words.txt is not checked.
"""

import importlib
import re
import subprocess
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Span
from guidebook.parse.texts import texts
from guidebook.parse.words import WORDS, Spell, known_keys, knows, misspelt, named
from guidebook.settings import SettingsError

DICTIONARIES = (
    "node_modules/dictionary-lv/index",
    "/usr/share/hunspell/lv_LV",
    "/usr/local/share/hunspell/lv_LV",
    "/usr/share/myspell/dicts/lv_LV",
    "/usr/lib/libreoffice/share/extensions/dict-lv/lv_LV",
    "/opt/homebrew/share/hunspell/lv_LV",
    "~/Library/Spelling/lv_LV",
    "/Library/Spelling/lv_LV",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-lv/lv_LV",
    "C:/Program Files/LibreOffice/share/extensions/dict-lv/lv_LV",
)
"""Where the dictionary may be (.aff and .dic), from the project's folder: npm, Linux, macOS, LibreOffice."""
MOST_SUGGESTED = 20
"""Words that get suggestions in one run; each can cost 0.1 s."""

AMERICAN = {
    "is": "iz",
    "ys": "yz",
    "our": "or",
    "tre": "ter",
    "ogue": "og",
    "lled": "led",
    "lling": "ling",
    "ence": "ense",
}
"""British spelling -> American."""
_BRITISH = re.compile(r"(?:is(?=e|ing|ation)|ys(?=e|ing)|our|tre|ogue|lled|lling|ence)")


EXPLANATION = """Vārdam jābūt uzrakstītam pareizi; vārdu, kura vārdnīcā nav, pieraksta failā docs/words.txt.

Slikti: skoleni brauc mobilitātē
Labi: skolēni brauc mobilitātē"""


class Speller(Protocol):
    """What is used of chunspell's Hunspell."""

    def spell(self, word: str) -> bool:
        """Whether the dictionary has the word in this form."""

    def suggest(self, word: str) -> Collection[str]:
        """Words that look like it, the likeliest first."""


def check_spelling(root: Path, guide: Guide, changed: Collection[str] | None = None) -> list[Diagnostic]:
    """Words that no list knows; only in the files in `changed` when it is given."""
    if WORDS not in guide.files:
        return []
    latvian = dictionary(root)
    if latvian is None:
        return [
            Diagnostic(
                Span(WORDS, 1),
                "SPELL000",
                Severity.INFO,
                "pareizrakstība nav pārbaudīta: šajā datorā nav latviešu valodas vārdnīcas.",
                "Ielieciet to: apt install hunspell-lv (vai npm install dictionary-lv), tad make check.",
            )
        ]
    return sorted(set(spelling_rule(latvian, changed)(guide)))


def spelling_rule(latvian: Speller | None, changed: Collection[str] | None = None) -> Rule:
    """The rule of spelling; without a dictionary it finds nothing."""

    def unknown_word(guide: Guide) -> Iterator[Finding]:
        if latvian is None:
            return
        listed = known_keys([*guide.words, *(word for each in guide.languages for word in named(guide, each))])
        spellers: dict[str, tuple[Spell, Spell]] = {
            "lv": (knows(listed, latvian.spell), _english),
            "en": (knows(listed, _british), _never),
        }
        hints: dict[str, str] = {}
        for lang, (is_known, other) in spellers.items():
            speller = latvian if lang == "lv" else _english_dictionary()
            for text in texts(guide, lang):
                for word, offset in misspelt(text.prose, is_known, other):
                    at = text.at(offset)
                    if changed is None or at.path in changed:
                        if word not in hints:
                            hints[word] = _hint(word, speller if len(hints) < MOST_SUGGESTED else None)
                        yield Finding(at, f"vārda “{word}” vārdnīcā nav.", hints[word])

    return Rule("SPELL001", Severity.WARNING, EXPLANATION, unknown_word)


def dictionary(root: Path) -> Speller | None:
    """The Latvian dictionary from the first place that has it; None without one or without chunspell."""
    for written in DICTIONARIES:
        path = root / Path(written).expanduser()
        if path.with_suffix(".aff").is_file() and path.with_suffix(".dic").is_file():
            return _load(path.name, path.parent)
    return None


def changed_files(root: Path, base: str) -> frozenset[str]:
    """Files, from `root`, that differ from where the work left `base`; raises SettingsError when git cannot tell."""
    command = ["git", "diff", "--name-only", "--relative", "--diff-filter=d", "-z", "--merge-base", "--end-of-options"]
    try:
        result = subprocess.run([*command, base, "--"], cwd=root, capture_output=True, check=False)  # noqa: S603
    except OSError as error:
        raise SettingsError(f"--changed needs git: {error}") from error
    if result.returncode:
        raise SettingsError(f"--changed {base}: {result.stderr.decode('utf-8', 'replace').strip()}")
    return frozenset(result.stdout.decode("utf-8", "replace").split("\0")) - {""}


def _load(name: str, folder: Path | None = None) -> Speller | None:
    try:
        module = importlib.import_module("hunspell")
    except ImportError:
        return None
    speller: Speller = module.Hunspell(name, hunspell_data_dir=str(folder) if folder else None)
    return speller


@lru_cache(maxsize=1)
def _english_dictionary() -> Speller | None:
    """The English dictionary that chunspell brings along."""
    return _load("en_US")


@lru_cache(maxsize=4096)
def _english(word: str) -> bool:
    speller = _english_dictionary() if word.isascii() and word.isalpha() else None
    return speller is not None and speller.spell(word)


def _british(word: str) -> bool:
    """Whether it is English, also as written in Britain, or a Latvian name."""
    if _english_dictionary() is None or (word[0].isupper() and not word.isascii()):
        return True
    return _english(word) or _english(_BRITISH.sub(_american, word))


def _american(british: re.Match[str]) -> str:
    return AMERICAN[british[0]]


def _never(_: str) -> bool:
    return False


def _hint(word: str, speller: Speller | None) -> str:
    try:
        offered = list(speller.suggest(word))[:3] if speller else []
    except UnicodeEncodeError:  # The English dictionary has no sign for “ā”.
        offered = []
    keep = f"Ja vārds ir pareizs, pierakstiet to failā {WORDS}."
    return f"Vai domājāt “{'” vai “'.join(offered)}”? {keep}" if offered else keep
