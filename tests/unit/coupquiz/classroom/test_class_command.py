"""`coup1920 class`: what it asks, what it writes afterwards, and what it forgets."""

import json
import shutil
from pathlib import Path

import pytest

import coupdata
from coupquiz.answers.file_format import RecordKey
from coupquiz.banks.bank import bank_file
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.class_folder import folder_to_use
from coupquiz.classroom.room.export import export
from coupquiz.classroom.room.lesson_lock import LessonOpenError
from coupquiz.classroom.room.lesson_plan import Asked, PlanError, narrowed, plan_lesson
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.store import RoomStore
from coupquiz.classroom.views.desk_view import desk_view
from coupquiz.classroom.views.seat_view import seat_view
from coupquiz.classroom.views.wall_view import wall_view
from coupquiz.cli.main import main, parser
from coupquiz.cli.which_room import plan_of, room_of
from coupquiz.kinds.check import solution
from coupquiz.lesson.copies import TEACHERS, notebook_folder
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, PLAN, RIGHT, WRONG, answer


def opened(tmp_path: Path, *arguments: str) -> Room:
    """Return the room that the command would serve."""
    return room_of(parser().parse_args(["class", *arguments, "--dir", str(tmp_path)]))


def test_the_lesson_is_that_of_the_notebooks() -> None:
    """Every question of a learner's notebooks that needs no code, by the numbers that it has there."""
    notebooks = [file for file in sorted(notebook_folder().glob("*.ipynb")) if file.name not in TEACHERS]
    plan = plan_lesson(notebooks, coupdata.load())
    assert len(plan.parts) >= 10
    assert len({plan.numbers[key] for key in plan.questions}) == len(plan.questions) >= 40
    asked = "".join(file.read_text(encoding="utf-8") for file in notebooks)
    assert all(f'\\"{key.question}\\"' in asked for key in plan.questions)
    for part in plan.parts:
        assert part.title
        assert part.blocks


def test_a_lesson_can_be_narrowed_by_ids_and_numbers(tmp_path: Path) -> None:
    """Parts without any of them go; one that there is not is named."""
    plan = opened(tmp_path, "--questions", "which-failure", "1.5").plan
    assert {plan.numbers[key] for key in plan.questions} >= {"1.5"}
    assert len(plan.questions) == 2
    with pytest.raises(PlanError, match="first-step"):
        narrowed(PLAN, ["first-stepp"])
    assert len(opened(tmp_path, "week", "--questions", "first-step", "2").plan.questions) == 2
    (asked,) = (block for block in PLAN.parts[0].blocks if isinstance(block, Asked))
    assert asked.bank == "week"


def test_a_lesson_that_was_not_ended_goes_on(tmp_path: Path) -> None:
    """The same folder, unless another plan is asked for, or a new lesson."""
    room = opened(tmp_path, "week")
    with pytest.raises(LessonOpenError, match="open in another room"):
        opened(tmp_path, "week")
    room.store.close()
    again = opened(tmp_path, "week")
    assert (again.id, again.code) == (room.id, room.code)
    assert opened(tmp_path, "start").id != room.id
    teaching.end(again)
    assert folder_to_use(tmp_path, "week", new=False) != again.store.path.parent


def test_a_new_lesson_can_be_begun_at_any_time(tmp_path: Path) -> None:
    """Beside one that is open, too."""
    assert opened(tmp_path, "week").id != opened(tmp_path, "week", "--new").id


def test_a_number_is_that_of_a_seat_before_it_is_a_name(tmp_path: Path) -> None:
    """Where numbers are asked for, nobody else is forgotten."""
    room = opened(tmp_path, "week", "--names", "number")
    for number in ("2", "1", "7"):
        room.join(room.code, number)
    room.store.close()
    for seat in ("1", "7"):
        assert (
            main(["class", "--dir", str(tmp_path), "--forget", f"{room.store.path.parent.name}/{seat}"]) == 0
        )
    again = opened(tmp_path, "week")
    assert [seat.name for seat in again.seats.values()] == ["1"]


