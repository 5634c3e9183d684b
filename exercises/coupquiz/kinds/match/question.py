"""Pairs to match, as a bank has them: written, or taken from the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Event
from coupquiz.core.form import Choice
from coupquiz.core.question import Question, with_events
from coupquiz.keys.event_field import FIELDS, EventKey, key_of
from coupquiz.keys.options import CaseRecord, Option, check_distinct, option_of, read_option, slug


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


def read_match(table: Table, common: Mapping[str, Any], case: Case) -> Match:
    """Return the question in a table."""
    keys = table.record("pairs", '{ events = ["..."], with = "actors" }', lambda t: _keys(t, case))
    drafts = table.records("pair", _pair, required=table.has("pair"))
    dated = keys is not None and keys[0].field == "when"
    others = table.records("others", lambda t: _other(t, case, dated))
    if table.has("pair") == table.has("pairs"):
        table.wrong("pair", "give either pair, written, or pairs, taken from the data")
        return Match(**common, pairs=(), targets=())
    if not keys and not drafts:
        return Match(**common, pairs=(), targets=())  # the rest would follow from that mistake
    if keys:
        found: dict[str, Option] = {}
        for target in (_target(key, case) for key in keys):
            found.setdefault(target.id, target)
        targets = (*found.values(), *others)
        pairs = tuple(_from_data(key, targets, case) for key in keys)
        _check_open(table, keys, others)
        _check_others(table, [option for option in others if option.id not in found], pairs)
    else:
        pairs = tuple(pair for pair, _option in drafts)
        targets = (*{target.id: target for _left, target in drafts}.values(), *others)
    if len(pairs) < 2:
        table.wrong("pair", "one pair is no choice; add another")
    check_distinct(table, "pair", (pair.choice for pair in pairs))
    check_distinct(table, "others", (target.choice for target in targets))
    events = [key.event.id for key in keys or ()]
    return Match(**with_events(common, *events), pairs=pairs, targets=targets)


def _pair(table: Table) -> tuple[Pair, Option]:
    """Return a written pair, and its target, which tells whoever matches it wrongly where it belongs."""
    left, right = table.text("left"), table.text("right")
    feedback, cites = table.text("feedback"), table.cites(required=True)
    target = Option(Choice(slug(right), right), False, _goes_with(right, left, feedback), cites)
    return Pair(Choice(table.id(), left), (target.id,), feedback, cites), target


def _keys(table: Table, case: Case) -> tuple[EventKey, ...] | None:
    """Return the key of each event; None where one is unknown or does not tell."""
    ids = table.references("events", "event", required=True)
    field = table.known_choice("with", FIELDS)
    if not field:
        return None
    keys = [key_of(table, "events", id, field, case) for id in ids]
    return tuple(key for key in keys if key) if all(keys) and keys else None


def _leading(key: EventKey, case: Case) -> CaseRecord:
    """Return the record that stands first in the field of a key."""
    match key.field:
        case "when":
            return key.event
        case "place":
            return case.place(key.event.place or "")
        case _:
            return case.actor(getattr(key.event, key.field)[0])


def _target(key: EventKey, case: Case) -> Option:
    """Return what belongs to the event of a key; it tells whoever matches it wrongly where it belongs."""
    dated = key.field == "when"
    option = option_of(_leading(key, case), dated)
    told = key.event.summary if dated else option.feedback
    return replace(option, feedback=_goes_with(option.text, key.event.title, told))


def _from_data(key: EventKey, targets: Sequence[Option], case: Case) -> Pair:
    """Return the pair of an event and every target that fits it, the leading one first."""
    event = key.event
    leading = option_of(_leading(key, case), key.field == "when").id
    fitting = [target.id for target in targets if key.fits(target.record) and target.id != leading]
    return Pair(Choice(event.id, event.title), (leading, *fitting), event.summary, event.cites)


def _other(table: Table, case: Case, dated: bool) -> Option:
    option = read_option(table, case, dated=dated, explained=False)
    nowhere = _("“{right}” goes with none of them.").format(right=option.text)
    return option if option.feedback else replace(option, feedback=nowhere)


def _goes_with(right: str, left: str, told: str) -> str:
    return _("“{right}” goes with “{left}”. {told}").format(right=right, left=left, told=told)


def _check_others(table: Table, others: Iterable[Option], pairs: Iterable[Pair]) -> None:
    for option in others:
        for pair in pairs:
            if option.id in pair.right:
                table.wrong("others", f"'{option.text}' goes with '{pair.choice.text}'; take it out")


def _check_open(table: Table, keys: Sequence[EventKey], others: Sequence[Option]) -> None:
    """Note targets of which the sources leave open whether they belong to an event."""
    for i, key in enumerate(keys):
        for record in (*(later.event for later in keys[i + 1 :]), *(option.record for option in others)):
            if isinstance(record, Event) and key.fits(record) is None:
                dates = f"'{key.event.when.label}' may be the same time as '{record.when.label}'"
                table.wrong("pairs", f"{dates}; leave one out")
