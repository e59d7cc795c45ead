"""Whatever is in a file: reading it never raises, and every place it gives is in the file."""

import time

import pytest
from builders import make_guide, page
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.checks import run
from guidebook.model import Fault, Page, Span
from guidebook.parse.decode import decode
from guidebook.parse.inline import html_marks, scan, trailing_braces
from guidebook.parse.page import parse_page

SETTINGS = make_guide({}).settings
PATH = "docs/lv/a.md"
FRAGMENTS = """\
---|title: A|description: B.|# |## |{#step-a}|{#item-a who="direktors"}|- [ ] |- |> |1. |    |```|~~~|`|\\|!!! tip "A"
|[a](ref:step-a)|[a](b.md#c)|![](a.svg)|[@vet-2024 4.1.|]|[@|{{ fact-a }}|{{|[^a]|[^a]: |[a]: b.md|<img src="a">|<div
id="fig-a">|</div>|<!--|-->|: |===|\\n|\\n\\n|ā|mobilitāte|\u00a0|--8<-- "a.md"|\\r\\n|*|_|:""".replace(
    "\n", ""
).replace("\\n", "\n")
MARKDOWN = st.lists(
    st.one_of(st.sampled_from([*FRAGMENTS.replace("\\r", "\r").split("|"), " | ", "|---|"]), st.text(max_size=6)),
    max_size=30,
).map("".join)
BODIES = MARKDOWN.map(lambda text: page(f"# Lapa\n\n{text}").replace("\t", " "))


def read(data: bytes) -> tuple[Page, list[Fault]]:
    return parse_page(PATH, "lv", data, SETTINGS, lambda name: None, [])


def spans(page: Page, faults: list[Fault]) -> list[Span]:
    placed = [*page.headings, *page.items, *page.mentions, *page.sections, *faults]
    return [*(each.at for each in placed), *page.anchors.values(), *page.meta.lines.values()]


def written_lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(st.binary())
def test_decode_never_raises(data: bytes) -> None:
    text, _ = decode(PATH, data)
    assert "\r" not in text


@given(st.text(alphabet="ā\r\n\t\ufeff a"))
def test_decode_keeps_the_lines(text: str) -> None:
    assert len(decode(PATH, text.encode())[0].split("\n")) == len(written_lines(text.encode()))


@given(st.one_of(st.binary(), st.text().map(str.encode), MARKDOWN.map(str.encode)))
def test_reading_a_page_never_raises(data: bytes) -> None:
    read(data)


@settings(max_examples=200)
@given(BODIES)
def test_every_place_lies_in_the_file(text: str) -> None:
    found, faults = read(text.encode())
    rows = written_lines(text.encode())
    for span in spans(found, faults):
        assert span.path == PATH
        assert 1 <= span.line <= len(rows)
        assert 1 <= span.column <= len(rows[span.line - 1]) + 1


@settings(max_examples=200)
@given(BODIES)
def test_offsets_lie_in_the_text(text: str) -> None:
    found, _ = read(text.encode())
    size = len(found.text)
    for mention in found.mentions:
        assert 0 <= mention.start <= mention.end <= size
    for heading in found.headings:
        assert 0 <= heading.start <= heading.end <= size
    for item in found.items:
        assert 0 <= item.start <= item.body[0] <= item.body[1] <= item.end <= size


SIGNS = {"ref": ("[", ")"), "link": ("[", ")"), "image": ("![", ")"), "citation": ("[@", "]"), "value": ("{{", "}}")}


@settings(max_examples=200)
@given(BODIES)
def test_offsets_of_a_mention_hold_what_was_written(text: str) -> None:
    found, _ = read(text.encode())
    for mention in found.mentions:
        if not mention.raw and mention.kind in SIGNS:
            opened, closed = SIGNS[mention.kind]
            written = found.text[mention.start : mention.end]
            assert written.startswith(opened), written
            assert written.endswith(closed), written


@given(st.dictionaries(st.sampled_from([PATH, "docs/sources.yml", "docs/facts.yml", "docs/snippets/a.md"]), MARKDOWN))
def test_checking_any_tree_never_raises(files: dict[str, str]) -> None:
    run(make_guide(files))


SECONDS = 10
"""Of processor time: a linear reader needs a hundredth of it, a quadratic one minutes."""


@pytest.mark.parametrize("start", ["[@vet", "[@vet 4.1.", "{{", "{{ fact", "[a](", "![a](", "[a](b", "{#step-a}"])
def test_a_run_of_spaces_takes_no_time(start: str) -> None:
    begin = time.process_time()
    read(page(f"# Lapa\n\n{start}{' ' * 1000}x }}\n").encode())
    assert time.process_time() - begin < SECONDS


LONG = ["[", "![", "[a", "[[a]", "[a](", "![a](", '[a](b "', "[@a ", "{{ ", "`", "` ", "\\", "<a ", "<!--", "[^a", " "]


@pytest.mark.parametrize("part", LONG)
def test_marks_are_found_in_linear_time(part: str) -> None:
    content = (part * 100_000)[:100_000]
    begin = time.process_time()
    list(scan(content, {"A": "b.md"}))
    trailing_braces(content + "}", ("who",))
    list(html_marks(content))
    assert time.process_time() - begin < SECONDS


@pytest.mark.parametrize("value", ["[" * 2000, "[" * 3000 + "]" * 3000, "{a: " * 3000 + "}" * 3000, "- " * 2000])
def test_deep_yaml_never_raises(value: str) -> None:
    read(page(title=value).encode())
    make_guide({"docs/sources.yml": f"a: {value}\n", "docs/facts.yml": value})
