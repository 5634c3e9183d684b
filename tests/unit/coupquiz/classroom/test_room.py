"""A lesson as it is given: what is open can be answered, and nothing else; what was acknowledged is kept."""

import json
import sqlite3
from pathlib import Path

import pytest

import coupdata
from coupquiz.answers.file_format import RecordKey
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.answering import receive
from coupquiz.classroom.room.lesson_plan import plan_lesson, plan_test
from coupquiz.classroom.room.names import Names, UnusableNameError
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.room.room import RoomError
from coupquiz.classroom.room.state import Wall, Way
from coupquiz.classroom.room.store import FILE, RoomStore, StoreError
from coupquiz.classroom.server.desk_acts import act as act_of_desk
from coupquiz.classroom.views.desk_view import desk_plan, desk_view
from coupquiz.classroom.views.seat_view import seat_page, seat_view
from coupquiz.classroom.views.wall_view import wall_view
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from tests.unit.coupquiz.classroom.rooms import CASE, ONE_CHOICE, PLAN, RIGHT, WRONG, a_room, answer

ROOT = Path(__file__).parents[4]
NOTEBOOKS = ROOT / "notebooks"
TEST_FILE = next((ROOT / "exercises" / "assignments").rglob("*.questions.json"))


def test_a_seat_needs_the_code_however_it_is_typed(tmp_path: Path) -> None:
    """Small letters and spaces do no harm; anything else is refused."""
    room = a_room(tmp_path)
    typed = f" {room.code[:3].lower()}-{room.code[3:].lower()} "
    assert room.join(typed).id == 1
    for wrong in ("", "ABCDEF", None, 7, ["x"], room.code[:-1], "ä" * 6):
        with pytest.raises(RoomError, match="not the code"):
            room.join(wrong)
    assert len(room.seats) == 1


def test_names_are_asked_for_only_where_the_teacher_wants_them(tmp_path: Path) -> None:
    """Each way of asking takes its names, each once, and none that hides something."""
    room = a_room(tmp_path / "none")
    assert room.join(room.code, "Rosa").name == ""
    room = a_room(tmp_path / "nick", names=Names.NICKNAME)
    assert room.join(room.code, "  Ro\u202esa\n<b> ").name == "Ro sa <b>"
    for taken in ("Ro sa <B>", "", "\u0000", None, {}):
        with pytest.raises(UnusableNameError):
            room.join(room.code, taken)
    assert len(room.join(room.code, "x" * 900).name) == 40
    room = a_room(tmp_path / "roster", names=Names.ROSTER, roster=("Zoé", "Ben"))
    assert room.join(room.code, "Zoe\u0301").name == "Zoé"
    with pytest.raises(UnusableNameError, match="list"):
        room.join(room.code, "Carl")
    long = "Anna Katharina Magdalena von und zu Hohenstein-Birkenfeld"
    room = a_room(tmp_path / "long", names=Names.ROSTER, roster=(long,))
    assert room.join(room.code, long).name == long
    room = a_room(tmp_path / "number", names=Names.NUMBER)
    assert room.join(room.code, "17").name == "17"
    with pytest.raises(UnusableNameError, match="digits"):
        room.join(room.code, "1a")


def test_a_seat_is_found_again_by_its_key_and_by_nothing_else(tmp_path: Path) -> None:
    """The key leads back; what looks like it does not."""
    room = a_room(tmp_path)
    one, two = room.join(room.code), room.join(room.code)
    assert room.seat_by_key(two.way_back.lower()) == two
    assert room.seat_of(one.learner) == one
    for wrong in ("", None, one.way_back[:-1], one.learner):
        with pytest.raises(RoomError):
            room.seat_by_key(wrong)


