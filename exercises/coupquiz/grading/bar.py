"""How far a long run has come, as a bar of plain text."""

from __future__ import annotations

import time
from typing import TextIO

_CELLS = 30


class Bar:
    """A bar of plain text: on a terminal it grows; in a log it is a line for every tenth."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Say how many are done, and how many there are."""
        if self._stream.isatty():
            if done == total or time.monotonic() >= self._next:
                self._next = time.monotonic() + 0.1
                cells = "#" * (done * _CELLS // total)
                end = "\n" if done == total else ""
                self._stream.write(f"\r[{cells:<{_CELLS}}] {done:,} of {total:,}{end}")
                self._stream.flush()
        elif done * 10 // total > (done - 1) * 10 // total:
            print(f"{done:,} of {total:,}", file=self._stream, flush=True)
