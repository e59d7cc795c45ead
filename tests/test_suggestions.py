"""From what the fix changed to suggestions in a pull request; nothing of the artifact is trusted."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import suggestions
import yaml
from builders import page, write_project
from hypothesis import given
from hypothesis import strategies as st
from site_build import ROOT

from guidebook.__main__ import main

PATH = "docs/lv/a.md"
BOT = {"login": suggestions.BOT}


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.quotePath=false"]
    result = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return result.stdout


@pytest.fixture
def pull(tmp_path: Path) -> tuple[str, list[dict[str, Any]]]:
    """The diff of the fix on a page of a pull request, and what GitHub says the pull request changed."""
    paths = (PATH, "docs/lv/divi vārdi.md", "docs/lv/sena.md")
    old = page("# Lapa\n\nViens.\n\nDivi - trīs.\n" + "\nTeksts.\n" * 9)
    write_project(tmp_path, dict.fromkeys(paths, old))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=a")
    for path in paths[:2]:
        text = old.replace("Viens.", 'Viens "labs" vārds.') + "\nTikai 15 %.\n\nStarp.\n\n\n\n\nBeigas…\n"
        (tmp_path / path).write_text(text, "utf-8")
    names = git(tmp_path, "diff", "--name-only").splitlines()
    files = [{"filename": name, "patch": git(tmp_path, "diff", "--", name)} for name in names]
    for file in files:
        file["patch"] = file["patch"][file["patch"].index("@@") :].rstrip("\n")
    git(tmp_path, "add", ".")
    assert main(["fix", "--root", str(tmp_path)]) == 0
    return git(tmp_path, "diff"), files


def test_what_the_fix_changes_in_the_lines_of_the_pull_request_is_suggested(
    pull: tuple[str, list[dict[str, Any]]],
) -> None:
    diff, files = pull
    assert "sena.md" in diff  # mended, but not changed by the pull request
    found = suggestions.review(diff, files, [], "abc")
    assert found is not None
    assert (found["commit_id"], found["event"]) == ("abc", "COMMENT")
    assert {each["path"] for each in found["comments"]} == {PATH, "docs/lv/divi vārdi.md"}
    texts = [each["body"] for each in found["comments"] if each["path"] == PATH]
    assert [text.split("\n")[0] for text in texts] == [
        suggestions.ADVICE,
        suggestions.ADVICE,
        suggestions.UNSEEN,
        suggestions.UNSEEN,
    ]
    assert "```suggestion\nViens “labs” vārds.\n```" in texts[0]
    assert "```suggestion\nDivi – trīs.\n```" in texts[1]  # shown as context of the change above it
    assert "```suggestion\nTikai 15\u00a0%.\n```" in texts[2]
    assert "```suggestion\n```" in texts[3]  # empty lines that go
    places = [(each.get("start_line"), each["line"]) for each in found["comments"] if each["path"] == PATH]
    assert places[:3] == [(None, 7), (None, 9), (None, 29)]
    assert places[3][0] < places[3][1]


def test_the_same_is_not_suggested_again(pull: tuple[str, list[dict[str, Any]]]) -> None:
    diff, files = pull
    first = suggestions.review(diff, files, [], "abc")
    assert first is not None
    posted = [{**comment, "user": BOT} for comment in first["comments"]]
    assert suggestions.review(diff, files, posted, "abd") is None
    others = [{**comment, "user": {"login": "kads"}} for comment in posted]
    assert suggestions.review(diff, files, others, "abd") == {**first, "commit_id": "abd"}
    outdated = [{**comment, "line": None} for comment in posted]
    assert suggestions.review(diff, files, outdated, "abd") == {**first, "commit_id": "abd"}


def patch(*lines: str) -> list[dict[str, Any]]:
    """A pull request that adds these lines at the top of the page."""
    return [{"filename": PATH, "patch": "\n".join([f"@@ -0,0 +1,{len(lines)} @@", *(f"+{line}" for line in lines)])}]


def fixed(before: str, after: str, path: str = PATH, line: int = 1) -> str:
    return f"--- a/{path}\n+++ b/{path}\n@@ -{line} +{line} @@\n-{before}\n+{after}\n"


def test_a_change_of_one_line_with_backticks() -> None:
    found = suggestions.review(fixed("```", "````"), patch("```"), [], "a")
    assert found is not None
    [comment] = found["comments"]
    assert "\n`````suggestion\n````\n`````\n<!--" in comment["body"]
    assert (comment["line"], comment["side"]) == (1, "RIGHT")


def test_lines_put_in_belong_to_the_line_above() -> None:
    diff = f"--- a/{PATH}\n+++ b/{PATH}\n@@ -1,2 +1,3 @@\n a\n+b\n c\n"
    found = suggestions.review(diff, patch("a", "c"), [], "a")
    assert found is not None
    assert "```suggestion\na\nb\n```" in found["comments"][0]["body"]
    assert found["comments"][0]["line"] == 1


REFUSED = {
    "another folder": (fixed("a", "b", ".github/workflows/x.yml"), "a"),
    "a way out of the folder": (fixed("a", "b", "docs/../x.md"), "a"),
    "a file outside the pull request": (fixed("a", "b", "docs/lv/b.md"), "a"),
    "a line outside the pull request": (fixed("a", "b", line=2), "a"),
    "a line that says something else": (fixed("a", "b"), "c"),
    "no change": (fixed("a", "a"), "a"),
    "a sign that is not seen": (fixed("a", "b\u202e"), "a"),
    "a control sign": (fixed("a", "b\x1b[2J"), "a"),
    "line ends of Windows only": (fixed("a\r", "a"), "a\r"),
    "a flood": (fixed("a", "b" * 6000), "a"),
    "no path": ("@@ -1 +1 @@\n-a\n+b\n", "a"),
    "a hunk that lies": (f"+++ b/{PATH}\n@@ -9999999,9999999 +1 @@\n-a\n+b\n", "a"),
    "a line that is never there": (fixed("\0", "b", line=7), "a"),
    "numbers without end": (f"+++ b/{PATH}\n@@ -{'9' * 5000} +1 @@\n-a\n+b\n", "a"),
}


@pytest.mark.parametrize(("diff", "line"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_suggested(diff: str, line: str) -> None:
    assert suggestions.review(diff, patch(line), [], "a") is None


def test_no_more_than_a_reader_can_take() -> None:
    lines = [f"{number} -" for number in range(99)]
    diff = "".join(fixed(text, f"{text}-", line=number) for number, text in enumerate(lines, start=1))
    found = suggestions.review(diff, patch(*lines), [], "a")
    assert found is not None
    assert len(found["comments"]) == suggestions.MOST


def test_equal_changes_at_two_places_are_two_suggestions() -> None:
    diff = fixed("a", "b") + fixed("a", "b", line=3)
    files = patch("a", "", "a")
    found = suggestions.review(diff, files, [], "a")
    assert found is not None
    assert [each["line"] for each in found["comments"]] == [1, 3]
    posted = [{**found["comments"][0], "user": BOT}]
    again = suggestions.review(diff, files, posted, "a")
    assert again is not None
    assert len(again["comments"]) == 1


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["@@ -1,2 +1,2 @@", "@@ -1 +1,3 @@", f"+++ b/{PATH}", f"--- a/{PATH}", " a", "-a", "+b", "\\ No"]
        ),
        st.text(max_size=9),
    ),
    max_size=20,
).map("\n".join)


@given(LINES, LINES)
def test_any_text_is_read_without_fault(diff: str, shown: str) -> None:
    found = suggestions.review(diff, [{"filename": PATH, "patch": shown}], [], "a")
    for comment in found["comments"] if found else ():
        assert comment["path"] == PATH
        assert 1 <= comment.get("start_line", comment["line"]) <= comment["line"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip"])
def test_an_artifact_that_is_none_holds_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert suggestions.diff_in(tmp_path / "a.zip") == ""


def test_the_script_finds_the_pull_request_and_prints_a_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def written(name: str, value: object) -> str:
        (tmp_path / name).write_text(json.dumps(value), "utf-8")
        return str(tmp_path / name)

    pulls = written("pulls", [{"number": 6, "head": {"sha": "b"}}, {"number": 7, "head": {"sha": "a"}}])
    for commit, number in (("a", "7\n"), ("c", "\n")):
        suggestions.main(["find", "--pulls", pulls, "--commit", commit])
        assert capsys.readouterr().out == number
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(suggestions.DIFF, fixed("a - b", "a – b"))
    data = ["--artifact", str(tmp_path / "a.zip"), "--comments", written("comments", [[], []]), "--commit", "a"]
    suggestions.main(["review", *data, "--files", written("files", [patch("a - b"), []])])
    assert json.loads(capsys.readouterr().out)["comments"][0]["line"] == 1
    suggestions.main(["review", *data, "--files", written("files", [[]])])
    assert capsys.readouterr().out == ""


GH = """#!/usr/bin/env bash
# Stands for GitHub: answers from files, keeps what is posted.
case "$*" in
  *--input*) cat review.json > posted.json ;;
  *"repos/a/b/pulls "*|*"repos/a/b/pulls") cat "$ANSWERS/pulls" ;;
  *"/runs/5/artifacts?name=labojumi"*) echo 9 ;;
  *"/artifacts/9/zip"*) cat "$ANSWERS/a.zip" ;;
  *"/pulls/7/files?"*) cat "$ANSWERS/files" ;;
  *"/pulls/7/comments?"*) cat "$ANSWERS/comments" ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
