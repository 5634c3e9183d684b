"""Says that `--case` may be missing, where a bank names what the lesson's case does not have."""

from __future__ import annotations

from pathlib import Path

from coupdata.i18n import _
from coupdata.loading import UNKNOWN
from coupdata.model.case import ABOUT
from coupdata.problems.errors import ProblemsError


def case_forgotten(error: ProblemsError, bank: Path) -> str:
    """Return a hint at `--case`, with the folder that may be meant; empty where nothing points to it."""
    if not any(problem.code == UNKNOWN for problem in error.problems):
        return ""
    beside = bank.absolute().parent
    folders = dict.fromkeys((*beside.glob(f"*/{ABOUT}"), beside / ABOUT, *Path().glob(f"*/{ABOUT}")))
    found = next((file.parent for file in folders if file.is_file()), None)
    if found is None:
        return _("If these questions are about a case of your own, add its folder: --case FOLDER")
    said = _("If these questions are about the case in {folder}, add: --case {folder}")
    return said.format(folder=found)
