"""SVG of a built page -> SVG for print: with the site's rules for its classes inside, colours still as variables."""

import re
from typing import Any

from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
STRIPED = "chart-doubtful"
"""The class of bars with stripes; the site makes them with a mask, which SVG readers do not know."""
_STRIPES = (
    '<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="3" height="6" fill="var(--guide-accent)"/></pattern></defs>'
)
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FIRST_TAG = re.compile(r"<svg\b[^>]*>")


class PictureError(ValueError):
    """A picture that cannot be printed; the message says why, in Latvian."""


def print_style(*sheets: str) -> str:
    """The plain rules of the stylesheets of drawings; those for pseudo-classes and conditions are for screens."""
    rules = [
        f"{selector.strip()} {{{' '.join(body.split())}}}"
        for sheet in sheets
        for selector, body in _RULE.findall(_COMMENT.sub("", sheet))
        if not set(":@").intersection(selector)
    ]
    return "\n".join([*rules, f".{STRIPED} {{fill: url(#stripes);}}"])


def figure(svg: str, style: str) -> dict[str, Any]:
    """The parts of a figure: svg, alt, width and height in the drawing's own units.

    Raises PictureError for a missing or broken drawing and for one without a text that says what it shows
    (WCAG 2.2, 1.1.1).
    """
    if not svg:
        raise PictureError("šo attēlu rokasgrāmatā nevar izdrukāt.")
    try:
        root = etree.fromstring(svg if "xmlns=" in svg else svg.replace("<svg", f'<svg xmlns="{NAMESPACE}"', 1))
    except etree.XMLSyntaxError as error:
        raise PictureError("zīmējuma SVG kods ir bojāts.") from error
    said = [root.findtext(f"{{{NAMESPACE}}}{tag}", "").strip() for tag in ("title", "desc")]
    if not any(said):
        raise PictureError("zīmējumam nav ne nosaukuma (<title>), ne apraksta (<desc>).")
    try:
        _, _, width, height = (float(each) for each in root.get("viewBox", "").split())
    except ValueError as error:
        raise PictureError("zīmējumam nav izmēra (viewBox).") from error
    title, text = said
    alt = text if text.startswith(title) else f"{title}. {text}".strip()
    return {"svg": _styled(svg, style), "alt": alt, "width": width, "height": height}


def _styled(svg: str, style: str) -> str:
    if 'class="' not in svg.partition(">")[2]:
        return svg
    stripes = _STRIPES if STRIPED in svg else ""
    return _FIRST_TAG.sub(lambda tag: f"{tag[0]}<style>{style}</style>{stripes}", svg, count=1)
