"""Answers marked as data inside nbgrader: gradebook, penalties, formgrader, feedback and export stay."""

from __future__ import annotations

from typing import Any

_COLLECTOR = "coupquiz.in_nbgrader.collector.WorkCollector"
_EXPORTER = "coupquiz.in_nbgrader.exporter.SubmissionExporter"
_GRADE = "coupquiz.in_nbgrader.grade_answers.GradeAnswers"
_SHOW = "coupquiz.in_nbgrader.show_grades.ShowGrades"
_SAVE = "coupquiz.in_nbgrader.save_grades.SaveGrades"


def configure(config: Any) -> None:
    """Let nbgrader mark the assignments of this course that have a key as data, and others as ever.

    Args:
        config: What ``get_config()`` returns in ``nbgrader_config.py``.
    """
    config.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json"]
    config.ZipCollectApp.collector_plugin = _COLLECTOR
    config.Autograde.exporter_class = _EXPORTER
    config.Autograde.autograde_preprocessors = [
        _GRADE,  # in place of Execute
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        _SAVE,  # in place of SaveAutoGrades, which it extends
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.GenerateFeedback.preprocessors = [
        _SHOW,  # in place of GetGrades, which it extends
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
