"""A class held against a key: how hard each question was, whether it told who knew, and who chose what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, fsum
from statistics import fmean

from coupdata.i18n import _
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome
from coupquiz.grading.answer_key import AnswerKey, Item
from coupquiz.grading.grade import GradedAnswer
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import picked
from coupquiz.kinds.pick import Pick
from coupquiz.report.class_submissions import GradedSubmission
from coupquiz.report.measures import FEWEST, Estimate, correlation, is_alike, mean_share

GOAL = 0.7
"""What a class should reach at least before it goes on: seven tenths of the credit."""

THIRD = 5
"""Students that a third must have at least, or its answers are chance."""


class Standing(StrEnum):
    """How well a class knows something."""

    AGAIN = "teach it again"
    """Even the upper end of the interval is below the goal."""
    PERHAPS = "look at it again"
    """Below the goal, but with so few students it might be chance."""
    KNOWN = "the class knows it"
    OPEN = "nothing to report"
    """Nobody was asked, or it is not scored."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was picked."""

    pick: Pick
    all: int
    best: int
    """By the third that did best in all the other questions; see ``QuestionReport.thirds``."""
    weakest: int
    students: tuple[str, ...]
    """Who, in the order of names."""


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """What a class tells of a question."""

    number: int
    """In the order of the key, from 1."""
    item: Item
    asked: int
    """Of how many students, of those whose submission counts."""
    answered: int
    right: int
    """How many got all of its credit."""
    facility: Estimate | None
    """The mean share of the credit, no answer being none; None where nobody was asked or it is not scored."""
    discrimination: Estimate | None
    """How far its score goes with that of all the other questions; None where that cannot be said."""
    silence: str
    """Why there is no discrimination; empty where there is."""
    thirds: tuple[int, int] | None
    """How many are in the best and in the weakest third; None where the class is too small or too alike."""
    tallies: tuple[Tally, ...]

    @property
    def question(self) -> Question:
        """What was asked."""
        return self.item.question

    @property
    def standing(self) -> Standing:
        """How well the class knows it."""
        return _standing(self.facility)


@dataclass(frozen=True, slots=True)
class GroupReport:
    """What a class tells of questions that belong together: of a concept, or of an event."""

    id: str
    title: str
    numbers: tuple[int, ...]
    """Of the questions."""
    share: Estimate | None
    """The mean, over students, of the share of the credit that each has in these questions."""

    @property
    def standing(self) -> Standing:
        """How well the class knows it."""
        return _standing(self.share)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a class tells of a key."""

    key: AnswerKey
    submissions: tuple[GradedSubmission, ...]
    """Everybody's, in the order of names."""
    counted: tuple[GradedSubmission, ...]
    """Of those who answered something; all numbers are of them."""
    share: Estimate | None
    """The mean share of all points."""
    questions: tuple[QuestionReport, ...]
    concepts: tuple[GroupReport, ...]
    """In the order in which the key comes to them."""
    events: tuple[GroupReport, ...]
    """In the order of the case, without those that no question is about."""


def analyse(key: AnswerKey, submissions: Sequence[GradedSubmission], *, discreet: bool = True) -> Analysis:
    """Return what the submissions of a class tell; what cannot be said, of one or of none, say, is left open.

    Args:
        key: What was asked.
        submissions: Everybody's.
        discreet: Whether a text of a student's own is only counted, unless others have typed the same.
    """
    counted = tuple(submission for submission in submissions if submission.counts)
    questions = tuple(_question(number, item, counted, discreet) for number, item in enumerate(key.items, 1))
    concepts: dict[str, list[QuestionReport]] = {}
    for report in questions:
        concepts.setdefault(report.question.trains, []).append(report)
    events = [(event, [q for q in questions if event.id in q.question.events]) for event in key.case.events]
    return Analysis(
        key,
        tuple(submissions),
        counted,
        mean_share([submission.share for submission in counted if submission.share is not None]),
        questions,
        tuple(_group(id, id.capitalize(), reports, counted) for id, reports in concepts.items()),
        tuple(_group(event.id, event.title, reports, counted) for event, reports in events if reports),
    )


