"""What a command says, and to whom."""

from __future__ import annotations

import argparse
import sys
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def say(text: str) -> None:
    """Tell the user."""
    print(text, flush=True)


def fail(text: str) -> int:
    """Tell the user why it cannot be done, and return the exit status for that."""
    print(text, file=sys.stderr)
    return 1
