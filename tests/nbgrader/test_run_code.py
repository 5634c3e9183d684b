"""Code of students that must run: in a sandbox where the system has one, else not at all, and said."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.course.cells import marked
from coupquiz.course.course_folder import Course
from coupquiz.in_nbgrader import run_code as running
from coupquiz.in_nbgrader import sandbox
from coupquiz.in_nbgrader.grade_answers import GradeAnswers
from coupquiz.in_nbgrader.run_code import CodeCell, CodeOutcome, run_code
from coupquiz.in_nbgrader.sandbox import HOME, sandbox_problem
from coupquiz.in_nbgrader.save_grades import WAITS
from tests.nbgrader.courses import course_with, marks, nbgrader
from tests.unit.coupquiz.grading.hostile import CODE
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    snapshot,
)

HAS_SANDBOX = sandbox_problem() is None
"""Whether this system has the sandbox; where it has none, tests look at what is said of it."""

needs_sandbox = pytest.mark.skipif(not HAS_SANDBOX, reason="only Linux has the sandbox")


@needs_sandbox
def test_cells_run_one_after_the_other(tmp_path: Path) -> None:
    """Also after one that failed, with what lies beside the notebook; back comes what each says."""
    (tmp_path / "data.csv").write_text("42", encoding="utf-8")
    (tmp_path / "helper.py").write_text("def half(n): return n / 2", encoding="utf-8")
    cells = [
        "from helper import half\nnumber = int(open('data.csv').read())",
        "print('said'); 1 / 0",
        "half(number) / 42",
        "assert number == 42",
        "import coupdata; len(coupdata.events()) > 5",
        "not a cell",
    ]
    ran = run_code(map(CodeCell, cells), [tmp_path])
    assert ran == [
        CodeOutcome("", "", "", None),
        CodeOutcome("ZeroDivisionError", "division by zero", "said\n", None),
        CodeOutcome("", "", "", 0.5),
        CodeOutcome("", "", "", None),
        CodeOutcome("", "", "", None),
        CodeOutcome("SyntaxError", ran[5].why, "", None),
    ]


WORTH: dict[str, float | None] = {
    "0.5": 0.5,
    "2": 2.0,
    "import numpy; numpy.float64(0.5)": 0.5,
    "numpy.bool_(False)": 0.0,
    "False": 0.0,
    "True": None,
    "None": None,
    "'0.5'": None,
    "print('1.0 of 2')": None,
    "import sys; print('a warning', file=sys.stderr); 2.0": 2.0,
    "import warnings; warnings.warn('careful'); 2.0": 2.0,
}
"""What the last line of a test says, and what it is worth; None for all there is."""


@needs_sandbox
@pytest.mark.parametrize("is_test", [True, False])
def test_a_test_is_worth_what_it_says(tmp_path: Path, is_test: bool) -> None:
    """None of the traps that nbgrader's own reading of outputs has."""
    ran = run_code([CodeCell(source, is_test) for source in WORTH], [tmp_path])
    assert [(one.failed, one.number) for one in ran] == [("", number) for number in WORTH.values()]


@needs_sandbox
@pytest.mark.parametrize(
    "source", ["import os; os._exit(0)", "while True: pass", "import os; os.kill(os.getpid(), 9)"]
)
def test_what_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """The cells before it count."""
    monkeypatch.setattr(running, "SECONDS", 20)
    assert run_code([CodeCell("1.0"), CodeCell(source), CodeCell("2.0")], [tmp_path]) == [
        CodeOutcome("", "", "", 1.0)
    ]


@needs_sandbox
def test_what_is_written_without_end_is_cut(tmp_path: Path) -> None:
    """Fifty megabytes on one line leave ten thousand characters."""
    (ran,) = run_code([CodeCell("print('x' * 50_000_000)")], [tmp_path])
    assert ran.said == "x" * 10_000


@needs_sandbox
def test_results_that_code_made_up_are_read_as_data(tmp_path: Path) -> None:
    """It can write what it likes where results go; what is malformed ends the reading."""
    forged = """
import os
for number in range(3, 30):
    try: os.write(number, b'[[[\\n{}\\n{"number": {}}\\n')
    except OSError: pass
"""
    ran = run_code([CodeCell("1.0"), CodeCell(forged), CodeCell("2.0")], [tmp_path])
    assert ran[0] == CodeOutcome("", "", "", 1.0)
    assert all(isinstance(one, CodeOutcome) for one in ran)


