"""Runs the code of a submission in a sandbox, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from coupquiz.files import disk
from coupquiz.in_nbgrader.run_cells import LONGEST, NOBODY
from coupquiz.in_nbgrader.sandbox import HOME, sandboxed

SECONDS = 60
"""What a submission may take."""

_OUTPUT = 2_000_000  # bytes of results
_FILE = 10_000_000  # bytes of a file that goes along
_FILES = 100
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT")
_NUMBERS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # each thread counts as a process


class CodeCell(NamedTuple):
    """A cell to run."""

    source: str
    is_test: bool = False
    """Whether it is a teacher's, and says what the code before it is worth."""


@dataclass(frozen=True, slots=True)
class CodeOutcome:
    """What came of a cell."""

    failed: str
    """The name of the error; empty where there was none."""
    why: str
    said: str
    number: float | None
    """The number that the cell ended with, if it did with one."""


def run_code(
    cells: Iterable[CodeCell], folders: Iterable[Path], hidden: Iterable[Path] = ()
) -> list[CodeOutcome]:
    """Run cells one after the other and return what came of those that were run to their end.

    Args:
        cells: In the order of the notebook.
        folders: Whose plain files lie beside the code, those of a later folder in place of an earlier one's.
        hidden: Folders that the code must see nothing of.
    """
    program = [sys.executable, "-P", "-m", "coupquiz.in_nbgrader.run_cells"]
    with TemporaryDirectory(prefix="coup1920-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        for folder in folders:
            _copy(folder, place)
        if os.geteuid() == 0:
            for path in (place, *place.iterdir()):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        return _results(_run([*sandboxed(place, hidden), *program], list(cells), place))


def _copy(folder: Path, place: Path) -> None:
    """Copy plain files, so that no link leads out of the folder."""
    with suppress(OSError):
        for file in sorted(folder.iterdir())[:_FILES]:
            with suppress(OSError):
                content = disk.read(file, _FILE) if file.suffix != ".ipynb" else None
                if content is not None:
                    (place / file.name).write_bytes(content)


def _run(command: list[str], code: list[CodeCell], place: Path) -> bytes:
    """Return what the program wrote until it ended, or was ended."""
    own = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "IPYTHONDIR", "TMPDIR", "MPLCONFIGDIR"), HOME)
    environment = {**own, **homes, **_NUMBERS, "NBGRADER_EXECUTION": "autograde"}
    with TemporaryFile() as cells, TemporaryFile() as results:
        cells.write(json.dumps(code).encode())
        cells.seek(0)
        process = subprocess.Popen(
            command,
            cwd=place,
            env=environment,
            stdin=cells,
            stdout=results,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        results.seek(0)
        return results.read(_OUTPUT)


def _results(written: bytes) -> list[CodeOutcome]:
    """Return what can be read of what the program wrote; code in it may have written anything."""
    ran = []
    for line in written.splitlines():
        try:
            values = json.loads(line)
            ran.append(CodeOutcome(*(values[field.name] for field in fields(CodeOutcome))))
        except (ValueError, LookupError, TypeError, RecursionError):
            break
        if not _is_sound(ran[-1]):
            return ran[:-1]
    return ran


def _is_sound(ran: CodeOutcome) -> bool:
    texts = all(type(text) is str and len(text) <= LONGEST for text in (ran.failed, ran.why, ran.said))
    return texts and (ran.number is None or type(ran.number) in (int, float))
