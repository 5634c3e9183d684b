"""Serve the site to everybody in the same network: `nox -s site -- --serve`."""

from __future__ import annotations

import gzip
import io
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from coupquiz.classroom.address import own_address

PORT = 8930
"""The first port that is tried."""

_TRIES = 20
_PACKED = {".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm"}
"""The ends of names of files that are sent packed: the rest is packed already."""


class SiteHandler(SimpleHTTPRequestHandler):
    """A file server that sends files packed, and keeps quiet."""

    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """Send the head of an answer, and return what is to follow."""
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and file.suffix in _PACKED and file.is_file()):
            return super().send_head()
        state = file.stat()
        tag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
        is_known = self.headers.get("If-None-Match") == tag
        content = b"" if is_known else packed(file, state.st_mtime_ns)
        self.send_response(HTTPStatus.NOT_MODIFIED if is_known else HTTPStatus.OK)
        self.send_header("ETag", tag)
        if not is_known:
            self.send_header("Content-Type", self.guess_type(file.name))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return None if is_known else io.BytesIO(content)

    def end_headers(self) -> None:
        """Let browsers ask whether a file has changed, and nobody else keep it."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@lru_cache(1000)
def packed(file: Path, _changed: int) -> bytes:
    """Return a file as gzip has it."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


def serve(site: Path) -> None:
    """Serve the site until Ctrl+C, and say where it is."""
    with open_server(site) as server:
        print(told(own_address(), server.server_port), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("The site is closed.")


def open_server(site: Path, host: str = "") -> ThreadingHTTPServer:
    """Return a server of the site, at the first port that is free.

    Raises:
        OSError: None of the ports is.
    """
    for port in range(PORT, PORT + _TRIES):
        try:
            return ThreadingHTTPServer((host, port), partial(SiteHandler, directory=site))
        except OSError:
            continue
    raise OSError(f"none of the ports from {PORT} to {PORT + _TRIES - 1} is free")


def told(address: str, port: int) -> str:
    """Return what is said of a site that is open."""
    return f"""
The lesson is open to all devices in this network:

    http://{address}:{port}/

On this computer, http://localhost:{port}/ does as well. Ctrl+C closes it.

Plain http has its price. Answers are kept in each browser all the same, but the site itself is not: it opens
only as long as this runs, and each device fetches about fifteen megabytes the first time. Whoever is in the
network can see which pages are opened; answers are never sent. A host with https has none of these limits.
"""
