"""A small server that sends NAME.gz in place of NAME, as hosts do."""

from http.server import SimpleHTTPRequestHandler
from pathlib import Path


class CompressedHandler(SimpleHTTPRequestHandler):
    """Files of a folder, compressed where a compressed copy lies beside them."""

    protocol_version = "HTTP/1.1"
    _compressed = False

    def translate_path(self, path: str) -> str:
        plain = Path(super().translate_path(path))
        found = plain / "index.html" if plain.is_dir() and path.endswith("/") else plain
        copy = found.with_name(found.name + ".gz")
        self._compressed = copy.is_file()
        return str(copy if self._compressed else found)

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        return super().guess_type(str(path).removesuffix(".gz"))

    def end_headers(self) -> None:
        if self._compressed:
            self.send_header("Content-Encoding", "gzip")
        self._compressed = False
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass
