"""What a machine mends: only that, only once, and never what a page says."""

import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from builders import make_guide, page, write_project
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendered import rendered, words
from test_properties import MARKDOWN

from guidebook.__main__ import main
from guidebook.fix import FIXES, mend
from guidebook.fix.text import Text
from guidebook.model import Page
from guidebook.parse.page import parse_page

ROOT = Path(__file__).parent.parent
PATH = "docs/lv/a.md"
HEAD = "---\ntitle: Lapa\ndescription: Par lapu.\n---\n\n# Lapa\n\n"
REAL = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*") if path.suffix in (".md", ".yml")
)


def mended(text: str, path: str = PATH, taken: frozenset[str] = frozenset()) -> str:
    return mend(Text(path, text, taken))


def body(text: str) -> str:
    """The body of a Latvian page after mending, without the newline at its end."""
    result = mended(f"{HEAD}{text}\n")
    assert result.startswith(HEAD)
    return result.removeprefix(HEAD).removesuffix("\n")


TYPOGRAPHY = {
    "straight quotes": ('Tas ir "labs" vārds.', "Tas ir “labs” vārds."),
    "low and angled quotes": ("„Viens“, «divi» un ”trīs”.", "“Viens”, “divi” un “trīs”."),
    "quotes at emphasis": ('**"Viens"** un "*divi*"', "**“Viens”** un “*divi*”"),
    "quotes at a link": ('Lapa "[Riski](a.md)".', "Lapa “[Riski](a.md)”."),
    "quotes in the text of a link": ('[Lapa "Riski"](a.md "Riski")', '[Lapa “Riski”](a.md "Riski")'),
    "quotes over two lines": ('Saka "viens\ndivi".', "Saka “viens\ndivi”."),
    "hyphen between spaces": ("Viens - divi.", "Viens – divi."),
    "hyphen in a table": ("| A | B |\n|---|---|\n| a - b | - |", "| A | B |\n|---|---|\n| a – b | - |"),
    "years": ("2018-2021, 2018 – 2021, 2018 - 2021", "2018–2021, 2018–2021, 2018–2021"),
    "numbers with a unit": ("10-15 % un 5 – 7 eiro", "10–15\u00a0% un 5–7\u00a0eiro"),
    "classes": ("7.-9. klase", "7.–9. klase"),
    "per cent": ("15%, 15 % un 2,5%.", "15\u00a0%, 15\u00a0% un 2,5\u00a0%."),
    "pages": ("Sk. 250. lpp. un 3.lpp.", "Sk. 250.\u00a0lpp. un 3.\u00a0lpp."),
    "number sign": ("Nr. 5 un Nr.7", "Nr.\u00a05 un Nr.\u00a07"),
    "abbreviations": (
        "t. sk. viens, u.c., u. tml. (t.i., divi)",
        "t.\u00a0sk. viens, u.\u00a0c., u.\u00a0tml. (t.\u00a0i., divi)",
    ),
    "prices": (
        "120 000 eiro, 5 EUR, 1.50 eiro un 7,20€",
        "120\u00a0000\u00a0eiro, 5\u00a0EUR, 1,50\u00a0eiro un 7,20\u00a0€",
    ),
    "year and day": ("2024.gada 28.novembrī", "2024.\u00a0gada 28.\u00a0novembrī"),
    "three full stops": ("Un tā...", "Un tā…"),
    "heading": ('## "Labs" - 15%', "## “Labs” – 15\u00a0%"),
    "quotation and list": ('> - "Labs"', "> - “Labs”"),
    "foldable": ('???+ info "Viens - divi"\n    Teksts.', '???+ info "Viens – divi"\n    Teksts.'),
    "advice": ('!!! tip "Mūsu padoms"\n    Viens - "divi".', '!!! tip "Mūsu padoms"\n    Viens – “divi”.'),
}
UNTOUCHED = {
    "inches": 'Ekrāns 24" un 27" plats.',
    "one quotation mark": 'Viens " divi un "trīs.',
    "two that open": '"viens "divi',
    "inline code": '`"a" - 15%...` un ``b ` - "c"``',
    "code block": '```\n"a" - 15%...\t \n\n\n\n\n2018-2021\n```',
    "indented code": 'Teksts:\n\n    "a" - 15%   \n    2024.gada\n\nTeksts.',
    "backticks that differ": '``"a" - 15%`',
    "unclosed code": '```\n"a" - 15%',
    "address": "https://a.lv/15%20-2018-2021/... un <https://a.lv/2018-2021> un a.lv/2018-2021/15%",
    "target of a link": "[viens](a...b-2018-2021.md) ![divi](c-2018-2021.png)",
    "citation": '[@vetlv-2024 "A" - 15%; 250. lpp.]',
    "value": "{{ fact-2018-2021 }}",
    "braces": '## Viens {#step-2018-2021 en="a - b" forms="15%"}',
    "drawing": '<figure id="fig-a">\n<text>"a" - 15%</text>\t \n</figure>',
    "HTML in a line": '<span title="a - b">viens</span> <kbd>15%</kbd> <!-- "a" - 15% -->',
    "snippet": '--8<-- "a - b.md"',
    "number of a project": "2021-1-LV01-KA122-SCH-000012345, 1-2018-2021, 2021-2018",
    "date": "2026-11-21",
    "hyphens in words": "e-pasts, IKT-2, -5, 3-4",
    "price with three digits behind the point": "1.000\u00a0eiro",
    "version": "DigComp 2.2 un 3.10",
    "time and point of a list": "plkst. 12.30, 4.1. nodaļa",
    "ending": "50%-īgs",
    "dots": "a....b, ../c, [d](.../e)",
    "line break": "Viens  \ndivi",
    "definition of a link": '[a]: b-2018-2021.md "a - b"\n\n[a][a]',
    "picture of several": "👩\u200d🏫",
}
FILES = {
    "Windows line ends": ("a\r\nb\rc\r\n", "a\nb\nc\n"),
    "byte order mark": ("\ufeffa\n", "a\n"),
    "no newline": ("a", "a\n"),
    "many newlines": ("a\n\n\n", "a\n"),
    "empty": ("", ""),
    "only spaces": (" \n\t\n", ""),
    "trailing spaces": ("a \nb   \n\nc\t\n  \nd\n", "a\nb\n\nc\n\nd\n"),
    "line break at the end of a paragraph": ("a  \n\n## B  \n", "a\n\n## B\n"),
    "empty list items": ("- a\n- \n    1. \t\n> : \n", "- a\n- \n    1. \n> : \n"),
    "long line break": ("a    \nb\n", "a  \nb\n"),
    "blank lines": ("a\n\n\n\nb\n\n\nc\n", "a\n\nb\n\n\nc\n"),
    "tabs": ("- a\n\t- b\n-\tc\n\nd\te\n", "- a\n    - b\n-   c\n\nd e\n"),
    "composed": (unicodedata.normalize("NFD", "šūpoles") + "\n", "šūpoles\n"),
    "zero width": ("mobi\u200blitā\ufeffte\u2060\n", "mobilitāte\n"),
    "joined letters": ("mobi\u200dlitāte\n", "mobilitāte\n"),
}


