"""What explorers do not show for the time being, because it is asked for beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol, TypeVar
from weakref import WeakKeyDictionary, WeakSet

from coupdata.i18n import _, listed, ngettext
from coupdata.model import Case, Event, Link

Key = TypeVar("Key")

Names = tuple[str, ...]
"""What those that ask are called, such as the numbers of questions; who has no name is left out."""


@dataclass(frozen=True)
class Hidden:
    """Events without their dates, and links."""

    events: Mapping[str, Names] = field(default_factory=dict)
    """Who asks when an event was, or for its place in an order, by its id."""
    links: Mapping[frozenset[str], Names] = field(default_factory=dict)
    """Who asks which of some events led to which, by their ids."""
    told: frozenset[str] = frozenset()
    """Ids of events whose dates who asked has told by now: they are hidden for nobody else."""
    ordered: frozenset[str] = frozenset()
    """Ids of events whose place in an order is asked for."""
    untold: frozenset[str] = frozenset()
    """Ids of events that stay hidden whatever is answered, as in an exam."""

    def __hash__(self) -> int:
        """Return the same number for what is equal, so that whatever leaves it out can be kept by it."""
        return hash((frozenset(self.events.items()), frozenset(self.links.items()), self.told, self.untold))

    def hides(self, link: Link) -> bool:
        """Return whether a link is asked for, or would tell when a hidden event was."""
        ends = {link.cause, link.effect}
        return not ends.isdisjoint(self.events) or any(ends <= asked for asked in self.links)

    def cites(self, event: Event, case: Case) -> tuple[str, ...]:
        """Return the sentences of an event that tell of no hidden one."""
        telling = {cite for id in self.events for cite in case.event(id).cites}
        return tuple(cite for cite in event.cites if cite not in telling)

    def in_place_of_date(self, event: str) -> str:
        """Return what stands in a list where else the date of a hidden event would."""
        names = self.events[event]
        return _("asked for in {names}").format(names=listed(names)) if names else _("asked for")

    def in_words(self, listed: Iterable[Event], *, shown: bool) -> str:
        """Return what is hidden of the events in a list and why, or that it is shown all the same.

        Empty where nothing is.
        """
        said = []
        asked = [event.id for event in listed if event.id in self.events]
        if n := len(asked):
            if shown:
                told = ngettext(
                    "{n} event is shown, although its date or place in the order is asked for{names}.",
                    "{n} events are shown, although their dates or order are asked for{names}.",
                    n,
                )
            else:
                told = ngettext(
                    "{n} event is not on the timeline yet, because its date or place in the order is asked "
                    "for{names}.",
                    "{n} events are not on the timeline yet, because their dates or order are asked "
                    "for{names}.",
                    n,
                )
            said.append(told.format(n=n, names=_in_brackets(self.events[id] for id in asked)))
        if self.links:
            told = (
                _("Some causes and effects are shown, although they are asked for{names}.")
                if shown
                else _("Some causes and effects are left out, because they are asked for{names}.")
            )
            said.append(told.format(names=_in_brackets(self.links.values())))
        return " ".join(said)


NOTHING = Hidden()


def _in_brackets(names: Iterable[Names]) -> str:
    each = sorted(set(chain.from_iterable(names)), key=_by_number)
    return f" ({', '.join(each)})" if each else ""


def _by_number(name: str) -> tuple[list[int], str]:
    return [int(digits) for digits in re.findall(r"\d+", name)], name


class Hiding(Protocol):
    """A view that leaves out what is hidden."""

    case: Case
    hidden: Hidden


_ASKED: WeakKeyDictionary[object, tuple[Case, Hidden]] = WeakKeyDictionary()
_VIEWS: WeakSet[Hiding] = WeakSet()


def hide(asker: object, case: Case, hidden: Hidden) -> None:
    """Hide this in all explorers of a case, now and later, until the same asker says otherwise or is gone.

    The case may have been loaded twice: what counts is that it is the same.
    """
    before = _ASKED.pop(asker, None)
    if hidden != NOTHING:
        _ASKED[asker] = case, hidden
    if hidden == (before[1] if before else NOTHING):
        return
    for view in tuple(_VIEWS):
        if view.case == case:
            view.hidden = hidden_in(case)


def follow(view: Hiding) -> None:
    """Give a view what is hidden in its case, now and whenever that changes."""
    view.hidden = hidden_in(view.case)
    _VIEWS.add(view)


def hidden_in(case: Case) -> Hidden:
    """Return all that is hidden in the explorers of a case."""
    return combined((hidden for asked, hidden in tuple(_ASKED.values()) if asked == case), case)


def combined(asked: Iterable[Hidden], case: Case) -> Hidden:
    """Return what all who ask hide together: what one has told is hidden for nobody else.

    With an event goes every other that has the same date by the same sentence: it would tell as much.
    """
    events: dict[str, Names] = {}
    links: dict[frozenset[str], Names] = {}
    told: set[str] = set()
    ordered: set[str] = set()
    untold: set[str] = set()
    for hidden in asked:
        _add(events, hidden.events)
        _add(links, hidden.links)
        told |= hidden.told
        ordered |= hidden.ordered
        untold |= hidden.untold
    telling = {id: _telling(case.event(id), case) for id in events if id not in told}
    names: dict[str, Names] = {}
    for id, ids in telling.items():
        _add(names, dict.fromkeys(ids, events[id]))

    def with_telling(some: set[str]) -> frozenset[str]:
        return frozenset(chain.from_iterable(ids for id, ids in telling.items() if id in some))

    return Hidden(names, links, ordered=with_telling(ordered), untold=with_telling(untold))


def _telling(event: Event, case: Case) -> list[str]:
    """Return the ids of an event, and of those that have the same date by the same sentence."""
    dated_so = (other for other in case.events if event.when.edtf and other.when.edtf == event.when.edtf)
    same = (other.id for other in dated_so if not {*other.cites}.isdisjoint(event.cites))
    return [event.id, *(id for id in same if id != event.id)]


def _add(all_names: dict[Key, Names], more: Mapping[Key, Names]) -> None:
    for key, names in more.items():
        all_names[key] = tuple(sorted({*all_names.get(key, ()), *names}, key=_by_number))
