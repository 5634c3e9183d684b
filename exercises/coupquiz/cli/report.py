"""`coup1920 report`: what a class knows, and what to teach again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupdata.problems.problem import Problem
from coupquiz.cli.class_work import add_class_work
from coupquiz.cli.roster import roster_in_words, roster_of
from coupquiz.cli.terminal import Commands, fail, say, tell
from coupquiz.cli.unwritable import unwritable

if TYPE_CHECKING:
    from coupquiz.grading.answer_key import AnswerKey
    from coupquiz.report.vote_report import VoteReport


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="say what a class knows, and what to teach again")
    add_class_work(parser)
    parser.add_argument("--names", action="store_true", help="say who did what (default: no names)")
    parser.add_argument("--out", type=Path, help="where to write (default: NAME-report beside the folder)")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.grading.answer_key import load_key
    from coupquiz.grading.students.class_folder import not_a_class
    from coupquiz.grading.students.class_list import class_list
    from coupquiz.grading.wording import named
    from coupquiz.report.analysis import Standing, analyse
    from coupquiz.report.class_submissions import gather
    from coupquiz.report.files import PAGE, write_report

    folder: Path = chosen.folder
    try:
        key = load_key(chosen.key, chosen.case)
        out: Path = chosen.out or folder.absolute().parent / f"{key.id}-report"
        votes = _votes(folder, key)
        is_by_hand = votes and folder.is_dir() and not any(folder.iterdir())  # nobody had a device
        if not is_by_hand and (problem := not_a_class(folder, key)):
            return fail(problem)
        if out.resolve().is_relative_to(folder.resolve()):
            said = _("{out} is among the submissions. Choose another folder with --out.")
            return fail(said.format(out=out))
        roster = roster_of(chosen, folder)
        listed = class_list(folder, key, roster)
        submissions = gather(folder, key, roster)
        analysis = analyse(key, submissions, discreet=not chosen.names)
        write_report(analysis, votes, out, names=chosen.names)
    except OSError as error:
        elsewhere = _("Choose another folder with --out.")
        return fail(_("The report cannot be written. {why}").format(why=unwritable(error, elsewhere)))
    standings = [report.standing for report in analysis.questions]
    again, perhaps = standings.count(Standing.AGAIN), standings.count(Standing.PERHAPS)
    n, every = len(analysis.counted), len(submissions)
    said = ngettext("{n:,} of {all:,} submission counts.", "{n:,} of {all:,} submissions count.", every)
    say(said.format(n=n, all=every))
    for line in roster_in_words(roster):
        say(line)
    if listed.lost:
        said = _("Counts for nobody, because it is not in a student's folder: {names}.")
        say(said.format(names=named(listed.lost)))
    tell(listed.problems)
    said = _("Questions to teach again: {again}; perhaps also: {perhaps}.")
    say(said.format(again=again, perhaps=perhaps))
    say("  " + _("Report: {file}").format(file=out / PAGE))
    say("  " + _("Tables: {folder}").format(folder=out))
    return 0


def _votes(folder: Path, key: AnswerKey) -> tuple[VoteReport, ...]:
    """Return what the class has voted; none where its file cannot be read, which is said."""
    from coupquiz.report.vote_report import votes_beside
    from coupquiz.report.votes.votes_file import VotesError

    try:
        return votes_beside(folder, key)
    except VotesError as error:
        said = _("{problem} The report is made without the votes.")
        tell([Problem("", said.format(problem=error))])
        return ()
