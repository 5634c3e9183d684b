"""When something was: the date of an event, and what happened at other times."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Days, Event, in_scope, overlap, span
from coupdata.model.described import described, record
from coupquiz.core.question import Question
from coupquiz.keys.options import option_of


@record
class WrittenDateQuestion(Question):
    """A question for a date, as a bank has it."""

    event: str = described("The event whose date is asked for.", refers="event")
    feedback: str = described("What to say about the right date. Without it: what the data says.", absent="")
    early: str = described("What else to say about a date that is too early.", absent="")
    late: str = described("What else to say about a date that is too late.", absent="")


@dataclass(frozen=True, slots=True)
class Dated:
    """Days, and what happened on them."""

    days: Days
    label: str
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Date(Question):
    """A question for the date of an event."""

    event: str
    """Its id."""
    right: Dated
    early: str
    """What is said, beside that, to a date that is too early; it may be empty."""
    late: str
    others: tuple[Dated, ...]
    """What happened at other times."""
    year: int
    """What is meant where no year is named."""


def make_date_question(written: WrittenDateQuestion, table: Table, case: Case) -> Date:
    """Return the question that a bank has."""
    event = case.event(written.event)
    if not event.when.edtf:
        what = _("'{id}' is undated").format(id=event.id)
        table.wrong("event", what, _("choose an event that the source dates"))
    return dated_question(written, event, case)


def dated_question(written: WrittenDateQuestion, event: Event, case: Case) -> Date:
    """Return the question for the date of an event, whether the source tells it or not."""
    right = Dated(
        span(event.when), event.when.label, written.feedback or event.summary, written.cites or event.cites
    )
    told = in_scope(case.events)
    sentences = {sentence.id: sentence.text for sentence in case.reading.sentences}
    others = (_dated(other, sentences) for other in told if other.when.precision in ("day", "night"))
    return Date(
        **written.common(event.id),
        event=event.id,
        right=right,
        early=written.early,
        late=written.late,
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
