"""Answers that a learner brings to a seat: from notebooks, the site or another room."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from coupdata.i18n import _
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, can_be_kept, merged, migrated, parse
from coupquiz.answers.transfer import files_in_progress, is_progress
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.room.store import Seat
from coupquiz.files.json_file import DamagedError, FileFormatError, OtherFormatError
from coupquiz.review.review_forms import BANK, day_of, form_of


class Brought(NamedTuple):
    """How many answers were brought to a seat."""

    taken: int
    left_out: int
    """How many this lesson does not ask for, or cannot keep."""


def bring(room: Room, seat: Seat, content: bytes) -> Brought:
    """Merge a file with answers into what was answered at a seat, and return how many of them it has.

    It has those to all notebooks, or to one. What this lesson cannot have asked is left out.

    Raises:
        RoomError: It is no such file, it has nothing of this lesson, or the class does something else now.
        OSError: It cannot be written; then nothing has changed.
    """
    if room.state.way is not Way.OWN_PACE or room.state.paused:
        raise RoomError(_("This is not open now. Try again when your class works at its own pace."))
    try:
        read = files_in_progress(content) if is_progress(content) else [parse(content)]
    except (DamagedError, OtherFormatError) as error:
        raise RoomError(_("This is no file with answers, or it is damaged. Choose another.")) from error
    except FileFormatError as error:
        raise RoomError(str(error)) from error
    files = [_migrated(room, file) for file in read]
    records: dict[RecordKey, Record] = {}
    for file in files:
        records = merged(records, _known(room, file))
    if not records:
        raise RoomError(_("There is no answer to this lesson in this file."))
    room.live(seat).answers.bring(records)
    room.live(seat).refresh()
    room.tell_answered(seat)
    all_records = (pair for file in files for pair in (*file.records.items(), *file.aside.items()))
    given = {key for key, record in all_records if record.attempt.answer}
    taken = sum(bool(record.attempt.answer) for record in records.values())
    return Brought(taken, len(given - records.keys()))


def _migrated(room: Room, file: AnswersFile) -> AnswersFile:
    for bank in room.plan.banks.values():
        file = migrated(file, bank)
    return file


def _known(room: Room, file: AnswersFile) -> dict[RecordKey, Record]:
    asked = {*room.plan.questions}
    return {
        key: record
        for key, record in file.records.items()
        if (key in asked or _comes_back(room, key)) and can_be_kept(record.attempt)
    }


def _comes_back(room: Room, key: RecordKey) -> bool:
    """Return whether this can be a question that came back in this lesson, on a day that has come."""
    if key.bank != BANK or not any(part.is_review for part in room.plan.parts):
        return False
    day, tomorrow = day_of(key.question), datetime.now().astimezone().date() + timedelta(days=1)
    is_asked = room.review.lesson.forms.fact_of(form_of(key.question)) is not None
    return is_asked and day is not None and day <= tomorrow
