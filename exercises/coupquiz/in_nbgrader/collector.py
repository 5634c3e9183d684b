"""Collects what was downloaded from a platform: notebooks, and the answers files beside them."""

from __future__ import annotations

from pathlib import Path

from nbgrader.plugins import FileNameCollectorPlugin

from coupquiz.answers.file_names import SUFFIX
from coupquiz.grading.students.file_content import is_sheet
from coupquiz.grading.students.file_kinds import is_litter


class WorkCollector(FileNameCollectorPlugin):
    """nbgrader's own, for which an answers file and the questions beside it may look like one file."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Return whose a file is and what it is called; None for one that is no work."""
        name = Path(submitted_file).name
        is_json = name.casefold().endswith(".json")
        if is_litter(name) or (is_json and not is_sheet(Path(submitted_file))):
            return None
        info: dict[str, str] | None = super().collect(submitted_file)
        if info and is_json and not info["file_id"].endswith(SUFFIX):
            stem = info["file_id"].removesuffix(".json").partition(".answers")[0]
            info["file_id"] = f"{stem}{SUFFIX}"
        return info
