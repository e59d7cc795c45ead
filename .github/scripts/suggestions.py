"""One-click suggestions for a pull request: what `make fix` would change, as review comments of GitHub.

python .github/scripts/suggestions.py find --pulls FILE --commit HASH
python .github/scripts/suggestions.py review --artifact ZIP --files FILE --comments FILE --commit HASH

`find` prints the number of the open pull request whose last commit is HASH, or nothing. `review` prints the review to
post as JSON, or nothing. FILE is what the REST API of GitHub answers: the pull requests, and of one of them the files
and the review comments in pages (`gh api --paginate --slurp`).

The artifact comes from a run of the pull request's own code: anything may be in it. It is read as data, in memory and
up to a size; a change in it is kept only where the pull request itself, as GitHub knows it, shows the same lines.
"""

import argparse
import json
import re
import sys
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

DIFF = "labojumi.diff"
"""The file in the artifact: `git diff` of what the fix changed."""
FOLDER = "docs/"
LARGEST_DIFF = 1_000_000
"""Bytes; of a longer diff the rest is not read."""
LONGEST = 5_000
"""Characters of one suggestion."""
MOST = 30
"""Suggestions in one review; the next push brings the others."""
BOT = "github-actions[bot]"
INTRO = (
    "Dažas vietas programma var izlabot pati. Cilnē *Files changed* pie ieteikuma spiediet *Commit suggestion*. "
    "Ja ieteikumu ir vairāk, pie katra spiediet *Add suggestion to batch* un beigās *Commit suggestions*. "
    "Ieteikumu, kas neder, neņemiet vērā."
)
ADVICE = "Tā rindu izlabotu programma."
UNSEEN = "Mainās tikai tas, ko neredz: atstarpe, tukša rinda vai neredzama zīme."
_HUNK = re.compile(r"@@ -([0-9]{1,7})(?:,([0-9]{1,7}))? \+([0-9]{1,7})(?:,([0-9]{1,7}))? @@")
_MARK = re.compile(r"<!-- labojums:([0-9a-f]{16}) -->")
_INVISIBLE = ("Cc", "Cf", "Co", "Cs")


@dataclass(frozen=True, slots=True)
class Change:
    """Lines of a file that the fix replaces."""

    path: str
    start: int
    """The first of them, from 1."""
    before: tuple[str, ...]
    """Never empty: where lines are only put in, the line beside them belongs to the change."""
    after: tuple[str, ...]

    @property
    def end(self) -> int:
        """The last of the replaced lines."""
        return self.start + len(self.before) - 1


def find_pull(pulls: Iterable[Mapping[str, Any]], commit: str) -> int | None:
    """The number of the pull request that ends with `commit`; None when there is none (any more)."""
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == commit), None)


def changes(diff: str) -> Iterator[Change]:
    """The changes of a unified diff with at least one line of context; whatever is no diff is passed over."""
    path = ""
    lines = iter(diff.split("\n"))
    for line in lines:
        if line.startswith("+++ "):
            path = line.removeprefix("+++ ").removeprefix("b/").rstrip("\t")
        elif (hunk := _HUNK.match(line)) and path:
            yield from _changes_of(path, int(hunk[1]), _hunk(lines, hunk))


def lines_shown(files: Iterable[Mapping[str, Any]]) -> dict[str, dict[int, str]]:
    """Path -> number -> text of each line that the pull request shows in its new state, where a comment may stand."""
    shown: dict[str, dict[int, str]] = {}
    for file in files:
        lines = iter(file.get("patch", "").split("\n"))
        for line in lines:
            if hunk := _HUNK.match(line):
                new = [text for sign, text in _hunk(lines, hunk) if sign in " +"]
                shown.setdefault(file["filename"], {}).update(enumerate(new, start=int(hunk[3])))
    return shown


def review(
    diff: str, files: Iterable[Mapping[str, Any]], comments: Iterable[Mapping[str, Any]], commit: str
) -> dict[str, Any] | None:
    """The review to post on `commit`: what of the diff may be suggested and is not suggested already."""
    shown = lines_shown(files)
    posted = Counter(mark for comment in comments for mark in _marks(comment))
    new = []
    for change in changes(diff):
        mark = _mark(change)
        if not _may_be_suggested(change, shown.get(change.path, {})):
            continue
        if posted[mark]:
            posted[mark] -= 1
        else:
            new.append(_comment(change, mark))
    return {"commit_id": commit, "event": "COMMENT", "body": INTRO, "comments": new[:MOST]} if new else None


def _hunk(lines: Iterator[str], head: re.Match[str]) -> Iterator[tuple[str, str]]:
    """(sign, text) of each line of a hunk; it ends where its head says or the diff does."""
    old, new = (int(count) if count is not None else 1 for count in (head[2], head[4]))
    while old > 0 or new > 0:
        line = next(lines, None)
        if line is None:
            return
        sign, text = line[:1] or " ", line[1:]
        if sign == "\\":
            continue
        if sign not in " +-":
            return
        old -= sign in " -"
        new -= sign in " +"
        yield sign, text


