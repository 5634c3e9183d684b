"""The submissions of a class, graded, for whoever wants to look at them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import fsum
from pathlib import Path

from coupquiz.grading.flag import Concern
from coupquiz.grading.grade import Result
from coupquiz.grading.paper import Paper
from coupquiz.grading.places import students
from coupquiz.grading.submission import Submission, graded


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a student handed in, graded."""

    result: Result
    concerns: tuple[Concern, ...]
    """What there is to look at, each once."""

    @property
    def student(self) -> str:
        """The name of the student's folder."""
        return self.result.student

    @property
    def counts(self) -> bool:
        """Whether a question is answered: who handed in nothing says nothing of the questions."""
        return self.result.is_answered

    @property
    def points(self) -> float:
        """The sum of the points, without own words, which a teacher marks."""
        return fsum(mark.points or 0.0 for mark in self.result.marks if mark.item.question.scored)

    @property
    def most(self) -> float:
        """The most points that there are, likewise."""
        return fsum(mark.item.points for mark in self.result.marks if mark.item.question.scored)

    @property
    def share(self) -> float | None:
        """The points as a share of those that there are; None where there are none."""
        return self.points / self.most if self.most else None


def gather(root: Path, paper: Paper, tell: Callable[[int, int], None]) -> list[Sheet]:
    """Return the sheet of every student who has a folder in the root, in the order of names.

    Args:
        root: A folder with a folder for each student.
        paper: What was asked.
        tell: Is told after each student how many are done, and how many there are.

    Raises:
        OSError: The root cannot be read.
    """
    names = students(root, paper)
    handed = []
    for done, (student, loose) in enumerate(names.items(), 1):
        handed.append(graded(root / student, paper, loose))
        tell(done, len(names))
    shared = _shared(submission for submission, _ in handed)
    return [
        Sheet(result, tuple(dict.fromkeys((*_concerns(result, submission), *_of(submission, shared)))))
        for submission, result in handed
    ]


def _concerns(result: Result, submission: Submission) -> Iterable[Concern]:
    return (flag.concern for flag in (*submission.flags, *result.flags))


def _shared(submissions: Iterable[Submission]) -> set[str]:
    """Return what tells one answers file from others, where several students have it."""
    marks = Counter(mark for one in submissions for mark in {one.learner, one.fingerprint} if mark)
    return {mark for mark, count in marks.items() if count > 1}


def _of(submission: Submission, shared: set[str]) -> Iterable[Concern]:
    return [Concern.SHARED] if shared & {submission.learner, submission.fingerprint} else []
