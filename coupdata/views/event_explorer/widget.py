"""The timeline to explore: filters, steps, chart, list and card, all showing the same choice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupdata.views.event_explorer.card_widget import Card
from coupdata.views.event_explorer.explored_events import explored_events
from coupdata.views.event_explorer.explorer_chart import ExplorerChart, arrange_chart, fitting_width
from coupdata.views.event_explorer.hidden import NOTHING, Hidden, follow
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.page_widget import Rerunnable, Scripted, script
from coupdata.views.html.plain_traits import ChoiceError, ChosenRecords, ExplorerChoice
from coupdata.views.html.saved_html import saved_html
from coupdata.views.html.saved_style import saved_style
from coupdata.views.reading_text.widget import shown_readings
from coupdata.views.timeline_chart.chart_widget import ChartWidget
from coupdata.views.timeline_chart.traces import timeline_name

if TYPE_CHECKING:
    import plotly.graph_objects as go

_HERE = Path(__file__).parent


@plain_call
def explorer(case: Case | None = None, *, context: bool = False, words: bool = True) -> Explorer:
    """Return the explorer of a case; with context, of what lies beyond the source too.

    Without words it is the chart alone, and its marks have no titles: to look at before anything is read.

    Its state can be set and read: ``view.selected = "college-attack"``; ``view.actor``, ``view.theme`` and
    ``view.place`` dim every event that does not fit. Empty text means nothing chosen.

    While a question on the page is open, what it asks for is not shown: ``view.hidden`` names it, and
    ``view.show_hidden = True`` shows it all the same, as a button does. Without words nothing is hidden.
    """
    return Explorer(case or load(), context=context, words=words)


class Navigator(Scripted):
    """Filters, steps and the list of events; what is chosen in the page shows there at once."""

    _style = style(_HERE / "explorer.css")
    _script = script(STATIC / "explorer.js", style=_style)

    name = traitlets.Unicode().tag(sync=True)
    """What the chart and the list are called."""
    events: traitlets.List[Any] = traitlets.List().tag(sync=True)
    filters: traitlets.List[Any] = traitlets.List().tag(sync=True)
    hits: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """Where a pointer meets an event on the chart."""
    width = traitlets.Int(0).tag(sync=True)
    """Pixels that the page has for the chart; 0 while none shows it."""
    selected = traitlets.Unicode("").tag(sync=True)
    actor = traitlets.Unicode("").tag(sync=True)
    theme = traitlets.Unicode("").tag(sync=True)
    place = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    """What is hidden, and why; empty where nothing is."""
    show_hidden = traitlets.Bool(False).tag(sync=True)


class Explorer(ExplorerChoice, ChosenRecords, Rerunnable, ipywidgets.VBox):  # type: ignore[misc]
    """The widget that `explorer` returns."""

    hidden = traitlets.Instance(Hidden, ())
    """What is asked for on the page; whoever asks says so, by `hide`."""
    show_hidden = traitlets.Bool(False)
    """Whether that is shown all the same."""

    def __init__(self, case: Case, *, context: bool = False, words: bool = True) -> None:
        self.case = case
        self._context = context
        self._words = words
        self._events = explored_events(case, context=context)
        self._chart: ExplorerChart | None = None
        self._shown: ChartWidget | None = None
        self._navigator = Navigator(
            name=timeline_name(case),
            events=self._events.rows() if words else [],
            filters=self._events.filters(),
        )
        self._card = Card(case, context=context)
        super().__init__([self._navigator, self._card])
        self.add_class("coup-explorer")
        if not words:
            self.add_class("coup-wordless")
        for name in ("selected", "actor", "theme", "place"):
            traitlets.link((self, name), (self._navigator, name))
        traitlets.link((self, "selected"), (self._card, "selected"))
        traitlets.link((self, "show_hidden"), (self._navigator, "show_hidden"))
        self._navigator.observe(self._arrange, "width")
        self.observe(self._choose, "selected")
        self.observe(self._filter, ["actor", "theme", "place"])
        self.observe(self._hide, ["hidden", "show_hidden"])
        if words:
            follow(self)

    def checked(self, kind: str, id: str) -> str:
        """Return the id of a record that the explorer shows; else raise a `ChoiceError`."""
        if super().checked(kind, id) and kind == "event" and self.case.event(id) not in self._events.events:
            said = _("'{id}' is beyond the source; explorer(case, context=True) shows it")
            raise ChoiceError(said.format(id=id))
        return id

    @property
    def figure(self) -> go.Figure | None:
        """The chart as it is now; None until a page shows the explorer and says how wide it is."""
        if not self._chart:
            return None
        from coupdata.views.timeline_chart.figure import figure  # loads Plotly, which no page needs

        shown = figure(self._chart.traces, self._chart.layout)
        for restyling in (self._chart.choice(self.selected), self._chart.fading(self.dimmed)):
            shown.plotly_restyle(restyling["changes"], restyling["traces"])
        return shown

    @property
    def dimmed(self) -> frozenset[str]:
        """The ids of the events that the filters leave out."""
        return self._events.left_out(actor=self.actor, theme=self.theme, place=self.place)

    @property
    def left_out(self) -> Hidden:
        """What is not shown now: all that is hidden or, where that is shown all the same, nothing."""
        return NOTHING if self.show_hidden else self.hidden

    def down(self, event: str) -> float:
        """Return where the mark of an event is, in pixels from the chart's top; 0 while there is none."""
        return self._chart.down(event) if self._chart else 0.0

    def _arrange(self, _: traitlets.Bunch | None = None) -> None:
        """Draw the chart for the width of the page, if that or what is hidden asks for another one."""
        if not self._navigator.width:
            return
        width, hidden = fitting_width(self._navigator.width), self.left_out
        if self._chart is not None and (self._chart.width, self._chart.hidden) == (width, hidden):
            return
        chart = arrange_chart(self.case, width, context=self._context, words=self._words, hidden=hidden)
        self._chart = chart
        choice, fading = chart.choice(self.selected), chart.fading(self.dimmed)
        old, self._shown = self._shown, ChartWidget(chart.traces, chart.layout, choice=choice, fading=fading)
        self._navigator.hits = chart.hits
        # last, so that the views before it stay as they are, and with them the focus
        self.children = [self._navigator, self._card, self._shown]
        if old is not None:
            old.close()

    def _choose(self, _: traitlets.Bunch) -> None:
        if self._chart and self._shown:
            self._shown.choice = self._chart.choice(self.selected)
        chosen = self.case.event(self.selected) if self.selected else None
        cites = self.left_out.cites(chosen, self.case) if chosen else ()
        for view in shown_readings(self.case):
            view.lit = list(cites)

    def _filter(self, _: traitlets.Bunch) -> None:
        if self._chart and self._shown:
            self._shown.fading = self._chart.fading(self.dimmed)

    def _hide(self, _: traitlets.Bunch) -> None:
        left_out = self.left_out
        self._navigator.note = self.hidden.in_words(self._events.events, shown=self.show_hidden)
        self._navigator.events = self._events.rows(left_out)
        self._card.hide(left_out)
        self._arrange()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, **self.saved()}, metadata

    def saved(self) -> dict[str, str]:
        """Return what a notebook saves beside the widget: all events in words, if it has any."""
        if not self._words:
            return {}
        html = f"{saved_style(style())}{saved_html(self._events.in_words(self.left_out))}"
        return {"text/html": html}