@pytest.mark.parametrize(("before", "after"), TYPOGRAPHY.values(), ids=TYPOGRAPHY)
def test_latvian_typography(before: str, after: str) -> None:
    assert body(before) == after


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_is_left_alone(text: str) -> None:
    assert body(text) == text


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_files(before: str, after: str) -> None:
    assert mended(before) == after


@pytest.mark.parametrize("path", ["docs/en/a.md", "docs/snippets/a.md"])
def test_latvian_typography_is_for_latvian_pages(path: str) -> None:
    text = '# A\n\n"A" - 15%, 2018-2021...\n\n- [ ] Do it.\n'
    assert mended(text, path) == text
    assert mended(text.replace("\n", " \r\n"), path) == text


def test_every_fix_names_the_rule_it_serves() -> None:
    assert all(re.search(r"\((FILE00\d|ITEM001|META|TEXT|TYPO)\)\.$", fix.__doc__ or "") for fix in FIXES)


# Front matter and YAML.


def test_keys_come_in_order_with_their_comments_and_lines() -> None:
    audience = "# Kam.\naudience:\n  - direktors\n"
    unknown = "\nnezināma: 1\n"
    description = "description: >\n  Par\n  lapu.\n"
    before = f"---\n{audience}{unknown}{description}title: A - B\n# Beigas.\n---\n"
    assert mended(before) == f"---\ntitle: A - B\n{description}{audience}{unknown}# Beigas.\n---\n"


