"""What may go wrong while answers are kept; nothing is lost, and the learner is told."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from coupquiz.answers.file_format import LIMIT, AnswersError, RecordKey, parse
from coupquiz.answers.file_names import free_name
from coupquiz.answers.obstacles import obstacle
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt
from coupquiz.files import disk

NIGHT = RecordKey("week", "which-night")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights, limits or signals")

WRITER = """
import sys, time
from datetime import datetime
from coupquiz.answers.file_names import free_name
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt
{before}
answers = Answers(sys.argv[1], "02_timeline")
for tries in range(int(sys.argv[3]), int(sys.argv[4])):
    attempt = Attempt(answer=f"answer {{tries}}", tries=tries)
    unsaved = answers.record("week", sys.argv[2] or f"q{{tries}}", attempt)
    assert not unsaved, unsaved
    print(tries, flush=True)
    time.sleep(0.002)  # nobody clicks faster
"""
"""Answers a question again and again, or one question after another, and says when each answer is saved."""


def writer(folder: Path, question: str, first: int, end: int, before: str = "") -> subprocess.Popen[bytes]:
    """A kernel that answers a question (an empty id: one after another) with these numbers of tries."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER.format(before=before), str(folder), question, str(first), str(end)],
        stdout=subprocess.PIPE,
    )


def answers_in(folder: Path) -> Answers:
    """The answers of the notebook, as a kernel that starts now finds them."""
    return Answers(folder, "02_timeline")


def others_in(folder: Path) -> list[str]:
    """The names of what lies in the folder beside the answers file and its lock."""
    known = ("02_timeline.answers.json", ".02_timeline.answers.json.lock")
    return sorted(path.name for path in folder.iterdir() if path.name not in known)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder with one answer, in which nothing can be written; root, who could, is nobody meanwhile."""
    folder = tmp_path / "read only"
    folder.mkdir()
    answers_in(folder).record(*NIGHT, Attempt(answer="before", tries=1))
    for place in (tmp_path, *tmp_path.parents[:3]):  # up to pytest's own, which is closed to others
        if place.stat().st_uid == os.geteuid():
            place.chmod(place.stat().st_mode | 0o555)
    folder.chmod(0o555)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


# A folder is shared


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder that a group of two students works in."""
    if os.geteuid() != 0:
        pytest.skip("only root can be two students")
    folder = tmp_path / "shared"
    folder.mkdir()
    os.chown(folder, 0, GROUP)
    folder.chmod(0o770)
    for place in (tmp_path, *tmp_path.parents[:3]):
        place.chmod(place.stat().st_mode | 0o555)
    return folder


GROUP, ANNA, BEN = 64321, 64001, 64002


@contextlib.contextmanager
def student(user: int, group: int = GROUP, umask: int = 0o077) -> Iterator[None]:
    """Be this user, who is in the group and has this one as the first."""
    groups = os.getgroups()
    before = os.umask(umask)
    os.setgroups([GROUP])
    os.setegid(group)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)
        os.umask(before)


@POSIX
@pytest.mark.parametrize("umask", [0o077, 0o022, 0o002])
@pytest.mark.parametrize("own_group", [True, False])
def test_in_a_shared_folder_all_of_the_group_can_answer(shared: Path, umask: int, own_group: bool) -> None:
    """Whatever else the first one's files are closed to."""
    for number, user in enumerate((ANNA, BEN, ANNA)):
        with student(user, user if own_group else GROUP, umask):
            assert answers_in(shared).record("week", f"q{number}", Attempt(answer="x")) == ""
            assert len(answers_in(shared).read()) == number + 1
    assert others_in(shared) == []


@POSIX
@pytest.mark.parametrize("name", ["02_timeline.answers.json", ".02_timeline.answers.json.lock"])
def test_a_file_of_somebody_else_is_named_with_its_owner(shared: Path, name: str) -> None:
    """As of one who closed it, or had an older version."""
    with student(ANNA):
        answers_in(shared).record(*NIGHT, Attempt(answer="x"))
        (shared / name).chmod(0o600)
    with student(BEN):
        told = answers_in(shared).record(*NIGHT, Attempt(answer="y"))
    assert f"{name} in {shared} belongs to user {ANNA}, who can let you change it" in told


