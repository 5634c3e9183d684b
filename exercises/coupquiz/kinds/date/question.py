"""When something was, as a bank has it: the date of an event, and what happened at other times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case, Days, Event, overlap, span
from coupquiz.core.question import Question, with_events
from coupquiz.keys.options import option_of, read_record


@dataclass(frozen=True, slots=True)
class Dated:
    """Days, and what happened on them."""

    days: Days
    label: str
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Question):
    """A question for the date of an event."""

    right: Dated
    early: str
    """What is said, beside that, to a date that is too early; it may be empty."""
    late: str
    others: tuple[Dated, ...]
    """What happened at other times."""
    year: int
    """What is meant where no year is named."""


def read_date_question(table: Table, common: Mapping[str, Any], case: Case) -> Date | None:
    """Return the question in a table; None where its event is unknown."""
    event = read_record(table, "event", case, required=True)
    feedback, early, late = (table.text(field, required=False) for field in ("feedback", "early", "late"))
    if not isinstance(event, Event):
        return None
    if not event.when.edtf:
        table.wrong("event", f"'{event.id}' is undated; choose an event that the source dates")
    cites = common["cites"] or event.cites
    right = Dated(span(event.when), event.when.label, feedback or event.summary, cites)
    told = (other for other in case.events if other.scope != "context")  # nothing from beyond the reading
    sentences = {sentence.id: sentence.text for sentence in case.reading.sentences}
    others = (_dated(other, sentences) for other in told if other.when.precision in ("day", "night"))
    return Date(
        **with_events(common, event.id),
        right=right,
        early=early,
        late=late,
        others=tuple(other for other in others if not overlap(other.days, right.days)),
        year=case.lens[0].year,
    )


def _dated(event: Event, sentences: Mapping[str, str]) -> Dated:
    """Return an event with its date, and of its sentences the one that names most of that: one is enough."""
    option, date = option_of(event, dated=True), _words(event.when.label)
    cite = max(event.cites, key=lambda id: len(date & _words(sentences[id])))
    return Dated(span(event.when), event.when.label, option.feedback, (cite,))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
