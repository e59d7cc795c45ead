"""Other people's checkers, for a comparison on the same tree: installed apart from the project, versions pinned."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".venv" / "bench"
MARKDOWNLINT = "markdownlint-cli2@0.24.1"
LINKS = ROOT / ".github" / "links" / "requirements.txt"
"""The link checker of the weekly workflow, with its version and hashes."""
UNFAIR = {"MD013": False}
"""Long lines are no fault here; listing thousands of them would take most of the time."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A checker and how it is called in a project's folder."""

    name: str
    does: str
    command: tuple[str, ...]
    worst: int = 1
    """The highest exit status with which it has looked at everything, faults found or not."""


def available() -> Iterator[Tool]:
    """The checkers that can be had on this computer; of any other it prints why not."""
    for make in (_markdownlint, _lychee):
        try:
            yield make()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{make.__name__.lstrip('_')}: not measured: {error}")


def _markdownlint() -> Tool:
    program = FOLDER / "node_modules" / ".bin" / "markdownlint-cli2"
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise OSError("node and npm are not installed")
    if MARKDOWNLINT.partition("@")[2] != _npm_version("markdownlint-cli2"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        _run([npm, "install", "--silent", "--no-save", "--ignore-scripts", f"--prefix={FOLDER}", MARKDOWNLINT])
    config = FOLDER / ".markdownlint.json"
    config.write_text(json.dumps(UNFAIR), "utf-8")
    command = (node, str(program.resolve()), "--config", str(config), "docs/**/*.md")
    return Tool(MARKDOWNLINT, "form of Markdown", command)


def _lychee() -> Tool:
    folder = FOLDER / "lychee"
    program = folder / "bin" / "lychee"
    if not program.exists():
        _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(folder / "bin" / "pip"), "install", "--quiet", "--require-hashes", "-r", str(LINKS)])
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    command = (str(program), "--offline", "--include-fragments", "--no-progress", "docs/**/*.md")
    return Tool(f"lychee@{version}", "links between files", command, worst=2)


def _npm_version(name: str) -> str:
    package = FOLDER / "node_modules" / name / "package.json"
    return str(json.loads(package.read_text("utf-8"))["version"]) if package.exists() else ""


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
