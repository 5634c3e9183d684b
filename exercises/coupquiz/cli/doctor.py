"""`coup1920 doctor`: what would break a class, found before it does."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.cli.terminal import Commands, fail, say


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("doctor", help="look a course over, and say what is to be mended")
    parser.add_argument("course", type=Path, metavar="COURSE", help="nbgrader's course folder")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.course.doctor import examine
    from coupquiz.course.folder import Course

    course = Course(chosen.course)
    if not course.keys.is_dir():
        above = (folder for folder in chosen.course.absolute().parents[:3] if Course(folder).keys.is_dir())
        if chosen.course.is_dir() and (meant := next(above, None)):
            return fail(f"{chosen.course} is a folder of a course. Did you mean {meant}?")
        return fail(f"There is no folder {course.keys}, so no assignment that `coup1920 assign` has made.")
    try:
        examined = examine(course)
    except OSError as error:
        return fail(f"The course cannot be read: {error}.")
    for finding in examined.findings:
        say(str(finding))
    looked = f"Assignments looked at: {examined.assignments}. Submissions: {examined.submissions}."
    say(f"{looked} To mend or to look at: {len(examined.findings)}.")
    return 1 if examined.findings else 0
