"""The same thing said twice, also in other inflections."""

import math
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from guidebook.checks.rule import Finding, rule
from guidebook.diagnostics import Severity
from guidebook.latvian import WORD, stems
from guidebook.model import Guide, Item, Page, Span
from guidebook.parse.guide import SNIPPETS
from guidebook.parse.passages import Passage, passages

FEWEST_WORDS = 12
"""A shorter passage may well be nearly the same by chance."""
FEWEST_OF_THE_SAME = 10
"""A shorter passage may even be the same."""
FEWEST_IN_ITEM = 3
"""An action in fewer words depends on where it stands."""
FEWEST_IN_SENTENCE = 8
"""A shorter sentence may be needed twice on a page."""
SHINGLE = 5
"""Stems in a row that are compared as one."""
ALIKE = 0.72
"""The share of a passage's shingles that has to stand in another one."""
ROOT = 5
"""Letters of a stem by which words are compared whatever their ending and order: “plānot”, “plānojot”, “plānošana”."""
FEWEST_ROOTS = 11
"""Roots two paragraphs must share to say the same in other words."""
SAME_ROOTS = 0.8
"""The share of either one's roots, the rarer the weightier, that has to stand in the other."""
COMMON = 8
"""Of a shingle in more passages than this only so many are looked at, the first ones."""
MOST_HOLDERS = 40
"""A root in more paragraphs than this does not tell which ones to compare."""
CLOSEST = 3
"""How many of the likeliest passages are compared in full."""

_SENTENCE = re.compile(r"[^\s|.!?](?:[^.!?]++|[.!?](?!\s))*+")
Shingles = frozenset[int]
"""Hashes of the shingles: a tuple's own is worked out anew each time it is looked up."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A passage as a row of stems."""

    page: Page
    start: int
    stems: tuple[str, ...]
    kind: str
    """The kind of passage."""

    @property
    def at(self) -> Span:
        """Where it begins."""
        return self.page.at(self.start)


@rule("DUP001", Severity.WARNING)
def doubled_passage(guide: Guide) -> Iterator[Finding]:
    """Vienu un to pašu saka vienā vietā; citur uz to ved saite.

    Slikti: rindkopa par darba grupu lapā “Plānošana” un gandrīz tā pati lapā “Riski”.
    Labi: rindkopa lapā “Plānošana”; lapā “Riski” ir saite [darba grupa](planosana.md).
    """
    for lang in guide.languages:
        first: dict[tuple[str, ...], _Said] = {}
        pairs: list[tuple[_Said, _Said, float]] = []
        for said in _all_said(guide.pages_in(lang)):
            earlier = first.setdefault(said.stems, said)
            if earlier is not said:
                pairs.append((said, earlier, 1.0))
        long = [said for said in first.values() if len(said.stems) >= FEWEST_WORDS]
        pairs += _alike(long)
        known = {(later.start, later.page.path) for later, _, _ in pairs}
        reworded = _reworded([said for said in long if said.kind == "text"])
        pairs += [pair for pair in reworded if (pair[0].start, pair[0].page.path) not in known]
        yield from (_finding(said, earlier, share) for said, earlier, share in pairs)
        # Which of the two is the copy, only the editor knows: the earlier place is told as well.
        yield from {earlier.at: _finding(earlier, said, share) for said, earlier, share in reversed(pairs)}.values()


@rule("DUP003", Severity.WARNING)
def doubled_sentence(guide: Guide) -> Iterator[Finding]:
    """Lapā neatkārto vienu un to pašu teikumu, punktu vai tabulas rindu vārds vārdā.

    Slikti: divas vienādas rindas “- termiņi un atbildīgie”
    Labi: viena rinda “- termiņi un atbildīgie”
    """
    for page in guide.pages:
        first: dict[str, int] = {}
        before_it = None
        for passage in passages(page):
            if before_it and _is_again(page, before_it, passage):
                yield Finding(page.at(passage.start), "tā pati rinda ir tieši virs šīs.", "Atstājiet vienu.")
            before_it = passage
            if passage.kind == "item" or passage.path.startswith(SNIPPETS) or _is_head(page, passage):
                continue
            for sentence in _SENTENCE.finditer(passage.text):
                if len(sentence[0].split()) < FEWEST_IN_SENTENCE:
                    continue
                start, end = (passage.start + offset for offset in sentence.span())
                before = first.setdefault(" ".join(page.text[start:end].split()).rstrip("."), start)
                if before != start:
                    yield Finding(
                        page.at(start),
                        f"tas pats lapā jau ir {page.at(before).line}. rindā.",
                        "Atstājiet vienu.",
                    )


