"""What to teach again, in words: what went wrong, what it means, and which sentences to go back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coupdata.i18n import _
from coupquiz.pages.feedback import percent
from coupquiz.report.analysis import NO_ANSWER, Analysis, QuestionReport, Standing
from coupquiz.report.measures import Estimate

_SHOWN = 2  # mistakes for a question
_OFTEN = 1 / 3  # of those who were asked: so many without an answer are worth a word


@dataclass(frozen=True, slots=True)
class Mistake:
    """What many did."""

    count: int
    text: str
    """As a sentence: "4 chose “The railway station”."."""
    said: str
    """What it means: the bank's own words to whoever does it."""
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a question."""

    report: QuestionReport
    found: str
    """How it went, in a sentence or two."""
    mistakes: tuple[Mistake, ...]
    """What was done most often, and at least twice if that can be; at most two."""
    notes: tuple[str, ...]
    """What else should be known before it is taught again."""
    cites: tuple[str, ...]
    """Ids of the sentences to go back to, in the order of the reading."""


def advice(analysis: Analysis, wanted: Standing) -> tuple[Advice, ...]:
    """Return what to do about the questions that stand so, the hardest first."""
    reports = [report for report in analysis.questions if report.standing is wanted]
    reports.sort(key=lambda report: report.facility.value if report.facility else 0)
    ids = [sentence.id for sentence in analysis.key.case.reading.sentences]
    return tuple(_advice(report, ids) for report in reports)


def between(found: Estimate) -> str:
    """Return the interval of a share for people: "28% to 65%"."""
    return _("{low} to {high}").format(low=percent(found.low), high=percent(found.high))


def _advice(report: QuestionReport, ids: list[str]) -> Advice:
    mistakes = sorted(_mistakes(report), key=lambda mistake: -mistake.count)
    often = ([mistake for mistake in mistakes if mistake.count > 1] or mistakes[:1])[:_SHOWN]
    cites = {*report.question.cites, *(cite for mistake in often for cite in mistake.cites)}
    sentences = tuple(id for id in ids if id in cites)
    return Advice(report, _found(report), tuple(often), tuple(_notes(report)), sentences)


def _found(report: QuestionReport) -> str:
    if report.facility is None:
        return ""
    if report.facility.value * report.asked - report.right > 1e-9:
        said = _(
            "{right} of {asked} got it right; counting partly right answers, the class has {share} of the "
            "credit. "
            "With many such students, it would be between {low} and {high}."
        )
    else:
        said = _(
            "{right} of {asked} got it right. With many such students, it would be between {low} and {high}."
        )
    return said.format(
        right=report.right,
        asked=report.asked,
        share=percent(report.facility.value),
        low=percent(report.facility.low),
        high=percent(report.facility.high),
    )


def _mistakes(report: QuestionReport) -> Iterator[Mistake]:
    """Yield what was wrong; cited is what the bank says to it, not what the data say of names and events."""
    for tally in report.tallies:
        pick = tally.pick
        if pick is NO_ANSWER:
            continue
        left = report.answered - tally.all
        if pick.left_out and left > 0:
            text = _("{n} {did}.").format(n=left, did=pick.left_out)
            yield Mistake(left, text, pick.said, pick.cites)
        elif pick.credit < 1 and tally.all:
            right = _("The right answer is “{text}”.").format(text=pick.right) if pick.right else ""
            means = " ".join(text for text in (right, pick.means) if text)
            text = _("{n} {did}.").format(n=tally.all, did=pick.did)
            yield Mistake(tally.all, text, means, pick.cites if pick.by_bank else ())


def _notes(report: QuestionReport) -> Iterator[str]:
    if report.discrimination and report.discrimination.high < 0:
        yield _(
            "Students who did well elsewhere did worse here: before you teach it again, check the key and "
            "the wording."
        )
    none = report.asked - report.answered
    if none > 1 and none >= _OFTEN * report.asked:
        said = _("{n} gave no answer. Perhaps time ran out, or the question was unclear.")
        yield said.format(n=none)
