"""Every page says what it may load, and asks for one stylesheet of ours."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from guidebook.render.policy import with_policy

HEAD = '<head><meta charset="utf-8">'


def policy_of(html: str) -> str:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    return found[1]


def test_inline_scripts_are_allowed_by_their_hash() -> None:
    digest = b64encode(sha256("var ē = 1;\n".encode()).digest()).decode()
    policy = policy_of(with_policy(f"{HEAD}<script>var ē = 1;\n</script>"))
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


def test_data_and_files_need_no_hash() -> None:
    html = (
        HEAD
        + '<script type="application/ld+json">{}</script><script src="a.js"></script><script defer src=b.js></script>'
    )
    assert "script-src 'self';" in policy_of(with_policy(html))


def test_policy_stands_before_everything_it_rules() -> None:
    html = with_policy(f'{HEAD}<link rel="stylesheet" href="a.css"><script>1</script>')
    assert html.startswith(HEAD + "<meta http-equiv=")


def test_every_built_page_has_a_policy_and_no_inline_style(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count("Content-Security-Policy") == 1, page
        assert not re.search(r"<(?!code)[a-z][^<>]*\s(?:style|on[a-z]+)=", html), page


def test_pages_ask_for_one_stylesheet_that_is_there(site: Path) -> None:
    ours = sorted(path.name for path in (site / "assets/stylesheets").glob("*.css") if ".min." not in path.name)
    assert len(ours) == 1
    html = (site / "mobilitate/darba-grupa/index.html").read_text(encoding="utf-8")
    assert f"../../assets/stylesheets/{ours[0]}" in html
    css = (site / "assets/stylesheets" / ours[0]).read_text(encoding="utf-8")
    assert "@font-face" in css
    assert ".md-typeset" in css
