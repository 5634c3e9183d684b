"""Forms that ask who acted, against whom, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from coupdata.i18n import _
from coupdata.model import Actor, Case, Event, Place
from coupquiz.parsing.word_stems import word_stems
from coupquiz.review.forms.draft import Draft, chosen, names_it, of_event, option
from coupquiz.review.forms.told import Told

_WRONG = 3  # options

_Role = Literal["actors", "against", "concerns"]


def who_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on who acted in an event, and against whom; none where its title says so."""
    involved = (told.case.actor(id) for id in event.involved)
    if not any(names_it(event.title, actor) for actor in involved):
        yield from _role(event, told, "actors", seed)
    if not event.moves:  # whoever goes somewhere may be against those who stay, and does nothing to them yet
        yield from _role(event, told, "against", seed)
    if not (event.actors or event.against):
        yield from _role(event, told, "concerns", seed)
    yield from _part_in(event, told, seed)


def where_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on the place of an event; none where it has none, or its title tells it."""
    case = told.case
    if not event.place or event.moves or names_it(event.title, case.place(event.place)):
        return
    here = case.place(event.place)
    is_named = any(names_it(case.sentence(cite).text, here) for cite in event.cites)
    if here.kind == "country" or not is_named:  # too wide to be worth a question, or not told
        return
    elsewhere = [place for place in _places(told) if _is_apart(here, place, case)]
    wrong = chosen(elsewhere, _WRONG, lambda place: place.id, f"{seed} where")
    if len(wrong) == _WRONG and not any(names_it(event.title, place) for place in wrong):
        options = [{"place": place.id} for place in (here, *wrong)]
        key = {"event": event.id, "field": "place"}
        prompt = _("“{event}”: where was that?").format(event=event.title)
        yield of_event(event, "where", "single", "places", prompt=prompt, key=key, option=options)
    others = [
        other
        for other in told.others(event)
        if other.place
        and not other.moves
        and _is_apart(here, case.place(other.place), case)
        and not names_it(other.title, case.place(other.place))
    ]
    events = told.near(event, others, _WRONG, f"{seed} there")
    if len(events) == _WRONG:
        prompt = _("Which of these happened here: {place}?").format(place=here.name)
        shown = [_placed(one, case, right=one is event) for one in (event, *events)]
        yield of_event(event, "what-there", "single", "places", prompt=prompt, option=shown)


def _role(event: Event, told: Told, role: _Role, seed: str) -> Iterator[Draft]:
    """Yield who has this role: one of several or, where there are more, all of them."""
    case = told.case
    right = [case.actor(id) for id in getattr(event, role)]
    if not right or any(names_it(event.title, actor) for actor in right):
        return
    kin = frozenset().union(*(_kin(actor, case) for actor in right))
    sides = {side.side for actor in right for side in actor.sides}
    candidates = [
        actor
        for actor in case.actors
        if actor.scope != "context"
        and not (_kin(actor, case) & kin)
        and not ({side.side for side in actor.sides} & sides)
        and not names_it(event.title, actor)
        and not any(word_stems(actor.name) & word_stems(one.name) for one in right)
    ]
    candidates.sort(key=lambda actor: (actor.id not in event.involved, actor.kind != right[0].kind))
    wrong = chosen(candidates[: 2 * _WRONG], _WRONG, lambda actor: actor.id, f"{seed} {role}")
    if len(wrong) < _WRONG:
        return
    prompt = _asked(role, several=len(right) > 1).format(event=event.title)
    options = [{"actor": actor.id} for actor in (*right, *wrong)]
    kind = "single" if len(right) == 1 else "multiple"
    key = {"event": event.id, "field": role}
    yield of_event(event, role, kind, "actors", prompt=prompt, key=key, option=options, level=len(right[:2]))


def _part_in(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield that a person took part who did; none where that is in doubt, or told by its title."""
    texts = [told.case.sentence(cite).text for cite in event.cites]
    sure = [text for text in texts if not (event.hedge and event.hedge.words in text)]
    people = [
        one
        for one in map(told.case.actor, event.actors)
        if one.kind == "person"
        and not names_it(event.title, one)
        and any(names_it(text, one) for text in sure)
    ]
    for person in chosen(people, 1, lambda one: one.id, f"{seed} part"):
        names = {"person": person.name, "summary": event.summary}
        feedback = {
            "supported": event.summary,
            "contradicted": _("It does say so. {summary}").format(**names),
            "not-said": _("It does tell of {person} here. {summary}").format(**names),
        }
        prompt = _("‘{event}’: {person} took part in this.").format(event=event.title, person=person.name)
        values = {"prompt": prompt, "verdict": "supported", "feedback": feedback}
        yield of_event(event, "person-claim", "claim", "actors", **values)


def _asked(role: _Role, *, several: bool) -> str:
    match role:
        case "actors" if several:
            return _("“{event}”: who did this together? Choose all that apply.")
        case "actors":
            return _("“{event}”: who did this?")
        case "against" if several:
            return _("“{event}”: who was on the other side? Choose all that apply.")
        case "against":
            return _("“{event}”: who was on the other side?")
        case _ if several:
            return _("“{event}”: to whom did this happen? Choose all that apply.")
    return _("“{event}”: to whom did this happen?")


def _kin(actor: Actor, case: Case) -> frozenset[str]:
    """Return an actor and all to whom it belongs, so that two of one side are known to be related."""
    return frozenset({actor.id}.union(*(_kin(case.actor(id), case) for id in actor.member_of)))


def _places(told: Told) -> Iterable[Place]:
    """Return the places where something happened, and others of the case that the reading names."""
    return (place for place in told.case.places if place.scope != "context" and place.cites)


def _is_apart(here: Place, place: Place, case: Case) -> bool:
    """Return whether neither place lies in the other, or is named after it."""
    inside = place.id in case.around(here.id) or here.id in case.around(place.id)
    return not inside and not (word_stems(here.name) & word_stems(place.name))


def _placed(event: Event, case: Case, *, right: bool) -> dict[str, object]:
    """Return an event as an option of which is said where it was."""
    place = case.place(event.place or "").name
    said = _("“{event}”: {place}. {summary}").format(event=event.title, place=place, summary=event.summary)
    return option(event, said, right=right)
