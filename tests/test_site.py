"""The real site: built strictly once, then compared with the model and crawled."""

import json
import os
import re
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import jsonschema
import pytest
from lxml import html
from site_build import ROOT, build, copy_project, run

from guidebook.adapters.disk import load_guide
from guidebook.model import Guide, Page

SITE = "https://example.org/"
MAKE_MORE = ("{{ all-", "{{ bibliography }}", "{{ changes }}", "{{ handbooks }}", "{{ role-items }}", "{{ rules }}")
"""Blocks of the build that hold headings or items of their own."""


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(ROOT)


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, html.HtmlElement]:
    """Address below the site -> parsed page."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def article(document: html.HtmlElement) -> html.HtmlElement:
    return document.xpath("//article")[0]


def text_of(element: html.HtmlElement) -> str:
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for extra in copy.xpath(".//a[@class='headerlink'] | .//sup"):
        extra.drop_tree()
    return " ".join(copy.text_content().split())


def test_every_page_is_built_in_every_language(guide: Guide, documents: dict[str, html.HtmlElement]) -> None:
    for page in guide.pages_in("lv"):
        assert page.slug in documents
        assert f"en/{page.slug}" in documents


def test_parser_and_built_html_agree(guide: Guide, documents: dict[str, html.HtmlElement]) -> None:
    """Same headings and ids, task items and links, over all of docs/."""
    for page in guide.pages:
        body = article(documents[guide.address(page)])
        assert set(written_headings(guide, page)) <= set(built_headings(body)), page.path
        if not page.meta.checklist and not any(block in page.text for block in MAKE_MORE):
            assert written_headings(guide, page) == built_headings(body), page.path
            assert [item.id for item in page.items] == body.xpath(".//span[@class='task']/@id"), page.path
        assert written_links(guide, page) <= built_links(body, page), page.path


def written_headings(guide: Guide, page: Page) -> list[tuple[str, str, str]]:
    rows = []
    for heading in page.headings:
        target = guide.find(heading.anchor, page.lang) if heading.given else None
        number = f"{target.number} " if target and target.number else ""
        title = " ".join(f"{number}{heading.title}".split())
        rows.append((f"h{heading.level}", heading.anchor, title))
    return rows


def built_headings(body: html.HtmlElement) -> list[tuple[str, str, str]]:
    found = body.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    found = [heading for heading in found if not heading.xpath("ancestor::footer or ancestor::template")]
    return [(heading.tag, heading.get("id"), text_of(heading)) for heading in found]


def written_links(guide: Guide, page: Page) -> set[str]:
    """The address, below the language, of every link and reference the author wrote."""
    links = set()
    for mention in page.mentions:
        if mention.kind == "ref":
            target = guide.find(mention.target, page.lang)
            assert target is not None
            links.add(target.page.slug + (f"#{target.anchor}" if target.anchor else ""))
        elif mention.kind in ("link", "named") and "://" not in mention.target:
            file, _, anchor = mention.target.partition("#")
            base = page.path.removeprefix(f"docs/{page.lang}/")
            path = urlsplit(urljoin(SITE + base, file)).path.strip("/") if file else base
            slug = re.sub(r"(^|/)index\.md$", r"\1", path).replace(".md", "/")
            links.add(slug + (f"#{anchor}" if anchor else ""))
        elif mention.kind in ("link", "named"):
            links.add(mention.target)
    return links


def built_links(body: html.HtmlElement, page: Page) -> set[str]:
    links = set()
    for href in body.xpath(".//a/@href"):
        absolute = urljoin(SITE + page.slug, href)
        links.add(absolute.removeprefix(SITE) if absolute.startswith(SITE) else href)
    return links


def test_every_internal_address_and_anchor_exists(site: Path, documents: dict[str, html.HtmlElement]) -> None:
    anchors = {address: set(document.xpath("//@id")) for address, document in documents.items()}
    broken = []
    for address, document in documents.items():
        for link in document.xpath("//a/@href | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src"):
            path, anchor = urldefrag(urljoin(SITE + address, link).replace("?q=", ""))
            if not path.startswith(SITE):
                continue
            target = unquote(path.removeprefix(SITE))
            if target.endswith(".pdf"):  # made after the pages; test_handbooks.py looks for them
                continue
            missing = target not in documents and not (site / target).is_file()
            if missing or (anchor and target in anchors and unquote(anchor) not in anchors[target]):
                broken.append((address, link))
    assert not broken


def test_guidance_begins_with_what_it_is_for_and_ends_with_what_belongs_to_it(
    documents: dict[str, html.HtmlElement], guide: Guide
) -> None:
    for page in guide.pages_in("lv"):
        if not page.meta.programme:
            continue
        body = article(documents[page.slug])
        assert text_of(body.xpath(".//*[@class='page-lead']")[0]) == " ".join(page.meta.description.split())
        facts = text_of(body.xpath(".//*[@class='page-facts']")[0])
        assert all(who in facts for who in page.meta.audience)
        foot = body.xpath("./footer")[0]
        assert foot.xpath(".//nav[@class='page-next']/a[@rel='next']")
        cited = any(mention.kind == "citation" for mention in page.mentions)
        assert bool(foot.xpath(".//*[@class='page-notes']//li")) >= cited, page.path
        assert foot.xpath(".//*[@class='page-mend']//a")


def test_page_leads_to_the_checklists_that_hold_its_items(documents: dict[str, html.HtmlElement], guide: Guide) -> None:
    links = documents["mobilitate/darba-grupa/"].xpath("//*[@class='page-links__checklists']//a/@href")
    assert [urljoin(SITE + "mobilitate/darba-grupa/", link) for link in links] == [SITE + "kontrolsaraksti/mobilitate/"]
    for page in guide.pages_in("lv"):
        rows = documents[page.slug].xpath("//*[@class='page-links__checklists']//a/@href")
        targets = {urljoin(SITE + page.slug, link).removeprefix(SITE) for link in rows}
        for target in targets:
            held = set(article(documents[target]).xpath(".//span[@class='task']/@id"))
            assert held & {item.id for item in page.items}, (page.path, target)


def test_ids_are_unique_in_each_page(documents: dict[str, html.HtmlElement]) -> None:
    for address, document in documents.items():
        ids = document.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_untranslated_page_says_so_and_marks_the_language(documents: dict[str, html.HtmlElement]) -> None:
    page = documents["en/mobilitate/istenosana/"]
    assert page.get("lang") == "en"
    assert page.xpath("//*[contains(@class, 'untranslated')]")
    assert page.xpath("//*[@lang='lv']//h1")
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}mobilitate/istenosana/"]
    translated = documents["en/mobilitate/"]
    assert not translated.xpath("//article//div[@lang='lv']")
    assert not translated.xpath("//*[contains(@class, 'untranslated')]")


def test_alternates_name_only_real_translations(documents: dict[str, html.HtmlElement]) -> None:
    def alternates(address: str) -> dict[str, str]:
        links = documents[address].xpath("//link[normalize-space(@rel)='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    both = {"lv": f"{SITE}mobilitate/", "x-default": f"{SITE}mobilitate/", "en": f"{SITE}en/mobilitate/"}
    assert alternates("mobilitate/") == alternates("en/mobilitate/") == both
    assert set(alternates("mobilitate/istenosana/")) == {"lv", "x-default"}


def test_language_switch_leads_to_the_same_page(documents: dict[str, html.HtmlElement]) -> None:
    for address, other in (("mobilitate/istenosana/", "en/mobilitate/istenosana/"), ("", "en/")):
        for start, end, lang in ((address, other, "en"), (other, address, "lv")):
            links = documents[start].xpath(f"//a[@hreflang='{lang}']/@href")
            assert links
            assert {urljoin(SITE + start, link) for link in links} == {SITE + end}


def test_sitemap_lists_each_written_page_once(site: Path, guide: Guide) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    found = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert sorted(found) == sorted(SITE + guide.address(page) for page in guide.pages)
    assert (site / "en/sitemap.xml").read_text("utf-8") == sitemap


def test_every_page_has_a_title_a_description_and_a_card_of_its_own_text(
    site: Path, documents: dict[str, html.HtmlElement], guide: Guide
) -> None:
    for lang, prefix in (("lv", ""), ("en", "en/")):
        titles = [documents[prefix + page.slug].findtext(".//title") for page in guide.pages_in("lv")]
        assert len(titles) == len(set(titles)), lang
    for address, document in documents.items():
        if address == "404.html":
            continue
        head = {meta.get("property"): meta.get("content") for meta in document.xpath("//meta[@property]")}
        assert document.xpath("//meta[@name='description']/@content") == [head["og:description"]]
        assert [head["og:url"]] == document.xpath("//link[@rel='canonical']/@href")
        assert head["og:locale"] == ("lv_LV" if "/en/" not in head["og:url"] else "en_GB")
        assert (site / head["og:image"].removeprefix(SITE)).is_file(), address


def test_linked_data_names_addresses_of_the_site(site: Path, documents: dict[str, html.HtmlElement]) -> None:
    kinds = set()
    for address, document in documents.items():
        for text in document.xpath("//script[@type='application/ld+json']/text()"):
            for node in json.loads(text)["@graph"]:
                kinds.add(node["@type"])
            for url in re.findall(r'"(?:url|item|@id)":"(https[^"]+)"', text):
                path, anchor = urldefrag(url)
                target = documents[path.removeprefix(SITE)]
                made = anchor in ("how-to", "terms")
                assert made or not anchor or target.xpath("//*[@id=$anchor]", anchor=anchor), (address, url)
    assert kinds == {"BreadcrumbList", "HowTo", "DefinedTermSet"}


def test_without_an_address_nothing_says_a_wrong_one(tmp_path: Path) -> None:
    result = build(ROOT, tmp_path / "site", GUIDE_SITE_URL="")
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "site/sitemap.xml").exists()
    assert not (tmp_path / "site/feed.xml").exists()
    for address in ("index.html", "en/index.html", "mobilitate/istenosana/index.html", "en/par/index.html"):
        page = html.fromstring((tmp_path / "site" / address).read_text("utf-8"))
        assert page.xpath(
            "//link[@rel='canonical' or normalize-space(@rel)='alternate'] | //script[@type!='module']"
        ) == (page.xpath("//script[@id='__config']"))
        assert not page.xpath("//meta[@property='og:url' or @property='og:image']")
        assert page.xpath("//meta[@property='og:title']")


def test_page_for_wrong_addresses_speaks_both_languages(documents: dict[str, html.HtmlElement]) -> None:
    page = documents["404.html"]
    assert page.get("lang") == "lv"
    assert "Lapa nav atrasta" in article(page).text_content()
    assert page.xpath("//article//*[@lang='en']")


def test_data_files_are_not_published(site: Path) -> None:
    published = {path.name for path in site.rglob("*") if path.is_file()}
    assert not published & {"sources.yml", "facts.yml", "redirects.yml"}
    assert not (site / "snippets").exists()


def test_published_model_follows_its_published_schema(site: Path, guide: Guide) -> None:
    model = json.loads((site / "data/guide.json").read_text("utf-8"))
    schema = json.loads((site / "data/guide.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(model)
    assert len(model["languages"]["lv"]["pages"]) == len(guide.pages_in("lv"))


def test_checklist_rows_name_doer_time_and_reason(documents: dict[str, html.HtmlElement], guide: Guide) -> None:
    page = next(page for page in guide.pages_in("lv") if page.slug == "kontrolsaraksti/mobilitate/")
    body = article(documents[page.slug])
    rows = body.xpath(".//span[@class='task']")
    items = {item.id: (each, item) for each in guide.pages_in("lv") for item in each.items}
    assert rows
    for row in rows:
        written, item = items[row.get("id")]
        details = row.xpath("./small")[0]
        assert item.when in details.text_content()
        assert all(who in details.text_content() for who in item.who)
        assert row.xpath("./label/@for") == row.xpath("./input/@id")
        why = details.xpath("./a/@href")[-1]
        assert urljoin(SITE + page.slug, why) == f"{SITE}{written.slug}#{item.id}"


def test_two_builds_are_equal_to_the_byte(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    assert build(ROOT, again).returncode == 0
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert [str(file) for file in files if (site / file).read_bytes() != (again / file).read_bytes()] == []


def test_edit_links_follow_the_repository_address(site: Path, tmp_path: Path) -> None:
    assert "edit/main" not in (site / "mobilitate/index.html").read_text("utf-8")
    addresses = {
        "GUIDE_REPO_URL": "https://git.example.org/skola/celvedis",
        "GUIDE_SITE_URL": "https://celvedis.example.lv/",
    }
    result = build(ROOT, tmp_path / "site", **addresses)
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "site/mobilitate/index.html").read_text("utf-8")
    assert "https://git.example.org/skola/celvedis/edit/main/docs/lv/mobilitate/index.md" in page
    assert 'rel="canonical" href="https://celvedis.example.lv/mobilitate/"' in page
    report = html.fromstring(page).xpath("//*[@class='page-mend']//a[not(@rel)]/@href")[0]
    assert report.startswith("https://git.example.org/skola/celvedis/issues/new?template=kluda-satura.yml&")
    assert parse_qs(urlsplit(report).query)["page"] == ["https://celvedis.example.lv/mobilitate/"]


def test_faulty_content_stops_a_strict_build_and_keeps_the_last_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "site").mkdir()
    (project / "site/index.html").write_text("iepriekšējā", "utf-8")
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/mkdocs").symlink_to(Path(sys.executable).parent / "mkdocs")
    (project / ".venv/site").touch()
    page = project / "docs/lv/mobilitate/planosana.md"
    page.write_text(page.read_text("utf-8") + "\n[nekur](ref:stage-nekur)\n", "utf-8")
    line = page.read_text("utf-8").count("\n")
    result = run(["make", "site"], project, dict(os.environ))
    assert result.returncode != 0
    assert f"docs/lv/mobilitate/planosana.md:{line}:1: REF001" in result.stdout + result.stderr
    assert (project / "site/index.html").read_text("utf-8") == "iepriekšējā"