def test_what_is_not_open_takes_no_answer(tmp_path: Path) -> None:
    """Before, after and in a pause it is sent back: the page may keep it until it is."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    with pytest.raises(RoomError, match="not open"):
        answer(room, seat, "part-1", ONE_CHOICE, RIGHT)
    teaching.open_parts(room, ["part-1"])
    assert answer(room, seat, "part-1", ONE_CHOICE, RIGHT)["answer"] == RIGHT
    teaching.pause(room, True)
    with pytest.raises(RoomError, match="not open"):
        answer(room, seat, "part-1", ONE_CHOICE, WRONG)
    teaching.pause(room, False)
    teaching.open_parts(room, [])
    teaching.let_do(room, Way.WAIT)
    for page in ("part-1", "part-2", "vote-1-1", "vote-9-9", "test", "", "../desk"):
        with pytest.raises(RoomError, match="not open"):
            answer(room, seat, page, ONE_CHOICE, WRONG)
    assert room.live(seat).attempt(ONE_CHOICE).answer == RIGHT
    assert seat_page(room, seat, "part-1") is None


def test_a_vote_counts_until_it_is_closed_and_an_empty_one_does_not(tmp_path: Path) -> None:
    """The last vote before the close is the one that counts."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    page = vote_page(1, 1)
    for empty in (None, "", [], {}, "no-such-option", 0):
        state = answer(room, seat, page, ONE_CHOICE, empty)
        assert state["answer"] is None
        assert "no vote" in state["trouble"]
    assert not room.votes(1, 1)
    assert answer(room, seat, page, ONE_CHOICE, WRONG)["at"]
    assert answer(room, seat, page, ONE_CHOICE, RIGHT)["answer"] == RIGHT
    teaching.close(room)
    late = answer(room, seat, page, ONE_CHOICE, WRONG)
    assert (late["answer"], late["turn"]) == (RIGHT, f"turn-{WRONG}-answer")
    assert "closed" in late["trouble"]
    assert room.votes(1, 1)[seat.id].answer == RIGHT


def test_the_second_round_is_a_vote_of_its_own(tmp_path: Path) -> None:
    """It begins empty, the first can be changed no more, and who changed their mind follows."""
    room = a_room(tmp_path)
    seats = [room.join(room.code) for _each in range(3)]
    teaching.ask(room, ONE_CHOICE)
    for seat in seats:
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    teaching.close(room)
    teaching.vote_again(room)
    assert (
        seat_page(room, seats[0], vote_page(1, 2))["blocks"][0]["states"][ONE_CHOICE.question]["answer"]
        is None
    )
    assert seat_page(room, seats[0], vote_page(1, 1)) is None
    with pytest.raises(RoomError, match="not open"):
        answer(room, seats[0], vote_page(1, 1), ONE_CHOICE, RIGHT)
    assert room.votes(1, 1)[seats[0].id].answer == WRONG
    answer(room, seats[0], vote_page(1, 2), ONE_CHOICE, RIGHT)
    with pytest.raises(RoomError, match="twice"):
        teaching.vote_again(room)
    teaching.reveal(room)
    result = desk_view(room, (), "")["result"]
    assert [each["right"] for each in result["rounds"]] == [0, 1]
    assert result["shift"] == [{"from": WRONG, "to": RIGHT, "count": 1}]
    assert result["swayed"] == {"wrong": 1, "found": 1, "right": 0, "lost": 0}


def test_nothing_tells_what_is_right_or_was_answered_before_the_reveal(tmp_path: Path) -> None:
    """What seat and wall are sent is the same, byte for byte, whatever the others answer."""
    room = a_room(tmp_path)
    mine, *others = [room.join(room.code) for _each in range(7)]
    for key in (key for key in PLAN.questions if PLAN.question(key).scored):
        question = PLAN.question(key)
        teaching.ask(room, key)
        page = vote_page(room.state.poll, 1)

        def sent(given: object, key=key, page=page) -> str:
            for seat in others:
                answer(room, seat, page, key, given)
            shown = [wall_view(room, 7, ""), seat_view(room, mine), seat_page(room, mine, page)]
            states = shown[2]["blocks"][0]["states"][key.question]
            assert not any(states[name] for name in ("said", "help", "marks", "cites"))
            return json.dumps(shown)

        right, wrong = solution(question), next(iter(KINDS[question.kind].mistakes(question)))
        as_right = sent(right)
        assert sent(wrong) == as_right
        answer(room, mine, page, key, right)
        teaching.close(room)
        for word in ("share", "counts", "solution", "swayed", "shift"):
            assert f'"{word}"' not in json.dumps([wall_view(room, 7, ""), seat_view(room, mine)])
        with pytest.raises(RoomError, match="shown once"):
            teaching.show(room, Wall.RESULT)
        teaching.reveal(room)
        assert wall_view(room, 7, "")["result"]["rounds"][0]["of"] == 7
        said = seat_page(room, mine, page)["blocks"][0]["states"][key.question]
        assert said["said"]
        assert said["cites"]


