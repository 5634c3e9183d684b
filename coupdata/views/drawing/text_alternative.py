"""What a drawing shows, in words: a list to choose from, buttons for events, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coupdata.i18n import _, ngettext
from coupdata.model import Actor, Event, Place
from coupdata.views.html.element import Element, Node, element


def text_alternative(
    name: str, options: Iterable[Element], abouts: Iterable[Element], told: Iterable[Element]
) -> Element:
    """Return a list to choose from, what is said of each choice, and of each chosen event."""
    listbox = element("div", *options, role="listbox", tabindex="0", aria_label=name)
    parts = element("div", *told, listbox, element("div", *abouts))
    return element("div", parts, class_="coup-text-alternative")


def group(title: str, options: Iterable[Element], glyph: Node = "") -> Element:
    """Return a part of a list under its title."""
    heading = element("p", glyph, title, aria_hidden="true")
    return element("div", heading, *options, role="group", aria_label=title)


def option(id: str, name: str, count: int, *, depth: int = 0) -> Element:
    """Return something to choose, with the number of its events."""
    return element(
        "div",
        element("span", name, style=f"padding-inline-start:{depth * 14}px"),
        element("span", event_count(count) if count else _("no event"), class_="count"),
        role="option",
        aria_selected="false",
        data_choice=id,
    )


def event_count(count: int) -> str:
    """Return a number of events in words."""
    return ngettext("{n} event", "{n} events", count).format(n=count)


def about(id: str, name: Sequence[Node], *children: Node) -> Element:
    """Return what is said of a choice, under its name; without an id, what is said before one is made."""
    title = element("p", *name, class_="name")  # no heading: nobody knows which levels surround it
    return element("section", title, *children, data_about=id)


def told(event: Event, *words: Node) -> Element:
    """Return what is said of a chosen event."""
    when = element("span", f" {event.when.told}. ", class_="quiet")
    return element("p", element("b", event.title), when, *words, data_told=event.id, hidden="")


def event_button(event: Event) -> Element:
    """Return a button that chooses an event, with its date."""
    button = element("button", event.title, type="button", data_event=event.id)
    return element("span", button, " ", element("span", event.when.told, class_="quiet when"))


def event_list(events: Iterable[Event]) -> Element:
    """Return a list of buttons that choose events."""
    return element("ul", *(element("li", event_button(event)) for event in events))


def table(
    heads: Sequence[str], rows: Sequence[Sequence[Sequence[Node]]], name: str, without: str = ""
) -> list[Element]:
    """Return a table, the first cell of each row its head; without rows what is said then, if anything."""
    if not rows:
        return [element("p", without)] if without else []
    body = [
        element("tr", element("th", *cells[0], scope="row"), *(element("td", *cell) for cell in cells[1:]))
        for cells in rows
    ]
    head = element("tr", *(element("th", words, scope="col") for words in heads))
    return [element("table", element("thead", head), element("tbody", *body), aria_label=name)]


def names(record: Actor | Place) -> list[Node]:
    """Return the name of a record, with its names in other scripts."""
    others = [element("span", f" {name}", lang=tag, class_="quiet") for tag, name in record.native.items()]
    return [record.name, *others]
