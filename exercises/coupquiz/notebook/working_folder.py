"""The folder in which a notebook's code runs, which is the notebook's own."""

from __future__ import annotations

from pathlib import Path

from coupquiz.answers.file_format import AnswersError


def working_folder() -> Path:
    """Return the folder of the notebook.

    Raises:
        AnswersError: It is gone, or another one has taken its place while the notebook was open.
    """
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise AnswersError(_GONE) from None


_GONE = (
    "The folder of this notebook was deleted or replaced while the notebook was open. Close the notebook, "
    "open the one that is in the list of files now, and choose Kernel → Restart Kernel and Run All Cells."
)
