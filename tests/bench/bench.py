"""Speed and memory of the check and of the build, with our hooks on and off in alternation.

usage: bench.py [--pages N ...] [--runs N]

Makes projects of N synthetic pages of about 600 words, with headings, items, references, citations
and terms, and prints for each the median of the runs: processor seconds and peak memory of the check, of
the full build, and of two builds with our hooks off: `equal`, of the same pages with our marks
already replaced (so that both builds make the same notes, links and rows), and `raw`, of the pages
as they are (our marks stay unread text, so there is less to build). Before that the check stands next to other
checkers (others.py) on the same trees: the real one, and the largest of the synthetic ones.
"""

import argparse
import os
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from others import Tool, available  # noqa: E402

from guidebook.adapters.disk import load_guide  # noqa: E402
from guidebook.render.site import Site  # noqa: E402

SIZES = (50, 200, 1000, 2000)
CHECK = (sys.executable, "-m", "guidebook", "check")
SECTION = 40
"""Pages in one folder of a synthetic project."""
WORDS = (
    "projekts skola dalībnieks līgums mērķis rezultāts partneris koordinators pedagogs skolēns pieredze plāns budžets "
    "atskaite vērtējums prasme kompetence darbība posms solis laiks dokuments atbalsts valoda nodarbība vecāki grupa "
    "sagatavot izvērtēt salīdzināt pārrunāt vienoties uzrakstīt nosūtīt saglabāt pārbaudīt plānot īstenot novērtēt "
    "pirms pēc kopā katru vismaz regulāri vienmēr arī bet ja kad kur lai par ar no uz pie zem starp"
).split()
TERM_CHANCE = 0.12
"""Of a sentence to hold a term: a page then has about as many term links as the real ones."""
TERMS = [f"{first} {second}" for first in ("mobilitātes", "sadarbības", "atbalsta") for second in WORDS[:30]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    """Processor seconds: the machine's other work does not count."""
    waited: float
    """Seconds by the clock."""
    megabytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=0, help="runs of each build (default: 3 up to 200 pages, else 1)")
    options = parser.parse_args()
    compare(max(options.pages))
    titles = ("check s", "ms/page", "MB", "build s", "MB", "equal s", "MB", "ratio", "raw s", "ratio")
    print(f"{'pages':>6}" + "".join(f"{title:>9}" for title in titles))
    for size in options.pages:
        report(size, options.runs or (3 if size <= 200 else 1))


def compare(size: int) -> None:
    """The check and other checkers in alternation, on the real tree and on `size` synthetic pages."""
    first = ("sh", "-c", f"rm -f .cache/check.json; exec {shlex.join(CHECK)}")
    tools = [
        Tool("guidebook check", "all rules, links, Markdown, spelling", CHECK),
        Tool("guidebook check, first time", "the same, nothing remembered", first),
        *available(),
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, size)
        for file in (".rumdl.toml", "docs/words.txt"):
            shutil.copyfile(ROOT / file, folder / file)
        for where, runs in ((ROOT, 5), (folder, 1)):  # The first run on the real tree is not counted.
            pages = len(list((where / "docs").rglob("*.md")))
            costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
            for _ in range(runs + 1 if runs > 1 else 1):
                for tool in tools:
                    costs[tool.name].append(run(list(tool.command), where, tool.worst))
            tree = "docs/" if where == ROOT else "synthetic pages"
            print(f"{f'{pages} files of {tree}':<32}{'CPU s':>8}{'wait s':>8}{'MB':>8}  looks at")
            for tool in tools:
                found = costs[tool.name][-runs:]
                waited = statistics.median(cost.waited for cost in found)
                figures = f"{median_seconds(found):>8.2f}{waited:>8.2f}{most_memory(found):>8.0f}"
                print(f"  {tool.name:<30}{figures}  {tool.does}", flush=True)


def report(size: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, equal = Path(name) / "project", Path(name) / "equal"
        folder.mkdir()
        make_project(folder, size)
        expand_project(folder, equal)
        checks = [first_check(folder) for _ in range(runs)]
        on, same, raw = [], [], []
        for _ in range(runs):
            on.append(run(build_command("mkdocs.yml"), folder))
            same.append(run(build_command("off.yml"), equal))
            raw.append(run(build_command("off.yml"), folder))
    check, built, without, unread = (median_seconds(costs) for costs in (checks, on, same, raw))
    row = (check, 1000 * check / size, most_memory(checks), built, most_memory(on))
    row += (without, most_memory(same), built / without, unread, built / unread)
    print(f"{size:>6}" + "".join(f"{figure:>9.2f}" for figure in row), flush=True)


def first_check(folder: Path) -> Cost:
    """The check of a project of which nothing is remembered."""
    (folder / ".cache/check.json").unlink(missing_ok=True)
    return run(list(CHECK), folder)


def median_seconds(costs: list[Cost]) -> float:
    return statistics.median(cost.seconds for cost in costs)


def most_memory(costs: list[Cost]) -> float:
    return max(cost.megabytes for cost in costs)


def build_command(config: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config]


def run(command: list[str], folder: Path, worst: int = 1) -> Cost:
    """What a command took; one that ends with more than `worst` has not done its work."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    output, start = subprocess.DEVNULL, time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode > worst or (child.returncode and "mkdocs" in command):
        sys.exit(f"{' '.join(command)} failed in {folder}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def make_project(folder: Path, size: int) -> None:
    """A project of `size` pages with the real configuration, templates and hooks."""
    chance = random.Random(size)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    head, _, rest = config.partition("\nnav:\n")
    extra = rest[rest.index("\nextra:\n") :]
    paths = ["index.md", "glosarijs/index.md", "avoti/index.md", "kontrolsaraksti/index.md"]
    paths += [f"s{number // SECTION}/l{number}.md" for number in range(size - len(paths))]
    nav = "\nnav:\n" + "".join(f"  - {path}\n" for path in paths)
    head = head.replace("watch:\n  - overrides\n", "")
    text = head.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    text = text.replace("hooks/events.py", str(ROOT / "hooks/events.py")).replace(": warn", ": ignore") + nav + extra
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "off.yml").write_text(text.replace("hooks:\n  - ", "watch:\n  - "), "utf-8")
    docs = folder / "docs"
    for lang in ("lv", "en"):
        (docs / lang).mkdir(parents=True)
    source = "avots:\n  title: Avots\n  authors: Autors\n"
    (docs / "sources.yml").write_text(source, "utf-8")
    front = "---\ntitle: {title}\ndescription: Lapa mērījumam.\n---\n\n# {title}\n\n"
    (docs / "en/index.md").write_text(front.format(title="Home") + "Start.\n", "utf-8")
    for path in paths:
        page = docs / "lv" / path
        page.parent.mkdir(exist_ok=True)
        page.write_text(front.format(title=path) + "".join(body(path, chance)), "utf-8")
    for number in range(0, size - 4, SECTION):
        collect_items(docs / f"lv/s{number // SECTION}", front)


def expand_project(folder: Path, target: Path) -> None:
    """A copy of a project in which our marks are replaced, as the hooks hand the pages to MkDocs."""
    shutil.copytree(folder, target)
    site = Site(load_guide(folder))
    for page in site.guide.pages:
        matter = f"---\ntitle: {site.title(page)}\ndescription: {page.meta.description}\n---\n\n"
        (target / page.path).write_text(matter + site.markdown(page), "utf-8")


def collect_items(folder: Path, front: str) -> None:
    """Turn the first page of a folder into a checklist of what stands in the others."""
    first, *others = sorted(folder.glob("*.md"))
    ids = [f"step-{folder.name}-{page.stem}-0" for page in others]
    matter = front.format(title=first.stem).replace("\n---", f"\nchecklist: [{', '.join(ids)}]\n---", 1)
    first.write_text(matter + "Punkti no šīs mapes.\n", "utf-8")


def body(path: str, chance: random.Random) -> Iterator[str]:
    if path == "avoti/index.md":
        yield "{{ bibliography }}\n"
    elif path == "glosarijs/index.md":
        for number, term in enumerate(TERMS):
            yield f"## {term.capitalize()} {{#term-t{number}}}\n\n{sentence(chance)}\n\n"
    elif path == "kontrolsaraksti/index.md":
        yield "{{ all-checklists }}\n"
    elif path == "index.md":
        yield "Sākums.\n"
    else:
        name = path.removesuffix(".md").replace("/", "-")
        for part in range(5):
            yield f"## {sentence(chance)[:40]} {{#step-{name}-{part}}}\n\n"
            for paragraph in range(3):
                cited = f" [@avots {part}.{paragraph}. nodaļa]" if paragraph % 2 == 0 else ""
                yield f"{' '.join(sentence(chance) for _ in range(3))}{cited}\n\n"
            if part == 0:
                yield f'- [ ] {sentence(chance)} {{#item-{name} who="koordinators" when="regulāri"}}\n\n'
            yield f"Skatiet [citu soli](ref:step-{name}-{(part + 1) % 5}).\n\n"


def sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(12)]
    if chance.random() < TERM_CHANCE:
        words.append(chance.choice(TERMS))
    return " ".join(words).capitalize() + "."


if __name__ == "__main__":
    main()
