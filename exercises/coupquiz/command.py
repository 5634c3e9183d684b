"""The command `coup1920`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path

from coupquiz import home, lab, lesson

FOLDER = "coup1920-lesson"
"""The name of the folder with a learner's copy of the lesson."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status: 0 where all went well."""
    parser = argparse.ArgumentParser(prog="coup1920", description="A history lesson in Jupyter.")
    parser.add_argument("--version", action="version", version=version("coup1920"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_lesson(commands)
    _add_lint(commands)
    _add_grade(commands)
    chosen = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):  # not each can write every folder's name
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status: int = chosen.run(chosen)
    except KeyboardInterrupt:
        return 130
    return status


def _add_lesson(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("lesson", help="open your own copy of the lesson in JupyterLab")
    parser.add_argument("--dir", type=Path, help=f"where your copy is (else {FOLDER} in your home folder)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser, only say the address")
    parser.add_argument(
        "--port", type=_port, metavar="N", help="the port to listen on or, if taken, the next"
    )
    parser.set_defaults(run=_lesson)


def _add_lint(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("lint", help="read a bank of questions as an examiner would")
    parser.add_argument(
        "bank", nargs="?", help="its file, or the name of one of the lesson's (else all of these)"
    )
    parser.add_argument(
        "--preview", action="store_true", help="write a page with all questions and their keys"
    )
    parser.set_defaults(run=_lint)


def _lint(chosen: argparse.Namespace) -> int:
    import coupdata
    from coupquiz.bank import BankError, load_bank, shipped_banks
    from coupquiz.lint import lint
    from coupquiz.preview import preview

    case = coupdata.load()
    try:
        banks = [load_bank(name, case) for name in ([chosen.bank] if chosen.bank else shipped_banks())]
    except BankError as error:
        return _fail(str(error))
    remarks = lint(banks, case)
    for remark in remarks:
        _say(f"{remark.where}: {remark.text}")
    if chosen.preview:
        for bank in banks:
            page = Path(f"{bank.id}-preview.html").resolve()
            page.write_text(preview(bank, case), encoding="utf-8")
            _say(f"Questions with their keys, for you alone:\n  {page}")
    serious = sum(remark.serious for remark in remarks)
    asked = sum(len(bank.questions) for bank in banks)
    _say(f"Questions read: {asked}. To mend: {serious}.")
    return 1 if serious else 0


def _add_grade(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("grade", help="mark a class: a table of marks and a page for each student")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where each student has a folder")
    parser.add_argument("--key", type=Path, required=True, help="the paper: NAME.toml in the course's keys")
    parser.add_argument("--out", type=Path, help="where to write (else NAME-marks beside the folder)")
    parser.set_defaults(run=_grade)


def _grade(chosen: argparse.Namespace) -> int:
    from coupquiz.grading.batch import run

    return run(chosen.folder, chosen.key, chosen.out)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 to 65535")
    return int(text)


def _lesson(chosen: argparse.Namespace) -> int:
    stand_in = home.stand_in()
    try:
        root = Path(os.environ.get("JUPYTERHUB_ROOT_DIR") or stand_in or Path.home()).expanduser().resolve()
        folder = chosen.dir.expanduser().resolve() if chosen.dir else root / FOLDER
    except (OSError, RuntimeError) as error:  # '~somebody' who is not there, a link to itself
        return _fail(f"The folder for your copy cannot be found: {error} Choose another with --dir.")
    if folder == lesson.notebook_folder():
        return _fail(f"{folder} holds the lesson's originals. Choose another folder with --dir.")
    try:
        place = lesson.lay(lesson.shipped(), folder)
    except OSError as error:
        return _fail(f"Your copy of the lesson cannot be written: {error}. Choose another folder with --dir.")
    start = place / lesson.START

    _say(f"Your copy of the lesson is in\n  {place}")
    if place != folder:
        _say(f"Other notebooks, which were changed, stay as they are in\n  {folder}")
        _say("Answers given there were copied along.")
    if stand_in and folder.is_relative_to(stand_in.resolve()):
        _say("Your home folder cannot be written. This one may be gone when the computer restarts:")
        _say("to keep your work, copy it elsewhere, or choose another folder with --dir.")
    if "JUPYTERHUB_SERVICE_PREFIX" in os.environ or "JUPYTERHUB_USER" in os.environ:
        shown = start.relative_to(root) if start.is_relative_to(root) else start
        _say(f"JupyterLab is running already, for this is a JupyterHub. Open in its list of files\n  {shown}")
        return 0
    try:
        lab.start(folder, start, home=stand_in, browser=not chosen.no_browser, port=chosen.port)
    except ImportError as error:
        return _fail(f"JupyterLab is missing ({error}). Install it with: python -m pip install jupyterlab")
    return 0


def _say(text: str) -> None:
    print(text, flush=True)


def _fail(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
