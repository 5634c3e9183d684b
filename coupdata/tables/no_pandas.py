"""What is said where there is no pandas, as in a browser: a sentence in place of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from coupdata.problems.errors import PlainError

_SAID = (
    "The tables of coupdata need pandas, which is not installed here: the lesson in a browser does "
    "without it. All the other notebooks work as usual. To use the tables, open the lesson on a computer "
    "that has it installed or, "
    "if this is one, type: python -m pip install pandas"
)


class NoPandasError(PlainError, ImportError):
    """There is no pandas, and something needs it."""


@contextmanager
def needing_pandas() -> Iterator[None]:
    """Say plainly what is missing where pandas is; raises a ``NoPandasError``."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in ("pandas", "numpy"):
            raise
        raise NoPandasError(_SAID) from None
