"""A drawing that follows what is chosen, above the same in words, for keyboard, screen reader and print."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any

import traitlets

from coupdata.loading.case_folder import load
from coupdata.model import Case
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import PageWidget, script
from coupdata.views.html.plain_traits import ChosenRecords, ExplorerChoice

_HERE = Path(__file__).parent

_WIDE, _NARROW = 900, 360
"""Pixels for which a page is drawn that cannot say how wide it is."""


def case_of(case: Case | None, explorer: ExplorerChoice | None) -> Case:
    """Return the case to draw; where it is left out the explorer's, or the package's own."""
    return case or getattr(explorer, "case", None) or load()


class DrawingView(ChosenRecords, PageWidget):
    """A drawing and its text alternative; a subclass has a trait for what is chosen, and draws."""

    _style = style(_HERE / "drawing.css", _HERE / "text_alternative.css")
    _esm = script(STATIC / "drawing.js", style=_style)

    drawing: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """The drawing, as draw.js draws it."""
    selected = traitlets.Unicode("").tag(sync=True)
    """The id of the chosen event; empty for none."""
    chooses = traitlets.Unicode().tag(sync=True)
    """The name of the trait that holds what is chosen, here and in the explorer."""
    width = traitlets.Int(_WIDE).tag(sync=True)
    """Pixels across for which the page wants the drawing."""

    def __init__(self, case: Case, chooses: str, in_words: Element, explorer: ExplorerChoice | None) -> None:
        self.case = case
        self._in_words = in_words
        super().__init__(self._around(), chooses=chooses)
        if explorer is not None:
            for trait in (chooses, "selected"):
                traitlets.link((explorer, trait), (self, trait))
        self._draw()
        self.observe(self._draw, [chooses, "selected", "width"])

    @abstractmethod
    def drawn(self, width: int) -> Element:
        """Return the drawing of what is chosen, in so many pixels."""

    def still(self) -> Element:
        """Return the page with what is drawn now, for a wide page and for a narrow one."""
        return self._around(self.drawn(_WIDE), self.drawn(_NARROW))

    def _around(self, *drawings: Element) -> Element:
        drawing = element("div", *drawings, class_="coup-drawing")
        return element("div", drawing, self._in_words, class_="coup coup-drawing-view", lang="en")

    def _draw(self, _: traitlets.Bunch | None = None) -> None:
        self.drawing = self.drawn(self.width).jsonml()