@POSIX
@pytest.mark.parametrize(
    ("folder", "file"), [(0o700, 0o600), (0o755, 0o600), (0o775, 0o660), (0o777, 0o666), (0o1777, 0o600)]
)
def test_answers_are_for_those_for_whom_the_folder_is(tmp_path: Path, folder: int, file: int) -> None:
    """And for nobody else; where each has their own files in a folder for all, they stay so."""
    tmp_path.chmod(folder)
    before = os.umask(0o077)
    try:
        answers_in(tmp_path).record(*NIGHT, Attempt(answer="x"))
    finally:
        os.umask(before)
    assert answers_in(tmp_path).path.stat().st_mode & 0o777 == file


def test_a_drive_that_can_only_be_read_is_called_so(tmp_path: Path) -> None:
    """For there nobody could give the right to write."""
    told = obstacle(tmp_path / "x.answers.json", OSError(errno.EROFS, "Read-only file system"))
    assert f"{tmp_path}, which is on a drive that can only be read" in told


# A kernel is killed


DIE = """
import os, signal
from pathlib import Path
from filelock import FileLock
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
"""

MOMENTS = {
    "before a draft": "Path.open = lambda path, mode: die() if mode == 'xb' else open(path, mode)",
    "within a draft": "os.fsync = lambda file: os.truncate(file, 50) or die()",
    "before the draft takes its place": "Path.replace = die",
    "before others may write": "FileLock.release = die",
}


@pytest.mark.timed
@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(("moment", "code"), MOMENTS.items(), ids=MOMENTS)
def test_a_kernel_killed_at_any_moment_of_a_write_loses_nothing(
    tmp_path: Path, moment: str, code: str
) -> None:
    """The file is as before or as it should be, the next kernel writes on at once, and no half file stays."""
    answers_in(tmp_path).record(*NIGHT, Attempt(answer="before"))
    before = DIE + code
    with writer(tmp_path, "other", 1, 2, before) as kernel:
        assert kernel.wait(30) == -signal.SIGKILL
    started = time.perf_counter()
    saved = answers_in(tmp_path).record("week", "next", Attempt(answer="after"))
    assert not saved
    assert time.perf_counter() - started < disk._PATIENCE
    records = answers_in(tmp_path).read()
    assert records[NIGHT].attempt.answer == "before"
    assert records[RecordKey("week", "next")].attempt.answer == "after"
    assert (RecordKey("week", "other") in records) == (moment == "before others may write")
    assert others_in(tmp_path) == []


@pytest.mark.slow
@POSIX
def test_a_kernel_killed_again_and_again_loses_nothing_that_it_called_saved(tmp_path: Path) -> None:
    """At no matter what moment: every answer that it said was saved is there, and the file is whole."""
    said = 0
    for round in range(8):
        with writer(tmp_path, "", said + 1, 1_000_000) as kernel:
            assert kernel.stdout
            kernel.stdout.readline()
            time.sleep(0.02 + round * 0.013)
            kernel.kill()
            lines = kernel.stdout.read().split()
        said = max(said + 1, *map(int, lines), 0)
        answers = answers_in(tmp_path)
        kept = {key.question for key in answers.read()}
        assert {f"q{tries}" for tries in range(1, said + 1)} <= kept
        assert len(kept) <= said + 1
        assert answers.problem == ""
        said = len(kept)
    answers_in(tmp_path).record(*NIGHT, Attempt(answer="a"))
    assert others_in(tmp_path) == []


# Many write at once


@pytest.mark.slow
def test_four_kernels_at_once_lose_nothing(tmp_path: Path) -> None:
    """Each answers a hundred questions of its own and one that all answer; every answer is kept."""
    per_kernel = 100
    kernels = [writer(tmp_path, "", kernel * 1000, kernel * 1000 + per_kernel) for kernel in range(3)]
    kernels.append(writer(tmp_path, "shared", 1, 1 + per_kernel))
    for kernel in kernels:
        kernel.communicate(timeout=120)
        assert kernel.returncode == 0
    records = answers_in(tmp_path).read()
    assert len(records) == 3 * per_kernel + 1
    assert records[RecordKey("week", "shared")].attempt.tries == per_kernel
    assert records[RecordKey("week", "shared")].attempt.answer == f"answer {per_kernel}"
    for key, record in records.items():
        assert record.attempt.answer == f"answer {record.attempt.tries}"
        assert key.question in ("shared", f"q{record.attempt.tries}")


