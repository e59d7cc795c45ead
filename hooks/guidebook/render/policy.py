"""The Content-Security-Policy of a page: what the site itself serves, and the theme's inline scripts by their hashes.

Source of the rules: Content Security Policy Level 3 and Referrer Policy, W3C. What a meta element cannot say
(frame-ancestors, Permissions-Policy) stands in deploy/.
"""

import re
from base64 import b64encode
from hashlib import sha256

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_NOT_INLINE = re.compile(r"\bsrc=|\btype=[\"']?application/")
_REFERRER = '<meta name="referrer" content="same-origin">'
_CHARSET = '<meta charset="utf-8">'


def with_policy(html: str) -> str:
    """A built page with its policy as the first thing after the character set; a page without one stays as it is."""
    directives = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *_hashes(html)])}
    content = "; ".join(f"{name} {values}" for name, values in directives.items())
    policy = f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{content}">{_REFERRER}'
    return html.replace(_CHARSET, policy, 1)


def _hashes(html: str) -> list[str]:
    scripts = (found["text"] for found in _SCRIPT.finditer(html) if not _NOT_INLINE.search(found["attributes"]))
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in dict.fromkeys(scripts)]
