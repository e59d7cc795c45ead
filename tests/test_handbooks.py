"""The command `handbooks` on the real site: what is made, kept, filled in and refused. The typesetter is a stand-in."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from site_build import ROOT

from guidebook.__main__ import main
from guidebook.adapters.disk import load_guide
from guidebook.adapters.handbook import printing
from guidebook.adapters.handbook.source import Source
from guidebook.model import Guide
from guidebook.render.handbook.hyphenation import SOFT_HYPHEN
from guidebook.render.handbook.plan import EVERYTHING, handbooks, sheets

Book = dict[str, Any]
LISTS = ("rokasgramatas/index.html", "en/rokasgramatas/index.html")
NOT_PRINTED = " | ".join(
    (
        ".//a[@class='headerlink' or @class='footnote-backref' or @class='footnote-ref']",
        ".//dl[starts-with(@class, 'page-')]",
        ".//section[@class='page-notes']/h2",
        ".//nav",
        ".//ul[@class='page-mend']",
        ".//p[@class='page-address' or @class='checklist-files' or contains(@class, 'programme')]",
        ".//small[@class='task-details']",
        ".//*[local-name()='svg']",
    )
)
WORD = re.compile(r"\w+")


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(ROOT)


class Typesetter:
    """Remembers every book; its files hold the title instead of pages."""

    def __init__(self) -> None:
        self.books: list[Book] = []

    def __call__(self, book: Book, date: datetime) -> bytes:
        self.books.append(book)
        return f"%PDF {book['title']} {date:%Y-%m-%d}".encode()


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with pytest.MonkeyPatch.context() as patch:
        made = Typesetter()
        patch.setattr(printing, "typeset", made)
        patch.setattr(printing, "page_count", lambda _: 21)
        yield made


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, site: Path, typesetter: Typesetter) -> tuple[Path, list[Book]]:
    """The project with its site and all PDF files made once, and the books they were made of."""
    root = tmp_path_factory.mktemp("finished")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    (root / "docs/editions.yml").unlink()  # As before the first edition.
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(site, root / "site")
    assert facts(root, LISTS[0], "rokasgramatas/cove.pdf") == ""
    assert run(root) == 0
    return root, list(typesetter.books)


@pytest.fixture
def project(finished: tuple[Path, list[Book]], tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(finished[0], tmp_path / "project"))


@pytest.fixture
def printed(typesetter: Typesetter) -> list[Book]:
    """The books that were typeset in the test."""
    typesetter.books.clear()
    return typesetter.books


def run(project: Path, *more: str) -> int:
    return main(["handbooks", "--root", str(project), "--site", str(project / "site"), *more])


def edit(file: Path, change: Callable[[str], str]) -> None:
    text = file.read_text("utf-8")
    assert change(text) != text
    file.write_text(change(text), "utf-8")


def pdfs(project: Path) -> dict[str, bytes]:
    site = project / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*.pdf"))}


def facts(project: Path, page: str, path: str) -> str:
    [found] = html.fromstring((project / "site" / page).read_text("utf-8")).xpath(f"//p[@data-pdf='{path}']")
    return found.text or ""


def test_every_handbook_and_checklist_is_in_the_site(guide: Guide, finished: tuple[Path, list[Book]]) -> None:
    project, books = finished
    wanted = {book.path for book in (*handbooks(guide), *sheets(guide))}
    assert set(pdfs(project)) == wanted
    assert {f"rokasgramatas/{key}.pdf" for key in (*guide.settings.handbooks, EVERYTHING)} < wanted
    assert {"en/rokasgramatas/mobility.pdf", "kontrolsaraksti/mobilitate.pdf"} < wanted
    assert len(books) == len(wanted)


def test_pages_link_only_files_that_are_made(guide: Guide, site: Path) -> None:
    made = {book.path for book in (*handbooks(guide), *sheets(guide))}
    linked = set()
    for file in site.rglob("*.html"):
        links = html.fromstring(file.read_text("utf-8")).xpath("//a/@href[substring(., string-length(.) - 3) = '.pdf']")
        folder = file.parent
        linked |= {os.path.relpath((folder / link).resolve(), site) for link in links if "://" not in link}
    assert linked == made


def test_no_word_of_a_page_is_lost(guide: Guide, finished: tuple[Path, list[Book]]) -> None:
    """Every word a reader sees in the article is in the chapter, as often; the site is the measure."""
    project, made = finished
    source = Source(guide, project, project / "site")
    books = {(book["lang"], book["title"], book["kind"]): book for book in made}
    for handbook in handbooks(guide):
        if handbook.key == EVERYTHING:
            continue
        chapters = books[handbook.lang, handbook.title, "handbook"]["chapters"]
        for page, chapter in zip(handbook.pages, chapters, strict=False):
            seen = article_words(source.article(page))
            said = Counter(WORD.findall(" ".join(text_of(chapter))))
            assert not seen - said, (page.path, seen - said)


def article_words(source: str) -> Counter[str]:
    article = html.fromstring(source)
    for extra in article.xpath(NOT_PRINTED):
        extra.drop_tree()
    return Counter(WORD.findall(" ".join(article.itertext())))


def text_of(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.replace(SOFT_HYPHEN, "")]
    if isinstance(value, dict):
        value = [each for key, each in value.items() if key not in ("t", "id", "url", "svg", "alt")]
    return [text for each in value for text in text_of(each)] if isinstance(value, list) else []


def test_what_has_not_changed_is_not_made_again(project: Path, printed: list[Book]) -> None:
    before = pdfs(project)
    assert run(project) == 0
    assert (printed, pdfs(project)) == ([], before)


def test_an_edit_makes_only_the_handbooks_it_touches(project: Path, printed: list[Book]) -> None:
    edit(project / "site/cove/kas-ir-cove/index.html", lambda text: text.replace("<h1", "<p>Jauns teikums.</p><h1", 1))
    assert run(project) == 0
    assert {book["title"] for book in printed} == {"CoVE", "Projektu ceļvedis skolām"}


def test_a_lost_or_damaged_cache_is_made_anew(project: Path, printed: list[Book]) -> None:
    cache = project / ".cache/handbooks"
    count = len(pdfs(project))
    next(cache.glob("*.pdf")).unlink()
    assert run(project) == 0
    assert len(printed) == 1
    (cache / "index.json").write_text("{", "utf-8")
    assert run(project) == 0
    assert len(printed) == 1 + count


def test_the_cache_keeps_only_what_is_in_use(project: Path, printed: list[Book]) -> None:
    edit(project / "site/cove/kas-ir-cove/index.html", lambda text: text.replace("<h1", "<p>Jauns teikums.</p><h1", 1))
    assert run(project) == 0
    assert len(list((project / ".cache/handbooks").glob("*.pdf"))) == len(pdfs(project))


def test_the_list_is_filled_in(project: Path) -> None:
    said = facts(project, LISTS[0], "rokasgramatas/cove.pdf")
    assert re.fullmatch(
        r"21 lappuse, 0,1\u00a0MB\. Izdevums: 2026\. gada \d+\. \w+, versija [0-9a-f]{7}\. Pirmais izdevums\.", said
    )
    assert "21 pages, 0.1" in facts(project, LISTS[1], "en/rokasgramatas/mobility.pdf")
    before = (project / "site" / LISTS[0]).read_text("utf-8")
    assert run(project) == 0
    assert (project / "site" / LISTS[0]).read_text("utf-8") == before


def test_a_recorded_edition_shows_what_changed_since(project: Path, printed: list[Book]) -> None:
    assert run(project, "--record") == 0
    recorded = yaml.safe_load((project / "docs/editions.yml").read_text("utf-8"))
    assert "rokasgramatas/cove.pdf" in recorded
    assert run(project, "--record") == 0
    assert yaml.safe_load((project / "docs/editions.yml").read_text("utf-8")) == recorded
    edit(project / "site/cove/kas-ir-cove/index.html", lambda text: text.replace("<h1", "<p>Jauns teikums.</p><h1", 1))
    for more in ([], ["--record"], []):
        assert run(project, *more) == 0
        said = facts(project, LISTS[0], "rokasgramatas/cove.pdf")
        assert re.search(r"Kopš iepriekšējā izdevuma \(2026\. gada .*\) mainīts: [^:;]+\.$", said)
    assert facts(project, LISTS[0], "rokasgramatas/etwinning.pdf").endswith("Pirmais izdevums.")


def test_a_damaged_record_of_editions_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/editions.yml").write_text("a: [1, 2", "utf-8")
    assert run(project) == 2
    assert "docs/editions.yml" in capsys.readouterr().err


def test_a_page_that_cannot_be_printed_stops_all(
    project: Path, printed: list[Book], capsys: pytest.CaptureFixture[str]
) -> None:
    before = pdfs(project)
    page = "docs/lv/cove/kas-ir-cove.md"
    edit(project / "site/cove/kas-ir-cove/index.html", lambda text: text.replace("<h1", "<p><video></video></p><h1", 1))
    edit(project / page, lambda text: f"{text}\nTe <video></video>.\n")
    line = len((project / page).read_text("utf-8").splitlines())
    assert run(project) == 1
    assert capsys.readouterr().out.startswith(f"{page}:{line}:4: PDF001 kļūda: ")
    assert (printed, pdfs(project)) == ([], before)


def test_a_failing_typesetter_leaves_all_files(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(book: Book, date: datetime) -> bytes:
        if book["title"] == "CoVE":
            raise printing.TypesetError("label does not exist")
        return b"%PDF"

    monkeypatch.setattr(printing, "typeset", fails)
    shutil.rmtree(project / ".cache")
    before = pdfs(project)
    assert run(project) == 1
    assert pdfs(project) == before
    said = capsys.readouterr().out
    assert "rokasgramatas/cove.pdf" in said
    assert "label does not exist" in said


def test_a_site_that_is_not_built_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handbooks", "--root", str(ROOT), "--site", str(tmp_path / "nav")]) == 2
    assert "make site" in capsys.readouterr().err


def test_everything_holds_each_page_once(guide: Guide) -> None:
    books = [book for book in handbooks(guide) if book.lang == "lv"]
    everything = books[-1]
    assert everything.key == EVERYTHING
    paths = [page.path for page in everything.pages]
    assert len(paths) == len(set(paths))
    assert set(paths) == {page.path for book in books for page in book.pages}
    assert list(everything.parts.values()) == [guide.settings.handbooks[key]["lv"] for key in guide.settings.handbooks]


def test_nothing_heavy_is_loaded_when_nothing_changed(project: Path) -> None:
    script = (
        "import sys; from guidebook.__main__ import main; "
        f"status = main(['handbooks', '--root', {str(project)!r}, '--site', {str(project / 'site')!r}]); "
        "sys.exit(status or 3 * bool({'typst', 'pikepdf', 'lxml', 'pyphen'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    result = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
