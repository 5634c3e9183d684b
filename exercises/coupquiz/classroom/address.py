"""Under which address learners find a room, and its picture for their cameras."""

from __future__ import annotations

import io
import socket
from functools import lru_cache
from typing import TextIO

_ELSEWHERE = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737): it is asked for the way there, and nothing is sent."""


def own_address() -> str:
    """Return the IP address by which other devices reach this one; 127.0.0.1 without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(_ELSEWHERE)
            return str(way.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def is_local(host: str) -> bool:
    """Return whether only this machine reaches a host."""
    return host == "localhost" or host.startswith("127.")


def join_address(address: str, code: str) -> str:
    """Return the address that brings the code along; it stays in the browser, and in no server's log."""
    return f"{address}#{code}"


@lru_cache(4)
def qr_image(address: str) -> str:
    """Return a QR code as the address of an image that carries itself."""
    import segno  # here, as the site's own server finds its address without it

    return str(segno.make(address, micro=False).svg_data_uri(border=2, light="white", scale=8))


def write_qr(address: str, out: TextIO) -> None:
    """Write a QR code for a terminal."""
    import segno

    drawn = io.StringIO()
    segno.make(address, micro=False, error="l").terminal(drawn, compact=True, border=2)
    out.write(drawn.getvalue())
