"""A class graded in one go: resumed, whole at any moment, the same every time, and in little memory."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coupquiz.grading import batch
from coupquiz.grading.batch import grade_folder, page_name
from coupquiz.grading.grade import Result, grade
from coupquiz.grading.ledger import Ledger, LedgerError
from coupquiz.grading.paper import Paper, PaperError, load_paper
from tests.server import environment, run
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    PAPER,
    PEAK,
    RIGHT,
    answers_file,
    hand_in,
    honest,
    lay,
    lay_made_up,
    snapshot,
)


def silent(_done: int, _total: int) -> None:
    """Say nothing."""


COUNT = 120


@pytest.fixture(scope="module")
def submitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many submissions."""
    root = tmp_path_factory.mktemp("made-up") / "submitted"
    lay_made_up(root, COUNT)
    return root


@pytest.fixture(scope="module")
def whole(submitted: Path) -> Path:
    """What comes out when nothing interrupts."""
    out = submitted.parent / "whole"
    grade_folder(submitted, PAPER, out, silent)
    return out


_SLOWLY = """
import sys, time
from coupquiz.grading import ledger
from coupquiz.grading.page import Pages
ledger._EVERY = 0
page = Pages.page
def slow(*given):
    time.sleep(0.005)
    return page(*given)
Pages.page = slow
from coupquiz.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_killed_in_the_middle_it_goes_on_and_ends_the_same(
    submitted: Path, whole: Path, tmp_path: Path
) -> None:
    """No file is half written at any time; the command says how many were graded before."""
    out = tmp_path / "out"
    arguments = ("grade", str(submitted), "--key", str(KEY), "--out", str(out))
    with subprocess.Popen([sys.executable, "-c", _SLOWLY, *arguments], env=environment(tmp_path)) as killed:
        until = time.monotonic() + 60
        while len(list((out / "pages").glob("*.html"))) < 40 and time.monotonic() < until:
            assert killed.poll() is None
            time.sleep(0.002)
        killed.kill()
    done = list((out / "pages").glob("*.html"))
    assert 40 <= len(done) < COUNT
    assert not (out / "marks.csv").exists()
    assert all(page.read_bytes() == (whole / "pages" / page.name).read_bytes() for page in done)
    ended = run(*arguments, home=tmp_path)
    assert ended.returncode == 0
    said = ended.stdout.splitlines()[0]
    before = int(said.removeprefix(f"Graded {COUNT} submissions, ").split()[0])
    assert len(done) - 2 <= before <= len(done)
    assert snapshot(out) == snapshot(whole)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops programs in another way")
def test_stopped_by_hand_it_goes_on(submitted: Path, whole: Path, tmp_path: Path) -> None:
    """Ctrl+C leaves no traceback and loses nothing."""
    out = tmp_path / "out"
    arguments = ("grade", str(submitted), "--key", str(KEY), "--out", str(out))
    command = [sys.executable, "-c", _SLOWLY, *arguments]
    with subprocess.Popen(command, env=environment(tmp_path), stderr=subprocess.PIPE, text=True) as stopped:
        while len(list((out / "pages").glob("*.html"))) < 20:
            assert stopped.poll() is None
            time.sleep(0.002)
        stopped.send_signal(signal.SIGINT)
        _, said = stopped.communicate()
    assert stopped.returncode == 130
    assert "Traceback" not in said
    assert ", " in run(*arguments, home=tmp_path).stdout.splitlines()[0]
    assert snapshot(out) == snapshot(whole)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_input_gives_the_same_bytes(submitted: Path, whole: Path, tmp_path: Path, seed: str) -> None:
    """In another process, with other hashes, in another place."""
    arguments = ("grade", str(submitted), "--key", str(KEY), "--out", str(tmp_path / "out"))
    assert run(*arguments, home=tmp_path, PYTHONHASHSEED=seed).returncode == 0
    assert snapshot(tmp_path / "out") == snapshot(whole)


def test_graded_again_nothing_changes(submitted: Path, whole: Path) -> None:
    """Over the results that are there."""
    before = snapshot(whole)
    assert grade_folder(submitted, PAPER, whole, silent).before == 0
    assert snapshot(whole) == before


def interrupted(root: Path, out: Path, after: int) -> None:
    """Grade until so many are done."""

    def stop(done: int, _total: int) -> None:
        if done == after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_folder(root, PAPER, out, stop)


def test_what_changes_meanwhile_is_graded_again(tmp_path: Path) -> None:
    """A file handed in again, a page that was lost; nothing else."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root, ("a", "b", "c", "d"))
    interrupted(root, out, after=3)
    hand_in(root / "a", {ANSWERS: answers_file({}, "a")})
    (out / "pages" / "b.html").write_bytes(b"")
    assert grade_folder(root, PAPER, out, silent).before == 1
    grade_folder(root, PAPER, tmp_path / "whole", silent)
    assert snapshot(out) == snapshot(tmp_path / "whole")


