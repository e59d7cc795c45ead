"""Step summaries in Latvian, for editors: what the gate says of a change, and which external links fail.

python .github/scripts/summary.py gate --diagnostics FILE --changes FILE --repository OWNER/NAME --commit HASH
python .github/scripts/summary.py built --artifact URL --changes FILE
python .github/scripts/summary.py links --results FILE
python .github/scripts/summary.py site --repository OWNER/NAME

`gate` reads the gate's `--format json`; changes are the output of `git diff --name-status --no-renames -z`; `links`
reads the JSON report of lychee. They print Markdown. `site` prints where the site is published: GUIDE_SITE_URL, else
the address GitHub Pages gives the repository.
"""

import argparse
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

DEFAULT_LANGUAGE = "lv"
ROWS = 30
"""How many places one rule may list: a step summary has a limit of 1 MiB."""
PAGES = 5
"""How many of the pages with the same broken link are named."""
SEVERITIES = {
    "error": ("kļūdu", "kļūda", "kļūdas"),
    "warning": ("brīdinājumu", "brīdinājums", "brīdinājumi"),
    "info": ("ziņu", "ziņa", "ziņas"),
}
CHANGES = {"A": "jauna", "D": "dzēsta"}
RULES = "redaktoriem/noteikumi/"
"""The page that explains each rule, below the site's address; its code in lower case is the anchor."""
REFUSALS = frozenset({401, 403, 405, 408, 429, 999})
"""Answers a site gives to robots though people may see the page; so are 500 and above, and silence."""
_MARKDOWN = re.compile(r"([\\`*\[\]<>|#~&$]|(?<!\w)_|_(?!\w))")
_UNSAFE = re.compile(r"[\s<>|\\]")
_PAGE = re.compile(r"docs/([a-z]{2})/(.+)\.md")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the change stands on GitHub."""

    name: str
    commit: str = ""
    server: str = "https://github.com"
    published: str = ""
    """The site's address where it is known."""

    def line(self, path: str, line: int) -> str:
        """The address of one line of a file, as source."""
        return f"{self.server}/{self.name}/blob/{self.commit}/{quote(path)}?plain=1#L{line}"

    @property
    def site(self) -> str:
        """Its address, else where GitHub Pages publishes the repository; GitHub leads on to a domain of its own."""
        if self.published:
            return f"{self.published.rstrip('/')}/"
        owner, _, name = self.name.partition("/")
        host = f"{owner.lower()}.github.io"
        return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def counted(number: int, forms: tuple[str, str, str]) -> str:
    """A number with its noun; forms after 0, after 1 and after 2: “0 kļūdu, 21 kļūda, 2 kļūdas, 11 kļūdu”.

    Source of the classes: Unicode CLDR, plural rules, Latvian.
    """
    if number % 10 == 0 or 11 <= number % 100 <= 19:
        return f"{number} {forms[0]}"
    return f"{number} {forms[1] if number % 10 == 1 else forms[2]}"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, also in a table cell."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def page_address(path: str) -> str | None:
    """The path below the site's address of a page's file; None for a file that is no page of its own.

    “docs/lv/mobilitate/planosana.md” -> “mobilitate/planosana/”, “docs/en/index.md” -> “en/”.
    """
    page = _PAGE.fullmatch(path)
    if page is None:
        return None
    language, name = page.groups()
    below = name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"
    return below if language == DEFAULT_LANGUAGE else f"{language}/{below}"


def parse_changes(text: str) -> list[tuple[str, str]]:
    """The (status, path) pairs that `git diff --name-status --no-renames -z` prints."""
    fields = text.split("\0")
    return list(zip(fields[0::2], fields[1::2], strict=False))


def parse_diagnostics(text: str) -> list[dict[str, Any]] | None:
    """The gate's diagnostics; None when the gate itself failed and printed none."""
    return json.loads(text) if text.strip() else None


