"""The lesson's static site, sent as a host for static sites sends it."""

from __future__ import annotations

import gzip
import io
from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import BinaryIO

_PACKED = {".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm"}


class PackedFiles(SimpleHTTPRequestHandler):
    """Sends as gzip what is worth it, and lets browsers keep files and connections for a while."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers, and return what comes after them."""
        file = Path(self.translate_path(self.path))
        if file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        content = _packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def end_headers(self) -> None:
        """Add what all answers have."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())
