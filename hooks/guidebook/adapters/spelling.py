"""Latvian spelling with hunspell's dictionary, where both are on this computer.

A project without docs/words.txt is not checked.
"""

import re
import subprocess
from collections.abc import Callable, Collection, Iterator
from functools import cache, lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from guidebook.checks.rule import Finding, Rule
from guidebook.diagnostics import Diagnostic, Severity
from guidebook.model import Guide, Span
from guidebook.parse.texts import texts
from guidebook.parse.words import WORDS, Key, Spell, known_keys, knows, misspelt, named
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
SPELLING = "SPELL001"
PROGRAM = "hunspell"
"""The module that chunspell brings along."""
LANGUAGES = ("lv", "en")
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


def check_spelling(root: Path, guide: Guide) -> list[Diagnostic]:
    """Words that no list knows, or one message that this computer has no dictionary."""
    return unchecked(root, guide) or sorted(set(spelling_of(root, guide)(guide)))


def unchecked(root: Path, guide: Guide) -> list[Diagnostic]:
    """That spelling cannot be checked on this computer; empty where it can be or need not be."""
    if WORDS not in guide.files or (find_dictionary(root) and find_spec(PROGRAM)):
        return []
    return [
        Diagnostic(
            Span(WORDS, 1),
            "SPELL000",
            Severity.INFO,
            "pareizrakstība nav pārbaudīta: šajā datorā nav latviešu valodas vārdnīcas.",
            "Ielieciet to: apt install hunspell-lv (vai npm install dictionary-lv), tad make check.",
        )
    ]


def spelling_of(root: Path, guide: Guide) -> Rule:
    """The rule of spelling with the words of a guide and the dictionary of this computer; it can look at any part."""
    path = find_dictionary(root) if WORDS in guide.files else None
    return spelling_rule(known_words(guide), cache(partial(_load, path.name, path.parent)) if path else lambda: None)


def spelling_rule(listed: frozenset[Key] = frozenset(), latvian: Callable[[], Speller | None] = lambda: None) -> Rule:
    """The rule of spelling; without a dictionary it finds nothing. `latvian` is called when the first text is read."""
    hints: dict[str, str] = {}

    @cache
    def is_known(lang: str) -> tuple[Spell, Spell]:
        speller = latvian()
        if lang == "lv" and speller:
            return knows(listed, speller.spell), _english
        return knows(listed, _british) if lang == "en" and speller else _always, _never

    def hint(word: str, lang: str) -> str:
        if word not in hints:
            speller = latvian() if lang == "lv" else _english_dictionary()
            hints[word] = _hint(word, speller if len(hints) < MOST_SUGGESTED else None)
        return hints[word]

    def unknown_word(guide: Guide) -> Iterator[Finding]:
        for lang in LANGUAGES:
            for text in texts(guide, lang):
                for word, offset in misspelt(text.prose, *is_known(lang)):
                    yield Finding(text.at(offset), f"vārda “{word}” vārdnīcā nav.", hint(word, lang))

    return Rule(SPELLING, Severity.WARNING, EXPLANATION, unknown_word)


def known_words(guide: Guide) -> frozenset[Key]:
    """What the guide itself says is a word: its list, its terms and its sources."""
    return known_keys([*guide.words, *(word for each in guide.languages for word in named(guide, each))])


def find_dictionary(root: Path) -> Path | None:
    """Where the Latvian dictionary is, without the ending of its two files; None where it is nowhere."""
    for written in DICTIONARIES:
        path = root / Path(written).expanduser()
        if path.with_suffix(".aff").is_file() and path.with_suffix(".dic").is_file():
            return path
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
        module = import_module(PROGRAM)
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


def _always(_: str) -> bool:
    return True


def _never(_: str) -> bool:
    return False


def _hint(word: str, speller: Speller | None) -> str:
    try:
        offered = list(speller.suggest(word))[:3] if speller else []
    except UnicodeEncodeError:  # The English dictionary has no sign for “ā”.
        offered = []
    keep = f"Ja vārds ir pareizs, pierakstiet to failā {WORDS}."
    return f"Vai domājāt “{'” vai “'.join(offered)}”? {keep}" if offered else keep
