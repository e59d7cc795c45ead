"""Where the site is published, and what of a built page is its content."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ARTICLE = re.compile(r"<article\b.*?</article>", re.S)


@dataclass(frozen=True, slots=True)
class Place:
    """The site in one language."""

    name: str
    url: str
    """The address of the site's root with a slash at the end, whatever the language; may be empty."""
    description: str
    signs: Mapping[str, str]
    """Programme key -> the SVG of its sign."""


def article_html(document: str) -> str:
    """The article of a whole built page; “” when it has none."""
    found = _ARTICLE.search(document)
    return found[0] if found else ""
