"""The command `handbooks`: makes the PDF files of a built site, only those that changed."""

import argparse
import sys
import time
from pathlib import Path

from guidebook.adapters.handbook.editions import read_editions, record
from guidebook.adapters.handbook.shelf import Printed, Shelf
from guidebook.adapters.handbook.source import Source
from guidebook.diagnostics import as_text
from guidebook.model import Guide
from guidebook.render.handbook.editions import changes
from guidebook.render.handbook.listing import Facts, filled, said
from guidebook.render.handbook.plan import FOLDER, Handbook, handbooks, sheets
from guidebook.render.words import day_name

CACHE = Path(".cache/handbooks")


def add_handbooks(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """The command's arguments; its function stands in `run`, as that of the other commands."""
    parser = commands.add_parser("handbooks", help="uztaisa uzbūvētās vietnes rokasgrāmatas (PDF)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="uzbūvētās vietnes mape (site)")
    parser.add_argument("--record", action="store_true", help="ieraksta šo izdevumu failā docs/editions.yml")
    parser.set_defaults(run=run_handbooks)
    return parser


def run_handbooks(guide: Guide, options: argparse.Namespace) -> int:
    """Puts all files into the site. 0: done; 1: something cannot be printed, and no file was written."""
    books = [*handbooks(guide), *sheets(guide)]
    source = Source(guide, options.root, options.site)
    shelf = Shelf(options.root / CACHE)
    fingerprint = source.fingerprint([page for book in books for page in book.pages])
    made = shelf.unchanged(fingerprint) or _make(source, books, shelf)
    if made is None:
        return 1
    shelf.close(fingerprint, made)
    for path, printed in made.items():
        shelf.copy(printed, options.site / path)
    if options.record:
        record(options.root, {book.path: made[book.path].edition for book in books if not book.sheet})
    _fill_lists(guide, options, made)
    print(f"PDF faili: {len(made)} (rokasgrāmatas un kontrolsaraksti).")
    return 0


def _make(source: Source, books: list[Handbook], shelf: Shelf) -> dict[str, Printed] | None:
    """Every file, printed where the shelf lacks it; None when one cannot be."""
    from guidebook.adapters.handbook.printing import Press, TypesetError

    press = Press(source)
    drafts = {book.path: press.draft(book) for book in books}
    faults = sorted({fault for draft in drafts.values() for fault in draft.faults})
    if faults:
        sys.stdout.write(as_text(faults))
        print(f"Kļūdas: {len(faults)}. Rokasgrāmatas palika, kā bija.")
        return None
    made: dict[str, Printed] = {}
    for path, draft in drafts.items():
        known = shelf.find(draft.key)
        start = time.perf_counter()
        try:
            made[path] = known or press.print(draft, shelf)
        except TypesetError as error:
            print(f"{path}: failu neizdevās salikt. {error}\nRokasgrāmatas palika, kā bija.")
            return None
        if not known:
            print(f"{path}: {made[path].pages} lpp., {time.perf_counter() - start:.1f} s", flush=True)
    return made


def _fill_lists(guide: Guide, options: argparse.Namespace, made: dict[str, Printed]) -> None:
    """Writes pages, size, date and changes of each handbook into the pages that list them."""
    recorded = read_editions(options.root)
    for lang in guide.languages:
        folder = FOLDER if lang == guide.languages[0] else f"{lang}/{FOLDER}"
        file: Path = options.site / folder / "index.html"
        if not file.is_file():
            continue
        texts = {
            path: said(
                lang,
                Facts(
                    printed.pages,
                    printed.size,
                    day_name(lang, printed.edition.day),
                    printed.edition.version,
                    changes(lang, printed.edition, recorded.get(path, [])),
                ),
            )
            for path, printed in made.items()
        }
        file.write_text(filled(file.read_text("utf-8"), texts), "utf-8")
