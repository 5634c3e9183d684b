"""What comes back at a seat: by what was answered there before, and brought along from elsewhere."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import ANSWER_LIMIT, AnswersFile, Record, RecordKey, dump, parse
from coupquiz.answers.transfer import export_progress, import_progress
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.answering import NoLongerAskedError
from coupquiz.classroom.room.export import export, work_of
from coupquiz.classroom.room.lesson_plan import plan_lesson
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.seat_review.bringing import bring
from coupquiz.classroom.room.seat_review.review_day import asked_of
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.room.store import Seat
from coupquiz.classroom.views.seat_view import onward_from, seat_page, seat_view
from coupquiz.core.behaviour import Attempt
from coupquiz.kinds.check import solution
from coupquiz.lesson.copies import TEACHERS, notebook_folder
from coupquiz.notebook.review.review import Review
from coupquiz.review.review_forms import BANK
from tests.unit.coupquiz.classroom.rooms import CASE, ONE_CHOICE, RIGHT, WRONG, a_room, answer
from tests.unit.coupquiz.review.folders import BANKS, days_ago, lesson_done

PLAN = plan_lesson(
    (file for file in sorted(notebook_folder().glob("*.ipynb")) if file.name not in TEACHERS), CASE
)
(REVIEW,) = (part for part in PLAN.parts if part.is_review)


def opened(folder: Path) -> tuple[Room, Seat]:
    """A room in which the review is open, and somebody in it."""
    room = a_room(folder, PLAN)
    seat = room.join(room.code)
    teaching.open_parts(room, [REVIEW.id])
    return room, seat


def block(room: Room, seat: Seat) -> dict[str, Any]:
    """What the seat's page of review has."""
    page = seat_page(room, seat, REVIEW.id)
    assert page
    (found,) = page["blocks"]
    return dict(found)


def said(room: Room, seat: Seat) -> str:
    """What is said there, in place of a question."""
    return json.dumps(block(room, seat)["said"])


def asked(room: Room, seat: Seat) -> RecordKey:
    """The question that is asked there."""
    (id,) = block(room, seat)["states"]
    return RecordKey(BANK, id)


def solve(room: Room, seat: Seat) -> RecordKey:
    """Answer the question that is asked there rightly, and return it."""
    key = asked(room, seat)
    responder: Any = asked_of(room, seat)._responder
    state = answer(room, seat, REVIEW.id, key, solution(responder._bank.question(key.question)), "check")
    assert state["said"]
    return key


def work(folder: Path, at: datetime) -> bytes:
    """A file of somebody who did the whole lesson then."""
    folder.mkdir()
    lesson_done(folder, at)
    return export_progress(folder)[0]


def test_whoever_has_answered_nothing_is_told_what_to_do(tmp_path: Path) -> None:
    """And on the day itself, when something comes."""
    room, seat = opened(tmp_path)
    assert "Nothing can come back yet." in said(room, seat)
    assert seat_view(room, seat)["parts"] == [
        {
            "id": REVIEW.id,
            "title": REVIEW.title,
            "chapter": REVIEW.chapter,
            "done": 0,
            "of": 0,
            "none": "nothing is due today",
        }
    ]
    part = next(part for part in PLAN.parts if ONE_CHOICE in part.questions)
    teaching.open_parts(room, [part.id, REVIEW.id])
    answer(room, seat, part.id, ONE_CHOICE, WRONG, "check")
    assert "The next question comes tomorrow." in said(room, seat)


def test_each_seat_has_its_own_questions_one_after_another(tmp_path: Path) -> None:
    """Kept like all that it answers: after a restart, in the files of the class, and to be taken along."""
    room, rosa = opened(tmp_path / "room")
    ben = room.join(room.code)
    file = work(tmp_path / "home", days_ago(9))
    assert bring(room, rosa, file) == bring(room, ben, file) > (40, 0)
    assert block(room, rosa)["place"] == "Question 1 of 10 today"
    first = solve(room, rosa)
    assert asked(room, rosa) != first
    assert seat_view(room, rosa)["parts"][0]["done"] == 1
    assert seat_view(room, ben)["parts"][0]["done"] == 0
    room.store.close()
    room = a_room(tmp_path / "room", PLAN)
    rosa, ben = room.seats.values()
    done = {first, *(solve(room, rosa) for _ in range(9))}
    assert len(done) == 10
    assert "Done for today." in said(room, rosa)
    others = {solve(room, ben) for _ in range(10)}
    assert others != done
    export(room, tmp_path / "out")
    (kept,) = (tmp_path / "out" / "answers" / "seat-01").glob("review*.json")
    assert set(parse(kept.read_bytes()).records) == done
    (tmp_path / "later").mkdir()
    import_progress("work.json", work_of(room, rosa), tmp_path / "later")
    assert {file.notebook for file in read_folder(tmp_path / "later").files} >= {"05_review", "01_reading"}
    assert len(Review(*BANKS, notebook="05_review", folder=tmp_path / "later").day.memories) >= 10


