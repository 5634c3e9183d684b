"""Progress taken from one place to another: the answers to all notebooks of a folder as one file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coupquiz.answers import Answers


def export_progress(folder: str | Path, path: str | Path, unsaved: Iterable[Answers] = ()) -> tuple[str, ...]:
    """Write the answers to all notebooks of a folder into one file; return the notebooks' names.

    Args:
        folder: Where the notebooks and their answers files lie.
        path: The file to write; an older export is replaced, any other file stays.
        unsaved: Answers in use that may hold what could not be saved.

    Raises:
        AnswersError: If there is nothing to export, or the file cannot be written.
    """
    raise NotImplementedError


def import_progress(path: str | Path, folder: str | Path) -> tuple[str, ...]:
    """Merge an exported file into the answers files of a folder; return the notebooks' names.

    Nothing that is newer in the folder is overwritten.

    Raises:
        AnswersError: If it is not such a file, or a file in the folder cannot be read or written.
    """
    raise NotImplementedError
