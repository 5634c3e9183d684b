"""A case drawn: reading, timeline, actors and map, and the widgets that explore them.

Everything here loads when it is first asked for, so that ``import coupdata`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from coupdata.problems.errors import UnknownNameError

if TYPE_CHECKING:
    from coupdata.views.actors.widget import actors_view
    from coupdata.views.event_explorer.tour import tour
    from coupdata.views.event_explorer.widget import explorer
    from coupdata.views.map.widget import map_view
    from coupdata.views.reading_text.widget import reading
    from coupdata.views.timeline_chart.export import save_timeline
    from coupdata.views.timeline_chart.figure import timeline

__all__ = ["actors_view", "explorer", "map_view", "reading", "save_timeline", "timeline", "tour"]

_HOMES = {
    "actors_view": "actors.widget",
    "explorer": "event_explorer.widget",
    "map_view": "map.widget",
    "reading": "reading_text.widget",
    "save_timeline": "timeline_chart.export",
    "timeline": "timeline_chart.figure",
    "tour": "event_explorer.tour",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise UnknownNameError(__name__, name, __all__)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
