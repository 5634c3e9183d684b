"""A guided walk along the timeline: stop by stop, each with a question to think about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from coupdata.i18n import _
from coupdata.problems.errors import CallError
from coupdata.problems.plain_calls import plain_call
from coupdata.views.event_explorer.tour_page import tour_page
from coupdata.views.event_explorer.widget import Explorer, explorer
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.page_widget import PageWidget, Rerunnable, script
from coupdata.views.html.plain_traits import ChoiceError

_HERE = Path(__file__).parent


@plain_call
def tour(view: Explorer | None = None) -> ipywidgets.DOMWidget:
    """Return the guided walk through an explorer, a `TourView`: its steps choose events there.

    Without an explorer, what comes back has one below it.

    Raises:
        CallError: The case has no tour.
    """
    if view is None:
        view = explorer()
        return TourWithExplorer(view)
    if not view.case.tour:
        said = _("the case '{id}' has no tour: write one in its tour.toml")
        raise CallError(said.format(id=view.case.id))
    return TourView(view)


class TourWithExplorer(Rerunnable, ipywidgets.VBox):  # type: ignore[misc]
    """A tour above the explorer that it walks through; it stays in view while the chart moves below it."""

    def __init__(self, view: Explorer) -> None:
        self.explorer = view
        """What the tour walks through; other views may follow it."""
        super().__init__([TourView(view), view])
        self.add_class("coup-walk")

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, **self.explorer.saved(), "text/plain": type(self).__name__}, metadata


class TourView(PageWidget):
    """The widget that `tour` returns."""

    _style = style(_HERE / "tour.css")
    _script = script(STATIC / "tour.js", style=_style)

    stop = traitlets.Int(0).tag(sync=True)
    """The number of the stop, from 1; 0 before the walk begins."""
    down = traitlets.Float(0).tag(sync=True)
    """Where on the chart the mark of the stop is: pixels from its top."""
    passed: traitlets.List[int] = traitlets.List(traitlets.Int()).tag(sync=True)
    """The numbers of the stops at hidden events, which the walk passes over."""

    def __init__(self, view: Explorer) -> None:
        self._view = view
        super().__init__(tour_page(view.case))
        self.observe(self._go, "stop")
        view.observe(self._pass, ["hidden", "show_hidden"])
        self._pass()

    @traitlets.validate("stop")
    def _is_stop(self, proposal: traitlets.Bunch) -> int:
        number: int = proposal["value"]
        most = len(self._view.case.tour)
        if not 0 <= number <= most:
            raise ChoiceError(_("the tour has stops 1 to {n}, not {number}").format(n=most, number=number))
        return number

    def _pass(self, _: traitlets.Bunch | None = None) -> None:
        hidden = self._view.left_out.events
        stops = enumerate(self._view.case.tour, 1)
        self.passed = [number for number, stop in stops if stop.event in hidden]
        self._find()

    def _go(self, change: traitlets.Bunch) -> None:
        if change["new"]:
            self._view.selected = self._view.case.tour[change["new"] - 1].event
            self._find()

    def _find(self) -> None:
        """Say where the mark of the stop is now."""
        if self.stop:
            self.down = self._view.down(self._view.case.tour[self.stop - 1].event)
