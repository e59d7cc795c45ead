"""Modules as one classic script, and pages that need no server."""

import pytest

from guidebook.render.bundle import BundleError, bundle
from guidebook.render.offline import offline_file, offline_page

HEAD = (
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x"><link rel="preload" href="f.woff2">'
)


def bundled(**modules: str) -> str:
    return bundle(
        "js/main.js", lambda address: modules[address.removeprefix("js/").removesuffix(".js").replace("/", "_")]
    )


def test_each_module_is_put_in_once_before_those_that_need_it() -> None:
    script = bundled(
        main='import { a } from "./one.js";\nimport { b as c } from "./deep/two.js";\na(c);\n',
        one="export const a = 1;\nconst same = 1;\n",
        deep_two='import { a } from "../one.js";\nexport async function b() { return a; }\nconst same = 2;\n',
    )
    assert script.count("const a = 1") == 1
    assert script.index("// js/one.js") < script.index("// js/deep/two.js") < script.index("// js/main.js")
    assert "const { b: c } = module1;" in script
    assert "export " not in script
    assert "import " not in script


def test_a_module_asked_for_later_is_put_in_too_but_types_in_comments_are_not() -> None:
    script = bundled(
        main='/** @type {import("./types.js").T} */\nconst later = import("./one.js");\n', one="export const a = 1;\n"
    )
    assert "const later = Promise.resolve(module0);" in script
    assert "types.js" in script


@pytest.mark.parametrize(
    "text",
    [
        'import one from "./one.js";',
        "export default 1;",
        'export * from "./one.js";',
        'import { main } from "./main.js";',
    ],
)
def test_what_cannot_be_taken_over_is_named(text: str) -> None:
    with pytest.raises(BundleError, match=r"js/main\.js"):
        bundled(main=text, one="")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("../", "../index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../mobilitate/#a", "../mobilitate/index.html#a"),
        ("/en/mobilitate/", "../en/mobilitate/index.html"),
        ("#a", "#a"),
        ("?q=", "?q="),
        ("x.pdf", "x.pdf"),
        ("https://europa.eu/", "https://europa.eu/"),
        ("mailto:a@b.lv", "mailto:a@b.lv"),
    ],
)
def test_links_name_files(written: str, found: str) -> None:
    html, _ = offline_page(f'<a class="x" href="{written}">x</a>', "mobilitate/index.html")
    assert f'href="{found}"' in html


def test_modules_become_classic_scripts_after_the_script_that_helps_them() -> None:
    html, modules = offline_page(f'{HEAD}<script src="../js/a.js" type="module"></script>', "mobilitate/index.html")
    assert modules == {"js/a.js"}
    assert "Content-Security-Policy" not in html
    assert "preload" not in html
    assert html.endswith(
        '<script src="../assets/javascripts/offline.js"></script><script src="../js/a.js" defer></script>'
    )


def test_fetched_files_hand_over_their_text_whole() -> None:
    assert offline_file("data/a.json", '["ā\\n\u2028"]') == 'offlineFile("data/a.json", "[\\"ā\\\\n\u2028\\"]");\n'
