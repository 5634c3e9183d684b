"""Beginning and end of what lasted, to set on the timeline; the answer is a date by the id of each end.

Each end is scored as a date is, with something for what is near (see `place`), and the score is their mean.
An end that the source leaves open is right as `..`, which EDTF writes for it; but it counts no more than the
other end, for by itself "open" is one guess of two. What ends before it begins scores nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from statistics import fmean
from typing import NamedTuple

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Days
from coupdata.views.html.element import Element, element
from coupquiz.core.form import AskedFor, Choice, Form, Seed
from coupquiz.core.verdict import PartVerdict, Verdict, outcome_of, unanswered
from coupquiz.kinds.axis.class_picture import class_picture
from coupquiz.kinds.axis.near import or_near
from coupquiz.kinds.axis.scale import Strip, anywhere, years_of
from coupquiz.kinds.axis.sheet import sheet
from coupquiz.kinds.axis.written import (
    OPEN,
    as_drawn,
    edtf_of,
    in_words,
    is_open,
    read_placed,
    understood,
)
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.date.comparison import Held, held_against
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import group, note, words
from coupquiz.kinds.pick import Pick
from coupquiz.kinds.span.question import End, Span, WrittenSpan, make_span
from coupquiz.parsing.untrusted import text_of


class _Given(NamedTuple):
    """What was given for an end."""

    end: End
    days: Days | None
    """None where it was said to be open."""
    label: str


class SpanKind(Kind[WrittenSpan, Span]):
    """Two marks to put on the axis, and two fields that say the same in words."""

    written = WrittenSpan
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenSpan, table: Table, case: Case) -> Span:
        """Return the question that a bank has."""
        return make_span(written, table, case)

    def form(self, question: Span, seed: Seed = None) -> Form:
        """Return the prompt, both ends and the axis of the case."""
        ends = (Choice("start", _("It began")), Choice("end", _("It ended")))
        asked_for = AskedFor(dates=(question.event,))
        return Form(
            question.id, question.kind, question.prompt, ends, axis=question.axis, asked_for=asked_for
        )

    def page(self, form: Form) -> Element:
        """Return the axis, and a field for each end."""
        axis = [sheet(form.axis)] if form.axis else []
        fields = (_field(choice) for choice in form.choices)
        how = note(
            _(
                "Tap the axis, drag the marks, or give one the focus and press the arrow keys; Page Up and "
                "Page Down go further. Or type the dates."
            )
        )
        return group(form, *axis, element("div", *fields, class_="ends"), how)

    def heard(self, form: Form, answer: object, year: int) -> str:
        """Return how the dates were read."""
        said = ((choice, understood(text_of(answer, choice.id), year)) for choice in form.choices)
        return " ".join(_("{end}: {heard}").format(end=end.text, heard=heard) for end, heard in said if heard)

    def read(self, form: Form, answer: object, year: int) -> dict[str, str]:
        """Return the dates as EDTF."""
        return {choice.id: as_drawn(text_of(answer, choice.id), year) for choice in form.choices}

    def check(self, question: Span, answer: object) -> Verdict:
        """Return what is said to each end, and how both stand to what the source tells."""
        given = list(_given(question, answer))
        if not given:
            return unanswered(_("Set a beginning and an end first."), question.hint)
        days = [one.days for one in given if one.days]
        if len(days) == 2 and days[1][1] < days[0][0]:
            said = _("That would end before it began. {start} comes after {end}.")
            said = said.format(start=given[0].label, end=given[1].label)
            return Verdict(outcome_of(0.0), 0.0, said, question.right_cites, question.hint)
        held = [(one, _held(question, one)) for one in given]
        score = _score(held)
        if score == 1:
            return Verdict(outcome_of(1.0), 1.0, question.feedback, question.right_cites, "")
        parts = tuple(
            PartVerdict(one.end.id, found.score == 1, found.said, found.cites) for one, found in held
        )
        cites = tuple(dict.fromkeys(cite for _one, found in held for cite in found.cites))
        return Verdict(outcome_of(score), score, _overall(held), cites, question.hint, parts)

    def credit(self) -> str:
        """Return what an end is worth."""
        return _("Each end counts half, an open one no more than the other; near or less exact, less.")

    def chance(self, question: Span) -> float:
        """Return what two marks get on average that are put anywhere, or left open, one end at most."""
        marks: list[Days | None] = [*anywhere(question.axis)]
        one, other = question.ends
        held_one, held_other = (
            {days: _held(question, _Given(end, days, "")) for days in (*marks, None)} for end in question.ends
        )
        placed = [*((a, b) for a, b in product(marks, marks) if a and b and a[0] <= b[1])]
        closed = fmean(
            _score([(_Given(one, a, ""), held_one[a]), (_Given(other, b, ""), held_other[b])])
            for a, b in placed
        )
        opened = fmean(
            _score([(_Given(one, a, ""), held_one[a]), (_Given(other, None, ""), held_other[None])])
            for a in marks
        )
        return (closed + opened) / 2

    def solution(self, question: Span) -> dict[str, str]:
        """Return both ends as the source gives them, in EDTF."""
        return {end.id: _right(end) for end in question.ends}

    def mistakes(self, question: Span) -> Iterable[dict[str, str]]:
        """Yield the solution with one end wrong: a year off, open or not, left out."""
        right = self.solution(question)
        for end in question.ends:
            near = next(other.right for other in (end, *question.ends) if other.right)
            year = near.days[0].year
            for answer in (str(year - 1), *((str(year + 1), OPEN) if end.right else (str(year),))):
                changed = right | {end.id: answer}
                if self.check(question, changed).score < 1:
                    yield changed
            yield {id: answer for id, answer in right.items() if id != end.id}

    def in_words(self, form: Form, answer: object) -> Element:
        """Return each end in words."""
        ends = ((choice.text, text_of(answer, choice.id)) for choice in form.choices)
        return element(
            "ul",
            *(element("li", element("b", name), f": {_said(given)}") for name, given in ends if given),
        )

    def offered(self, question: Span) -> Iterable[Pick]:
        """Return both ends."""
        for end in question.ends:
            yield _pick(question, _Given(end, end.right.days if end.right else None, _label(end)))

    def picked(self, question: Span, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return each end that was given; both as one where they stand the wrong way round."""
        if verdict.score == 0 and not verdict.parts:
            both = _("from {start} to {end}").format(
                **{one.end.id: one.label for one in _given(question, answer)}
            )
            yield Pick(
                both, 0.0, _("set it {both}").format(both=both), said=verdict.feedback, cites=verdict.cites
            )
            return
        for one in _given(question, answer):
            held = _held(question, one)
            label = _label(one.end) if held.score == 1 else one.label
            yield _pick(question, one._replace(label=label))

    def picture(self, question: Span, answers: Iterable[object]) -> Element | None:
        """Return the axis with every stretch on it that somebody gave; an open end runs to the axis' own."""
        whole = years_of(question.axis)
        stretches = [
            _stretch(whole, one.days, other.days)
            for one, other in filter(_is_whole, (tuple(_given(question, answer)) for answer in answers))
        ]
        right = (end.right.days if end.right else None for end in question.ends)
        return class_picture(question.axis, stretches, _stretch(whole, *right))

    def clues(self, question: Span) -> Clues:
        """Return the dates of both ends."""
        return Clues(
            right=tuple(end.right.label for end in question.ends if end.right), wrong=(), is_recalled=True
        )