@pytest.mark.parametrize(
    "matter",
    [
        "reviewed: 2026-11-21\ntitle: A\ntitle: B",
        "audience: *a\ntitle: &a B",
        "{reviewed: 2026-11-21, title: A}",
        "audience: [\ntitle: A",
        "- a",
        "",
    ],
)
def test_front_matter_that_is_not_plain_stays(matter: str) -> None:
    text = f"---\n{matter}\n---\n\n# A\n"
    assert mended(text) == text


def test_values_of_front_matter_stay() -> None:
    title = unicodedata.normalize("NFD", "title: 'ā - \"b\" 15%... \u200b'")
    text = f"---\n{title}\ndescription: |\n  a\tb\n\n\n\n  c\n---\n\n# A\n"
    assert mended(text) == text
    assert mended(text.replace("\n", "\r\n")) == text


def test_front_matter_that_is_not_closed_stays() -> None:
    text = '---\ntitle: "A" - 15%\n\n# A\n\n- [ ] "Viens"\n'
    assert mended(text) == text


def test_data_files_are_mended_but_not_their_typography() -> None:
    before = "a:\r\n\ttitle: \"B\" \r\n  url: https://a.lv/\u200b\r\n\r\n\r\n\r\nc:\r\n  note: 'viens - 15% šu\u200b'"
    after = "a:\n  title: \"B\"\n  url: https://a.lv/\u200b\n\nc:\n  note: 'viens - 15% šu'\n"
    assert mended(before, "docs/sources.yml") == after


# Checklist items.


def test_a_new_item_gets_an_id_but_no_doer() -> None:
    text = (
        "## Solis {#step-a}\n\n- [ ] Izveidojiet [darba grupu](a.md) šodien pat. [@vet 1]\n"
        '- [x] Otrs "labs" punkts {who="direktors"  when="regulāri"}\n'
        "- [ ] Divās\n  rindās {}\n"
        "    - [ ] `kods` šeit\n"
    )
    assert body(text) == (
        "## Solis {#step-a}\n\n- [ ] Izveidojiet [darba grupu](a.md) šodien pat. [@vet 1] "
        "{#item-a-izveidojiet-darba-grupu-sodien}\n"
        '- [x] Otrs “labs” punkts {#item-a-otrs-labs-punkts who="direktors"  when="regulāri"}\n'
        "- [ ] Divās\n  rindās {#item-a-divas-rindas}\n"
        "    - [ ] `kods` šeit {#item-a-seit}"
    )


def test_ids_of_new_items_are_unique_in_the_tree() -> None:
    text = f"{HEAD}- [ ] Dariet.\n- [ ] Dariet.\n- [ ] Cits. {{#item-darbs-dariet-2}}\n"
    result = mended(text, "docs/lv/darbs/index.md", frozenset({"item-darbs-dariet"}))
    assert re.findall(r"#([\w-]+)", result) == ["item-darbs-dariet-3", "item-darbs-dariet-4", "item-darbs-dariet-2"]


@pytest.mark.parametrize(
    "text",
    [
        '- [ ] Dariet. {#step-a who="direktors"}',
        "- [ ] Dariet. {item-a}",
        "- [ ] Dariet. {#item-a}",
        "1. [a] Dariet.",
        "[ ] Dariet.",
        "```\n- [ ] Dariet.\n```",
    ],
)
def test_other_items_stay(text: str) -> None:
    assert body(text) == text


# Guarantees.

TYPED = MARKDOWN.flatmap(
    lambda text: st.lists(
        st.sampled_from(
            '"~“~”~„~«~»~...~ - ~-~–~15%~2018-2021~2024.gada~ Nr. 5~u.c.~1.50 eiro~ lpp.~\t~  \n~ \n~\n\n\n\n'
            "~\u200b~\ufeff~a\u0304~\r\n~- [ ] Dariet~`~<b>~\\".split("~")
        ),
        max_size=12,
    ).flatmap(lambda marks: st.permutations([*re.findall(r"\s+|\S+", text)[:20], *marks]).map("".join))
)
BODIES = TYPED.map(lambda text: page(f"# Lapa\n\n{text}"))


@settings(max_examples=400)
@given(st.one_of(TYPED, BODIES, st.text()), st.sampled_from([PATH, "docs/en/a.md", "docs/facts.yml"]))
@example("a\u200b\u0304", PATH)
@example("\u200b# a\n", PATH)
@example("[a]\u200b(b.md)", PATH)
@example("- a\n\n\u200b    b\n", PATH)
def test_mending_twice_changes_nothing_more(text: str, path: str) -> None:
    once = mended(text, path)
    assert mended(once, path) == once


