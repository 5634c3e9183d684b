"""Events to put in order of time; the answer is a list of their ids, the first event first.

Every order that the case allows is right. The score is max(0, n - 2 (n - longest)) / n, where longest is the
longest common subsequence with the nearest order that is allowed: each event that would have to move costs
two places, one where it is and one where it belongs, so that an order put together at random gets little. An
event that is missing costs as much. This is the rule of PrairieLearn's pl-order-blocks, for an order over a
graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise, permutations
from random import Random
from statistics import fmean

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element, element, filled
from coupquiz.core.form import AskedFor, Choice, Form, Seed, shuffled
from coupquiz.core.verdict import PartVerdict, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.order.longest import longest
from coupquiz.kinds.order.question import Order, WrittenOrder, make_order
from coupquiz.kinds.page_parts import group, note, texts_by_id, words
from coupquiz.kinds.pick import Pick
from coupquiz.kinds.precedence import Precedence
from coupquiz.parsing.untrusted import texts

_ALL_TRIED = 6  # events: all their orders are 720
_SAMPLED = 1000  # orders of more


class OrderKind(Kind[WrittenOrder, Order]):
    """A list whose items move by buttons, by keys and by the pointer."""

    written = WrittenOrder
    any_order = True
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenOrder, table: Table, case: Case) -> Order:
        """Return the question that a bank has."""
        return make_order(written, table, case)

    def form(self, question: Order, seed: Seed = None) -> Form:
        """Return the events in an order that is not right."""
        shown = shuffled(question.items, question.id, seed)
        if self.check(question, [item.id for item in shown]).score == 1:
            shown = shown[::-1]  # wrong, as something is known
        asked_for = AskedFor(order=tuple(sorted(item.id for item in shown)))
        return Form(question.id, question.kind, question.prompt, shown, asked_for=asked_for)

    def page(self, form: Form) -> Element:
        """Return the list in the order of the form, which is nobody's answer yet."""
        keys = note(
            _(
                "Drag an item (by ⠿ on a touchscreen), use its arrows, or the keys: Space picks an item up, "
                "the arrow keys move it, Space puts it down. Alt with an arrow key moves it at once."
            )
        )
        keep = element("button", _("Keep this order"), type="button", class_="keep")
        return group(form, keys, element("ol", *map(_item, form.choices)), keep)

    def check(self, question: Order, answer: object) -> Verdict:
        """Return what is said to this order: why what is right is right, up to the first wrong place."""
        ids = {item.id for item in question.items}
        order = [id for id in texts(answer) if id in ids]
        if not order:
            said = _("Put the events in order first, or keep the order as it is.")
            return unanswered(said, question.hint)
        known = {(pair.first, pair.second) for pair in question.relations if pair.known}
        score = _score(order, known, len(ids))
        parts = tuple(_parts(question, order))
        if len(order) == len(ids) and _is_reversed(order, known):
            said = _("You seem to have started with the latest. {why}").format(why=parts[-1].feedback)
            parts = (*parts[:-1], replace(parts[-1], feedback=said))
        missing = len(ids) - len(order)
        if parts and not parts[-1].right:
            said, cites = parts[-1].feedback, parts[-1].cites
        elif missing:
            said = _("So far so good; {missing} of {whole} events still to place.")
            said, cites = said.format(missing=missing, whole=len(ids)), ()
        else:
            said, cites = _praise(question, order), joined_cites(parts)
        return Verdict(outcome_of(score), score, said, cites, "" if score == 1 else question.hint, parts)

    def credit(self) -> str:
        """Return what an event in the wrong place costs."""
        return _("Each event in the wrong place takes away the credit of two.")

    def chance(self, question: Order) -> float:
        """Return what an order put together at random gets on average."""
        ids = [item.id for item in question.items]
        known = {(pair.first, pair.second) for pair in question.relations if pair.known}
        orders: Iterable[Sequence[str]] = permutations(ids)
        if len(ids) > _ALL_TRIED:
            rng = Random(question.id)
            orders = (rng.sample(ids, len(ids)) for _order in range(_SAMPLED))
        return fmean(_score(order, known, len(ids)) for order in orders)

    def solution(self, question: Order) -> list[str]:
        """Return an order that is right."""
        return [item.id for item in question.items]

    def mistakes(self, question: Order) -> Iterable[list[str]]:
        """Yield orders with one pair the wrong way round: each pair that has no other event between it."""
        known = {(pair.first, pair.second) for pair in question.relations if pair.known}
        items = self.solution(question)
        for pair in _steps(question):
            first, second = pair.first, pair.second
            ahead = [item for item in items if (item, second) in known and item != first]
            yield [*ahead, second, first, *(i for i in items if i not in (*ahead, second, first))]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the events in this order."""
        titles = texts_by_id(form.choices)
        return element("ol", *(element("li", titles[id]) for id in texts(answer) if id in titles))

    def offered(self, question: Order) -> Iterable[Pick]:
        """Return that an order is right."""
        yield Pick(_("A right order"), 1.0, _("gave a right order"))

    def picked(self, question: Order, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return every two events that follow one another, and stand the wrong way round."""
        wrong = list(_turned(question, texts(answer)))
        if wrong:
            return wrong
        if verdict.score == 1:
            return self.offered(question)
        said = _("Some of the events have not been placed yet.")
        did = _("placed only some of the events")
        return [Pick(_("Only some of the events placed"), 0.0, did, said=said, means=said)]

    def clues(self, question: Order) -> Clues:
        """Return the events whose order is asked for."""
        titles = tuple(item.text for item in question.items)
        return Clues(right=(), wrong=(), shown=titles, orders=frozenset(item.id for item in question.items))


