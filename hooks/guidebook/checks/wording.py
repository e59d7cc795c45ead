"""Words of another language, and words that lost their diacritics."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.latvian import WORD, fold
from guidebook.model import Guide
from guidebook.parse.texts import text_of

FEWEST_WORDS = 5
"""A shorter sentence may be a name."""
FEWEST_IN_ROW = 8
"""A shorter row of a table may be foreign terms."""
OFTEN = 5
"""How often a word stands with diacritics before its form without them is doubted, and how many times oftener."""
LONGEST_TOKEN = 80
"""A longer one is an address or pasted data."""
_ENDING = 2
"""Letters at the end in which two right forms differ: “skola” and “skolā”, “skolas” and “skolās”."""
_FUNCTION_WORDS = {
    "angļu": frozenset(
        "the of and is for with to in are that this from by on an be or not it as was will can your you "
        "we they all please must should have has at if how what who when".split()
    ),
    "latviešu": frozenset(
        "un ir kas ar no par uz lai vai kā pie pēc bet arī tas tā to ko ja jo nav kad tikai šī šo vēl kurš "
        "mēs jūs skola skolas visi var būs".split()
    ),
    "krievu": frozenset(
        "\u0438 \u0432 \u043d\u0435 \u043d\u0430 \u0447\u0442\u043e \u0441 \u043f\u043e \u0434\u043b\u044f \u043a"
        " \u044d\u0442\u043e \u0438\u0437 \u043a\u0430\u043a \u043e\u0442 \u043e \u0438\u043b\u0438".split()
    ),
}
_OTHERS = {"lv": ("latviešu", ("angļu", "krievu")), "en": ("angļu", ("latviešu", "krievu"))}
_SIGNS = {
    "angļu": re.compile(r" (?:the|of|and|to|in|is|this|for|please) "),
    "latviešu": re.compile(r" (?:un|ir|ar|kas|uz|no|par|nav|to)(?= )|[āčēģīķļņšūž]\w* \w*[āčēģīķļņšūž]", re.I),
    "krievu": re.compile(r"[\u0430-\u044f]+"),
}
"""What every sentence of a language has, more or less."""
_QUOTED = re.compile(r"\*[^*\n]+\*|(?<!\w)_[^_\n]+_|“[^“”\n]*”")
_ASIDE = re.compile(r"\([^()\n]*\)")
_STOP = re.compile(r"[.!?:;][”)*_]*\s")
_ADDRESS = re.compile(r"[/_@=#&\\<>^]|\.\w\w|[a-z]-[a-z]")


@rule("TEXT007", Severity.WARNING)
def other_language(guide: Guide) -> Iterator[Finding]:
    """Rindkopa ir lapas valodā; citas valodas nosaukumus raksta slīpi vai pēdiņās.

    Slikti: The school should set up a working group and agree on the rules.
    Labi: Skola izveido darba grupu un vienojas par kārtību.
    """
    for page in guide.pages:
        own, others = _OTHERS.get(page.lang, ("", ()))
        for other in others:
            before = -1
            for start, end in _sentences_with(page.prose, _SIGNS[other]):
                shown = page.prose[start:end]
                if not _is_in(shown, other, own):
                    continue
                if start != before:
                    words = " ".join(shown.split())
                    yield Finding(
                        page.at(start + len(shown) - len(shown.lstrip())),
                        f"teksts ir {other} valodā: “{words[:50]}…”.",
                        f"Pārtulkojiet to, jo lapa ir {own} valodā. Nosaukumu rakstiet slīpi vai pēdiņās.",
                    )
                before = end  # The next sentence is no new fault.


@rule("TEXT008", Severity.WARNING)
def lost_diacritics(guide: Guide) -> Iterator[Finding]:
    """Vārdos ir visas garumzīmes un mīkstinājuma zīmes.

    Slikti: macibas, ja citur vietnē ir “mācības”.
    Labi: mācības
    """
    pages = guide.pages_in("lv")
    right = _doubtful(Counter(token for page in pages for token in page.text.split()))
    if not right:
        return
    for page in pages:
        folded = page.text.lower()
        for plain, marked in right.items():
            if plain not in folded:
                continue
            quoted = [match.span() for match in _QUOTED.finditer(page.text)]
            text = text_of(page)
            for found in text.find(_whole_word(plain)):
                if not any(start < found.start() < end for start, end in quoted):
                    yield Finding(
                        text.at(found.start()),
                        f"vārdam “{found[0]}”, šķiet, trūkst garumzīmju vai mīkstinājuma zīmju.",
                        f"Vai domājāt “{marked.capitalize() if found[0][0].isupper() else marked}”?",
                    )


def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./@^-]){re.escape(word)}(?![\w/@-]|\.\w)", re.I)


def _sentences_with(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Offsets of each sentence, or row of a table, in which `sign` stands."""
    end = -1
    for found in sign.finditer(text):
        if found.start() >= end:
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.start())
            end = len(text) if end < 0 else end
            if text[start] != "|":
                for stop in _STOP.finditer(text, start, end):
                    if stop.end() > found.start() + 1:
                        end = stop.end()
                        break
                    start = stop.end()
            yield start, end


def _is_in(line: str, other: str, own: str) -> bool:
    """Whether a line is mostly in the other language; what it quotes does not count."""
    words = WORD.findall(_ASIDE.sub(" ", _QUOTED.sub(" ", line)))
    if len(words) < (FEWEST_IN_ROW if line.startswith("|") else FEWEST_WORDS):
        return False
    foreign, native = (sum(word.lower() in _FUNCTION_WORDS[name] for word in words) for name in (other, own))
    if other == "latviešu":
        foreign += sum(not word.isascii() for word in words)
    names = sum(word[0].isupper() for word in words)
    return foreign * 5 >= len(words) and foreign > 2 * native and names * 2 < len(words)


def _doubtful(tokens: Counter[str]) -> dict[str, str]:
    """Plain word -> the same with diacritics, where the latter is far more frequent."""
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        token = token.partition("](")[0]
        if len(token) <= LONGEST_TOKEN and not _ADDRESS.search(token):
            for word in WORD.findall(token):
                words[word.lower()] += count
    marked: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in words.items():
        if count >= OFTEN and len(word) > _ENDING + 1 and not word.isascii():
            marked[fold(word)].append(word)
    return {
        plain: best
        for plain, candidates in marked.items()
        if plain in words
        and (best := max(candidates, key=words.__getitem__))
        and words[best] >= OFTEN * words[plain]
        and best[:-_ENDING] != plain[:-_ENDING]
    }


RULES = (other_language, lost_diacritics)
