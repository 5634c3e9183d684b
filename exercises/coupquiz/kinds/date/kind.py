"""When something was; the answer is a date as it was typed.

The date that the source gives, as exactly as it gives it, scores 1. One that holds but is less exact scores a
part: 0.5 within a month, 0.25 within a year; one that is more exact than the source tells scores 0.5. Where
the source names a part of a month in words, ten days of it and more are the same part in numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Days, overlap
from coupdata.model.date_labels import moment_label, month_length
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form, Seed
from coupquiz.core.verdict import Verdict, outcome_of, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.date.question import Date, WrittenDateQuestion, make_date_question
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import note
from coupquiz.kinds.pick import Pick, typed_as
from coupquiz.parsing.dates import TypedDate, read_date
from coupquiz.parsing.untrusted import text

_NEIGHBOURS = 3  # other dates before and after, from which mistakes are taken
_NIGHT = timedelta(1)
_PART = 10  # days: the third of a month is the least that a word such as "later" can mean


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
        return Form(question.id, question.kind, question.prompt)

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
    return _("Understood as {date}.").format(date=typed.label)


def _held(question: Date, typed: TypedDate) -> tuple[float, str, tuple[str, ...]]:
    """Return score, feedback and cites for a date held against what the source tells."""
    right, days = question.right, (typed.first, typed.last)
    if days == right.days or _is_as_labelled(question, days):
        return 1.0, right.feedback, right.cites
    if typed.first <= right.days[0] and right.days[1] <= typed.last:
        width = (typed.last - typed.first).days + 1
        score = 0.5 if width <= 31 else 0.25 if width <= 366 else 0.0
        return score, _("That is right, but the reading dates it more exactly."), ()
    if right.days[0] <= typed.first and typed.last <= right.days[1]:
        return 0.5, _("That may be, but the reading does not date it as exactly as that."), right.cites
    is_early = typed.first < right.days[0]
    told = question.early if is_early else question.late
    if overlap(days, right.days):
        said = _("Part of that is too early.") if is_early else _("Part of that is too late.")
        return 0.0, f"{said} {told}".rstrip(), right.cites
    others = question.others if typed.last - typed.first <= _NIGHT else ()  # a month is no moment of any
    then = next((other for other in others if overlap(days, other.days)), None)
    said = _("That is too early.") if is_early else _("That is too late.")
    cites = dict.fromkeys((*(then.cites if then else ()), *right.cites))
    return 0.0, " ".join(part for part in (said, then.feedback if then else "", told) if part), tuple(cites)


def _is_as_labelled(question: Date, days: Days) -> bool:
    """Return whether days are what the label says, where the source is narrower than words: "later April"."""
    named = read_date(question.right.label, question.year)
    if not named:
        return False
    within = named.first <= days[0] and days[1] <= named.last
    alike = named.in_words and within and (days[1] - days[0]).days + 1 >= _PART
    return alike or days == (named.first, named.last)
