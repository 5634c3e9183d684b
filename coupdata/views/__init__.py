"""A case drawn: the reading and the timeline.

Everything here loads when it is first asked for, so that ``import coupdata`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coupdata.views.reading_view import reading
    from coupdata.views.timeline_figure import timeline

__all__ = ["reading", "timeline"]

_HOMES = {"reading": "reading_view", "timeline": "timeline_figure"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