def _score(order: Sequence[str], known: Set[tuple[str, str]], whole: int) -> float:
    kept = longest(order, lambda a, b: (a, b) in known)
    return max(0, whole - 2 * (whole - kept)) / whole


def _item(choice: Choice) -> Element:
    grip = element("span", "⠿", class_="grip", aria_hidden="true")
    item = element("button", grip, words(choice), type="button", class_="item")
    arrows = _arrow(choice, "↑", "-1", _("Earlier: {event}")), _arrow(choice, "↓", "1", _("Later: {event}"))
    return element("li", item, *arrows, class_="option", data_part=choice.id)


def _arrow(choice: Choice, sign: str, by: str, way: str) -> Element:
    spoken = element("span", *filled(way, event=words(choice)), class_="unseen")
    shown = element("span", sign, aria_hidden="true")
    return element("button", shown, spoken, type="button", class_="move", data_by=by)


def _steps(question: Order) -> Iterator[Precedence]:
    """Yield every two events that are known to follow one another with no other between them."""
    known = {(pair.first, pair.second): pair for pair in question.relations if pair.known}
    for (first, second), pair in known.items():
        if not any((first, item.id) in known and (item.id, second) in known for item in question.items):
            yield pair


def _turned(question: Order, order: Sequence[str]) -> Iterator[Pick]:
    titles = {item.id: item.text for item in question.items}
    places = {id: place for place, id in enumerate(order)}
    for pair in _steps(question):
        if {pair.first, pair.second} <= places.keys() and places[pair.second] < places[pair.first]:
            turned = {"later": titles[pair.second], "earlier": titles[pair.first]}
            yield Pick(
                _("“{later}” before “{earlier}”").format(**turned),
                0.0,
                _("put “{later}” before “{earlier}”").format(**turned),
                said=pair.why,
                means=pair.why,
                cites=pair.cites,
            )


def _parts(question: Order, order: Sequence[str]) -> Iterator[PartVerdict]:
    """Yield what is said to each event but the first: how it follows; the first wrong one is the last."""
    pairs = {(pair.first, pair.second): pair for pair in question.relations}
    titles = {item.id: item.text for item in question.items}
    for place, id in enumerate(order[1:], 1):
        turned = [pairs[id, earlier] for earlier in reversed(order[:place]) if (id, earlier) in pairs]
        wrong = [pair for pair in turned if pair.known]
        if wrong:
            pair = min(wrong, key=lambda pair: pair.steps)  # the plainest reason; of several, the nearest
            said = _("“{event}” is too late. {why}").format(event=titles[id], why=pair.why)
            yield PartVerdict(id, False, said, pair.cites)
            return
        pair = _between(pairs, order[place - 1], id)
        yield PartVerdict(id, True, pair.why, pair.cites)


def _praise(question: Order, order: Sequence[str]) -> str:
    pairs = {(pair.first, pair.second): pair for pair in question.relations}
    neighbours = (_between(pairs, a, b) for a, b in pairwise(order))
    said = (_("This order is right."), question.feedback, *(p.why for p in neighbours if not p.known))
    return " ".join(text for text in said if text)


def _is_reversed(order: Sequence[str], known: Set[tuple[str, str]]) -> bool:
    """Return whether all that is known stands the wrong way round, and is more than one pair."""
    place = {id: number for number, id in enumerate(order)}
    return len(known) > 1 and all(place[first] > place[second] for first, second in known)


def _between(pairs: Mapping[tuple[str, str], Precedence], a: str, b: str) -> Precedence:
    return pairs.get((a, b)) or pairs[b, a]
