"""Variants of an assignment: which questions a student is asked, and what decides how their choices stand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize


def student_name() -> str:
    """Return by what name this computer knows the student: as nbgrader does, for which it names the folder.

    It is empty where there is none, as in a browser.
    """
    if sys.platform in ("emscripten", "win32"):
        return os.environ.get("USERNAME", "")
    import pwd

    try:
        name = pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container may run as a number that has no name
        name = "jovyan"
    return os.environ.get("JUPYTERHUB_USER", name) if name == "jovyan" else name


def variant(seed: str, student: str) -> str:
    """Return what tells a student's variant from others: a seed for `kinds.check.varied`."""
    # Two computers may write one name with different code points.
    name = normalize("NFC", student).encode("utf-8", "surrogateescape")
    return sha256(f"{seed}/".encode() + name).hexdigest()


def drawn(ids: Iterable[str], draw: int, seed: str, student: str) -> frozenset[str]:
    """Return so many of these ids, the same whenever and wherever."""
    own = variant(seed, student)
    return frozenset(sorted(ids, key=lambda id: sha256(f"{own}/{id}".encode()).digest())[:draw])
