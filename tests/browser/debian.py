"""Debian's packages, where a test needs a program that is not there and may install it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock


def install(wanted: str, *packages: str) -> None:
    """Install packages with apt-get, if there is one and this is root, and say so; else do nothing.

    Whether it worked is for the caller to see.

    Args:
        wanted: What they are for, as it is said.
        packages: Their names.
    """
    if sys.platform == "win32" or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"No {wanted} found: installing Debian's with apt-get.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    with FileLock(Path(tempfile.gettempdir(), "coup1920-apt.lock")):  # dpkg lets in one at a time
        for command in (["apt-get", "update"], install):
            subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)
