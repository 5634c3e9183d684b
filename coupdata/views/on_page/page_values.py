"""What the script of a page asks for, by name: the JSON values that its views are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coupdata.i18n import _
from coupdata.i18n.scripts import for_script
from coupdata.model import Case
from coupdata.problems.errors import CallError, check_id
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.html.document import STATIC, style
from coupdata.views.on_page.drawing_values import DRAWINGS, drawing_at, drawing_start
from coupdata.views.on_page.explorer_values import explorer_chart, explorer_start, tour_start
from coupdata.views.reading_text.reading_page import reading_page
from coupdata.views.timeline_chart.traces import WIDTHS

SCRIPT = STATIC / "views_on_page.js"
"""The module that a page imports. It loads Plotly from beside itself once a chart is asked for."""

_VIEWS = Path(__file__).parents[1]

_STYLES = (
    "event_explorer/explorer.css",
    "event_explorer/card.css",
    "event_explorer/tour.css",
    "reading_text/reading.css",
    "reading_text/live.css",
    "drawing/drawing.css",
    "drawing/text_alternative.css",
)

_KEPT = 300  # values: more than a class asks for at a time
_KEPT_EXPLORERS = 100  # lists and charts, a third of a megabyte each: enough if no two of thirty see the same

_NONE: Mapping[str, str] = MappingProxyType({})


def views_style() -> str:
    """Return the style sheet that a page with views links."""
    return style(*(_VIEWS / name for name in _STYLES))


class PageValues:
    """The values of a case, each made when it is first asked for.

    With context they show what lies beyond the source too. A page needs those of explorer, tour and reading
    once; a drawing is made for every choice.
    """

    def __init__(self, case: Case, *, context: bool = False) -> None:
        self._case = case
        self._context = context
        self._explorer = lru_cache(_KEPT_EXPLORERS)(self._make_explorer)
        self._other = lru_cache(_KEPT)(self._make_other)

    def value(self, name: str, query: Mapping[str, str] = _NONE, hidden: Hidden = NOTHING) -> Any:
        """Return what a script asks for by its name and with these details.

        Of a reading these may be its "sections": their ids, with commas between them. An explorer leaves out
        what is hidden; whoever asks for one that leaves out the same gets the same.

        Raises:
            UnknownIdError: There is nothing of that name, no chart for that width or no record of an id.
            CallError: The width of a drawing is no number of pixels.
        """
        check_id("view", name, (*_EXPLORER, *_OTHERS))
        details = tuple(query.items())
        return self._explorer(name, details, hidden) if name in _EXPLORER else self._other(name, details)

    def _make_explorer(self, name: str, details: tuple[tuple[str, str], ...], hidden: Hidden) -> Any:
        return _EXPLORER[name](self._case, self._context, dict(details), hidden)

    def _make_other(self, name: str, details: tuple[tuple[str, str], ...]) -> Any:
        return _OTHERS[name](self._case, self._context, dict(details))


def _words() -> dict[str, Any]:
    return {"catalogue": for_script(SCRIPT.read_text(encoding="utf-8"))}


def _explorer(case: Case, context: bool, _query: Mapping[str, str], hidden: Hidden) -> dict[str, Any]:
    return explorer_start(case, context=context, hidden=hidden) | _words()


def _chart(case: Case, context: bool, query: Mapping[str, str], hidden: Hidden) -> dict[str, Any]:
    width = query.get("width", "")
    check_id("width", width, map(str, WIDTHS))
    return explorer_chart(case, int(width), context=context, hidden=hidden)


def _reading(case: Case, query: Mapping[str, str]) -> dict[str, Any]:
    wanted = query.get("sections", "").split(",") if query.get("sections") else []
    by_id = {section.id: section for section in case.reading.sections}
    for id in wanted:
        check_id("section", id, by_id)
    sections = tuple(by_id[id] for id in wanted) or case.reading.sections
    sentences = {event.id: list(event.cites) for event in case.events}
    return {"page": reading_page(case, sections).jsonml(), "cites": sentences}


def _drawing_page(case: Case, context: bool, _query: Mapping[str, str], name: str) -> Any:
    return drawing_start(case, name, context=context) | _words()


def _drawing(case: Case, context: bool, query: Mapping[str, str], name: str) -> Any:
    width, chosen, selected = (query.get(key, "") for key in ("width", "chosen", "selected"))
    if not re.fullmatch("[0-9]{1,5}", width):
        raise CallError(_("the width of a drawing is a number of pixels, not '{width}'").format(width=width))
    if chosen:
        getattr(case, DRAWINGS[name].chooses)(chosen)
    if selected:
        case.event(selected)
    return drawing_at(case, name, width=int(width), chosen=chosen, selected=selected, context=context)


_EXPLORER: dict[str, Callable[[Case, bool, Mapping[str, str], Hidden], Any]] = {
    "explorer": _explorer,
    "explorer/chart": _chart,
}
_OTHERS: dict[str, Callable[[Case, bool, Mapping[str, str]], Any]] = {
    "tour": lambda case, _context, _: tour_start(case) | _words(),
    "reading": lambda case, _context, query: _reading(case, query) | _words(),
    **{name: partial(_drawing_page, name=name) for name in DRAWINGS},
    **{f"{name}/drawing": partial(_drawing, name=name) for name in DRAWINGS},
}
