"""`coup1920 report`: what a class knows, and what to teach again."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.commands.terminal import Commands


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="say what a class knows, and what to teach again")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where each student has a folder")
    parser.add_argument("--key", type=Path, required=True, help="the paper: NAME.toml in the course's keys")
    parser.add_argument("--names", action="store_true", help="say who did what (else there are no names)")
    parser.add_argument("--out", type=Path, help="where to write (else NAME-report beside the folder)")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.report.run import run

    return run(chosen.folder, chosen.key, chosen.out, names=chosen.names)
