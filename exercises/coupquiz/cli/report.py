"""`coup1920 report`: what a class knows, and what to teach again."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.cli.terminal import Commands, fail, say


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="say what a class knows, and what to teach again")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where each student has a folder")
    parser.add_argument("--key", type=Path, required=True, help="the key: NAME.toml in the course's keys")
    parser.add_argument("--names", action="store_true", help="say who did what (default: no names)")
    parser.add_argument("--out", type=Path, help="where to write (default: NAME-report beside the folder)")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupdata.loading import CaseError
    from coupquiz.banks.bank import BankError
    from coupquiz.grading.answer_key import AnswerKeyError, load_key
    from coupquiz.grading.class_folder import not_a_class, unclaimed
    from coupquiz.grading.wording import named
    from coupquiz.report.analysis import Standing, analyse
    from coupquiz.report.class_submissions import gather
    from coupquiz.report.files import PAGE, write_report

    folder: Path = chosen.folder
    try:
        key = load_key(chosen.key)
        out: Path = chosen.out or folder.absolute().parent / f"{key.id}-report"
        if problem := not_a_class(folder, key):
            return fail(problem)
        if out.resolve().is_relative_to(folder.resolve()):
            return fail(f"{out} is among the submissions. Choose another folder with --out.")
        submissions = gather(folder, key)
        lost = unclaimed(folder, key)
        analysis = analyse(key, submissions, discreet=not chosen.names)
        write_report(analysis, out, names=chosen.names)
    except (AnswerKeyError, BankError, CaseError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"The report cannot be written: {error}.")
    standings = [report.standing for report in analysis.questions]
    again, perhaps = standings.count(Standing.AGAIN), standings.count(Standing.PERHAPS)
    say(f"{len(analysis.counted):,} of {len(submissions):,} submissions count.")
    if lost:
        say(f"Counts for nobody, because it is not in a student's folder: {named(lost)}.")
    say(f"Questions to teach again: {again}; perhaps also: {perhaps}.")
    say(f"  Report: {out / PAGE}\n  Tables: {out}")
    return 0