def test_a_part_leads_to_its_own_questions_alone(tmp_path: Path) -> None:
    """Whoever asks for the solution of a question that is not open gets nothing, though its bank is."""
    plan = plan_lesson(sorted(NOTEBOOKS.glob("0*.ipynb")), CASE)
    room = a_room(tmp_path, plan)
    seat = room.join(room.code)
    asked = {part.id: part.questions for part in plan.parts if part.questions}
    first, second = [id for id, keys in asked.items() if keys[0].bank == "background"][:2]
    teaching.open_parts(room, [first])
    key = asked[second][0]
    assert not answer(room, seat, first, key, None, "solution")
    assert not room.live(seat).attempt(key).shown


def test_a_part_is_opened_and_closed_beside_the_others(tmp_path: Path) -> None:
    """In the order of the lesson, whatever the desk knew to be open when its button was drawn."""
    room = a_room(tmp_path, plan_lesson(sorted(NOTEBOOKS.glob("0[12]_*.ipynb")), CASE))
    ids = [part.id for part in room.plan.parts]
    for id, is_open, parts in (
        (ids[2], True, (ids[2],)),
        (ids[0], True, (ids[0], ids[2])),
        (ids[0], True, (ids[0], ids[2])),
        ("part-0", True, (ids[0], ids[2])),
        (ids[2], False, (ids[0],)),
    ):
        act_of_desk(room, {"act": "part", "id": id, "open": is_open})
        assert (room.state.way, room.state.parts) == (Way.OWN_PACE, parts)


def test_the_walls_timeline_is_stepped_through_to_its_ends(tmp_path: Path) -> None:
    """From wherever it is by then, so that two steps are two; what is no step stays there."""
    room = a_room(tmp_path)
    events = [event["id"] for event in desk_plan(room)["events"]]
    last = len(events) - 1
    for by, there in ((1, 0), (1, 1), (1, 2), (-1, 1), (-1, 0), (-1, 0), ("1", 0), (9**99, last), (1, last)):
        act_of_desk(room, {"act": "step", "by": by})
        assert (room.state.wall, room.state.event) == (Wall.TIMELINE, events[there])


def test_a_question_that_is_asked_again_is_as_closed_as_before(tmp_path: Path) -> None:
    """The page of the earlier vote tells nothing, and nor does the new one."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    teaching.close(room)
    teaching.ask(room, ONE_CHOICE)
    with pytest.raises(RoomError):
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    state = answer(room, seat, vote_page(2, 1), ONE_CHOICE, WRONG)
    assert not any(state[name] for name in ("said", "help", "marks", "cites"))


def test_the_right_option_is_marked_once_it_is_shown(tmp_path: Path) -> None:
    """Beside what was chosen, and for a seat that chose nothing."""
    room = a_room(tmp_path)
    wrong, none = room.join(room.code), room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    page = vote_page(1, 1)
    answer(room, wrong, page, ONE_CHOICE, WRONG)
    teaching.reveal(room)
    marks = [
        seat_page(room, seat, page)["blocks"][0]["states"][ONE_CHOICE.question]["marks"]
        for seat in (wrong, none)
    ]
    assert marks == [{RIGHT: True, WRONG: False}, {RIGHT: True}]


def test_the_desk_hears_what_was_answered_once_the_vote_is_closed(tmp_path: Path) -> None:
    """While it is open, the desk knows only how many have voted."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)
    view = desk_view(room, {seat.id}, "")
    assert (view["result"], view["poll"]["answered"]) == (None, 1)
    assert view["seats"][0]["voted"]
    teaching.close(room)
    assert desk_view(room, (), "")["result"]["rounds"][0]["share"]["advice"] == "go-on"
    json.dumps([desk_view(room, (), ""), desk_plan(room)])


def test_hands_count_like_votes(tmp_path: Path) -> None:
    """Numbers of raised hands give the same shares and the same advice."""
    room = a_room(tmp_path)
    teaching.ask(room, ONE_CHOICE)
    teaching.count_hands(room, {RIGHT: 12, WRONG: 8})
    for wrong in ({"no-such": 1}, {RIGHT: -1}, {RIGHT: 1.5}, {RIGHT: True}, {RIGHT: 10_000}, {RIGHT: "3"}):
        with pytest.raises(RoomError):
            teaching.count_hands(room, wrong)
    teaching.close(room)
    first = desk_view(room, (), "")["result"]["rounds"][0]
    assert (first["right"], first["of"], first["share"]["advice"]) == (12, 20, "discuss")
    teaching.vote_again(room)
    teaching.count_hands(room, {RIGHT: 18, WRONG: 2})
    teaching.reveal(room)
    assert wall_view(room, 0, "")["result"]["rounds"][1]["counts"][RIGHT] == 18
    with pytest.raises(RoomError, match="shown"):
        teaching.count_hands(room, {RIGHT: 20})


