"""The answers that this kernel has in use: one object for each notebook, for all cells that ask for it."""

from __future__ import annotations

import os
from pathlib import Path
from weakref import WeakValueDictionary

from IPython import get_ipython

from coupquiz.answers.file_format import AnswersError
from coupquiz.answers.store import Answers
from coupquiz.asking.live_answers import LiveAnswers

_OPEN: WeakValueDictionary[Path, LiveAnswers[Answers]] = WeakValueDictionary()


def live_answers(folder: str | Path | None, notebook: str) -> LiveAnswers[Answers]:
    """Return the answers to the notebook of this name, the same object to all who ask.

    Args:
        folder: Where the notebook lies; by default where `notebook_folder` finds it.
        notebook: Its name without its ending.

    Raises:
        AnswersError: If that cannot be the name of a notebook, or the working folder is gone.
    """
    name = notebook.removesuffix(".ipynb")
    answers = Answers(folder or notebook_folder(f"{name}.ipynb"), name)
    live = _OPEN.get(answers.path)
    if live is None:
        live = _OPEN[answers.path] = LiveAnswers(answers)
    return live


def all_live(folder: Path) -> tuple[LiveAnswers[Answers], ...]:
    """Return the answers of a folder that this kernel has in use."""
    return tuple(live for path, live in sorted(_OPEN.items()) if path.parent == folder.absolute())


def notebook_folder(file: str = "") -> Path:
    """Return the folder of the notebook: the kernel's own, or else that of the one that an editor names.

    Args:
        file: The name of what lies there; by default any notebook.

    Raises:
        AnswersError: It is gone, or another one has taken its place while the notebook was open.
    """
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise AnswersError(_GONE) from None
    if (here / file).is_file() if file else any(here.glob("*.ipynb")):
        return here
    # Jupyter's servers name the notebook; VS Code can have its kernels in the folder of a whole project
    shell = get_ipython()
    named = getattr(shell, "user_ns", {}).get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")
    return next((Path(path).parent for path in named if path and Path(path).is_file()), here)


_GONE = (
    "The folder of this notebook was deleted or replaced while the notebook was open. Close the notebook, "
    "open the one that is in the list of files now, and choose Kernel → Restart Kernel and Run All Cells."
)
