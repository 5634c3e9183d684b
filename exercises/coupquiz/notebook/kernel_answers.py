"""The answers that this kernel has in use: one object for each notebook, for all cells that ask for it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from weakref import WeakValueDictionary

from IPython import get_ipython

from coupdata.i18n import _
from coupquiz.answers.browser_files import BrowserFiles, browser_files
from coupquiz.answers.file_format import AnswersError
from coupquiz.answers.store import Answers
from coupquiz.asking.live_answers import LiveAnswers

_OPEN: WeakValueDictionary[Path, LiveAnswers[Answers]] = WeakValueDictionary()


def live_answers(folder: str | Path | None, notebook: str) -> LiveAnswers[Answers]:
    """Return the answers to the notebook of this name, the same object to all who ask.

    Args:
        folder: Where the answers lie; by default where `answers_folder` finds them.
        notebook: Its name without its ending.

    Raises:
        AnswersError: If that cannot be the name of a notebook, or the working folder is gone.
    """
    name = notebook.removesuffix(".ipynb")
    answers = Answers(folder or answers_folder(f"{name}.ipynb"), name)
    live = _OPEN.get(answers.path)
    if live is None:
        keeper = None if folder else kept_by_browser()
        live = _OPEN[answers.path] = LiveAnswers(answers, keeper)
    return live


def all_live(folder: Path) -> tuple[LiveAnswers[Answers], ...]:
    """Return the answers of a folder that this kernel has in use."""
    return tuple(live for path, live in sorted(_OPEN.items()) if path.parent == folder.absolute())


@cache
def kept_by_browser() -> BrowserFiles | None:
    """Return the answers that the browser keeps, of which all hear; None where there is a disk for them."""
    if files := browser_files():
        folder = files.folder

        def refresh() -> None:
            for live in all_live(folder):
                live.refresh()

        files.listen(refresh)
    return files


def answers_folder(file: str = "") -> Path:
    """Return where answers lie: beside the notebook, but for a page without a disk.

    Args:
        file: The notebook's name; by default any.

    Raises:
        AnswersError: As `notebook_folder` does.
    """
    files = kept_by_browser()
    return files.folder if files else notebook_folder(file)


def notebook_file(name: str, folder: str | Path | None = None) -> Path:
    """Return the notebook of this name; in a page that does not show it to Python, the lesson's own.

    Raises:
        AnswersError: As `notebook_folder` does.
    """
    file = Path(folder or notebook_folder(f"{name}.ipynb")) / f"{name}.ipynb"
    if kept_by_browser() and not file.is_file():  # where no service worker brings Python the page's files
        return Path(__file__).parents[1] / "notebooks" / file.name
    return file


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
        raise AnswersError(_gone()) from None
    if (here / file).is_file() if file else any(here.glob("*.ipynb")):
        return here
    # Jupyter's servers name the notebook; VS Code can have its kernels in the folder of a whole project
    shell = get_ipython()
    named = getattr(shell, "user_ns", {}).get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")
    return next((Path(path).parent for path in named if path and Path(path).is_file()), here)


def _gone() -> str:
    return _(
        "The folder of this notebook was deleted or replaced while the notebook was open. Close the "
        "notebook, open the one that is in the list of files now, and choose Kernel → Restart Kernel and "
        "Run All Cells."
    )
