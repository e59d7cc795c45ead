"""What a reader gets of a page: its words, and the links, ids and code it holds."""

import re
import unicodedata
from html.parser import HTMLParser

from markdown import Markdown

from guidebook.fix.meaning import ZERO_WIDTH
from guidebook.latvian import WORD

EXTENSIONS = "attr_list def_list footnotes tables admonition pymdownx.details pymdownx.superfences".split()


def words(text: str) -> list[str]:
    gone = str.maketrans("", "", ZERO_WIDTH)
    return WORD.findall(unicodedata.normalize("NFC", text.translate(gone)))


class Rendered(HTMLParser):
    """The words, links, ids and code of a page in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[object] = []
        self.code = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, sorted((key, value) for key, value in attributes if key in ("href", "id", "src"))))
        self.code += tag in ("code", "pre")

    def handle_endtag(self, tag: str) -> None:
        self.code = max(0, self.code - (tag in ("code", "pre")))  # “<A`b`” opens a tag that has no name.

    def handle_data(self, data: str) -> None:
        if self.code:
            self.tags.append(data.strip())
        else:
            self.text.append(data)


def rendered(text: str) -> object:
    """What Python-Markdown makes of a page, as the site does; ids of new items left out."""
    matter, _, content = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").partition("\n---\n")
    parser = Rendered()
    parser.feed(Markdown(extensions=EXTENSIONS).convert(content or matter))
    parser.close()
    return words(re.sub(r"\{#item-[a-z0-9-]+\}|#item-[a-z0-9-]+\s?", "", "".join(parser.text))), parser.tags
