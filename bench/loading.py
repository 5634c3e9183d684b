"""How long the data takes to be there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

from bench.rounds import in_turn
from bench.table import Row, compared

_TIMED = "import time; begun = time.perf_counter(); {}; print((time.perf_counter() - begun) * 1000)"


def rows() -> Iterator[Row]:
    """Yield the row on importing, each time in a Python of its own."""
    ours, theirs = in_turn(15, timed("import coupdata; coupdata.load()"), timed("import pandas"))
    yield compared("`import coupdata` and `coupdata.load()`", ours, "`import pandas`", theirs, most=0.25)


def timed(code: str) -> Callable[[], float]:
    """Return a function that runs this code in a new Python and returns its milliseconds.

    Python keeps what it has compiled, as it does unless it is told not to: an installed package has that.
    """
    command = [sys.executable, "-c", _TIMED.format(code)]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: float(subprocess.run(command, env=env, check=True, capture_output=True).stdout)
