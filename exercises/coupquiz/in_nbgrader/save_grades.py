"""Writes marks into the gradebook as nbgrader does, and says of each which of them wait for a teacher."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import SaveAutoGrades

WAITS = "coup1920_waits"
"""Says, in the metadata of a cell, whether a teacher has to mark it; if not, there is nothing in it."""


class SaveGrades(SaveAutoGrades):
    """nbgrader's own; it knows of no task that was not done, and of no test that could not be run."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Write what there is to write of a cell."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        waits = cell.metadata.pop(WAITS, None)
        if waits is not None:
            whose = (
                cell.metadata.nbgrader["grade_id"],
                self.notebook_id,
                self.assignment_id,
                self.student_id,
            )
            grade = self.gradebook.find_grade(*whose)
            grade.auto_score = None if waits else 0.0
            grade.needs_manual_grade = waits or grade.manual_score is not None
            if cell.metadata.nbgrader.get("task"):
                self.gradebook.find_comment(*whose).auto_comment = None if waits else "No response."
            self.gradebook.db.commit()
        return cell, resources
