"""docs/redirects.yml is read without ever raising."""

import pytest
from builders import check, lines, make_guide, page

from guidebook.parse.redirects import REDIRECTS

BROKEN = {
    "a: [b\n": "META001 docs/redirects.yml:1",
    "- a\n": "META003 docs/redirects.yml:1",
    "step-a: {x: y}\n": "META003 docs/redirects.yml:1",
    "step-a:\n": "META003 docs/redirects.yml:1",
    "step-a: a.md\nstep-a: a.md\n": "META006 docs/redirects.yml:2",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_cannot_be_read_is_one_diagnostic(text: str) -> None:
    assert lines(check({"docs/lv/a.md": page(), REDIRECTS: text})) == [BROKEN[text]]


def test_an_empty_file_or_none_is_fine() -> None:
    assert check({"docs/lv/a.md": page(), REDIRECTS: "# Nekas nav pārcelts.\n"}) == []
    assert make_guide({"docs/lv/a.md": page()}).redirects == {}
