"""Letters that look right but are not."""

import re
import unicodedata

from guidebook.fix.meaning import ZERO_WIDTH
from guidebook.fix.text import HIDDEN, Text, letters, replaced

_JOINERS = "\u200c\u200d"
_ZERO_WIDTH = re.compile(
    f"[{''.join(sorted(set(ZERO_WIDTH) - set(_JOINERS)))}]+"
    rf"|(?<=\w)[{_JOINERS}]+|[{_JOINERS}]+(?=\w)"  # between two pictures it makes one of them
)
_SHOWN = re.compile(rf"[^{HIDDEN}]+")
_ADDRESS = re.compile(r"https?://\S+")


def zero_width(text: Text) -> str:
    """Signs without width, which come along when text is copied, go (TEXT)."""
    if not _ZERO_WIDTH.search(text.text):
        return text.text
    return replaced(text.text, _shown(text), _ZERO_WIDTH, "")


def composed(text: Text) -> str:
    """A letter and its diacritic become one sign: a + ¯ -> ā (TEXT)."""
    if unicodedata.is_normalized("NFC", text.text):
        return text.text
    return replaced(text.text, _shown(text), _SHOWN, lambda match: unicodedata.normalize("NFC", match[0]))


def _shown(text: Text) -> str:
    if text.is_page:
        return letters(text)
    return _ADDRESS.sub(lambda match: HIDDEN * len(match[0]), text.text)
