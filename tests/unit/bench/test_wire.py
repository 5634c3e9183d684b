"""The wire on which bytes are counted."""

import socket
from threading import Thread
from urllib.parse import urlsplit

from bench.wire import wire


def test_a_wire_passes_everything_on_and_counts_what_the_server_sends() -> None:
    """And not what the browser does."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            asking, _ = server.accept()
            with asking:
                assert asking.recv(100) == b"question"
                asking.sendall(b"a" * 200_000)

        Thread(target=answer, daemon=True).start()
        with wire(f"http://127.0.0.1:{server.getsockname()[1]}/room/") as laid:
            at = urlsplit(laid.address)
            assert (at.scheme, at.path) == ("http", "/room/")
            with socket.create_connection((at.hostname, at.port), timeout=10) as browser:
                browser.sendall(b"question")
                came = b"".join(iter(lambda: browser.recv(1 << 16), b""))
        assert came == b"a" * 200_000
        assert laid.received == 200_000
