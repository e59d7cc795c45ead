"""The workflows on GitHub: pinned, without rights they do not need; and the summary they show editors."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import suggestions
import summary
import yaml
from site_build import ROOT

from guidebook.adapters.markdown_rules import LINTS
from guidebook.checks import RULES as RULES_OF_GATE
from guidebook.diagnostics import Diagnostic, Severity, as_json
from guidebook.model import Span

GITHUB = ROOT / ".github"
SCRIPT = GITHUB / "scripts" / "summary.py"
SUGGEST = GITHUB / "workflows" / "suggest.yml"
WRITES = {("publish.yml", "deploy"): {"pages", "id-token"}, ("suggest.yml", "suggest"): {"pull-requests"}}
"""Workflow and job -> the rights to write it has, each with its reason beside it."""
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())
USES = re.compile(r"^\s*(?:- )?uses: (\S+)(?: # (.+))?$", re.MULTILINE)
PINNED = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40}")
VERSION = re.compile(r"v\d+\.\d+\.\d+")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


REPOSITORY = summary.Repository("Skola/celvedis", "abc123")
RULES = "https://skola.github.io/celvedis/redaktoriem/noteikumi/"


def read(path: Path) -> dict[Any, Any]:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def events(path: Path) -> set[str]:
    """YAML 1.1 reads the key `on` as true."""
    return set(read(path)[True])


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job.get("steps", [])]


def used(path: Path) -> list[str]:
    jobs = read(path)["jobs"].values()
    return [each["uses"] for each in [*jobs, *steps(path)] if "uses" in each]


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    assert zizmor.is_file(), "zizmor is not installed: it belongs in tests/requirements.in"
    command = [str(zizmor), "--offline", "--strict-collection", "--collect=all", "--no-progress"]
    targets = [str(GITHUB), str(ROOT / ".pre-commit-config.yaml")]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("ZIZMOR_", "GH_"))}
    result = subprocess.run([*command, *targets], env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


SCHEMAS = {"github-workflows": WORKFLOWS, "dependabot": [GITHUB / "dependabot.yml"]}
SCHEMAS["github-issue-config"] = [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]
SCHEMAS["github-issue-forms"] = sorted(set((GITHUB / "ISSUE_TEMPLATE").iterdir()) - {*SCHEMAS["github-issue-config"]})


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_for_github_have_the_form_github_asks_for(schema: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / "check-jsonschema"
    assert program.is_file(), "check-jsonschema is not installed: it belongs in tests/requirements.in"
    command = [str(program), "--builtin-schema", f"vendor.{schema}", *map(str, SCHEMAS[schema])]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@each_workflow
def test_every_action_is_pinned_by_its_hash_with_the_version_beside_it(path: Path) -> None:
    found = USES.findall(path.read_text("utf-8"))
    assert sorted(action for action, _ in found) == sorted(used(path))
    for action, comment in found:
        if action.startswith("./"):
            assert (ROOT / action).is_file()
        else:
            assert PINNED.fullmatch(action), action
            assert VERSION.fullmatch(comment), f"{action}: {comment!r} is no version"


def test_an_action_has_one_version_everywhere() -> None:
    pins = {pin for path in WORKFLOWS for pin in USES.findall(path.read_text("utf-8")) if "@" in pin[0]}
    names = [action.partition("@")[0] for action, _ in pins]
    assert len(names) == len(set(names)), sorted(pins)


@each_workflow
def test_no_workflow_runs_foreign_code_with_our_rights(path: Path) -> None:
    assert not events(path) & {"pull_request_target", "issue_comment"}
    assert "workflow_run" not in events(path) or path == SUGGEST
    assert "secrets." not in path.read_text("utf-8")


def test_what_may_comment_on_a_pull_request_takes_nothing_of_it_but_data() -> None:
    [checkout, post] = steps(SUGGEST)
    assert checkout["uses"].startswith("actions/checkout@")
    assert not checkout["with"].keys() & {"ref", "repository"}
    assert "${{" not in post["run"]
    commands = re.findall(r"(?:^|\$\(|\|\| |&& )([a-z][\w-]*)(?= )", post["run"], re.MULTILINE)
    assert set(commands) <= {"cd", "gh", "python3", "exit", "echo"}
    assert set(re.findall(r"python3 (\S+)", post["run"])) == {'"$script"'}
    assert "script=$PWD/.github/scripts/suggestions.py" in post["run"]


def test_the_two_halves_of_suggestions_name_the_same_things() -> None:
    check = GITHUB / "workflows" / "check.yml"
    [upload] = [step["with"] for step in steps(check) if step.get("with", {}).get("name") == "labojumi"]
    assert upload["path"].endswith(f"/{suggestions.DIFF}")
    assert f"artifacts?name={upload['name']}" in SUGGEST.read_text("utf-8")
    assert read(SUGGEST)[True]["workflow_run"]["workflows"] == [read(check)["name"]]


@each_workflow
def test_a_workflow_may_only_read_unless_a_job_says_otherwise(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        written = {right for right, level in job.get("permissions", {}).items() if level != "read"}
        assert written == WRITES.get((path.name, name), set())


@each_workflow
def test_a_checkout_leaves_no_credentials(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_pull_requests_and_main_are_checked_before_anything_is_published() -> None:
    publish = read(GITHUB / "workflows" / "publish.yml")
    assert events(GITHUB / "workflows" / "check.yml") == {"pull_request", "workflow_call"}
    assert publish[True] == {"push": {"branches": ["main"]}}
    assert publish["jobs"]["check"]["uses"] == "./.github/workflows/check.yml"
    assert publish["jobs"]["build"]["needs"] == "check"
    assert publish["jobs"]["deploy"]["needs"] == "build"


def test_external_links_are_never_part_of_a_pull_request() -> None:
    assert events(GITHUB / "workflows" / "weekly.yml") == {"schedule", "workflow_dispatch"}


@pytest.mark.parametrize(("name", "option"), [("check.yml", "--changed"), ("weekly.yml", "--scheduled")])
def test_the_gate_is_told_what_kind_of_run_it_is(name: str, option: str) -> None:
    runs = [step["run"] for step in steps(GITHUB / "workflows" / name) if "guidebook check" in step.get("run", "")]
    assert len(runs) == 2
    assert all(option in run for run in runs)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 kļūdu"),
        (1, "1 kļūda"),
        (2, "2 kļūdas"),
        (9, "9 kļūdas"),
        (10, "10 kļūdu"),
        (11, "11 kļūdu"),
        (19, "19 kļūdu"),
        (20, "20 kļūdu"),
        (21, "21 kļūda"),
        (22, "22 kļūdas"),
        (101, "101 kļūda"),
        (111, "111 kļūdu"),
        (112, "112 kļūdu"),
    ],
)
def test_numbers_agree_with_their_noun(number: int, text: str) -> None:
    assert summary.counted(number, summary.SEVERITIES["error"]) == text


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("docs/lv/index.md", ""),
        ("docs/lv/mobilitate/index.md", "mobilitate/"),
        ("docs/lv/mobilitate/planosana.md", "mobilitate/planosana/"),
        ("docs/lv/mobilitate/myindex.md", "mobilitate/myindex/"),
        ("docs/en/index.md", "en/"),
        ("docs/en/mobilitate/planosana.md", "en/mobilitate/planosana/"),
        ("docs/snippets/soli.md", None),
    ],
)
def test_the_address_of_a_page(path: str, address: str | None) -> None:
    assert summary.page_address(path) == address


def test_addresses_are_those_of_the_built_site(site: Path) -> None:
    for path in (ROOT / "docs" / "lv").rglob("*.md"):
        address = summary.page_address(path.relative_to(ROOT).as_posix())
        assert (site / address / "index.html").is_file(), path


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Skola/celvedis", "https://skola.github.io/celvedis/"),
        ("Skola/Skola.github.io", "https://skola.github.io/"),
    ],
)
def test_the_address_of_the_site(name: str, address: str) -> None:
    assert summary.Repository(name, "abc").site == address


def test_reads_what_git_prints() -> None:
    text = "M\0docs/lv/ar atstarpi.md\0A\0docs/lv/ēna.md\0"
    assert summary.parse_changes(text) == [("M", "docs/lv/ar atstarpi.md"), ("A", "docs/lv/ēna.md")]
    assert summary.parse_changes("") == []


def diagnostics(*found: tuple[str, Severity, str, str]) -> Any:
    """As the gate itself prints them."""
    at = Span("docs/lv/x.md", 15, 3)
    return summary.parse_diagnostics(as_json(Diagnostic(at, *each) for each in found))


def test_each_rule_says_where_what_and_how_to_mend_it() -> None:
    found = diagnostics(
        ("CIT003", Severity.WARNING, "avotu neviens nepiemin.", ""),
        ("REF001", Severity.ERROR, "nav tāda id “step-a”.", "Vai domājāt “step-b”?"),
        ("REF001", Severity.ERROR, "nav tāda id “step-c”.", ""),
    )
    changes = [("M", "docs/lv/x.md"), ("A", "docs/en/x.md"), ("D", "docs/lv/y.md"), ("M", "docs/snippets/z.md")]
    where = "[docs/lv/x.md, 15. rinda](https://github.com/Skola/celvedis/blob/abc123/docs/lv/x.md?plain=1#L15)"
    assert summary.gate_summary(found, changes, REPOSITORY).splitlines() == [
        "## Satura pārbaude",
        "",
        "**2 kļūdas, 1 brīdinājums.** Kļūdas aptur publicēšanu.",
        "",
        f"### [REF001]({RULES}#ref001): kļūda, 2 vietas",
        "",
        "| Kur | Kas nav kārtībā | Kā labot |",
        "|---|---|---|",
        f"| {where} | nav tāda id “step-a”. | Vai domājāt “step-b”? |",
        f"| {where} | nav tāda id “step-c”. | – |",
        "",
        f"### [CIT003]({RULES}#cit003): brīdinājums, 1 vieta",
        "",
        "| Kur | Kas nav kārtībā | Kā labot |",
        "|---|---|---|",
        f"| {where} | avotu neviens nepiemin. | – |",
        "",
        "### Izmainītās lapas",
        "",
        "| Fails | Lapa ir | Adrese pēc publicēšanas |",
        "|---|---|---|",
        "| docs/lv/x.md | mainīta | <https://skola.github.io/celvedis/x/> |",
        "| docs/en/x.md | jauna | <https://skola.github.io/celvedis/en/x/> |",
        "| docs/lv/y.md | dzēsta | nebūs |",
        "| docs/snippets/z.md | mainīta | redzama lapās, kas šo failu iekļauj |",
    ]


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (None, "**Pārbaudi nevarēja palaist.** Iemesls ir žurnālā, solī “Pārbauda saturu”."),
        ([], "**Viss kārtībā:** nav ne kļūdu, ne brīdinājumu."),
        (
            diagnostics(("A001", Severity.WARNING, "a", ""), ("A002", Severity.INFO, "b", "")),
            "**0 kļūdu, 1 brīdinājums, 1 ziņa.** Publicēšanu tas neaptur.",
        ),
    ],
)
def test_the_verdict(found: Any, verdict: str) -> None:
    assert summary.gate_summary(found, [], REPOSITORY).splitlines()[2] == verdict


def test_text_of_a_pull_request_stays_text() -> None:
    found = diagnostics(("A001", Severity.ERROR, "a | <img src=x>\n## [b](http://c) `d` *e* _f_ g_h &lt;", "\\|"))
    row = summary.gate_summary(found, [], REPOSITORY).splitlines()[8]
    expected = r"| a \| \<img src=x\> \#\# \[b\](http://c) \`d\` \*e\* \_f\_ g_h \&lt; | \\\| |"
    assert row.endswith(expected)


def test_a_file_with_a_space_keeps_its_links() -> None:
    text = summary.gate_summary([], [("A", "docs/lv/divi vārdi.md")], REPOSITORY)
    assert "| docs/lv/divi vārdi.md | jauna | <https://skola.github.io/celvedis/divi%20v%C4%81rdi/> |" in text


def test_rules_are_explained_on_the_site_where_its_address_is_known() -> None:
    published = summary.Repository("Skola/celvedis", "abc123", published="https://celvedis.lv")
    text = summary.gate_summary(diagnostics(("REF001", Severity.ERROR, "a", "")), [], published)
    assert "### [REF001](https://celvedis.lv/redaktoriem/noteikumi/#ref001): kļūda" in text


def test_every_rule_has_the_anchor_that_messages_link_to(site: Path) -> None:
    page = (site / summary.RULES / "index.html").read_text("utf-8")
    codes = {*(rule.code for rule in (*RULES_OF_GATE, *LINTS)), "SPELL001"}
    assert [code for code in sorted(codes) if f'id="{code.lower()}"' not in page] == []


def test_a_reviewer_is_told_where_the_changed_pages_are() -> None:
    changes = [("M", "docs/lv/a/b.md"), ("A", "docs/en/index.md"), ("D", "docs/lv/c.md"), ("M", "docs/snippets/d.md")]
    assert summary.built_summary("https://github.com/a/b/1", changes).splitlines() == [
        "## Vietne ar šīm izmaiņām",
        "",
        "[Lejupielādējiet vietni](https://github.com/a/b/1) un izpakojiet arhīvu.",
        "",
        "| Izmainītā lapa | Ko atvērt arhīvā |",
        "|---|---|",
        "| docs/lv/a/b.md | `a/b/index.html` |",
        "| docs/en/index.md | `en/index.html` |",
    ]


def test_a_flood_is_cut() -> None:
    found = diagnostics(*[("A001", Severity.ERROR, "a", "")] * 35)
    lines = summary.gate_summary(found, [], REPOSITORY).splitlines()
    assert lines[4] == f"### [A001]({RULES}#a001): kļūda, 35 vietas"
    assert sum("| a |" in line for line in lines) == 30
    assert "… un vēl 5." in lines


def link(url: str, code: int | None = None) -> dict[str, Any]:
    return {"url": url, "status": {"text": "…", **({"code": code} if code else {"details": "…"})}}


def test_broken_links_stand_apart_from_those_a_robot_cannot_judge() -> None:
    report = {
        "error_map": {
            "site/index.html": [link("https://a.lv/", 404), link("https://b.lv/", 403), link("https://c.lv/", 503)],
            "site/en/x/index.html": [link("https://a.lv/", 404), link("https://nav.lv/x_y|")],
        },
        "timeout_map": {"site/404.html": [link("https://d.lv/")]},
    }
    assert summary.links_summary(report).splitlines() == [
        "## Saites uz citām vietnēm",
        "",
        "### Nedarbojas: 2 saites",
        "",
        "Atrodiet jaunu adresi vai izņemiet saiti.",
        "",
        "| Saite | Kas notiek | Kurās mūsu lapās |",
        "|---|---|---|",
        "| <https://a.lv/> | atbilde 404 | /, /en/x/ |",
        "| <https://nav.lv/x_y%7C> | vietni nevar sasniegt | /en/x/ |",
        "",
        "### Jāatver pašam: 3 saites",
        "",
        "Vietne neatbild programmai; pārlūkā tā, iespējams, darbojas.",
        "",
        "| Saite | Kas notiek | Kurās mūsu lapās |",
        "|---|---|---|",
        "| <https://b.lv/> | atbilde 403 | / |",
        "| <https://c.lv/> | atbilde 503 | / |",
        "| <https://d.lv/> | neatbild laikā | /404.html |",
    ]


def test_a_link_broken_on_many_pages_names_a_few() -> None:
    report = {"error_map": {f"site/p{number}/index.html": [link("https://a.lv/", 404)] for number in range(7)}}
    assert "/p0/, /p1/, /p2/, /p3/, /p4/ un vēl 2 |" in summary.links_summary(report)


def test_links_that_all_work() -> None:
    text = summary.links_summary({"error_map": {}, "timeout_map": {}})
    assert text == "## Saites uz citām vietnēm\n\nVisas saites darbojas.\n"


def test_the_script_reads_files_and_prints(tmp_path: Path) -> None:
    found, changes, links = tmp_path / "found", tmp_path / "changes", tmp_path / "links"
    found.write_text("[]\n", "utf-8")
    changes.write_text("A\0docs/lv/x.md\0", "utf-8")
    links.write_text(json.dumps({}), "utf-8")
    gate = ["gate", "--diagnostics", str(found), "--changes", str(changes), "--repository", "a/b", "--commit", "c"]
    weekly = ["links", "--results", str(links)]
    built = ["built", "--artifact", "https://a.lv/", "--changes", str(changes)]
    calls = {"| docs/lv/x.md | jauna |": gate, "Visas saites": weekly, "`x/index.html`": built}
    for expected, arguments in {**calls, "https://b.lv/\n": ["site", "--repository", "a/b"]}.items():
        result = subprocess.run(
            [sys.executable, str(SCRIPT), *arguments],
            env={**os.environ, "PYTHONUTF8": "1", "GUIDE_SITE_URL": "https://b.lv"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert expected in result.stdout
