"""What students tried, and what they could try: nothing scores, stops the others or touches their files."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from coupquiz.grading.grade import grade
from tests.server import environment, run
from tests.unit.coupquiz.grading.hostile import CODE, FILES, NAMES, lay_course, lay_rest
from tests.unit.coupquiz.grading.school import KEY, KEY_FILE, NOTEBOOK, hand_in, honest, notebook, snapshot

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Graded:
    """A course with attackers among its students, graded once."""

    course: Path
    out: Path
    rows: Mapping[str, Mapping[str, str]]
    before: Mapping[str, object]
    said: str


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """All attacks at once, graded by the command as nbgrader would have its environment."""
    home = tmp_path_factory.mktemp("attacks")
    course, out = home / "course", home / "out"
    lay_course(course)
    before = snapshot(course)
    ended = run(
        "grade",
        str(course / "submitted"),
        "--key",
        str(KEY_FILE),
        "--out",
        str(out),
        home=home,
        NBGRADER_EXECUTION="autograde",
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    return Graded(course, out, rows, before, ended.stdout)


@pytest.mark.parametrize("name", CODE)
def test_the_attack_works_where_code_runs(name: str, tmp_path: Path) -> None:
    """So that standing up to it means something: it prints, writes, kills or never ends."""
    course = tmp_path / "course"
    honest(course / "submitted")
    folder = course / "submitted" / "mallory"
    hand_in(folder, {NOTEBOOK: notebook(CODE[name])})
    lay_rest(course)
    before = snapshot(course)
    try:
        ended = subprocess.run(
            [sys.executable, "-c", CODE[name]],
            cwd=folder,
            env=environment(tmp_path, NBGRADER_EXECUTION="autograde"),
            capture_output=True,
            timeout=2 if name == "never-end" else 60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return
    assert not ended.stderr
    until = time.monotonic() + (20 if name.endswith("later") else 0)
    while snapshot(course) == before and time.monotonic() < until:
        time.sleep(0.05)
    assert ended.stdout or ended.returncode == 7 or snapshot(course) != before


def test_nobody_is_left_out(graded: Graded) -> None:
    """A line and a page for every folder, whatever is in it."""
    folders = [path.name for path in (graded.course / "submitted").iterdir()]
    assert len(graded.rows) == len(folders) == len(list((graded.out / "pages").iterdir()))
    assert f"Graded {len(folders)} submissions." in graded.said


@pytest.mark.parametrize("name", ["anna", "carl", "zoe"])
def test_honest_neighbours_get_exact_marks(graded: Graded, name: str) -> None:
    """All that their answers are worth; there is one more question, which they have not answered."""
    assert (graded.rows[name]["points"], graded.rows[name]["of"]) == ("20", "23")


@pytest.mark.parametrize("name", [*(f"code-{name}" for name in CODE), *(f"file-{name}" for name in FILES)])
def test_no_attack_scores(graded: Graded, name: str) -> None:
    """Neither in all nor in any question."""
    row = graded.rows[name]
    assert row["points"] == "0"
    assert {row[item.question.id] for item in KEY.items} == {"0"}


@pytest.mark.parametrize("name", [name for name, (flag, _) in FILES.items() if flag])
def test_what_cannot_be_read_is_flagged(graded: Graded, name: str) -> None:
    """By its own name, in a sentence that a table can hold."""
    said = graded.rows[f"file-{name}"]["look at"]
    assert said.startswith(f"[{FILES[name][0]}] ")
    assert len(said) < 500
    assert said.isprintable()


@pytest.mark.parametrize(
    "name", ["link", "link-to-nothing", "linked-folder", "way-out", "pipe", "folder-for-a-file"]
)
def test_nothing_is_read_through_a_link(graded: Graded, name: str) -> None:
    """Another student's file, reached by a link, is nobody's answer."""
    if name == "pipe" and sys.platform == "win32":
        pytest.skip("Windows has no pipes of this kind")
    assert graded.rows[name]["points"] == "0"
    assert graded.rows[name]["look at"].startswith("[not a plain file] ")


@pytest.mark.parametrize("name", ["copy", "disguised-copy", "hard-link", "carl"])
def test_a_copied_file_is_flagged_in_both_places(graded: Graded, name: str) -> None:
    """Who copied from whom the files do not tell; the teacher hears of both."""
    said = graded.rows[name]["look at"]
    assert said.startswith("[same file as another] ")
    others = {"copy", "disguised-copy", "hard-link", "carl"} - {name}
    assert all(other in said for other in others)


def test_only_copies_are_flagged_as_copies(graded: Graded) -> None:
    """The same answers, all right, are no reason: every honest class has them."""
    flagged = {name for name, row in graded.rows.items() if "same file" in row["look at"]}
    assert flagged == {"copy", "disguised-copy", "hard-link", "carl"}


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_names(graded: Graded, name: str) -> None:
    """They get their marks, and no spreadsheet runs them."""
    folder = NAMES[name]
    shown = f"'{folder}" if folder.startswith("=") else folder
    assert graded.rows[shown]["points"] == "20"


def test_nothing_outside_the_results_is_touched(graded: Graded) -> None:
    """Not the gradebook, not the source, no submission; and nothing but results is written."""
    assert snapshot(graded.course) == graded.before
    assert {path.name for path in graded.out.glob("[!.]*")} == {
        "marks.csv",
        "by-hand.csv",
        "pages",
        "pages.html",
    }
    assert {path.name for path in graded.out.parent.iterdir()} == {"course", "out"}


def test_no_page_has_markup_or_output_of_a_student(graded: Graded) -> None:
    """What was handed in is shown as text; what its cells printed is not shown at all."""
    for page in (graded.out / "pages").iterdir():
        content = page.read_text(encoding="utf-8")
        assert "<script" not in content
        assert "LEAKED" not in content
        assert content.endswith("</html>\n")


def test_modules_among_the_submissions_are_not_imported(tmp_path: Path) -> None:
    """Even where the teacher stands in the submission's folder and types the command."""
    root = tmp_path / "course" / "submitted"
    hand_in(root / "modules", FILES["modules"][1])
    command = Path(sys.executable).with_name("coup1920.exe" if sys.platform == "win32" else "coup1920")
    ended = subprocess.run(
        [command, "grade", "..", "--key", str(KEY_FILE), "--out", str(tmp_path / "out")],
        cwd=root / "modules",
        env=environment(tmp_path),
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "out" / "marks.csv").exists()
    assert not (tmp_path / "course" / "touched").exists()


class Yes(str):
    """Says that it is whatever it is compared with."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash("first-aim")


@pytest.mark.parametrize(
    "answers",
    [
        {item.question.id: Yes("x") for item in KEY.items},
        {item.question.id: [Yes("x")] for item in KEY.items},
        {Yes("x"): "college"},
        {item.question.id: {Yes("x"): Yes("y")} for item in KEY.items},
        [Yes("x")],
        Yes("x"),
    ],
    ids=lambda answers: type(answers).__name__,
)
def test_what_equals_everything_scores_nothing(answers: object) -> None:
    """Only plain texts, lists and dictionaries are answers, wherever they come from."""
    result = grade(KEY, answers, "mallory")
    assert result.points == 0


NO_ANSWERS: list[object] = [
    None,
    {},
    [],
    "",
    0,
    {item.question.id: None for item in KEY.items},
    {None: None, "": "", "null": None},
]
"""What is no answer to anything."""


@pytest.mark.parametrize("answers", NO_ANSWERS, ids=repr)
def test_nothing_never_equals_nothing(answers: object) -> None:
    """An answer that is not there is not that of a question that is not there."""
    result = grade(KEY, answers, "nobody")
    assert result.points == 0
    assert all(mark.points == 0 for mark in result.marks)
