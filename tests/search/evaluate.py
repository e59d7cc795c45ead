"""How well the search answers, beside the theme's own: make search-eval.

usage: evaluate.py [--documents FILE --queries FILE]

Without arguments it asks the project's own questions (queries.yml) of the pages of docs/. With a file of documents
({id, title, text} each) and one of queries ({q, group, relevant: [ids]} each) it asks those, with the synonyms of
docs/synonyms.yml as in the site. By group: how often
the first answer is right, the share of right answers among the first five and ten, the mean reciprocal rank of the
first right one among ten, and the share of queries without any answer. Of the own questions one right answer is
enough, and an answer is a page in the list: it is right when the place asked for is among those it shows at once.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import mean

import yaml
from search.workers import Answer, add_theme, ask_ours, ask_theme, chromium, lay_out, read_index, served
from site_build import ROOT, build

from guidebook.adapters.disk import load_guide
from guidebook.render.search_index import Document, Section

LANG = "lv"
QUERIES = Path(__file__).with_name("queries.yml")


@dataclass(frozen=True, slots=True)
class Question:
    """A query and what counts as an answer to it."""

    text: str
    group: str
    rights: tuple[Callable[[str], bool], ...]
    """Each tells an address that answers."""


@dataclass(frozen=True, slots=True)
class Score:
    """How one question was answered, or the mean of many."""

    first: float
    five: float
    """The share of right answers among the first five."""
    ten: float
    rank: float
    """1 / the place of the first right answer among ten."""
    empty: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--queries", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        if options.documents and options.queries:
            synonyms = [group.phrases for group in load_guide(ROOT).synonyms]
            lay_out(folder, read_documents(options.documents), LANG, synonyms)
            questions = read_questions(options.queries)
        else:
            built = build(ROOT, folder)
            assert built.returncode == 0, built.stdout + built.stderr
            questions = own_questions()
        ours, theirs = ask(folder, [question.text for question in questions])
    print(f"{'':24}{'queries':>8}{'first':>8}{'rec@5':>8}{'rec@10':>8}{'mrr@10':>8}{'empty':>8}")
    report("theme", questions, theirs)
    total = report("ours", questions, ours)
    print(f"ours recall@5 {total.five:.3f} recall@10 {total.ten:.3f} mrr@10 {total.rank:.3f} empty {total.empty:.3f}")


def read_documents(path: Path) -> list[Document]:
    """Documents, each a page of its own."""
    rows = json.loads(path.read_text("utf-8"))
    return [Document(row["id"], (Section("", row["title"], " ".join(row["text"].split())),)) for row in rows]


def read_questions(path: Path) -> list[Question]:
    """Questions to such documents."""
    rows = json.loads(path.read_text("utf-8"))
    return [Question(row["q"], row["group"], tuple(ident.__eq__ for ident in row["relevant"])) for row in rows]


def own_questions() -> list[Question]:
    """The project's questions to its Latvian pages; a checklist item is answered by the section that holds it."""
    guide = load_guide(ROOT)
    holders = {f"{guide.address(page)}#{item.id}": item.section for page in guide.pages for item in page.items}

    def question(row: dict[str, str | list[str]]) -> Question:
        place = f"{row['page']}#{row['section']}" if row["section"] else row["page"]
        wanted = {holder(each) for each in (place, *row["also"])}
        return Question(row["q"], row["group"], (lambda found: found in wanted or found.partition("#")[0] in wanted,))

    def holder(place: str) -> str:
        page = place.partition("#")[0]
        return f"{page}#{holders[place]}" if place in holders else place

    return [question(row) for row in yaml.safe_load(QUERIES.read_text("utf-8")) if row.get("lang", LANG) == LANG]


def ask(folder: Path, queries: Sequence[str]) -> tuple[list[Answer], list[Answer]]:
    """The answers of our worker and of the theme's, over the index in `folder`."""
    add_theme(folder)
    documents = read_index((folder / "search" / f"{LANG}.json").read_text("utf-8"))
    with served(folder) as address, chromium() as browser:
        tab = browser.new_page()
        tab.goto(f"{address}empty.html")
        return ask_ours(tab, address, LANG, queries), ask_theme(tab, address, documents, queries)


def report(name: str, questions: Sequence[Question], answers: Sequence[Answer]) -> Score:
    """Print the scores by group; return those of all."""
    scores = [score(question, answer) for question, answer in zip(questions, answers, strict=True)]
    groups = dict.fromkeys(question.group for question in questions)
    for group in groups:
        print_row(
            f"{name} {group}",
            [each for question, each in zip(questions, scores, strict=True) if question.group == group],
        )
    return print_row(f"{name} all", scores)


def print_row(title: str, scores: Sequence[Score]) -> Score:
    total = Score(*map(mean, zip(*map(astuple, scores), strict=True)))
    print(f"{title:24}{len(scores):>8}" + "".join(f"{share:>8.3f}" for share in astuple(total)))
    return total


def score(question: Question, answer: Answer) -> Score:
    """A page of the list answers when one of the places it shows at once does."""
    found = [[any(map(right, group)) for group in answer.groups[:10]] for right in question.rights]
    hits = [any(each[place] for each in found) for place in range(len(answer.groups[:10]))]
    return Score(
        first=float(any(hits[:1])),
        five=mean(any(each[:5]) for each in found),
        ten=mean(any(each) for each in found),
        rank=1 / (hits.index(True) + 1) if any(hits) else 0,
        empty=float(not answer.groups),
    )


if __name__ == "__main__":
    main()
