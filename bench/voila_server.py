"""Voila with the lesson's notebooks: a kernel on the server for each page."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.room_process import free_port
from tests.server import environment

_NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


@dataclass(frozen=True)
class Voila:
    """A running Voila."""

    pid: int
    address: str
    """Without a slash at its end."""


@contextmanager
def voila(home: Path) -> Iterator[Voila]:
    """Run Voila with a copy of the notebooks in `home`, for a user with this home folder."""
    folder = home / "notebooks"
    shutil.copytree(_NOTEBOOKS, folder)
    port = free_port()
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment(home), stdin=quiet, stdout=quiet, stderr=quiet) as process:
        running = Voila(process.pid, f"http://127.0.0.1:{port}")
        try:
            while not _answers(running):
                if process.poll() is not None:
                    raise RuntimeError("Voila did not start")
                sleep(0.1)
            yield running
        finally:
            process.terminate()


def _answers(running: Voila) -> bool:
    try:
        with urlopen(f"{running.address}/voila/static/"):
            return True
    except URLError as error:
        return hasattr(error, "code")  # it says no, but it says something
