"""One stylesheet out of the components in overrides/: a page asks for one file, and a changed one has a new name."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The components in the order of `extra_css`, joined."""

    address: str
    """Where it is published, below the site's address; holds a hash of the text."""
    text: str
    parts: tuple[str, ...]
    """The addresses of the components."""

    def publish(self, site_dir: Path) -> None:
        """Write it in place of the components, which MkDocs has copied."""
        for part in self.parts:
            (site_dir / part).unlink(missing_ok=True)
        (site_dir / self.address).write_text(self.text, encoding="utf-8")


def join_stylesheets(config: MkDocsConfig) -> Stylesheet:
    """Make `extra_css` name the joined file, once for all languages; raises OSError when a component is missing."""
    parts = tuple(str(part) for part in config.extra_css)
    overrides = Path(config.theme.custom_dir or "")
    text = "\n".join((overrides / part).read_text(encoding="utf-8") for part in parts)
    folders = {str(PurePosixPath(part).parent) for part in parts}
    assert len(folders) == 1, "the components share a folder, because addresses in them are relative"
    address = f"{folders.pop()}/guide.{sha256(text.encode()).hexdigest()[:8]}.css"
    config.extra_css = [address]
    return Stylesheet(address, text, parts)
