"""Forms that ask what came before what; only of events whose order is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from coupdata.i18n import _
from coupdata.model import Event
from coupquiz.kinds.precedence import Precedence, precedence
from coupquiz.review.forms.draft import Draft, chosen, joined, of_event, option
from coupquiz.review.forms.told import Told

_WRONG = 3  # options
_CHOICES = 4  # of which several may be right
_IN_ORDER = 4  # events
_TRIED = 20  # of which so many are taken
_WINDOW = 8  # events from which even one is taken
_AGAIN = 8  # times as common counts what has been put beside an event already, for each time


def order_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on what came before an event, and what after it."""
    beside = _Beside(event, told)
    yield from _first_and_last(event, told, beside, seed)
    yield from _either_side(event, told, beside, seed)
    yield from _all_before(event, told, beside, seed)
    yield from _in_order(event, told, beside, seed)
    yield from _claims(event, told, seed)


class _Beside:
    """The events that are put beside one, so that it is not always the same few."""

    def __init__(self, event: Event, told: Told) -> None:
        self.before, self.after = told.before(event), told.after(event)
        self._event, self._told = event, told
        self._used: Counter[str] = Counter()

    def near(self, candidates: Iterable[Event], most: int, seed: str) -> list[Event]:
        """Return some events told near this one, those first that are seldom put beside it or another."""
        found = self._told.near(self._event, candidates, most, seed, self._common, _WINDOW)
        self._used.update(other.id for other in found)
        return found

    def _common(self, other: Event) -> int:
        """Return a number that grows with how many events can be compared with one, and its use so far."""
        return self._told.how_comparable(other) * (1 + _AGAIN * self._used[other.id])


def _first_and_last(event: Event, told: Told, beside: _Beside, seed: str) -> Iterator[Draft]:
    """Yield which of some events came first, or last; it is this one."""
    later = beside.near(beside.after, _WRONG, f"{seed} first")
    if len(later) == _WRONG:
        known = {other.id: _why(told, event, other) for other in later}
        options = [_right(event, known.values(), _("This is the earliest here. {why}"))]
        options += [_option(other, known[other.id], right=False) for other in later]
        yield _draft(event, "came-first", "single", _("Which of these came first?"), options)
    earlier = beside.near(beside.before, _WRONG, f"{seed} last")
    if len(earlier) == _WRONG:
        known = {other.id: _why(told, other, event) for other in earlier}
        options = [_right(event, known.values(), _("This is the latest here. {why}"))]
        options += [_option(other, known[other.id], right=False) for other in earlier]
        yield _draft(event, "came-last", "single", _("Which of these came last?"), options)


def _either_side(event: Event, told: Told, beside: _Beside, seed: str) -> Iterator[Draft]:
    """Yield which of some events came before this one, and which after it."""
    early, late = beside.near(beside.before, 1, f"{seed} early"), beside.near(beside.after, 2, f"{seed} late")
    if early and len(late) == 2:
        options = [_option(early[0], _why(told, early[0], event), right=True)]
        options += [_option(other, _why(told, event, other), right=False) for other in late]
        prompt = _("Which of these came before this: “{event}”?").format(event=event.title)
        yield _draft(event, "before", "single", prompt, options)
    early, late = (
        beside.near(beside.before, 2, f"{seed} earlier"),
        beside.near(beside.after, 1, f"{seed} next"),
    )
    if late and len(early) == 2:
        options = [_option(late[0], _why(told, event, late[0]), right=True)]
        options += [_option(other, _why(told, other, event), right=False) for other in early]
        prompt = _("Which of these came after this: “{event}”?").format(event=event.title)
        yield _draft(event, "after", "single", prompt, options)


def _all_before(event: Event, told: Told, beside: _Beside, seed: str) -> Iterator[Draft]:
    """Yield which of some events came before this one: one of them, several or all but one."""
    counts = range(max(1, _CHOICES - len(beside.after)), min(_CHOICES - 1, len(beside.before)) + 1)
    early, late = list[Event](), list[Event]()
    for right in chosen(counts, 1, str, f"{seed} how many"):
        early = beside.near(beside.before, right, f"{seed} all")
        late = beside.near(beside.after, _CHOICES - right, f"{seed} none")
    if len(early) + len(late) < _CHOICES:
        return
    options = [_option(other, _why(told, other, event), right=True) for other in early]
    options += [_option(other, _why(told, event, other), right=False) for other in late]
    prompt = _("Which of these came before this: “{event}”? Choose all that apply.")
    yield _draft(event, "all-before", "multiple", prompt.format(event=event.title), options, level=2)


def _in_order(event: Event, told: Told, beside: _Beside, seed: str) -> Iterator[Draft]:
    """Yield events to put in order, of which every two have a known order."""
    line = [event]
    for other in told.near(event, (*beside.before, *beside.after), _TRIED, f"{seed} order"):
        if all(told.comes_before(other, one) or told.comes_before(one, other) for one in line):
            line.append(other)
        if len(line) == _IN_ORDER:
            break
    if len(line) < _IN_ORDER:
        return
    ids = [one.id for one in told.events if one in line]
    prompt = _("Put these in order, earliest first.")
    cites = joined(*(one.cites for one in line))
    about = {"cites": cites, "events": ids, "level": 2}
    yield of_event(event, "order", "order", "chronology", prompt=prompt, **about)


def order_claim(first: Event, second: Event) -> str:
    """Return the claim that an event came before another."""
    return _("First came ‘{one}’, and later ‘{other}’.").format(one=first.title, other=second.title)


def _claims(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield a claim on the order of this event and another, which holds or is the wrong way round."""
    before, after = told.compared[event.id]
    for shape, other in (("later-claim", after), ("earlier-claim", before)):
        if other:
            first, second = (event, other) if shape == "later-claim" else (other, event)
            pair = _why(told, first, second)
            turned = bool(chosen((True, False), 1, str, f"{seed} {shape}")[0])
            one, two = (second, first) if turned else (first, second)
            back = _("It is the other way round. {why}").format(why=pair.why)
            same = _("The reading says just this. {why}").format(why=pair.why)
            feedback = {
                "supported": back if turned else pair.why,
                "contradicted": pair.why if turned else same,
                "not-said": _("The reading does settle this. {why}").format(why=pair.why),
            }
            values = {
                "prompt": order_claim(one, two),
                "verdict": "contradicted" if turned else "supported",
                "feedback": feedback,
                "cites": joined(pair.cites),
            }
            yield of_event(event, shape, "claim", "chronology", **values)


def _why(told: Told, first: Event, second: Event) -> Precedence:
    return precedence(first, second, told.case)


def _option(event: Event, pair: Precedence, *, right: bool) -> dict[str, object]:
    return option(event, pair.why, pair.cites, right=right)


def _right(event: Event, known: Iterable[Precedence], said: str) -> dict[str, object]:
    """Return this event as the option that is right, with the plainest of the reasons why."""
    pairs = sorted(known, key=lambda pair: pair.steps)
    cites = joined(*(pair.cites for pair in pairs))
    return option(event, said.format(why=pairs[0].why), cites, right=True)


def _draft(
    event: Event, shape: str, kind: str, prompt: str, options: list[dict[str, object]], level: int = 1
) -> Draft:
    right: list[Any] = [one["cites"] for one in options if one["right"]]
    values = {"prompt": prompt, "option": options, "level": level, "cites": joined(*right)}
    return of_event(event, shape, kind, "chronology", **values)
