"""Finding glossary terms in running text, in any inflection."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebook.latvian import WORD, stem, stems
from guidebook.model import Page, Term

_NOT_PROSE = re.compile(r"\]\([^()\n]*\)|\{[^{}\n]*\}|\[@[^\[\]]*\]|`[^`\n]*`|^#+ .*$|^--8<--.*$", re.M)
_NAME_BEFORE = re.compile(r"[-/@.]$")
_NAME_AFTER = re.compile(r"[-/@]\w|\.\w")
_PARENTHESES = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Match:
    """A mention of a term and its offsets in the text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    stems: tuple[str, ...]
    capital: bool
    """Whether only a capitalised word matches (abbreviations and names of tools)."""
    term: Term


class TermFinder:
    """Finds the terms of one language; made once and used for every page."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for term in terms:
            for form in _forms(term):
                self._forms.setdefault(form.stems[0], []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.stems))

    def find(self, text: str) -> Iterator[Match]:
        """Every mention, left to right, the longest form first, none inside another.

        A part of a longer name (etwinning.lv, PEX-COVE) is no mention.
        """
        words = list(WORD.finditer(text))
        found = [stem(word[0]) for word in words]
        free = 0
        for index, first in enumerate(found):
            if index < free or first not in self._forms:
                continue
            for form in self._forms[first]:
                size = len(form.stems)
                if size > 1 and tuple(found[index : index + size]) != form.stems:
                    continue
                if form.capital and not words[index][0][0].isupper():
                    continue
                start, end = words[index].start(), words[index + size - 1].end()
                if _NAME_BEFORE.search(text, max(0, start - 1), start) or _NAME_AFTER.match(text, end):
                    continue
                free = index + size
                yield Match(form.term, start, end)
                break


def terms_used(finder: TermFinder, page: Page) -> frozenset[str]:
    """Ids of the terms a page mentions or links to; headings do not count."""
    linked = {mention.target for mention in page.mentions if mention.kind == "ref"}
    prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), page.text)
    return frozenset(linked.union(match.term.id for match in finder.find(prose)))


def _forms(term: Term) -> Iterator[_Form]:
    """The term's own name, what stands in parentheses in it, and its listed forms."""
    named = [_PARENTHESES.sub(" ", term.title), *_PARENTHESES.findall(term.title), *term.forms]
    for name in named:
        parts = stems(name)
        if parts:
            yield _Form(parts, name.strip()[:2].isupper(), term)
