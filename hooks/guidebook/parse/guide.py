"""All files of a project -> Guide."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from guidebook import ids
from guidebook.model import Fault, Guide, Heading, Page, Source, Span, Target, Term
from guidebook.parse.blocks import plain
from guidebook.parse.changes import CHANGELOG, read_changes
from guidebook.parse.data import read_facts, read_nav, read_sources
from guidebook.parse.decode import decode
from guidebook.parse.page import parse_page
from guidebook.parse.pictures import PHOTOGRAPHS, read_picture
from guidebook.parse.redirects import REDIRECTS, read_redirects
from guidebook.parse.snippets import Find, Snippet
from guidebook.parse.synonyms import SYNONYMS, read_synonyms
from guidebook.parse.terms import TermFinder, terms_used
from guidebook.parse.words import WORDS, word_list
from guidebook.settings import Settings

SOURCES = "docs/sources.yml"
FACTS = "docs/facts.yml"
SNIPPETS = "docs/snippets/"
TABLES = "docs/data/"
CONFIG = "mkdocs.yml"

Record = TypeVar("Record")
ReadPage = Callable[[], tuple[Page, list[Fault]]]
DoAll = Callable[[Sequence[ReadPage]], list[tuple[Page, list[Fault]]]]
"""Does independent tasks and gives their results in the same order."""


@dataclass(frozen=True, slots=True)
class Project:
    """What parsing needs to know of a project on disk."""

    files: frozenset[str]
    """Every file below docs/, from the project's root."""
    read: Callable[[str], bytes]
    """The content of one of `files`."""
    config: str
    """The text of mkdocs.yml."""
    languages: tuple[str, ...]
    """The first is the default one."""
    settings: Settings
    changelog: bytes = b""
    """The content of CHANGELOG.md, of which the page of changes is made."""


def in_turn(tasks: Sequence[ReadPage]) -> list[tuple[Page, list[Fault]]]:
    """The results of tasks done one after the other."""
    return [task() for task in tasks]


def parse_guide(project: Project, do_all: DoAll = in_turn) -> Guide:
    """The whole guide; what is wrong with its files is in `faults`, never raised.

    `do_all` reads the pages, which know nothing of one another.
    """
    faults: list[Fault] = []
    unreadable: set[str] = set()
    sources = _data(project, SOURCES, read_sources, faults, unreadable)
    facts = _data(project, FACTS, partial(read_facts, languages=project.languages), faults, unreadable)
    synonyms = _data(project, SYNONYMS, read_synonyms, faults, unreadable)
    redirects = _data(project, REDIRECTS, read_redirects, faults, unreadable)
    nav = read_nav(CONFIG, project.config)
    snippets = _snippets(project, faults)
    order = {entry.path: index for index, entry in enumerate(nav)}
    changelog, damage = decode(CHANGELOG, project.changelog)
    releases, disorder = read_changes(CHANGELOG, changelog)
    faults += damage + disorder
    readers: list[ReadPage] = []
    for lang in project.languages:
        prefix = f"docs/{lang}/"
        paths = [path for path in project.files if path.startswith(prefix) and path.endswith(".md")]
        find, names = _finder(snippets, lang)
        readers += [
            partial(parse_page, path, lang, project.read(path), project.settings, find, names)
            for path in sorted(paths, key=lambda path: (order.get(path.removeprefix(prefix), len(order)), path))
        ]
    read = do_all(readers)
    pages = [page for page, _ in read]
    faults += [problem for _, problems in read for problem in problems]
    numbers = _numbers(page for page in pages if page.lang == project.languages[0])
    terms = {lang: tuple(_terms(page for page in pages if page.lang == lang)) for lang in project.languages}
    finders = {lang: TermFinder(terms[lang]) for lang in project.languages}
    return Guide(
        settings=project.settings,
        languages=project.languages,
        pages=tuple(pages),
        targets={
            lang: _targets([page for page in pages if page.lang == lang], numbers, sources)
            for lang in project.languages
        },
        terms=terms,
        uses={page.path: terms_used(finders[page.lang], page) for page in pages},
        sources=sources,
        facts=facts,
        synonyms=tuple(synonyms.values()),
        redirects=redirects,
        data={path: _rows(project.read(path)) for path in sorted(project.files) if path.startswith(TABLES)},
        nav=nav,
        files=project.files,
        snippets={path: Span(path, 1) for path in snippets},
        releases=releases,
        words=frozenset(word_list(project.read(WORDS).decode("utf-8", "replace")) if WORDS in project.files else ()),
        pictures={
            path: read_picture(project.read(path))
            for path in sorted(project.files)
            if path.lower().endswith(PHOTOGRAPHS)
        },
        faults=tuple(dict.fromkeys(faults)),
        unreadable=frozenset(unreadable),
    )


