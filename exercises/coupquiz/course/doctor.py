"""Looks a course over and says what breaks a class, each with the mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coupdata.loading import CaseError
from coupquiz.banks.bank import BankError
from coupquiz.course.finding import Finding
from coupquiz.course.folder import Course
from coupquiz.course.given_out import config_findings, given_out_findings, leaks, open_to_others
from coupquiz.course.handed_in import handed_in
from coupquiz.grading.paper import Paper, PaperError, load_paper


@dataclass(frozen=True, slots=True)
class Examined:
    """A course that was looked over."""

    assignments: int
    submissions: int
    findings: tuple[Finding, ...]


def examine(course: Course) -> Examined:
    """Return what is to be mended in a course; nothing in it is changed."""
    papers, findings = _papers(course)
    findings += [*config_findings(course), *open_to_others(course), *leaks(course, papers)]
    for paper in papers:
        findings += given_out_findings(course, paper)
    count, more = handed_in(course, papers)
    return Examined(len(papers), count, (*findings, *more))


def _papers(course: Course) -> tuple[list[Paper], list[Finding]]:
    """Return the papers of a course, and what is wrong with those that cannot be read."""
    papers: list[Paper] = []
    findings: list[Finding] = []
    for name in course.assignments():
        file = course.paper(name)
        try:
            paper = load_paper(file)
        except (PaperError, BankError, CaseError) as error:
            where = f"{course.keys.name}/{file.name}"
            findings += [Finding(where, str(what), _EDIT) for what in error.problems]
            continue
        papers.append(paper)
        if paper.id != name:
            what = f"It is the paper of '{paper.id}'."
            findings.append(Finding(f"{course.keys.name}/{file.name}", what, f"Rename it: {paper.id}.toml"))
    findings += _without_paper(course)
    return papers, findings


_EDIT = "Mend it in an editor for text, or make the assignment again: coup1920 assign."


def _without_paper(course: Course) -> Iterator[Finding]:
    for file in sorted(course.root.glob("source/*/*.questions.json")):
        name = file.parent.name
        if not course.paper(name).is_file():
            what = f"There are questions, but no {course.keys.name}/{name}.toml to mark them by."
            yield Finding(f"source/{name}", what, "Put the paper and its bank back, from a backup.")
