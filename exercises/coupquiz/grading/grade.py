"""From answers to marks: the one function behind the command, nbgrader and the tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.try_log import Log
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.grading.answer_key import AnswerKey, Item, asked, with_own_words
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.students.name_forms import same_name
from coupquiz.grading.wording import named
from coupquiz.kinds.check import check
from coupquiz.parsing.untrusted import short, text

NOT_UNDERSTOOD = "Not understood:"
"""What stands in a table before an answer that no key can read."""

_LONGEST = 5000  # characters of an answer in a table


@dataclass(frozen=True, slots=True)
class GradedAnswer:
    """What an answer is worth, and why."""

    item: Item
    answer: object
    """As it was given; None where there is none."""
    verdict: Verdict
    by_hand: float | None = None
    """The points that a teacher has given."""
    comment: str = ""
    """What a teacher says to it."""
    explanation: str = ""
    """Why it is so, in the student's own words; worth nothing, whatever it says."""

    @property
    def points(self) -> float | None:
        """From 0 to the item's points; None where a teacher has yet to say, for own words are not scored."""
        if self.by_hand is not None:
            return self.by_hand
        if self.verdict.outcome is Outcome.UNSCORED:
            return None
        return self.verdict.score * self.item.points

    @property
    def is_unreadable(self) -> bool:
        """Whether something was answered, and cannot be read as an answer: a date in words, say."""
        return self.verdict.outcome is Outcome.UNANSWERED and _says_something(self.answer)

    @property
    def is_by_key(self) -> bool:
        """Whether the key has marked it: not own words, nor where nothing can be read as an answer."""
        return self.verdict.outcome not in (Outcome.UNSCORED, Outcome.UNANSWERED)

    @property
    def in_text(self) -> str:
        """The answer as text; one that is none as it would stand in Python."""
        return self.answer.strip() if type(self.answer) is str else repr(self.answer)

    @property
    def words(self) -> str:
        """What there is for a teacher to mark, cut to what a table can hold; empty for nothing."""
        if self.verdict.outcome is Outcome.UNSCORED:
            words = text(self.answer)
        elif self.is_unreadable:  # what stands before it keeps a spreadsheet from making a date of it
            words = f"{NOT_UNDERSTOOD} {self.in_text}"
        else:
            return ""
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


@dataclass(frozen=True, slots=True)
class Result:
    """The marks of a student, one for each question that the student was asked."""

    student: str
    marks: tuple[GradedAnswer, ...]
    flags: tuple[Problem, ...]

    @property
    def points(self) -> float:
        """The sum of all points, without what a teacher has yet to mark."""
        return fsum(mark.points or 0.0 for mark in self.marks)

    @property
    def most(self) -> float:
        """The most points that there are, without what a teacher has yet to mark."""
        return fsum(mark.item.points for mark in self.marks if mark.points is not None)

    @property
    def waiting(self) -> float:
        """The most points that a teacher has yet to give."""
        return fsum(mark.item.points for mark in self.marks if mark.points is None)

    @property
    def is_answered(self) -> bool:
        """Whether there is any answer that can be read as one."""
        return any(mark.verdict.outcome is not Outcome.UNANSWERED for mark in self.marks)


def grade(
    key: AnswerKey,
    answers: object,
    student: str,
    drawn_for: str = "",
    logs: Mapping[str, Log] = MappingProxyType({}),
) -> Result:
    """Return the marks of a student; never raises, whatever the answers are.

    Args:
        key: What was asked.
        answers: Answers by the ids of their questions, as JSON gives them; anything else counts as none.
        student: Whose marks they are.
        drawn_for: By whose name the questions were drawn, if not by the student's.
        logs: What was tried, by the ids of questions: explanations are shown, and no mark depends on them.
    """
    texts = answers.items() if type(answers) is dict else ()
    given = {id: answer for id, answer in texts if type(id) is str}
    items, named_by_answers = _asked(key, given, student, drawn_for)
    marks = []
    for item in items:
        answer = _answer(given, item)
        explanation = _explanation(logs, item, answer)
        marks.append(GradedAnswer(item, answer, check(item.question, answer), explanation=explanation))
    flags = list(_flags(key, items, given))
    if key.is_drawn and drawn_for and same_name(drawn_for) != same_name(student):
        what = _("the questions were drawn for the name “{name}”").format(name=short(drawn_for))
        flags.append(flag(Concern.DRAWN, what))
    elif named_by_answers:
        what = _("nothing says for which name the questions were drawn; those that were answered count")
        flags.append(flag(Concern.DRAWN, what))
    return Result(student, tuple(marks), (*flags, *unread(marks)))


def unread(marks: Iterable[GradedAnswer]) -> Iterator[Problem]:
    """Yield that answers cannot be read, where no teacher has given points for what they say."""
    if ids := [mark.item.question.id for mark in marks if mark.by_hand is None and mark.is_unreadable]:
        what = _(
            "these cannot be read as answers, and get no points unless a teacher gives some: {ids}"
        ).format(ids=named(ids))
        yield flag(Concern.UNREADABLE, what)


def _asked(
    key: AnswerKey, given: Mapping[str, object], student: str, drawn_for: str
) -> tuple[tuple[Item, ...], bool]:
    """Return the items that a student was asked, and whether only the answers say which these are.

    Nobody can answer what they were not asked. So where it is not said for whom questions were drawn, those
    that were answered were drawn, if they are not more than can be, and the others as for the student.
    """
    items = asked(key, drawn_for or student)
    if not key.is_drawn or drawn_for:
        return items, False
    answered = [item for item in key.scored if _answer(given, item) is not None]
    if len(answered) > key.draw or all(item in items for item in answered):
        return items, False
    others = (item for item in items if item.question.scored and item not in answered)
    drawn = [*answered, *others][: key.draw]
    return with_own_words(key, [item.question.id for item in drawn]), True


def _answer(given: Mapping[str, object], item: Item) -> object:
    """The answer under the question's id or, where it has none, under one that it had before."""
    return next((given[id] for id in item.question.ids if given.get(id) is not None), None)


def _explanation(logs: Mapping[str, Log], item: Item, answer: object) -> str:
    """The last explanation that was given of an answer; empty where there is none."""
    ids = item.question.ids
    told = (tried.explanation for id in ids for tried in reversed(logs.get(id, ())) if tried.answer == answer)
    return next(filter(None, told), "")


def _says_something(answer: object) -> bool:
    """Whether there is more to an answer than blanks that are not filled in."""
    parts = answer.values() if type(answer) is dict else answer if type(answer) is list else (answer,)
    return any(part.strip() if type(part) is str else part is not None for part in parts)


def _flags(key: AnswerKey, items: Iterable[Item], given: Mapping[str, object]) -> Iterator[Problem]:
    known = {id for item in items for id in item.question.ids}
    others = [id for id in given if id not in known]
    if not others:
        return
    not_asked = [id for id in others if id in key.ids]
    unknown = [id for id in others if id not in key.ids]
    if not_asked:
        what = _("these do not count, because the student was not asked them: {ids}")
        yield flag(Concern.NOT_ASKED, what.format(ids=named(not_asked)))
    if unknown:
        what = _("these do not count, because there are no such questions: {ids}").format(ids=named(unknown))
        yield flag(Concern.UNKNOWN, what)
