"""What commands advise fits what is wrong: a case that was moved or forgotten, a drive that is full."""

from __future__ import annotations

import shutil
from errno import EACCES, EIO, ENOSPC, EROFS
from pathlib import Path

import pytest

from coupquiz.cli.main import main
from coupquiz.cli.unwritable import unwritable
from tests.cases import SMALL
from tests.unit.coupquiz.grading.school import KEY_FILE, honest

FIXTURES = Path(__file__).parents[2] / "fixtures"
LONDON = FIXTURES / "banks" / "london.toml"
CASE = FIXTURES / "cases" / "london-1666"
ELSEWHERE = "Choose another folder with --out."


def said(capsys: pytest.CaptureFixture[str], *arguments: object, status: int) -> str:
    """What a command says, on both streams."""
    assert main([str(argument) for argument in arguments]) == status
    streams = capsys.readouterr()
    return streams.out + streams.err


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A case of one's own."""
    return Path(shutil.copytree(CASE, tmp_path / "my_case"))


def test_a_case_alone_is_checked(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was read is counted."""
    told = said(capsys, "lint", "--case", own, status=0)
    counts = f"{len(SMALL.events)} events, {len(SMALL.reading.sentences)} sentences"
    assert told == f"The case “{SMALL.title}” read: {counts}. Nothing to fix.\n"


def test_what_is_wrong_with_a_case_alone_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is unsound and what hardly can be meant."""
    links = (own / "links.toml").read_text(encoding="utf-8")
    (own / "links.toml").write_text(f"{links}\n[[link]]{links.split('[[link]]')[1]}", encoding="utf-8")
    told = said(capsys, "lint", "--case", own, status=1)
    assert told.startswith("To fix: links.toml, link ")
    assert told.endswith("1 thing to fix.\n")
    (own / "links.toml").write_text("[[link]]\ncause = “x”\n\n[[link]]\neffect = y\n", encoding="utf-8")
    told = said(capsys, "lint", "--case", own, status=1)
    assert "links.toml, line 2: “ is a curly quotation mark" in told
    assert "links.toml, line 5: text goes between straight" in told
    assert "no such folder" in said(capsys, "lint", "--case", own / "gone", status=1)


@pytest.mark.parametrize("command", ["lint", "assign"])
@pytest.mark.parametrize("where", ["beside", "here", "nowhere"])
def test_a_forgotten_case_is_hinted_at(
    command: str, where: str, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the folder that may be meant: beside the bank, or where the command is typed."""
    banks, here = own.parent / "banks", own.parent / "here"
    banks.mkdir()
    here.mkdir()
    bank = Path(shutil.copy(LONDON, banks))
    folder = {"beside": banks / "fire", "here": here / "fire", "nowhere": own.parent / "far" / "off"}[where]
    folder.parent.mkdir(exist_ok=True)
    own.rename(folder)
    monkeypatch.chdir(here)
    course = ["--course", own.parent / "course"] if command == "assign" else []
    told = said(capsys, command, bank, *course, status=1).splitlines()[-1]
    if where == "nowhere":
        assert told == "If these questions are about a case of your own, add its folder: --case FOLDER"
    else:
        assert told.startswith("If these questions are about the case in ")
        assert Path(told.partition("--case ")[2]).resolve() == folder.resolve()


def test_nothing_is_hinted_where_it_does_not_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the case was named, and where no id is unknown."""
    text = LONDON.read_text(encoding="utf-8")
    wrong = tmp_path / "london.toml"
    wrong.write_text(text.replace('"bakery-burns"', '"bakery-burned"'), encoding="utf-8")
    assert "--case" not in said(capsys, "lint", wrong, "--case", CASE, status=1)
    wrong.write_text("id = 1\ntitle = 2\nquestion = []", encoding="utf-8")
    assert "--case" not in said(capsys, "lint", wrong, status=1)


@pytest.mark.parametrize("command", ["grade", "report"])
def test_a_case_that_was_moved_can_be_named(
    command: str, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The key says where it was; what to do is said."""
    course, sub = tmp_path / "course", tmp_path / "sub"
    said(capsys, "assign", LONDON, "--course", course, "--name", "fire", "--case", own, status=0)
    own.rename(tmp_path / "moved")
    (sub / "anna").mkdir(parents=True)
    (sub / "anna" / "fire.answers.json").write_text("{}", encoding="utf-8")
    arguments = (command, sub, "--key", course / "keys" / "fire.toml")
    told = said(capsys, *arguments, status=1)
    assert f"fire.toml, case: there is no folder {own} any more" in told
    assert "--case FOLDER" in told
    said(capsys, *arguments, "--case", tmp_path / "moved", status=0)


@pytest.mark.parametrize(
    ("code", "what", "again"),
    [
        (EROFS, "/media/stick/out is on a drive that can only be read.", False),
        (EACCES, "You are not allowed to read and write in /media/stick/out.", False),
        (ENOSPC, "The disk is full. Free some space on it.", False),
        (EIO, "Type the command again. If that does not help:", True),
    ],
)
def test_what_cannot_be_written_gets_advice_that_helps(code: int, what: str, again: bool) -> None:
    """The same command once more only where that can be enough; another place always."""
    error = OSError(code, "so it is", "/media/stick/out/.marks.csv.1234.draft")
    told = unwritable(error, ELSEWHERE)
    assert what in told
    assert ("again" in told) == again
    assert told.endswith(ELSEWHERE)
    assert "draft" not in told or code == EIO


@pytest.mark.parametrize(
    ("command", "write"),
    [
        ("grade", "coupquiz.grading.batch.grade_folder"),
        ("report", "coupquiz.report.files.write_report"),
        ("lesson", "coupquiz.lesson.copies.lay"),
        ("assign", "coupquiz.course.assignment.make"),
    ],
)
def test_a_read_only_drive_is_called_one(
    command: str,
    write: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By every command that writes, with the option that names another place."""

    def fail(*_args: object, **_more: object) -> None:
        raise OSError(EROFS, "Read-only file system", str(tmp_path / "x"))

    honest(tmp_path / "sub", ("anna",))
    monkeypatch.setattr(write, fail)
    arguments = {
        "grade": ("grade", tmp_path / "sub", "--key", KEY_FILE),
        "report": ("report", tmp_path / "sub", "--key", KEY_FILE),
        "lesson": ("lesson", "--dir", tmp_path / "lesson"),
        "assign": ("assign", "week", "--course", tmp_path / "course"),
    }[command]
    option = {"lesson": "--dir", "assign": "--course"}.get(command, "--out")
    told = said(capsys, *arguments, status=1)
    assert "on a drive that can only be read. Choose another folder with" in told
    assert told.endswith(f"{option}.\n")
