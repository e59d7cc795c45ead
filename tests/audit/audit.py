"""Run every checker over the built site and print a table: axe, the Nu HTML checker, Lighthouse, requests.

usage: audit.py [--sample] [--record]

Needs node with npm, Debian's chromium and (for the Nu checker) Java; a checker that cannot run is named in the table.
`--sample` opens a tenth of the pages with axe. `--record` writes docs/data/accessibility.csv, from which the
accessibility statement is made, but not of a sample. Exit status: 0 when nothing was found that is not listed in
`KNOWN`, 1 otherwise.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright
from serving import CompressedHandler

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from guidebook.adapters.compress import compress  # noqa: E402

MODULES = HERE / "node_modules"
CHROMIUM = shutil.which("chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ADVICE = "ieteikums: "
"""Begins what axe advises beyond WCAG."""
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
MEASURED = ("", "mobilitate/darba-grupa/", "kontrolsaraksti/mobilitate/", "glosarijs/", "en/mobilitate/")
CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
KNOWN = {
    "Attribute “autocomplete” is only allowed when the input type": "the theme turns off the memory of its boxes so",
    "Bad value “” for attribute “tabindex” on element “label”": "the theme's labels of the phone menu",
    "The value of the “for” attribute of the “label” element": "the theme's labels of a menu without a page of its own",
    "violates Content Security Policy": "the checker reads files, where 'self' and hashes mean nothing",
}
"""Messages of the Nu checker that are the theme's own, and why they stay."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    checker: str
    looked: str
    """What was looked at."""
    found: int
    """Faults, without the known ones."""
    details: tuple[str, ...] = ()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", action="store_true", help="axe opens every tenth page only")
    parser.add_argument(
        "--record", action="store_true", help="write docs/data/accessibility.csv for the accessibility statement"
    )
    options = parser.parse_args()
    if not CHROMIUM or not shutil.which("npm"):
        print("audit: vajag Debian pakotnes chromium un npm", file=sys.stderr)
        return 2
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        with served(site) as address:
            _build(site, address)
            addresses = sorted(str(page.parent.relative_to(site)) for page in site.rglob("index.html"))
            pages = ["" if page == "." else f"{page}/" for page in addresses]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
                axe = run_axe(browser, address, pages[:: 10 if options.sample else 1])
                rows = [axe, *run_requests(browser, address)]
                browser.close()
            rows += [run_nu(site), *run_lighthouse(address)]
    print_table(rows)
    if options.record and not options.sample:
        record(len(pages), axe)
    return 1 if any(row.found for row in rows) else 0


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a server that sends compressed files, as every host does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(CompressedHandler, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _build(site: Path, address: str) -> None:
    print("Būvē vietni …", flush=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = {**os.environ, "GUIDE_SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    compress(site)


def run_axe(browser: Browser, address: str, pages: list[str]) -> Row:
    """Violations of WCAG 2.2 AA and of axe's best practices, on every page in both palettes and widths."""
    script = (MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")
    found: Counter[str] = Counter()
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab = context.new_page()
            for number, page in enumerate(pages, 1):
                print(f"\raxe, {scheme}, {width} px: {number}/{len(pages)} ", end="", flush=True)
                tab.goto(address + page)
                tab.evaluate(script)
                result = tab.evaluate("tags => axe.run(document, {runOnly: tags})", list(AXE_TAGS))
                for violation in result["violations"]:
                    target = violation["nodes"][0]["target"]
                    kind = ADVICE if "best-practice" in violation["tags"] else ""
                    found[f"{kind}{violation['id']} – /{page} – {target} – {scheme}, {width} px"] += len(
                        violation["nodes"]
                    )
            context.close()
            print()
    looked = f"{len(pages)} lapas, {len(SCHEMES)} krāsas, {len(WIDTHS)} platumi"
    return Row("axe", looked, sum(found.values()), tuple(found))


def run_requests(browser: Browser, address: str) -> list[Row]:
    """Requests that leave the site, cookies, messages in the console, and bytes of a first and a next visit."""
    rows = []
    context = browser.new_context(viewport={"width": 375, "height": 800})
    tab = context.new_page()
    outside: list[str] = []
    errors: list[str] = []
    sizes: list[int] = []
    tab.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else outside.append(request.url)
    )
    tab.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    network = context.new_cdp_session(tab)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    for title, page, limit in (
        ("pirmais apmeklējums, KB", "mobilitate/darba-grupa/", 150_000),
        ("nākamā lapa, KB", "mobilitate/vajadzibu-izpete/", 16_000),
    ):
        sizes.clear()
        tab.goto(address + page, wait_until="networkidle")
        size = sum(sizes)
        rows.append(Row("pieprasījumi", f"{title}: {size / 1000:.1f}", int(size > limit)))
    for page in MEASURED:
        tab.goto(address + page, wait_until="networkidle")
    cookies = [str(cookie) for cookie in context.cookies()]
    context.close()
    rows.append(Row("pieprasījumi", "uz citām vietnēm", len(outside), tuple(outside)))
    rows.append(Row("pieprasījumi", "sīkdatnes", len(cookies), tuple(cookies)))
    rows.append(Row("pieprasījumi", "konsoles ziņojumi", len(errors), tuple(errors)))
    return rows


def run_nu(site: Path) -> Row:
    """Errors of the Nu HTML checker that are not listed as the theme's own."""
    java = shutil.which("java")
    if not java:
        return Row("Nu", "netika palaists: nav Java", 0)
    files = [str(path) for path in sorted(site.rglob("*.html"))]
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", *files]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)["messages"]
    faults = [each for each in said if each["type"] == "error" or each.get("subType") == "warning"]
    known = Counter(part for each in faults for part in KNOWN if part in each["message"])
    left = [each for each in faults if not any(part in each["message"] for part in KNOWN)]
    details = [f"{Path(each['url']).parent.name}: {each['message']}" for each in left]
    print("Nu, zināmās dizaina īpatnības: " + "; ".join(f"{count} reizes “{part}”" for part, count in known.items()))
    return Row("Nu", f"{len(files)} lapas", len(left), tuple(details))


def run_lighthouse(address: str) -> Iterator[Row]:
    """Lighthouse with its phone profile, the middle of three runs for speed."""
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    flags = " ".join(("--headless=new", *FLAGS))
    for page in MEASURED:
        runs = []
        for number in range(3):
            print(f"\rLighthouse: /{page} {number + 1}/3 ", end="", flush=True)
            command = [str(MODULES / ".bin/lighthouse"), address + page, "--output=json", "--quiet"]
            command += [f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]
            said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
            runs.append(json.loads(said))
        print()
        result = sorted(runs, key=lambda run: run["categories"]["performance"]["score"])[1]
        scores = {name: round(result["categories"][name]["score"] * 100) for name in CATEGORIES}
        shift = result["audits"]["cumulative-layout-shift"]["numericValue"]
        low = [name for name, least in CATEGORIES.items() if scores[name] < least]
        said = ", ".join(f"{name} {score}" for name, score in scores.items())
        yield Row("Lighthouse", f"/{page}: {said}, nobīde {shift:.3f}", len(low), tuple(_failed(result, low)))


def _failed(result: dict, low: list[str]) -> Iterator[str]:  # type: ignore[type-arg]
    for name in low:
        for reference in result["categories"][name]["auditRefs"]:
            audit = result["audits"][reference["id"]]
            if audit["score"] is not None and audit["score"] < 0.9 and reference["weight"]:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}"


def print_table(rows: list[Row]) -> None:
    print(f"\n{'pārbaudītājs':14}{'atrasts':>8}  kas pārbaudīts")
    for row in rows:
        print(f"{row.checker:14}{row.found:>8}  {row.looked}")
        for detail in row.details[:20]:
            print(f"{'':24}{detail}")


def record(pages: int, axe: Row) -> None:
    """Write what the accessibility statement says of the last check: against WCAG, without further advice."""
    violations = sum(not detail.startswith(ADVICE) for detail in axe.details)
    version = json.loads((MODULES / "axe-core/package.json").read_text(encoding="utf-8"))["version"]
    (ROOT / "docs/data/accessibility.csv").write_text(
        "checked,axe,pages,widths,violations\n"
        f"{date.today().isoformat()},{version},{pages},{' '.join(map(str, WIDTHS))},{violations}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