"""


@pytest.mark.parametrize(("commit", "posts"), [("a", True), ("older", False)])
def test_the_workflow_posts_the_review(tmp_path: Path, commit: str, posts: bool) -> None:
    answers = tmp_path / "answers"
    answers.mkdir()
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    pull = {"number": 7, "head": {"sha": "a"}}
    for name, value in {"pulls": [pull], "files": [patch("a - b")], "comments": [[]]}.items():
        (answers / name).write_text(json.dumps(value), "utf-8")
    with zipfile.ZipFile(answers / "a.zip", "w") as archive:
        archive.writestr(suggestions.DIFF, fixed("a - b", "a – b"))
    workflow = yaml.safe_load((ROOT / ".github/workflows/suggest.yml").read_text("utf-8"))
    script = workflow["jobs"]["suggest"]["steps"][-1]["run"]
    variables = {"GITHUB_REPOSITORY": "a/b", "RUN": "5", "COMMIT": commit, "HEAD": "c:d", "RUNNER_TEMP": str(tmp_path)}
    path = f"{tmp_path}:{os.environ['PATH']}"
    environment = {**os.environ, **variables, "ANSWERS": str(answers), "PATH": path}
    # As GitHub runs it: bash -e.
    subprocess.run(["bash", "-e", "-c", script], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert (tmp_path / "posted.json").exists() == posts
    if posts:
        assert json.loads((tmp_path / "posted.json").read_text("utf-8"))["comments"][0]["path"] == PATH


def test_the_check_hands_over_what_the_fix_changes_in_the_text_of_the_pull_request(tmp_path: Path) -> None:
    """The steps of check.yml on a merged pull request whose base went on."""
    good = page("# Lapa\n\nViens.\n")
    write_project(tmp_path, {PATH: good, "docs/lv/b.md": good})
    for arguments in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "a"], ["switch", "-qc", "pull"]):
        git(tmp_path, *arguments)
    (tmp_path / PATH).write_text(good.replace("Viens.", "Viens - divi."), "utf-8")
    git(tmp_path, "commit", "-qam", "b")
    git(tmp_path, "switch", "-q", "main")
    (tmp_path / "docs/lv/b.md").write_text(good.replace("Viens.", "Divi - trīs."), "utf-8")
    git(tmp_path, "commit", "-qam", "c")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "d", "pull")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tmp_path / ".venv/bin/python").chmod(0o755)
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))
    [script] = [step["run"] for step in workflow["jobs"]["content"]["steps"] if "guidebook fix" in step.get("run", "")]
    (tmp_path / "out").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "RUNNER_TEMP": str(tmp_path / "out")}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=True)
    diff = (tmp_path / "out" / suggestions.DIFF).read_text("utf-8")
    assert [(each.path, each.after) for each in suggestions.changes(diff)] == [(PATH, ("Viens – divi.",))]
