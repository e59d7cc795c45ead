"""Compressed copies beside the files of the built site, for servers that send them as they are."""

import argparse
import gzip
from pathlib import Path

KINDS = frozenset({".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
SMALLEST = 512
"""Bytes; below that a compressed copy saves nothing."""


def add_compress(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """The command `compress`."""
    command = commands.add_parser(
        "compress", help="uzbūvētajā vietnē katram teksta failam blakus ieliek saspiestu (.gz)"
    )
    command.add_argument("--site", type=Path, default=Path("site"), help="uzbūvētā vietne (site)")
    command.set_defaults(run=lambda _guide, options: _compress(options.site))
    return command


def compress(site: Path) -> int:
    """Write NAME.gz beside each text file that gains from it, equal bytes every time; returns how many."""
    written = 0
    for path in sorted(site.rglob("*")):
        if path.suffix not in KINDS or path.stat().st_size < SMALLEST:
            continue
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        written += 1
    return written


def _compress(site: Path) -> int:
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"mapē {site} nav uzbūvētas vietnes; vispirms: make site")
    print(f"Saspiesti faili: {compress(site)}")
    return 0
