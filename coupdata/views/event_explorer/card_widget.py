"""The card of an event as a widget."""

from __future__ import annotations

from pathlib import Path

import traitlets

from coupdata.model import Case
from coupdata.views.event_explorer.card import card_page
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.page_widget import PageWidget, script

_HERE = Path(__file__).parent


class Card(PageWidget):
    """The card of the chosen event; following a cause or an effect changes ``selected``."""

    _style = style(_HERE / "card.css")
    _script = script(STATIC / "card.js", style=_style)

    selected = traitlets.Unicode().tag(sync=True)
    """The id of the event, empty for none."""

    def __init__(self, case: Case, selected: str = "", *, context: bool = False) -> None:
        self._case, self._context = case, context
        self._hidden = NOTHING
        super().__init__(card_page(case, selected, context=context), selected=selected)
        self.observe(self._draw, "selected")

    def hide(self, hidden: Hidden) -> None:
        """Say nothing any more that would tell what is hidden."""
        self._hidden = hidden
        self._draw()

    def _draw(self, _: traitlets.Bunch | None = None) -> None:
        self.show(card_page(self._case, self.selected, context=self._context, hidden=self._hidden))
