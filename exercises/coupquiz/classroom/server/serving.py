"""A room that runs: it listens, says where, and stops."""

from __future__ import annotations

import asyncio
import signal
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.classroom.address import own_address
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.server.application import MOST_BYTES, RoomApplication

PORT = 8920
"""Where a room listens, unless it is told otherwise or somebody else does."""

_TRIES = 20
_LOOK = 5.0  # seconds between two looks at this machine's address


class ServingError(PlainError):
    """A room that cannot be reached; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Listening:
    """How a room is reached."""

    port: int | None = None
    """None for the first that is free."""
    host: str = ""
    """The address to listen at; empty for all that this machine has."""
    base_url: str = "/"
    """The path under which a proxy has it."""
    certificate: Path | None = None
    """For https, in PEM format; with its key in it, or in ``key``."""
    key: Path | None = None
    public: str = ""
    """The address that a proxy has for learners; empty without one."""
    framed: bool = False
    """Whether the desk may stand in a notebook."""
    own_case: Path | None = None
    """The folder of the case, if that is not the package's."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a room is."""

    port: int
    _listening: Listening

    @property
    def seats(self) -> str:
        """What learners type."""
        if self._listening.public:
            return self._listening.public
        return self._at(self._listening.host or own_address())

    @property
    def here(self) -> str:
        """The same, from this machine; behind a proxy, by way of it."""
        return self._listening.public or self._at(self._listening.host or "localhost")

    def _at(self, host: str) -> str:
        scheme = "https" if self._listening.certificate else "http"
        return f"{scheme}://{host}:{self.port}{self._listening.base_url}"


async def serve(
    room: Room, listening: Listening, said: Callable[[Address], None], ended: asyncio.Event
) -> None:
    """Run a room until it is ended.

    Args:
        room: The room.
        listening: How it is to be reached.
        said: Is told where it is, once it is there.
        ended: Ends it.

    Raises:
        ServingError: The port is taken, or the certificate is none.
    """
    sockets = _bound(listening)
    address = Address(sockets[0].getsockname()[1], listening)
    application = RoomApplication(
        room,
        base_url=listening.base_url,
        address=lambda: address.seats,
        secure=listening.certificate is not None or listening.public.startswith("https:"),
        framed=listening.framed,
        own_case=listening.own_case,
    )
    server = HTTPServer(
        application,
        ssl_options=_tls(listening),
        max_body_size=MOST_BYTES,
        max_header_size=20_000,
        idle_connection_timeout=120,
        xheaders=bool(listening.public) and listening.certificate is None,  # else anybody could send them
    )
    server.add_sockets(sockets)
    looking = PeriodicCallback(application.hub.watch_address, _LOOK * 1000)
    looking.start()
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM"):
        with suppress(NotImplementedError, RuntimeError):  # as on Windows, and in another thread
            loop.add_signal_handler(getattr(signal, name), ended.set)
    said(address)
    try:
        await ended.wait()
    finally:
        looking.stop()
        server.stop()
        await server.close_all_connections()
        room.store.close()


def _bound(listening: Listening) -> list[socket.socket]:
    ports = [listening.port] if listening.port is not None else [*range(PORT, PORT + _TRIES), 0]
    for port in ports:
        try:
            return bind_sockets(port, listening.host or "0.0.0.0", socket.AF_INET)
        except OSError as error:
            why = error
    said = _("Port {port} cannot be used: {error}. Choose another with --port, or leave that out.")
    raise ServingError(said.format(port=listening.port, error=why.strerror or why))


def _tls(listening: Listening) -> ssl.SSLContext | None:
    if listening.certificate is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(listening.certificate, listening.key)
    except OSError as error:  # an SSLError is one
        said = _("{file} is no certificate with its key, in PEM format: {error}.")
        raise ServingError(said.format(file=listening.certificate, error=error.strerror or error)) from error
    return context
