"""What stands in the middle of the home page."""

from html import escape

from guidebook.model import Guide, Page
from guidebook.render.links import url
from guidebook.render.words import WORDS

INDEXES = ("kontrolsaraksti/", "glosarijs/", "avoti/")
"""What leads on where there is no script: the pages that list everything of a kind."""


def search(guide: Guide, page: Page) -> str:
    """A field that opens the site's search, and room for the reader's own checklists, which a script fills.

    The form asks for the page itself with `?q=…`, at which the theme's script opens the search with the words.
    """
    words = WORDS[page.lang]
    pages = [each for slug in INDEXES for each in guide.pages_in(page.lang) if each.slug == slug]
    pages = pages or [each for slug in INDEXES for each in guide.pages_in(guide.languages[0]) if each.slug == slug]
    links = ", ".join(f'<a href="{url(page, each)}">{escape(each.meta.title)}</a>' for each in pages)
    return "\n".join(
        [
            f'<form class="home-search" role="search" aria-label="{words["search-all"]}" method="get" action="./">',
            f'<label for="home-search">{words["search-all"]}</label>',
            '<div class="home-search__row">',
            '<input class="home-search__field" id="home-search" type="search" name="q" autocomplete="off" required>',
            f'<button class="home-search__button" type="submit">{words["search"]}</button>',
            "</div>",
            f"<noscript><p>{words['search-without-script']} {links}.</p></noscript>",
            "</form>",
            '<section class="own-checklists" id="own-checklists" hidden></section>',
        ]
    )
