"""Events to put in order of time; the answer is a list of their ids, the first event first.

Every order that the case allows is right. The score is (longest - 1) / (n - 1), where longest is the longest
common subsequence with the nearest order that is allowed. Grading an order over a graph with partial credit
follows PrairieLearn's pl-order-blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Choice, Form, Seed, shuffled
from coupquiz.core.question import Question
from coupquiz.core.verdict import Part, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.kinds.order.longest import longest
from coupquiz.kinds.order.relation import Relation, relation
from coupquiz.parsing.untrusted import texts

_MOST = 12  # what can be put in order on one screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Events, and what is known of the order of every two."""

    items: tuple[Choice, ...]
    """In an order that is right."""
    relations: tuple[Relation, ...]
    """One for any two items, the first of them earlier in ``items``."""
    feedback: str
    """What is said to an order that is right, beside what it leaves open; it may be empty."""


def read(table: Table, common: Mapping[str, Any], case: Case) -> Order:
    """Return the question in a table."""
    events = [event for event in case.events if event.id in common["events"]]
    ids = [event.id for event in events]
    relations = tuple(relation(first, second, case, ids) for first, second in combinations(events, 2))
    if not common["events"]:
        table.references("events", "event", required=True)
    elif not 1 < len(common["events"]) <= _MOST:
        table.wrong("events", f"{len(common['events'])} events; name 2 to {_MOST}")
    elif len(events) == len(common["events"]) and not any(pair.known for pair in relations):
        table.wrong("events", "nothing puts one of them before another; name events whose order is known")
    items = tuple(Choice(event.id, event.title) for event in events)
    feedback = table.text("feedback", required=False)
    return Order(**common, items=items, relations=relations, feedback=feedback)


def form(question: Order, seed: Seed = None) -> Form:
    """Return the events in an order that is not right."""
    shown = shuffled(question.items, question.id, seed)
    if check(question, [item.id for item in shown]).score == 1:
        shown = shown[::-1]  # wrong, as something is known
    return Form(question.id, question.kind, question.prompt, shown)


def check(question: Order, answer: object) -> Verdict:
    """Return what is said to this order: why what is right is right, up to the first wrong place."""
    ids = {item.id for item in question.items}
    order = [id for id in texts(answer) if id in ids]
    if not order:
        return unanswered("Put the events in order first.", question.hint)
    known = {(pair.first, pair.second) for pair in question.relations if pair.known}
    score = (longest(order, lambda a, b: (a, b) in known) - 1) / (len(ids) - 1)
    parts = tuple(_parts(question, order))
    if len(order) == len(ids) and _is_reversed(order, known):
        wrong = replace(parts[-1], feedback=f"You seem to have started with the latest. {parts[-1].feedback}")
        parts = (*parts[:-1], wrong)
    missing = len(ids) - len(order)
    if parts and not parts[-1].right:
        said, cites = parts[-1].feedback, parts[-1].cites
    elif missing:
        said, cites = f"So far so good; {missing} of {len(ids)} events still to place.", ()
    else:
        said, cites = _praise(question, order), joined_cites(parts)
    return Verdict(outcome_of(score), score, said, cites, "" if score == 1 else question.hint, parts)


def solution(question: Order) -> list[str]:
    """Return an order that is right."""
    return [item.id for item in question.items]


def mistakes(question: Order) -> Iterable[list[str]]:
    """Yield orders with one pair the wrong way round: each pair that has no other event between it."""
    before = [(pair.first, pair.second) for pair in question.relations if pair.known]
    items = solution(question)
    for first, second in before:
        if not any((first, item) in before and (item, second) in before for item in items):
            ahead = [item for item in items if (item, second) in before and item != first]
            yield [*ahead, second, first, *(i for i in items if i not in (*ahead, second, first))]


def _parts(question: Order, order: Sequence[str]) -> Iterator[Part]:
    """Yield what is said to each event but the first: how it follows; the first wrong one is the last."""
    pairs = {(pair.first, pair.second): pair for pair in question.relations}
    titles = {item.id: item.text for item in question.items}
    for place, id in enumerate(order[1:], 1):
        turned = [pairs[id, earlier] for earlier in reversed(order[:place]) if (id, earlier) in pairs]
        wrong = [pair for pair in turned if pair.known]
        if wrong:
            pair = min(wrong, key=lambda pair: pair.steps)  # the plainest reason; of several, the nearest
            said = f"“{titles[id]}” stands too late. {pair.why}"
            yield Part(id, False, said, pair.cites)
            return
        pair = _between(pairs, order[place - 1], id)
        yield Part(id, True, pair.why, pair.cites)


def _praise(question: Order, order: Sequence[str]) -> str:
    pairs = {(pair.first, pair.second): pair for pair in question.relations}
    neighbours = (_between(pairs, a, b) for a, b in pairwise(order))
    said = ("This order holds.", question.feedback, *(pair.why for pair in neighbours if not pair.known))
    return " ".join(text for text in said if text)


def _is_reversed(order: Sequence[str], known: Set[tuple[str, str]]) -> bool:
    """Return whether all that is known stands the wrong way round, and is more than one pair."""
    place = {id: number for number, id in enumerate(order)}
    return len(known) > 1 and all(place[first] > place[second] for first, second in known)


def _between(pairs: Mapping[tuple[str, str], Relation], a: str, b: str) -> Relation:
    return pairs.get((a, b)) or pairs[b, a]
