"""The site as a zip that opens from a USB stick: `python -m guidebook offline`."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guidebook.render.bundle import bundle
from guidebook.render.offline import WORKER, offline_file, offline_page, offline_worker

FOLDER = "projektu-celvedis"
"""What the zip unpacks to."""
LEFT_OUT = (".gz", ".map")
FETCHED = ("data", "search")
"""Folders whose JSON the pages' scripts fetch."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip, so that equal sites make equal zips."""


def add_offline(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """The command `offline`."""
    command = commands.add_parser("offline", help="no uzbūvētās vietnes uztaisa zip, kas darbojas bez interneta")
    command.add_argument("--site", type=Path, default=Path("site"), help="uzbūvētā vietne (site)")
    command.add_argument("--to", type=Path, default=Path(f"{FOLDER}.zip"), help=f"kur rakstīt ({FOLDER}.zip)")
    command.set_defaults(run=lambda _guide, options: _offline(options.site, options.to))
    return command


def write_offline(site: Path, target: Path) -> None:
    """Write the zip; raises OSError, and BundleError for a script in a form that cannot be taken over."""
    unfinished = target.with_suffix(".part")
    with ZipFile(unfinished, "w", ZIP_DEFLATED) as archive:
        for name, content in _files(site):
            archive.writestr(ZipInfo(f"{FOLDER}/{name}", _DAY), content, ZIP_DEFLATED)
    unfinished.replace(target)


def _files(site: Path) -> Iterator[tuple[str, bytes | str]]:
    modules = {WORKER}
    others = []
    for path in sorted(each for each in site.rglob("*") if each.is_file() and each.suffix not in LEFT_OUT):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            html, run = offline_page(path.read_text(encoding="utf-8"), name)
            modules |= run
            yield name, html
        else:
            others.append((name, path))

    def script(address: str) -> str:
        return (site / address).read_text(encoding="utf-8")

    for name, path in others:
        if name in modules:
            text = bundle(name, script)
            yield name, offline_worker(text) if name == WORKER else text
        else:
            yield name, path.read_bytes()
            if path.suffix == ".json" and name.startswith(FETCHED):
                yield f"{name}.js", offline_file(name, path.read_text(encoding="utf-8"))


def _offline(site: Path, target: Path) -> int:
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"mapē {site} nav uzbūvētas vietnes; vispirms: make site")
    write_offline(site, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB. Izpakojiet un atveriet {FOLDER}/index.html.")
    return 0
