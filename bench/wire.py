"""A wire between a browser and a server, on which every byte is counted, workers' and sockets' too."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlsplit


@dataclass
class Wire:
    """Another address of a server on this machine."""

    address: str
    """As the server's, but for the port."""
    _pieces: list[int] = field(default_factory=list)  # to which threads may append at the same time

    @property
    def received(self) -> int:
        """Bytes that the server has sent, headers included."""
        return sum(self._pieces)

    def count(self, piece: bytes) -> None:
        """Count what the server has sent."""
        self._pieces.append(len(piece))


@contextmanager
def wire(address: str) -> Iterator[Wire]:
    """Lay a wire to the server at an address of this machine."""
    at = urlsplit(address)
    with socket.create_server((str(at.hostname), 0)) as listening:
        port = listening.getsockname()[1]
        laid = Wire(at._replace(netloc=f"{at.hostname}:{port}").geturl())
        Thread(target=_accept, args=(laid, listening, (at.hostname, at.port)), daemon=True).start()
        yield laid


def _accept(laid: Wire, listening: socket.socket, server: tuple[str, int]) -> None:
    with suppress(OSError):  # once it is closed
        while True:
            browser, _ = listening.accept()
            Thread(target=_join, args=(browser, server, laid.count), daemon=True).start()


def _join(browser: socket.socket, server: tuple[str, int], count: Callable[[bytes], None]) -> None:
    """Pass on what both sides send, until both have ended."""
    with browser, socket.create_connection(server) as there:
        asking = Thread(target=_carry, args=(browser, there), daemon=True)
        asking.start()
        _carry(there, browser, count)
        asking.join()


def _carry(
    source: socket.socket, target: socket.socket, count: Callable[[bytes], None] = lambda _: None
) -> None:
    """Pass on what comes, and count it, until nothing does."""
    with suppress(OSError):
        while data := source.recv(1 << 16):
            count(data)
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
