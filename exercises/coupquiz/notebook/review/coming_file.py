"""How much comes back on the coming days, told beside the answers that a browser keeps.

The first page of the static site, which has no Python, reads it (lite/scripts/due_today.js). It also says of
which answers it was made, so that the page knows whether there are others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.browser_files import BrowserFiles
from coupquiz.answers.file_format import Record
from coupquiz.answers.file_names import COMING
from coupquiz.files.json_file import dump_json

FORMAT = "coup1920 coming"
VERSION = 1

_REST = 1.0  # seconds without another answer, so that nobody waits for this


class ComingFile:
    """The file; it is written again once nothing was answered for a second."""

    def __init__(self, files: BrowserFiles, coming: Callable[[], Mapping[date, int]]) -> None:
        """Write nothing yet; ``coming`` says how much comes on each day, by all answers there are."""
        self._files = files
        self._coming = coming
        self._task: asyncio.Task[None] | None = None

    def renew(self) -> None:
        """Write it in a while, with what is answered until then."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.ensure_future(self._renewed())

    async def _renewed(self) -> None:
        await asyncio.sleep(_REST)
        read = read_folder(self._files.folder).files
        records = [record for file in read for record in file.records.values()]
        path = self._files.folder / COMING
        if records:
            path.write_bytes(coming_file(records, self._coming()))
        else:
            path.unlink(missing_ok=True)
        await self._files.keep_all()


def coming_file(records: Sequence[Record], coming: Mapping[date, int]) -> bytes:
    """Return the file: how much comes on each day, of how many records, and when the last of them changed."""
    last = max(records, key=lambda record: record.at, default=None)
    values = {
        "format": FORMAT,
        "version": VERSION,
        "records": len(records),
        "at": last.at.isoformat() if last else "",
        "days": {day.isoformat(): count for day, count in coming.items()},
    }
    return dump_json(values, 2)
