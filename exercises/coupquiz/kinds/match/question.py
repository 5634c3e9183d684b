"""Pairs to match; the answer is the id of a target by the id of each choice. The score is the share right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case, Event
from coupquiz.core.form import Choice, Form, Seed, shuffled
from coupquiz.core.question import Question, with_events
from coupquiz.core.verdict import Part, Verdict, of_parts, unanswered
from coupquiz.keys.event_field import FIELDS, Key, key_of
from coupquiz.keys.options import Option, Record, check_distinct, option_of, read_option, slug
from coupquiz.parsing.untrusted import text_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A choice and what belongs to it."""

    choice: Choice
    right: tuple[str, ...]
    """Ids of targets, one or more."""
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """Pairs, and everything that can be matched."""

    pairs: tuple[Pair, ...]
    targets: tuple[Option, ...]
    """Each with what it would mean, for whoever matches it wrongly."""


def read(table: Table, common: Mapping[str, Any], case: Case) -> Match:
    """Return the question in a table."""
    keys = table.record("pairs", '{ events = ["..."], with = "actors" }', lambda t: _keys(t, case))
    drafts = table.records("pair", _pair, required=table.has("pair"))
    dated = keys is not None and keys[0].field == "when"
    others = table.records("others", lambda t: _other(t, case, dated))
    if table.has("pair") == table.has("pairs"):
        table.wrong("pair", "give either pair, written, or pairs, taken from the data")
        return Match(**common, pairs=(), targets=())
    if not keys and not drafts:
        return Match(**common, pairs=(), targets=())  # what follows from a slip is no slip
    if keys:
        found: dict[str, Option] = {}
        for target in (_target(key, case) for key in keys):
            found.setdefault(target.id, target)
        targets = (*found.values(), *others)
        pairs = tuple(_from_data(key, targets, case) for key in keys)
        _check_open(table, keys, others)
        _check_others(table, [option for option in others if option.id not in found], pairs)
    else:
        pairs = tuple(pair for pair, _ in drafts)
        targets = (*{target.id: target for _, target in drafts}.values(), *others)
    if len(pairs) < 2:
        table.wrong("pair", "one pair is no choice; add another")
    check_distinct(table, "pair", (pair.choice for pair in pairs))
    check_distinct(table, "others", (target.choice for target in targets))
    events = [key.event.id for key in keys or ()]
    return Match(**with_events(common, *events), pairs=pairs, targets=targets)


def form(question: Match, seed: Seed = None) -> Form:
    """Return both sides, each in an order of its own."""
    choices = shuffled((pair.choice for pair in question.pairs), question.id, seed)
    targets = shuffled((target.choice for target in question.targets), f"{question.id} targets", seed)
    if check(question, {c.id: t.id for c, t in zip(choices, targets, strict=False)}).score == 1:
        targets = (*targets[1:], targets[0])
    return Form(question.id, question.kind, question.prompt, choices, targets)


def check(question: Match, answer: object) -> Verdict:
    """Return what is said to each pair: why it is right, or what its target would mean."""
    targets = {target.id: target for target in question.targets}
    parts = []
    for pair in question.pairs:
        if target := targets.get(text_of(answer, pair.choice.id)):
            right = target.id in pair.right
            said = pair if right else target
            parts.append(Part(pair.choice.id, right, said.feedback, said.cites))
    if not parts:
        return unanswered("Match at least one pair first.", question.hint)
    return of_parts(parts, len(question.pairs), "pair", question.hint)


def solution(question: Match) -> dict[str, str]:
    """Return what belongs to each choice; where several targets do, the leading one."""
    return {pair.choice.id: pair.right[0] for pair in question.pairs}


def mistakes(question: Match) -> Iterable[dict[str, str]]:
    """Yield the solution with one pair wrong, for each choice and each target that does not belong to it."""
    for pair in question.pairs:
        for target in question.targets:
            if target.id not in pair.right:
                yield solution(question) | {pair.choice.id: target.id}


def _pair(table: Table) -> tuple[Pair, Option]:
    """Return a written pair, and its target, which tells whoever matches it wrongly where it belongs."""
    left, right = table.text("left"), table.text("right")
    feedback, cites = table.text("feedback"), table.cites(required=True)
    target = Option(Choice(slug(right), right), False, f"“{right}” goes with “{left}”. {feedback}", cites)
    return Pair(Choice(table.id(), left), (target.id,), feedback, cites), target


def _keys(table: Table, case: Case) -> tuple[Key, ...] | None:
    """Return the key of each event; None where one is unknown or does not tell."""
    ids = table.references("events", "event", required=True)
    field = table.known_choice("with", FIELDS)
    if not field:
        return None
    keys = [key_of(table, "events", id, field, case) for id in ids]
    return tuple(key for key in keys if key) if all(keys) and keys else None


def _leading(key: Key, case: Case) -> Record:
    """Return the record that stands first in the field of a key."""
    match key.field:
        case "when":
            return key.event
        case "place":
            return case.place(key.event.place or "")
        case _:
            return case.actor(getattr(key.event, key.field)[0])


def _target(key: Key, case: Case) -> Option:
    """Return what belongs to the event of a key; it tells whoever matches it wrongly where it belongs."""
    dated = key.field == "when"
    option = option_of(_leading(key, case), dated)
    told = key.event.summary if dated else option.feedback
    return replace(option, feedback=f"“{option.text}” goes with “{key.event.title}”. {told}")


def _from_data(key: Key, targets: Sequence[Option], case: Case) -> Pair:
    """Return the pair of an event and every target that fits it, the leading one first."""
    event = key.event
    leading = option_of(_leading(key, case), key.field == "when").id
    fitting = [target.id for target in targets if key.fits(target.record) and target.id != leading]
    return Pair(Choice(event.id, event.title), (leading, *fitting), event.summary, event.cites)


def _other(table: Table, case: Case, dated: bool) -> Option:
    option = read_option(table, case, dated=dated, explained=False)
    return option if option.feedback else replace(option, feedback=f"“{option.text}” goes with none of them.")


def _check_others(table: Table, others: Iterable[Option], pairs: Iterable[Pair]) -> None:
    for option in others:
        for pair in pairs:
            if option.id in pair.right:
                table.wrong("others", f"'{option.text}' goes with '{pair.choice.text}'; take it out")


def _check_open(table: Table, keys: Sequence[Key], others: Sequence[Option]) -> None:
    """Note targets of which the sources leave open whether they belong to an event."""
    for i, key in enumerate(keys):
        for record in (*(later.event for later in keys[i + 1 :]), *(option.record for option in others)):
            if isinstance(record, Event) and key.fits(record) is None:
                dates = f"'{key.event.when.label}' may be the same time as '{record.when.label}'"
                table.wrong("pairs", f"{dates}; leave one out")