@settings(max_examples=400)
@given(BODIES)
def test_a_mended_page_says_the_same(text: str) -> None:
    before, after = read(text), read(mended(text))
    assert said(before) == said(after)
    assert {item.id for item in before.items} <= {item.id for item in after.items} | {""}


@settings(max_examples=400)
@given(BODIES)
def test_a_mended_page_is_rendered_the_same(text: str) -> None:
    assert rendered(text) == rendered(mended(text))


@pytest.mark.parametrize("path", REAL)
def test_the_real_tree_needs_little(path: str) -> None:
    text = (ROOT / path).read_bytes().decode()
    result = mended(text, path)
    assert mended(result, path) == result
    assert rendered(result) == rendered(text)


SPOILED: dict[str, Callable[[str], str]] = {
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "spaces": lambda text: re.sub(r"(?m)(?<=[.\w])$", " ", text),
    "no newline": lambda text: text.rstrip("\n"),
    "blank lines": lambda text: text.replace("\n\n", "\n\n\n\n\n"),
    "breaking spaces": lambda text: re.sub("(?<=\\d)\u00a0(?=%)|(?<=[tu]\\.)\u00a0(?=sk\\.|c\\.)", " ", text),
    "years": lambda text: re.sub(r"(?<= )(20\d\d)–(20\d\d)(?=[ .,]? )", r"\1 - \2", text),
    "dashes": lambda text: re.sub(r"(?<=\w) – (?=\w)", " - ", text),
}


@pytest.mark.parametrize("how", SPOILED)
def test_the_real_tree_comes_back_when_it_was_spoiled(how: str) -> None:
    for path in REAL:
        if not path.startswith("docs/lv/") or "redaktoriem" in path:
            continue
        good = mended((ROOT / path).read_bytes().decode(), path)
        _, matter, text = good.split("---\n", 2)
        spoiled = SPOILED[how](text)
        assert shown(mended(f"---\n{matter}---\n{spoiled}", path)) == shown(good), path


def shown(text: str) -> str:
    """A text without the parts no fix touches."""
    return re.sub(r"\[@[^\]]*\]|`[^`]*`|\]\([^)]*\)|\[\^[^\]]*\]|(?m:^(?:\?\?\?|!!!).*$)|\{[^{}]*\}", "", text)


def test_fifty_thousand_marks_take_little_time() -> None:
    for mark in ('"', "- [ ] ", "15%", "`", "[", " - ", "\u200b", "a\t", "\n\n\n", "{", "<!--", "<a", "*", "t. ", "1 "):
        text = f"{HEAD}{mark * (50_000 // len(mark))}"
        begin = time.perf_counter()
        mended(text)
        assert time.perf_counter() - begin < 20, mark


def read(text: str) -> Page:
    guide = make_guide({})
    return parse_page(PATH, "lv", text.encode(), guide.settings, lambda name: None, [])[0]


def said(found: Page) -> object:
    """All a page says, by the reader of the gate."""
    headings = [(heading.level, heading.anchor, words(heading.title)) for heading in found.headings]
    items = [(words(item.text), item.who, item.when) for item in found.items]
    marks = [(mark.kind, mark.target, words(mark.text)) for mark in found.mentions]
    return headings, items, marks, found.meta.title, found.anchors.keys()


# The command.

BAD = page('# Lapa\n\n"Viens" - 15%\n\nDivi... \n')
GOOD = page("# Lapa\n\n“Viens” – 15\u00a0%\n\nDivi…\n")
OTHER = "docs/lv/b.md"


def run(root: Path, *arguments: str) -> int:
    return main(["fix", "--root", str(root), *arguments])