@pytest.mark.slow
@pytest.mark.parametrize("share", [True, False], ids=["one object", "an object each"])
def test_threads_of_a_kernel_lose_nothing(tmp_path: Path, share: bool) -> None:
    """Clicks may come in other threads than cells."""
    shared = answers_in(tmp_path)
    told: list[str] = []

    def click(thread: int) -> None:
        answers = shared if share else answers_in(tmp_path)
        for number in range(40):
            told.append(answers.record("week", f"q{thread}-{number}", Attempt(answer="a")))
            time.sleep(0.002)  # nobody clicks faster

    threads = [threading.Thread(target=click, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not any(told)
    assert len(answers_in(tmp_path).read()) == len(told) == 160


def test_a_thread_that_fails_while_another_saves_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it keeps in memory is not taken for what the other has written."""
    monkeypatch.setattr(disk, "_PATIENCE", 0.05)
    answers = answers_in(tmp_path)
    other = threading.Thread(target=lambda: answers.record("week", "other", Attempt(answer="o")))
    write = disk.write

    def slow(path: Path, content: bytes) -> None:
        if not other.ident:
            other.start()
            other.join(0.5)
        write(path, content)

    monkeypatch.setattr(disk, "write", slow)
    answers.record(*NIGHT, Attempt(answer="a"))
    other.join()
    answers.record("week", "next", Attempt(answer="n"))
    assert {key.question for key in answers_in(tmp_path).read()} == {"which-night", "other", "next"}


@pytest.mark.slow
def test_a_file_is_whole_whenever_it_is_read(tmp_path: Path) -> None:
    """While another kernel writes, a reader finds every answer that it found before."""
    answers = answers_in(tmp_path)
    kernel = writer(tmp_path, "", 0, 150)
    found = 0
    while kernel.poll() is None:
        count = len(answers.read())
        assert count >= found
        assert answers.problem == ""
        found = count
    kernel.communicate()
    assert kernel.returncode == 0
    assert len(answers.read()) == 150


def test_a_program_that_keeps_the_file_is_named_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer waits in memory for the next one, and nothing hangs."""
    monkeypatch.setattr(disk, "_PATIENCE", 0.1)
    answers = answers_in(tmp_path)
    answers.record(*NIGHT, Attempt(answer="before"))
    with FileLock(tmp_path / ".02_timeline.answers.json.lock"):
        unsaved = answers.record(*NIGHT, Attempt(answer="kept"))
        assert "Another program" in unsaved
        assert answers_in(tmp_path).read()[NIGHT].attempt.answer == "before"
    assert not answers.record("week", "next", Attempt(answer="a"))
    assert answers_in(tmp_path).read()[NIGHT].attempt.answer == "kept"


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_a_drive_without_locks_keeps_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """As some network drives are."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(FileLock, "acquire", fail)
    assert not answers_in(tmp_path).record(*NIGHT, Attempt(answer="a"))
    assert answers_in(tmp_path).read()[NIGHT].attempt.answer == "a"


def test_without_locks_nobody_takes_the_half_file_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one is about to put its file in place, another has written half of one, and fails."""
    path = tmp_path / "02_timeline.answers.json"
    half, placed = threading.Event(), threading.Event()

    def write_half() -> None:
        with contextlib.suppress(OSError):
            disk.write(path, b"half" * 100)

    other = threading.Thread(target=write_half)

    def fsync(file: int) -> None:
        if threading.current_thread() is other:
            os.truncate(file, 50)
            half.set()
            placed.wait(30)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        other.start()
        half.wait(30)

    monkeypatch.setattr("os.fsync", fsync)
    disk.write(path, b"whole")
    assert path.read_bytes() == b"whole"
    placed.set()
    other.join()
    assert path.read_bytes() == b"whole"
    assert others_in(tmp_path) == []


def test_without_locks_no_draft_is_swept_that_another_may_be_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes as soon as somebody has the lock."""
    draft = tmp_path / ".02_timeline.answers.json.01234567.draft"
    draft.write_bytes(b"half")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with monkeypatch.context() as patch:
        patch.setattr(FileLock, "acquire", fail)
        answers_in(tmp_path).record(*NIGHT, Attempt(answer="a"))
    assert others_in(tmp_path) == [draft.name]
    answers_in(tmp_path).record(*NIGHT, Attempt(answer="b"))
    assert others_in(tmp_path) == []


# The disk is full, the folder read-only or gone


def check_that_unsaved_answers_are_kept(answers: Answers, why: str) -> None:
    """Answers a question twice and another once, and looks that all of it can still be seen."""
    for tries in (2, 3):
        unsaved = answers.record(*NIGHT, Attempt(answer=f"answer {tries}", tries=tries))
        assert unsaved.startswith("Not saved. ")
        assert why in unsaved
        assert "only as long as this notebook is running" in unsaved
        assert why in answers.problem
    answers.record("week", "other", Attempt(answer="o"))
    assert answers.read()[NIGHT].attempt == Attempt(answer="answer 3", tries=3)
    assert why in answers.problem


def check_that_the_next_answer_saves_all(answers: Answers) -> None:
    """Answers once more, now that nothing is in the way."""
    assert not answers.record("week", "next", Attempt(answer="n"))
    assert answers.problem == ""
    records = answers_in(answers.path.parent).read()
    assert {key.question: record.attempt.answer for key, record in records.items()} == {
        "which-night": "answer 3",
        "other": "o",
        "next": "n",
    }
    assert answers.start_again()
    assert dict(answers.read()) == {}


def full(*_: object) -> None:
    """What writing to a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file stays as it was; answers wait in memory until there is room."""
    answers = answers_in(tmp_path)
    answers.record(*NIGHT, Attempt(answer="before", tries=1))
    before = answers.path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        check_that_unsaved_answers_are_kept(answers, "The disk is full")
        with pytest.raises(AnswersError, match="The disk is full"):
            answers.start_again()
        with pytest.raises(AnswersError, match="The disk is full"):
            answers.set_name("Nino")
        assert answers.path.read_bytes() == before
        assert others_in(tmp_path) == []
    check_that_the_next_answer_saves_all(answers)


@POSIX
def test_a_disk_that_fills_within_a_write_loses_nothing(tmp_path: Path) -> None:
    """Half a file was written when there was no more room: the older one stays, the half one goes."""
    import resource

    answers = answers_in(tmp_path)
    answers.record(*NIGHT, Attempt(answer="before", tries=1))
    before = answers.path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
    try:
        told = answers.record(*NIGHT, Attempt(answer="x" * 5000, tries=2))
        answers.record("week", "other", Attempt(answer="o"))
        answers.record(*NIGHT, Attempt(answer="answer 3", tries=3))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "The disk is full" in told
    assert answers.path.read_bytes() == before
    assert others_in(tmp_path) == []
    check_that_the_next_answer_saves_all(answers)


@POSIX
def test_a_read_only_folder_loses_nothing(read_only: Path) -> None:
    """What was answered is shown, what is answered stays in memory, and the learner is told where and why."""
    answers = answers_in(read_only)
    assert answers.read()[NIGHT].attempt.answer == "before"
    assert answers.problem == ""
    check_that_unsaved_answers_are_kept(
        answers, f"is not allowed to read and write 02_timeline.answers.json in {read_only}"
    )
    with pytest.raises(AnswersError, match="is not allowed"):
        answers.delete()
    with pytest.raises(AnswersError, match="is not allowed"):
        answers.start_again()
    assert answers_in(read_only).read()[NIGHT].attempt.answer == "before"
    assert others_in(read_only) == []


@POSIX
def test_a_damaged_file_in_a_read_only_folder_is_read_as_far_as_it_can_be(read_only: Path) -> None:
    """It cannot be put aside; what is sound in it is shown all the same."""
    path = answers_in(read_only).path
    with as_owner(read_only):
        values = json.loads(path.read_bytes())
        values["banks"]["week"]["odd"] = {"tries": "many"}
        path.write_text(json.dumps(values), encoding="utf-8")
    answers = answers_in(read_only)
    assert set(answers.read()) == {NIGHT}
    assert "is not allowed" in answers.problem


@contextlib.contextmanager
def as_owner(folder: Path) -> Iterator[None]:
    """Gives back the right to write in the folder for a moment."""
    user = os.geteuid()
    with contextlib.suppress(PermissionError):
        os.seteuid(0)
    folder.chmod(0o755)
    yield
    folder.chmod(0o555)
    os.seteuid(user)


def test_a_folder_that_goes_and_comes_back_loses_nothing(tmp_path: Path) -> None:
    """A memory stick was drawn and put in again."""
    folder, drawn = tmp_path / "stick", tmp_path / "drawn"
    folder.mkdir()
    answers = answers_in(folder)
    answers.record(*NIGHT, Attempt(answer="before", tries=1))
    folder.rename(drawn)
    check_that_unsaved_answers_are_kept(answers, f"The folder {folder} is gone")
    assert not folder.exists()
    drawn.rename(folder)
    check_that_the_next_answer_saves_all(answers)


# The file is not as it should be

SOUND: dict[str, Any] = {
    "format": "coup1920 answers",
    "version": 1,
    "learner": "0123456789abcdef" * 2,
    "name": "",
    "notebook": "02_timeline",
    "banks": {"week": {"which-night": {"answer": "before", "at": "2020-05-03T12:00:00+04:00"}}},
}


def answered(answer: str) -> bytes:
    """A file with this text in place of an answer."""
    return json.dumps(SOUND, ensure_ascii=False).replace('"before"', answer).encode()


DAMAGED = {
    "empty": b"",
    "zeros": b"\0" * 4096,
    "cut off": json.dumps(SOUND).encode()[:-9],
    "two in one": json.dumps(SOUND).encode() * 2,
    "not UTF-8": answered('"\u00e9"').decode().encode("cp1252"),
    "deeply nested": b"[" * 1_000_000,
    "deeply nested in an answer": answered('{"a":' * 100_000 + "1" + "}" * 100_000),
    "no number": answered("NaN"),
    "infinite": answered("-Infinity"),
    "a number of 5,000 digits": answered("9" * 5000),
    "a key twice": answered('{"a": 1, "a": 2}'),
    "huge": json.dumps(SOUND | {"name": "x" * LIMIT}).encode(),
    "no version": json.dumps(SOUND | {"version": None}).encode(),
    "version true": json.dumps(SOUND | {"version": True}).encode(),
    "no learner": json.dumps(SOUND | {"learner": 5}).encode(),
    "another sort of learner": json.dumps(SOUND | {"learner": "Nino"}).encode(),
    "name no text": json.dumps(SOUND | {"name": []}).encode(),
    "no answers": json.dumps(SOUND | {"banks": None}).encode(),
    "answers in a list": json.dumps(SOUND | {"banks": {"week": []}}).encode(),
    "aside no table": json.dumps(SOUND | {"aside": [1]}).encode(),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_kept_and_answers_go_on(tmp_path: Path, content: bytes) -> None:
    """It lies beside the new one, byte for byte, and the learner is told its name."""
    answers = answers_in(tmp_path)
    answers.path.write_bytes(content)
    assert dict(answers.read()) == {}
    (kept,) = others_in(tmp_path)
    assert kept.startswith("02_timeline.answers.damaged-20")
    assert (tmp_path / kept).read_bytes() == content
    assert answers.problem == (
        f"02_timeline.answers.json was damaged. It is kept as {kept}; new answers go into a new file."
    )
    assert not answers.record(*NIGHT, Attempt(answer="a"))
    again = answers_in(tmp_path)
    assert again.read()[NIGHT].attempt.answer == "a"
    assert again.problem == ""


def test_a_file_that_is_damaged_while_it_is_used_is_kept(tmp_path: Path) -> None:
    """Writing finds it too, and each damaged file keeps a name of its own."""
    answers = answers_in(tmp_path)
    for number in range(3):
        answers.path.write_bytes(b"damaged %d" % number)
        assert not answers.record(*NIGHT, Attempt(answer=f"a{number}"))
        assert "was damaged" in answers.problem
    assert sorted((tmp_path / name).read_bytes() for name in others_in(tmp_path)) == [
        b"damaged 0",
        b"damaged 1",
        b"damaged 2",
    ]
    assert answers_in(tmp_path).read()[NIGHT].attempt.answer == "a2"


def test_a_damaged_file_is_put_aside_by_one_kernel_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another that finds it at the same moment waits, so that what it saves is not put aside too."""
    monkeypatch.setattr(disk, "_PATIENCE", 0.05)
    one, other = answers_in(tmp_path), answers_in(tmp_path)
    one.path.write_bytes(b"damaged")
    told: list[object] = []

    def meanwhile(path: Path, at: datetime, label: str = "") -> Path:
        if not told:
            told.append("begun")
            told.append(other.record(*NIGHT, Attempt(answer="a")))
        return free_name(path, at, label)

    monkeypatch.setattr("coupquiz.answers.store.free_name", meanwhile)
    one.read()
    assert len(told) == 2
    other.record("week", "next", Attempt(answer="n"))
    assert {key.question for key in answers_in(tmp_path).read()} == {"which-night", "next"}
    assert [(tmp_path / name).read_bytes() for name in others_in(tmp_path)] == [b"damaged"]


SPOILT: dict[str, Any] = {
    "no table": "a",
    "a list": [["at", "2020-05-03T12:00:00+04:00"]],
    "nothing": {},
    "no time": {"answer": None},
    "a time without offset": {"at": "2020-05-03T12:00:00"},
    "a time that is none": {"at": "yesterday"},
    "a time out of this world": {"at": "9999-12-31T23:59:59.999999+00:00"},
    "a number for a time": {"at": 5},
    "an unknown field": {"at": "2020-05-03T12:00:00+04:00", "colour": "red"},
    "tries no number": {"at": "2020-05-03T12:00:00+04:00", "tries": "many"},
    "tries true": {"at": "2020-05-03T12:00:00+04:00", "tries": True},
    "hints below zero": {"at": "2020-05-03T12:00:00+04:00", "hints": -1},
    "solved a number": {"at": "2020-05-03T12:00:00+04:00", "solved": 1},
    "a score over 1": {"at": "2020-05-03T12:00:00+04:00", "best": 1.01},
    "a score of true": {"at": "2020-05-03T12:00:00+04:00", "best": True},
    "an endless score": {"at": "2020-05-03T12:00:00+04:00", "best": 1e308},
    "ticked no list": {"at": "2020-05-03T12:00:00+04:00", "ticked": 5},
    "ticked no texts": {"at": "2020-05-03T12:00:00+04:00", "ticked": [5]},
    "an answer too deep": {"at": "2020-05-03T12:00:00+04:00", "answer": [[[[[[[[[[1]]]]]]]]]]},
    "an answer too large": {"at": "2020-05-03T12:00:00+04:00", "answer": 10**30},
}


@pytest.mark.parametrize("record", SPOILT.values(), ids=SPOILT)
@pytest.mark.parametrize("place", ["banks", "aside"])
def test_one_spoilt_record_takes_no_other_with_it(tmp_path: Path, place: str, record: Any) -> None:
    """All others stay, and the file as it was is kept beside."""
    values = json.loads(json.dumps(SOUND))
    values.setdefault(place, {}).setdefault("week", {})["odd"] = record
    answers = answers_in(tmp_path)
    answers.path.write_text(json.dumps(values), encoding="utf-8")
    before = answers.path.read_bytes()
    assert {key: kept.attempt.answer for key, kept in answers.read().items()} == {NIGHT: "before"}
    assert answers.learner == SOUND["learner"]
    (kept,) = others_in(tmp_path)
    assert (tmp_path / kept).read_bytes() == before
    assert kept in answers.problem
    assert "all the other answers are here" in answers.problem
    again = answers_in(tmp_path)
    assert set(again.read()) == {NIGHT}
    assert again.problem == ""
    assert others_in(tmp_path) == [kept]


def test_an_unknown_field_is_kept_aside(tmp_path: Path) -> None:
    """Whatever somebody wrote into the file."""
    answers = answers_in(tmp_path)
    answers.path.write_text(json.dumps(SOUND | {"comment": "mine"}), encoding="utf-8")
    assert set(answers.read()) == {NIGHT}
    (kept,) = others_in(tmp_path)
    assert "mine" in (tmp_path / kept).read_text(encoding="utf-8")


def test_a_file_that_was_edited_by_hand_is_read(tmp_path: Path) -> None:
    """With a byte order mark, other line ends and other spaces, as editors save it."""
    answers = answers_in(tmp_path)
    text = json.dumps(SOUND, indent=8).replace("\n", "\r\n")
    answers.path.write_bytes(text.encode("utf-8-sig"))
    assert set(answers.read()) == {NIGHT}
    assert answers.problem == ""


OTHERS = {
    "another program's": b'{"format": "notes", "version": 1}',
    "a list": b'[{"format": "coup1920 answers"}]',
    "a text": b'"coup1920 answers"',
    "of a newer version": json.dumps(SOUND | {"version": 3, "format_of_version_3": True}).encode(),
}


@pytest.mark.parametrize(("sort", "content"), OTHERS.items(), ids=OTHERS)
def test_a_foreign_or_newer_file_is_not_touched(tmp_path: Path, sort: str, content: bytes) -> None:
    """It stays byte for byte, the learner is told what to do, and once it is moved away all is saved."""
    answers = answers_in(tmp_path)
    answers.path.write_bytes(content)
    assert dict(answers.read()) == {}
    told = "newer version of the lesson; update" if "newer" in sort else "not made by this lesson; rename"
    assert told in answers.problem
    check_that_unsaved_answers_are_kept(answers, told)
    for change in (answers.start_again, answers.delete, lambda: answers.set_name("Nino")):
        with pytest.raises(AnswersError, match=told):
            change()
    assert answers.path.read_bytes() == content
    assert others_in(tmp_path) == []
    answers.path.rename(tmp_path / "moved away")
    check_that_the_next_answer_saves_all(answers)
    assert (tmp_path / "moved away").read_bytes() == content


@pytest.mark.parametrize("sort", ["folder", "link", "dead link", "pipe"])
def test_what_is_no_plain_file_is_not_touched(tmp_path: Path, sort: str) -> None:
    """Neither it nor what a link leads to is read or overwritten, and nothing hangs."""
    folder = tmp_path / "mine"
    folder.mkdir()
    answers = answers_in(folder)
    target = tmp_path / "another's.answers.json"
    if sort != "dead link":
        target.write_text(json.dumps(SOUND), encoding="utf-8")
    if sort == "folder":
        answers.path.mkdir()
    elif sort == "pipe":
        if sys.platform == "win32":
            pytest.skip("Windows has no such pipes")
        os.mkfifo(answers.path)
    else:
        try:
            answers.path.symlink_to(target)
        except OSError:
            pytest.skip("this user may make no links, as on Windows")
    before = answers.path.lstat()
    assert dict(answers.read()) == {}
    check_that_unsaved_answers_are_kept(answers, "is a folder or a link, not a file; rename it")
    for change in (answers.start_again, answers.delete):
        with pytest.raises(AnswersError, match="not a file"):
            change()
    assert answers.path.lstat() == before
    assert target.exists() == (sort != "dead link")
    answers.path.rename(tmp_path / "moved away")
    check_that_the_next_answer_saves_all(answers)


@POSIX
@pytest.mark.parametrize(
    "name", [".02_timeline.answers.json.01234567.draft", ".02_timeline.answers.json.lock"]
)
def test_a_planted_link_is_not_followed(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written where a link of the name of a helper file leads, even if that is guessed."""
    monkeypatch.setattr("secrets.token_hex", lambda _: "01234567")
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / name).symlink_to(victim)
    answers_in(tmp_path).record(*NIGHT, Attempt(answer="a"))
    assert victim.read_bytes() == b"precious"


@POSIX
def test_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    """A learner who closed the file to others finds it closed after the next answer."""
    answers = answers_in(tmp_path)
    answers.record(*NIGHT, Attempt(answer="a"))
    answers.path.chmod(0o600)
    answers.record(*NIGHT, Attempt(answer="b"))
    assert answers.path.stat().st_mode & 0o777 == 0o600


def test_a_stopped_cell_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop was pressed within a write: no half file, no lock, and the next answer is saved."""
    answers = answers_in(tmp_path)
    answers.record(*NIGHT, Attempt(answer="before"))

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            answers.record(*NIGHT, Attempt(answer="stopped"))
    assert parse(answers.path.read_bytes()).records[NIGHT].attempt.answer == "before"
    assert others_in(tmp_path) == []
    assert not answers.record(*NIGHT, Attempt(answer="after"))
