"""An event to put where it belongs on the timeline; the answer is a date: EDTF, or as it was typed.

The score is that of kind `date`, with something for what is near: 0.25 where both ends are off by no more
than the source's own date is wide, and a day at least. So a date that is put anywhere gets next to nothing.
Of an undated event it is right to say so, and a date gets nothing, however well it may fit: else any guess
would do.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import fmean

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.date_labels import month_length
from coupdata.views.html.element import Element, element
from coupquiz.core.form import AskedFor, Form, Seed
from coupquiz.core.verdict import Verdict, outcome_of, unanswered
from coupquiz.kinds.axis.class_picture import class_picture
from coupquiz.kinds.axis.near import or_near
from coupquiz.kinds.axis.scale import anywhere
from coupquiz.kinds.axis.sheet import sheet
from coupquiz.kinds.axis.written import UNDATED, as_drawn, edtf_of, in_words, is_open, read_placed, understood
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.date.comparison import Held, held_against
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import group, note
from coupquiz.kinds.pick import Pick
from coupquiz.kinds.place.question import PlaceQuestion, WrittenPlace, make_place
from coupquiz.parsing.dates import TypedDate
from coupquiz.parsing.untrusted import text

_NEIGHBOURS = 2  # other dates before and after, from which mistakes are taken


class PlaceKind(Kind[WrittenPlace, PlaceQuestion]):
    """A mark to put on the axis, and a field that says the same in words."""

    written = WrittenPlace
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenPlace, table: Table, case: Case) -> PlaceQuestion:
        """Return the question that a bank has."""
        return make_place(written, table, case)

    def form(self, question: PlaceQuestion, seed: Seed = None) -> Form:
        """Return the prompt and the axis of the case."""
        asked_for = AskedFor(dates=(question.event,))
        return Form(question.id, question.kind, question.prompt, axis=question.axis, asked_for=asked_for)

    def page(self, form: Form) -> Element:
        """Return the axis, and the field."""
        named = element("span", _("The date in words"))
        field = element("input", type="text", maxlength="100", autocomplete="off", spellcheck="false")
        how = note(
            _(
                "Tap the axis, drag the mark, or give it the focus and press the arrow keys; Page Up and "
                "Page Down go further. Or type the date: the field and the mark are one answer."
            )
        )
        axis = [sheet(form.axis)] if form.axis else []
        return group(form, *axis, element("label", named, field, class_="in-words"), how)

    def heard(self, form: Form, answer: object, year: int) -> str:
        """Return how the date was read."""
        return understood(text(answer), year)

    def read(self, form: Form, answer: object, year: int) -> str:
        """Return the date as EDTF."""
        return as_drawn(text(answer), year)

    def check(self, question: PlaceQuestion, answer: object) -> Verdict:
        """Return where the event was put, and how that stands to what the source tells."""
        given = text(answer)
        if not given:
            return unanswered(_("Put the event on the axis first."), question.hint)
        typed = None if is_open(given) else read_placed(given, question.year)
        if not typed and not is_open(given):
            said = _("That cannot be read as a date. Tap the axis, or write, for example, 14 July 1789.")
            return unanswered(said, question.hint)
        held = _held(question, typed)
        label = typed.label if typed else _("no date")
        said = held.said
        if held.score < 1:
            where = _("Your date: {date}.").format(date=label) if typed else _("You gave it no date.")
            said = f"{where} {said}"
        hint = "" if held.score == 1 else question.hint
        return Verdict(outcome_of(held.score), held.score, said, held.cites, hint)

    def credit(self) -> str:
        """Return what a date gets that is not right, and not all wrong."""
        return _(
            "A date that is near, less exact than the reading’s, or more exact, gets part of the credit."
        )

    def chance(self, question: PlaceQuestion) -> float:
        """Return what a mark gets on average that is put anywhere: on a day, a month or a year."""
        placed = (TypedDate(*days, "") for days in anywhere(question.axis))
        return fmean(_held(question, typed).score for typed in placed)

    def solution(self, question: PlaceQuestion) -> str:
        """Return the date as the source gives it, in EDTF."""
        if question.is_undated:
            return UNDATED
        return edtf_of(question.right.days, night=question.is_night)

    def mistakes(self, question: PlaceQuestion) -> Iterable[str]:
        """Return dates that the bank expects, those of other events, what is less exact, and no date."""
        dates = [as_drawn(mistake.text, question.year) for mistake in question.wrong]
        if question.is_undated:
            return [*dates, question.axis.enlarged_from]
        first, last = question.right.days
        others = {other.days: as_drawn(other.label, question.year) for other in question.others}
        before = [answer for days, answer in others.items() if answer and days < (first, last)]
        after = [answer for days, answer in others.items() if answer and days > (first, last)]
        month = edtf_of((first.replace(day=1), last.replace(day=month_length(last))))
        dates += [*before[-_NEIGHBOURS:], *after[:_NEIGHBOURS], month, str(first.year), UNDATED]
        return [answer for answer in dict.fromkeys(dates) if self.check(question, answer).score < 1]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the date in words."""
        return element("p", in_words(text(answer)))

    def offered(self, question: PlaceQuestion) -> Iterable[Pick]:
        """Return the right date."""
        right = question.right
        label = _("No date") if question.is_undated else right.label
        yield Pick(label, 1.0, _put_at(label), said=right.feedback, cites=right.cites)

    def picked(self, question: PlaceQuestion, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the date."""
        if verdict.score == 1:
            return self.offered(question)
        typed = read_placed(text(answer), question.year)
        held = _held(question, typed if not is_open(text(answer)) else None)
        label = typed.label if typed else _("No date")
        did = _put_at(label)
        return [Pick(label, verdict.score, did, said=verdict.feedback, means=held.said, cites=verdict.cites)]

    def picture(self, question: PlaceQuestion, answers: Iterable[object]) -> Element | None:
        """Return the axis with every date on it that somebody gave, and the right one."""
        placed = []
        for answer in answers:
            typed = None if is_open(text(answer)) else read_placed(text(answer), question.year)
            if typed:
                placed.append((typed.first, typed.last))
        right = None if question.is_undated else question.right.days
        return class_picture(question.axis, placed, right)

    def clues(self, question: PlaceQuestion) -> Clues:
        """Return the date."""
        right = () if question.is_undated else (question.right.label,)
        return Clues(right=right, wrong=(), is_recalled=bool(right))


def _held(question: PlaceQuestion, typed: TypedDate | None) -> Held:
    """Return score, feedback and cites for a date, or for none."""
    right = question.right
    if question.is_undated:
        if not typed:
            return Held(1.0, right.feedback, right.cites)
        held = Held(
            0.0, _("The reading gives no date for it. Without one, this is your inference."), right.cites
        )
    elif not typed:
        return Held(0.0, _("The reading does date it."), right.cites)
    else:
        days = typed.first, typed.last
        told = {"early": question.early, "late": question.late}
        held = held_against(right, days, question.year, **told, others=question.others)
        held = or_near(held, days, right.days)
    expected = (wrong for wrong in question.wrong if wrong.days == (typed.first, typed.last))
    own = next(expected, None) if held.score < 1 else None
    return Held(held.score, own.feedback, own.cites) if own else held


def _put_at(label: str) -> str:
    return _("put it at “{date}”").format(date=label)
