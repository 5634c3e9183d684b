"""Marks a submission inside nbgrader, in place of running its notebook."""

from __future__ import annotations

from functools import cache
from logging import Logger
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_notebook
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Enum

from coupdata.i18n import _
from coupquiz.course import cells as ids
from coupquiz.course.assignment_notebook import graded_ids
from coupquiz.course.course_folder import Course
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.class_folder import submission_folder
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submission import graded
from coupquiz.grading.wording import sentences
from coupquiz.in_nbgrader.marked_cells import check_cells, error, outputs_of, write_marks
from coupquiz.in_nbgrader.marking import course_of, marking_of
from coupquiz.in_nbgrader.run_code import CodeCell, CodeOutcome, run_code
from coupquiz.in_nbgrader.sandbox import sandbox_problem
from coupquiz.in_nbgrader.save_grades import WAITS


class GradeAnswers(NbGraderPreprocessor):
    """Marks the answers in what was handed in, as data, and puts marks and feedback into the notebook.

    Every question is a cell, and its points are the cell's result. From there on nbgrader goes on as ever:
    gradebook, penalties, formgrader, feedback, export. The notebook of an assignment that has no key is
    run, as nbgrader runs it.
    """

    code = Enum(
        ["apart", "here", "never"],
        "apart",
        help=(
            "How students' code is run where tests need it: 'apart', in a sandbox; 'here', by nbgrader "
            "itself, as the user who marks, whose files it can then change; 'never'. Tests that are not run "
            "wait for a teacher."
        ),
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Return the notebook with marks in it."""
        about = resources["nbgrader"]
        course = course_of(self)
        marking = marking_of(course, about["assignment"]) if course else None
        if not course or not marking or about["notebook"] != marking.key.id:
            ran: tuple[NotebookNode, Any] = Execute(parent=self.parent).preprocess(nb, resources)
            return ran
        key = marking.key
        folder = submission_folder(course.submitted / about["student"], key)
        work = class_list(course.submitted, key).whose(course.submitted / about["student"])
        handed, result = graded(work, key)
        flags = (*handed.flags, *result.flags)
        for flag in flags:
            self.log.warning("%s: [%s] %s", about["student"], flag.code, sentences(flag))
        cells = {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata}
        check_cells(key, cells)
        self._run(nb, resources, key, course, folder)
        write_marks(key, marking.pages, result, flags, cells)
        return nb, resources

    def _run(self, nb: NotebookNode, resources: Any, key: AnswerKey, course: Course, folder: Path) -> None:
        """Run the code that a teacher's own tests need, if there are any."""
        ours = {ids.OPEN, ids.SUMMARY, *graded_ids(key)} | {ids.box(i.question.id) for i in key.items}
        code = [cell for cell in nb.cells if cell.cell_type == "code" and _id(cell) not in ours]
        tests = [cell for cell in code if _is_test(cell)]
        if not tests:
            return
        if why := self._why_not():
            for cell in tests:
                cell.outputs = [error("NotRun", why)]
                cell.metadata[WAITS] = True
            return
        if self.code == "here":
            own = new_notebook(cells=code, metadata=nb.metadata)
            Execute(parent=self.parent).preprocess(own, resources)
            return
        cells = [CodeCell(cell.source, _is_test(cell)) for cell in code]
        ran = run_code(cells, [folder, course.source(key.id)], hidden=[course.root])
        why = _("The code did not finish: it took too long, or it ended the program.")
        unfinished = CodeOutcome("NotEnded", why, "", None)
        for number, cell in enumerate(code):
            most = float(cell.metadata.nbgrader.points) if _is_test(cell) else None
            cell.outputs = outputs_of(ran[number] if number < len(ran) else unfinished, most)

    def _why_not(self) -> str:
        """Return why students' code is not run, and say it once; empty where it is run."""
        problem = sandbox_problem() if self.code == "apart" else None
        if problem:
            trust = _('set c.GradeAnswers.code = "here" if you trust every line')
            why = _("{problem}. Until then mark it by hand, or {trust}.").format(problem=problem, trust=trust)
        elif self.code == "never":
            why = _(
                "Students' code was not run, because of the setting c.GradeAnswers.code. Mark it by hand."
            )
        else:
            return ""
        _warn_once(self.log, why)
        return why


@cache
def _warn_once(log: Logger, text: str) -> None:
    log.warning(text)


def _is_test(cell: NotebookNode) -> bool:
    about = cell.metadata.get("nbgrader", {})
    return bool(about.get("grade")) and not about.get("solution") and cell.cell_type == "code"


def _id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
