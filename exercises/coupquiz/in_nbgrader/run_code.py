"""Runs the code of a submission apart from everything: as a user that is nobody else, in a folder of its own.

That user can read no gradebook, no key and no other submission, as long as the course's folder is closed to
others; when the run ends, all that is left of it is ended too.
"""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from coupquiz.files import disk
from coupquiz.in_nbgrader.run_cells import LONGEST

SECONDS = 60
"""What a submission may take."""

_OUTPUT = 2_000_000  # bytes of results
_FILE = 10_000_000  # bytes of a file that goes along
_FILES = 100
_USERS = range(61184, 65520)  # kept by systemd for users who live as long as a process
_LIMITS = ("--as=4000000000", "--fsize=50000000", "--nproc=64")
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT")
_NUMBERS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # each thread counts as a process


class Cell(NamedTuple):
    """A cell to run."""

    source: str
    is_test: bool = False
    """Whether it is a teacher's, and says what the code before it is worth."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a cell."""

    failed: str
    """The name of the error; empty where there was none."""
    why: str
    said: str
    number: float | None
    """The number that the cell ended with, if it did with one."""


def can_run_apart() -> bool:
    """Return whether this system lets code run as another user.

    It takes Linux, root, util-linux, and a Python that every user may run.
    """
    return _python_for_all() is not None


def run_code(cells: Iterable[Cell], folders: Iterable[Path], *, apart: bool) -> list[Ran]:
    """Run cells one after the other and return what came of those that were run to their end.

    Args:
        cells: In the order of the notebook.
        folders: Whose plain files lie beside the code, those of a later folder in place of an earlier one's.
        apart: Whether to run as another user.
    """
    with TemporaryDirectory(prefix="coup1920-") as name:
        place = Path(name)
        for folder in folders:
            _copy(folder, place)
        python = _python_for_all() if apart else _PYTHONS[0]
        if python is None:
            return []
        with ExitStack() as stack:
            command = stack.enter_context(_somebody(place)) if apart else []
            return _results(_run([*command, *python.program], list(cells), place, python))


@dataclass(frozen=True, slots=True)
class _Python:
    """A Python that finds the same packages as this one."""

    path: str
    packages: str
    """What it is told of where to look for modules."""

    @property
    def program(self) -> tuple[str, ...]:
        return (self.path, "-P", "-m", "coupquiz.in_nbgrader.run_cells")


_PYTHONS = (
    _Python(sys.executable, os.environ.get("PYTHONPATH", "")),
    _Python(
        f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}",
        os.pathsep.join((*filter(None, [os.environ.get("PYTHONPATH")]), *site.getsitepackages())),
    ),
)
"""This one, and the system's, for this one may lie in a folder that is its owner's alone."""


@cache
def _python_for_all() -> _Python | None:
    """Return a Python that runs as any user; None where nothing does."""
    if sys.platform != "linux" or os.geteuid() or not all(map(shutil.which, ("setpriv", "prlimit"))):
        return None
    for python in _PYTHONS:
        with TemporaryDirectory(prefix="coup1920-") as name, _somebody(Path(name)) as command:
            written = _run([*command, *python.program], [Cell("1")], Path(name), python)
            if _results(written) == [Ran("", "", "", 1.0)]:
                return python
    return None


@contextmanager
def _somebody(place: Path) -> Iterator[list[str]]:
    """Yield what makes a command run as a user of its own, who has this folder."""
    user = _free_user()
    for path in (place, *place.rglob("*")):
        os.chown(path, user, user, follow_symlinks=False)
    place.chmod(0o700)
    try:
        yield ["prlimit", *_LIMITS, "--", "setpriv", *_as(user), "--"]
    finally:
        _end_all(user)


def _as(user: int) -> list[str]:
    return [f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs", "--inh-caps=-all"]


def _free_user() -> int:
    """Return the number of a user who does not exist and runs nothing."""
    import pwd  # which Windows does not have

    taken = set()
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            taken.add(process.stat().st_uid)
    while True:
        user = SystemRandom().choice(_USERS)
        with suppress(KeyError):
            pwd.getpwuid(user)
            continue
        if user not in taken:
            return user


def _end_all(user: int) -> None:
    """End every process of a user; one that starts others while it is ended is ended with them."""
    subprocess.run(["setpriv", *_as(user), "--", "kill", "-KILL", "-1"], capture_output=True, check=False)


def _copy(folder: Path, place: Path) -> None:
    """Copy plain files, so that no link leads out of the folder."""
    with suppress(OSError):
        for file in sorted(folder.iterdir())[:_FILES]:
            with suppress(OSError):
                content = disk.read(file, _FILE) if file.suffix != ".ipynb" else None
                if content is not None:
                    (place / file.name).write_bytes(content)


def _run(command: list[str], code: list[Cell], place: Path, python: _Python) -> bytes:
    """Return what the program wrote until it ended, or was ended."""
    own = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = dict.fromkeys(("HOME", "IPYTHONDIR", "TMPDIR", "MPLCONFIGDIR"), str(place))
    environment = {
        **own,
        **homes,
        **_NUMBERS,
        "PYTHONPATH": python.packages,
        "NBGRADER_EXECUTION": "autograde",
    }
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


def _results(written: bytes) -> list[Ran]:
    """Return what can be read of what the program wrote; code in it may have written anything."""
    ran = []
    for line in written.splitlines():
        try:
            values = json.loads(line)
            ran.append(Ran(*(values[field.name] for field in fields(Ran))))
        except (ValueError, LookupError, TypeError, RecursionError):
            break
        if not _is_sound(ran[-1]):
            return ran[:-1]
    return ran


def _is_sound(ran: Ran) -> bool:
    texts = all(type(text) is str and len(text) <= LONGEST for text in (ran.failed, ran.why, ran.said))
    return texts and (ran.number is None or type(ran.number) in (int, float))
