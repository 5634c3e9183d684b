"""`coup1920 grade`: a class, marked without nbgrader."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupquiz.cli.class_work import add_class_work
from coupquiz.cli.roster import roster_in_words, roster_of
from coupquiz.cli.terminal import Commands, fail, say, tell
from coupquiz.cli.unwritable import unwritable
from coupquiz.grading.wording import named

if TYPE_CHECKING:
    from coupquiz.grading.batch import Batch

_SHOWN = 20  # problems in the table of points


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "grade",
        help="mark a class: a table of marks and a page for each student",
        epilog=(
            "To give points for answers in students' own words, and for answers that cannot be "
            "understood, type them into by-hand.csv, beside the marks, and run the command again. To "
            "overrule any other mark, add a line there: student, question, points."
        ),
    )
    add_class_work(parser)
    parser.add_argument("--out", type=Path, help="where to write (default: NAME-marks beside the folder)")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.grading.answer_key import load_key
    from coupquiz.grading.batch import BatchError, grade_folder

    folder: Path = chosen.folder
    try:
        key = load_key(chosen.key, chosen.case)
        out = chosen.out or folder.absolute().parent / f"{key.id}-marks"
        roster = roster_of(chosen, folder)
        batch = grade_folder(folder, key, out, roster)
    except BatchError as error:
        return fail(str(error))
    except OSError as error:
        elsewhere = _("Choose another folder with --out.")
        return fail(_("Grading stopped. {why}").format(why=unwritable(error, elsewhere)))
    for line in (*_told(batch), *roster_in_words(roster)):
        say(line)
    tell(batch.unsettled)
    tell(batch.problems[:_SHOWN])
    if more := len(batch.problems[_SHOWN:]):
        said = ngettext("and {n:,} more like it in {file}", "and {n:,} more like these in {file}", more)
        print(said.format(n=more, file=batch.by_hand), file=sys.stderr)
    return 0


def _told(batch: Batch) -> Iterator[str]:
    """Yield what was done, and what there is left to do."""
    n = batch.students - len(batch.missing)
    yield ngettext("Graded {n:,} submission.", "Graded {n:,} submissions.", n).format(n=n)
    if n := len(batch.missing):
        said = ngettext(
            "{n:,} student has not handed it in: {names}.",
            "{n:,} students have not handed it in: {names}.",
            n,
        )
        yield "  " + said.format(n=n, names=named(batch.missing))
    yield "  " + _("Marks: {file}").format(file=batch.marks)
    yield "  " + _("Pages: {folder}").format(folder=batch.pages)
    yield "  " + _("All pages in one file, to print: {file}").format(file=batch.together)
    if batch.kept:
        said = _("The earlier table is kept, in case you have typed into it: {file}")
        yield "  " + said.format(file=batch.kept)
    if batch.lost:
        said = _("Not counted, because it is not in a student's folder: {names}.")
        yield said.format(names=named(batch.lost))
    if n := batch.waiting:
        yield ngettext(
            "{n:,} answer in a student's own words to mark. Type points into {file}, save it, and run "
            "the command again. What you have typed is kept.",
            "{n:,} answers in students' own words to mark. Type points into {file}, save it, and run "
            "the command again. What you have typed is kept.",
            n,
        ).format(n=n, file=batch.by_hand)
    if n := batch.unread:
        yield ngettext(
            "{n:,} answer could not be understood. It gets no points unless you type some into {file}",
            "{n:,} answers could not be understood. They get no points unless you type some into {file}",
            n,
        ).format(n=n, file=batch.by_hand)
    if batch.by_hand_kept:
        said = _("The table is kept as it was, in case you have typed into it: {file}")
        yield "  " + said.format(file=batch.by_hand_kept)
    if n := batch.flagged:
        yield ngettext(
            "{n:,} submission to look at: the last column of the marks says why.",
            "{n:,} submissions to look at: the last column of the marks says why.",
            n,
        ).format(n=n)
