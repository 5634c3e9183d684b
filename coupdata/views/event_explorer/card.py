"""The card of an event: all that is known of it, how surely, and from which sentences."""

from __future__ import annotations

from pathlib import Path

import traitlets

from coupdata.model import Case, Event, Link
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.page_widget import STATIC, PageWidget, script, style
from coupdata.views.html.palette import event_side, side_style

_HERE = Path(__file__).parent

_SURENESS = {
    "day": "The source gives the day.",
    "night": "The source gives the night, not the hour.",
    "part of a month": "The source gives only a part of the month.",
    "month": "The source gives only the month.",
    "year": "The source gives only the year.",
    "years": "The source gives only years.",
    "undated": "The source gives no date.",
}


class Card(PageWidget):
    """The card of the chosen event; following a cause or an effect changes ``selected``."""

    _style = style(_HERE / "card.css")
    _esm = script(STATIC / "card.js", style=_style)

    selected = traitlets.Unicode().tag(sync=True)
    """The id of the event, empty for none."""

    def __init__(self, case: Case, selected: str = "", *, context: bool = False) -> None:
        self._case = case
        self._context = context
        super().__init__(self._written(selected), selected=selected)
        self.observe(self._rewrite, "selected")

    def _rewrite(self, change: traitlets.Bunch) -> None:
        self.show(self._written(change["new"]))

    def _written(self, selected: str) -> Element:
        if not selected:
            return invitation(self._case, context=self._context)
        return card(self._case, self._case.event(selected), context=self._context)


def invitation(case: Case, *, context: bool = False) -> Element:
    """Return what stands in the card's place before an event is chosen: the story in its key events."""
    keys = [
        element("li", element("button", event.title, type="button", data_event=event.id), event.when.told)
        for event in case.events
        if event.key and (context or event.scope != "context")
    ]
    return element(
        "div",
        element("h3", case.title),
        element("p", case.summary),
        *([element("ol", *keys)] if keys else []),
        element("p", "Choose an event on the chart or in the list, or press Next.", class_="quiet"),
        class_="coup coup-card",
        role="group",
        aria_label="Chosen event",
    )


def card(case: Case, event: Event, *, context: bool = False) -> Element:
    """Return the card of an event; with context, it leads to what lies beyond the source too."""
    return element(
        "div",
        *_head(case, event),
        element("p", event.summary),
        element("p", element("b", "Why it matters. "), event.matters),
        *_doubt(event),
        *_people(case, event),
        *_differences(case, event),
        *_links(case, event, context),
        *_sentences(case, event),
        *_scope(case, event),
        class_="coup coup-card",
        role="group",
        aria_label="Chosen event",
    )


def _head(case: Case, event: Event) -> list[Node]:
    style = side_style(case, event_side(case, event))
    where = case.place(event.place).name if event.place else "place not told"
    glyph = element("span", style.glyph, style=f"color:{style.colour}", aria_hidden="true")
    sure = [_SURENESS[event.when.precision]]
    if event.when.as_written:
        sure.append(f" In its words: “{event.when.as_written}”.")
    return [
        element("p", event.when.told, " · ", where, class_="when"),
        element("h3", glyph, " ", event.title),
        element("p", *sure, *_known_order(case, event), class_="quiet"),
    ]


def _known_order(case: Case, event: Event) -> list[str]:
    """Return between which events one without a date is known to stand: the nearest told on either side."""
    if event.when.precision != "undated":
        return []
    before = [e for e in case.events if case.order.before(e.id, event.id)]
    after = [e for e in case.events if case.order.before(event.id, e.id)]
    nearest = [e for e in before if not any(case.order.before(e.id, other.id) for other in before)]
    next_ones = [e for e in after if not any(case.order.before(other.id, e.id) for other in after)]
    told = [
        f"{word} {' and '.join(f'“{e.title}”' for e in events)}"
        for word, events in (("after", nearest), ("before", next_ones))
        if events
    ]
    return [f" It comes {', and '.join(told)}."] if told else [" Nor does it say what came before or after."]


def _doubt(event: Event) -> list[Node]:
    if event.hedge is None:
        return []
    doubt = (element("b", "In doubt. "), f"“{event.hedge.words}” covers {event.hedge.covers}.")
    return [element("p", *doubt, class_="doubt")]


def _people(case: Case, event: Event) -> list[Node]:
    roles = (("Who acts", event.actors), ("Against", event.against), ("Concerns", event.concerns))
    rows: list[Node] = []
    for role, ids in roles:
        if ids:
            rows += [element("dt", role), element("dd", ", ".join(case.actor(id).name for id in ids))]
    return [element("dl", *rows)] if rows else [element("p", "Who acted is not told.", class_="quiet")]


def _differences(case: Case, event: Event) -> list[Node]:
    nodes: list[Node] = []
    for difference in case.differences:
        if event.id in difference.events:
            accounts = [
                element("li", element("b", f"{account.where.capitalize()}: "), account.says)
                for account in difference.accounts
            ]
            nodes += [
                element("p", element("b", "The source says different things. "), difference.title, "."),
                element("ul", *accounts),
                element("p", difference.matters, class_="quiet"),
            ]
    return [element("div", *nodes, class_="differences")] if nodes else []


def _links(case: Case, event: Event, context: bool) -> list[Node]:
    shown = {other.id for other in case.events if context or other.scope != "context"}
    links = [link for link in case.links if {link.cause, link.effect} <= shown | {event.id}]
    causes = [_step(case, link, link.cause) for link in links if link.effect == event.id]
    effects = [_step(case, link, link.effect) for link in links if link.cause == event.id]
    nodes: list[Node] = []
    for title, steps in (("What led to it", causes), ("What came of it", effects)):
        if steps:
            nodes += [element("h4", title), element("ul", *steps)]
    return nodes


def _step(case: Case, link: Link, to: str) -> Element:
    by = f" Claimed by: {case.actor(link.by).name}." if link.by else ""
    follow = element("button", case.event(to).title, type="button", data_event=to)
    return element("li", follow, element("span", f"{link.summary}{by}"))


def _sentences(case: Case, event: Event) -> list[Node]:
    quoted = [
        element("li", element("span", cite, class_="number"), " ", case.sentence(cite).text)
        for cite in event.cites
    ]
    title = "Sentences of the reading" if event.scope != "context" else "It explains"
    return [element("h4", title), element("ul", *quoted, class_="sentences")]


def _scope(case: Case, event: Event) -> list[Node]:
    if event.scope == "article":
        return []
    words = "From a linked note" if event.scope == "note" else "Beyond the article"
    return [element("p", f"{words}: {case.source(event.source).title}.", class_="scope")]
