"""What a value of a learner's own Python code is as an answer; nothing is run, and no text is read as code.

Numpy and pandas are known by their manners: neither is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice
from math import isnan
from typing import Any

from coupdata.i18n import _
from coupquiz.core.question import Answer
from coupquiz.keys.lookup import as_text

_MOST = 1000  # values of one answer
_LARGEST = 10**50  # far more than any table counts
_UNITS = {"M": "datetime64[D]", "m": "timedelta64[us]"}  # numpy counts time in any; Python knows these


class NoAnswerError(ValueError):
    """A value that cannot be an answer; its text says, for a beginner, why and what to do."""


def answer_from(value: Any) -> Answer:
    """Return a value as an answer: a text, or texts; None for one that is not there yet.

    Numbers, texts and days become a text; lists, sets, tuples, columns and indexes of them a list of texts; a
    table becomes the list of its ids.

    Raises:
        NoAnswerError: It is something else.
    """
    value = _bare(value)
    if value is None or value is Ellipsis:
        return None
    if _is_table(value):
        value = value.index
    if isinstance(value, str) or not _is_several(value):
        return _text(value)
    value = list(islice(value, _MOST + 1))
    if not value:
        raise NoAnswerError(_("This is empty: no row fits. Look at the condition again."))
    items = [item for part in value for item in _items(part) if not _is_missing(item)]
    if len(items) > _MOST:
        raise NoAnswerError(_("That is more than {n:,} values. Use fewer.").format(n=_MOST))
    if items and all(isinstance(item, bool) for item in items):
        raise NoAnswerError(
            _(
                "This is a column of True and False: it says which rows fit. Put it in square brackets "
                "after the name of the table, table[...], to get those rows, and len(...) around that to "
                "count them."
            )
        )
    if not items:
        raise NoAnswerError(_("This is empty: the table has nothing there."))
    return [_text(item) for item in items]


def _is_missing(value: Any) -> bool:
    """Whether it is what tables have where they have nothing."""
    if _sort(value) in _UNITS:
        return bool(value != value)  # NaT, as NaN, is not even itself
    return type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and isnan(value))


def _bare(value: Any) -> Any:
    """Return a Python value for one of numpy's or pandas'."""
    if _is_missing(value):
        return value
    if sort := _sort(value):
        return (value.astype(_UNITS[sort]) if sort in _UNITS else value).item()
    if isinstance(value, date) and hasattr(value, "date"):
        return value.date()  # a day and a time, whether of Python or of pandas
    return value


def _sort(value: Any) -> str:
    """Return numpy's letter for the sort of a single value of its own; empty for whatever else it is."""
    return str(value.dtype.kind) if getattr(value, "ndim", None) == 0 and hasattr(value, "item") else ""


def _is_table(value: Any) -> bool:
    return hasattr(value, "columns") and hasattr(value, "index") and not isinstance(value, type)


def _is_several(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, bytes | type)


def _items(part: Any) -> list[Any]:
    """Return the values in a cell, which can hold several."""
    part = _bare(part)
    return [_bare(item) for item in part] if isinstance(part, tuple | list | set | frozenset) else [part]


def _text(value: Any) -> str:
    match value:
        case str() if not value.strip():
            raise NoAnswerError(_("This text is empty."))
        case str():
            return value
        case _ if _is_missing(value):
            raise NoAnswerError(_("This is empty: the table has nothing there."))
        case int() | float() if abs(value) > _LARGEST:
            raise NoAnswerError(_("This number is too large to be an answer. Check what you are counting."))
        case bool() | int() | float() | date():
            return as_text(value)
        case timedelta():
            return as_text(value / timedelta(days=1))
        case _ if callable(value):
            raise NoAnswerError(
                _("This is a function that has not been called yet: write () after its name.")
            )
        case _:
            kind = type(value).__name__
            raise NoAnswerError(
                _("A “{kind}” cannot be an answer. Give a number, a text or ids.").format(kind=kind)
            )
