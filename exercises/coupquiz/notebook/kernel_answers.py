"""The answers that this kernel has in use: one object for each notebook, for all cells that ask for it."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakValueDictionary

from coupquiz.answers.file_format import AnswersError
from coupquiz.answers.store import Answers
from coupquiz.asking.live_answers import LiveAnswers

_OPEN: WeakValueDictionary[Path, LiveAnswers] = WeakValueDictionary()


def live_answers(folder: str | Path | None, notebook: str) -> LiveAnswers:
    """Return the answers to the notebook of this name, the same object to all who ask.

    Args:
        folder: Where the notebook lies; by default the kernel's working folder, which is just that.
        notebook: Its name without its ending.

    Raises:
        AnswersError: If that cannot be the name of a notebook, or the working folder is gone.
    """
    answers = Answers(folder or working_folder(), notebook.removesuffix(".ipynb"))
    live = _OPEN.get(answers.path)
    if live is None:
        live = _OPEN[answers.path] = LiveAnswers(answers)
    return live


def all_live(folder: Path) -> tuple[LiveAnswers, ...]:
    """Return the answers of a folder that this kernel has in use."""
    return tuple(live for path, live in sorted(_OPEN.items()) if path.parent == folder.absolute())


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
