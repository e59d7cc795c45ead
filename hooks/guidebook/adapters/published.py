"""Files that stand beside the pages of the built site."""

from dataclasses import dataclass
from pathlib import Path

from guidebook.render.crawlers import llms, robots
from guidebook.render.export import guide_json, schema_json
from guidebook.render.feed import FEED, feed, has_feed
from guidebook.render.site import Site


@dataclass(frozen=True, slots=True)
class Name:
    """What the site is called and where it is."""

    title: str
    description: str
    url: str
    """With a slash at its end; empty when unknown."""


def publish_files(site: Site, name: Name, site_dir: Path) -> None:
    """Write the model, the feed and the files for crawlers below `site_dir`."""
    files = {
        "data/guide.json": guide_json(site.guide),
        "data/guide.schema.json": schema_json(),
        "llms.txt": llms(site, name.title, name.description, name.url),
        "robots.txt": robots(name.url),
    }
    if has_feed(site.guide, name.url):
        files[FEED] = feed(site.guide, name.title, name.url)
    for address, text in files.items():
        path = site_dir / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
