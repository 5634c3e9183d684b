"""`coup1920 lesson`: a learner's own copy of the lesson, opened in JupyterLab."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from coupdata.i18n import _
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.cli.unwritable import unwritable
from coupquiz.lesson import copies as lesson
from coupquiz.lesson import lab
from coupquiz.lesson.trust import sign

FOLDER = "coup1920-lesson"
"""The name of the folder with a learner's copy of the lesson."""


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("lesson", help="open your own copy of the lesson in JupyterLab")
    parser.add_argument(
        "--dir", type=Path, help=f"where your copy is (default: {FOLDER} in your home folder)"
    )
    parser.add_argument(
        "--teacher", action="store_true", help="with the teacher's guide, and notebooks for room and wall"
    )
    parser.add_argument(
        "--no-browser", action="store_true", help="do not open a browser; only print the address"
    )
    parser.add_argument(
        "--lay-only", action="store_true", help="copy the notebooks and stop: for a server that runs already"
    )
    parser.add_argument("--port", type=_port, metavar="N", help="the port to listen on, or the next free one")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    stand_in = lab.stand_in()
    try:
        root = Path(os.environ.get("JUPYTERHUB_ROOT_DIR") or stand_in or Path.home()).expanduser().resolve()
        folder = chosen.dir.expanduser().resolve() if chosen.dir else root / FOLDER
    except (OSError, RuntimeError) as error:  # '~somebody' who is not there, a link to itself
        said = _("The folder for your copy cannot be found: {error} Choose another with --dir.")
        return fail(said.format(error=error))
    if folder.is_relative_to(lesson.notebook_folder()):
        said = _("{folder} holds the lesson's originals. Choose another folder with --dir.")
        return fail(said.format(folder=folder))
    try:
        shipped = lesson.shipped(teacher=chosen.teacher)
        place = lesson.lay(shipped, folder)
    except OSError as error:
        elsewhere = _("Choose another folder with --dir.")
        said = _("Your copy of the lesson cannot be written. {why}")
        return fail(said.format(why=unwritable(error, elsewhere)))
    if stand_in:  # where Jupyter, too, keeps its files
        os.environ["HOME"] = os.environ["USERPROFILE"] = str(stand_in)
    sign(shipped, place)
    start = place / (lesson.GUIDE if chosen.teacher else lesson.START)

    say(_("Your copy of the lesson is in\n  {folder}").format(folder=place))
    if place != folder:
        say(_("Notebooks that you changed are kept as they are in\n  {folder}").format(folder=folder))
        say(_("The answers given there have been copied too."))
    if stand_in and folder.is_relative_to(stand_in.resolve()):
        say(_("Your home folder cannot be written to. This folder may disappear when the computer restarts:"))
        say(_("to keep your work, copy it elsewhere, or choose another folder with --dir."))
    if chosen.lay_only:
        return 0
    if "JUPYTERHUB_SERVICE_PREFIX" in os.environ or "JUPYTERHUB_USER" in os.environ:
        shown = start.relative_to(root) if start.is_relative_to(root) else start
        said = _(
            "This is a JupyterHub, so JupyterLab is already running. In its list of files, open\n  {file}"
        )
        say(said.format(file=shown))
        return 0
    try:
        lab.start(folder, start, browser=not chosen.no_browser, port=chosen.port)
    except ImportError as error:
        said = _("JupyterLab is missing ({error}). Install it with: python -m pip install jupyterlab")
        return fail(said.format(error=error))
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(_("{text} is not a number from 0 to 65535").format(text=text))
    return int(text)