def test_another_paper_or_another_class_begins_anew(tmp_path: Path) -> None:
    """Marks of two papers never stand in one table, nor students who are gone."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root, ("a", "b", "c"))
    interrupted(root, out, after=2)
    other = replace(PAPER, items=tuple(replace(item, points=1.0) for item in PAPER.items))
    assert grade_folder(root, other, out, silent).before == 0
    interrupted(root, out, after=2)
    (root / "a").rename(root / "z")
    assert grade_folder(root, PAPER, out, silent).before == 0
    assert b"\r\na," not in (out / "marks.csv").read_bytes()


def test_pages_of_students_who_are_gone_go(tmp_path: Path) -> None:
    """Marks and pages are of the same class; what else lies beside the pages stays."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root, ("a", "b", "n" * 255))
    grade_folder(root, PAPER, out, silent)
    (out / "pages" / "notes.txt").write_bytes(b"mine")
    (root / "a").rename(root / "z")
    grade_folder(root, PAPER, out, silent)
    pages = {path.name for path in (out / "pages").iterdir()}
    assert pages == {"b.html", "z.html", page_name("n" * 255), "notes.txt"}


def test_a_finished_run_leaves_marks_and_pages_alone(whole: Path) -> None:
    """And the table to mark by hand; no ledger, no drafts."""
    assert {path.name for path in whole.iterdir()} == {"marks.csv", "by-hand.csv", "pages"}
    assert len(list((whole / "pages").iterdir())) == COUNT


def test_what_a_killed_run_left_half_written_goes(tmp_path: Path) -> None:
    """A draft of the marks is no part of the results."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root)
    interrupted(root, out, after=1)
    (out / ".marks.csv.01234567.draft").write_bytes(b"student,poi")
    grade_folder(root, PAPER, out, silent)
    assert {path.name for path in out.iterdir()} == {"marks.csv", "pages"}


def test_a_damaged_ledger_is_no_obstacle(tmp_path: Path) -> None:
    """There is nothing in it to go on from, and grading begins anew."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root)
    interrupted(root, out, after=1)
    (out / ".grading.sqlite").write_bytes(b"no database" * 1000)
    assert grade_folder(root, PAPER, out, silent).before == 0


def test_a_damaged_ledger_is_closed_before_it_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows deletes no file that is open."""
    path = tmp_path / ".grading.sqlite"
    path.write_bytes(b"no database" * 1000)
    opened: list[sqlite3.Connection] = []
    connect, unlink = sqlite3.connect, Path.unlink

    def note(*given: Any, **more: Any) -> sqlite3.Connection:
        opened.append(connect(*given, **more))
        return opened[-1]

    def delete(file: Path, missing_ok: bool = False) -> None:
        for database in opened:
            with pytest.raises(sqlite3.ProgrammingError, match="closed"):
                database.execute("SELECT 1")
        unlink(file, missing_ok)

    monkeypatch.setattr(sqlite3, "connect", note)
    monkeypatch.setattr(Path, "unlink", delete)
    with Ledger(path, "run"):
        assert len(opened) == 2


def test_two_cannot_grade_into_one_folder(tmp_path: Path) -> None:
    """The second says so and leaves the first alone."""
    honest(tmp_path / "submitted")
    out = tmp_path / "out"
    out.mkdir()
    with Ledger(out / ".grading.sqlite", "first"), pytest.raises(LedgerError, match="in use"):
        grade_folder(tmp_path / "submitted", PAPER, out, silent)
    assert grade_folder(tmp_path / "submitted", PAPER, out, silent).students == 2


def test_a_full_disk_is_said_and_grading_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command ends with a sentence; the pages before are there."""
    honest(tmp_path / "submitted", ("a", "b", "c"))
    out = tmp_path / "out"
    write, writes = Path.write_bytes, iter([True, False])

    def fail(path: Path, content: bytes) -> int:
        if next(writes, False):
            return write(path, content)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        assert batch.run(tmp_path / "submitted", KEY, out) == 1
    assert not (out / "marks.csv").exists()
    assert grade_folder(tmp_path / "submitted", PAPER, out, silent).before == 1


