"""The gate as a command, on a tree of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from builders import config, page, write_project
from small_site import PLAIN, SMALL_SITE, SOURCES

from guidebook.__main__ import main

HOOKS = Path(__file__).parent.parent / "hooks"
FAULTY = {**SMALL_SITE, PLAIN: page("# Lapa\n\nSk. [soli](ref:step-nekur).\n")}


def guidebook(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "guidebook", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("good"), SMALL_SITE)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("faulty"), FAULTY)


def test_a_faultless_tree_ends_with_0(good: Path) -> None:
    result = guidebook("check", cwd=good)
    assert (result.returncode, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == 1
    assert "6" in result.stdout


def test_a_faulty_tree_ends_with_1_and_names_the_place(faulty: Path) -> None:
    result = guidebook("check", cwd=faulty)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.startswith(f"{PLAIN}:7:5: REF001 ")


def test_the_last_line_names_the_page_of_rules(tmp_path: Path) -> None:
    files = {**FAULTY, "docs/lv/par/noteikumi.md": page("# Noteikumi\n\n{{ rules }}\n")}
    root = write_project(tmp_path, files)
    known = guidebook("check", cwd=root, GUIDE_SITE_URL="https://a.lv/b")
    unknown = guidebook("check", cwd=root, GUIDE_SITE_URL="")
    assert known.stdout.splitlines()[-1] == "Noteikumu skaidrojumi: https://a.lv/b/par/noteikumi/"
    assert unknown.stdout.splitlines()[-1] == "Noteikumu skaidrojumi: vietnes lapa par/noteikumi/"
    annotated = guidebook("check", "--format", "github", cwd=root, GUIDE_SITE_URL="https://a.lv/b/")
    assert "%0ASkaidrojums: https://a.lv/b/par/noteikumi/#ref001\n" in annotated.stdout


def test_warnings_alone_end_with_0(tmp_path: Path) -> None:
    unused = {**SMALL_SITE, SOURCES: SMALL_SITE[SOURCES] + "lieks:\n  title: Lieks\n"}
    result = guidebook("check", "--format", "json", cwd=write_project(tmp_path, unused))
    assert [row["severity"] for row in json.loads(result.stdout)] == ["warning"]
    assert result.returncode == 0


def test_paths_do_not_depend_on_where_the_command_runs(faulty: Path, tmp_path: Path) -> None:
    here = guidebook("check", "--format", "json", cwd=faulty)
    there = guidebook("check", "--root", str(faulty), "--format", "json", cwd=tmp_path)
    relative = guidebook("check", "--root", os.path.relpath(faulty, tmp_path), "--format", "json", cwd=tmp_path)
    assert here.stdout == there.stdout == relative.stdout
    [row] = json.loads(here.stdout)
    assert (row["path"], row["line"], row["column"], row["code"]) == (PLAIN, 7, 5, "REF001")


def test_github_format_holds_annotations_only(faulty: Path) -> None:
    result = guidebook("check", "--format", "github", cwd=faulty)
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["::error"]


def test_output_that_is_not_utf_8_has_no_traceback(faulty: Path) -> None:
    result = guidebook("check", cwd=faulty, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert "Traceback" not in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--root", "nekur"],
        ["check", "--root", "docs"],
        ["check", "--format", "xml"],
        ["check", "--what"],
        ["export", "--format", "json"],
        ["nekas"],
        [],
    ],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_2_and_says_why(good: Path, arguments: list[str]) -> None:
    result = guidebook(*arguments, cwd=good)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr


I18N = "  - i18n:\n      languages:\n"
WRONG_SETTINGS = {
    "unknown key": (config().replace("handbooks:", "handbook:"), "handbooks"),
    "missing key": (config().replace("    when:\n", ""), "when"),
    "not a mapping": (config().split("  guidebook:")[0] + "  guidebook: 5\n", "guidebook"),
    "no extra": (config().split("extra:")[0], "guidebook"),
    "label without a language": (config().replace("{lv: direktors, en: head teacher}", "direktors"), "who"),
    "broken YAML": ("site_name: [\n" + config(), "mkdocs.yml"),
    "a word": ("vietne\n", "mkdocs.yml"),
    "empty": ("", "mkdocs.yml"),
    "Windows letters": (config().encode("cp1257"), "mkdocs.yml"),
    "no plugins": (config().replace("plugins:", "cits:"), "i18n"),
    "i18n without languages": (config().replace("      languages:", "      languages: []\n      cits:"), "languages"),
    "i18n without options": (config().replace("  - i18n:", "  - i18n:\n  - search:"), "languages"),
    "plugins are a word": (config().replace("plugins:\n", "plugins: i18n\ncits:\n"), "i18n"),
    "language without a locale": (config().replace("locale: lv", "name: lv"), "locale"),
}


@pytest.mark.parametrize(("text", "named"), WRONG_SETTINGS.values(), ids=WRONG_SETTINGS)
def test_wrong_settings_end_with_2_and_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | bytes, named: str
) -> None:
    root = write_project(tmp_path, {**SMALL_SITE, "mkdocs.yml": text})
    assert main(["check", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert named in printed.err


def test_plugins_may_be_a_mapping(tmp_path: Path) -> None:
    text = config().replace("  - i18n:", "    i18n:")
    assert main(["check", "--root", str(write_project(tmp_path, {**SMALL_SITE, "mkdocs.yml": text}))]) == 0


def test_a_folder_without_docs_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(config(), "utf-8")
    result = guidebook("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "docs" in result.stderr


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    hidden = {"docs/lv/.a.md": "", "docs/.git/lv/a.md": "", "docs/lv/.vecs/a.md": ""}
    assert main(["check", "--root", str(write_project(tmp_path, {**SMALL_SITE, **hidden}))]) == 0


def test_the_export_follows_its_schema(good: Path, tmp_path: Path) -> None:
    model = json.loads(guidebook("export", "--root", str(good), cwd=tmp_path).stdout)
    schema = json.loads(guidebook("export", "--schema", "--root", str(good), cwd=tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(model)
    assert list(model["languages"]) == ["en", "lv"]


def test_the_export_is_the_same_every_time(good: Path) -> None:
    seeds = [guidebook("export", cwd=good, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert seeds[0] == seeds[1] != ""
