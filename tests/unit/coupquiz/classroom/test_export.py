"""What a class answered as files: each seat has its own, what was forgotten goes, others' are left."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coupquiz.answers.file_format import Record, RecordKey, parse
from coupquiz.answers.transfer import files_in_progress
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.export import export, work_of
from coupquiz.classroom.room.export_list import LIST, OtherFilesError
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.store import Seat
from coupquiz.core.behaviour import Attempt
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG, a_room, answer


def voted(folder: Path, *names: str) -> tuple[Room, list[Seat]]:
    """A room in which each of these has voted."""
    room = a_room(folder, names=Names.NICKNAME)
    seats = [room.join(room.code, name) for name in names]
    teaching.ask(room, ONE_CHOICE)
    for seat in seats:
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, RIGHT)
    return room, seats


def exported(folder: Path) -> list[str]:
    """The names of the folders of the seats."""
    return sorted(place.name for place in (folder / "answers").iterdir())


def test_who_was_forgotten_is_in_no_later_export(tmp_path: Path) -> None:
    """The folder is as if they had never been there."""
    room, (rosa, _ben) = voted(tmp_path / "room", "Rosa", "Ben")
    out = tmp_path / "out"
    assert export(room, out).seats == 2
    assert exported(out) == ["Ben", "Rosa"]
    room.forget(rosa.id)
    assert export(room, out).seats == 1
    assert exported(out) == ["Ben"]
    assert "Rosa" not in "".join(map(str, out.rglob("*")))
    assert "Rosa" not in (out / LIST).read_text(encoding="utf-8")
    assert sorted(place.name for place in out.iterdir()) == ["answers", LIST, "keys", "votes.json"]


def test_no_two_seats_share_a_folder(tmp_path: Path) -> None:
    """Not on a disk for which capital letters, or dots at the end, are nothing either."""
    room, seats = voted(tmp_path / "room", "seat-02", "a/b", "Rosa", "Rosa.", "seat-02-2")
    out = tmp_path / "out"
    assert export(room, out).seats == 5
    assert exported(out) == ["Rosa", "Rosa.-2", "seat-02", "seat-02-2", "seat-02-3"]
    files = [parse(file.read_bytes()) for file in out.rglob("*.answers.json")]
    assert {file.learner for file in files} == {seat.learner for seat in seats}


@pytest.mark.parametrize(
    "name", ["answers/Carl/week.answers.json", "answers/notes.txt", "keys/week.toml", "votes.json"]
)
def test_what_no_export_has_written_is_not_touched(name: str, tmp_path: Path) -> None:
    """It is named, and nothing is written; what was written before may be replaced."""
    room, _seats = voted(tmp_path / "room", "Rosa")
    out = tmp_path / "out"
    (out / name).parent.mkdir(parents=True)
    (out / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OtherFilesError, match="not written by an export") as caught:
        export(room, out)
    assert str(out / name) in str(caught.value)
    assert [file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()] == [name]
    (out / name).unlink()
    (out / "marks.csv").write_text("mine", encoding="utf-8")  # where nothing is written
    export(room, out)
    (out / "answers" / ".DS_Store").write_bytes(b"")
    export(room, out)
    assert (out / "marks.csv").read_text(encoding="utf-8") == "mine"
    assert exported(out) == ["Rosa"]


def test_an_export_that_was_interrupted_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answers of before are there until the new ones are whole."""
    room, (rosa, _ben) = voted(tmp_path / "room", "Rosa", "Ben")
    out = tmp_path / "out"
    export(room, out)
    room.forget(rosa.id)
    with monkeypatch.context() as full:
        full.setattr("coupquiz.classroom.room.export.disk.write", _no_room)
        with pytest.raises(OSError, match="full"):
            export(room, out)
    assert exported(out) == ["Ben", "Rosa"]
    with monkeypatch.context() as killed:
        killed.setattr("coupquiz.classroom.room.export.dump_votes", _killed)
        with pytest.raises(KeyboardInterrupt):
            export(room, out)
    export(room, out)
    assert exported(out) == ["Ben"]
    assert not [place for place in out.iterdir() if place.name.startswith(".answers")]


def test_a_hint_does_not_take_a_vote_away(tmp_path: Path) -> None:
    """Of what was done at one's own pace, only an answer counts for more than a vote."""
    room, (rosa, ben) = voted(tmp_path / "room", "Rosa", "Ben")
    teaching.open_parts(room, ["part-1"])
    answer(room, rosa, "part-1", ONE_CHOICE, None, "hint")
    assert room.live(rosa).attempt(ONE_CHOICE).hints == 1
    answer(room, ben, "part-1", ONE_CHOICE, WRONG)
    export(room, tmp_path / "out")
    files = [parse(file.read_bytes()) for file in sorted((tmp_path / "out").rglob("*.answers.json"))]
    assert [(file.name, file.records[ONE_CHOICE].attempt.answer) for file in files] == [
        ("Ben", WRONG),
        ("Rosa", RIGHT),
    ]
    (notebook,) = json.loads(work_of(room, rosa))["notebooks"].values()
    assert f'"{RIGHT}"' in json.dumps(notebook)


def test_of_a_vote_and_an_answer_the_later_counts(tmp_path: Path) -> None:
    """So what was answered at home and is brought along does not take the vote of today away."""
    room, (rosa,) = voted(tmp_path / "room", "Rosa")
    home = {ONE_CHOICE: Record(Attempt(WRONG, tries=1), datetime(2020, 1, 1, tzinfo=UTC))}
    room.live(rosa).answers.bring(home)
    export(room, tmp_path / "out")
    (file,) = (tmp_path / "out").rglob("*.answers.json")
    attempt = parse(file.read_bytes()).records[ONE_CHOICE].attempt
    assert (attempt.answer, attempt.tries) == (RIGHT, 1)


def test_a_seat_with_too_many_answers_is_named_and_the_others_are_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can keep a teacher from the answers of the class."""
    room, (rosa, _ben) = voted(tmp_path / "room", "Rosa", "Ben")
    many = {RecordKey("week", f"q{n}"): Record(Attempt("x" * 400), datetime.now(UTC)) for n in range(9)}
    room.live(rosa).answers.bring(many)
    monkeypatch.setattr("coupquiz.answers.file_format.LIMIT", 2000)
    done = export(room, tmp_path / "out")
    assert (done.seats, exported(tmp_path / "out")) == (1, ["Ben"])
    assert done.left_out.endswith(": Rosa.")


def test_every_try_is_taken_along(tmp_path: Path) -> None:
    """By the teacher's export and by what a learner takes home."""
    room = a_room(tmp_path / "room", names=Names.NICKNAME)
    rosa = room.join(room.code, "Rosa")
    teaching.open_parts(room, ["part-1"])
    for given in (WRONG, RIGHT):
        answer(room, rosa, "part-1", ONE_CHOICE, given, "check")
    export(room, tmp_path / "out")
    (file,) = (tmp_path / "out").rglob("*.answers.json")
    for each in (parse(file.read_bytes()), *files_in_progress(work_of(room, rosa))):
        tries = each.records[ONE_CHOICE].log
        assert [(tried.answer, tried.score) for tried in tries] == [(WRONG, 0.0), (RIGHT, 1.0)]


def _no_room(*_arguments: object) -> None:
    raise OSError("the disk is full")


def _killed(*_arguments: object) -> bytes:
    raise KeyboardInterrupt