def test_nothing_is_forgotten_under_an_open_room(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A room goes on from what it has in memory: its seats are forgotten at the desk."""
    room = opened(tmp_path, "week")
    room.join(room.code)
    for what in ("all", room.store.path.parent.name, f"{room.store.path.parent.name}/1"):
        assert main(["class", "--dir", str(tmp_path), "--forget", what]) == 1
        assert "open in another room" in capsys.readouterr().err
    assert room.store.seats()


def test_a_room_is_graded_and_reported_on_like_a_course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Own answers count, else the last vote; a folder for each seat that has answered."""
    room = opened(tmp_path, "week", "--names", "nickname")
    rosa, ben, _idle = (room.join(room.code, name) for name in ("Rosa", "a/b", "Idle"))
    teaching.open_parts(room, ["part-1"])
    other = next(key for key in PLAN.questions if PLAN.question(key).kind == "date")
    answer(room, rosa, "part-1", other, solution(PLAN.question(other)), "check")
    teaching.ask(room, ONE_CHOICE)
    for seat, given in ((rosa, RIGHT), (ben, WRONG)):
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, given)
    teaching.vote_again(room)
    answer(room, ben, vote_page(1, 2), ONE_CHOICE, RIGHT)
    room.store.close()

    out = tmp_path / "out"
    assert main(["class", "--dir", str(tmp_path), "--export", str(out)]) == 0
    assert "2 seats" in capsys.readouterr().out
    assert sorted(place.name for place in (out / "answers").iterdir()) == ["Rosa", "seat-02"]
    votes = json.loads((out / "votes.json").read_text(encoding="utf-8"))["votes"]
    assert votes[0]["rounds"][0]["answers"] == {"1": RIGHT, "2": WRONG}
    key = str(out / "keys" / "week.toml")
    assert main(["grade", str(out / "answers"), "--key", key, "--out", str(tmp_path / "marks")]) == 0
    marks = next((tmp_path / "marks").glob("*.csv")).read_text(encoding="utf-8")
    assert "Rosa" in marks
    assert "seat-02" in marks
    assert main(["report", str(out / "answers"), "--key", key, "--out", str(tmp_path / "report")]) == 0
    assert "2 of 2" in capsys.readouterr().out


def test_what_was_kept_is_forgotten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A seat, a lesson, everything; what there is not is said."""
    room = opened(tmp_path, "week", "--names", "nickname")
    room.join(room.code, "Rosa")
    room.join(room.code, "Ben")
    room.store.close()
    lesson = room.store.path.parent
    assert main(["class", "--dir", str(tmp_path), "--forget", f"{lesson.name}/Rosa"]) == 0
    store = RoomStore(lesson)
    assert [seat.name for seat in store.seats()] == ["Ben"]
    store.close()
    assert b"Rosa" not in b"".join(file.read_bytes() for file in lesson.iterdir())
    assert main(["class", "--dir", str(tmp_path), "--forget", f"{lesson.name}/Carl"]) == 1
    assert "Ben" in capsys.readouterr().err
    assert main(["class", "--dir", str(tmp_path), "--forget", lesson.name]) == 0
    assert not lesson.exists()
    assert main(["class", "--dir", str(tmp_path), "--forget", "no-such"]) == 1
    opened(tmp_path, "week").store.close()
    assert main(["class", "--dir", str(tmp_path), "--forget", "all"]) == 0
    assert not [place for place in tmp_path.iterdir() if place.is_dir()]


ROSTER = "id,name\na17,Anna Berg\nb2,Ben\nc3,anna berg\n"


def own_bank(folder: Path, asked: str = "first-step") -> Path:
    """A bank of a teacher's own, in which one question has this name."""
    shipped = bank_file("week").read_text(encoding="utf-8")
    file = folder / "own.toml"
    file.write_text(shipped.replace('id = "first-step"', f'id = "{asked}"'), encoding="utf-8")
    return file


