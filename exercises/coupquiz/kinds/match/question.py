"""Pairs to match: written, or taken from the data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Event
from coupdata.model.described import described, record
from coupquiz.core.form import Choice
from coupquiz.core.question import Question
from coupquiz.keys.event_field import EventField, EventKey, key_of
from coupquiz.keys.options import (
    Option,
    WrittenOther,
    check_distinct,
    option_of,
    slug,
    written_option,
)


@record
class WrittenPairs:
    """Pairs that are taken from the data, as a bank has them."""

    events: tuple[str, ...] = described("The events.", refers="event", required=True)
    field: EventField = described("The field of each event that holds its match.", written="with")


@record
class WrittenPair:
    """A pair as a bank has it."""

    id: str = described("A name for the left side; answers are kept under it.")
    left: str = described("What needs a match.")
    right: str = described("Its match.")
    feedback: str = described("Why they belong together.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on.", refers="sentence", required=True
    )


@record
class WrittenMatch(Question):
    """Pairs to match, as a bank has them."""

    pairs: WrittenPairs | None = described("Pairs from the data.")
    pair: tuple[WrittenPair, ...] = described("Pairs of your own.")
    others: tuple[WrittenOther, ...] = described("Options that fit nowhere.")


@dataclass(frozen=True, slots=True)
class Pair:
    """A choice and what belongs to it."""

    choice: Choice
    right: tuple[str, ...]
    """Ids of targets, one or more."""
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Match(Question):
    """Pairs, and everything that can be matched."""

    pairs: tuple[Pair, ...]
    targets: tuple[Option, ...]
    """Each with what it would mean, for whoever matches it wrongly."""
    dated: bool
    """Whether what is matched are events with their dates."""


def make_match(written: WrittenMatch, table: Table, case: Case) -> Match | None:
    """Return the question that a bank has; None where it has no pairs."""
    if bool(written.pair) == bool(written.pairs):
        table.wrong("pair", _("give either pair (written here) or pairs (taken from the data)"))
        return None
    keys: list[EventKey] = []
    if written.pairs:
        field = written.pairs.field
        found = [key_of(table, "pairs, events", id, field, case) for id in written.pairs.events]
        keys = [key for key in found if key]
        if len(keys) < len(found):
            return None
    dated = bool(keys) and keys[0].field == "when"
    others = [_other(other, case, dated) for other in written.others]
    if keys:
        drafts = [_from_data(key, case) for key in keys]
        own: dict[str, Option] = {}
        for _pair, target in drafts:
            own.setdefault(target.id, target)
        targets = (*own.values(), *others)
        pairs = tuple(_fitting(pair, key, targets) for key, (pair, _target) in zip(keys, drafts, strict=True))
        _check_open(table, keys, others)
        _check_others(table, [option for option in others if option.id not in own], pairs)
    else:
        drafts = [_as_written(pair) for pair in written.pair]
        pairs = tuple(pair for pair, _target in drafts)
        targets = (*{target.id: target for _pair, target in drafts}.values(), *others)
    if len(pairs) < 2:
        table.wrong("pair", _("one pair leaves no choice"), _("add another"))
    check_distinct(table, "pair", (pair.choice for pair in pairs))
    check_distinct(table, "others", (target.choice for target in targets))
    events = [key.event.id for key in keys]
    return Match(**written.common(*events), pairs=pairs, targets=targets, dated=dated)


def _as_written(written: WrittenPair) -> tuple[Pair, Option]:
    """Return a written pair, and its target, which tells whoever matches it wrongly where it belongs."""
    right, cites = Choice(slug(written.right), written.right), written.cites
    told = _goes_with(written.right, written.left, written.feedback)
    pair = Pair(Choice(written.id, written.left), (right.id,), written.feedback, cites)
    return pair, Option(right, False, told, cites)


def _from_data(key: EventKey, case: Case) -> tuple[Pair, Option]:
    """Return an event and what stands first in its field, which tells whoever matches it wrongly the same."""
    event, dated = key.event, key.field == "when"
    if dated:
        option = option_of(event, dated)
    elif key.field == "place":
        option = option_of(case.place(event.place or ""))
    else:
        option = option_of(case.actor(getattr(event, key.field)[0]))
    told = _goes_with(option.text, event.title, event.summary if dated else option.feedback)
    pair = Pair(Choice(event.id, event.title), (option.id,), event.summary, event.cites)
    return pair, replace(option, feedback=told)


def _fitting(pair: Pair, key: EventKey, targets: Sequence[Option]) -> Pair:
    """Return the pair with every target that fits its event, the leading one first."""
    more = (target.id for target in targets if key.fits(target.record))
    return replace(pair, right=tuple(dict.fromkeys((*pair.right, *more))))


def _other(written: WrittenOther, case: Case, dated: bool) -> Option:
    option = written_option(written, case, dated=dated)
    nowhere = _("“{right}” goes with none of them.").format(right=option.text)
    return option if option.feedback else replace(option, feedback=nowhere)


def _goes_with(right: str, left: str, told: str) -> str:
    return _("“{right}” goes with “{left}”. {told}").format(right=right, left=left, told=told)


def _check_others(table: Table, others: Iterable[Option], pairs: Iterable[Pair]) -> None:
    for option in others:
        for pair in pairs:
            if option.id in pair.right:
                what = _("'{right}' goes with '{left}'").format(right=option.text, left=pair.choice.text)
                table.wrong("others", what, _("remove it"))


def _check_open(table: Table, keys: Sequence[EventKey], others: Sequence[Option]) -> None:
    """Note targets of which the sources leave open whether they belong to an event."""
    for i, key in enumerate(keys):
        for other in (*(later.event for later in keys[i + 1 :]), *(option.record for option in others)):
            if isinstance(other, Event) and key.fits(other) is None:
                what = _("'{date}' may be the same time as '{other}'")
                what = what.format(date=key.event.when.label, other=other.when.label)
                table.wrong("pairs", what, _("remove one of these"))
