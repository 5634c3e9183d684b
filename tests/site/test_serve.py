"""The site as `nox -s site -- --serve` opens it to a network."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from lite import serve

PAGE = "<!doctype html><title>The lesson</title>" * 20


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    """A server of a small site."""
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "lesson.packed").write_bytes(b"packed already")
    with serve.open_server(tmp_path, "127.0.0.1") as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: ThreadingHTTPServer, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """Ask for a file as a browser does."""
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", **headers})
    response = connection.getresponse()
    return response, response.read()


def test_a_page_is_sent_packed_and_only_once(server: ThreadingHTTPServer) -> None:
    """A browser that has it is told that it has not changed."""
    response, content = ask(server, "/")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content).decode() == PAGE
    again, nothing = ask(server, "/", **{"If-None-Match": response.headers["ETag"]})
    assert (again.status, nothing) == (304, b"")


def test_what_cannot_be_packed_is_sent_as_it_is(server: ThreadingHTTPServer) -> None:
    """A file that is packed already, and any file for a program that unpacks nothing."""
    response, content = ask(server, "/lesson.packed")
    assert (content, response.headers["Content-Encoding"]) == (b"packed already", None)
    _, content = ask(server, "/index.html", **{"Accept-Encoding": "identity"})
    assert content.decode() == PAGE
    assert ask(server, "/nowhere.js")[0].status == 404


def test_a_second_site_takes_another_port(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    """And the sentences say the one that it has, and what plain http costs."""
    with serve.open_server(tmp_path, "127.0.0.1") as other:
        assert other.server_port != server.server_port
        told = serve.told("192.0.2.7", other.server_port)
        assert f"http://192.0.2.7:{other.server_port}/" in told
        assert "Plain http has its price" in told