def gate_summary(
    diagnostics: list[dict[str, Any]] | None, changes: Iterable[tuple[str, str]], repository: Repository
) -> str:
    """The whole summary of a change."""
    findings = [*_verdict(diagnostics), *_rules(diagnostics or [], repository)]
    return "\n".join(["## Satura pārbaude", "", *findings, *_changed(list(changes), repository)])


def built_summary(artifact: str, changes: Iterable[tuple[str, str]]) -> str:
    """Where a reviewer finds the changed pages in the site that was built from the change."""
    lines = ["## Vietne ar šīm izmaiņām", "", f"[Lejupielādējiet vietni]({artifact}) un izpakojiet arhīvu.", ""]
    pages = [(path, page_address(path)) for status, path in changes if status != "D"]
    files = [(path, f"{address}index.html") for path, address in pages if address is not None]
    if files:
        lines += ["| Izmainītā lapa | Ko atvērt arhīvā |", "|---|---|"]
        lines += [f"| {escaped(path)} | `{file}` |" for path, file in files[:ROWS]]
        lines += ["", *_left_off(files)]
    return "\n".join(lines)


def links_summary(report: Mapping[str, Any]) -> str:
    """The whole summary of lychee's report: the links that are broken, then those a robot cannot judge."""
    pages: dict[str, set[str]] = defaultdict(set)
    answers: dict[str, tuple[bool, str]] = {}
    for kind in ("error_map", "timeout_map"):
        for file, links in report.get(kind, {}).items():
            for link in links:
                pages[link["url"]].add(_page_of(file))
                answers[link["url"]] = _answer(link["status"], kind == "timeout_map")
    unsure = sorted(url for url, (for_a_person, _) in answers.items() if for_a_person)
    broken = sorted(answers.keys() - set(unsure))
    lines = ["## Saites uz citām vietnēm", "", *([] if answers else ["Visas saites darbojas.", ""])]
    lines += _links("Nedarbojas", "Atrodiet jaunu adresi vai izņemiet saiti.", broken, answers, pages)
    lines += _links(
        "Jāatver pašam", "Vietne neatbild programmai; pārlūkā tā, iespējams, darbojas.", unsure, answers, pages
    )
    return "\n".join(lines)


def _verdict(diagnostics: list[dict[str, Any]] | None) -> list[str]:
    if diagnostics is None:
        return ["**Pārbaudi nevarēja palaist.** Iemesls ir žurnālā, solī “Pārbauda saturu”.", ""]
    if not diagnostics:
        return ["**Viss kārtībā:** nav ne kļūdu, ne brīdinājumu.", ""]
    found = {name: sum(each["severity"] == name for each in diagnostics) for name in SEVERITIES}
    numbers = [counted(found[name], forms) for name, forms in SEVERITIES.items() if found[name] or name != "info"]
    advice = "Kļūdas aptur publicēšanu." if found["error"] else "Publicēšanu tas neaptur."
    return [f"**{', '.join(numbers)}.** {advice}", ""]


def _rules(diagnostics: list[dict[str, Any]], repository: Repository) -> list[str]:
    rules: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for each in diagnostics:
        rules[list(SEVERITIES).index(each["severity"]), each["code"]].append(each)
    lines: list[str] = []
    for (_, code), found in sorted(rules.items()):
        name = SEVERITIES[found[0]["severity"]][1]
        explained = f"[{code}]({repository.site}{RULES}#{code.lower()})"
        lines += [f"### {explained}: {name}, {counted(len(found), ('vietu', 'vieta', 'vietas'))}", ""]
        lines += ["| Kur | Kas nav kārtībā | Kā labot |", "|---|---|---|"]
        lines += [_place(each, repository) for each in found[:ROWS]]
        lines += ["", *_left_off(found)]
    return lines


def _place(each: Mapping[str, Any], repository: Repository) -> str:
    path, line = each["path"], each["line"]
    where = f"[{escaped(path)}, {line}. rinda]({repository.line(path, line)})"
    return f"| {where} | {escaped(each['message'])} | {escaped(each['hint']) or '–'} |"


