"""The submissions of a class, graded, for whoever wants to look at them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import fsum
from pathlib import Path

from tqdm import tqdm

from coupquiz.answers.try_log import Log
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern
from coupquiz.grading.copies import copies
from coupquiz.grading.grade import Result
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.students.roster import Roster
from coupquiz.grading.submission import graded


@dataclass(frozen=True, slots=True)
class GradedSubmission:
    """What a student handed in, graded."""

    result: Result
    concerns: tuple[str, ...]
    """What there is to look at, each once."""
    logs: Mapping[str, Log] = field(default_factory=dict)
    """What was tried, by the ids of the questions."""

    @property
    def student(self) -> str:
        """Whose it is."""
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


def gather(root: Path, key: AnswerKey, roster: Roster | None = None) -> list[GradedSubmission]:
    """Return the submission of every student of a class, in the order of names.

    Args:
        root: A folder with a folder for each student.
        key: What was asked.
        roster: Who is in the class; left out, ``students.csv`` beside the root, if it is there.

    Raises:
        OSError: The root cannot be read.
        RosterError: The roster cannot be read.
    """
    works = class_list(root, key, roster).students.items()
    handed = {student: graded(work, key) for student, work in tqdm(works, disable=None)}
    groups = copies({student: submission.origins for student, (submission, _) in handed.items()})
    shared = {student for group in groups for student in group}
    found = []
    for submission, result in handed.values():
        codes = [flag.code for flag in (*submission.flags, *result.flags)]
        codes += [Concern.SHARED] if result.student in shared else []
        found.append(GradedSubmission(result, tuple(dict.fromkeys(codes)), submission.logs))
    return found