@needs_sandbox
def test_no_secret_of_the_marker_goes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens live in the environment; code sees the path and the language of it, and a home of its own."""
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "secret")
    (ran,) = run_code([CodeCell("import os; print(sorted(os.environ), os.environ['HOME'])")], [tmp_path])
    assert "TOKEN" not in ran.said
    assert str(Path.home()) not in ran.said.split("]")[1]


@needs_sandbox
def test_code_sees_nothing_of_the_teachers(tmp_path: Path) -> None:
    """Neither the course nor a file elsewhere, nor the network; what it may change is its own folder."""
    secrets = [
        tmp_path / "course" / "keys" / "test.toml",
        tmp_path / "course" / "gradebook.db",
        tmp_path / "mail",
    ]
    for file in secrets:
        hand_in(file.parent, {file.name: b"secret"})
    code = f"""
import os, socket
seen = [path for path in {[*map(str, secrets)]!r} if os.path.exists(path)]
changed = []
for folder, _, _ in os.walk("/"):
    if not folder.startswith(("/usr/", "{HOME}/")):
        try:
            open(os.path.join(folder, "new"), "w").close()
            changed.append(folder)
        except OSError:
            pass
try:
    socket.create_connection(("1.1.1.1", 53), 2)
    online = True
except OSError:
    online = False
print(seen, changed, online)
"""
    (ran,) = run_code([CodeCell(code)], [], hidden=[tmp_path / "course"])
    assert ran == CodeOutcome("", "", f"[] ['{HOME}'] False\n", None)


@needs_sandbox
def test_code_has_limits(tmp_path: Path) -> None:
    """Of memory, of a file and of processes."""
    bomb = "import os, time\nfor _ in range(200):\n    if os.fork() == 0: time.sleep(100)"
    cells = ["x = 'x' * 8_000_000_000", "open('x', 'wb').write(b'x' * 60_000_000)", bomb, "2.0"]
    ran = run_code(map(CodeCell, cells), [tmp_path])
    assert [one.failed for one in ran] == ["MemoryError", "OSError", "BlockingIOError", ""]


NOT_ROOT = 1234

_MARKED = """
import sys
from pathlib import Path
from coupquiz.in_nbgrader.grade_answers import GradeAnswers
from coupquiz.in_nbgrader.run_code import CodeCell, run_code
from coupquiz.in_nbgrader.sandbox import sandbox_problem
print(sandbox_problem(), run_code([CodeCell("2.0")], [Path(sys.argv[1])])[0].number)
"""


def test_whoever_marks_need_not_be_root(tmp_path: Path) -> None:
    """On a JupyterHub no teacher is; where root runs the tests, another user with the same Python does it."""
    command = [sys.executable, "-c", _MARKED, str(tmp_path)]
    if not HAS_SANDBOX:
        assert sandbox_problem()
        return
    if os.geteuid() == 0:
        home = Path("~root").expanduser()
        own = [Path(path) for path in sandbox._pythons() if home in Path(path).parents]
        above = sorted({parent for path in own for parent in path.parents if home in parent.parents})
        seen = ["--dev-bind", "/", "/", "--tmpfs", str(home)]  # nobody else may enter root's home
        seen += chain(*(("--dir", str(path)) for path in above))
        seen += chain(*(("--ro-bind", str(path), str(path)) for path in own))
        user = ["setpriv", f"--reuid={NOT_ROOT}", f"--regid={NOT_ROOT}", "--clear-groups", "--inh-caps=-all"]
        command = ["bwrap", *seen, "--", *user, *command]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == "None 2.0\n"


def test_where_there_is_no_sandbox_it_is_said_with_the_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is missing, or the system does not let it work, or it is no Linux."""
    if sys.platform != "linux":
        assert "mark on a computer with Linux" in str(sandbox_problem())
        return
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt install bubblewrap" in str(sandbox_problem.__wrapped__())
    program = tmp_path / "bwrap"
    program.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    program.chmod(0o755)
    said = str(sandbox_problem.__wrapped__())
    assert "(bwrap: setting up uid map: Permission denied)" in said
    assert "user namespaces" in said


def course_with_code(home: Path) -> Course:
    """A course with the test of the school and one cell of code, which a cell of the teacher's tests."""
    course = course_with(home)
    notebook = nbformat.reads(assignment_notebook(KEY).decode(), 4)
    code = "def double(n):\n    ### BEGIN SOLUTION\n    return 2 * n\n    ### END SOLUTION"
    test = "assert double(4) == 8\n### BEGIN HIDDEN TESTS\nassert double(5) == 10\n### END HIDDEN TESTS"
    notebook.cells += [
        new_code_cell(code, id="double", metadata={"nbgrader": marked("double", solution=True)}),
        new_code_cell(
            test, id="test", metadata={"nbgrader": marked("test_double", locked=True, grade=True, points=4)}
        ),
    ]
    nbformat.write(notebook, course.source(KEY.id) / NOTEBOOK)
    ended = nbgrader(course, "generate_assignment", KEY.id, "--force")
    assert ended.returncode == 0, ended.stderr
    return course