@rule("DUP002", Severity.WARNING)
def doubled_item(guide: Guide) -> Iterator[Finding]:
    """Katru darbu kontrolsarakstam raksta vienreiz.

    Slikti: “Izveidojiet darba grupu.” ar {#item-grupa} un tas pats ar {#item-darba-grupa}
    Labi: viens punkts {#item-darba-grupa}; abi kontrolsaraksti vāc sadaļu, kurā tas ir.
    """
    for lang in guide.languages:
        first: dict[tuple[str, ...], Item] = {}
        for page in guide.pages_in(lang):
            for item in page.items:
                words = stems(item.text)
                if len(words) < FEWEST_IN_ITEM:
                    continue
                earlier = first.setdefault(words, item)
                if item.id and earlier.id and item.id != earlier.id:
                    for here, there in ((item, earlier), (earlier, item)):
                        yield Finding(
                            here.at,
                            f"punkts “{here.id}” saka to pašu, ko “{there.id}” ({there.at}).",
                            f"Atstājiet vienu; ja darbi atšķiras, pasakiet, ar ko. Citur rakstiet ref:{there.id}.",
                        )


def _is_head(page: Page, passage: Passage) -> bool:
    """Whether it is the head of a table, which tables of one kind share."""
    return passage.kind == "row" and page.text.startswith(("\n|-", "\n| -"), passage.start + len(passage.text))


def _is_again(page: Page, earlier: Passage, passage: Passage) -> bool:
    """Whether a point or row stands below the same one."""
    first, second = (page.text[each.start : each.start + len(each.text)].strip() for each in (earlier, passage))
    adjacent = page.text.count("\n", earlier.start, passage.start) == 1
    short = 0 < len(WORD.findall(second)) < FEWEST_IN_SENTENCE  # A longer one is found as a sentence.
    return adjacent and first == second and passage.kind in ("point", "row") and short


def _all_said(pages: Iterable[Page]) -> Iterator[_Said]:
    for page in pages:
        for passage in passages(page):
            if passage.kind == "item" or passage.path.startswith(SNIPPETS):
                continue
            words = stems(passage.text)
            if len(words) >= FEWEST_OF_THE_SAME and len(set(words)) > FEWEST_WORDS // 2:
                yield _Said(page, passage.start, words, passage.kind)


def _alike(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said, float]]:
    """Each passage that says again what an earlier one says, that one, and how much of the shorter is the same."""
    shingles = [_shingles(each.stems) for each in said]
    spread = Counter(chain.from_iterable(shingles))
    shared = [[shingle for shingle in each if spread[shingle] > 1] for each in shingles]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, common in enumerate(shared):
        for shingle in common:
            if len(holders[shingle]) < COMMON:
                holders[shingle].append(index)
    closest: dict[int, tuple[float, int]] = {}
    for index, (each, common) in enumerate(zip(shingles, shared, strict=True)):
        if len(common) < ALIKE * len(each):
            continue
        others = Counter(other for shingle in common for other in holders[shingle] if other != index)
        for other, _ in others.most_common(CLOSEST):
            share = len(each & shingles[other]) / len(each)
            later, earlier = max(index, other), min(index, other)
            if share >= ALIKE:
                closest[later] = max(closest.get(later, (0.0, 0)), (share, earlier))
    for later, (share, earlier) in closest.items():
        yield said[later], said[earlier], share


def _reworded(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said, float]]:
    """Each paragraph with the words of an earlier one in other forms or order, that one, and how much is the same."""
    roots = [frozenset(stem[:ROOT] for stem in each.stems if len(stem) >= ROOT - 1) for each in said]
    spread = Counter(chain.from_iterable(roots))
    weight = {root: math.log((len(said) + 1) / count) for root, count in spread.items()}
    weights = [sum(map(weight.__getitem__, each)) for each in roots]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(roots):
        rare = [root for root in each if 1 < spread[root] <= MOST_HOLDERS]
        others = Counter(other for root in rare for other in holders[root])
        for other, count in others.most_common(CLOSEST):
            shared = each & roots[other]
            if count < FEWEST_ROOTS // 2 or len(shared) < FEWEST_ROOTS:
                continue
            share = sum(map(weight.__getitem__, shared)) / max(weights[index], weights[other], 1e-9)
            if share >= SAME_ROOTS:
                yield said[index], said[other], share
                break
        for root in rare:
            holders[root].append(index)


def _shingles(words: tuple[str, ...]) -> Shingles:
    return frozenset(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


def _finding(here: _Said, there: _Said, share: float) -> Finding:
    at = there.at
    link = posixpath.relpath(at.path, posixpath.dirname(here.page.path))
    return Finding(
        here.at,
        f"teksts ir {share * 100:.0f} % kā {at.path}:{at.line}: vai nevajadzētu saiti?",
        f"Atstājiet tekstu vienā vietā; otrā lieciet saiti, piemēram, [nosaukums]({link}). Ja vajag abās, lieciet to "
        'failā mapē docs/snippets/ un abās rakstiet --8<-- "nosaukums.md".',
    )


RULES = (doubled_passage, doubled_item, doubled_sentence)
