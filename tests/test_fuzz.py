"""Any bytes are read, checked and mended: what fuzzing once found, growth with the length, and a short run."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from site_build import ROOT

FUZZ = Path(__file__).parent / "fuzz"
sys.path.insert(0, str(FUZZ))

from target import check_linear, check_page  # noqa: E402

FINDINGS = sorted((FUZZ / "findings").glob("*"))
PARTS = (
    *(
        'a "b" - 15%\n',
        "- [ ] a\n",
        "- [ ] a {#item-a}\n",
        "[@vet-2024 1] ",
        "{{ fact-a }}",
        "a\t",
        "# a\n\n",
        "> ",
        "- a\n",
    ),
    *(
        "!!! tip\n    a\n",
        "| a | b |\n",
        "```\n",
        "[a](b.md) ",
        "[a]: b\n",
        "[^a]",
        "[^a]: b\n\n",
        "<b>",
        "<!--",
        "\u200b",
        "ā",
    ),
    *(
        "a\n: b\n\n",
        "2026. gada ",
        "a. A ",
        "**",
        "\n",
        '--8<-- "a.md"\n',
        "75 no 100 ",
        "Teksts ir šeit.\n\n",
        "\ufffd",
        "\0",
    ),
)
RUNS = 200
"""Always the same ones: in `make test` a run has to end alike on the same code. `make fuzz` looks further."""


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path: Path) -> None:
    check_page(path.read_bytes())


@pytest.mark.parametrize("part", PARTS)
def test_work_grows_with_the_length_only(part: str) -> None:
    check_linear(part)


@pytest.mark.skipif(
    sys.platform != "linux" or sys.version_info >= (3, 14), reason="NOTHING is fuzzed: atheris has no wheel for this"
)
def test_a_short_run_finds_nothing(tmp_path: Path) -> None:
    assert find_spec("atheris"), "atheris is not installed: it belongs in tests/requirements.in"
    command = [sys.executable, str(FUZZ / "fuzz.py"), "--runs", str(RUNS), "--findings", str(tmp_path)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Done {RUNS} in" in result.stdout + result.stderr
