"""Reads submissions for nbgrader, whatever they are: a damaged notebook stops nobody's marks."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode

from coupquiz.grading.students.class_folder import submission_folder
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submitted_files import read_files
from coupquiz.in_nbgrader.marking import course_of, marking_of
from coupquiz.in_nbgrader.mended_notebook import mended


class SubmissionExporter(NotebookExporter):
    """nbgrader's own, but for the notebooks of assignments that have a key."""

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook in a file after all preprocessors; what was handed in is mended first."""
        about = (resources or {}).get("nbgrader", {})
        course = course_of(self)
        handed_in = Path(filename).is_relative_to(course.submitted) if course else False
        marking = marking_of(course, about.get("assignment", "")) if course and handed_in else None
        if not course or not marking or about.get("notebook") != marking.key.id or resources is None:
            return super().from_filename(filename, resources, **kw)
        key = marking.key
        folder = submission_folder(course.submitted / about["student"], key)
        copies = course.autograded / about["student"] / key.id
        _drop_linked(Path(filename).parent, copies, all_of_it=folder.is_symlink())
        given_out = nbformat.read(course.release(key.id) / f"{key.id}.ipynb", 4)
        resources["metadata"] = {"name": key.id, "path": os.fspath(folder)}
        work = class_list(course.submitted, key).whose(course.submitted / about["student"])
        files = read_files(work.folder, key, work.beside)
        notebook = mended(files.notebook, given_out)
        return self.from_notebook_node(notebook, resources, **kw)  # type: ignore[no-any-return, no-untyped-call]


def _drop_linked(folder: Path, copies: Path, *, all_of_it: bool) -> None:
    """Delete what nbgrader has copied through links: it may be anybody's, and would go to this student."""
    for path in folder.rglob("*"):
        copy = copies / path.relative_to(folder)
        if all_of_it or path.is_symlink():
            with suppress(OSError):
                shutil.rmtree(copy) if copy.is_dir() else copy.unlink()