def test_whatever_goes_wrong_with_one_the_others_get_their_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a fault of ours is flagged in one line, and stops nobody."""
    honest(tmp_path / "submitted", ("a", "b", "c"))
    real, calls = grade, iter([False, True])

    def fail(paper: Paper, answers: object, student: str, drawn_for: str) -> Result:
        if next(calls, False):
            raise RecursionError
        return real(paper, answers, student, drawn_for)

    monkeypatch.setattr("coupquiz.grading.batch.grade", fail)
    graded = grade_folder(tmp_path / "submitted", PAPER, tmp_path / "out", silent)
    assert (graded.students, graded.flagged) == (3, 1)
    lines = (tmp_path / "out" / "marks.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["20", "0", "20"]
    assert "mark it by hand" in lines[2]


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quarter of the submissions."""
    root = tmp_path_factory.mktemp("few") / "submitted"
    lay_made_up(root, COUNT // 4)
    return root


_MEASURED = (
    PEAK
    + """
from coupquiz.grading.batch import grade_folder
from coupquiz.grading.paper import load_paper
root, key, out = map(Path, sys.argv[1:])
grade_folder(root, load_paper(key), out, lambda done, total: None)
print(peak())
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory in another way")
def test_memory_does_not_grow_with_the_class(tmp_path: Path) -> None:
    """Ten times the students, and for each that is added not the tenth part of a page."""
    kilobytes = []
    for count in (100, 1000):
        root, out = tmp_path / str(count), tmp_path / f"{count}-marks"
        lay_made_up(root, count)
        arguments = [sys.executable, "-c", _MEASURED, str(root), str(KEY), str(out)]
        kilobytes.append(int(subprocess.check_output(arguments, env=environment(tmp_path))))
    pages = [page.stat().st_size for page in (out / "pages").iterdir()]
    assert len(pages) == 1000
    assert (kilobytes[1] - kilobytes[0]) * 1024 < sum(pages) / 10


def seconds(root: Path, out: Path) -> float:
    """The processor's time for a class."""
    begun = time.process_time()
    grade_folder(root, PAPER, out, silent)
    return time.process_time() - begun


def test_time_is_in_proportion(few: Path, submitted: Path, tmp_path: Path) -> None:
    """Four times the students take about four times as long; sixteen times would be the square."""
    small = min(seconds(few, tmp_path / f"few-{number}") for number in range(3))
    large = min(seconds(submitted, tmp_path / f"many-{number}") for number in range(3))
    assert large < 8 * small


def test_progress_is_plain_text_on_stderr(submitted: Path, tmp_path: Path) -> None:
    """A line for each tenth where it is no terminal; the results are on stdout."""
    ended = run("grade", str(submitted), "--key", str(KEY), "--out", str(tmp_path / "out"), home=tmp_path)
    assert ended.stderr.splitlines() == [f"{tenth * 12} of 120" for tenth in range(1, 11)]
    assert str(tmp_path / "out" / "marks.csv") in ended.stdout


def test_everybody_is_told_of(submitted: Path, tmp_path: Path) -> None:
    """One after the other, to the last."""
    told: list[tuple[int, int]] = []
    grade_folder(submitted, PAPER, tmp_path / "out", lambda done, total: told.append((done, total)))
    assert told == [(number, COUNT) for number in range(1, COUNT + 1)]


def test_results_lie_beside_the_submissions(tmp_path: Path) -> None:
    """In a folder with the name of the paper."""
    honest(tmp_path / "submitted")
    ended = run("grade", str(tmp_path / "submitted"), "--key", str(KEY), home=tmp_path)
    assert ended.returncode == 0
    assert (tmp_path / f"{PAPER.id}-marks" / "marks.csv").exists()


@pytest.mark.parametrize("layout", ["", PAPER.id])
def test_both_layouts_give_the_same_marks(tmp_path: Path, layout: str) -> None:
    """Files in the student's folder, and in the assignment's folder in it."""
    lay(tmp_path / "flat")
    lay(tmp_path / "submitted", within=layout)
    for name in ("flat", "submitted"):
        grade_folder(tmp_path / name, PAPER, tmp_path / f"{name}-marks", silent)
    assert snapshot(tmp_path / "flat-marks") == snapshot(tmp_path / "submitted-marks")


def test_what_cannot_be_graded_is_said_in_a_sentence(tmp_path: Path) -> None:
    """No traceback, and nothing written."""
    honest(tmp_path / "submitted")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "broken.toml").write_text("[", encoding="utf-8")
    key = str(KEY)
    for arguments, said in {
        (str(tmp_path / "nowhere"), "--key", key): "There is no folder",
        (str(tmp_path / "empty"), "--key", key): "a folder for each student",
        (str(tmp_path / "submitted"), "--key", str(tmp_path / "none.toml")): "no such file",
        (str(tmp_path / "submitted"), "--key", str(tmp_path / "broken.toml")): "is not ended",
        (str(tmp_path / "submitted"), "--key", key, "--out", str(tmp_path / "submitted" / "x")): "--out",
        (str(tmp_path / "submitted"), "--key", key, "--out", str(tmp_path / "file")): "Grading stopped",
    }.items():
        ended = run("grade", *arguments, home=tmp_path)
        assert ended.returncode == 1
        assert said in ended.stderr
        assert "Traceback" not in ended.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"submitted", "empty", "file", "broken.toml"}


