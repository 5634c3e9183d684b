"""What the timeline of a seat leaves out: what is open at that seat, and nothing else."""

from pathlib import Path
from shutil import copy

import pytest

from coupdata.problems.errors import UnknownIdError
from coupdata.views import explorer
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupquiz import Quiz
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.asked_review import next_due
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.seat_review.bringing import bring
from coupquiz.classroom.room.seat_review.review_day import asked_of, review_day
from coupquiz.classroom.room.store import Seat
from coupquiz.classroom.views.asked_beside import asked_beside, hidden_beside
from coupquiz.core.form import AskedFor
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.lesson.copies import notebook_folder
from tests.unit.coupquiz.classroom.rooms import CASE, a_room, answer
from tests.unit.coupquiz.classroom.test_seat_review import PLAN, REVIEW, work
from tests.unit.coupquiz.review.folders import days_ago

ASKING = [key for key in PLAN.questions if form(PLAN.question(key)).asked_for != AskedFor()]
PLACE = RecordKey("timeline", "place-the-attack")
ORDER = RecordKey("week", "to-the-decision")
OF_THE_NIGHT = {"college-attack", "college-defended"}
"""What the one asks for, and what has its date by the same sentence."""


def part_with(key: RecordKey) -> str:
    """The part in which a question is asked."""
    return next(part.id for part in PLAN.parts if key in part.questions)


def opened(folder: Path, *keys: RecordKey) -> tuple[Room, Seat]:
    """A room in which the parts with these questions are open, and somebody in it."""
    room = a_room(folder, PLAN)
    seat = room.join(room.code)
    teaching.open_parts(room, [part_with(key) for key in keys])
    return room, seat


def hidden(room: Room, seat: Seat) -> Hidden:
    """What the seat's timeline leaves out."""
    return hidden_beside(room, asked_beside(room, seat))


def of(key: RecordKey) -> set[str]:
    """The events of which a question asks something."""
    asked_for = form(PLAN.question(key)).asked_for
    return {*asked_for.dates, *asked_for.order, *asked_for.links}


def told_of(found: Hidden) -> set[str]:
    """The events that are hidden, and those between which links are."""
    return {*found.events, *(id for ids in found.links for id in ids)}


@pytest.mark.parametrize("key", ASKING, ids=".".join)
def test_it_is_what_a_notebook_hides(key: RecordKey, tmp_path: Path) -> None:
    """With the same questions, by the same numbers."""
    room, seat = opened(tmp_path, key)
    part = room.part(part_with(key))
    assert part
    copy(notebook_folder() / f"{part.notebook}.ipynb", tmp_path)  # it has the numbers
    quizzes = {bank: Quiz(bank, notebook=part.notebook, folder=tmp_path) for bank, _ in part.questions}
    widgets = [quizzes[bank].ask(id) for bank, id in part.questions]
    assert hidden(room, seat) == explorer(CASE).hidden
    assert told_of(hidden(room, seat)) >= of(key)
    for widget in widgets:
        widget.rest()


@pytest.mark.parametrize("key", ASKING, ids=".".join)
def test_it_is_hidden_until_it_is_solved(key: RecordKey, tmp_path: Path) -> None:
    """At this seat alone; a wrong answer and a hint leave it hidden, and what was solved stays so."""
    room, seat = opened(tmp_path, key)
    other, part = room.join(room.code), part_with(key)
    before = hidden(room, seat)
    wrong = next(iter(KINDS[PLAN.question(key).kind].mistakes(PLAN.question(key))))
    answer(room, seat, part, key, wrong, "check")
    answer(room, seat, part, key, wrong, "hint")
    answer(room, seat, part, key, solution(PLAN.question(key)))
    assert hidden(room, seat) == before
    answer(room, seat, part, key, solution(PLAN.question(key)), "check")
    number = PLAN.numbers[key]
    assert number in str(before)
    assert number not in str(hidden(room, seat))
    answer(room, seat, part, key, wrong, "check")
    assert number not in str(hidden(room, seat))
    assert hidden(room, other) == before


def test_the_solution_shows_it_too(tmp_path: Path) -> None:
    """To whoever reads it."""
    room, seat = opened(tmp_path, PLACE)
    assert told_of(hidden(room, seat)) >= OF_THE_NIGHT
    answer(room, seat, part_with(PLACE), PLACE, None, "solution")
    assert told_of(hidden(room, seat)).isdisjoint(OF_THE_NIGHT)


