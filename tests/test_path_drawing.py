"""The drawn path of a project: links, well-formed, and a text for those who do not see it."""

import pytest
from builders import make_guide, page
from lxml import etree

from guidebook.model import Guide
from guidebook.render.path import project_path

STEPS = "".join(f"## Solis `<{count}>` & “vēl” {{#step-s{count}}}\n\n" for count in range(1, 4))
FILES = {
    "docs/lv/mobilitate/a.md": page("# Viens {#stage-a}\n", title='Darba & "citu" <grupa>'),
    "docs/lv/mobilitate/b.md": page(f"# Divi {{#stage-b}}\n\n{STEPS}", title="Īstenošana"),
    "docs/lv/mobilitate/c.md": page("# Trīs {#stage-c}\n", title="Novērtēšana"),
    "docs/lv/cits/d.md": page("# Cits {#stage-d}\n"),
    "docs/lv/index.md": page(),
    "docs/en/index.md": page(),
    "docs/en/mobilitate/c.md": page("# Three {#stage-c}\n", title="Evaluation"),
}
NAV = ("index.md", "mobilitate/a.md", "mobilitate/b.md", "mobilitate/c.md", "cits/d.md")
GUIDE = make_guide(FILES, NAV)
ADDRESSES = ["a/", "b/", "b/#step-s1", "b/#step-s2", "b/#step-s3", "c/"]


def drawn(guide: Guide, path: str, folder: str = "mobilitate") -> etree._Element:
    start = next(each for each in guide.pages if each.path == path)
    return etree.fromstring(project_path(guide, start, folder))


def hrefs(drawing: etree._Element) -> list[str]:
    return [link.get("href") for link in drawing.iter("a")]


@pytest.mark.parametrize("path", ["docs/lv/index.md", "docs/en/index.md"])
def test_both_drawings_link_every_stage_and_step_once(path: str) -> None:
    wide, tall = drawn(GUIDE, path).findall("svg")
    assert hrefs(tall) == [f"mobilitate/{each}" for each in ADDRESSES]
    assert sorted(hrefs(wide)) == sorted(hrefs(tall))


def test_links_from_another_folder_climb() -> None:
    _, tall = drawn(GUIDE, "docs/lv/cits/d.md").findall("svg")
    assert hrefs(tall) == [f"../../mobilitate/{each}" for each in ADDRESSES]


def test_every_link_says_its_number_and_title() -> None:
    links = {link.get("href"): link for link in drawn(GUIDE, "docs/lv/index.md").iter("a")}
    assert links["mobilitate/a/"].get("aria-label") == '1. Darba & "citu" <grupa>'
    assert links["mobilitate/b/#step-s1"].get("aria-label") == "2.1. Solis <1> & “vēl”"
    for link in links.values():
        said, shown = (text.replace(".", " ").split() for text in (link.get("aria-label"), " ".join(link.itertext())))
        assert said == shown


def test_the_text_alternative_names_every_stage_and_step() -> None:
    for drawing in drawn(GUIDE, "docs/lv/index.md").iter("svg"):
        described = [drawing.find(f".//*[@id='{ident}']") for ident in drawing.get("aria-labelledby").split()]
        text = " ".join(each.text for each in described)
        assert all(link.get("aria-label") in text for link in drawing.iter("a"))


def test_ids_are_unique_and_the_english_drawing_is_english() -> None:
    figure = drawn(GUIDE, "docs/en/index.md")
    idents = figure.xpath("//@id")
    assert len(idents) == len(set(idents)) == 4
    assert "3. Evaluation" in [link.get("aria-label") for link in figure.iter("a")]


def test_everything_drawn_lies_in_the_drawing() -> None:
    for drawing in drawn(GUIDE, "docs/lv/index.md").iter("svg"):
        _, _, width, height = map(float, drawing.get("viewBox").split())
        for row in drawing.iter("tspan"):
            assert 0 <= float(row.get("x")) <= width
            assert 0 <= float(row.get("y")) <= height


def test_the_figure_has_no_blank_line_that_would_end_the_html() -> None:
    start = next(each for each in GUIDE.pages if each.path == "docs/lv/index.md")
    assert all(line.strip() for line in project_path(GUIDE, start, "mobilitate").split("\n"))


def test_a_folder_without_stages_has_no_drawing() -> None:
    assert project_path(GUIDE, GUIDE.pages[0], "nekur") == ""
