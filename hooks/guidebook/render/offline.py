"""A built page as it works without a server: opened from a disk or a USB stick."""

import json
import re
from posixpath import normpath

SCRIPT = "assets/javascripts/offline.js"
WORKER = "assets/javascripts/search/worker.js"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MODULE = re.compile(r'(<script src="([^"]+)") type="module">')
_PRELOADED = re.compile(r'\s*<link rel="(?:module)?preload"[^>]*>')
_LINK = re.compile(r'(<a\b[^>]*?\bhref=")(?![a-z]+:|//|#|\?)([^"?#]*)', re.IGNORECASE)
_FIRST_SCRIPT = re.compile(r"(?=<script src=)")


def offline_page(html: str, path: str) -> tuple[str, frozenset[str]]:
    """The page, and the addresses of the modules it runs, from the site's root.

    `path` is the page's own, from the site's root. Links name the file, modules become classic scripts; what was to be
    loaded early goes, and so does the policy, because “'self'” means nothing to a page without a server.
    """
    up = "../" * path.count("/")
    modules = frozenset(_from_root(path, found[2]) for found in _MODULE.finditer(html))
    html = _PRELOADED.sub("", _POLICY.sub("", html))
    html = _MODULE.sub(r"\1 defer>", html)
    html = _LINK.sub(lambda found: found[1] + _file(found[2], up), html)
    return _FIRST_SCRIPT.sub(f'<script src="{up}{SCRIPT}"></script>', html, count=1), modules


def offline_file(path: str, text: str) -> str:
    """A file that scripts fetch, as a script that hands it over."""
    return f"offlineFile({json.dumps(path)}, {json.dumps(text, ensure_ascii=False)});\n"


def offline_worker(script: str) -> str:
    """The bundled search worker as a function of what a worker finds around it."""
    return f"window.offlineWorker = (self, postMessage, addEventListener) => {{\n{script}}};\n"


def _file(address: str, up: str) -> str:
    """The file that a server would send for a folder; addresses from the root are written from the page."""
    if address.startswith("/"):
        address = up + address[1:]
    if address.rpartition("/")[2] in (".", ".."):
        address += "/"
    return f"{address}index.html" if address.endswith("/") or not address else address


def _from_root(path: str, address: str) -> str:
    folder = path.rpartition("/")[0]
    return normpath(f"{folder}/{address}" if folder else address)
