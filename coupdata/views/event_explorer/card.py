"""The card of an event: all that is known of it, how surely, and from which sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import traitlets

from coupdata.i18n import _
from coupdata.model import Case, Event, Link, Precision
from coupdata.views.html.attribution import beyond
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.page_widget import PageWidget, script
from coupdata.views.html.palette import event_side, side_style

_HERE = Path(__file__).parent


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
        self.observe(lambda change: self.show(self._written(change["new"])), "selected")

    def _written(self, selected: str) -> Element:
        if not selected:
            return invitation(self._case, context=self._context)
        return card(self._case, self._case.event(selected), context=self._context)


def invitation(case: Case, *, context: bool = False) -> Element:
    """Return what stands in the card's place before an event is chosen: the story in its key events."""
    keys = [
        element("li", _button(event), event.when.told)
        for event in case.events
        if event.key and (context or event.scope != "context")
    ]
    return _group(
        element("h3", case.title),
        element("p", case.summary),
        *([element("ol", *keys)] if keys else []),
        element("p", _("Choose an event on the chart or in the list, or press Next."), class_="quiet"),
    )


def card(case: Case, event: Event, *, context: bool = False) -> Element:
    """Return the card of an event; with context, it leads to what lies beyond the source too."""
    return _group(
        *_head(case, event),
        element("p", event.summary),
        element("p", element("b", _("Why it matters.")), f" {event.matters}"),
        *_doubt(event),
        _people(case, event),
        *_differences(case, event),
        *_links(case, event, context),
        *_sentences(case, event),
    )


def _group(*children: Node) -> Element:
    return element("div", *children, class_="coup coup-card", role="group", aria_label=_("Chosen event"))


def _button(event: Event) -> Element:
    return element("button", event.title, type="button", data_event=event.id)


def _head(case: Case, event: Event) -> list[Node]:
    style = side_style(case, event_side(case, event))
    where = case.place(event.place).name if event.place else _("place not given")
    glyph = element("span", style.glyph, style=f"color:{style.colour}", aria_hidden="true")
    sure = [_sureness(event.when.precision)]
    if event.when.as_written:
        sure.append(" " + _("In its words: “{words}”.").format(words=event.when.as_written))
    return [
        element("p", event.when.told, " · ", where, class_="when"),
        element("h3", glyph, " ", event.title),
        element("p", *sure, *_known_order(case, event), class_="quiet"),
    ]


def _sureness(precision: Precision) -> str:
    return {
        "day": _("The source gives the day."),
        "night": _("The source gives the night, not the hour."),
        "part of a month": _("The source gives only part of the month."),
        "month": _("The source gives only the month."),
        "year": _("The source gives only the year."),
        "years": _("The source gives only years."),
        "undated": _("The source gives no date."),
    }[precision]


def _known_order(case: Case, event: Event) -> list[str]:
    """Return between which events one without a date is known to stand: the nearest told on either side."""
    if event.when.precision != "undated":
        return []
    is_before = case.order.before
    before = [e for e in case.events if is_before(e.id, event.id)]
    after = [e for e in case.events if is_before(event.id, e.id)]
    nearest = [e for e in before if not any(is_before(e.id, other.id) for other in before)]
    next_ones = [e for e in after if not any(is_before(other.id, e.id) for other in after)]
    earlier, later = (_(" and ").join(f"“{e.title}”" for e in events) for events in (nearest, next_ones))
    if earlier and later:
        said = _("It comes after {earlier}, and before {later}.")
    elif earlier:
        said = _("It comes after {earlier}.")
    elif later:
        said = _("It comes before {later}.")
    else:
        said = _("Nor does it say what came before or after.")
    return [" " + said.format(earlier=earlier, later=later)]


def _doubt(event: Event) -> Iterator[Node]:
    if event.hedge:
        covers = _("{what} (“{words}”).").format(words=event.hedge.words, what=event.hedge.covers)
        yield element("p", element("b", _("In doubt:")), f" {covers}", class_="doubt")


def _people(case: Case, event: Event) -> Element:
    roles = ((_("Who acts"), event.actors), (_("Against"), event.against), (_("Concerns"), event.concerns))
    rows: list[Node] = []
    for role, ids in roles:
        if ids:
            rows += [element("dt", role), element("dd", ", ".join(case.actor(id).name for id in ids))]
    return element("dl", *rows) if rows else element("p", _("We are not told who acted."), class_="quiet")


def _differences(case: Case, event: Event) -> Iterator[Node]:
    nodes: list[Node] = []
    for difference in case.differences:
        if event.id in difference.events:
            title = element("b", _("The source gives different accounts."))
            accounts = [
                element("li", element("b", f"{account.where.capitalize()}: "), account.says)
                for account in difference.accounts
            ]
            nodes += [
                element("p", title, f" {difference.title}."),
                element("ul", *accounts),
                element("p", difference.matters, class_="quiet"),
            ]
    if nodes:
        yield element("div", *nodes, class_="differences")


def _links(case: Case, event: Event, context: bool) -> Iterator[Node]:
    shown = {other.id for other in case.events if context or other.scope != "context"} | {event.id}
    links = [link for link in case.links if {link.cause, link.effect} <= shown]
    causes = [_step(case, link, link.cause) for link in links if link.effect == event.id]
    effects = [_step(case, link, link.effect) for link in links if link.cause == event.id]
    for title, steps in ((_("What led to it"), causes), (_("What came of it"), effects)):
        if steps:
            yield element("h4", title)
            yield element("ul", *steps)


def _step(case: Case, link: Link, to: str) -> Element:
    by = " " + _("Claimed by: {name}.").format(name=case.actor(link.by).name) if link.by else ""
    return element("li", _button(case.event(to)), element("span", f"{link.summary}{by}"))


def _sentences(case: Case, event: Event) -> Iterator[Node]:
    """Yield what it stands on, and where it comes from."""
    quoted = [
        element("li", element("span", cite, class_="number"), " ", case.sentence(cite).text)
        for cite in event.cites
    ]
    yield element("h4", _("From the reading") if event.scope != "context" else _("What it explains"))
    yield element("ul", *quoted, class_="sentences")
    if event.scope != "article":
        yield element("p", beyond(case, event.scope, event.source), class_="scope")