def _changed(changes: list[tuple[str, str]], repository: Repository) -> list[str]:
    if not changes:
        return []
    lines = ["### Izmainītās lapas", "", "| Fails | Lapa ir | Adrese pēc publicēšanas |", "|---|---|---|"]
    for status, path in changes[:ROWS]:
        address = page_address(path)
        if address is None:
            where = "redzama lapās, kas šo failu iekļauj"
        else:
            where = "nebūs" if status == "D" else f"<{repository.site}{quote(address)}>"
        lines.append(f"| {escaped(path)} | {CHANGES.get(status, 'mainīta')} | {where} |")
    return [*lines, "", *_left_off(changes)]


def _left_off(rows: list[Any]) -> list[str]:
    return [f"… un vēl {len(rows) - ROWS}.", ""] if len(rows) > ROWS else []


def _page_of(file: str) -> str:
    below = Path(file).as_posix().removeprefix("./").removeprefix("site/")
    return "/" + below.removesuffix("index.html")


def _answer(status: Mapping[str, Any], silent: bool) -> tuple[bool, str]:
    """Whether only a person can judge the answer, and what it was."""
    if silent:
        return True, "neatbild laikā"
    code = status.get("code")
    if code is None:
        return False, "vietni nevar sasniegt"
    return code in REFUSALS or code >= 500, f"atbilde {code}"


def _links(
    title: str, advice: str, urls: list[str], answers: Mapping[str, tuple[bool, str]], pages: Mapping[str, set[str]]
) -> list[str]:
    if not urls:
        return []
    lines = [f"### {title}: {counted(len(urls), ('saišu', 'saite', 'saites'))}", "", advice, ""]
    lines += ["| Saite | Kas notiek | Kurās mūsu lapās |", "|---|---|---|"]
    for url in urls:
        address = _UNSAFE.sub(lambda char: quote(char[0]), url)
        named = ", ".join(escaped(page) for page in sorted(pages[url])[:PAGES])
        more = f" un vēl {len(pages[url]) - PAGES}" if len(pages[url]) > PAGES else ""
        lines.append(f"| <{address}> | {answers[url][1]} | {named}{more} |")
    return [*lines, ""]


def main(arguments: list[str] | None = None) -> int:
    """Prints the summary asked for."""
    options = _parser().parse_args(arguments)
    published = os.environ.get("GUIDE_SITE_URL", "")
    if options.command == "links":
        print(links_summary(json.loads(options.results.read_text("utf-8"))))
    elif options.command == "site":
        print(Repository(options.repository, published=published).site)
    elif options.command == "built":
        print(built_summary(options.artifact, parse_changes(options.changes.read_text("utf-8"))))
    else:
        diagnostics = parse_diagnostics(options.diagnostics.read_text("utf-8"))
        changes = parse_changes(options.changes.read_text("utf-8"))
        repository = Repository(options.repository, options.commit, published=published)
        print(gate_summary(diagnostics, changes, repository))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Kopsavilkums redaktoriem (Markdown).")
    commands = parser.add_subparsers(dest="command", required=True)
    gate = commands.add_parser("gate", help="satura pārbaude un izmainītās lapas")
    gate.add_argument("--diagnostics", type=Path, required=True, help="guidebook check --format json")
    gate.add_argument("--changes", type=Path, required=True, help="git diff --name-status --no-renames -z")
    gate.add_argument("--repository", required=True, help="īpašnieks/nosaukums")
    gate.add_argument("--commit", required=True, help="pārbaudītais commit")
    built = commands.add_parser("built", help="kur uzbūvētajā vietnē ir izmainītās lapas")
    built.add_argument("--artifact", required=True, help="arhīva adrese")
    built.add_argument("--changes", type=Path, required=True, help="git diff --name-status --no-renames -z")
    site = commands.add_parser("site", help="vietnes adrese")
    site.add_argument("--repository", required=True, help="īpašnieks/nosaukums")
    links = commands.add_parser("links", help="saites uz citām vietnēm")
    links.add_argument("--results", type=Path, required=True, help="lychee --format json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
