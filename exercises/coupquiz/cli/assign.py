"""`coup1920 assign`: a bank, or some of it, as an assignment of a course."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.cli.unwritable import unwritable
from coupquiz.course.nbgrader_config import LINES

if TYPE_CHECKING:
    from coupdata.model import Case
    from coupquiz.course.assignment import WrittenAssignment
    from coupquiz.grading.answer_key import AnswerKey


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("assign", help="make an assignment from a bank, with or without nbgrader")
    parser.add_argument("bank", metavar="BANK", help="its file, or the name of one of the lesson's banks")
    parser.add_argument(
        "--questions",
        nargs="+",
        metavar="ID[=POINTS]",
        help=(
            "which questions to ask, in this order, and what each is worth; or “all” (default: those "
            "asked before, or all, 1 point each)"
        ),
    )
    parser.add_argument("--course", type=Path, required=True, metavar="DIR", help="nbgrader's course folder")
    parser.add_argument("--name", default="", help="the assignment's name (default: the bank's id)")
    parser.add_argument(
        "--title", default="", help="the title above it (default: the earlier title, or the bank's)"
    )
    parser.add_argument(
        "--draw",
        type=int,
        metavar="N",
        help="ask each user N of the questions (default: as many as before, or all)",
    )
    parser.add_argument("--seed", default="", help="a different seed gives the class different variants")
    parser.add_argument(
        "--case", type=Path, metavar="DIR", help="folder of your own case, if the questions are about that"
    )
    parser.add_argument("--replace", action="store_true", help="replace an existing assignment")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.banks.bank import BankError, bank_file, load_bank
    from coupquiz.cli.own_case import case_forgotten
    from coupquiz.course.assignment import make
    from coupquiz.course.assignment_key import AssignmentError, draft
    from coupquiz.course.course_folder import Course
    from coupquiz.course.replacing import Options, options_of

    course = Course(chosen.course)
    file = bank_file(chosen.bank)
    if (own := file.with_name(f"{file.stem}.bank.toml")).is_file():
        said = _("{file} is the key of an assignment. Its bank is beside it: {bank}")
        return fail(said.format(file=file, bank=own))
    try:
        case = coupdata.load(chosen.case)
        bank = load_bank(chosen.bank, case)
        old = _old_key(course.key(chosen.name or bank.id))
        before = options_of(old, bank) if old else Options()
        key = draft(
            bank,
            case,
            name=chosen.name,
            title=chosen.title or before.title,
            points=_points(chosen.questions) if chosen.questions else before.points,
            seed=chosen.seed or before.seed,
            draw=before.draw if chosen.draw is None else chosen.draw,
        )
        made = make(key, file, course, own_case=chosen.case, replace=chosen.replace)
    except (AssignmentError, BankError, coupdata.CaseError) as error:
        hint = case_forgotten(error, file) if isinstance(error, BankError) and not chosen.case else ""
        return fail("\n".join(filter(None, (str(error), hint))))
    except OSError as error:
        elsewhere = _("Choose another folder with --course.")
        return fail(_("The assignment cannot be written. {why}").format(why=unwritable(error, elsewhere)))
    for path in made.written:
        said = _("Replaced: {file}") if path in made.replaced else _("Written: {file}")
        say(said.format(file=path))
    if not made.written:
        say(_("{name} already exists, exactly like this; nothing was changed.").format(name=key.id))
    if kept := [typed for option, typed in before.typed().items() if not getattr(chosen, option)]:
        said = _("Kept as before: {options}. To change that, give other options.")
        say(said.format(options=" ".join(kept)))
    for warning in _warnings(key, old, made, case):
        say(_("Careful: {warning}").format(warning=warning))
    if "coupquiz.in_nbgrader" not in course.config.read_text(encoding="utf-8"):
        said = _("For marking with nbgrader, add to {file}:\n\n{lines}")
        say(said.format(file=course.config, lines=LINES))
    return 0


def _old_key(file: Path) -> AnswerKey | None:
    """Return the key of an assignment that is there already; None where there is none that can be read."""
    from coupdata.problems.errors import ProblemsError
    from coupquiz.grading.answer_key import load_key

    try:
        return load_key(file) if file.is_file() else None
    except ProblemsError as error:
        said = _("Nothing from the earlier assignment is kept, because its key cannot be read. {error}")
        say(said.format(error=error))
        return None


def _warnings(key: AnswerKey, old: AnswerKey | None, made: WrittenAssignment, case: Case) -> Iterator[str]:
    """Yield what may cost a class its marks, or give the key away."""
    from coupquiz.banks.giveaways import giveaways
    from coupquiz.banks.lint import telling_words
    from coupquiz.course.replacing import answers_lost

    for lost in answers_lost(old, key) if old else ():
        yield _("if it has already been handed out, {lost}").format(lost=lost)
    if n := len(made.public):
        yield ngettext(
            "anyone who has installed the lesson can read the key to {n} of its {all} questions. For a "
            "test that counts, write a bank of your own.",
            "anyone who has installed the lesson can read the key to {n} of its {all} questions. For a "
            "test that counts, write a bank of your own.",
            n,
        ).format(n=n, all=len(key.items))
    if telling := [item.question.id for item in key.items if telling_words(item.question)]:
        yield _(
            "students can read the ids of questions, and some of them give the answer away: {ids}. Rename "
            "them in "
            'the bank; renamed = ["OLD-ID"] keeps the answers already given.'
        ).format(ids=", ".join(telling))
    if found := giveaways([item.question for item in key.items], case):
        yield _(
            "some questions show what others ask for: {pairs}. Change one of each two; coup1920 lint says "
            "where it is shown."
        ).format(pairs=", ".join(f"{pair.telling.id} → {pair.asking.id}" for pair in found))


def _points(words: Sequence[str]) -> dict[str, float]:
    """Return what each question named is worth, separated by spaces or commas: ``night=2, who``.

    Nothing where that is ``all``.

    Raises:
        AssignmentError: It cannot be read.
    """
    from coupquiz.course.assignment_key import AssignmentError

    points: dict[str, float] = {}
    if [*words] == ["all"]:
        return points
    for word in re.findall(r"[^,;\s]+", re.sub(r"\s*=\s*", "=", " ".join(words))):
        id, has_points, worth = word.partition("=")
        if id in points:
            said = _("'{id}' is named twice in --questions; remove one of them.")
            raise AssignmentError(said.format(id=id))
        try:
            points[id] = float(worth) if has_points else 1.0
        except ValueError:
            said = _("'{worth}' in {word} is not a number of points; write {id}=2.")
            raise AssignmentError(said.format(worth=worth, word=word, id=id)) from None
    return points
