"""The actors in words: who stood where, who acted with and against whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from coupdata.i18n import _
from coupdata.model import Actor, Case, Event, in_scope
from coupdata.views.actors.relations import ActorRelation, between_sides, change, relations, stands
from coupdata.views.drawing import text_alternative as parts
from coupdata.views.drawing.still_words import event_entry, record_entry, still_words
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.palette import side_style, side_title


def actors_in_words(case: Case, name: str, *, context: bool = False) -> Element:
    """Return a list of actors by side, and for each what it did, with whom and against whom."""
    actors = in_scope(case.actors, context=context)
    events = in_scope(case.events, context=context)
    found = relations(case, events)
    abouts = [_overview(case, actors, found)]
    abouts += [_about(case, actor, actors, events, found) for actor in actors]
    options = _groups(case, actors, events)
    told = (parts.told(event, _said(case, event)) for event in events)
    return parts.text_alternative(name, options, abouts, told)


def actors_in_still_words(case: Case, *, context: bool = False) -> Element:
    """Return every actor with its side, and every event with who acted."""
    actors = in_scope(case.actors, context=context)
    events = in_scope(case.events, context=context)
    return still_words(
        _("Who stood where"),
        (record_entry(parts.names(actor), f"{_standing(case, actor)}. {actor.summary}") for actor in actors),
        (event_entry(event, _said(case, event)) for event in events),
    )


def _groups(case: Case, actors: Sequence[Actor], events: Sequence[Event]) -> Iterator[Element]:
    """Yield the actors of each side; those on several have a group of their own."""
    alone = {actor.id: here[0].side for actor in actors if len(here := stands(case, actor.id)) == 1}
    sides: list[str | None] = [side.id for side in case.sides]
    for side in [*sides, None]:
        inside = [actor for actor in actors if actor.id in alone and alone[actor.id] == side]
        style = side_style(case, side)
        glyph = element("span", f"{style.glyph} ", style=f"color:{style.colour}")
        if inside:
            yield parts.group(side_title(case, side), (_option(actor, events) for actor in inside), glyph)
    several = [actor for actor in actors if actor.id not in alone]
    if several:
        yield parts.group(_("On more than one side"), (_option(actor, events) for actor in several))


def _option(actor: Actor, events: Sequence[Event]) -> Element:
    return parts.option(actor.id, actor.name, sum(actor.id in event.involved for event in events))


def _overview(case: Case, actors: Sequence[Actor], found: Sequence[ActorRelation]) -> Element:
    """What the picture says as a whole."""
    notes: list[Node] = []
    for actor in actors:
        for one, other in combinations(stands(case, actor.id), 2):
            first, second = (side_title(case, stand.side) for stand in (one, other))
            when = change(case, one, other)
            if when:
                words = _("changes sides, {when}: from {one} to {other}.")
            else:
                words = _("is on two sides: {one} and {other}.")
            words = words.format(when=when, one=first, other=second)
            notes.append(element("li", element("b", actor.name), f" {words}"))
    order = [*(side.id for side in case.sides), None]
    between = sorted(between_sides(found).items(), key=lambda counted: order.index(counted[0][1]))
    did = {"with": _("acted with"), "against": _("acted against")}
    rows = [
        ([side_title(case, one)], [did[kind]], [side_title(case, other)], [_count(events)])
        for (kind, one, other), events in between
    ]
    heads = (_("Side"), _("What they did"), _("To whom"), _("In"))
    return parts.about(
        "",
        [_("Who stood where")],
        element("p", _("Choose an actor in the picture or in the list."), class_="quiet"),
        *([element("ul", *notes)] if notes else []),
        *parts.table(heads, rows, _("What the sides did")),
    )


def _count(events: Sequence[Event]) -> Element:
    return element("span", parts.event_count(len(events)), class_="count")


def _about(
    case: Case, actor: Actor, actors: Sequence[Actor], events: Sequence[Event], found: Sequence[ActorRelation]
) -> Element:
    rows = list(_rows(case, actor, events, found))
    heads = (_("What"), _("Who"), _("In these events"))
    name = _("What {name} did, and what was done to {name}").format(name=actor.name)
    return parts.about(
        actor.id,
        parts.names(actor),
        element("p", _standing(case, actor), class_="quiet"),
        element("p", actor.summary),
        *_belonging(case, actor, actors),
        *parts.table(heads, rows, name, _("Takes no part in any of the events.")),
    )


def _standing(case: Case, actor: Actor) -> str:
    sides = [
        side_title(case, side.side) + (f" ({side.when.label})" if side.when.edtf else "")
        for side in actor.sides
    ]
    return f"{actor.kind.capitalize()} · {' · '.join(dict.fromkeys(sides)) or side_title(case, None)}"


def _belonging(case: Case, actor: Actor, actors: Sequence[Actor]) -> Iterator[Element]:
    offices = [
        office.title + (f" ({office.when.label})" if office.when.edtf else "")
        for office in actor.offices
        if office.scope != "context"
    ]
    members = [other.name for other in actors if actor.id in other.member_of]
    groups = [case.actor(id).name for id in actor.member_of]
    for title, named in ((_("Offices"), offices), (_("Belongs to"), groups), (_("Members"), members)):
        if named:
            yield element("p", element("b", f"{title}: "), ", ".join(named), ".")


def _rows(
    case: Case, actor: Actor, events: Sequence[Event], found: Sequence[ActorRelation]
) -> Iterator[tuple[Sequence[Node], Sequence[Node], Sequence[Node]]]:
    """Yield the relations of an actor; then the events in which it acted alone, and those that concern it."""
    titles = {"with": _("Acted with"), "against": _("Acted against"), "by": _("Was acted against by")}
    counted: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for kind, one, other, shared in found:
        if actor.id == one.actor:
            counted[kind, other.actor] += shared
        elif actor.id == other.actor:
            counted["by" if kind == "against" else kind, one.actor] += shared
    for did, title in titles.items():
        for (done, whom), known in counted.items():
            if done == did:
                yield [title], [case.actor(whom).name], [parts.event_list(known)]
    alone = [event for event in events if event.actors == (actor.id,) and not event.against]
    unnamed = [event for event in events if actor.id in event.against and not event.actors]
    concerned = [event for event in events if actor.id in event.concerns]
    for title, who, known in (
        (_("Acted"), _("alone"), alone),
        (titles["by"], _("someone not named"), unnamed),
        (_("Concerned in"), "", concerned),
    ):
        if known:
            yield [title], [who], [parts.event_list(known)]


def _said(case: Case, event: Event) -> str:
    roles = ((_("Who acts"), event.actors), (_("Against"), event.against), (_("Concerns"), event.concerns))
    said = [f"{role}: {', '.join(case.actor(id).name for id in ids)}." for role, ids in roles if ids]
    return " ".join(said) or _("We are not told who acted.")