def test_a_vote_counts_like_any_other_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was voted on comes back on another day."""
    room, seat = opened(tmp_path)
    teaching.ask(room, ONE_CHOICE)
    answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)
    teaching.reveal(room)
    monkeypatch.setattr("coupquiz.classroom.room.seat_review.review_day._now", lambda: days_ago(-40))
    teaching.let_do(room, Way.OWN_PACE)
    assert asked(room, seat).question.startswith(PLAN.question(ONE_CHOICE).events)


def test_a_vote_that_is_not_revealed_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever voted rightly sees what all others see, until it is shown what is right."""
    room, rosa = opened(tmp_path)
    ben = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    answer(room, rosa, vote_page(1, 1), ONE_CHOICE, RIGHT)
    answer(room, ben, vote_page(1, 1), ONE_CHOICE, WRONG)
    monkeypatch.setattr("coupquiz.classroom.room.seat_review.review_day._now", lambda: days_ago(-40))
    for change in (lambda: None, lambda: teaching.close(room), lambda: teaching.vote_again(room)):
        teaching.let_do(room, Way.VOTE)
        change()
        teaching.let_do(room, Way.OWN_PACE)
        assert "Nothing can come back yet." in said(room, rosa) == said(room, ben)
    teaching.let_do(room, Way.VOTE)
    teaching.reveal(room)
    teaching.let_do(room, Way.OWN_PACE)
    assert asked(room, rosa)


def test_what_is_given_up_is_passed_by(tmp_path: Path) -> None:
    """It was not remembered, and comes again on another day; for today, it is out of the way."""
    room, seat = opened(tmp_path / "room")
    bring(room, seat, work(tmp_path / "home", days_ago(9)))
    first = asked(room, seat)
    answer(room, seat, REVIEW.id, first, None, "solution")
    assert asked(room, seat) != first
    assert seat_view(room, seat)["parts"][0]["done"] == 1


def test_the_way_on_opens_once_a_question_was_tried_or_given_up(tmp_path: Path) -> None:
    """To press *Check* without an answer is no try; after the last one, nothing comes any more."""
    room, seat = opened(tmp_path / "room")
    bring(room, seat, work(tmp_path / "home", days_ago(9)))
    first = asked(room, seat)
    assert answer(room, seat, REVIEW.id, first, None, "check")["said"]
    assert asked(room, seat) == first
    assert not onward_from(room, seat, first._asdict())
    answer(room, seat, REVIEW.id, first, None, "solution")
    assert onward_from(room, seat, first._asdict()) == "Next question"
    words = [onward_from(room, seat, solve(room, seat)._asdict()) for _ in range(9)]
    assert words == ["Next question"] * 8 + ["Finish"]
    assert not onward_from(room, seat, ONE_CHOICE._asdict())


def test_a_question_that_comes_back_no_more_is_answered_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another day has begun, or what was brought along has changed what is due; so the page can go on."""
    room, seat = opened(tmp_path / "room")
    bring(room, seat, work(tmp_path / "home", days_ago(9)))
    key = asked(room, seat)
    other = RecordKey(BANK, f"no-such-form{key.question[-11:]}")
    with pytest.raises(NoLongerAskedError, match="does not come back"):
        answer(room, seat, REVIEW.id, other, "x", "check")
    monkeypatch.setattr("coupquiz.classroom.room.seat_review.review_day._now", lambda: days_ago(-1))
    with pytest.raises(NoLongerAskedError, match="new day"):
        answer(room, seat, REVIEW.id, key, "x", "check")


def test_only_a_file_of_this_lesson_is_brought_in(tmp_path: Path) -> None:
    """While the class works at its own pace; nothing else changes anything."""
    room, seat = opened(tmp_path / "room")
    file = work(tmp_path / "home", days_ago(9))
    other = export_of_another_lesson(file)
    for content, why in (
        (b"Dear Rosa", "no file with answers"),
        (b"[]", "no file with answers"),
        (other, "no answer to this lesson"),
    ):
        with pytest.raises(RoomError, match=why):
            bring(room, seat, content)
    teaching.pause(room, True)
    with pytest.raises(RoomError, match="at its own pace"):
        bring(room, seat, file)
    assert not room.live(seat).answers.read()


def test_the_answers_to_one_notebook_are_brought_in(tmp_path: Path) -> None:
    """As they lie in the folder of the notebooks."""
    room, seat = opened(tmp_path / "room")
    work(tmp_path / "home", days_ago(9))
    (file,) = (tmp_path / "home").glob("01_reading*.json")
    assert bring(room, seat, file.read_bytes()) == (len(parse(file.read_bytes()).records), 0)


def test_what_the_lesson_cannot_have_asked_is_not_brought_in(tmp_path: Path) -> None:
    """No question that never comes back, and no answer that no seat could give."""
    room, seat = opened(tmp_path / "room")
    fact = next(iter(room.review.lesson.forms.facts))
    comes, other = (RecordKey(BANK, f"{fact}-date-2020-01-01"), RecordKey(BANK, "other-date-2020-01-01"))
    long = RecordKey(BANK, f"{fact}-date-2020-01-02")
    now = datetime.now().astimezone()
    ahead = (now + timedelta(days=3)).date().isoformat()
    never = [RecordKey(BANK, f"{fact}-date{day}") for day in ("", "-2020-02-30", f"-{ahead}", "-9999-12-31")]
    given = {comes: "x", other: "x", long: "x" * ANSWER_LIMIT, **dict.fromkeys(never, "x")}
    records = {key: Record(Attempt(answer), now) for key, answer in given.items()}
    file = dump(AnswersFile("05_review", seat.learner, "", records, {}))
    assert bring(room, seat, file) == (1, 2 + len(never))
    assert list(room.live(seat).answers.read()) == [comes]
    without = a_room(tmp_path / "bank")
    seat = without.join(without.code)
    teaching.open_parts(without, ["part-1"])
    with pytest.raises(RoomError, match="no answer to this lesson"):
        bring(without, seat, file)


def export_of_another_lesson(file: bytes) -> bytes:
    """The same file with other banks."""
    values = json.loads(file)
    for notebook in values["notebooks"].values():
        notebook["banks"] = {f"other-{bank}": records for bank, records in notebook["banks"].items()}
    return json.dumps(values).encode()
