"""The card of an event: all that is known of it, how surely, and from which sentences."""

from __future__ import annotations

from collections.abc import Iterator

from coupdata.i18n import _, listed, ngettext
from coupdata.model import Case, Event, Link, Precision, in_scope
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.html.attribution import beyond
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.palette import event_side, side_style


def card_page(case: Case, selected: str, *, context: bool = False, hidden: Hidden = NOTHING) -> Element:
    """Return the card of the event of this id; for none, what stands in its place."""
    if not selected:
        return invitation(case, context=context, hidden=hidden)
    event = case.event(selected)
    if selected in hidden.events:
        return _card_without_date(case, event, hidden)
    return card(case, event, context=context, hidden=hidden)


def invitation(case: Case, *, context: bool = False, hidden: Hidden = NOTHING) -> Element:
    """Return what stands in the card's place before an event is chosen: the story in its key events."""
    keys = [
        element("li", _button(event), event.when.told)
        for event in case.events
        if event.key and (context or event.scope != "context") and event.id not in hidden.events
    ]
    return _group(
        element("h3", case.title),
        element("p", case.summary),
        *([element("ol", *keys)] if keys else []),
        element("p", _("Choose an event on the chart or in the list, or press Next."), class_="quiet"),
    )


def card(case: Case, event: Event, *, context: bool = False, hidden: Hidden = NOTHING) -> Element:
    """Return the card of an event; with context, it leads to what lies beyond the source too.

    What is hidden is not on it: it tells of no hidden event, by no link and no sentence.
    """
    return _group(
        *_head(case, event, hidden),
        element("p", event.summary),
        element("p", element("b", _("Why it matters.")), f" {event.matters}"),
        *_doubt(event),
        _people(case, event),
        *_differences(case, event, hidden),
        *_links(case, event, context, hidden),
        *_sentences(case, event, hidden),
    )


def _card_without_date(case: Case, event: Event, hidden: Hidden) -> Element:
    """Return the card of a hidden event: what it is and who took part, as the rest would tell when it was."""
    then = _(
        "Once that is answered, or its solution read, the rest stands here, and its mark on the timeline."
    )
    said = [_who_asks(event, hidden), *([] if event.id in hidden.untold else [then])]
    return _group(
        element("p", hidden.in_place_of_date(event.id), " · ", _where(case, event), class_="when"),
        _title(case, event),
        element("p", " ".join(said), class_="withheld"),
        _people(case, event),
    )


def _who_asks(event: Event, hidden: Hidden) -> str:
    """Return which questions ask for what of a hidden event, in a sentence."""
    names = hidden.events[event.id]
    if event.id in hidden.ordered:
        alone = _("A question asks for its date or place in the order.")
        told = ngettext(
            "Question {names} asks for its date or place in the order.",
            "Questions {names} ask for its date or place in the order.",
            len(names),
        )
    else:
        alone = _("A question asks when this was.")
        told = ngettext(
            "Question {names} asks when this was.", "Questions {names} ask when this was.", len(names)
        )
    return told.format(names=listed(names)) if names else alone


def _group(*children: Node) -> Element:
    return element("div", *children, class_="coup coup-card", role="group", aria_label=_("Chosen event"))


def _button(event: Event) -> Element:
    return element("button", event.title, type="button", data_event=event.id)


def _head(case: Case, event: Event, hidden: Hidden) -> list[Node]:
    sure = [_sureness(event.when.precision)]
    if event.when.as_written:
        sure.append(" " + _("In its words: “{words}”.").format(words=event.when.as_written))
    return [
        element("p", event.when.told, " · ", _where(case, event), class_="when"),
        _title(case, event),
        element("p", *sure, *_known_order(case, event, hidden), class_="quiet"),
    ]


def _where(case: Case, event: Event) -> str:
    return case.place(event.place).name if event.place else _("place not given")


def _title(case: Case, event: Event) -> Element:
    style = side_style(case, event_side(case, event))
    glyph = element("span", style.glyph, style=f"color:{style.colour}", aria_hidden="true")
    return element("h3", glyph, " ", event.title)


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


def _known_order(case: Case, event: Event, hidden: Hidden) -> list[str]:
    """Return between which events one without a date is known to stand: the nearest told on either side."""
    if event.when.precision != "undated":
        return []
    is_before = case.order.before
    before = [e for e in case.events if is_before(e.id, event.id)]
    after = [e for e in case.events if is_before(event.id, e.id)]
    nearest = [e for e in before if not any(is_before(e.id, other.id) for other in before)]
    next_ones = [e for e in after if not any(is_before(other.id, e.id) for other in after)]
    earlier, later = (
        listed([f"“{e.title}”" for e in events if e.id not in hidden.events])
        for events in (nearest, next_ones)
    )
    if earlier and later:
        said = _("It comes after {earlier}, and before {later}.")
    elif earlier:
        said = _("It comes after {earlier}.")
    elif later:
        said = _("It comes before {later}.")
    elif before or after:  # all that it says is hidden
        return []
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


def _differences(case: Case, event: Event, hidden: Hidden) -> Iterator[Node]:
    nodes: list[Node] = []
    for difference in case.differences:
        if event.id in difference.events and hidden.events.keys().isdisjoint(difference.events):
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


def _links(case: Case, event: Event, context: bool, hidden: Hidden) -> Iterator[Node]:
    shown = {other.id for other in in_scope(case.events, context=context)} | {event.id}
    told = (link for link in case.links if not hidden.hides(link))
    links = [link for link in told if {link.cause, link.effect} <= shown]
    causes = [_step(case, link, link.cause) for link in links if link.effect == event.id]
    effects = [_step(case, link, link.effect) for link in links if link.cause == event.id]
    for title, steps in ((_("What led to it"), causes), (_("What came of it"), effects)):
        if steps:
            yield element("h4", title)
            yield element("ul", *steps)


def _step(case: Case, link: Link, to: str) -> Element:
    by = " " + _("Claimed by: {name}.").format(name=case.actor(link.by).name) if link.by else ""
    return element("li", _button(case.event(to)), element("span", f"{link.summary}{by}"))


def _sentences(case: Case, event: Event, hidden: Hidden) -> Iterator[Node]:
    """Yield what it stands on, and where it comes from."""
    quoted = [
        element("li", element("span", cite, class_="number"), " ", case.sentence(cite).text)
        for cite in hidden.cites(event, case)
    ]
    if quoted:
        yield element("h4", _("From the reading") if event.scope != "context" else _("What it explains"))
        yield element("ul", *quoted, class_="sentences")
    if event.scope != "article":
        yield element("p", beyond(case, event.scope, event.source), class_="scope")
