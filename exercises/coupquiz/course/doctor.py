"""Examines a course for what would break a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coupdata.i18n import _
from coupdata.loading import CaseError
from coupdata.problems.problem import Problem
from coupquiz.banks.bank import BankError
from coupquiz.course.folder import Course
from coupquiz.course.released import config_problems, leaks, open_to_others, released_problems
from coupquiz.course.submitted import submitted_problems
from coupquiz.grading.paper import Paper, PaperError, load_paper


@dataclass(frozen=True, slots=True)
class Examined:
    """A course that was looked over."""

    assignments: int
    submissions: int
    problems: tuple[Problem, ...]


def examine(course: Course) -> Examined:
    """Return what is wrong in a course; nothing in it is changed."""
    papers, problems = _papers(course)
    problems += [*config_problems(course), *open_to_others(course), *leaks(course, papers)]
    for paper in papers:
        problems += released_problems(course, paper)
    count, more = submitted_problems(course, papers)
    return Examined(len(papers), count, (*problems, *more))


def _papers(course: Course) -> tuple[list[Paper], list[Problem]]:
    """Return the papers of a course, and what is wrong with those that cannot be read."""
    papers: list[Paper] = []
    problems: list[Problem] = []
    for name in course.assignments():
        where = f"{course.keys.name}/{course.paper(name).name}"
        try:
            paper = load_paper(course.paper(name))
        except (PaperError, BankError, CaseError) as error:
            edit = _("mend it in a text editor, or make the assignment again: coup1920 assign")
            problems += (
                Problem(where, str(replace(problem, mend="")), problem.mend or edit)
                for problem in error.problems
            )
            continue
        papers.append(paper)
        if paper.id != name:
            what = _("it is the key to '{name}'").format(name=paper.id)
            problems.append(Problem(where, what, _("rename it: {file}").format(file=f"{paper.id}.toml")))
    problems += _without_paper(course)
    return papers, problems


def _without_paper(course: Course) -> Iterator[Problem]:
    for file in sorted(course.root.glob("source/*/*.questions.json")):
        name = file.parent.name
        if not course.paper(name).is_file():
            what = _("there are questions here, but no {file} to mark them by")
            what = what.format(file=f"{course.keys.name}/{name}.toml")
            yield Problem(f"source/{name}", what, _("put the key and its bank back from a backup"))
