"""The dependency rule: model <- parse <- checks and render <- adapters <- events."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
BASE = ("model", "ids", "latvian", "diagnostics", "settings")
LAYERS = {"parse": 1, "checks": 2, "fix": 2, "render": 2, "adapters": 3, "__main__": 4}
HOST = frozenset("mkdocs os pathlib time logging subprocess sys shutil tempfile glob socket".split())
IMPURE_CALLS = frozenset("open print input today now utcnow".split())


def module_name(path: Path) -> str:
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {module_name(path): ast.parse(path.read_text("utf-8")) for path in sorted(HOOKS.rglob("*.py"))}
NAMES = sorted(TREES)
CORE = [name for name in NAMES if name != "events" and name.split(".")[1:2] not in (["adapters"], ["__main__"])]


def imported(name: str) -> set[str]:
    """Every module a module imports, also inside functions; ours by their full name."""
    found: set[str] = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            base = node.module or ""
            found |= {full if (full := f"{base}.{alias.name}") in TREES else base for alias in node.names}
    return found


def ours(name: str) -> set[str]:
    return {each for each in imported(name) if each.split(".")[0] in ("guidebook", "events")}


def layer(name: str) -> tuple[int, str]:
    """The height of a module and the package it stands in."""
    if name == "events":
        return 5, "events"
    package = name.split(".")[1] if "." in name else "model"
    return (0, "base") if package in BASE else (LAYERS[package], package)


@pytest.mark.parametrize("name", NAMES)
def test_imports_run_one_way(name: str) -> None:
    height, package = layer(name)
    for other in ours(name):
        below, home = layer(other)
        assert below < height or home == package, f"{name} imports {other}"


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("guidebook.checks.")])
def test_rules_do_not_import_one_another(name: str) -> None:
    assert {each for each in ours(name) if each.startswith("guidebook.checks")} <= {"guidebook.checks.rule"}


@pytest.mark.parametrize("name", CORE)
def test_the_core_knows_no_host(name: str) -> None:
    assert {each.split(".")[0] for each in imported(name)} & HOST == set()


@pytest.mark.parametrize("name", CORE)
def test_the_core_calls_no_disk_and_no_clock(name: str) -> None:
    calls = [node.func for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)]
    named = {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
    assert named & IMPURE_CALLS == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    assert list(TopologicalSorter({name: ours(name) & TREES.keys() for name in NAMES}).static_order())
