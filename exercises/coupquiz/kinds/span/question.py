"""Beginning and end of something that lasted, each as far as the source tells."""

from dataclasses import dataclass
from datetime import date

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Bound, Case
from coupdata.model.date_labels import moment_label, month_length, part_label
from coupdata.model.described import described, record
from coupquiz.core.form import Axis
from coupquiz.core.question import Question
from coupquiz.kinds.axis.scale import axis_of
from coupquiz.kinds.date.question import Dated

_LEAST_PART = 10  # days that are named by a part of their month: "later April"


@record
class WrittenSpan(Question):
    """What lasted, as a bank has it."""

    event: str = described("The event whose beginning and end are asked for.", refers="event")
    feedback: str = described("What to say where both are right. Without it: what the data says.", absent="")
    start: str = described("What else to say where the beginning is not right.", absent="")
    end: str = described("What else to say where the end is not right.", absent="")


@dataclass(frozen=True, slots=True)
class End:
    """A beginning or an end."""

    id: str
    right: Dated | None
    """None where the source leaves it open."""
    told: str
    """What else is said where it is not right; it may be empty."""


@dataclass(frozen=True, kw_only=True)
class Span(Question):
    """What lasted from a beginning to an end."""

    event: str
    """Its id."""
    ends: tuple[End, End]
    feedback: str
    right_cites: tuple[str, ...]
    axis: Axis
    year: int
    """What is meant where no year is named."""


def make_span(written: WrittenSpan, table: Table, case: Case) -> Span:
    """Return the question that a bank has."""
    event = case.event(written.event)
    when = event.when
    if when.start == when.end:
        what = _("'{id}' has no beginning and end of its own: it is {date}").format(
            id=event.id, date=when.told
        )
        table.wrong("event", what, _("choose an event that lasted"))
    cites = written.cites or event.cites
    ends = (
        End("start", _dated(when.start, cites), written.start),
        End("end", _dated(when.end, cites), written.end),
    )
    return Span(
        **written.common(event.id),
        event=event.id,
        ends=ends,
        feedback=written.feedback or event.summary,
        right_cites=cites,
        axis=axis_of(case),
        year=case.lens[0].year,
    )


def _dated(bound: Bound, cites: tuple[str, ...]) -> Dated | None:
    """Return the date of an end; None where the source leaves it open."""
    if bound == Bound():
        return None
    days = bound.earliest or date.min, bound.latest or date.max
    width, month = (days[1] - days[0]).days + 1, month_length(days[0])
    is_part = _LEAST_PART <= width < month and (days[0].year, days[0].month) == (days[1].year, days[1].month)
    return Dated(days, part_label(*days) if is_part else moment_label(*days), "", cites)
