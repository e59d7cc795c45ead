"""What every drawing of the build has in common."""

from html import escape


def svg(ident: str, kind: str, role: str, width: int, drawn: tuple[int, list[str]], title: str, said: str) -> str:
    """An SVG element without blank lines, with a title and what the drawing says in words.

    `drawn` is its height and parts; `role` is “img”, or “group” when the parts are links.
    """
    height, parts = drawn
    return "\n".join(
        [
            f'<svg class="{kind}" role="{role}" aria-labelledby="{ident}-t {ident}-d" viewBox="0 0 {width} {height}">',
            f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape(said)}</desc>',
            *parts,
            "</svg>",
        ]
    )
