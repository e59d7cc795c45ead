"""What a page says to machines: JSON-LD in the words of schema.org.

Source of the shapes: schema.org BreadcrumbList, HowTo, DefinedTermSet.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from guidebook import ids
from guidebook.model import Heading, Item, Page
from guidebook.parse.blocks import plain
from guidebook.render.site import Site

Node = dict[str, Any]


def linked_data(site: Site, page: Page, site_url: str) -> str:
    """The JSON of a page in its own language; empty while the site's address is unknown or there is nothing to say."""
    if not site_url:
        return ""
    address = urljoin(site_url, site.guide.address(page))
    nodes = [*_breadcrumbs(site, page, site_url), *_how_to(page, address), *_terms(site, page, address)]
    if not nodes:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _breadcrumbs(site: Site, page: Page, site_url: str) -> Iterator[Node]:
    """Home, the page's section and the page."""
    section = page.slug.partition("/")[0]
    path = [site.page_at(slug, page.lang) for slug in dict.fromkeys(("", f"{section}/"))]
    pages = [each for each in path if each and each.slug != page.slug and each.lang == page.lang]
    if page.slug and pages:
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": site.title(each),
                    "item": urljoin(site_url, site.guide.address(each)),
                }
                for position, each in enumerate([*pages, page], start=1)
            ],
        }


def _how_to(page: Page, address: str) -> Iterator[Node]:
    """The stages or steps of a page; for a stage without steps its items."""
    inner = [heading for heading in page.headings[1:] if ids.kind_of(heading.anchor) in ("stage", "step")]
    outer = [heading for heading in inner if heading.level == min(each.level for each in inner)]
    steps = [_step(page, heading, address) for heading in outer]
    if not steps and page.headings and ids.kind_of(page.headings[0].anchor) == "stage":
        steps = [{"@type": "HowToStep", "url": f"{address}#{item.id}", "text": _text(item)} for item in page.items]
    if len(steps) > 1:
        yield {
            "@type": "HowTo",
            "@id": f"{address}#how-to",
            "name": page.title,
            "description": page.meta.description,
            "inLanguage": page.lang,
            "step": [{**step, "position": position} for position, step in enumerate(steps, start=1)],
        }


def _step(page: Page, heading: Heading, address: str) -> Node:
    actions = [_text(item) for item in page.items if heading.anchor in item.within]
    step: Node = {"@type": "HowToStep", "name": heading.title, "url": f"{address}#{heading.anchor}"}
    if actions:
        step["itemListElement"] = [{"@type": "HowToDirection", "text": action} for action in actions]
    else:
        step["text"] = page.leads.get(heading.anchor) or heading.title
    return step


def _text(item: Item) -> str:
    return plain(item.text)


def _terms(site: Site, page: Page, address: str) -> Iterator[Node]:
    terms = [term for term in site.guide.terms[page.lang] if term.page is page]
    if terms:
        yield {
            "@type": "DefinedTermSet",
            "@id": f"{address}#terms",
            "name": page.title,
            "inLanguage": page.lang,
            "hasDefinedTerm": [
                {
                    "@type": "DefinedTerm",
                    "@id": f"{address}#{term.id}",
                    "name": term.title,
                    "description": term.definition,
                    "inDefinedTermSet": f"{address}#terms",
                    **({"alternateName": list(term.forms)} if term.forms else {}),
                }
                for term in terms
            ],
        }
