"""Writes the marks of the gradebook into the feedback: also those that a teacher has given since."""

from __future__ import annotations

import re
from typing import Any

from nbgrader.preprocessors import GetGrades

from coupdata.i18n import _
from coupdata.views.html.element import element
from coupquiz.grading.marks import in_points, number

_OUTCOME = re.compile(r'<p class="outcome">.*?</p>', re.DOTALL)
_QUIET = re.compile(r'<p class="quiet">([^<]*)</p>')


class ShowGrades(GetGrades):
    """nbgrader's own; what is said to an answer is what it was worth before a teacher marked it."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Return a cell with its mark."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade") and cell.cell_type == "code":
            whose = (about["grade_id"], self.notebook_id, self.assignment_id, self.student_id)
            grade = self.gradebook.find_grade(*whose)
            if grade.manual_score is not None:
                for output in cell.outputs:
                    data = output.get("data", {})
                    if html := data.get("text/html"):
                        data["text/html"] = marked_by_teacher(html, grade.score, grade.max_score)
        return cell, resources


def marked_by_teacher(html: str, points: float, most: float) -> str:
    """Return what is said to an answer with the points that a teacher has given to it."""
    said = _("{points} of {most}").format(points=number(points), most=in_points(most))
    sign = element("span", "✎", class_="sign", aria_hidden="true")
    outcome = element(
        "p", sign, element("strong", _("Marked by your teacher")), f" · {said}", class_="outcome"
    )
    unread = _("It cannot be read as an answer.")
    html = _QUIET.sub(lambda found: "" if found[1] == unread else found[0], html)
    return _OUTCOME.sub(lambda _found: outcome.html(), html)
