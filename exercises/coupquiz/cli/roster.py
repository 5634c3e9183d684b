"""The option `--roster` of the commands that mark or examine a class."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext

if TYPE_CHECKING:
    from coupquiz.grading.students.roster import Roster


def add_roster(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--roster",
        type=Path,
        metavar="FILE",
        help=(
            "CSV with a line for each student: id, name, and what platforms call them "
            "(default: students.csv beside the folder, if it is there)"
        ),
    )


def roster_of(chosen: argparse.Namespace, folder: Path) -> Roster | None:
    """Return the roster that was named, or lies beside the folder of the class; None where there is none.

    Raises:
        RosterError: It cannot be read.
    """
    from coupquiz.grading.students.roster import load_roster, roster_beside

    return load_roster(chosen.roster, folder) if chosen.roster else roster_beside(folder)


def roster_in_words(roster: Roster | None) -> Iterator[str]:
    """Yield which roster is used, and what was recognised in it."""
    if roster is None:
        return
    n = len(roster.students)
    said = ngettext("Roster {file}: {n} student.", "Roster {file}: {n} students.", n)
    yield said.format(file=roster.file, n=n)
    yield "  " + _("Columns used: {columns}.").format(columns=", ".join(roster.recognised))
    if roster.unused:
        yield "  " + _("Columns not used: {columns}.").format(columns=", ".join(roster.unused))