def _changes_of(path: str, first: int, hunk: Iterable[tuple[str, str]]) -> Iterator[Change]:
    """The changes of a hunk that begins at the line `first` of the old file."""
    number, start, context = first, first, ""
    before: list[str] = []
    after: list[str] = []
    for sign, text in (*hunk, (" ", "")):
        if sign == " " and (before or after):
            if before:
                yield Change(path, start, tuple(before), tuple(after))
            elif number > first:
                yield Change(path, number - 1, (context,), (context, *after))
            before, after = [], []
        if sign == "+":
            after.append(text)
            continue
        if sign == "-":
            start = start if before else number
            before.append(text)
        context = text
        number += 1


def _may_be_suggested(change: Change, shown: Mapping[int, str]) -> bool:
    """Whether the pull request shows these very lines and the new ones bring nothing a reader cannot see."""
    there = [shown.get(number) for number in range(change.start, change.end + 1)]
    before, after = ("\n".join(lines).replace("\r", "") for lines in (change.before, change.after))
    return (
        change.path.startswith(FOLDER)
        and ".." not in change.path
        and [line is not None and line.rstrip("\r") for line in there] == before.split("\n")
        and before != after
        and len(after) <= LONGEST
        and _unseen(after) <= _unseen(before)
    )


def _unseen(text: str) -> set[str]:
    return {sign for sign in text if unicodedata.category(sign) in _INVISIBLE and sign != "\n"}


def _comment(change: Change, mark: str) -> dict[str, Any]:
    text = "\n".join(change.after)
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    alike = _looks(change.before) == _looks(change.after)
    body = f"{UNSEEN if alike else ADVICE}\n\n{fence}suggestion\n{text}\n{fence}\n<!-- labojums:{mark} -->"
    if not change.after:
        body = body.replace("suggestion\n\n", "suggestion\n")
    place = {"path": change.path, "line": change.end, "side": "RIGHT"}
    if len(change.before) > 1:
        place |= {"start_line": change.start, "start_side": "RIGHT"}
    return {**place, "body": body}


def _looks(lines: Iterable[str]) -> str:
    """Lines as a reader sees them."""
    text = unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in lines)).expandtabs(4)
    return "".join(sign for sign in text.replace("\u00a0", " ") if unicodedata.category(sign) not in _INVISIBLE)


def _mark(change: Change) -> str:
    """What tells a suggestion from others, wherever its lines have moved."""
    return sha256(json.dumps([change.path, change.before, change.after]).encode()).hexdigest()[:16]


def _marks(comment: Mapping[str, Any]) -> list[str]:
    """The mark of one of our suggestions that still stands at a line; one that is outdated can no longer be taken."""
    ours = comment["user"]["login"] == BOT and comment.get("line")
    return _MARK.findall(comment["body"])[-1:] if ours else []


def diff_in(artifact: Path) -> str:
    """The diff in an artifact as text; “” when there is none that can be read."""
    try:
        with zipfile.ZipFile(artifact) as archive, archive.open(DIFF) as file:
            return file.read(LARGEST_DIFF).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, zlib.error):
        return ""


def _rows(file: Path) -> list[Any]:
    """The rows of all pages of an answer."""
    return [row for page in json.loads(file.read_text("utf-8")) for row in page]


def main(arguments: list[str] | None = None) -> int:
    """Prints what was asked for, or nothing."""
    options = _parser().parse_args(arguments)
    if options.command == "find":
        number = find_pull(json.loads(options.pulls.read_text("utf-8")), options.commit)
        print("" if number is None else number)
    else:
        found = review(diff_in(options.artifact), _rows(options.files), _rows(options.comments), options.commit)
        print(json.dumps(found) if found else "", end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Ieteikumi izmaiņu pieprasījumam.")
    commands = parser.add_subparsers(dest="command", required=True)
    find = commands.add_parser("find", help="pieprasījums, kura pēdējais commit ir šis")
    find.add_argument("--pulls", type=Path, required=True, help="GET /repos/…/pulls")
    found = commands.add_parser("review", help="vēl neizteiktie ieteikumi")
    found.add_argument("--artifact", type=Path, required=True, help=f"zip ar failu {DIFF}")
    found.add_argument("--files", type=Path, required=True, help="GET /repos/…/pulls/N/files, lappusēs")
    found.add_argument("--comments", type=Path, required=True, help="GET /repos/…/pulls/N/comments, lappusēs")
    for command in (find, found):
        command.add_argument("--commit", required=True, help="pieprasījuma pēdējais commit")
    return parser


if __name__ == "__main__":
    sys.exit(main())
