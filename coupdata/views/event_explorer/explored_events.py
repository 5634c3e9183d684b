"""The events that an explorer shows: the rows of its list, its filters, and whom they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coupdata.i18n import _
from coupdata.model import Case, Event, in_scope
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.html.element import Element, element
from coupdata.views.html.palette import event_side, side_style
from coupdata.views.timeline_chart.traces import check_number


@dataclass(frozen=True)
class ExploredEvents:
    """Events of a case; `explored_events` finds them."""

    case: Case
    events: Sequence[Event]

    def rows(self, hidden: Hidden = NOTHING) -> list[dict[str, Any]]:
        """Return what a page needs of each event: a row of the list, and what filters ask for.

        Those that are hidden come last, by their titles, so that their place tells nothing.
        """
        return [_row(self.case, event, hidden) for event in self._listed(hidden)]

    def filters(self) -> list[dict[str, Any]]:
        """Return the filters with the choices for which there are events."""
        actors = [(actor.id, actor.name) for actor in self.case.actors]
        themes = [(theme.id, theme.title) for theme in self.case.themes]
        places = [(place.id, place.name) for place in self.case.places]
        used = {
            "actor": {id for event in self.events for id in event.involved},
            "theme": {id for event in self.events for id in event.themes},
            "place": {id for event in self.events for id in self.case.around(event.place)},
        }
        filters = (("actor", _("Who"), actors), ("theme", _("What"), themes), ("place", _("Where"), places))
        return [
            {
                "name": name,
                "label": label,
                "choices": [[id, title] for id, title in choices if id in used[name]],
            }
            for name, label, choices in filters
        ]

    def left_out(self, *, actor: str = "", theme: str = "", place: str = "") -> frozenset[str]:
        """Return the ids of the events that do not fit filters; an empty one fits all."""
        return frozenset(
            event.id
            for event in self.events
            if (actor and actor not in event.involved)
            or (theme and theme not in event.themes)
            or (place and place not in self.case.around(event.place))
        )

    def in_words(self, hidden: Hidden = NOTHING) -> Element:
        """Return the events as a plain list, for print and where no widget runs."""
        rows = [
            element("li", element("b", event.title), f" ({hidden.in_place_of_date(event.id)})")
            if event.id in hidden.events
            else element("li", element("b", event.title), f" ({event.when.told}). {event.summary}")
            for event in self._listed(hidden)
        ]
        listed = (element("h3", self.case.title), element("ol", *rows))
        return element("section", *listed, class_="coup coup-event-list")

    def _listed(self, hidden: Hidden) -> list[Event]:
        shown = [event for event in self.events if event.id not in hidden.events]
        others = (event for event in self.events if event.id in hidden.events)
        return [*shown, *sorted(others, key=lambda event: event.title.casefold())]


def explored_events(case: Case, *, context: bool = False) -> ExploredEvents:
    """Return the events that an explorer shows; with context, those from beyond the source too.

    Raises:
        CallError: There are more than a chart can show.
    """
    events = in_scope(case.events, context=context)
    check_number(events)
    return ExploredEvents(case, events)


def _row(case: Case, event: Event, hidden: Hidden) -> dict[str, Any]:
    style = side_style(case, event_side(case, event))
    is_hidden = event.id in hidden.events
    return {
        "id": event.id,
        "title": event.title,
        "when": hidden.in_place_of_date(event.id) if is_hidden else _short(case, event),
        "hidden": is_hidden,
        "glyph": style.glyph,
        "colour": style.colour,
        "key": event.key,
        "actor": list(event.involved),
        "theme": list(event.themes),
        "place": list(case.around(event.place)),
    }


def _short(case: Case, event: Event) -> str:
    """The date without the year in which the story mainly plays."""
    short = event.when.told.removesuffix(f" {case.lens[0].year}")
    return short if any(letter.isdigit() for letter in short) or " " in short else event.when.told
