"""A class graded in one go: whole at any moment, the same every time, and in little memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from coupquiz.grading.answer_key import AnswerKeyError, load_key
from coupquiz.grading.batch import grade_folder, page_name
from coupquiz.grading.grade import Result, grade
from tests.server import environment, run, run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    KEY_FILE,
    PEAK,
    RIGHT,
    answers_file,
    hand_in,
    honest,
    lay,
    lay_made_up,
    snapshot,
)

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
    grade_folder(submitted, KEY, out)
    return out


_SLOWLY = """
import sys, time
from coupquiz.grading.student_page import Pages
page = Pages.page
def slow(*given):
    time.sleep(0.005)
    return page(*given)
Pages.page = slow
from coupquiz.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def stopped(submitted: Path, out: Path, number: signal.Signals) -> tuple[int, str]:
    """The exit status of a grading that is stopped in the middle by a signal, and what it said."""
    arguments = ("grade", str(submitted), "--key", str(KEY_FILE), "--out", str(out))
    command = [sys.executable, "-c", _SLOWLY, *arguments]
    with subprocess.Popen(command, env=environment(out.parent), stderr=subprocess.PIPE, text=True) as process:
        until = time.monotonic() + 60
        while len(list(out.glob(".draft-*/pages/*.html"))) < 20 and time.monotonic() < until:
            assert process.poll() is None
            time.sleep(0.002)
        process.send_signal(number)
        _, said = process.communicate()
    return process.returncode, said


@pytest.mark.slow
def test_killed_in_the_middle_it_has_changed_nothing(submitted: Path, whole: Path, tmp_path: Path) -> None:
    """Neither tables nor pages; graded again, nothing is left of it."""
    out = tmp_path / "out"
    grade_folder(submitted, KEY, out)
    (out / "pages" / "s00000.html").write_bytes(b"before")
    before = snapshot(out)
    stopped(submitted, out, signal.SIGTERM)
    assert {path: kept for path, kept in snapshot(out).items() if ".draft-" not in path} == before
    grade_folder(submitted, KEY, out)
    assert snapshot(out) == snapshot(whole)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops programs in another way")
def test_stopped_by_hand_it_leaves_nothing(submitted: Path, tmp_path: Path) -> None:
    """Ctrl+C: no traceback and no draft."""
    status, said = stopped(submitted, tmp_path / "out", signal.SIGINT)
    assert status == 130
    assert "Traceback" not in said
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_input_gives_the_same_bytes(submitted: Path, whole: Path, tmp_path: Path, seed: str) -> None:
    """In another process, with other hashes, in another place."""
    arguments = ("grade", str(submitted), "--key", str(KEY_FILE), "--out", str(tmp_path / "out"))
    assert run(*arguments, home=tmp_path, PYTHONHASHSEED=seed).returncode == 0
    assert snapshot(tmp_path / "out") == snapshot(whole)


@pytest.mark.slow
def test_graded_again_nothing_changes(submitted: Path, whole: Path) -> None:
    """Over the results that are there."""
    before = snapshot(whole)
    grade_folder(submitted, KEY, whole)
    assert snapshot(whole) == before


def test_another_key_or_another_class_replaces_everything(tmp_path: Path) -> None:
    """Marks by two keys never stand in one table, nor students who are gone."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root, ("a", "b", "c"))
    grade_folder(root, KEY, out)
    other = replace(KEY, items=tuple(replace(item, points=1.0) for item in KEY.items))
    grade_folder(root, other, out)
    assert b"a,8,9," in (out / "marks.csv").read_bytes()
    (root / "a").rename(root / "z")
    grade_folder(root, KEY, out)
    assert b"\r\na," not in (out / "marks.csv").read_bytes()


def test_pages_of_students_who_are_gone_go(tmp_path: Path) -> None:
    """Marks and pages are of the same class; what else lies beside the pages stays."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root, ("a", "b", "n" * 255))
    grade_folder(root, KEY, out)
    (out / "pages" / "notes.txt").write_bytes(b"mine")
    (root / "a").rename(root / "z")
    grade_folder(root, KEY, out)
    pages = {path.name for path in (out / "pages").iterdir()}
    assert pages == {"b.html", "z.html", page_name("n" * 255), "notes.txt"}


