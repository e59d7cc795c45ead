"""Every handbook and sheet of the real site, as it is published."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_checks import has_verapdf, tag_faults, verapdf
from pypdf import PdfReader
from site_build import ROOT

SOFT_HYPHEN = "\u00ad"


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The PDFs made for a copy of the built site; the project's cache of them is used and filled."""
    copied = Path(shutil.copytree(site, tmp_path_factory.mktemp("published") / "site"))
    command = [sys.executable, "-m", "guidebook", "handbooks", "--site", str(copied)]
    environment = {"PYTHONPATH": str(ROOT / "hooks"), "GUIDE_SITE_URL": "https://example.org/", "LC_ALL": "C.UTF-8"}
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    paths = sorted(copied.rglob("*.pdf"))
    assert len(paths) > 20
    return paths


def test_screen_readers_find_their_way(published: list[Path]) -> None:
    assert {path.name: found for path in published if (found := tag_faults(path))} == {}


def test_words_can_be_found(published: list[Path]) -> None:
    book = next(path for path in published if path.name == "mobilitate.pdf" and path.parent.name == "rokasgramatas")
    text = "".join(page.extract_text() for page in PdfReader(book).pages)
    assert SOFT_HYPHEN not in text
    assert "Izveidojiet mobilitātes projekta darba grupu ar rīkojumu" in " ".join(text.split())


@pytest.mark.skipif(not has_verapdf(), reason="no JDK: veraPDF did not run, only the checks of tags")
def test_every_file_is_pdf_ua(published: list[Path]) -> None:
    assert {path: rules for path, rules in verapdf(published).items() if rules} == {}
