"""Which room a command line means: what is asked in it, of whom, and where that is kept."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coupquiz.cli.roster import add_roster, roster_of
from coupquiz.cli.terminal import warn

if TYPE_CHECKING:
    from coupquiz.classroom.room.lesson_plan import Plan
    from coupquiz.classroom.room.room import Room


def add_choices(parser: argparse.ArgumentParser) -> None:
    """Add what says what is asked, of whom, and where that is kept."""
    parser.add_argument(
        "what",
        nargs="?",
        default="",
        metavar="WHAT",
        help="a bank (its name, or a file of yours) or the folder of an assignment (default: the lesson)",
    )
    parser.add_argument(
        "--questions",
        nargs="+",
        default=(),
        metavar="ID",
        help="only these questions, by id or number",
    )
    parser.add_argument("--case", type=Path, metavar="DIR", help="folder of your own case")
    parser.add_argument(
        "--names",
        choices=("none", "nickname", "number"),
        help="ask for a nickname or a number (default: none, or what the lesson that goes on has asked for)",
    )
    add_roster(parser)
    parser.add_argument("--dir", type=Path, help="where what is answered is kept")


def room_of(chosen: argparse.Namespace) -> Room:
    """Return the room that the command line asks for, or the one that it goes on with."""
    from coupquiz.classroom.room.class_folder import folder_to_use
    from coupquiz.classroom.room.names import Names, listed_names
    from coupquiz.classroom.room.room import Room
    from coupquiz.classroom.room.store import RoomStore

    plan = plan_of(chosen)
    folder = folder_to_use(home_of(chosen), plan.id, new=chosen.new, said=warn)
    if folder.exists() and not (chosen.names or chosen.roster):  # it goes on with those that it had
        before = asked_before(folder)
        chosen.names = before.get("names")
        chosen.roster = Path(before["roster"]) if "roster" in before else None
    read = roster_of(chosen, Path()) if chosen.roster else None
    roster = listed_names((student.id, student.name) for student in read.students) if read else ()
    names = Names.ROSTER if roster else Names(chosen.names or "none")
    room = Room(plan, RoomStore(folder, alone=True), names=names, roster=roster, asked=_asked(chosen))
    if room.left_out:
        warn(room.left_out)
    return room


def asked_before(lesson: Path) -> dict[str, str]:
    """Return what `_asked` returned when a lesson was begun, or gone on with."""
    from coupquiz.classroom.room.store import RoomStore

    with closing(RoomStore(lesson)) as store:
        asked: dict[str, str] = store.about().get("asked", {})
    return asked


def _asked(chosen: argparse.Namespace) -> dict[str, str]:
    """Return what of the command line is needed to go on with a lesson or export it, from any folder."""
    from coupquiz.banks.bank import is_name

    what = chosen.what and Path(chosen.what).expanduser()
    is_path = what and (what.is_dir() or not is_name(chosen.what))
    asked = {
        "what": what.absolute() if is_path else chosen.what,
        "case": chosen.case and chosen.case.expanduser().absolute(),
        "names": chosen.names,
        "roster": chosen.roster and chosen.roster.expanduser().absolute(),
    }
    return {name: str(value) for name, value in asked.items() if value}


def home_of(chosen: argparse.Namespace) -> Path:
    """Return the teacher's folder with all lessons."""
    from coupquiz.classroom.room.class_folder import FOLDER

    return Path(chosen.dir or Path.home() / FOLDER).expanduser().absolute()


def plan_of(chosen: argparse.Namespace) -> Plan:
    """Return what the command line wants to be asked."""
    import coupdata
    from coupquiz.banks.questions_file import SUFFIX
    from coupquiz.classroom.room.lesson_plan import narrowed, plan_bank, plan_lesson, plan_test
    from coupquiz.lesson.copies import TEACHERS, notebook_folder

    case = coupdata.load(chosen.case)
    if not chosen.what:
        files = sorted(notebook_folder().glob("*.ipynb"))
        plan = plan_lesson([file for file in files if file.name not in TEACHERS], case)
    else:
        path = Path(chosen.what).expanduser()
        if path.is_dir() or path.name.endswith(SUFFIX):
            return plan_test(path, case)
        plan = plan_bank(chosen.what, case)
    return narrowed(plan, chosen.questions) if chosen.questions else plan
