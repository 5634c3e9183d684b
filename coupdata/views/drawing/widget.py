"""A drawing that follows what is chosen, above the same in words, for keyboard, screen reader and print."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any

import traitlets

from coupdata.loading.case_folder import load
from coupdata.model import Case
from coupdata.views.drawing.drawing_page import drawing_page, still_page
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element
from coupdata.views.html.page_widget import PageWidget, script
from coupdata.views.html.plain_traits import ChosenRecords, ExplorerChoice

_HERE = Path(__file__).parent

_WIDE = 900
"""Pixels for which a page is drawn that cannot say how wide it is."""


def case_of(case: Case | None, explorer: ExplorerChoice | None) -> Case:
    """Return the case to draw; where it is left out the explorer's, or the package's own."""
    return case or getattr(explorer, "case", None) or load()


class DrawingView(ChosenRecords, PageWidget):
    """A drawing and its text alternative; a subclass has a trait for what is chosen, and draws."""

    _style = style(_HERE / "drawing.css", _HERE / "text_alternative.css")
    _script = script(STATIC / "drawing.js", style=_style)

    drawing: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """The drawing, as draw.js draws it."""
    selected = traitlets.Unicode("").tag(sync=True)
    """The id of the chosen event; empty for none."""
    chooses = traitlets.Unicode().tag(sync=True)
    """The name of the trait that holds what is chosen, here and in the explorer."""
    width = traitlets.Int(_WIDE).tag(sync=True)
    """Pixels across for which the page wants the drawing."""

    def __init__(
        self,
        case: Case,
        chooses: str,
        in_words: Element,
        explorer: ExplorerChoice | None,
        *,
        still_words: Element | None = None,
    ) -> None:
        """Draw, and say the same in words; where nothing can be chosen, in fewer if there are any."""
        self.case = case
        self._still_words = still_words or in_words
        super().__init__(drawing_page(in_words), chooses=chooses, drawing=self.drawn(_WIDE).jsonml())
        self.observe(self._draw, [chooses, "selected", "width"])
        if explorer is not None:
            for trait in (chooses, "selected"):
                traitlets.link((explorer, trait), (self, trait))

    @abstractmethod
    def drawn(self, width: int) -> Element:
        """Return the drawing of what is chosen, in so many pixels."""

    def still(self) -> Element:
        """Return the page with what is drawn now."""
        return still_page(self.drawn(_WIDE), self._still_words)

    def still_styles(self) -> tuple[str, ...]:
        """Return the sheet of drawings, and that of the words below them."""
        return tuple((_HERE / name).read_text(encoding="utf-8") for name in ("drawing.css", "still.css"))

    def _draw(self, _: traitlets.Bunch) -> None:
        self.drawing = self.drawn(self.width).jsonml()
