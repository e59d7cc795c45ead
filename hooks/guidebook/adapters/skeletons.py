"""The command `new`: writes the beginning of a page, a term, a source or a fact."""

import argparse
import sys
import unicodedata
from pathlib import Path

from guidebook.adapters.fixing import RETIRED, write
from guidebook.model import Guide
from guidebook.parse.decode import decode
from guidebook.parse.guide import CONFIG, FACTS, SOURCES
from guidebook.render.skeletons import Name, name_of, offered, page_text, record_text, with_page, with_record, with_term

GLOSSARY = "docs/lv/glosarijs/index.md"
KINDS = {"page": "lapa", "term": "termins", "source": "avots", "fact": "fakts"}
_TITLED = {"page": "lapai", "term": "terminam"}


class RefusedError(ValueError):
    """The thing cannot be made; the message, in Latvian, says why and what would do."""


def add_new(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    """The command's arguments; its function stands in `run`, as that of the other commands."""
    parser = commands.add_parser("new", help="iesāk jaunu lapu, terminu, avotu vai faktu")
    named = ", ".join(f"{kind} ({name})" for kind, name in KINDS.items())
    parser.add_argument("kind", choices=KINDS, help=f"ko iesākt: {named}")
    parser.add_argument("name", metavar="NAME", help="lapas ceļš (mobilitate/atlase) vai id (term-klasteris)")
    parser.add_argument("--title", default="", help="nosaukums, kā to redz lasītājs")
    parser.set_defaults(run=run_new)
    return parser


def run_new(guide: Guide, options: argparse.Namespace) -> int:
    """Writes the skeleton and says what comes next. 0: done; 2: refused, and nothing is written."""
    title = " ".join(unicodedata.normalize("NFC", options.title).split())
    name = name_of(options.kind, unicodedata.normalize("NFC", options.name))
    try:
        _check_name(guide, options.root, name)
        if name.kind in _TITLED and not title:
            raise RefusedError(
                f'{_TITLED[name.kind]} vajag nosaukumu; pievienojiet, piemēram, --title "Darba vērošana".'
            )
        said = _page(guide, options.root, name, title) if name.kind == "page" else _entry(guide, options, name, title)
    except (RefusedError, OSError) as error:
        print(f"guidebook: {error}", file=sys.stderr)
        return 2
    print("\n".join([*said, "Tukšās vietas, kas jāaizpilda, nosauc “make check”."]))
    return 0


def _check_name(guide: Guide, root: Path, name: Name) -> None:
    taken = _taken(guide, root, name.kind)
    if not name.is_valid:
        raise RefusedError(
            f"“{name.ident}” neder: vajag mazos burtus bez garumzīmēm, ciparus un defises. "
            f"Derētu “{offered(name, taken).ident}”."
        )
    if name.ident in taken:
        raise RefusedError(
            f"“{name.ident}” jau ir{taken[name.ident]}. Ja tas ir kas cits, derētu “{offered(name, taken).ident}”."
        )


def _taken(guide: Guide, root: Path, kind: str) -> dict[str, str]:
    """Names of one kind that are taken -> “: ” and where; ids that are no longer used count too."""
    if kind == "page":
        start = f"docs/{guide.languages[0]}/"
        found = [path for path in guide.files if path.startswith(start) and path.endswith(".md")]
        return {path.removeprefix(start).removesuffix(".md"): f": {path}" for path in found}
    if kind == "source":
        return {ident: f": {source.at}" for ident, source in guide.sources.items()}
    if kind == "fact":
        known = {ident: f": {fact.at}" for ident, fact in guide.facts.items()}
    else:
        known = {ident: f": {target.at}" for each in guide.targets.values() for ident, target in each.items()}
    if RETIRED in guide.files:
        retired = (root / RETIRED).read_bytes().decode("utf-8", "replace").replace(":", " ").split()
        known |= {ident: f" bijis un vairs nav lietojams ({RETIRED})" for ident in retired if ident not in known}
    return known


def _page(guide: Guide, root: Path, name: Name, title: str) -> list[str]:
    path = f"docs/{guide.languages[0]}/{name.ident}.md"
    below = f"{name.ident}.md"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    write(root / path, page_text(title))
    said = [f"Izveidots fails {path}."]
    if any(entry.path == below for entry in guide.nav):
        return said
    config = (root / CONFIG).read_bytes().decode("utf-8")
    changed = with_page(config, below)
    if changed is None:
        indent = " " * (6 if "/" in below else 2)
        return [*said, f"Failā {CONFIG}, sadaļā “nav”, vajadzīgajā vietā ierakstiet rindu:", f"{indent}- {below}"]
    write(root / CONFIG, changed)
    return [*said, f"Izvēlnē ({CONFIG}, sadaļa “nav”) aiz tās pašas mapes lapām ierakstīta rinda “- {below}”."]


def _entry(guide: Guide, options: argparse.Namespace, name: Name, title: str) -> list[str]:
    path = {"term": GLOSSARY, "source": SOURCES, "fact": FACTS}[name.kind]
    target = options.root / path
    text = ""
    if path in guide.files:
        text, faults = decode(path, target.read_bytes())
        if any(fault.code != "FILE011" for fault in faults) or path in guide.unreadable:
            raise RefusedError(f"vispirms izlabojiet failu {path}: to pārbauda “make check”, daļu izlabo “make fix”.")
    if name.kind == "term":
        page = next((page for page in guide.pages if page.path == path), None)
        if page is None:
            raise RefusedError(f"nav glosārija lapas {path}.")
        headings = [heading for heading in page.headings if heading.at.path == path]
        write(target, with_term(text, headings, name, title))
    else:
        write(target, with_record(text, record_text(name, title)))
    return [f"Failā {path} ierakstīts {KINDS[name.kind]} “{name.ident}”."]