def test_a_student_who_is_called_as_the_file_to_print_has_a_page(tmp_path: Path) -> None:
    """And the file has the pages of both."""
    honest(tmp_path / "submitted", ("anna", "pages"))
    batch = grade_folder(tmp_path / "submitted", KEY, tmp_path / "out")
    own = (batch.pages / "pages.html").read_text(encoding="utf-8")
    together = batch.together.read_text(encoding="utf-8")
    assert "<bdi>pages</bdi>" in own
    assert "<bdi>anna</bdi>" not in own
    assert together.count("<main>") == together.count("</main>") == 2
    assert together.endswith("</html>\n")


def test_a_finished_run_leaves_marks_and_pages_alone(whole: Path) -> None:
    """And the table to mark by hand; no drafts."""
    assert {path.name for path in whole.glob("[!.]*")} == {"marks.csv", "by-hand.csv", "pages", "pages.html"}
    assert len(list((whole / "pages").iterdir())) == COUNT


def test_what_a_killed_run_left_half_written_goes(tmp_path: Path) -> None:
    """Drafts are no part of the results."""
    root, out = tmp_path / "submitted", tmp_path / "out"
    honest(root)
    hand_in(out / ".draft-killed", {"anna.html": b"<!doctype"})
    hand_in(out, {".marks.csv.01234567.draft": b"student,poi"})
    grade_folder(root, KEY, out)
    assert {path.name for path in out.iterdir()} == {"marks.csv", ".marks.csv.written", "pages", "pages.html"}


def test_a_full_disk_is_said_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with a sentence; the next one does all."""
    honest(tmp_path / "submitted", ("a", "b", "c"))
    out = tmp_path / "out"
    write, writes = Path.write_bytes, iter([True, False])

    def fail(path: Path, content: bytes) -> int:
        if next(writes, False):
            return write(path, content)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        ended = run_here("grade", str(tmp_path / "submitted"), "--key", str(KEY_FILE), "--out", str(out))
    assert ended.returncode == 1
    assert "The disk is full. Free some space on it." in ended.stderr
    assert not list(out.iterdir())
    assert grade_folder(tmp_path / "submitted", KEY, out).students == 3


def test_whatever_goes_wrong_with_one_the_others_get_their_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a fault of ours is flagged in one line, and stops nobody."""
    honest(tmp_path / "submitted", ("a", "b", "c"))
    real, calls = grade, iter([False, True])

    def fail(*handed: Any) -> Result:
        if next(calls, False):
            raise RecursionError
        return real(*handed)

    monkeypatch.setattr("coupquiz.grading.batch.grade", fail)
    graded = grade_folder(tmp_path / "submitted", KEY, tmp_path / "out")
    assert (graded.students, graded.flagged) == (3, 1)
    lines = (tmp_path / "out" / "marks.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["20", "0", "20"]
    assert "Mark it by hand" in lines[2]


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
from coupquiz.grading.answer_key import load_key
root, key, out = map(Path, sys.argv[1:])
grade_folder(root, load_key(key), out)
print(peak())
"""
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory in another way")
def test_memory_does_not_hold_the_pages_of_the_class(tmp_path: Path) -> None:
    """Ten times the students, and for each that is added not the fifth part of a page."""
    kilobytes = []
    for count in (100, 1000):
        root, out = tmp_path / str(count), tmp_path / f"{count}-marks"
        lay_made_up(root, count)
        arguments = [sys.executable, "-c", _MEASURED, str(root), str(KEY_FILE), str(out)]
        kilobytes.append(int(subprocess.check_output(arguments, env=environment(tmp_path))))
    pages = [page.stat().st_size for page in (out / "pages").iterdir()]
    assert len(pages) == 1000
    assert (kilobytes[1] - kilobytes[0]) * 1024 < sum(pages) / 5


def seconds(root: Path, out: Path) -> float:
    """The processor's time for a class."""
    begun = time.process_time()
    grade_folder(root, KEY, out)
    return time.process_time() - begun


@pytest.mark.timed
@pytest.mark.slow
def test_time_is_in_proportion(few: Path, submitted: Path, tmp_path: Path) -> None:
    """Four times the students take about four times as long; sixteen times would be the square."""
    small = min(seconds(few, tmp_path / f"few-{number}") for number in range(3))
    large = min(seconds(submitted, tmp_path / f"many-{number}") for number in range(3))
    assert large < 8 * small


@pytest.mark.slow
def test_progress_is_shown_on_a_terminal_alone(submitted: Path, tmp_path: Path) -> None:
    """A log gets nothing of it; the results are on stdout."""
    arguments = ("grade", str(submitted), "--key", str(KEY_FILE), "--out", str(tmp_path / "out"))
    ended = run_here(*arguments)
    assert ended.stderr == ""
    assert str(tmp_path / "out" / "marks.csv") in ended.stdout
    terminal = StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    with redirect_stderr(terminal):
        grade_folder(submitted, KEY, tmp_path / "out")
    assert f"{COUNT}/{COUNT}" in terminal.getvalue()


def test_results_lie_beside_the_submissions(tmp_path: Path) -> None:
    """In a folder with the name of the key."""
    honest(tmp_path / "submitted")
    ended = run("grade", str(tmp_path / "submitted"), "--key", str(KEY_FILE), home=tmp_path)
    assert ended.returncode == 0
    assert (tmp_path / f"{KEY.id}-marks" / "marks.csv").exists()


@pytest.mark.parametrize("layout", ["", KEY.id])
def test_both_layouts_give_the_same_marks(tmp_path: Path, layout: str) -> None:
    """Files in the student's folder, and in the assignment's folder in it."""
    lay(tmp_path / "flat")
    lay(tmp_path / "submitted", within=layout)
    for name in ("flat", "submitted"):
        grade_folder(tmp_path / name, KEY, tmp_path / f"{name}-marks")
    assert snapshot(tmp_path / "flat-marks") == snapshot(tmp_path / "submitted-marks")


@pytest.mark.slow
def test_what_cannot_be_graded_is_said_in_a_sentence(tmp_path: Path) -> None:
    """No traceback, and nothing written."""
    honest(tmp_path / "submitted")
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "broken.toml").write_text("[", encoding="utf-8")
    key = str(KEY_FILE)
    for arguments, said in {
        (str(tmp_path / "nowhere"), "--key", key): "There is no folder",
        (str(tmp_path / "empty"), "--key", key): "a folder for each student",
        (str(tmp_path / "submitted"), "--key", str(tmp_path / "none.toml")): "no such file",
        (str(tmp_path / "submitted"), "--key", str(tmp_path / "broken.toml")): "is not closed",
        (str(tmp_path / "submitted"), "--key", key, "--out", str(tmp_path / "submitted" / "x")): "--out",
        (str(tmp_path / "submitted"), "--key", key, "--out", str(tmp_path / "file")): "Grading stopped",
    }.items():
        ended = run("grade", *arguments, home=tmp_path)
        assert ended.returncode == 1
        assert said in ended.stderr
        assert "Traceback" not in ended.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"submitted", "empty", "file", "broken.toml"}


