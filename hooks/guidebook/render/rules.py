"""The reference of rules for editors, made from the rules' own explanations."""

import re
from collections.abc import Iterable
from inspect import cleandoc
from typing import Protocol
from urllib.parse import urljoin

from guidebook.diagnostics import Severity
from guidebook.model import Guide

FAMILIES = {
    "FILE": "Faila saglabāšana",
    "META": "Lapas galva un datu faili",
    "DATA": "Datu tabulas",
    "ATTR": "Figūriekavas",
    "HEAD": "Virsraksti",
    "LIST": "Saraksti",
    "ID": "Id",
    "NAV": "Izvēlne",
    "REF": "Saites",
    "IMG": "Attēli",
    "TERM": "Termini",
    "CIT": "Atsauces uz avotiem",
    "FACT": "Datēti fakti",
    "ITEM": "Kontrolsarakstu punkti",
    "SNIP": "Kopīgi fragmenti",
    "NOTE": "Zemsvītras piezīmes",
    "RED": "Pārceltas lapas un id",
    "LANG": "Valodas",
    "PRIV": "Personas dati",
    "SAFE": "Drošība",
    "TYPO": "Tipogrāfija",
    "TEXT": "Bojāts teksts",
    "MD": "Markdown uzbūve",
    "DUP": "Atkārtojumi",
    "PLAIN": "Vienkārša valoda",
    "SPELL": "Pareizrakstība",
    "DATE": "Pārskatīšana",
    "NEW": "Neaizpildītas vietas",
    "LOG": "Izmaiņu fails CHANGELOG.md",
    "PDF": "Drukāšana",
}
"""Family of codes -> what its rules are about, in the order of the page."""
_EXAMPLE = re.compile(r"^(Slikti|Labi): (.*)$")


class Explained(Protocol):
    """What the reference needs of a rule."""

    @property
    def code(self) -> str:
        """The rule's code."""

    @property
    def severity(self) -> Severity:
        """How grave its findings are."""

    @property
    def explanation(self) -> str:
        """One line, then examples."""


def rules_reference(rules: Iterable[Explained]) -> str:
    """Every code once, by family, as Markdown with the code as anchor."""
    by_code = {rule.code: rule for rule in rules}
    lines: list[str] = []
    for family, about in FAMILIES.items():
        codes = sorted(code for code in by_code if code.rstrip("0123456789") == family)
        if codes:
            lines.append(f"\n## {about} {{#{family.lower()}}}\n")
        for code in codes:
            lines += _rule(by_code[code])
    return "\n".join(lines) + "\n"


def rules_address(guide: Guide, site: str = "") -> str:
    """The address of the page with the reference: of the site `site`, else below it; “” where there is no such page.

    With “#” and a code in lower case it is the address of one rule.
    """
    for page in guide.pages_in(guide.languages[0]):
        if any(mention.kind == "value" and mention.target == "rules" for mention in page.mentions):
            return urljoin(f"{site.rstrip('/')}/", guide.address(page)) if site else guide.address(page)
    return ""


def _rule(rule: Explained) -> list[str]:
    first, *rest = cleandoc(rule.explanation).splitlines()
    lines = [f"\n### {rule.code} {{#{rule.code.lower()}}}\n", f"{_plain(first)} *({rule.severity.latvian})*\n"]
    for line in rest:
        example = _EXAMPLE.match(line.strip())
        if example:
            lines.append(f"- **{example[1]}:** {_code(example[2])}")
        elif line.strip():
            lines.append(f"{_plain(line.strip())}\n")
    return lines


def _code(example: str) -> str:
    """An example as code when it shows signs of the syntax, else as text."""
    return f"``` {example} ```" if re.search(r"[{}\[\]#`<>@!]|^\w+: |^- ", example) else _plain(example)


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#!|])", r"\\\1", text)
