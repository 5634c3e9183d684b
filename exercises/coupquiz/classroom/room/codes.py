"""Codes that people read, say and type, and that nobody guesses."""

from __future__ import annotations

import secrets

from coupquiz.parsing.untrusted import text

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
"""What codes are made of: no two of these are taken for each other, and they make no words."""

CODE, WAY_BACK = 6, 8
"""How many of them a room's code and a seat's key have: some 10^8 and 5 · 10^10."""


def new_code(length: int) -> str:
    """Return a code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _each in range(length))


def new_secrets() -> dict[str, str]:
    """Return what tells a room from all others, by name, and lets people into it."""
    return {
        "id": secrets.token_hex(8),
        "code": new_code(CODE),
        "secret": secrets.token_hex(32),
        "desk": secrets.token_urlsafe(16),
        "wall": secrets.token_urlsafe(16),
    }


def normal_code(typed: object) -> str:
    """Return a code as it is compared: capital letters and digits alone."""
    return "".join(c for c in text(typed)[:40].upper() if c.isascii() and c.isalnum())


def spaced_code(code: str) -> str:
    """Return a code as it is easily read out: "CDFG HJKM"."""
    half = (len(code) + 1) // 2
    return f"{code[:half]} {code[half:]}"
