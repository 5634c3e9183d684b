"""What `coup1920 report` does: a folder of submissions becomes a page and tables."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from coupdata.store import CaseError
from coupquiz import disk
from coupquiz.bank import BankError
from coupquiz.grading.bar import Bar
from coupquiz.grading.paper import PaperError, load_paper
from coupquiz.report.analysis import Analysis, Standing, analyse
from coupquiz.report.gather import gather
from coupquiz.report.page import page
from coupquiz.report.tables import STUDENTS, tables


def run(folder: Path, key: Path, out: Path | None, *, names: bool) -> int:
    """Write the report on the submissions in a folder, say what it holds, and return the exit status."""
    try:
        paper = load_paper(key)
        out = out or folder.absolute().parent / f"{paper.id}-report"
        if not folder.is_dir():
            return _fail(f"There is no folder {folder}.")
        if out.resolve().is_relative_to(folder.resolve()):
            return _fail(f"{out} lies among the submissions. Choose another folder with --out.")
        sheets = gather(folder, paper, Bar(sys.stderr))
        if not sheets:
            return _fail(f"There is no submission in {folder}: it should have a folder for each student.")
        analysis = analyse(paper, sheets, discreet=not names)
        write(out, files(analysis, names=names))
    except (PaperError, BankError, CaseError) as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"The report cannot be written: {error}.")
    print(_told(analysis))
    print(f"  Report: {out / PAGE}\n  Tables: {out}")
    return 0


PAGE = "report.html"


def files(analysis: Analysis, *, names: bool) -> Mapping[str, bytes]:
    """Return the files of a report by their names."""
    content = page(analysis, names=names).encode("utf-8", "backslashreplace")
    return {PAGE: content, **tables(analysis, names=names)}


def write(out: Path, written: Mapping[str, bytes]) -> None:
    """Write the files of a report in place of an earlier one; where it had names, its students go.

    Raises:
        OSError: One of them cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    if STUDENTS not in written:
        (out / STUDENTS).unlink(missing_ok=True)
    for name, content in written.items():
        disk.write(out / name, content)


def _told(analysis: Analysis) -> str:
    again = sum(report.standing is Standing.AGAIN for report in analysis.questions)
    perhaps = sum(report.standing is Standing.PERHAPS for report in analysis.questions)
    counted, handed = len(analysis.counted), len(analysis.sheets)
    return (
        f"{counted:,} of {handed:,} submissions count. Questions to teach again: {again}, perhaps: {perhaps}."
    )


def _fail(said: str) -> int:
    print(said, file=sys.stderr)
    return 1
