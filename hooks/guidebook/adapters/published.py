"""Files that stand beside the pages of the built site."""

from dataclasses import dataclass
from pathlib import Path

from guidebook.render.catalogue import catalogue_json
from guidebook.render.checklists import shown_checklists
from guidebook.render.crawlers import llms, robots
from guidebook.render.export import guide_json, schema_json
from guidebook.render.feed import FEED, feed, has_feed
from guidebook.render.sheets import FORMATS, files, sheet
from guidebook.render.site import Site


@dataclass(frozen=True, slots=True)
class Name:
    """What the site is called and where it is."""

    title: str
    description: str
    url: str
    """With a slash at its end; empty when unknown."""


def publish_files(site: Site, name: Name, site_dir: Path) -> None:
    """Write the model, the checklists as files, the feed and the files for crawlers below `site_dir`."""
    texts = {
        "data/checklists.json": catalogue_json(site.guide),
        "data/guide.json": guide_json(site.guide),
        "data/guide.schema.json": schema_json(),
        "llms.txt": llms(site, name.title, name.description, name.url),
        "robots.txt": robots(name.url),
    }
    if has_feed(site.guide, name.url):
        texts[FEED] = feed(site.guide, name.title, name.url)
    for address, text in texts.items():
        _write(site_dir / address, text.encode())
    for lang in site.guide.languages:
        for page in shown_checklists(site.guide, lang):
            rows = sheet(site.guide, page, lang, name.url)
            for (address, _), (_, _, written) in zip(files(site.guide, page, lang), FORMATS, strict=True):
                _write(site_dir / address, written(rows))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
