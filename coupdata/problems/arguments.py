"""What is said of an argument of a public name that cannot be used: one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.problems.errors import PlainError, UnknownIdError
from coupdata.problems.suggestions import near_misses

_LONGEST = 40  # characters of a value that is shown


class WrongArgumentError(PlainError, TypeError):
    """An argument of a kind that cannot be used; the text says what is meant."""


def check_id(kind: str, id: object, known: Iterable[str]) -> None:
    """Check that a record of this kind has an id.

    Raises:
        WrongArgumentError: It is no text.
        UnknownIdError: No record has it; the text names the near misses.
    """
    ids = list(known)
    if not isinstance(id, str):
        said = _("the id of a record ({kind}) is text in quotation marks, such as '{id}', not {value}")
        raise WrongArgumentError(said.format(kind=kind, id=ids[0] if ids else "an-id", value=in_short(id)))
    if id not in ids:
        raise UnknownIdError(
            _("no {kind} '{id}'; {near}").format(kind=kind, id=id, near=near_misses(id, ids))
        )


def in_short(value: object) -> str:
    """Return a value as it is typed; of a long one, what sort of thing it is."""
    typed = repr(value)
    return (
        typed if len(typed) <= _LONGEST else _("a value of the type {type}").format(type=type(value).__name__)
    )
