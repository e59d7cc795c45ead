"""The check remembers what it found in a page, and finds the same as one that remembers nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import page, write_project

from guidebook.adapters import checking, workers
from guidebook.adapters.checking import MEMORY, check
from guidebook.adapters.disk import load_guide
from guidebook.adapters.workers import in_parallel
from guidebook.checks import RULES, run
from guidebook.parse.words import WORDS

A, B, SNIPPET = "docs/lv/a.md", "docs/lv/b.md", "docs/snippets/c.md"
FILES = {
    A: page('# Aa\n\nSkola - vieta.\n\n--8<-- "c.md"\n'),
    B: page("# Bb\n\nMaksa ir 15%.\n"),
    SNIPPET: "Cena ir 7%.\n",
    "docs/facts.yml": "fact-a:\n  value:\n    lv: 3%\n",
    WORDS: "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of the parts that were checked, not remembered."""
    seen: list[str] = []

    def watched(guide: object, rules: object) -> list[object]:
        seen.extend(each.path for each in guide.pages if len(rules) > 1)
        return run(guide, rules)

    monkeypatch.setattr(workers, "_processors", lambda: 1)
    monkeypatch.setattr(checking, "run", watched)
    return seen


def places(root: Path) -> list[tuple[str, str, int]]:
    return [(each.code, each.at.path, each.at.line) for each in check(root, load_guide(root), RULES)]


def test_it_finds_what_the_rules_find(root: Path) -> None:
    guide = load_guide(root)
    assert set(run(guide, RULES)) <= set(check(root, guide, RULES))
    assert {("TYPO005", A, 7), ("TYPO006", B, 7), ("TYPO006", SNIPPET, 1)} <= set(places(root))


def test_what_was_found_is_remembered(root: Path, looked_at: list[str]) -> None:
    before = places(root)
    assert sorted(looked_at) == [A, B]
    looked_at.clear()
    assert places(root) == before
    assert looked_at == []


def test_only_a_changed_page_is_looked_at_again(root: Path, looked_at: list[str]) -> None:
    places(root)
    looked_at.clear()
    (root / B).write_text(page("# Bb\n\nMaksa ir 15 eiro...\n"), "utf-8")
    found = places(root)
    assert looked_at == [B]
    assert ("TYPO014", B, 7) in found
    assert ("TYPO006", B, 7) not in found
    assert ("TYPO005", A, 7) in found


def test_a_changed_snippet_is_looked_at_in_its_pages(root: Path, looked_at: list[str]) -> None:
    places(root)
    looked_at.clear()
    (root / SNIPPET).write_text("Cena...\n", "utf-8")
    assert ("TYPO014", SNIPPET, 1) in places(root)
    assert looked_at == [A]


def test_a_changed_fact_is_looked_at(root: Path) -> None:
    assert ("TYPO006", "docs/facts.yml", 2) in places(root)
    (root / "docs/facts.yml").write_text("fact-a:\n  value:\n    lv: 3 eiro...\n", "utf-8")
    assert ("TYPO014", "docs/facts.yml", 2) in places(root)


@pytest.mark.skipif(checking.find_dictionary(Path()) is None, reason="lv_LV is not installed")
def test_a_new_word_is_known_at_once(root: Path) -> None:
    (root / B).write_text(page("# Bb\n\nMaksa ir zzzz.\n"), "utf-8")
    assert ("SPELL001", B, 7) in places(root)
    (root / WORDS).write_text("zzzz\n", "utf-8")
    assert ("SPELL001", B, 7) not in places(root)


def test_another_version_of_the_rules_forgets(
    root: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    places(root)
    looked_at.clear()
    monkeypatch.setattr(checking, "CODE", root / "docs")
    places(root)
    assert sorted(looked_at) == [A, B]


@pytest.mark.parametrize(
    "damaged", ["", "[]", "{", '{"a": 1}', '{"a": [["b"]]}', '{"a": [["b", 1, 1, "c", 9, "", ""]]}']
)
def test_a_damaged_memory_is_made_anew(root: Path, damaged: str) -> None:
    before = places(root)
    (root / MEMORY).write_text(damaged, "utf-8")
    assert places(root) == before
    assert places(root) == before


def test_a_folder_that_cannot_be_written_to_is_no_fault(root: Path) -> None:
    (root / MEMORY.parent).write_text("", "utf-8")
    assert places(root) == places(root)


def numbers(count: int) -> list[Callable[[], tuple[int, int]]]:
    return [lambda number=number: (number, os.getpid()) for number in range(count)]


def test_results_come_in_the_order_of_their_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 3)
    results = in_parallel(numbers(1000))
    assert [number for number, _ in results] == list(range(1000))


@pytest.mark.parametrize("count", [0, 1, workers.FEWEST])
def test_few_tasks_are_done_here(count: int) -> None:
    assert in_parallel(numbers(count)) == [(number, os.getpid()) for number in range(count)]


@pytest.mark.parametrize("processors", [1, 2])
def test_what_a_task_raises_is_raised(processors: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: processors)

    def fail() -> None:
        raise ValueError("nav labi")

    with pytest.raises(ValueError, match="nav labi"):
        in_parallel([fail] * 100)
