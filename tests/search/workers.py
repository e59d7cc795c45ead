"""Search workers in a real browser: ours and the theme's, over any set of documents."""

import json
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import material
from playwright.sync_api import Browser, Page, sync_playwright
from site_build import ROOT

from guidebook.render.search_index import Document, Section, search_index

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
OURS = "assets/javascripts/search/worker.js"
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
THEME_CONFIG = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
}
"""What the theme's plugin writes for Latvian: it has no Latvian and falls back to English."""
ASK = """async ([address, setup, queries]) => {
  const worker = new Worker(address);
  const told = (fits) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => fits(data) && resolve(data.data);
  });
  const ready = told((message) => message.type === 1);
  if (setup) worker.postMessage({ type: 0, data: setup });
  await ready;
  const answers = [];
  for (const query of queries) {
    const answer = told((message) => message.type === 3 && (setup || message.data.complete || message.data.failed));
    const start = performance.now();
    worker.postMessage({ type: 2, data: query });
    const { items, suggestion = "" } = await answer;
    answers.push({
      seconds: (performance.now() - start) / 1000,
      suggestion,
      groups: items.map((group) => group.filter((item) => item.score >= group[0].score).map((item) => item.location)),
    });
  }
  worker.terminate();
  return answers;
}"""
"""Starts a worker, sets it up where it wants that, and asks it one query after the other."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says to a query."""

    groups: list[list[str]]
    """The addresses shown at once, page by page, the best first."""
    suggestion: str
    """The query as the documents spell it, where it had to be corrected."""
    seconds: float


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder served on loopback."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield browser
        browser.close()


def lay_out(folder: Path, documents: Sequence[Document], lang: str, synonyms: Sequence[Sequence[str]] = ()) -> None:
    """Put our worker and an index of `documents` into a new folder, as they lie in a site."""
    (folder / "search").mkdir(parents=True)
    (folder / "search" / f"{lang}.json").write_text(search_index(documents, synonyms), encoding="utf-8")
    shutil.copytree(ROOT / "overrides/assets/javascripts/search", folder / "assets/javascripts/search")


def add_theme(folder: Path) -> None:
    """Put the theme's worker beside ours, and a page that both can be started from."""
    shutil.copytree(THEME / "workers", folder / "theme/workers")
    (folder / "empty.html").write_text("<!doctype html><title>search</title>", encoding="utf-8")


def read_index(text: str) -> list[Document]:
    """The documents of an index; what `search_index` does, undone."""
    head, *bodies = json.loads(text)
    words: list[str] = []
    for line in head["words"].split("\n"):
        words.append((words[-1] if words else "")[: ord(line[:1] or " ") - 0x20] + line[1:])

    def read(coded: str) -> str:
        tokens = [words[code - 0x20 - (0x800 if code >= 0xE000 else 0)] for code in map(ord, coded)]
        pairs = pairwise(["", *tokens])
        return "".join(f" {one}" if before[-1:].isalnum() and one[0].isalnum() else one for before, one in pairs)

    return [
        Document(
            address,
            tuple(
                Section(anchor, read(heading), read(text), read(names), read(kind))
                for (anchor, heading, names, kind), text in zip(outlines, texts, strict=True)
            ),
            read(programme),
            weight,
        )
        for (address, weight, programme, outlines), texts in zip(head["pages"], bodies, strict=True)
    ]


def ask_ours(tab: Page, address: str, lang: str, queries: Sequence[str]) -> list[Answer]:
    """Our worker's answers; it fetches its index at the first query."""
    return _ask(tab, f"{address}{OURS}#{lang}", None, queries)


def ask_theme(tab: Page, address: str, documents: Sequence[Document], queries: Sequence[str]) -> list[Answer]:
    """The answers of the theme's own worker over the same documents."""
    worker = next((THEME / "workers").glob("search.*.min.js")).name
    entries = [
        {
            "location": document.address + (f"#{each.anchor}" if each.anchor else ""),
            "title": each.heading,
            "text": each.text,
        }
        for document in documents
        for each in document.sections
    ]
    setup = {"config": THEME_CONFIG, "docs": entries, "options": {"suggest": False}}
    return _ask(tab, f"{address}theme/workers/{worker}", setup, queries)


def _ask(tab: Page, worker: str, setup: dict[str, Any] | None, queries: Sequence[str]) -> list[Answer]:
    return [Answer(**answer) for answer in tab.evaluate(ASK, [worker, setup, list(queries)])]