def _data(
    project: Project,
    path: str,
    read: Callable[[str, str], tuple[Mapping[str, Record], list[Fault], bool]],
    faults: list[Fault],
    unreadable: set[str],
) -> Mapping[str, Record]:
    if path not in project.files:
        return {}
    text, problems = decode(path, project.read(path))
    faults.extend(problems)
    records, problems, readable = read(path, text)
    faults.extend(problems)
    if not readable:
        unreadable.add(path)
    return records


def _rows(data: bytes) -> tuple[Mapping[str, str], ...]:
    return tuple(csv.DictReader(data.decode("utf-8", "replace").splitlines()))


def _snippets(project: Project, faults: list[Fault]) -> Mapping[str, Snippet]:
    snippets = {}
    for path in sorted(project.files):
        if path.startswith(SNIPPETS):
            text, problems = decode(path, project.read(path))
            faults.extend(problems)
            if not text.strip() and not problems:
                faults.append(
                    Fault("FILE007", Span(path, 1), "fails ir tukšs.", "Uzrakstiet tekstu vai izdzēsiet failu.")
                )
            snippets[path] = Snippet(path, text)
    return snippets


def _finder(snippets: Mapping[str, Snippet], lang: str) -> tuple[Find, list[str]]:
    """Finds a snippet by name: that of the page's language, else the one shared by all."""
    own = f"{SNIPPETS}{lang}/"

    def find(name: str) -> Snippet | None:
        return snippets.get(own + name) or snippets.get(SNIPPETS + name)

    return find, [path.removeprefix(own).removeprefix(SNIPPETS) for path in snippets]


def _numbers(pages: Iterable[Page]) -> Mapping[str, str]:
    """Id -> “4.3.”.

    Pages count through their folder (stages 1 to 6), headings through their page, and a heading
    below a numbered one within that (step 3 of stage 4 is 4.3.). One alone has no number, nor has
    an activity outside a cluster.
    """
    series: dict[tuple[str, str], list[str]] = {}
    for page in pages:
        around: list[Heading] = []
        for index, heading in enumerate(page.headings):
            around = [outer for outer in around if outer.level < heading.level]
            kind = ids.kind_of(heading.anchor)
            if heading.given and kind in ids.NUMBERED and (around or kind not in ids.INNER):
                place = around[-1].anchor if around else page.path if index else _folder(page)
                series.setdefault((place, kind), []).append(heading.anchor)
                around.append(heading)
    numbers: dict[str, str] = {}
    for (place, _), members in series.items():
        for count, member in enumerate(members, start=1):
            if len(members) > 1:
                numbers.setdefault(member, f"{numbers.get(place, '')}{count}.")
    return numbers


def _folder(page: Page) -> str:
    return page.slug.partition("/")[0]


def _targets(pages: list[Page], numbers: Mapping[str, str], sources: Mapping[str, Source]) -> Mapping[str, Target]:
    targets: dict[str, Target] = {}
    for page in pages:
        for index, heading in enumerate(page.headings):
            if heading.given:
                target = _heading_target(page, heading, numbers, first=index == 0)
                targets.setdefault(heading.anchor, target)
        for item in page.items:
            if item.id:
                target = Target(item.id, "item", plain(item.text), "", page, item.id, item.at)
                targets.setdefault(item.id, target)
        for anchor, at in page.anchors.items():
            if ids.is_valid(anchor):
                targets.setdefault(anchor, Target(anchor, "fig", page.title, "", page, anchor, at))
    bibliography = next((page for page in pages if page.slug == "avoti/"), None)
    if bibliography:
        for source in sources.values():
            ident = f"source-{source.id}"
            targets.setdefault(ident, Target(ident, "source", source.title, "", bibliography, ident, source.at))
    return targets


def _heading_target(page: Page, heading: Heading, numbers: Mapping[str, str], first: bool) -> Target:
    return Target(
        id=heading.anchor,
        kind=ids.kind_of(heading.anchor),
        title=heading.title,
        number=numbers.get(heading.anchor, ""),
        page=page,
        anchor="" if first else heading.anchor,
        at=heading.at,
    )


def _terms(pages: Iterable[Page]) -> Iterable[Term]:
    for page in pages:
        for heading in page.headings:
            if heading.given and ids.kind_of(heading.anchor) == "term":
                forms, avoided = (_names(heading.attributes.get(key, "")) for key in ("forms", "avoid"))
                yield Term(
                    id=heading.anchor,
                    title=heading.title,
                    english=heading.attributes.get("en", ""),
                    forms=forms + avoided,
                    avoided=avoided,
                    definition=page.leads.get(heading.anchor, ""),
                    page=page,
                    at=heading.at,
                )


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(";") if name.strip())
