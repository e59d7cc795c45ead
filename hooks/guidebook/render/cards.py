"""The card that shows a page where its address is shared (Open Graph): what stands on it and where it is published."""

from dataclasses import astuple, dataclass
from hashlib import sha256

from guidebook.model import Page
from guidebook.render.site import Site

WIDTH, HEIGHT = 1200, 630
"""Pixels; source: the size Open Graph readers show uncut, 1.91 : 1."""
DESIGN = 1
"""Raised when the drawing changes, so that cards drawn before are not used again."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    title: str
    programme: str
    """Name of the programme; may be empty."""
    programme_key: str
    """Its key in mkdocs.yml, which decides the hue; may be empty."""
    site_name: str

    @property
    def address(self) -> str:
        """Where the card is published, below the site's address; equal cards share one."""
        return f"assets/cards/{sha256(repr((DESIGN, *astuple(self))).encode()).hexdigest()[:16]}.png"


def card(site: Site, page: Page, site_name: str) -> Card:
    """The card of a page in its own language."""
    names = site.guide.settings.programmes.get(page.meta.programme, {})
    return Card(page.title if page.slug else "", names.get(page.lang, ""), page.meta.programme, site_name)
