"""What a drawing shows, in words, where nothing can be chosen: each record once, and each event once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coupdata.i18n import _
from coupdata.model import Event
from coupdata.views.html.element import Element, Node, element


def still_words(title: str, records: Iterable[Element], events: Iterable[Element]) -> Element:
    """Return records under a title, and what happened."""
    return element(
        "div",
        element("p", title, class_="bold"),
        element("ul", *records),
        element("p", _("What happened"), class_="bold"),
        element("ul", *events),
        class_="coup-still",
    )


def record_entry(name: Sequence[Node], *said: Node) -> Element:
    """Return what is said of a record, after its name."""
    return element("li", element("b", *name), " ", *said)


def event_entry(event: Event, said: str) -> Element:
    """Return what is said of an event, after its date."""
    return element("li", element("b", event.title), f" {event.when.told}. {said}")