def test_only_what_is_open_to_seats_is_asked(tmp_path: Path) -> None:
    """A part that is closed hides nothing, whatever is open in it."""
    room, seat = opened(tmp_path, PLACE)
    assert told_of(hidden(room, seat)) >= OF_THE_NIGHT
    teaching.open_part(room, part_with(ORDER), is_open=True)
    both = hidden(room, seat)
    assert told_of(both) >= OF_THE_NIGHT | of(ORDER)
    assert both.ordered >= of(ORDER)
    teaching.open_part(room, part_with(ORDER), is_open=False)
    assert PLAN.numbers[ORDER] not in str(hidden(room, seat))
    teaching.open_parts(room, ["part-1"])
    assert asked_beside(room, seat) == {}
    assert hidden(room, seat) == NOTHING


def test_what_is_voted_on_is_hidden_until_the_answer_is_shown(tmp_path: Path) -> None:
    """Although no part with it is open; what a seat votes tells nothing, and another vote hides its own."""
    room = a_room(tmp_path, PLAN)
    seat = room.join(room.code)
    teaching.ask(room, PLACE)
    answer(room, seat, "vote-1-1", PLACE, solution(PLAN.question(PLACE)))
    teaching.open_parts(room, ["part-1"])
    assert told_of(hidden(room, seat)) >= OF_THE_NIGHT
    assert PLAN.numbers[PLACE] in str(hidden(room, seat))
    teaching.close(room)
    assert told_of(hidden(room, seat)) >= OF_THE_NIGHT
    teaching.reveal(room)
    assert asked_beside(room, seat) == {}
    teaching.ask(room, ORDER)
    assert told_of(hidden(room, seat)) >= of(ORDER)


def test_what_is_voted_on_is_not_hidden_from_whoever_has_solved_it(tmp_path: Path) -> None:
    """At their own pace; from all others it is."""
    room, seat = opened(tmp_path, PLACE)
    other = room.join(room.code)
    answer(room, seat, part_with(PLACE), PLACE, solution(PLAN.question(PLACE)), "check")
    teaching.open_parts(room, ["part-1"])
    teaching.ask(room, PLACE)
    assert hidden(room, seat) == NOTHING
    assert told_of(hidden(room, other)) >= OF_THE_NIGHT


def test_what_one_question_has_told_is_not_hidden_for_another(tmp_path: Path) -> None:
    """A date that was found is seen, whatever is to be put in order."""
    room, seat = opened(tmp_path, PLACE, ORDER)
    assert "college-attack" in of(ORDER)
    answer(room, seat, part_with(PLACE), PLACE, solution(PLAN.question(PLACE)), "check")
    assert of(ORDER) - OF_THE_NIGHT <= told_of(hidden(room, seat))
    assert told_of(hidden(room, seat)).isdisjoint(OF_THE_NIGHT)


def test_seats_with_the_same_open_ask_for_the_same(tmp_path: Path) -> None:
    """In whatever order they got there: so a chart is made once."""
    room, seat = opened(tmp_path, *ASKING)
    other = room.join(room.code)
    solved = [key for key in ASKING if len(of(key)) == 1][:3]
    for each, keys in ((seat, solved), (other, solved[::-1])):
        for key in keys:
            answer(room, each, part_with(key), key, solution(PLAN.question(key)), "check")
    assert asked_beside(room, seat) == asked_beside(room, other)
    assert hash(hidden(room, seat)) == hash(hidden(room, other))


def test_what_comes_back_is_not_told_either(tmp_path: Path) -> None:
    """The question that is next; once it is solved, the one after it."""
    room = a_room(tmp_path / "room", PLAN)
    seat = room.join(room.code)
    teaching.open_parts(room, [REVIEW.id])
    bring(room, seat, work(tmp_path / "home", days_ago(30)))
    named = []
    for _ in range(len(review_day(room, seat).due)):
        day, asked = review_day(room, seat), asked_of(room, seat)
        due = next_due(day, room.live(seat))
        assert due
        id = next(id for id in asked.forms if id.startswith(due.form))
        asked_for = asked.forms[id].asked_for
        named.append(asked_beside(room, seat).get("open", ""))
        assert named[-1] == (f"review.{due.form}" if asked_for != AskedFor() else "")
        assert told_of(hidden(room, seat)) >= {*asked_for.dates, *asked_for.order, *asked_for.links}
        answer(room, seat, REVIEW.id, RecordKey("review", id), None, "solution")
    assert any(named)
    assert asked_beside(room, seat) == {}


@pytest.mark.parametrize("name", ["timeline.no-such", "no-such", "no.such", "review.no-such", "review.", "."])
@pytest.mark.parametrize("under", ["open", "told"])
def test_what_is_not_asked_is_refused(tmp_path: Path, under: str, name: str) -> None:
    """An address may be typed by hand."""
    with pytest.raises(UnknownIdError):
        hidden_beside(a_room(tmp_path, PLAN), {under: f"{'.'.join(PLACE)},{name}"})
