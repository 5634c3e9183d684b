"""`coup1920 grade`: a class, marked without nbgrader."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.cli.terminal import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "grade",
        help="mark a class: a table of marks and a page for each student",
        epilog="Points for answers in own words, and for those that cannot be understood: type them into "
        "by-hand.csv, which lies beside the marks, and type the command again.",
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where each student has a folder")
    parser.add_argument("--key", type=Path, required=True, help="the paper: NAME.toml in the course's keys")
    parser.add_argument("--out", type=Path, help="where to write (else NAME-marks beside the folder)")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.grading.batch import run

    return run(chosen.folder, chosen.key, chosen.out)
