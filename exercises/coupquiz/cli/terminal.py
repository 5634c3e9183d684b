"""What a command says, and to whom."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TypeAlias

from coupdata.problems.problem import Problem

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def say(text: str) -> None:
    """Tell the user."""
    print(text, flush=True)


def tell(problems: Iterable[Problem]) -> None:
    """Tell the user what to look at, each thing on a line of its own, beside what was asked for."""
    for problem in problems:
        print(problem, file=sys.stderr)


def warn(text: str) -> None:
    """Tell the user of something beside what was asked for."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> int:
    """Tell the user why it cannot be done, and return the exit status for that."""
    print(text, file=sys.stderr)
    return 1
