"""What must hold for any bytes in the file of a page: read, checked, mended."""

import sys
from types import FrameType
from typing import Any

from builders import make_guide
from rendered import rendered

from guidebook.checks import run
from guidebook.fix import mend
from guidebook.fix.text import Text
from guidebook.model import Guide, Span

PAGE = "docs/lv/x.md"
OTHERS: dict[str, str] = {
    "docs/lv/index.md": "---\ntitle: A\ndescription: B.\n---\n\n# A\n\n[x](x.md)\n",
    "docs/sources.yml": "vet-2024:\n  title: A\n",
    "docs/facts.yml": "fact-a:\n  value: 75 no 100\n  source: vet-2024\n  place: 1. nodaļa\n"
    "  checked: 2026-11-21\n  valid_for: 365\n",
    "docs/snippets/a.md": "Teksts.\n",
}
"""The rest of the small guide; pages find in it what they point at."""
SHORT = 2000
"""Characters of the shorter of two repetitions that are compared."""
TIMES = 4
MOST_CALLS = 6.0
"""How many times the calls may grow when the text grows four times: linear is 4, quadratic 16."""


def check_page(data: bytes) -> None:
    """Raises AssertionError, or whatever the product raises, when something does not hold."""
    files = {**OTHERS, PAGE: data}
    guide = make_guide(files)
    rows = {path: _rows(content) for path, content in files.items()}
    for diagnostic in run(guide):
        _lies_inside(diagnostic.at, rows)
    for at in _places(guide):
        _lies_inside(at, rows)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    mended = mend(Text(PAGE, text))
    assert mend(Text(PAGE, mended)) == mended, "mending twice changes more"
    assert rendered(mended) == rendered(text), "a mended page is rendered otherwise"


def check_linear(part: str) -> None:
    """Raises AssertionError when four times the text takes far more than four times the work.

    The work is the number of Python calls, which does not depend on the machine; what a regular expression does inside
    is not among them, that is for libFuzzer's timeout and tests/test_rule_speed.py.
    """
    if not part:
        return
    repeated = part * (SHORT // len(part) + 1)
    once, more = _calls(repeated), _calls(repeated * TIMES)
    assert more < MOST_CALLS * once, f"{once} calls for {len(repeated)} characters, {more} for {TIMES} times as many"


def _calls(text: str) -> int:
    count = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(counted)
    try:
        run(make_guide({**OTHERS, PAGE: text}))
        mend(Text(PAGE, text))
    finally:
        sys.setprofile(previous)
    return count


def _rows(content: str | bytes) -> list[str]:
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _lies_inside(at: Span, rows: dict[str, list[str]]) -> None:
    if at.path not in rows:
        assert (at.line, at.column) == (1, 1), f"{at} is in no file"
        return
    assert 1 <= at.line <= len(rows[at.path]), f"{at} is behind the last line"
    assert 1 <= at.column <= len(rows[at.path][at.line - 1]) + 1, f"{at} is behind the end of the line"


def _places(guide: Guide) -> list[Span]:
    return [each.at for page in guide.pages for each in (*page.headings, *page.items, *page.mentions, *page.sections)]
