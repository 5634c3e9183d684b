"""`coup1920 assign`: a bank, or some of it, as an assignment of a course."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from coupquiz.cli.terminal import Commands, fail, say


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("assign", help="make an assignment of a bank, for nbgrader or without it")
    parser.add_argument("bank", metavar="BANK", help="its file, or the name of one of the lesson's")
    parser.add_argument(
        "--questions",
        nargs="+",
        metavar="ID[=POINTS]",
        help="which to ask, in this order, and what each is worth; or: all (else those that were asked, "
        "or all, 1 point each)",
    )
    parser.add_argument("--course", type=Path, required=True, metavar="DIR", help="nbgrader's course folder")
    parser.add_argument("--name", default="", help="the assignment's name (else the bank's id)")
    parser.add_argument(
        "--title", default="", help="what stands above it (else what stood there, or the bank's title)"
    )
    parser.add_argument(
        "--draw",
        type=int,
        metavar="N",
        help="ask each user name N of the questions (else as many as before, or all)",
    )
    parser.add_argument("--seed", default="", help="another seed gives the class other variants")
    parser.add_argument("--case", type=Path, metavar="DIR", help="what the questions are about, if your own")
    parser.add_argument("--replace", action="store_true", help="replace an assignment that is there already")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.banks.bank import BankError, bank_file, load_bank
    from coupquiz.banks.lint import telling_words
    from coupquiz.course.anew import answers_lost, handed_out
    from coupquiz.course.assignment import AssignmentError, draft, make
    from coupquiz.course.config import LINES
    from coupquiz.course.folder import Course
    from coupquiz.course.given_before import given_before

    course = Course(chosen.course)
    file = bank_file(chosen.bank)
    if (own := file.with_name(f"{file.stem}.bank.toml")).is_file():
        return fail(f"{file} is the paper of an assignment. Its bank lies beside it: {own}")
    try:
        case = coupdata.load(chosen.case)
        bank = load_bank(chosen.bank, case)
        before = given_before(course, chosen.name or bank.id, bank)
        paper = draft(
            bank,
            case,
            name=chosen.name,
            title=chosen.title or before.title,
            points=_points(chosen.questions) if chosen.questions else before.points,
            seed=chosen.seed or before.seed,
            draw=before.draw if chosen.draw is None else chosen.draw,
        )
        earlier = handed_out(course, paper.id)
        made = make(paper, file, course, own_case=chosen.case, replace=chosen.replace)
    except (AssignmentError, BankError, coupdata.CaseError, _PointsError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"The assignment cannot be written: {error}.")
    for path in made.written:
        say(f"{'Replaced' if path in made.replaced else 'Written'}: {path}")
    if not made.written:
        say(f"{paper.id} is there already, just like this; nothing was changed.")
    if kept := [typed for option, typed in before.typed().items() if not getattr(chosen, option)]:
        say(f"Kept as it was: {' '.join(kept)}. Give others to change that.")
    for lost in answers_lost(earlier, paper) if earlier else ():
        say(f"Careful, if it was handed out before: {lost}")
    if made.public:
        say(
            f"Careful: everybody who has installed the lesson can read the key of {len(made.public)} of its "
            f"{len(paper.items)} questions. For marks that count, write a bank of your own."
        )
    if telling := [item.question.id for item in paper.items if telling_words(item.question)]:
        say(
            f"Careful: students can read the ids of questions, and some tell the key: {', '.join(telling)}. "
            'Rename them in the bank; renamed = ["OLD-ID"] keeps answers that were given already.'
        )
    if "coupquiz.in_nbgrader" not in course.config.read_text(encoding="utf-8"):
        say(f"For marking with nbgrader, add to {course.config}:\n\n{LINES}")
    return 0


class _PointsError(Exception):
    """Questions or points that cannot be read; its text says which."""


def _points(words: Sequence[str]) -> dict[str, float]:
    """Return what each question is worth that is named, apart by spaces or commas: ``night=2, who``.

    Nothing where that is ``all``.
    """
    points: dict[str, float] = {}
    if [*words] == ["all"]:
        return points
    for word in re.findall(r"[^,;\s]+", re.sub(r"\s*=\s*", "=", " ".join(words))):
        id, has_points, worth = word.partition("=")
        if id in points:
            raise _PointsError(f"'{id}' is named twice in --questions; take one of them out.")
        try:
            points[id] = float(worth) if has_points else 1.0
        except ValueError:
            raise _PointsError(f"'{worth}' in {word} is no number of points; write {id}=2.") from None
    return points
