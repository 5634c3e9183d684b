"""`coup1920 lint`: banks of questions, read as an examiner would."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupdata.i18n import _, ngettext
from coupquiz.cli.terminal import Commands, fail, say


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
        "--case", type=Path, metavar="DIR", help="folder of your own case, if the questions are about that"
    )
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupdata.problems.problem import Severity
    from coupquiz.banks.bank import BankError, is_name, load_bank, shipped_banks
    from coupquiz.banks.lint import lint
    from coupquiz.pages.preview import preview

    if chosen.case and not chosen.bank:
        return fail(_("Name your bank: the lesson's banks are not about the case given by --case."))
    try:
        case = coupdata.load(chosen.case)
        banks = [load_bank(name, case) for name in ([chosen.bank] if chosen.bank else shipped_banks())]
    except (BankError, coupdata.CaseError) as error:
        later = "\n" + _("The page will be written once this is fixed.") if chosen.preview else ""
        return fail(f"{error}{later}")
    found = lint(banks, case)
    notes = [problem for problem in found if problem.severity is Severity.NOTE]
    faults = [problem for problem in found if problem not in notes]
    for problem in notes:
        say(_("Good to know: {problem}").format(problem=problem))
    for problem in faults:
        say(_("To fix: {problem}").format(problem=problem))
    if chosen.preview:
        numbers = {} if chosen.bank and not is_name(chosen.bank) else _numbers_in_the_lesson()
        for bank in banks:
            page = Path(f"{bank.id}-preview.html").resolve()
            try:
                page.write_text(preview(bank, case, numbers), encoding="utf-8")
            except OSError as error:
                return fail(_("The page with the questions cannot be written: {error}.").format(error=error))
            say(_("Questions and answers, for your eyes only:\n  {page}").format(page=page))
    asked = sum(len(bank.questions) for bank in banks)
    read = ngettext("{n} question read.", "{n} questions read.", asked).format(n=asked)
    things = ngettext("{n} thing to fix.", "{n} things to fix.", len(faults)).format(n=len(faults))
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
