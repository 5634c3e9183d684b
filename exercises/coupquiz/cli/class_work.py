"""What `grade` and `report` are told alike: whose work they look at, and by which key."""

from __future__ import annotations

import argparse
from pathlib import Path

from coupquiz.cli.roster import add_roster


def add_class_work(parser: argparse.ArgumentParser) -> None:
    """Add the folder of a class and the options `--key`, `--roster` and `--case`."""
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where each student has a folder or a file"
    )
    parser.add_argument(
        "--key",
        type=Path,
        required=True,
        help="the key: NAME.toml in the course's keys, or the name of one of the lesson's banks: week",
    )
    add_roster(parser)
    parser.add_argument("--case", type=Path, metavar="DIR", help="folder of your own case, if it was moved")
