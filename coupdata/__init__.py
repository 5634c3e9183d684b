"""What happened, who, where, and how we know: a chapter of history as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coupdata.loading import CaseError, load
from coupdata.model import Case
from coupdata.problems.errors import NoPandasError, UnknownNameError

if TYPE_CHECKING:
    from coupdata.tables.frames import actors, events, links, places, sources

    __version__: str

__all__ = ["Case", "CaseError", "__version__", "actors", "events", "links", "load", "places", "sources"]


def __getattr__(name: str) -> object:
    # frames need pandas, and the version is slow to find: both only when asked for
    if name == "__version__":
        from importlib.metadata import version

        return version("coup1920")
    if name in __all__:
        try:
            from coupdata.tables import frames
        except ModuleNotFoundError as error:
            if error.name not in ("pandas", "numpy"):
                raise
            raise NoPandasError from None
        return getattr(frames, name)
    raise UnknownNameError(__name__, name, __all__)


def __dir__() -> list[str]:
    return __all__
