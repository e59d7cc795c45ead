"""Ids of checklist items."""

import posixpath
import re

from guidebook import ids
from guidebook.fix.text import HIDDEN, Block, Text, layout, words
from guidebook.latvian import WORD

FIRST_WORDS = 4
_BRACES = re.compile(r"(?<!\{)\{([^{}\n]*)\}\s*$")
_ATTRIBUTES = re.compile(r"\s*(?:(?:who|when)=\"[^\"\n]*\"\s*)*")


def ids_of_items(text: Text) -> str:
    """A new checklist item gets an id of the page and its first words; who does it and when is for people (ITEM001)."""
    if not text.is_latvian or not re.search(r"\[[ xX]\] ", text.text):
        return text.text
    rows, shown = text.text.split("\n"), words(text).split("\n")
    taken = {*text.taken, *re.findall(r"#(item-[a-z0-9-]+)", text.text)}
    for block in layout(text.text).blocks:
        if not block.is_item or not block.lines:
            continue
        row = block.lines[-1][0]
        braces = _BRACES.search(rows[row])
        if braces and not _ATTRIBUTES.fullmatch(braces[1]):
            continue
        ident = ids.unique(_ident(text.path, block, shown), taken)
        if braces:
            attributes = f"#{ident} {braces[1].strip()}".strip()
            rows[row] = f"{rows[row][: braces.start()].rstrip()} {{{attributes}}}"
        else:
            rows[row] = f"{rows[row].rstrip()} {{#{ident}}}"
    return "\n".join(rows)


def _ident(path: str, block: Block, shown: list[str]) -> str:
    folder, name = posixpath.split(path.removesuffix(".md"))
    page = posixpath.basename(folder) if name == "index" else name
    said = " ".join(shown[row][column:] for row, column in block.lines).replace(HIDDEN, " ")[4:]
    first = " ".join(WORD.findall(said)[:FIRST_WORDS])
    return f"item-{ids.slug(f'{page} {first}')}"
