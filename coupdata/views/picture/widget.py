"""A picture that follows what is chosen, and its twin in words, for keyboard, screen reader and print."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from coupdata.model import Case
from coupdata.views.html.element import Element
from coupdata.views.html.known_id import known_id
from coupdata.views.html.page_widget import LISTBOX, PageWidget, Rerunnable, script, style
from coupdata.views.picture.picture import Picture
from coupdata.views.picture.strokes import Target, box_targets, line_targets
from coupdata.views.timeline_chart.chart_widget import ChartWidget

_HERE = Path(__file__).parent

_STEP = 20  # pixels: as wide a step is worth another picture


class Twin(PageWidget):
    """The list of what can be chosen in a picture, and what is to be said of the choice."""

    _style = style(_HERE / "text_alternative.css")
    _esm = script(LISTBOX, _HERE / "text_alternative.js", style=_style)

    name = traitlets.Unicode().tag(sync=True)
    """What the picture and the list are called."""
    choice = traitlets.Unicode().tag(sync=True)
    """The id of what is chosen in the list; empty for nothing."""
    selected = traitlets.Unicode().tag(sync=True)
    """The id of the chosen event; empty for none."""
    width = traitlets.Int().tag(sync=True)
    """Pixels that the page has for the picture; 0 until it says so."""


class PictureView(Rerunnable, ipywidgets.VBox):  # type: ignore[misc]
    """A picture above its twin; a subclass has a trait for what is chosen, and draws the picture.

    The picture is there when a page shows the view and says how wide it is.
    """

    selected = traitlets.Unicode("")
    """The id of the chosen event; empty for none."""

    choice: str
    """The name of the trait that holds what is chosen, here and in the explorer."""

    def __init__(self, case: Case, name: str, page: Element, explorer: traitlets.HasTraits | None) -> None:
        self.case = case
        self.figure: ChartWidget | None = None
        """The picture; None until a page shows the view."""
        self._lines: list[Target] = []
        self._page = page
        self._twin = Twin(page, name=name)
        super().__init__([self._twin])
        self.add_class("coup-picture-view")
        traitlets.link((self, self.choice), (self._twin, "choice"))
        traitlets.link((self, "selected"), (self._twin, "selected"))
        if explorer is not None:
            for trait in (self.choice, "selected"):
                traitlets.link((explorer, trait), (self, trait))
        self._twin.observe(self._arrange, "width")
        self.observe(self._follow, [self.choice, "selected"])

    @abstractmethod
    def picture(self, width: int) -> Picture:
        """Return the picture of what is chosen, in so many pixels."""

    def _arrange(self, _: traitlets.Bunch) -> None:
        """Draw the picture for the width of the page, if that asks for another."""
        page = self._twin.width
        if not page or (self.figure is not None and 0 <= page - self.figure.layout.meta < 2 * _STEP):
            return
        width = page // _STEP * _STEP
        picture = self.picture(width)
        self._lines = picture.lines()
        traces = [box_targets(picture.boxes()), line_targets(self._lines)]
        layout = picture.layout() | {"meta": width}
        old, self.figure = self.figure, ChartWidget(traces, layout, css_class="coup-picture")
        things, events = self.figure.data
        things.on_click(lambda trace, points, _: self._choose(_ids(trace, points)))
        events.on_click(lambda trace, points, _: self._select(_ids(trace, points)))
        # last, so that the twin stays as it is, and with it the focus
        self.children = [self._twin, self.figure]
        if old is not None:
            old.close()

    def _follow(self, _: traitlets.Bunch) -> None:
        if self.figure is None:
            return
        picture = self.picture(self.figure.layout.meta)
        layout, lines = picture.layout(), picture.lines()
        with self.figure.batch_update():
            self.figure.layout.shapes = layout["shapes"]
            self.figure.layout.annotations = layout["annotations"]
            if lines != self._lines:
                new = line_targets(lines)
                old = self.figure.data[1]
                old.update(x=new.x, y=new.y, customdata=new.customdata, hovertext=new.hovertext)
        self._lines = lines

    def _choose(self, ids: list[str]) -> None:
        """Choose what was clicked; a second click takes the choice back."""
        if ids:
            setattr(self, self.choice, "" if getattr(self, self.choice) == ids[0] else ids[0])

    def _select(self, ids: list[str]) -> None:
        """Choose the event that was clicked; where several share a line, the next of them."""
        if ids:
            here = ids.index(self.selected) if self.selected in ids else -1
            self.selected = ids[(here + 1) % len(ids)]

    @traitlets.validate("selected")
    def _is_event(self, proposal: traitlets.Bunch) -> str:
        return known_id(proposal["value"], self.case.event)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/html": f"<style>{Twin._style}</style>{self._page.html()}"}, metadata


def _ids(trace: Any, points: Any) -> list[str]:
    """Return the ids of what was clicked: a point may stand for several."""
    return [id for n in points.point_inds[:1] for id in str(trace.customdata[n]).split()]
