"""`coup1920 doctor`: what would break a class, found before it does."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupquiz.cli.roster import add_roster, roster_in_words, roster_of
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.grading.wording import sentence

if TYPE_CHECKING:
    from coupquiz.course.course_folder import Course
    from coupquiz.course.doctor import CourseReport
    from coupquiz.grading.students.roster import Roster


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("doctor", help="examine a course, and say what would break a class")
    parser.add_argument("course", type=Path, metavar="COURSE", help="nbgrader's course folder")
    parser.add_argument(
        "--mend", action="store_true", help="put submissions in order for nbgrader: say what would be done"
    )
    parser.add_argument("--yes", action="store_true", help="with --mend: do it")
    add_roster(parser)
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.course.course_folder import Course
    from coupquiz.course.doctor import examine
    from coupquiz.grading.students.roster import RosterError

    course = Course(chosen.course)
    if not course.keys.is_dir():
        above = (folder for folder in chosen.course.absolute().parents[:3] if Course(folder).keys.is_dir())
        if chosen.course.is_dir() and (meant := next(above, None)):
            said = _("{folder} is a folder within a course. Did you mean {meant}?")
            return fail(said.format(folder=chosen.course, meant=meant))
        said = _("There is no folder {folder}, so there is no assignment made by `coup1920 assign`.")
        return fail(said.format(folder=course.keys))
    try:
        roster = roster_of(chosen, course.submitted)
        if chosen.mend:
            return _mend(course, roster, really=chosen.yes)
        examined = examine(course, roster)
    except RosterError as error:
        return fail(str(error))
    except OSError as error:
        return fail(_("The course cannot be read: {error}.").format(error=error))
    for problem in examined.problems:
        say(f"{problem.where}: {sentence(problem.what)}\n  {sentence(problem.mend)}")
    for line in roster_in_words(roster):
        say(line)
    say(_examined(examined))
    return 1 if examined.problems else 0


def _mend(course: Course, roster: Roster | None, *, really: bool) -> int:
    """Put submissions in order, or say how; return the exit status."""
    from coupquiz.course.doctor import readable_keys
    from coupquiz.course.mending import mend, mend_steps

    keys, _problems = readable_keys(course)
    steps = list(mend_steps(course, keys, roster))
    for step in steps:
        say(step.in_words(course))
    if not steps:
        say(_("Everything is where nbgrader looks for it."))
    elif really:
        mend(course, steps)
        said = _("Done. What was in the way is in {folder}; nothing was deleted.")
        say(said.format(folder=course.set_aside))
    else:
        say(_("Nothing has been changed yet. To do all this, add --yes to the command."))
    return 0


def _examined(examined: CourseReport) -> str:
    """Return what was examined, and how much was found."""
    n = examined.assignments
    assignments = ngettext("Examined {n} assignment", "Examined {n} assignments", n).format(n=n)
    n = examined.submissions
    submissions = ngettext("{n:,} submission", "{n:,} submissions", n).format(n=n)
    said = _("{assignments} and {submissions}:").format(assignments=assignments, submissions=submissions)
    n = len(examined.problems)
    if not n:
        return f"{said} {_('nothing to fix.')}"
    return f"{said} {ngettext('{n} thing to look at.', '{n} things to look at.', n).format(n=n)}"