def _question(
    number: int, item: Item, submissions: Sequence[GradedSubmission], discreet: bool
) -> QuestionReport:
    asked = [
        (submission, mark)
        for submission in submissions
        for mark in submission.result.marks
        if mark.item is item
    ]
    scores = [mark.verdict.score for _, mark in asked]
    others = [_elsewhere(submission, mark) for submission, mark in asked]
    pairs = [(a, b) for a, b in zip(scores, others, strict=True) if b is not None]
    scored = item.question.scored
    discrimination = correlation([a for a, _ in pairs], [b for _, b in pairs]) if scored else None
    best, weakest = _thirds(others)
    return QuestionReport(
        number,
        item,
        len(asked),
        sum(mark.verdict.outcome is not Outcome.UNANSWERED for _, mark in asked),
        sum(mark.verdict.outcome is Outcome.CORRECT for _, mark in asked),
        mean_share(scores) if scored else None,
        discrimination,
        "" if discrimination else _silence(scored, len(asked), pairs),
        (len(best), len(weakest)) if best else None,
        tuple(_tallies(item.question, asked, best, weakest, discreet)) if scored and asked else (),
    )


def _elsewhere(submission: GradedSubmission, mark: GradedAnswer) -> float | None:
    """Return the share of the points of all other questions; None where there are none."""
    others = [m for m in submission.result.marks if m.item is not mark.item and m.item.question.scored]
    most = fsum(m.item.points for m in others)
    return fsum(m.points or 0.0 for m in others) / most if most else None


def _silence(scored: bool, asked: int, pairs: Sequence[tuple[float, float]]) -> str:
    if not scored:
        return _("not scored")
    if asked and not pairs:
        return _("nothing else was asked")
    if len(pairs) < FEWEST:
        return _("too few to tell")
    if is_alike([score for score, _ in pairs]):
        return _("all the same here")
    return _("all the same elsewhere")


def _thirds(others: Sequence[float | None]) -> tuple[set[int], set[int]]:
    """Return the places of the best and of the weakest third; none where they cannot be told apart.

    Who is level with the last of a third belongs to it too, so that no name decides.
    """
    known = sorted(value for value in others if value is not None)
    size = ceil(len(known) / 3)
    if size < THIRD or known[-size] - known[size - 1] < 1e-9:
        return set(), set()
    best = {place for place, value in enumerate(others) if value is not None and value >= known[-size] - 1e-9}
    weakest = {p for p, value in enumerate(others) if value is not None and value <= known[size - 1] + 1e-9}
    return best, weakest


def _tallies(
    question: Question,
    asked: Sequence[tuple[GradedSubmission, GradedAnswer]],
    best: set[int],
    weakest: set[int],
    discreet: bool,
) -> Iterable[Tally]:
    """Yield how often everything was picked: what is offered in its order, then the rest by its number."""
    picks = [picked(question, mark.answer) for _, mark in asked]
    who: dict[Pick, list[int]] = {pick: [] for pick in KINDS[question.kind].offered(question)}
    typed: dict[Pick, list[int]] = {}
    for place, some in enumerate(picks):
        for pick in some:
            (who if pick in who else typed).setdefault(pick, []).append(place)
    others: dict[Pick, list[int]] = {}
    for pick, places in typed.items():
        single = discreet and not pick.is_known and len(places) == 1
        others.setdefault(pick.unnamed() if single else pick, []).extend(places)
    who |= sorted(others.items(), key=lambda pair: (-pair[0].credit, -len(pair[1]), pair[0].text))
    parts = list(dict.fromkeys(pick.part for pick in who))
    none = [place for place, some in enumerate(picks) if not some]
    for pick, places in [*sorted(who.items(), key=lambda pair: parts.index(pair[0].part)), (NO_ANSWER, none)]:
        names = tuple(asked[place][0].student for place in places)
        yield Tally(pick, len(places), len(best & set(places)), len(weakest & set(places)), names)


NO_ANSWER = Pick("No answer", 0.0, "gave no answer")
"""What is counted where nothing was answered, or nothing that can be read."""


def _group(
    id: str, title: str, reports: Iterable[QuestionReport], submissions: Iterable[GradedSubmission]
) -> GroupReport:
    scored = {report.question.id for report in reports if report.question.scored}
    scores = (
        [mark.verdict.score for mark in submission.result.marks if mark.item.question.id in scored]
        for submission in submissions
    )
    shares = [fmean(own) for own in scores if own]  # of those who were asked one of them
    return GroupReport(id, title, tuple(report.number for report in reports), mean_share(shares))


def _standing(found: Estimate | None) -> Standing:
    if found is None:
        return Standing.OPEN
    if found.value >= GOAL:
        return Standing.KNOWN
    return Standing.AGAIN if found.high < GOAL else Standing.PERHAPS