def test_the_command_mends_and_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {PATH: BAD, OTHER: GOOD, "docs/data/a.csv": "a ,b \r\n"})
    (root / PATH).chmod(0o640)
    untouched = (root / OTHER).stat().st_mtime_ns
    assert run(root) == 0
    printed = capsys.readouterr()
    assert (root / PATH).read_bytes().decode() == GOOD
    assert (root / PATH).stat().st_mode & 0o777 == 0o640
    assert (root / OTHER).stat().st_mtime_ns == untouched
    assert (root / "docs/data/a.csv").read_bytes() == b"a ,b \r\n"
    assert sorted(path.name for path in (root / "docs/lv").iterdir()) == ["a.md", "b.md"]
    assert printed.err == ""
    lines = printed.out.splitlines()
    assert lines[:2] == [f"--- {PATH}", f"+++ {PATH}"]
    assert '-"Viens" - 15%' in lines
    assert "+“Viens” – 15\u00a0%" in lines
    assert lines[-1] == "Izlabotas rindas: 2, fails: 1."
    assert run(root) == 0
    assert capsys.readouterr().out == "Nav ko labot.\n"


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, {PATH: BAD})
    assert run(root, "--check") == 1
    assert (root / PATH).read_bytes().decode() == BAD
    assert capsys.readouterr().out.splitlines()[-1] == "Jālabo rindas: 2, fails: 1."
    (root / PATH).write_text(GOOD, "utf-8")
    assert run(root, "--check") == 0


def test_only_the_named_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path, {PATH: BAD, "docs/lv/c/a.md": BAD, "docs/lv/d/a.md": BAD, "docs/lv/d/b.md": BAD})
    assert run(root, PATH, "docs/lv/d") == 0
    assert [path for path in root.rglob("*.md") if path.read_text("utf-8") == BAD] == [root / "docs/lv/c/a.md"]
    monkeypatch.chdir(root / "docs/lv/c")
    assert run(root, "a.md") == 0
    assert (root / "docs/lv/c/a.md").read_text("utf-8") == GOOD


@pytest.mark.parametrize("path", ["nekur.md", "mkdocs.yml", "docs/data/a.csv", "docs/lv/tukss"])
def test_a_wrong_path_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    root = write_project(tmp_path, {PATH: BAD, "docs/data/a.csv": "a\n"})
    assert run(root, path) == 2
    printed = capsys.readouterr()
    assert path in printed.err
    assert printed.out == ""
    assert (root / PATH).read_text("utf-8") == BAD


def test_a_file_that_cannot_be_read_is_left_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiled = GOOD.replace("Divi…", "Mobilitātē ").encode("cp1257")
    root = write_project(tmp_path, {PATH: spoiled, OTHER: BAD})
    assert run(root) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{PATH}:")
    assert printed.out.splitlines()[-1] == "Izlabotas rindas: 2, fails: 1."
    assert (root / PATH).read_bytes() == spoiled
    assert (root / OTHER).read_text("utf-8") == GOOD


def test_ids_of_new_items_differ_between_files(tmp_path: Path) -> None:
    item = page("# Lapa\n\n- [ ] Dariet.\n")
    files = {f"docs/lv/{folder}/darbs.md": item for folder in "abc"}
    retired = {"docs/redirects.yml": "item-darbs-dariet: item-cits\n"}
    root = write_project(tmp_path, {**files, **retired})
    assert run(root) == 0
    given = [re.findall(r"#(item[\w-]+)", (root / path).read_text("utf-8")) for path in files]
    assert given == [["item-darbs-dariet-2"], ["item-darbs-dariet-3"], ["item-darbs-dariet-4"]]


def test_a_terminal_gets_colours_and_visible_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path, {PATH: BAD})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(root, "--check")
    lines = capsys.readouterr().out.splitlines()
    assert "\033[31m-Divi...·\033[0m" in lines
    assert "\033[32m+“Viens” – 15⍽%\033[0m" in lines
    monkeypatch.setenv("NO_COLOR", "1")
    run(root, "--check")
    assert "\033" not in capsys.readouterr().out


@pytest.mark.parametrize(("text", "lines"), [("a", 1), ("a \n" * 21, 21), ("a\r\n" * 11, 11), ("\ufeffa\n", 1)])
def test_lines_are_counted_in_latvian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, lines: int
) -> None:
    root = write_project(tmp_path, {PATH: text})
    assert run(root) == 0
    word = "Izlabota rinda" if lines in (1, 21) else "Izlabotas rindas"
    assert capsys.readouterr().out.splitlines()[-1] == f"{word}: {lines}, fails: 1."


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path, {PATH: BAD})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run(root) == 1
    assert PATH in capsys.readouterr().err
    assert (root / PATH).read_text("utf-8") == BAD
    assert [path.name for path in (root / "docs/lv").iterdir()] == ["a.md"]


def test_data_files_keep_their_values() -> None:
    for path in REAL:
        if path.endswith(".yml"):
            text = (ROOT / path).read_bytes().decode()
            assert yaml.safe_load(mended(text, path)) == yaml.safe_load(text)