def test_a_lesson_is_exported_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though its bank and its case were named from another."""
    (tmp_path / "here").mkdir()
    own_bank(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    shutil.copytree(Path(coupdata.__file__).parent / "data", tmp_path / "here" / "case")
    room = opened(tmp_path / "class", "own.toml", "--case", "case")
    room.join(room.code)
    room.store.close()
    monkeypatch.chdir(tmp_path)
    assert main(["class", "--dir", str(tmp_path / "class"), "--export", str(tmp_path / "out")]) == 0


def test_a_vote_on_a_question_that_was_renamed_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The desk says so, and the lesson goes on; the export still has the vote."""
    file = own_bank(tmp_path)
    room = opened(tmp_path / "class", str(file))
    seat = room.join(room.code)
    teaching.ask(room, RecordKey("week", "first-step"))
    room.store.close()
    own_bank(tmp_path, "step-one")
    room = opened(tmp_path / "class", str(file))
    assert "The question first-step is not in the bank any more" in capsys.readouterr().err
    view = desk_view(room, (), "")
    assert "first-step" in view["leftOut"]
    assert (view["poll"], view["way"]) == (None, "wait")
    assert wall_view(room, 1, "")["question"] is None
    assert seat_view(room, room.seats[seat.id])["page"] == ""
    with pytest.raises(RoomError):
        teaching.reveal(room)
    teaching.ask(room, RecordKey("week", "step-one"))
    assert desk_view(room, (), "")["poll"]["id"] == "step-one"
    export(room, tmp_path / "out")
    votes = json.loads((tmp_path / "out" / "votes.json").read_text(encoding="utf-8"))["votes"]
    assert [vote["question"] for vote in votes] == ["first-step", "step-one"]


def test_names_are_asked_for_as_before(tmp_path: Path) -> None:
    """The same command without them asks for the same; another way of asking can be told."""
    (tmp_path / "students.csv").write_text(ROSTER, encoding="utf-8")

    def asks(*arguments: str) -> tuple[Names, int]:
        opened(tmp_path, "week", *arguments).store.close()
        room = opened(tmp_path, "week")
        room.store.close()
        return room.names, len(room.roster)

    assert asks("--names", "nickname") == (Names.NICKNAME, 0)
    assert asks("--roster", str(tmp_path / "students.csv")) == (Names.ROSTER, 3)
    assert asks() == (Names.ROSTER, 3)
    assert asks("--names", "none") == (Names.NONE, 0)


def test_namesakes_are_told_apart(tmp_path: Path) -> None:
    """Both can join, and each is known to marks by the id."""
    (tmp_path / "students.csv").write_text(ROSTER, encoding="utf-8")
    room = opened(tmp_path / "class", "week", "--roster", str(tmp_path / "students.csv"))
    assert room.roster == ("Anna Berg (a17)", "Ben", "anna berg (c3)")
    seats = [room.join(room.code, name) for name in room.roster]
    assert [seat.name for seat in seats] == [*room.roster]
    teaching.ask(room, ONE_CHOICE)
    for seat in seats:
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)
    done = export(room, tmp_path / "out")
    roster, marks = str(tmp_path / "students.csv"), tmp_path / "marks"
    command = [
        "grade",
        str(done.answers),
        "--key",
        str(done.keys[0]),
        "--roster",
        roster,
        "--out",
        str(marks),
    ]
    assert main(command) == 0
    lines = next(marks.glob("*.csv")).read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["a17", "b2", "c3"]


@pytest.mark.parametrize(
    ("what", "said"),
    [("no-such-bank", "no-such-bank"), ("--questions no-such", "no-such"), (".", "assignment")],
)
def test_what_cannot_be_asked_is_said(
    what: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, and no room is begun."""
    assert main(["class", *what.split(), "--dir", str(tmp_path / "class"), "--no-browser"]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert not (tmp_path / "class").exists()


def test_an_assignment_is_a_test() -> None:
    """The folder that students get makes a plan without keys."""
    folder = next(
        file.parent
        for file in (Path(__file__).parents[4] / "exercises/assignments").rglob("*.questions.json")
    )
    plan = plan_of(parser().parse_args(["class", str(folder)]))
    assert plan.test
    assert not plan.banks
