"""Speed and size of the search: on the real site as a phone gets it, and over 2,000 pages.

The phone: 4 times slower processor, slow 4G (150 ms, 1.6 Mbit/s, responses compressed). Chromium slows the page but
not its workers, so the search worker is made to wait; other work of the machine counts four times, too.
"""

import gzip
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import yaml
from search.workers import add_theme, ask_ours, chromium, lay_out, read_index, served
from site_build import ROOT, build

from guidebook.adapters.disk import load_guide
from guidebook.render.search_documents import page_document
from guidebook.render.search_index import Document, Section, search_index

SLOWER = 4
LATENCY = 0.15
BYTES_A_SECOND = 1_600_000 / 8
PAGES = 2000
SECTIONS = 6
WORDS = 100
"""Words in a section of a synthetic page."""
TYPED = ("apdrošināšana", "macibu ligums", "kas ir ēnošana?")
SLOW_WORKER = """{
  let woke = performance.now();
  const slow = () => {
    const until = performance.now() + $MORE * (performance.now() - woke);
    while (performance.now() < until);
    woke = performance.now();
  };
  const wake = () => { woke = performance.now(); };
  addEventListener("message", wake);
  const post = self.postMessage.bind(self);
  self.postMessage = (message) => { slow(); post(message); };
  const { read } = ReadableStreamDefaultReader.prototype;
  ReadableStreamDefaultReader.prototype.read = function () { slow(); return read.call(this).finally(wake); };
  const later = self.setTimeout.bind(self);
  self.setTimeout = (work) => { slow(); later(() => { wake(); work(); }); };
}"""
"""Put before a worker's script: has it wait, before it goes on, $MORE times as long as it has worked since it woke."""
TYPE = """async (query) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (const letter of query) {
    const drawn = new Promise((resolve) => new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(list, { childList: true }));
    const start = performance.now();
    input.value += letter;
    input.dispatchEvent(new KeyboardEvent("keyup"));
    await Promise.race([drawn, wait(3000)]);
    const until = performance.now();
    await painted();
    times.push([until - start, performance.now() - start]);
    await wait(times.length > 1 ? 150 : 2000);
  }
  return times;
}"""
"""Types letter by letter, the second when the index has arrived; how long each takes until the list is drawn anew,
and until it is painted."""


class SlowHandler(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does, over slow 4G."""

    line = threading.Lock()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(LATENCY)
        if not path.is_file():
            self.send_error(404)
            return
        script = SLOW_WORKER.replace("$MORE", f"{SLOWER - 1}") if path.name == "worker.js" else ""
        content = gzip.compress(script.encode() + path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        for start in range(0, len(content), 4096):
            chunk = content[start : start + 4096]
            with self.line:
                time.sleep(len(chunk) / BYTES_A_SECOND)
            self.wfile.write(chunk)


@contextmanager
def slow(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SlowHandler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        built = build(ROOT, site)
        assert built.returncode == 0, built.stdout + built.stderr
        report_size(site)
        report_phone(site)
        report_many(site, Path(name) / "many")


def report_size(site: Path) -> None:
    index = (site / "search/lv.json").read_bytes()
    first = index.split(b"\n")[1]
    print(f"index of the Latvian pages: {kilobytes(index)} KB compressed, its first line {kilobytes(first)} KB")


def report_phone(site: Path) -> None:
    """The first key at once after the search is opened, as quickly as a machine can press it."""
    firsts, laters, painted = [], [], []
    with chromium() as browser, slow(site) as address:
        for query in TYPED:
            context = browser.new_context(viewport={"width": 375, "height": 800})
            tab = context.new_page()
            tab.goto(f"{address}mobilitate/", wait_until="networkidle")
            context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            tab.evaluate("document.querySelector('.md-search__input').focus()")
            first, *later = tab.evaluate(TYPE, query)
            firsts.append(first[0])
            laters += [drawn for drawn, _ in later]
            painted += [shown for _, shown in later]
            context.close()
    print(f"phone: first result {max(firsts):.0f} ms after the first key, later keys", end=" ")
    print(f"{statistics.median(laters):.0f} ms (median), {percentile(laters):.0f} ms (p95);", end=" ")
    print(f"painted after {statistics.median(painted):.0f} ms, {percentile(painted):.0f} ms (p95)")


def report_many(site: Path, folder: Path) -> None:
    pages = [path.read_text("utf-8") for path in islice(sorted(site.glob("*/*/index.html")), 60)]
    bodies = [page.partition("<article")[2].partition(">")[2].partition("</article>")[0] for page in pages]
    guide = load_guide(ROOT)
    start = time.process_time()
    for number in range(PAGES):
        page_document(guide, guide.pages[0], "a/", bodies[number % len(bodies)])
    read = time.process_time() - start
    documents = synthetic(read_index((site / "search/lv.json").read_text("utf-8")))
    start = time.process_time()
    search_index(documents)
    written = time.process_time() - start
    lay_out(folder, documents, "lv", [group.phrases for group in guide.synonyms])
    add_theme(folder)
    queries = [row["q"] for row in yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))]
    keys = [query[:length] for query in queries[:60] for length in range(1, len(query) + 1)]
    with chromium() as browser, served(folder) as address:
        tab = browser.new_page()
        tab.goto(f"{address}empty.html")
        loaded, *answers = ask_ours(tab, address, "lv", [" ", *keys])
    print(f"{PAGES} pages: read in {read:.1f} s, index written in {written:.1f} s,", end=" ")
    print(f"opened in the browser in {loaded.seconds:.1f} s,", end=" ")
    print(f"a key takes {percentile([1000 * each.seconds for each in answers]):.0f} ms (p95)")


def synthetic(documents: list[Document]) -> list[Document]:
    """Pages of the real words, as often as they are used."""
    chance = random.Random(PAGES)
    words = [word for each in documents for section in each.sections for word in section.text.split()]
    return [
        Document(
            f"p{page}/",
            tuple(
                Section(
                    f"s{number}" if number else "", *(" ".join(chance.choices(words, k=size)) for size in (4, WORDS))
                )
                for number in range(SECTIONS)
            ),
        )
        for page in range(PAGES)
    ]


def kilobytes(data: bytes) -> int:
    return round(len(gzip.compress(data)) / 1000)


def percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
