"""Variants of an assignment: which questions a student is asked, and in which order their choices stand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from unicodedata import normalize

from coupquiz.core.form import Form, shuffled

ANY_ORDER = frozenset({"single", "multiple", "evidence", "order", "match"})
"""The kinds whose choices may stand in any order."""


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
    """Return what tells a student's variant from others: a seed for `varied`."""
    # Two computers may write one name with different code points.
    name = normalize("NFC", student).encode("utf-8", "surrogateescape")
    return sha256(f"{seed}/".encode() + name).hexdigest()


def drawn(ids: Iterable[str], draw: int, seed: str, student: str) -> frozenset[str]:
    """Return so many of these ids, the same whenever and wherever."""
    own = variant(seed, student)
    return frozenset(sorted(ids, key=lambda id: sha256(f"{own}/{id}".encode()).digest())[:draw])


def varied(form: Form, seed: str) -> Form:
    """Return the form with its choices in the order of a variant.

    The order depends on seed and ids alone. `kinds.check.form` makes sure that it is not the right one, and
    who knows the seed could tell from that what is right; here there is no key, and nothing to be told.
    """
    if form.kind not in ANY_ORDER:
        return form
    return replace(
        form,
        choices=shuffled(form.choices, form.id, seed),
        targets=shuffled(form.targets, f"{form.id} targets", seed),
    )