def solved(course: Course, solution: str) -> bytes:
    """The notebook as it was released, with this in the cell for code."""
    notebook = nbformat.read(course.release(KEY.id) / NOTEBOOK, 4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.source = solution
    return nbformat.writes(notebook).encode()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class that wrote code, honestly and otherwise, marked once."""
    home = tmp_path_factory.mktemp("code")
    course = course_with_code(home)
    if HAS_SANDBOX:
        course.root.chmod(0o700)
    right = "def double(n):\n    return n + n"
    hidden = "def double(n):\n    return 8"
    for name, source in {"anna": right, "ben": hidden, "zoe": right}.items():
        files = {NOTEBOOK: solved(course, source), ANSWERS: answers_file(RIGHT, name)}
        hand_in(course.submitted / name / KEY.id, files)
    hand_in(course.submitted / "empty" / KEY.id, {NOTEBOOK: (course.release(KEY.id) / NOTEBOOK).read_bytes()})
    for name, code in CODE.items():
        files = {NOTEBOOK: solved(course, code), ANSWERS: answers_file({"first-aim": "palace"}, name)}
        hand_in(course.submitted / f"m-{name}" / KEY.id, files)
    before = {folder: snapshot(course.root / folder) for folder in ("submitted", "source", "release", "keys")}
    ended = nbgrader(course, "autograde", KEY.id)
    assert ended.returncode == 0, ended.stderr
    assert {folder: snapshot(course.root / folder) for folder in before} == before
    assert not (course.root / "touched").exists()
    return course


def test_code_is_worth_what_its_tests_say(course: Course) -> None:
    """Beside the questions, whose points do not hang on it; where it was not run, a teacher is asked for."""
    found = marks(course)
    if HAS_SANDBOX:
        assert {name: found[name].points["test_double"] for name in ("anna", "ben", "zoe", "empty")} == {
            "anna": 4,
            "ben": 0,
            "zoe": 4,
            "empty": 0,
        }
        assert found["anna"].to_mark == ()
    else:
        assert all("test_double" in one.to_mark for one in found.values())
        notebook = course.autograded / "anna" / KEY.id / NOTEBOOK
        assert str(sandbox_problem()).split(";")[0] in notebook.read_text(encoding="utf-8")
    for name in ("anna", "ben", "zoe"):
        assert sum(found[name].points[item.question.id] for item in KEY.items) == 20


def test_where_the_teacher_trusts_it_nbgrader_runs_it(tmp_path: Path) -> None:
    """As nbgrader does, beside questions that are marked as data: their cells are not run."""
    course = course_with_code(tmp_path)
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('c.GradeAnswers.code = "here"\n')
    for name, source in {
        "anna": "def double(n):\n    return n + n",
        "ben": "def double(n): return 8",
    }.items():
        files = {NOTEBOOK: solved(course, source), ANSWERS: answers_file(RIGHT, name)}
        hand_in(course.submitted / name / KEY.id, files)
    ended = nbgrader(course, "autograde", KEY.id)
    assert ended.returncode == 0, ended.stderr
    found = marks(course)
    assert {name: found[name].points["test_double"] for name in ("anna", "ben")} == {"anna": 4, "ben": 0}
    for name in ("anna", "ben"):
        assert sum(found[name].points[item.question.id] for item in KEY.items) == 20
    feedback = nbformat.read(course.autograded / "ben" / KEY.id / NOTEBOOK, 4)
    (failed,) = (output for cell in feedback.cells for output in cell.get("outputs", ()) if "ename" in output)
    assert failed.ename == "AssertionError"


@pytest.mark.parametrize("name", CODE)
def test_code_reaches_nothing_but_its_own_test(course: Course, name: str) -> None:
    """Whatever it does, its questions are worth nothing, and so is a function that it does not define."""
    found = marks(course)[f"m-{name}"]
    assert {found.points[item.question.id] for item in KEY.items} == {0}
    assert found.points["test_double"] == 0


def test_no_process_of_a_student_is_left(course: Course) -> None:
    """Not even one that went its own way to come back later."""
    assert course
    assert not [path for path in Path("/proc").glob("[0-9]*") if f"HOME={HOME}" in _environment(path)]


def _environment(process: Path) -> str:
    try:
        return (process / "environ").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def test_it_is_said_once_that_code_is_not_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """In each test's cell, too, which a teacher marks."""
    grader = GradeAnswers(code="never", log=logging.getLogger("marking"))
    for _ in range(2):
        about = marked("test_double", locked=True, grade=True, points=4)
        notebook = new_notebook(cells=[new_code_cell("1"), new_code_cell("2", metadata={"nbgrader": about})])
        grader._run(notebook, {}, KEY, Course(tmp_path), tmp_path)
        code, test = notebook.cells
        assert not code.outputs
        assert "Students' code was not run" in test.outputs[0].evalue
        assert test.metadata[WAITS]
    assert caplog.text.count("Students' code was not run") == 1
