"""Checks the ids that are chosen in a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets

from coupdata.problems.errors import PlainError


class ChoiceError(PlainError, traitlets.TraitError):
    """What was chosen cannot be shown; the text says why."""


def known_id(id: str, find: Callable[[str], Any]) -> str:
    """Return an id, empty or known to ``find``; else raise a `ChoiceError` that names the near ones."""
    try:
        return id and str(find(id).id)
    except KeyError as error:
        raise ChoiceError(str(error.args[0])) from None
