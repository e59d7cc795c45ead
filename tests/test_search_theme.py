"""What the search relies on in the theme: an update that changes it fails here, not at the reader's."""

import re
from pathlib import Path

import material
from site_build import ROOT

THEME = Path(material.__file__).parent / "templates"
KEY = re.compile(r'^\s*"([\w.]+)":', re.MULTILINE)


def config_keys(template: Path) -> set[str]:
    """The keys of the configuration that a template hands to the theme's script."""
    text = template.read_text("utf-8")
    return set(KEY.findall(text[text.index('id="__config"') :].partition("tojson")[0]))


def test_the_theme_is_told_all_that_it_asks_for() -> None:
    assert config_keys(ROOT / "overrides/main.html") == config_keys(THEME / "base.html")


def test_a_form_of_another_name_keeps_the_theme_from_fetching_an_index() -> None:
    [bundle] = THEME.glob("assets/javascripts/bundle.*.min.js")
    assert 'forms.namedItem("search")' in bundle.read_text("utf-8")
    assert 'name="search"' not in (ROOT / "overrides/partials/search.html").read_text("utf-8")