def test_what_is_no_key_is_told_with_the_key(tmp_path: Path) -> None:
    """The folder of keys, and the bank in it."""
    honest(tmp_path / "submitted")
    hand_in(
        tmp_path / "keys", {"a-test.toml": KEY_FILE.read_bytes(), "a-test.bank.toml": b"", "b-test.toml": b""}
    )
    for key, said in {
        "keys": "a folder is not a key; name one in it: a-test.toml, b-test.toml",
        "keys/a-test.bank.toml": "a-test.bank.toml: this is the bank; the key is a-test.toml",
    }.items():
        ended = run("grade", str(tmp_path / "submitted"), "--key", str(tmp_path / key), home=tmp_path)
        assert ended.returncode == 1
        assert said in ended.stderr
    (tmp_path / "empty").mkdir()
    with pytest.raises(AnswerKeyError, match="a folder is not a key"):
        load_key(tmp_path / "empty")


def test_files_beside_the_folders_are_no_students(tmp_path: Path) -> None:
    """What a learning platform adds to its archive."""
    honest(tmp_path / "submitted", ("anna",))
    hand_in(tmp_path / "submitted", {"readme.txt": b"", ANSWERS: answers_file(RIGHT, "x")})
    assert grade_folder(tmp_path / "submitted", KEY, tmp_path / "out").students == 1


def test_no_page_has_too_long_a_name() -> None:
    """A folder's name may be as long as a file's alone."""
    names = ["a", "n" * 250, "n" * 251, "n" * 255, "ნ" * 85]
    assert [len(os.fsencode(page_name(name))) <= 255 for name in names] == [True] * 5
    assert len({page_name(name) for name in names}) == 5
    assert page_name("a") == "a.html"


@pytest.mark.slow
def test_marks_typed_into_the_table_are_kept(tmp_path: Path) -> None:
    """However often it is graded again; a table that says the same is no other."""
    honest(tmp_path / "submitted")
    arguments = ("grade", str(tmp_path / "submitted"), "--key", str(KEY_FILE), "--out", str(tmp_path / "out"))
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
