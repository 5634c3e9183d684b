"""Checks ids that somebody has typed."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.problems.annotations import shown
from coupdata.problems.errors import CallError, UnknownIdError
from coupdata.problems.suggestions import near_misses


def check_id(kind: str, id: object, known: Iterable[str]) -> None:
    """Check that a record of this kind has an id.

    Raises:
        CallError: It is no text.
        UnknownIdError: No record has it; the text names the near misses.
    """
    ids = list(known)
    if not isinstance(id, str):
        said = _("the id of a record ({kind}) is text in quotation marks, such as '{id}', not {value}")
        raise CallError(said.format(kind=kind, id=ids[0] if ids else "an-id", value=shown(id)))
    if id not in ids:
        raise UnknownIdError(
            _("no {kind} '{id}'; {near}").format(kind=kind, id=id, near=near_misses(id, ids))
        )
