"""One diagnostic, three forms; their order."""

import json
import re

from builders import check, page

from guidebook.diagnostics import FORMATS, Diagnostic, Severity, as_github, as_json, as_text
from guidebook.model import Span

ONE = Diagnostic(Span("docs/lv/x.md", 12, 5), "REF001", Severity.ERROR, "nav tāda id “a”.", "Vai domājāt “b”?")
BARE = Diagnostic(Span("docs/lv/x.md", 12, 5), "CIT002", Severity.WARNING, "nav.")


def test_text_is_one_line_with_the_place_first() -> None:
    assert as_text([ONE]) == "docs/lv/x.md:12:5: REF001 kļūda: nav tāda id “a”. — Vai domājāt “b”?\n"
    assert as_text([BARE]) == "docs/lv/x.md:12:5: CIT002 brīdinājums: nav.\n"


def test_github_annotations_name_file_line_and_column() -> None:
    assert as_github([ONE]).startswith("::error file=docs/lv/x.md,line=12,col=5,title=REF001::")
    levels = [as_github([Diagnostic(ONE.at, "A001", severity, "a")]).split()[0] for severity in Severity]
    assert levels == ["::error", "::warning", "::notice"]


def test_github_annotations_lead_to_the_explanation() -> None:
    text = as_github([ONE], "https://a.lv/noteikumi/").rstrip("\n")
    assert text.endswith("Vai domājāt “b”?%0ASkaidrojums: https://a.lv/noteikumi/#ref001")


def test_github_annotations_escape_what_would_end_them() -> None:
    odd = Diagnostic(Span("docs/lv/a,b:c%.md", 1), "REF001", Severity.ERROR, "100 %,\r\nx::y", "a\nb")
    properties, text = re.fullmatch(r"::error (.*?)::(.*)\n", as_github([odd]), re.S).groups()
    assert properties == "file=docs/lv/a%2Cb%3Ac%25.md,line=1,col=1,title=REF001"
    assert text == "100 %25,%0D%0Ax::y a%0Ab"


def test_json_holds_every_field() -> None:
    assert json.loads(as_json([ONE, BARE])) == [
        {
            "path": "docs/lv/x.md",
            "line": 12,
            "column": 5,
            "code": "REF001",
            "severity": "error",
            "message": "nav tāda id “a”.",
            "hint": "Vai domājāt “b”?",
        },
        {
            "path": "docs/lv/x.md",
            "line": 12,
            "column": 5,
            "code": "CIT002",
            "severity": "warning",
            "message": "nav.",
            "hint": "",
        },
    ]


def test_nothing_to_say() -> None:
    assert [form([]) for form in FORMATS.values()] == ["", "", "[]\n"]


def test_diagnostics_stand_in_the_order_of_places() -> None:
    links = "".join(f"[x](ref:step-{count}) [y](ref:step-x)\n" for count in range(12))
    body = page(f"# Lapa\n\n{links}\n### Solis\n\nTeksts.\n")
    found = check({f"docs/lv/{name}.md": body for name in ("b", "a")})
    places = [(each.at.path, each.at.line, each.at.column) for each in found]
    assert len(places) == 2 * 25
    assert places == sorted(places)


def test_the_same_is_said_once() -> None:
    found = check({"docs/lv/a.md": page("# Lapa\n\n[x](ref:step-x)\n"), "docs/lv/b.md": page("# Lapa\n\nTeksts.\n")})
    assert len(found) == len(set(found)) == 1
