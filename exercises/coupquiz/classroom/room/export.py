"""What a class answered as answers files, one a seat: what `coup1920 grade` and `report` read."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from coupdata.i18n import ngettext
from coupquiz.answers.file_format import AnswersError, AnswersFile, dump, merged, to_json
from coupquiz.answers.file_names import SUFFIX, is_notebook_name
from coupquiz.answers.transfer import FORMAT, VERSION
from coupquiz.banks.bank import bank_file
from coupquiz.classroom.room.export_list import check_replaceable, listed_in, write_list
from coupquiz.classroom.room.names import key as name_key
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.seat_answers import last_votes
from coupquiz.classroom.room.store import Poll, Seat
from coupquiz.course.assignment_key import draft, write_key
from coupquiz.course.course_folder import Course
from coupquiz.files import disk
from coupquiz.files.json_file import dump_json
from coupquiz.report.votes.votes_file import NAME, HeldVote
from coupquiz.report.votes.votes_file import dump as dump_votes
from coupquiz.review.review_forms import BANK

EXPORT = "export"
"""The folder within a lesson's in which the desk writes."""

ANSWERS = "answers"
"""The folder with a folder for each seat."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    answers: Path
    """The folder with a folder for each seat that has answered."""
    seats: int
    """How many these are."""
    left_out: str
    """Which seats have answered too much for a file, in a sentence for the teacher; empty where none has."""
    keys: tuple[Path, ...]
    """The keys by which they are graded; none of a test, whose key lies in its course."""


def export(room: Room, folder: Path, own_case: Path | None = None) -> Exported:
    """Write what was answered, in place of what was exported there before.

    Of what a seat answered at its own pace and its last vote on the same question, the later counts. Who was
    forgotten since the last time is not there any more.

    Args:
        room: The room.
        folder: Where to write: a folder with the answers, one with the keys, and the votes.
        own_case: The folder of the case, if that is not the package's.

    Raises:
        OtherFilesError: Something in the folder would be lost that no export has written.
        OSError: It cannot be written; then the answers are those of before.
    """
    answers, course = folder / ANSWERS, Course(folder)
    own = {seat.id: files for seat in room.seats.values() if (files := list(answers_files(room, seat)))}
    names = _folder_names([room.seats[id] for id in own])
    kept: dict[Path, bytes] = {}
    too_large: list[str] = []
    for id, files in own.items():
        try:
            kept |= {Path(names[id], f"{file.notebook}{SUFFIX}"): dump(file) for file in files}
        except AnswersError:
            too_large.append(room.name_of(room.seats[id]))
    drafts = {id: draft(bank, room.plan.case) for id, bank in room.plan.banks.items()}
    of_keys = (file for key in drafts.values() for file in (course.key(key.id), course.bank(key.id)))
    written = {Path(NAME), *(file.relative_to(folder) for file in of_keys)}
    written |= {ANSWERS / file for file in kept}
    check_replaceable(folder, written, ANSWERS)

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # answers and keys are nobody else's
    write_list(folder, written | listed_in(folder))
    _replace(answers, kept)
    disk.write(folder / NAME, dump_votes(_held(room, poll) for poll in room.polls.values()))
    keys = [
        write_key(key, bank_file(room.plan.sources[id]), course, own_case=own_case)
        for id, key in drafts.items()
    ]
    write_list(folder, written)
    return Exported(answers, len(own) - len(too_large), _left_out(too_large), tuple(keys))


def answers_files(room: Room, seat: Seat) -> Iterator[AnswersFile]:
    """Yield an answers file for each bank to which something was answered at a seat."""
    own = room.live(seat).answers.read()
    answered = {key: record for key, record in own.items() if record.attempt.answer}
    records = merged(last_votes(room, room.polls.values(), seat), answered)
    for bank in dict.fromkeys(key.bank for key in records):
        of_bank = {key: record for key, record in records.items() if key.bank == bank}
        test = room.plan.test
        notebook = test.assignment if test else bank
        drawn_for = (seat.name or seat.learner) if test and test.is_drawn else ""
        yield AnswersFile(notebook, seat.learner, seat.name, of_bank, {}, drawn_for=drawn_for)


def work_of(room: Room, seat: Seat) -> bytes:
    """Return what was answered at a seat as progress that notebooks and site can bring in."""
    homes = {key: part.notebook for part in room.plan.parts for key in part.questions}
    review = next((part.notebook for part in room.plan.parts if part.is_review), BANK)
    files: dict[str, AnswersFile] = {}
    for file in answers_files(room, seat):
        for key, record in file.records.items():
            notebook = review if key.bank == BANK else homes.get(key, file.notebook)
            same = files.setdefault(notebook, replace(file, notebook=notebook, records={}))
            files[notebook] = same.having({key: record})
    notebooks = {notebook: to_json(file) for notebook, file in sorted(files.items())}
    return dump_json({"format": FORMAT, "version": VERSION, "notebooks": notebooks}, 5)


def _left_out(seats: list[str]) -> str:
    said = ngettext(
        "Left out, as its answers are too large for a file: {seats}.",
        "Left out, as their answers are too large for a file: {seats}.",
        len(seats),
    )
    return said.format(seats=", ".join(seats)) if seats else ""


def _held(room: Room, poll: Poll) -> HeldVote:
    return HeldVote(poll.key.bank, poll.key.question, poll.opened, tuple(room.rounds(poll)))


def _replace(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Put a folder with these files in the place of the one that is there."""
    fresh, before = (folder.with_name(f".{folder.name}.{which}") for which in ("new", "before"))
    for left in (fresh, before):  # by an export that was interrupted
        shutil.rmtree(left, ignore_errors=True)
    fresh.mkdir()
    for file, content in files.items():
        (fresh / file).parent.mkdir(exist_ok=True)
        disk.write(fresh / file, content)
    if not folder.exists():
        fresh.rename(folder)
        return
    folder.rename(before)
    fresh.rename(folder)
    shutil.rmtree(before)


def _folder_names(seats: Iterable[Seat]) -> dict[int, str]:
    """Return the name of each seat's folder, no two the same on any file system; names go before numbers."""
    names: dict[int, str] = {}
    taken = set()
    for seat in sorted(seats, key=lambda seat: not is_notebook_name(seat.name)):
        wanted = seat.name if is_notebook_name(seat.name) else f"seat-{seat.id:02}"
        every = chain([wanted], (f"{wanted}-{n}" for n in count(2)))
        names[seat.id] = next(name for name in every if _as_file(name) not in taken)
        taken.add(_as_file(names[seat.id]))
    return names


def _as_file(name: str) -> str:
    """Return by what two names of files are the same: Windows drops what is at their end."""
    return name_key(name).rstrip(" .")
