"""Articles of built pages -> blocks of a book: each tag, and what cannot be printed."""

import re
from pathlib import Path

import pytest
from lxml import html

from guidebook.render.handbook import article as article_module
from guidebook.render.handbook.article import Article, read_article
from guidebook.render.handbook.place import article_html
from guidebook.render.handbook.rules import PRINT_RULES

SVG = (
    '<svg class="{kind}" viewBox="0 0 72 36"><title>Ceļš</title><desc>Divi soļi.</desc>'
    '<path class="path-line" d="M0 0"/></svg>'
)


def read(body: str, lang: str = "lv", duties: dict[str, tuple[str, str]] | None = None, style: str = "") -> Article:
    source = f'<article class="md-content__inner md-typeset">\n{body}\n</article>'
    return read_article(source, "/mobilitate/", lang, duties or {}, style)


def blocks(body: str) -> list[dict[str, object]]:
    article = read(body)
    assert article.damages == ()
    return article.blocks


def inlines(body: str) -> object:
    [block] = blocks(f"<p>{body}</p>")
    assert block["t"] == "para"
    return block["body"]


def para(*body: object) -> dict[str, object]:
    return {"t": "para", "body": list(body)}


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("Viens\n  divi", ["Viens divi"]),
        ("Trīs\u00a0lapas", ["Trīs\u00a0lapas"]),
        ("a <em>b</em> c", ["a ", {"t": "em", "body": ["b"]}, " c"]),
        ("<strong>a <em>b</em></strong>", [{"t": "strong", "body": ["a ", {"t": "em", "body": ["b"]}]}]),
        ("<i>a</i><b>b</b>", [{"t": "em", "body": ["a"]}, {"t": "strong", "body": ["b"]}]),
        ("m<sup>2</sup>", ["m", {"t": "sup", "body": ["2"]}]),
        ("H<sub>2</sub>O <mark>x</mark>", ["H", {"t": "sub", "body": ["2"]}, "O ", {"t": "mark", "body": ["x"]}]),
        ("<code>a  b</code> <kbd>Ctrl</kbd>", [{"t": "code", "text": "a  b"}, " ", {"t": "code", "text": "Ctrl"}]),
        ("a<br>\nb<br>", ["a", {"t": "break"}, "b"]),
        ("<abbr title='x'>KA2</abbr> <small>mazs</small>", ["KA2 mazs"]),
        ("<span lang='en'>step</span> un", [{"t": "lang", "lang": "en", "body": ["step"]}, " un"]),
        ("<em lang='lv'>solis</em>", [{"t": "em", "body": ["solis"]}]),
        ("Vārds: ____ un", ["Vārds: ", {"t": "blank", "width": 2.0}, " un"]),
        ("<a class='term' href='../x/'>klasteris</a> ir", ["klasteris ir"]),
        ("<a name='x'>vieta</a>", ["vieta"]),
        ("a<!-- piezīme --> b", ["a b"]),
    ],
)
def test_inlines(written: str, made: list[object]) -> None:
    assert inlines(written) == made


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("../cove/#x", "/cove/#x"),
        ("#step-a", "/mobilitate/#step-a"),
        ("https://example.com/a", "https://example.com/a"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("veidi/", "/mobilitate/veidi/"),
    ],
)
def test_links_within_the_site_begin_at_its_root(href: str, url: str) -> None:
    assert inlines(f'<a href="{href}">te</a>') == [{"t": "link", "url": url, "body": ["te"]}]


def test_headings_have_ids_that_no_other_page_has() -> None:
    article = read(
        '<h1 id="stage-a">Nosaukums<a class="headerlink" href="#stage-a">¶</a></h1><h2 id="step-b">Solis</h2>'
    )
    assert (article.title, article.anchor) == (["Nosaukums"], "stage-a")
    [heading] = article.blocks
    assert (heading["level"], heading["id"], heading["body"]) == (2, "mobilitate--step-b", ["Solis"])
    assert article.ids == {"stage-a": "p-mobilitate", "step-b": "mobilitate--step-b"}


