"""An event to put where it belongs: when it was, and what else there is to say of other dates."""

from dataclasses import dataclass

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Days
from coupdata.model.described import described, record
from coupquiz.core.form import Axis
from coupquiz.kinds.axis.scale import axis_of
from coupquiz.kinds.axis.written import read_placed
from coupquiz.kinds.date.question import Date, WrittenDateQuestion, dated_question


@record
class WrittenWrongPlace:
    """A date at which a bank expects the event to be put wrongly."""

    date: str = described("The date, as people write it or in EDTF.")
    feedback: str = described("What it would mean, and what the reading says instead.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on. Without them: those of the question.", refers="sentence"
    )


@record
class WrittenPlace(WrittenDateQuestion):
    """An event to put on the axis, as a bank has it."""

    event: str = described(
        "The event to put where it belongs. Of one that is undated, that is right which says so.",
        refers="event",
    )
    wrong: tuple[WrittenWrongPlace, ...] = described("Dates that you expect, and that are not quite right.")


@dataclass(frozen=True, slots=True)
class WrongPlace:
    """A date that is to be expected."""

    days: Days
    text: str
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlaceQuestion(Date):
    """An event to put on the axis."""

    axis: Axis
    is_undated: bool
    """Whether the source gives no date, so that none is right."""
    is_night: bool
    wrong: tuple[WrongPlace, ...]


def make_place(written: WrittenPlace, table: Table, case: Case) -> PlaceQuestion:
    """Return the question that a bank has."""
    event = case.event(written.event)
    date_question = dated_question(written, event, case)
    wrong = []
    for mistake in written.wrong:
        typed = read_placed(mistake.date, date_question.year)
        if not typed:
            what = _("'{date}' cannot be read as a date").format(date=mistake.date)
            table.wrong("wrong", what, _("write, for example, 3 May 1920"))
        elif (typed.first, typed.last) == date_question.right.days:
            table.wrong("wrong", _("'{date}' is right").format(date=mistake.date), _("remove it"))
        else:
            days, cites = (typed.first, typed.last), mistake.cites or written.cites
            wrong.append(WrongPlace(days, mistake.date, mistake.feedback, cites))
    return PlaceQuestion(
        **vars(date_question),
        axis=axis_of(case),
        is_undated=not event.when.edtf,
        is_night=event.when.precision == "night",
        wrong=tuple(wrong),
    )
