"""What a seat is called, where the teacher asks for it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from coupdata.i18n import _
from coupdata.problems.errors import PlainError

LONGEST = 40
"""Characters of a name that is typed; those of a roster have what they have."""


class Names(StrEnum):
    """What whoever joins is asked for."""

    NONE = "none"
    NICKNAME = "nickname"
    NUMBER = "number"
    ROSTER = "roster"
    """A name of a list that the teacher has."""


class UnusableNameError(PlainError):
    """A name that cannot be had; the text says why, to whoever typed it."""


def checked_name(typed: object, asked: Names, listed: Iterable[str], taken: Iterable[str]) -> str:
    """Return a name as it is shown and kept; empty where none is asked for.

    Args:
        typed: By whoever joins; anything at all.
        asked: What the teacher asks for.
        listed: The names of the roster, as `listed_names` has them.
        taken: The names of the other seats.

    Raises:
        UnusableNameError: It is none that can be had.
    """
    if asked is Names.NONE:
        return ""
    name = _seen(typed)
    if asked is not Names.ROSTER:
        name = name[:LONGEST].strip()
    if not name:
        raise UnusableNameError(
            _("Type a name first.") if asked is not Names.NUMBER else _("Type your number first.")
        )
    if asked is Names.NUMBER and not (name.isascii() and name.isdigit() and len(name) <= 6):
        raise UnusableNameError(_("A number has digits only, six at most."))
    if asked is Names.ROSTER:
        by_key = {key(_seen(each)): each for each in listed}
        if key(name) not in by_key:
            raise UnusableNameError(_("This name is not on the list. Ask your teacher."))
        name = by_key[key(name)]
    if key(name) in map(key, taken):
        raise UnusableNameError(
            _(
                "Somebody has joined as {name} already. If that was you, go back with your key. If not, "
                "choose another."
            ).format(name=name)
        )
    return name


def listed_names(students: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return a name for each student of a roster, no two the same: namesakes have their ids behind it.

    Args:
        students: The id and the name of each; a name may be empty, an id is nobody else's.
    """
    every = [(id, name or id) for id, name in students]
    times = Counter(key(name) for _id, name in every)
    return tuple(name if times[key(name)] == 1 else f"{name} ({id})" for id, name in every)


def _seen(typed: object) -> str:
    """Return a text in one line without what cannot be seen; its end is cut off if it is a long one."""
    text = unicodedata.normalize("NFC", typed if isinstance(typed, str) else "")
    seen = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in text[: 4 * LONGEST])
    return " ".join(seen.split())


def key(name: str) -> str:
    """Return by what two names are the same."""
    return unicodedata.normalize("NFC", name).casefold()
