"""The files of a report: a page and tables, written in place of those of an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coupquiz.files import disk
from coupquiz.report.analysis import Analysis
from coupquiz.report.page.report_page import page
from coupquiz.report.tables import STUDENTS, tables

PAGE = "report.html"
"""The name of the page."""


def write_report(analysis: Analysis, out: Path, *, names: bool) -> None:
    """Write a report into a folder, which is made if it is not there.

    Raises:
        OSError: A file cannot be written.
    """
    content = page(analysis, names=names).encode("utf-8", "backslashreplace")
    written: Mapping[str, bytes] = {PAGE: content, **tables(analysis, names=names)}
    out.mkdir(parents=True, exist_ok=True)
    if not names:
        (out / STUDENTS).unlink(missing_ok=True)  # of an earlier report, which had names
    for name, file in written.items():
        disk.write(out / name, file)
