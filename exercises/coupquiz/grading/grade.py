"""From answers to marks: the one function behind the command, nbgrader and the tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum
from unicodedata import normalize

from coupquiz.check import check
from coupquiz.grading.flag import Concern, Flag, named, short
from coupquiz.grading.paper import Item, Paper, asked
from coupquiz.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth, and why."""

    item: Item
    answer: object
    """As it was given; None where there is none."""
    verdict: Verdict

    @property
    def points(self) -> float | None:
        """From 0 to the item's points; None where a teacher has to say, for own words are not scored."""
        if self.verdict.outcome is Outcome.UNSCORED:
            return None
        return self.verdict.score * self.item.points


@dataclass(frozen=True, slots=True)
class Result:
    """The marks of a student, one for each question that the student was asked."""

    student: str
    marks: tuple[Mark, ...]
    flags: tuple[Flag, ...]

    @property
    def points(self) -> float:
        """The sum of all points, without what a teacher has yet to mark."""
        return fsum(mark.points or 0.0 for mark in self.marks)

    @property
    def most(self) -> float:
        """The most points that there are, without what a teacher marks."""
        return fsum(mark.item.points for mark in self.marks if mark.item.question.scored)


def grade(paper: Paper, answers: object, student: str, drawn_for: str = "") -> Result:
    """Return the marks of a student; never raises, whatever the answers are.

    Args:
        paper: What was asked.
        answers: Answers by the ids of their questions, as JSON gives them; anything else counts as none.
        student: Whose marks they are.
        drawn_for: By whose name the questions were drawn, if not by the student's.
    """
    texts = answers.items() if type(answers) is dict else ()
    given = {id: answer for id, answer in texts if type(id) is str}
    items = asked(paper, drawn_for or student)
    marks = []
    for item in items:
        answer = _answer(given, item)
        marks.append(Mark(item, answer, check(item.question, answer)))
    flags = list(_flags(paper, items, given))
    if paper.is_drawn and normalize("NFC", drawn_for or student) != normalize("NFC", student):
        flags.append(Flag(Concern.DRAWN, f"The questions were drawn for the name {short(drawn_for)}."))
    return Result(student, tuple(marks), tuple(flags))


def _answer(given: Mapping[str, object], item: Item) -> object:
    """The answer under the question's id or, where it has none, under one that it had before."""
    ids = (item.question.id, *item.question.renamed)
    return next((given[id] for id in ids if given.get(id) is not None), None)


def _flags(paper: Paper, items: Iterable[Item], given: Mapping[str, object]) -> Iterator[Flag]:
    known = {id for item in items for id in (item.question.id, *item.question.renamed)}
    others = [id for id in given if id not in known]
    if not others:
        return
    in_paper = {id for item in paper.items for id in (item.question.id, *item.question.renamed)}
    not_asked = [id for id in others if id in in_paper]
    unknown = [id for id in others if id not in in_paper]
    if not_asked:
        yield Flag(Concern.NOT_ASKED, f"Does not count, for this student was not asked: {named(not_asked)}.")
    if unknown:
        yield Flag(Concern.UNKNOWN, f"Does not count, for no such question is asked: {named(unknown)}.")