def test_what_is_no_paper_is_told_with_the_paper(tmp_path: Path) -> None:
    """The folder of keys, and the bank in it."""
    honest(tmp_path / "submitted")
    hand_in(tmp_path / "keys", {"a-test.toml": KEY.read_bytes(), "a-test.bank.toml": b"", "b-test.toml": b""})
    for key, said in {
        "keys": "a folder is no paper; name one in it: a-test.toml, b-test.toml",
        "keys/a-test.bank.toml": "a-test.bank.toml: this is the bank; the paper is a-test.toml",
    }.items():
        ended = run("grade", str(tmp_path / "submitted"), "--key", str(tmp_path / key), home=tmp_path)
        assert ended.returncode == 1
        assert said in ended.stderr
    (tmp_path / "empty").mkdir()
    with pytest.raises(PaperError, match="a folder is no paper"):
        load_paper(tmp_path / "empty")


def test_files_beside_the_folders_are_no_students(tmp_path: Path) -> None:
    """What a learning platform adds to its archive."""
    honest(tmp_path / "submitted", ("anna",))
    hand_in(tmp_path / "submitted", {"readme.txt": b"", ANSWERS: answers_file(RIGHT, "x")})
    assert grade_folder(tmp_path / "submitted", PAPER, tmp_path / "out", silent).students == 1


def test_no_page_has_too_long_a_name() -> None:
    """A folder's name may be as long as a file's alone."""
    names = ["a", "n" * 250, "n" * 251, "n" * 255, "ნ" * 85]
    assert [len(os.fsencode(page_name(name))) <= 255 for name in names] == [True] * 5
    assert len({page_name(name) for name in names}) == 5
    assert page_name("a") == "a.html"


def test_marks_typed_into_the_table_are_kept(tmp_path: Path) -> None:
    """However often it is graded again; a table that says the same is no other."""
    honest(tmp_path / "submitted")
    arguments = ("grade", str(tmp_path / "submitted"), "--key", str(KEY), "--out", str(tmp_path / "out"))
    table = tmp_path / "out" / "marks.csv"
    assert "kept" not in run(*arguments, home=tmp_path).stdout
    assert "kept" not in run(*arguments, home=tmp_path).stdout
    for number in (1, 2):
        typed = f"anna,{number}".encode()
        table.write_bytes(typed)
        kept = table.with_name(f"marks.before-{number}.csv")
        assert str(kept) in run(*arguments, home=tmp_path).stdout
        assert kept.read_bytes() == typed
        assert b"anna" in table.read_bytes() != typed
