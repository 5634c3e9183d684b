"""When something was; the answer is a date as it was typed.

The date that the source gives, as exactly as it gives it, scores 1. One that holds but is less exact scores a
part: 0.5 within a month, 0.25 within a year; one that is more exact than the source tells scores 0.5. Where
the source names a part of a month in words, ten days of it and more are the same part in numbers.
"""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.date_labels import moment_label, month_length
from coupdata.views.html.element import Element, element
from coupquiz.core.form import AskedFor, Form, Seed
from coupquiz.core.verdict import Verdict, outcome_of, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.date.comparison import Held, held_against
from coupquiz.kinds.date.question import Date, WrittenDateQuestion, make_date_question
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import note
from coupquiz.kinds.pick import Pick, typed_as
from coupquiz.parsing.dates import TypedDate, read_date
from coupquiz.parsing.untrusted import text

_NEIGHBOURS = 3  # other dates before and after, from which mistakes are taken


class DateKind(Kind[WrittenDateQuestion, Date]):
    """A text field, the forms that it takes, and how it was read."""

    written = WrittenDateQuestion
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenDateQuestion, table: Table, case: Case) -> Date:
        """Return the question that a bank has."""
        return make_date_question(written, table, case)

    def form(self, question: Date, seed: Seed = None) -> Form:
        """Return the prompt alone."""
        asked_for = AskedFor(dates=(question.event,))
        return Form(question.id, question.kind, question.prompt, asked_for=asked_for)

    def page(self, form: Form) -> Element:
        """Return the field."""
        prompt = element("span", form.prompt, class_="prompt")
        field = element("input", type="text", maxlength="100", autocomplete="off", spellcheck="false")
        examples = _("“14 July 1789”, “night of 14–15 July 1789”, “late July 1789”")
        forms = _("A day, a night, a month or part of one, or a year: {examples}.").format(examples=examples)
        return element("div", element("label", prompt, field), note(forms))

    def heard(self, form: Form, answer: object, year: int) -> str:
        """Return how the date was read."""
        if not text(answer):
            return ""
        typed = read_date(text(answer), year)
        return _read_as(typed) if typed else _("This cannot be read as a date yet.")

    def check(self, question: Date, answer: object) -> Verdict:
        """Return how the date was read, and how it stands to what the source tells."""
        if not text(answer):
            return unanswered(_("Type a date first."), question.hint)
        typed = read_date(text(answer), question.year)
        if not typed:
            examples = _("14 July 1789, 14–15 July 1789, July 1789 or 1789")
            said = _("That cannot be read as a date. Write, for example, {examples}.")
            return unanswered(said.format(examples=examples), question.hint)
        score, said, cites = _held(question, typed)
        hint = "" if score == 1 else question.hint
        if score < 1 or text(answer) not in (
            typed.label,
            question.right.label,
        ):  # a key need not say how it is read
            said = f"{_read_as(typed)} {said}"
        return Verdict(outcome_of(score), score, said, cites, hint)

    def credit(self) -> str:
        """Return what a date gets that is not as exact as the reading's."""
        return _("A date that is less exact than the reading’s, or more exact, gets part of the credit.")

    def solution(self, question: Date) -> str:
        """Return the date as the source gives it."""
        return question.right.label

    def mistakes(self, question: Date) -> Iterable[str]:
        """Return the dates of neighbouring events, and the month and the year of the right date."""
        first, last = question.right.days
        before = dict.fromkeys(other.label for other in question.others if other.days < (first, last))
        after = dict.fromkeys(other.label for other in question.others if other.days > (first, last))
        month = moment_label(first.replace(day=1), last.replace(day=month_length(last)))
        labels = (*list(before)[-_NEIGHBOURS:], *list(after)[:_NEIGHBOURS], month, str(first.year))
        return [label for label in dict.fromkeys(labels) if self.check(question, label).score < 1]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the date as it was typed."""
        return element("p", text(answer))

    def offered(self, question: Date) -> Iterable[Pick]:
        """Return the right date."""
        right = question.right
        yield Pick(right.label, 1.0, typed_as(right.label), said=right.feedback, cites=right.cites)

    def picked(self, question: Date, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the date; one that is wrong is known where something in the case has it."""
        typed = read_date(text(answer), question.year)
        if verdict.score == 1 or not typed:
            return self.offered(question)
        expected = {*(other.label for other in question.others), *self.mistakes(question)}
        return [
            Pick(
                typed.label,
                verdict.score,
                typed_as(typed.label),
                said=verdict.feedback,
                means=_held(question, typed)[1],
                cites=verdict.cites,
                is_known=verdict.score > 0 or typed.label in expected,
            )
        ]

    def clues(self, question: Date) -> Clues:
        """Return the date."""
        return Clues(right=(question.right.label,), wrong=(), is_recalled=True)


def _read_as(typed: TypedDate) -> str:
    said = _("Understood as {date}.").format(date=typed.label)
    return f"{said} {typed.caution}".rstrip()


def _held(question: Date, typed: TypedDate) -> Held:
    days = typed.first, typed.last
    early, late = question.early, question.late
    return held_against(question.right, days, question.year, early=early, late=late, others=question.others)
