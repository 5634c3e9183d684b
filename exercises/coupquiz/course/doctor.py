"""Examines a course for what would break a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coupdata.i18n import _
from coupdata.loading import CaseError
from coupdata.problems.problem import Problem
from coupquiz.banks.bank import BankError
from coupquiz.course.course_folder import Course
from coupquiz.course.downloaded import downloaded_problems
from coupquiz.course.released import config_problems, leaks, open_to_others, released_problems
from coupquiz.course.submitted import submitted_problems
from coupquiz.grading.answer_key import AnswerKey, AnswerKeyError, load_key
from coupquiz.grading.students.roster import Roster


@dataclass(frozen=True, slots=True)
class CourseReport:
    """A course that was looked over."""

    assignments: int
    submissions: int
    problems: tuple[Problem, ...]


def examine(course: Course, roster: Roster | None = None) -> CourseReport:
    """Return what is wrong in a course; nothing in it is changed.

    Raises:
        RosterError: The roster that lies in the course cannot be read.
    """
    keys, problems = readable_keys(course)
    problems += [*config_problems(course), *open_to_others(course), *leaks(course, keys)]
    for key in keys:
        problems += [*released_problems(course, key), *downloaded_problems(course, key)]
    count, more = submitted_problems(course, keys, roster)
    return CourseReport(len(keys), count, (*problems, *more))


def readable_keys(course: Course) -> tuple[list[AnswerKey], list[Problem]]:
    """Return the keys of a course, and what is wrong with those that cannot be read."""
    keys: list[AnswerKey] = []
    problems: list[Problem] = []
    for name in course.assignments():
        where = f"{course.keys.name}/{course.key(name).name}"
        try:
            key = load_key(course.key(name))
        except (AnswerKeyError, BankError, CaseError) as error:
            edit = _("correct it in a text editor, or make the assignment again: coup1920 assign")
            problems += (
                Problem(where, str(replace(problem, mend="")), problem.mend or edit)
                for problem in error.problems
            )
            continue
        keys.append(key)
        if key.id != name:
            what = _("it is the key to '{name}'").format(name=key.id)
            problems.append(Problem(where, what, _("rename it: {file}").format(file=f"{key.id}.toml")))
    problems += _without_key(course)
    return keys, problems


def _without_key(course: Course) -> Iterator[Problem]:
    for file in sorted(course.root.glob("source/*/*.questions.json")):
        name = file.parent.name
        if not course.key(name).is_file():
            what = _("there are questions here, but no {file} to mark them with")
            what = what.format(file=f"{course.keys.name}/{name}.toml")
            yield Problem(f"source/{name}", what, _("restore the key and its bank from a backup"))
