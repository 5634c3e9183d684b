"""The lesson's command, run for real: to its end, or as a server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from coupquiz.cli.main import main

_FIRST_PORT = 8900 + 100 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
"""Where each worker looks for a port: two that look in the same place may find the same one."""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab."""

    process: subprocess.Popen[str]
    folder: Path
    """The folder that it shows."""
    address: str
    """The address that it told, token included."""
    said: str
    """What it said up to there."""

    def url(self, path: str) -> str:
        """The address of another page or file of the server: `lab/tree/01_reading.ipynb`."""
        root, _, opened = self.address.partition("lab/tree/")
        _notebook, mark, token = opened.partition("?")
        return f"{root}{path}{mark}{token}"


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a user with this home folder, under no Jupyter."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    return {**own, "HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1", **more}


def run(
    *arguments: str,
    home: Path,
    python: Path | str = sys.executable,
    cwd: Path | None = None,
    **more: str,
) -> subprocess.CompletedProcess[str]:
    """Run `coup1920 ARGUMENTS` to its end and return what it said."""
    return subprocess.run(
        [str(python), "-m", "coupquiz.cli.main", *arguments],
        cwd=cwd,
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run_here(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `coup1920 ARGUMENTS` in this process, which is faster, and return what it said."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(arguments)
        except SystemExit as ended:  # of a slip in the command line
            status = int(ended.code or 0)
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


@contextmanager
def lesson(home: Path, *arguments: str, **more: str) -> Iterator[Lab]:
    """Run `coup1920 lesson` with a folder in `home`; it is ended at the end."""
    folder = home / "lesson"
    command = [
        sys.executable,
        "-m",
        "coupquiz.cli.main",
        "lesson",
        "--no-browser",
        "--port",
        str(_FIRST_PORT),
        "--dir",
        str(folder),
        *arguments,
    ]
    with subprocess.Popen(
        command,
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        said: list[str] = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("  http"):
                break
        else:
            raise AssertionError(f"JupyterLab did not start:\n{''.join(said)}")
        try:
            yield Lab(process, folder, line.strip(), "".join(said))
        finally:
            process.terminate()
            _wait(process)


def _wait(process: subprocess.Popen[str]) -> None:
    """Fail where a program that was told to end goes on."""
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
