"""The command `coup1920`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from io import TextIOWrapper
from typing import NoReturn

from coupdata.problems.errors import PlainError
from coupquiz.cli import assign, classroom, doctor, export, grade, lesson, lint, report
from coupquiz.cli.terminal import fail

_COMMANDS = (lesson, classroom, lint, assign, doctor, grade, report, export)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status: 0 where all went well."""
    chosen = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):  # not each can write every folder's name
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = chosen.run(chosen)
    except KeyboardInterrupt:
        return 130
    except PlainError as error:
        return fail(str(error))
    return status


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and where to read more; the whole usage would bury it."""
        self.exit(2, f"{message[0].upper()}{message[1:]}. For help: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; what it reads has a ``run`` that does it."""
    parser = _Parser(prog="coup1920", description="A history lesson in Jupyter.")
    parser.add_argument("--version", action="version", version=version("coup1920"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
