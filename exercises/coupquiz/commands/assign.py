"""`coup1920 assign`: a bank, or some of it, as an assignment of a course."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.commands.terminal import Commands, fail, say


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("assign", help="make an assignment of a bank, for nbgrader or without it")
    parser.add_argument("bank", metavar="BANK", help="its file, or the name of one of the lesson's")
    parser.add_argument(
        "--questions",
        nargs="+",
        type=_question,
        metavar="ID[=POINTS]",
        help="which to ask, in this order, and what each is worth (else all, 1 point each)",
    )
    parser.add_argument("--course", type=Path, required=True, metavar="DIR", help="nbgrader's course folder")
    parser.add_argument("--name", default="", help="the assignment's name (else the bank's id)")
    parser.add_argument("--title", default="", help="what stands above it (else the bank's title)")
    parser.add_argument("--draw", type=int, metavar="N", help="ask each student N of the questions")
    parser.add_argument("--seed", default="", help="another seed gives the class other variants")
    parser.add_argument("--case", type=Path, metavar="DIR", help="what the questions are about, if your own")
    parser.add_argument("--replace", action="store_true", help="replace an assignment that is there already")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.bank import BankError, bank_file, load_bank
    from coupquiz.course.assignment import AssignmentError, draft, make
    from coupquiz.course.config import LINES
    from coupquiz.course.folder import Course

    course = Course(chosen.course)
    try:
        case = coupdata.load(chosen.case)
        bank = load_bank(chosen.bank, case)
        paper = draft(
            bank,
            case,
            name=chosen.name,
            title=chosen.title,
            points=dict(chosen.questions or ()),
            seed=chosen.seed,
            draw=chosen.draw,
        )
        made = make(paper, bank_file(chosen.bank), course, own_case=chosen.case, replace=chosen.replace)
    except (AssignmentError, BankError, coupdata.CaseError) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"The assignment cannot be written: {error}.")
    for path in made.written:
        say(f"{'Replaced' if path in made.replaced else 'Written'}: {path}")
    if not made.written:
        say(f"{paper.id} is there already, just like this; nothing was changed.")
    if made.public:
        say(
            f"Careful: everybody who has installed the lesson can read the key of {len(made.public)} of its "
            f"{len(paper.items)} questions. For marks that count, write a bank of your own."
        )
    if "coupquiz.in_nbgrader" not in course.config.read_text(encoding="utf-8"):
        say(f"For marking with nbgrader, add to {course.config}:\n\n{LINES}")
    return 0


def _question(text: str) -> tuple[str, float]:
    id, has_points, points = text.partition("=")
    try:
        return id, float(points) if has_points else 1.0
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{points}' in {text} is no number of points") from None
