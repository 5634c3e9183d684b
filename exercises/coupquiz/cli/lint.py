"""`coup1920 lint`: banks of questions, read as an examiner would; or a case."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.cli.unwritable import unwritable

if TYPE_CHECKING:
    from coupdata.problems.problem import Problem


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("lint", help="read a bank of questions as an examiner would")
    parser.add_argument(
        "bank", nargs="?", help="its file, or the name of one of the lesson's banks (default: all of those)"
    )
    parser.add_argument(
        "--preview", action="store_true", help="write a page with all questions and their keys"
    )
    parser.add_argument(
        "--case",
        type=Path,
        metavar="DIR",
        help="folder of your own case, if the questions are about that; without a bank: check the case",
    )
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.banks.bank import BankError, bank_file, is_name, load_bank, shipped_banks
    from coupquiz.banks.lint import lint, lint_forms
    from coupquiz.cli.own_case import case_forgotten
    from coupquiz.pages.preview import preview
    from coupquiz.review.review_forms import ReviewForms

    if chosen.case and not chosen.bank:
        return _case_alone(chosen)
    try:
        case = coupdata.load(chosen.case)
        banks = [load_bank(name, case) for name in ([chosen.bank] if chosen.bank else shipped_banks())]
    except (BankError, coupdata.CaseError) as error:
        told = [str(error)]
        if isinstance(error, BankError) and not chosen.case and chosen.bank:
            told.append(case_forgotten(error, bank_file(chosen.bank)))
        told.append(_("The page will be written once this is fixed.") if chosen.preview else "")
        return fail("\n".join(filter(None, told)))
    review = None if chosen.bank else ReviewForms(case).whole_bank()
    faults = _tell((*lint(banks, case), *(lint_forms(review) if review else ())))
    if chosen.preview:
        numbers = {} if chosen.bank and not is_name(chosen.bank) else _numbers_in_the_lesson()
        for bank in banks:
            page = Path(f"{bank.id}-preview.html").resolve()
            try:
                page.write_text(preview(bank, case, numbers), encoding="utf-8")
            except OSError as error:
                elsewhere = _("Go to a folder of your own (cd FOLDER) and type the command there.")
                said = _("The page with the questions cannot be written: {why}")
                return fail(said.format(why=unwritable(error, elsewhere)))
            say(_("Questions and answers, for your eyes only:\n  {page}").format(page=page))
    asked = sum(len(bank.questions) for bank in (*banks, review) if bank)
    return _close(ngettext("{n} question read.", "{n} questions read.", asked).format(n=asked), faults)


def _case_alone(chosen: argparse.Namespace) -> int:
    """Check a case without a bank."""
    import coupdata
    from coupdata.loading import lint_case

    if chosen.preview:
        return fail(_("Name your bank: the page that --preview writes shows its questions."))
    try:
        case = coupdata.load(chosen.case)
    except coupdata.CaseError as error:
        return fail(str(error))
    faults = _tell(lint_case(case))
    events, sentences = len(case.events), len(case.reading.sentences)
    read = _("The case “{title}” read: {events} events, {sentences} sentences.")
    return _close(read.format(title=case.title, events=events, sentences=sentences), faults)


def _tell(found: Sequence[Problem]) -> int:
    """Say what was found, and return how much of it has to be fixed."""
    from coupdata.problems.problem import Severity

    faults = [problem for problem in found if problem.severity is not Severity.NOTE]
    for problem in found:
        if problem not in faults:
            say(_("Good to know: {problem}").format(problem=problem))
    for problem in faults:
        say(_("To fix: {problem}").format(problem=problem))
    return len(faults)


def _close(read: str, faults: int) -> int:
    """Say what was read and how much there is to fix, and return the exit status."""
    things = ngettext("{n} thing to fix.", "{n} things to fix.", faults).format(n=faults)
    say(f"{read} {things if faults else _('Nothing to fix.')}")
    return 1 if faults else 0


def _numbers_in_the_lesson() -> dict[str, str]:
    """Return the numbers of the lesson's questions, by id: "1.4", or "1.4 · 2.1" where two notebooks ask."""
    from coupquiz.asking.question_numbers import numbers_in
    from coupquiz.lesson.copies import notebook_folder

    found: dict[str, list[str]] = {}
    for notebook in sorted(notebook_folder().glob("*.ipynb")):
        for id, number in numbers_in(notebook).items():
            found.setdefault(id, []).append(number)
    return {id: " · ".join(numbers) for id, numbers in found.items()}
