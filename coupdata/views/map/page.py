"""The twin of the map: the places, and what happened there, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coupdata.model import Case, Event, Place
from coupdata.views.html.element import Element, Node, element
from coupdata.views.picture.text_alternative import (
    about,
    event_button,
    listbox,
    names,
    option,
    table,
    told,
    twin_page,
)


def map_page(case: Case, name: str, *, context: bool = False) -> Element:
    """Return the page: a list of places, those within others below them, and for each what happened there."""
    places = [place for place in case.places if context or place.scope != "context"]
    events = [event for event in case.events if context or event.scope != "context"]
    nested = list(_nested(places))
    options = [
        option(place.id, place.name, len(_there(case, place, events)), depth=depth) for place, depth in nested
    ]
    abouts = [_overview(case, events), *(_about(case, place, events) for place, _ in nested)]
    return twin_page(listbox(name, options), abouts, (_told(case, event) for event in events))


def _nested(
    places: Sequence[Place], within: str | None = None, depth: int = 0
) -> Iterator[tuple[Place, int]]:
    known = {place.id for place in places}
    for place in places:
        if (place.within if place.within in known else None) == within:
            yield place, depth
            yield from _nested(places, place.id, depth + 1)


def _enclosing(case: Case, id: str | None) -> Iterator[str]:
    """Yield a place and all that it lies within."""
    while id:
        yield id
        id = case.place(id).within


def _there(case: Case, place: Place, events: Sequence[Event]) -> list[Event]:
    """Return the events in a place or in one within it, and the movements from or to it."""
    return [event for event in events if place.id in {*_enclosing(case, event.place), *event.moves}]


def _overview(case: Case, events: Sequence[Event]) -> Element:
    rows = [([event_button(event)], [_way(case, event)]) for event in events if event.moves]
    nowhere = [event for event in events if not event.place]
    listed = element("ul", *(element("li", event_button(event)) for event in nowhere))
    return about(
        "",
        ["Where it happened"],
        element("p", "Choose a place on the map or in the list.", class_="quiet"),
        *([table(("Movement", "From where to where"), rows, "Movements")] if rows else []),
        *(
            [table(("Where", "Event"), [(["Not told"], [listed])], "Events whose place is not told")]
            if nowhere
            else []
        ),
    )


def _about(case: Case, place: Place, events: Sequence[Event]) -> Element:
    rows = [([event_button(event)], [_where(case, event)]) for event in _there(case, place, events)]
    return about(
        place.id,
        names(place),
        element("p", _lying(case, place), class_="quiet"),
        element("p", place.summary),
        table(("What happened", "Where exactly"), rows, f"What happened: {place.name}")
        if rows
        else element("p", "None of the events that are told is put here."),
    )


def _lying(case: Case, place: Place) -> str:
    parts = [place.kind.capitalize()]
    if place.within:
        parts.append(f"in {case.place(place.within).name}")
    if place.latitude is None:
        parts.append("where it lies is not told: it is not on the map")
    elif place.approximate:
        parts.append("on the map an area, not a point")
    return " · ".join(parts)


def _where(case: Case, event: Event) -> Node:
    if event.moves:
        return _way(case, event)
    return case.place(event.place).name if event.place else "not told"


def _way(case: Case, event: Event) -> str:
    return "from " + " to ".join(case.place(id).name for id in event.moves)


def _told(case: Case, event: Event) -> Element:
    names = [case.place(id).name for id in _enclosing(case, event.place)]
    place = f"Where: {', '.join(names)}." if names else "Where it happened is not told."
    return told(event, place, f" The way leads {_way(case, event)}." if event.moves else "")
