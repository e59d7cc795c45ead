"""Plain language: advice on sentences a reader in a hurry may have to read twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.model import Guide, Page
from guidebook.parse.passages import passages

LONGEST = 30
"""Words in a sentence."""
MOST_ACTIONS = 3
"""Words in -šana in one sentence from which on it is advised to use verbs."""
SERIES_GAP = 4
"""Words that may stand between two members of a series."""
MOST_GENITIVES = 4
"""Genitives in a row from which on a reader loses the thread."""
ABBREVIATIONS = frozenset(
    "apm aptuv att c d dr g gs i inž jkdz k l lpp m min mācl milj mljrd nod nr p piem plkst prof punkts red resp "
    "s sal sk skol st t tab tel tml tālr utt v vid ē".split()
)
"""Words a full stop follows without ending the sentence."""
_END = re.compile(r"[.!?…]++[”\"»)\]*_]*+(?=\s)")
_OPENING = re.compile(r"\s*+[“\"«(\[*_–-]*+\s?(?P<first>\w)")
_LAST_WORD = re.compile(r"\w+$")
_WORD = re.compile(r"[^\W_]+(?:[-–/.,’'+][^\W_]+)*")
_ACTION = re.compile(r"\b[^\W\d_]{2,}šan(?:a|as|u|ai|ā|ām|ās)\b")
_PASSIVE = re.compile(r"\b[Tt](?:iek|ika|iks|iktu)\s(?:\w+\s){0,2}?\w+(?:ts|ta|ti|tas)\b")
_GENITIVE = tuple(
    "šanas ības ību tāja tājas tāju nieka nieku cijas ciju uma umu menta mentu tātes tāšu ēmas ēmu kas gas tas das "
    "nas mas ļas ras pas bas vas zas ces des tes nes mes les res".split()
)
_JOINING = frozenset(("un", "vai", "gan", "arī"))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a page's running text."""

    text: str
    start: int


@rule("PLAIN001", Severity.INFO)
def long_sentence(guide: Guide) -> Iterator[Finding]:
    """Teikumā ir viena doma un ne vairāk par 30 vārdiem.

    Slikti: teikums, kurā ir 45 vārdi un trīs “kas”.
    Labi: trīs teikumi, katrā pa domai.
    """
    for page in guide.pages:
        for sentence in _sentences(page):
            words = len(_WORD.findall(sentence.text)) if len(sentence.text) > 2 * LONGEST else 0
            if words > LONGEST:
                yield Finding(
                    page.at(sentence.start),
                    f"teikumā “{_beginning(sentence.text)}” vārdu skaits ir {words}.",
                    f"Sadaliet to divos teikumos vai sarakstā; teikumā der līdz {LONGEST} vārdiem.",
                )


@rule("PLAIN002", Severity.INFO)
def nominal_chain(guide: Guide) -> Iterator[Finding]:
    """Darbu nosauc ar darbības vārdu, nevis ar vārdu virkni ģenitīvā.

    Slikti: dalībnieku atlases norises plānošanas uzsākšana
    Labi: sāciet plānot, kā atlasīsiet dalībniekus
    """
    for page in guide.pages_in("lv"):
        for sentence in _sentences(page):
            actions = _actions(sentence.text)
            if len(actions) >= MOST_ACTIONS:
                named = ", ".join(f"“{match[0]}”" for match in actions)
                yield Finding(
                    page.at(sentence.start + actions[0].start()),
                    f"vienā teikumā ir {named}.",
                    "Rakstiet darbības vārdus: nevis “plānošana”, bet “plānojiet”.",
                )
            for chain in _genitives(sentence.text):
                yield Finding(
                    page.at(sentence.start + chain[0].start()),
                    f"pēc kārtas ir daudz ģenitīvu: “{' '.join(word[0] for word in chain)}”.",
                    "Pasakiet to ar darbības vārdu: nevis “atskaites nodaļas izlasīšana”, bet “izlasiet nodaļu”.",
                )


