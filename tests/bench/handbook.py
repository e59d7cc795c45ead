"""Speed and memory of a handbook of some 280 pages, next to WeasyPrint on the same tree where it is installed.

usage: handbook.py [BOOK.json]

Without a file, the small book of the tests is printed with its chapters many times over.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from example_book import example_book  # noqa: E402

from guidebook.adapters.handbook.typeset import page_count, typeset  # noqa: E402

COPIES = 60
"""Of the chapters of the small book: about 280 pages."""


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        made = {"typst": by_typst, "weasyprint": by_weasyprint}[sys.argv[2]](json.loads(Path(sys.argv[3]).read_text()))
        print(page_count(made), len(made))
        return
    book = json.loads(Path(sys.argv[1]).read_text("utf-8")) if sys.argv[1:] else long_book()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.json"
        path.write_text(json.dumps(book), "utf-8")
        report("typst", path)
        if find_spec("weasyprint"):
            report("weasyprint", path)
        else:
            print("weasyprint: not installed in this environment (pip install weasyprint; it needs Pango)")


def report(way: str, path: Path) -> None:
    """Print pages, size, processor seconds and peak memory of one way, in a process of its own."""
    command = [sys.executable, __file__, "--child", way, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        output, errors = child.stdout.read(), child.stderr.read()  # type: ignore[union-attr]
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        print(f"{way}: {errors.strip().splitlines()[-1]}")
        return
    pages, size = output.split()
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print(f"{way}: {pages} pages, {int(size) / 1e6:.1f} MB, {seconds:.2f} s of processor time, {megabytes:.0f} MB")


def long_book() -> dict[str, Any]:
    """The small book with its chapters many times over, every id its own."""
    book = example_book()
    chapters = json.dumps(book["chapters"])
    for prefix in ("sakums--", "atlase--", "p-"):
        chapters = chapters.replace(f'"{prefix}', f'"c0-{prefix}')
    copies = [json.loads(chapters.replace('"c0-', f'"c{number}-')) for number in range(COPIES)]
    return {**book, "chapters": [chapter for copy in copies for chapter in copy]}


def by_typst(book: dict[str, Any]) -> bytes:
    return typeset(book, datetime(2026, 11, 21, tzinfo=UTC))


def by_weasyprint(book: dict[str, Any]) -> bytes:
    from weasyprint import HTML

    return HTML(string=html(book)).write_pdf(pdf_variant="pdf/ua-1")


def html(book: dict[str, Any]) -> str:
    """The same tree as one page of HTML with contents, page references, footnotes and repeated header rows."""
    style = (
        "@page {size: A4; margin: 28mm 34mm; @bottom-right {content: counter(page) ' no ' counter(pages)}}"
        "body {font: 11pt sans-serif} h1 {break-before: page} .note {float: footnote}"
        ".see::after, nav a::after {content: ' (' target-counter(attr(href), page) '. lpp.)'}"
    )
    chapters = book["chapters"]
    entries = "".join(f'<p><a href="#{each["id"]}">{escape(each["title"])}</a></p>' for each in chapters)
    parts = "".join(
        f'<h1 id="{each["id"]}">{escape(each["title"])}</h1>{blocks(each["lead"])}{blocks(each["blocks"])}'
        for each in chapters
    )
    title = escape(book["title"])
    return (
        f'<html lang="{book["lang"]}"><title>{title}</title><style>{style}</style><nav>{entries}</nav>{parts}'
        + "".join(f'<p id="{each["id"]}">{inlines(each["body"])}</p>' for each in book["glossary"])
        + "".join(f'<p id="{each["id"]}">{inlines(each["body"])}</p>' for each in book["bibliography"])
    )


def blocks(all_blocks: list[dict[str, Any]]) -> str:
    return "".join(block(each) for each in all_blocks)


def block(it: dict[str, Any]) -> str:
    kind = it["t"]
    if kind == "heading":
        return f'<h{it["level"]} id="{it["id"]}">{it["number"]} {inlines(it["body"])}</h{it["level"]}>'
    if kind == "list":
        return "<ul>" + "".join(f"<li>{blocks(item)}</li>" for item in it["items"]) + "</ul>"
    if kind == "items":
        rows = (f"<li>☐ {inlines(item['body'])}<br>{item['who']} · {item['when']}</li>" for item in it["items"])
        return f"<ul>{''.join(rows)}</ul>"
    if kind == "table":
        head = "".join(f"<th>{inlines(cell)}</th>" for cell in it["head"])
        rows = ("<tr>" + "".join(f"<td>{inlines(cell)}</td>" for cell in row) + "</tr>" for row in it["rows"])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    if kind == "figure":
        return f"<figure>{it['svg']}</figure>"
    if kind in ("note", "quote"):
        return f"<div>{inlines(it.get('title', []))}{blocks(it['body'])}</div>"
    return f"<p>{inlines(it['body'])}</p>" if "body" in it else f"<p>{escape(it.get('text', ''))}</p>"


def inlines(body: list[Any]) -> str:
    return "".join(inline(each) for each in body)


def inline(it: Any) -> str:
    if isinstance(it, str):
        return escape(it)
    if it["t"] == "ref":
        return f'<a class="see" href="#{it["id"]}">{inlines(it["body"])}</a>'
    if it["t"] == "link":
        return f'<a href="{escape(it["url"])}">{inlines(it["body"])}</a>'
    if it["t"] == "footnote":
        return f'<span class="note">{inlines(it.get("body", []))}</span>'
    return inlines(it.get("body", [])) or escape(it.get("text", ""))


if __name__ == "__main__":
    main()
