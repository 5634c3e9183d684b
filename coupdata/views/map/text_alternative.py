"""The map in words: the places, and what happened there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coupdata.i18n import _
from coupdata.model import Case, Event, Place, in_scope
from coupdata.views.drawing import text_alternative as parts
from coupdata.views.drawing.still_words import event_entry, record_entry, still_words
from coupdata.views.html.element import Element, Node, element


def map_in_words(case: Case, name: str, *, context: bool = False) -> Element:
    """Return a list of places, those within others below them, and for each what happened there."""
    places = in_scope(case.places, context=context)
    events = in_scope(case.events, context=context)
    nested = list(_nested(places))
    options = [
        parts.option(place.id, place.name, len(_there(case, place, events)), depth=depth)
        for place, depth in nested
    ]
    abouts = [_overview(case, events), *(_about(case, place, events) for place, _ in nested)]
    told = (parts.told(event, _said(case, event)) for event in events)
    return parts.text_alternative(name, options, abouts, told)


def map_in_still_words(case: Case, *, context: bool = False) -> Element:
    """Return every place, and every event with where it happened."""
    places = in_scope(case.places, context=context)
    events = in_scope(case.events, context=context)
    return still_words(
        _("Where it happened"),
        (
            record_entry(parts.names(place), f"{_lying(case, place)}. {place.summary}")
            for place, depth in _nested(places)
        ),
        [
            *(
                event_entry(event, f"{_where(case, event)}.")
                for event in events
                if event.place or event.moves
            ),
            *_nowhere([event.title for event in events if not (event.place or event.moves)]),
        ],
    )


def _nowhere(titles: Sequence[str]) -> Iterator[Element]:
    if titles:
        yield element("li", _("We are not told where it happened."), " ", "; ".join(titles), ".")


def _nested(
    places: Sequence[Place], within: str | None = None, depth: int = 0
) -> Iterator[tuple[Place, int]]:
    known = {place.id for place in places}
    for place in places:
        if (place.within if place.within in known else None) == within:
            yield place, depth
            yield from _nested(places, place.id, depth + 1)


def _there(case: Case, place: Place, events: Sequence[Event]) -> list[Event]:
    """Return the events in a place or in one within it, and the movements from or to it."""
    return [event for event in events if place.id in {*case.around(event.place), *event.moves}]


def _overview(case: Case, events: Sequence[Event]) -> Element:
    rows = [([parts.event_button(event)], [_way(case, event)]) for event in events if event.moves]
    nowhere = [event for event in events if not event.place]
    untold = [([_("Not given")], [parts.event_list(nowhere)])] if nowhere else []
    return parts.about(
        "",
        [_("Where it happened")],
        element("p", _("Choose a place on the map or in the list."), class_="quiet"),
        *parts.table((_("Movement"), _("From where to where")), rows, _("Movements")),
        *parts.table((_("Where"), _("Event")), untold, _("Events without a place")),
    )


def _about(case: Case, place: Place, events: Sequence[Event]) -> Element:
    rows = [([parts.event_button(event)], [_where(case, event)]) for event in _there(case, place, events)]
    heads = (_("What happened"), _("Where exactly"))
    name = _("What happened: {place}").format(place=place.name)
    return parts.about(
        place.id,
        parts.names(place),
        element("p", _lying(case, place), class_="quiet"),
        element("p", place.summary),
        *parts.table(heads, rows, name, _("None of the events has this place.")),
    )


def _lying(case: Case, place: Place) -> str:
    said = [place.kind.capitalize()]
    if place.within:
        said.append(_("in {place}").format(place=case.place(place.within).name))
    if place.latitude is None:
        said.append(_("we are not told exactly where, so it has no mark of its own on the map"))
    elif place.approximate:
        said.append(_("on the map an area, not a point"))
    return " · ".join(said)


def _where(case: Case, event: Event) -> Node:
    if event.moves:
        return _way(case, event)
    return case.place(event.place).name if event.place else _("not given")


def _way(case: Case, event: Event) -> str:
    start, *stops = (case.place(id).name for id in event.moves)
    way = _("from {place}").format(place=start)
    for stop in stops:
        way = _("{way} to {place}").format(way=way, place=stop)
    return way


def _said(case: Case, event: Event) -> str:
    names = [case.place(id).name for id in case.around(event.place)]
    where = _("Where: {places}.").format(places=", ".join(names))
    place = where if names else _("We are not told where it happened.")
    moved = [_("They moved {way}.").format(way=_way(case, event))] if event.moves else []
    return " ".join((place, *moved))