def test_whatever_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    """Same code, same secrets, same place in the lesson, same answers."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.open_parts(room, ["part-1"])
    answer(room, seat, "part-1", ONE_CHOICE, RIGHT, "check")
    teaching.ask(room, ONE_CHOICE)
    answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    teaching.count_hands(room, {RIGHT: 3})
    again = a_room(tmp_path)  # the first one is not closed
    assert (again.code, again.secret, again.id, again.desk_secret) == (
        room.code,
        room.secret,
        room.id,
        room.desk_secret,
    )
    assert again.state == room.state
    assert again.seats == room.seats
    assert again.votes(1, 1)[seat.id].answer == WRONG
    assert again.hands(1, 1) == {RIGHT: 3}
    assert again.live(seat).attempt(ONE_CHOICE).solved
    teaching.close(again)
    assert answer(again, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)["answer"] == WRONG


@pytest.mark.parametrize("act", ["hint", "check"])
def test_what_a_seat_sends_again_after_a_kill_counts_once(tmp_path: Path, act: str) -> None:
    """Its page had not heard that it was done."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.open_parts(room, ["part-1"])
    message = {"page": "part-1", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question}
    message |= {"act": act, "answer": WRONG, "turn": "1", "counted": 0}
    for _again in range(2):
        room = a_room(tmp_path)
        assert receive(room, seat, message)[ONE_CHOICE.question]["counted"][act] == 1
    assert len(room.live(seat).log(ONE_CHOICE)) == (act == "check")


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    """Seat and desk say it; what waited is written once there is room."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    pages = room.store._db.execute("PRAGMA page_count").fetchone()[0]
    room.store._db.execute(f"PRAGMA max_page_count = {pages}")
    long = "x" * 50_000
    teaching.open_parts(room, ["part-1"])
    own = next(key for key in PLAN.questions if PLAN.question(key).kind == "date")
    state = answer(room, seat, "part-1", own, long)
    assert "cannot write" in state["trouble"]
    assert not state["at"]
    assert "full" in desk_view(room, (), "")["trouble"]
    teaching.pause(room, True)
    with pytest.raises(RoomError):
        answer(room, seat, "part-1", own, None)
    teaching.pause(room, False)
    assert a_room(tmp_path).votes(1, 1)[seat.id].answer == WRONG
    room.store._db.execute("PRAGMA max_page_count = 100000")
    assert answer(room, seat, "part-1", ONE_CHOICE, RIGHT)["at"]
    assert a_room(tmp_path).live(seat).attempt(own).answer == long  # what waited is written, too
    assert not desk_view(room, (), "")["trouble"]


def test_a_vote_that_cannot_be_written_is_sent_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page has it still, and what is too long is nobody's trouble but its own."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)

    def full(*_row: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(room.store, "write_vote", full)
        with pytest.raises(OSError, match="full"):
            answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)
    assert desk_view(room, (), "")["trouble"] == "disk full"
    assert answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)["at"]
    assert not desk_view(room, (), "")["trouble"]


def test_a_seat_is_forgotten_with_all_that_it_answered(tmp_path: Path) -> None:
    """Nothing of it is left in the file, and nobody else gets its number."""
    room = a_room(tmp_path, names=Names.NICKNAME)
    seat, other = room.join(room.code, "Rosamunde"), room.join(room.code, "Ben")
    teaching.ask(room, ONE_CHOICE)
    for each in (seat, other):
        answer(room, each, vote_page(1, 1), ONE_CHOICE, RIGHT)
    room.forget(seat.id)
    assert room.seat_of(seat.learner) is None
    assert len(room.votes(1, 1)) == 1
    assert room.join(room.code, "Carl").id == 3
    on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Rosamunde" not in on_disk
    assert seat.learner.encode() not in on_disk
    assert len(a_room(tmp_path).votes(1, 1)) == 1


def test_a_test_is_answered_between_its_begin_and_its_end(tmp_path: Path) -> None:
    """Its clock can be stopped; when it has run out, nothing is taken."""
    plan = plan_test(TEST_FILE, coupdata.load())
    room = a_room(tmp_path, plan)
    seat = room.join(room.code)
    form = plan.test.forms[0]
    key = RecordKey(plan.test.bank, form.id)
    assert seat_page(room, seat, "test") is None
    teaching.open_test(room, True)
    teaching.set_clock(room, 600)
    assert 599 < room.seconds_left() <= 600
    given = form.choices[0].id if form.choices else "9 May 1920"
    assert answer(room, seat, "test", key, given)["answer"] == given
    state = seat_page(room, seat, "test")["blocks"][0]["states"][form.id]
    assert not any(state[name] for name in ("said", "help", "marks", "buttons"))
    teaching.stop_clock(room, True)
    assert desk_view(room, (), "")["test"]["runs"] is False
    assert answer(room, seat, "test", key, None)["answer"] is None
    teaching.set_clock(room, 0)
    assert "closed" in answer(room, seat, "test", key, given)["trouble"]
    teaching.open_test(room, False)
    assert seat_page(room, seat, "test") is None
    teaching.open_test(room, True)
    assert room.seconds_left() is None
    assert answer(room, seat, "test", key, given)["answer"] == given
    with pytest.raises(RoomError, match="vote"):
        teaching.ask(room, ONE_CHOICE)


def test_the_desk_sees_how_far_a_test_has_come_also_while_it_is_closed(tmp_path: Path) -> None:
    """After a restart, too, and of whoever comes late."""
    plan = plan_test(TEST_FILE, CASE)
    room = a_room(tmp_path, plan)
    seat = room.join(room.code)
    teaching.open_test(room, True)
    form = next(form for form in plan.test.forms if form.choices)
    answer(room, seat, "test", RecordKey(plan.test.bank, form.id), form.choices[0].id)
    teaching.open_test(room, False)
    room.store.close()
    room = a_room(tmp_path, plan)
    room.join(room.code)
    first, late = (seat["signs"] for seat in desk_view(room, (), "")["seats"])
    assert len(first) == len(late) > 1
    assert first != late


def test_the_clock_runs_just_while_the_class_works_on_the_test(tmp_path: Path) -> None:
    """What the teacher has stopped stays stopped, and a pause starts nothing."""
    room = a_room(tmp_path, plan_test(TEST_FILE, CASE))

    def runs() -> bool:
        return bool(desk_view(room, (), "")["test"]["runs"])

    teaching.set_clock(room, 600)
    for paused in (True, False):
        teaching.pause(room, paused)
        assert not runs()
    teaching.open_test(room, True)
    assert runs()
    teaching.stop_clock(room, True)
    for paused in (True, False):
        teaching.pause(room, paused)
        assert not runs()
    teaching.pause(room, True)
    teaching.stop_clock(room, False)
    teaching.set_clock(room, 300)
    assert not runs()
    teaching.let_do(room, Way.TEST)
    assert runs()
    teaching.let_do(room, Way.WAIT)
    assert not runs()
    assert 299 < room.seconds_left() <= 300


def test_a_lesson_that_is_over_stays_so(tmp_path: Path) -> None:
    """Nobody joins, nothing opens, nothing is taken."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    teaching.open_parts(room, ["part-1"])
    teaching.end(room)
    for act in (
        lambda: teaching.let_do(room, Way.WAIT),
        lambda: teaching.ask(room, ONE_CHOICE),
        lambda: room.join(room.code),
    ):
        with pytest.raises(RoomError, match="over"):
            act()
    with pytest.raises(RoomError):
        answer(room, seat, "part-1", ONE_CHOICE, RIGHT)
    assert not room.live(seat).attempt(ONE_CHOICE).answer
    with pytest.raises(RoomError, match="over"):
        teaching.count_hands(room, {RIGHT: 1})
    assert list(room.polls) == [1]


def test_a_store_of_a_newer_version_or_that_is_none_is_refused_politely(tmp_path: Path) -> None:
    """The text says what to do."""
    RoomStore(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer"):
        RoomStore(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FILE).write_bytes(b"no database at all" * 99)
    with pytest.raises(StoreError, match="cannot be kept"):
        RoomStore(tmp_path / "other")