@rule("PLAIN003", Severity.INFO)
def passive_chain(guide: Guide) -> Iterator[Finding]:
    """Teikums pasaka, kurš dara; “tiek …” vienā teikumā ir ne vairāk par vienu reizi.

    Slikti: Pieteikumi tiek izskatīti un rezultāti tiek paziņoti.
    Labi: Komisija izskata pieteikumus un paziņo rezultātus.
    """
    for page in guide.pages_in("lv"):
        if len(_PASSIVE.findall(page.text)) < 2:
            continue
        for sentence in _sentences(page):
            passives = list(_PASSIVE.finditer(sentence.text))
            if len(passives) > 1:
                named = " un ".join(f"“{' '.join(match[0].split())}”" for match in passives[:2])
                yield Finding(
                    page.at(sentence.start + passives[0].start()),
                    f"vienā teikumā ir {named}.",
                    "Pasakiet, kurš to dara: “komisija izskata”, nevis “tiek izskatīts”.",
                )


@lru_cache(maxsize=1)
def _sentences(page: Page) -> tuple[_Sentence, ...]:
    """The sentences of a page's paragraphs and points; tables, often examples, and drawings are left out."""
    return tuple(_cut(page))


def _cut(page: Page) -> Iterator[_Sentence]:
    for passage in passages(page):
        if passage.kind == "row" or passage.path.endswith(".html"):
            continue
        text, start = passage.text, 0
        for end in _END.finditer(text):
            if _ends(text, end):
                yield _sentence(text[start : end.start()], passage.start + start)
                start = end.end()
        yield _sentence(text[start:], passage.start + start)


def _sentence(text: str, start: int) -> _Sentence:
    return _Sentence(text, start + len(text) - len(text.lstrip()))


def _ends(text: str, end: re.Match[str]) -> bool:
    """Whether a sign ends the sentence: a capital or a number follows, no abbreviation or number stands before."""
    following = _OPENING.match(text, end.end())
    if following is None or not (following["first"].isupper() or following["first"].isdigit()):
        return following is None
    if end[0][0] != "." or end[0].startswith(".."):
        return True
    last = _LAST_WORD.search(text, max(0, end.start() - 20), end.start())
    word = last[0] if last else ""
    initial = len(word) == 1 and word.isupper()
    return not (word.isdigit() or initial or word.lower() in ABBREVIATIONS)


def _actions(text: str) -> list[re.Match[str]]:
    """The words in -šana of a sentence; a series of them (“meklēšana, atlase un vērtēšana”) counts once."""
    if text.count("šan") < MOST_ACTIONS:
        return []
    found = list(_ACTION.finditer(text))
    return [each for before, each in pairwise([None, *found]) if each and not _is_series(text, before, each)]


def _is_series(text: str, before: re.Match[str] | None, each: re.Match[str]) -> bool:
    between = text[before.end() : each.start()] if before else ""
    words = _WORD.findall(between)
    return len(words) <= SERIES_GAP and ("," in between or not _JOINING.isdisjoint(words))


def _genitives(text: str) -> Iterator[list[re.Match[str]]]:
    """Rows of genitives with a word behind them, which they belong to.

    A row does not end in -u, which may as well be the accusative of that word.
    """
    if sum(word.endswith(_GENITIVE) for word in text.split()) < MOST_GENITIVES:
        return
    chain: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        joined = not chain or text[chain[-1].end() : word.start()].isspace()
        genitive = word[0].endswith(_GENITIVE) and word[0].islower()
        if joined and not genitive and len(chain) >= MOST_GENITIVES and chain[-1][0].endswith("s"):
            yield chain
        chain = [*(chain if joined else ()), word] if genitive else []


def _beginning(text: str) -> str:
    return f"{' '.join(text.split()[:6])} …"


RULES = (long_sentence, nominal_chain, passive_chain)
