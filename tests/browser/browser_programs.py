"""How the tests come by a browser: by the variable that names it, on this machine, else fetched."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

Found = TypeVar("Found")


def provided(
    name: str, find: Callable[[], Found | None], fetches: Iterable[Callable[[], None]], advice: str
) -> Found:
    """Return what is found of a browser, fetched if need be, and say each step.

    Args:
        name: The browser's.
        find: Looks for it on this machine.
        fetches: What may bring it, to be tried one after the other.
        advice: What to install if all fails.

    Raises:
        SystemExit: If there is none; it says the advice.
    """
    lock = Path(tempfile.gettempdir(), f"coup1920-{name.lower()}.lock")
    with FileLock(lock):  # one fetches it, the others wait
        found = find()
        for fetch in fetches:
            if not found:
                fetch()
                found = find()
    if not found:
        raise SystemExit(advice)
    print(f"{name} for the tests: {found}", flush=True)
    return found


def named(variable: str) -> Path | None:
    """Return the program that an environment variable names; None where it names none.

    Raises:
        SystemExit: If the program is not there.
    """
    program = os.environ.get(variable)
    if program and not Path(program).is_file():
        raise SystemExit(f"{variable} names {program}, which is not there.")
    return Path(program) if program else None


def installed(
    commands: Iterable[str], *, mac_programs: Iterable[str], windows_programs: Iterable[str]
) -> Path | None:
    """Return the first program of this machine: on the path, or where its system has programs."""
    on_path = (Path(path) for name in commands if (path := shutil.which(name)))
    places = (root / program for root in _roots() for program in _by_system(mac_programs, windows_programs))
    return next((path for path in (*on_path, *places) if path.is_file()), None)


def _roots() -> list[Path]:
    if sys.platform == "darwin":
        return [Path("/Applications"), Path.home() / "Applications"]
    folders = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"))
    return [Path(folder) for folder in folders if folder]


def _by_system(mac: Iterable[str], windows: Iterable[str]) -> Iterable[str]:
    return {"darwin": mac, "win32": windows}.get(sys.platform, ())