def _is_whole(given: tuple[_Given, ...]) -> bool:
    """Return whether both ends were given, and one of them has a date."""
    return len(given) == 2 and any(one.days for one in given)


def _stretch(whole: Strip, start: Days | None, end: Days | None) -> Days:
    """Return all days from a beginning to an end; an open end is that of the axis."""
    return (start[0] if start else whole.first), (end[1] if end else whole.last)


def _field(choice: Choice) -> Element:
    field = element(
        "input", type="text", maxlength="100", autocomplete="off", spellcheck="false", data_end=choice.id
    )
    return element("label", words(choice), field, class_="in-words", data_part=choice.id)


def _said(given: str) -> str:
    return _("left open") if is_open(given) else in_words(given)


def _given(question: Span, answer: object) -> Iterator[_Given]:
    """Yield each end that was given, and can be read."""
    for end in question.ends:
        given = text_of(answer, end.id)
        if is_open(given):
            yield _Given(end, None, _("Open"))
        elif typed := read_placed(given, question.year):
            yield _Given(end, (typed.first, typed.last), typed.label)


def _held(question: Span, one: _Given) -> Held:
    """Return what there is to say of an end by itself."""
    right, told = one.end.right, one.end.told
    if not right:
        if not one.days:
            return Held(1.0, _("The reading leaves this end open."), question.right_cites)
        said = _("The reading leaves this end open.")
        return Held(0.0, f"{said} {told}".rstrip(), question.right_cites)
    if not one.days:
        said = _("The reading does not leave this end open.")
        return Held(0.0, f"{said} {told}".rstrip(), right.cites)
    held = held_against(right, one.days, question.year, early=told, late=told)
    held = or_near(held, one.days, right.days)
    return held._replace(said=_("That is right.")) if held.score == 1 else held


def _score(held: Iterable[tuple[_Given, Held]]) -> float:
    """Return the mean of both ends; an open one counts no more than the other."""
    found = list(held)
    if len(found) < 2:
        return found[0][1].score / 2 if found[0][0].days else 0.0
    scores = [one.score for _given, one in found]
    least = min(scores)
    return fmean(score if given.days else least for (given, _held), score in zip(found, scores, strict=True))


def _overall(held: Iterable[tuple[_Given, Held]]) -> str:
    """Return which ends are right, in a sentence."""
    found = {one.end.id: one_held.score == 1 for one, one_held in held}
    if len(found) == 1:
        return _("One end is still to be set.")
    if not any(found.values()):
        return _("Neither end is quite right.")
    return (
        _("The beginning is right, but not the end.")
        if found["start"]
        else _("The end is right, but not the beginning.")
    )


def _right(end: End) -> str:
    return edtf_of(end.right.days) if end.right else OPEN


def _label(end: End) -> str:
    return end.right.label if end.right else _("Open")


def _pick(question: Span, one: _Given) -> Pick:
    names = {"start": _("It began"), "end": _("It ended")}
    held = _held(question, one)
    did = _("set “{end}” to “{date}”").format(end=names[one.end.id].lower(), date=one.label)
    return Pick(
        one.label,
        held.score,
        did,
        part=names[one.end.id],
        said=held.said,
        means=held.said,
        right=_label(one.end),
        cites=held.cites,
    )