def test_lists() -> None:
    assert blocks("<ul><li>a</li><li><p>b</p><ol start='3'><li>c</li></ol></li></ul>") == [
        {
            "t": "list",
            "ordered": False,
            "start": 1,
            "items": [
                [para("a")],
                [para("b"), {"t": "list", "ordered": True, "start": 3, "items": [[para("c")]]}],
            ],
        }
    ]


def test_rows_to_tick_say_who_and_when() -> None:
    row = (
        '<li><span class="task" id="item-{0}"><input type="checkbox" class="task-box" id="tick-item-{0}"> '
        '<label for="tick-item-{0}">Dariet <em>{0}</em>.</label> <small class="task-details">direktors · regulāri · '
        '<a href="../x/">kāpēc</a></small></span></li>'
    )
    article = read(
        f"<ul>{row.format('a')}<li>piezīme</li>{row.format('b')}</ul>", duties={"item-a": ("direktors", "regulāri")}
    )
    assert article.damages == ()
    assert [block["t"] for block in article.blocks] == ["items", "list", "items"]
    assert article.blocks[0]["items"] == [
        {
            "id": "mobilitate--item-a",
            "body": ["Dariet ", {"t": "em", "body": ["a"]}, "."],
            "who": "direktors",
            "when": "regulāri",
        }
    ]
    assert article.blocks[2]["items"][0]["who"] == ""


def test_terms_quotes_code_and_rules() -> None:
    assert blocks("<dl><dt id='t'>vārds</dt><dd>nozīme</dd><dd><p>otra</p></dd></dl>") == [
        {"t": "terms", "items": [{"id": "mobilitate--t", "term": ["vārds"], "body": [para("nozīme"), para("otra")]}]}
    ]
    assert blocks("<blockquote><p>a</p></blockquote>") == [{"t": "quote", "body": [para("a")]}]
    assert blocks("<hr>") == [{"t": "rule"}]
    code = '<div class="highlight"><pre><span></span><code class="language-yaml">a:\n  b\n</code></pre></div>'
    assert blocks(code)[0]["text"] == "a:\n  b"


def test_notes_and_details_are_opened() -> None:
    note = '<div class="admonition tip"><p class="admonition-title">Mūsu padoms</p><p>Dariet.</p></div>'
    assert blocks(note) == [{"t": "note", "kind": "tip", "title": ["Mūsu padoms"], "body": [para("Dariet.")]}]
    details = '<details class="info"><summary>Vairāk</summary><p>Teksts</p></details>'
    assert blocks(details) == [{"t": "note", "kind": "info", "title": ["Vairāk"], "body": [para("Teksts")]}]


def test_a_footnote_stands_at_its_first_mark() -> None:
    body = (
        '<p>Teksts<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup> un <sup id="fnref2:a">'
        '<a class="footnote-ref" href="#fn:a">1</a></sup></p><div class="footnote"><hr><ol><li id="fn:a"><p>Viens.</p>'
        '<p>Divi.&#160;<a class="footnote-backref" href="#fnref:a">↩</a></p></li></ol></div>'
    )
    again = {"t": "footnote", "id": "mobilitate--fn-a"}
    note = {**again, "body": ["Viens.", {"t": "break"}, "Divi."]}
    assert blocks(body) == [para("Teksts", note, " un ", again)]


def test_tables() -> None:
    head = "<thead><tr><th>Gads</th><th style='text-align: right'>Skaits</th></tr></thead>"
    row = "<tr><td>2017</td><td style='text-align: right'><strong>5</strong></td></tr>"
    rows = f"{row}<tr><td>2018</td></tr>"
    [made] = blocks(f'<div class="table-scroll"><table>{head}<tbody>{rows}</tbody></table></div>')
    assert (made["head"], made["align"], made["writein"]) == ([["Gads"], ["Skaits"]], ["left", "right"], False)
    assert made["rows"] == [[["2017"], [{"t": "strong", "body": ["5"]}]], [["2018"], []]]
    [form] = blocks(f"<table>{head}<tbody><tr><td>a</td><td></td></tr><tr><td></td><td></td></tr></tbody></table>")
    assert form["writein"] is True


