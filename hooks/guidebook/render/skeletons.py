"""What a new page, term, source or fact begins with; every blank is one the gate names."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from guidebook import ids
from guidebook.latvian import fold
from guidebook.model import Heading
from guidebook.parse.data import FACT_KEYS, SOURCE_KEYS, read_nav
from guidebook.parse.yaml_nodes import load_tolerant

ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
FACT_FIELDS = ("value", *(key for key, rule in FACT_KEYS.items() if rule.required and key != "value"))
_LONG_VOWELS = str.maketrans("āēīōū", "aeiou")
_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = re.compile(rf"{_WORDS}(?:/{_WORDS})*")
_SIGN = re.compile(r"[\\`*_{}\[\]<]|#(?=#*$)")
_PREFIXES = {"page": "", "term": "term-", "source": "source-", "fact": "fact-"}


@dataclass(frozen=True, slots=True)
class Name:
    """What the editor wants to call a new thing."""

    kind: str
    """page, term, source or fact."""
    ident: str
    """Below docs/lv/ and without .md for a page; the id as authors write it for the rest."""

    @property
    def is_valid(self) -> bool:
        """Whether it follows the grammar of ids."""
        if self.kind == "page":
            return _PAGE.fullmatch(self.ident) is not None
        return ids.is_valid(f"source-{self.ident}" if self.kind == "source" else self.ident)


def name_of(kind: str, given: str) -> Name:
    """The name in `given`, which may lack its kind or, for a page, bring folder and ending."""
    if kind == "page":
        return Name(kind, given.removeprefix("docs/").removeprefix("lv/").removesuffix(".md"))
    prefix = _PREFIXES[kind]
    bare = given[len(prefix) :] if given.lower().startswith(prefix) else given
    return Name(kind, bare if kind == "source" else prefix + bare)


def offered(name: Name, taken: Iterable[str]) -> Name:
    """A valid name near `name` that is not among `taken`."""
    known = set(taken)
    if name.kind == "page":
        parts = [ids.slug(part) for part in name.ident.split("/") if part.strip()]
        return Name(name.kind, ids.unique("/".join(parts) or "sadala", known))
    prefix = "" if name.kind == "source" else _PREFIXES[name.kind]
    return Name(name.kind, ids.unique(prefix + ids.slug(name.ident.removeprefix(prefix)), known))


def page_text(title: str) -> str:
    """A page with its title and everything else blank."""
    blanks = "description:\nprogramme:\naudience:\nreviewed:\nhandbooks:"
    return f"---\ntitle: {_scalar(title)}\n{blanks}\n---\n\n# {_printed(title)}\n"


def record_text(name: Name, title: str) -> str:
    """The entry of a source or a fact; a source may have its title already."""
    fields = tuple(SOURCE_KEYS) if name.kind == "source" else FACT_FIELDS
    first = f"{fields[0]}: {_scalar(title)}" if name.kind == "source" and title else f"{fields[0]}:"
    return "\n  ".join([f"{name.ident}:", first, *(f"{field}:" for field in fields[1:])]) + "\n"


def with_record(text: str, record: str) -> str:
    """A data file with one entry more at its end."""
    return f"{text.rstrip()}\n\n{record}" if text.strip() else record


def with_term(text: str, headings: Iterable[Heading], name: Name, title: str) -> str:
    """A glossary page with one term more, at its place in the Latvian alphabet.

    `headings` are those of the page, whose lines are counted in `text`.
    """
    rows = text.rstrip("\n").split("\n")
    behind: int | None = None
    seen = False
    for heading in headings:
        is_term = ids.kind_of(heading.anchor) == "term"
        if (is_term and alphabetic(heading.title) > alphabetic(title)) or (seen and not is_term and heading.level <= 2):
            behind = heading.at.line - 1
            break
        seen = seen or is_term
    entry = [f'## {_printed(title)} {{#{name.ident} en=""}}', ""]
    if behind is None:
        return "\n".join([*rows, "", entry[0], ""])
    return "\n".join([*rows[:behind], *entry, *rows[behind:], ""])


def with_page(config: str, path: str) -> str | None:
    """mkdocs.yml with the page behind the last one of its folder; None where that place is not plain.

    Every other line stays as it is, comments and order too.
    """
    folder = path.rpartition("/")[0]
    before = read_nav("", config)
    siblings = [index for index, entry in enumerate(before) if entry.path.rpartition("/")[0] == folder]
    if not folder or not siblings:
        return None
    last = before[siblings[-1]].at.line - 1
    rows = config.split("\n")
    written = re.escape(before[siblings[-1]].path)
    mark = re.match(rf"\s*- (?=(?:[^\[\]{{}}:#]+: +)?{written}\s*(?:#.*)?$)", rows[last])
    if mark is None:
        return None
    changed = "\n".join([*rows[: last + 1], mark[0] + path, *rows[last + 1 :]])
    wanted = [entry.path for entry in before]
    wanted.insert(siblings[-1] + 1, path)
    return changed if [entry.path for entry in read_nav("", changed)] == wanted else None


def alphabetic(title: str) -> tuple[list[int], str]:
    """Sorts by the Latvian alphabet; a long vowel stands with its short one, as in dictionaries."""
    signs = [sign for sign in title.lower().translate(_LONG_VOWELS) if sign.isalnum() or sign == " "]
    order = [ALPHABET.find(sign if sign in ALPHABET else fold(sign)[:1] or " ") for sign in "".join(signs).strip()]
    return order, title.lower()


def _printed(title: str) -> str:
    """A title as Markdown that prints it as it is."""
    return _SIGN.sub(r"\\\g<0>", title)


def _scalar(text: str) -> str:
    """A text as a YAML value, in quotes where it needs them."""
    try:
        plain = load_tolerant(f"key: {text}") == {"key": text}
    except yaml.YAMLError:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)
