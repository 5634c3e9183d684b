"""What Jupyter trusts: the lesson's notebooks as they were laid, so that they fill themselves."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from sqlite3 import Error as StoreError

from coupquiz.lesson.copies import Lesson


def sign(lesson: Lesson, place: Path) -> None:
    """Let this user's Jupyter trust the notebooks in a folder that are the lesson's, as `jupyter trust` does.

    One that was changed is left as it is: Jupyter knows those that it saved itself. Where its record cannot
    be written, the notebooks wait to be run; where there is no Jupyter, nobody does.
    """
    with suppress(ImportError, OSError, StoreError):
        import nbformat
        from nbformat.sign import NotebookNotary

        notary = NotebookNotary()
        try:
            for name, content in lesson.notebooks.items():
                if (place / name).read_bytes() == content:
                    notebook = nbformat.reads(content.decode(), as_version=nbformat.NO_CONVERT)
                    if not notary.check_signature(notebook):
                        notary.sign(notebook)
        finally:
            notary.store.close()