def test_a_column_with_more_text_is_wider() -> None:
    head = "<thead><tr><th>A</th><th>B</th></tr></thead>"
    [made] = blocks(f"<table>{head}<tbody><tr><td>īss</td><td>{'garš teksts ' * 9}</td></tr></tbody></table>")
    narrow, wide = made["columns"]
    assert narrow < wide


def test_of_two_drawings_the_wide_one_is_printed() -> None:
    drawings = SVG.format(kind="drawing-wide") + SVG.format(kind="drawing-tall")
    body = f'<figure class="drawing" id="fig-a">{drawings}<figcaption>Zīmējums</figcaption></figure>'
    article = read(body, style=".path-line {fill: none;}")
    [figure] = article.blocks
    assert (figure["id"], figure["caption"]) == ("mobilitate--fig-a", ["Zīmējums"])
    assert (figure["width"], figure["height"], figure["alt"]) == (72, 36, "Ceļš. Divi soļi.")
    assert 'viewBox="0 0 72 36"' in figure["svg"]
    assert "<style>.path-line {fill: none;}</style>" in figure["svg"]
    assert "drawing-tall" not in figure["svg"]


def test_what_is_only_for_screens_is_not_printed() -> None:
    body = (
        '<div class="untranslated"><p>Nav iztulkots</p></div>'
        '<p class="programme programme--cove"><svg><path/></svg> CoVE</p>'
        '<a class="md-content__button" href="x">Labot</a>'
        '<dl class="page-facts"><div><dt>Kas dara</dt><dd>direktors</dd></div></dl><p>Teksts</p>'
        '<footer class="page-foot"><nav><a href="b/">Nākamā</a></nav></footer>'
    )
    assert blocks(body) == [para("Teksts")]


@pytest.mark.parametrize(
    ("body", "code", "near"),
    [
        ("<p>Te <video src='a'>filma</video></p>", "PDF001", "<video"),
        ("<iframe src='a'></iframe>", "PDF001", "<iframe"),
        ("<h5 id='a'>Dziļi</h5>", "PDF001", "<h5"),
        ("<ul><li>a</li></ul><p><ins>b</ins></p>", "PDF001", "<ins"),
        ("<p><img src='foto.jpg' alt='Skola'></p>", "PDF002", "foto.jpg"),
        (f"<figure>{SVG.replace('<title>Ceļš</title><desc>Divi soļi.</desc>', '')}</figure>", "PDF002", ""),
        (f"<figure>{SVG.replace('viewBox', 'box')}</figure>", "PDF002", ""),
        (f"<figure>{SVG.replace('</title>', '')}</figure>", "PDF002", ""),
        ('<p>a<sup><a class="footnote-ref" href="#fn:b">1</a></sup></p>', "PDF003", "[^b]"),
        ("<table><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>", "PDF001", "a"),
        ("<table><thead><tr><th colspan='2'>A</th></tr></thead><tbody></tbody></table>", "PDF001", "A"),
        (
            "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>",
            "PDF001",
            "A",
        ),
        ('<div class="footnote"><ol><li id="fn:a"><ul><li>x</li></ul></li></ol></div>', "PDF001", "[^a]:"),
    ],
)
def test_what_cannot_be_printed_is_a_fault(body: str, code: str, near: str) -> None:
    [damage] = read(body).damages
    assert damage.code == code
    assert not near or near in damage.near
    assert damage.message
    assert damage.hint


def test_every_code_is_explained() -> None:
    package = Path(article_module.__file__ or "").parent
    used = {code for file in package.glob("*.py") for code in re.findall(r'"(PDF\d+)"', file.read_text("utf-8"))}
    assert sorted(used) == [rule.code for rule in PRINT_RULES]
    for rule in PRINT_RULES:
        assert re.search(r"Slikti: .+\n\s+Labi: ", rule.explanation)


def test_text_around_an_unknown_tag_is_kept() -> None:
    assert read("<p>a <ins>b</ins> c</p>").blocks == [para("a b c")]


def test_the_article_of_a_page_is_found() -> None:
    page = "<html><body><article class='x'>a\n<p>b</p></article><footer>c</footer></body></html>"
    assert html.fromstring(article_html(page)).text_content() == "a\nb"
    assert article_html("<html></html>") == ""
    assert re.match("<article", article_html(page))
