"""Writes marks into the gradebook as nbgrader does, and asks for a teacher where a test could not be run."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import SaveAutoGrades

NOT_RUN = "coup1920_not_run"
"""Stands in the metadata of a cell that was not run."""


class SaveGrades(SaveAutoGrades):
    """nbgrader's own, with one thing more."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        if cell.metadata.pop(NOT_RUN, False):
            grade = self.gradebook.find_grade(
                cell.metadata.nbgrader["grade_id"], self.notebook_id, self.assignment_id, self.student_id
            )
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
