"""`coup1920 assign`: what lies where, what stands in it, and what stands in nothing that a student gets."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import nbformat
import pytest

from coupquiz.banks.questions_file import load_questions
from coupquiz.course.assignment_key import questions_of
from coupquiz.course.assignment_notebook import graded_ids
from coupquiz.course.course_folder import Course
from coupquiz.grading.answer_key import load_key
from tests.server import run_here
from tests.unit.coupquiz.grading.school import CLASS, KEY, snapshot
from tests.unit.coupquiz.test_form import secrets

BANK = str(CLASS / "bank.toml")
WHY = "why-it-failed"
EXTRA = """
[[question]]
id = "extra"
kind = "claim"
prompt = "Lenin was there."
cites = ["c3.1"]
trains = "sources"
level = 2
verdict = "not-said"

[question.feedback]
supported = "No sentence says so."
contradicted = "No sentence says otherwise."
not-said = "No sentence says where he was."
"""
POINTS = [f"{item.question.id}={item.points:g}" for item in KEY.items]


def assign(home: Path, *more: str, bank: str = BANK) -> Course:
    """A course with an assignment of the bank of the tests, made by the command."""
    ended = run_here("assign", bank, "--course", str(home / "course"), *more)
    assert ended.returncode == 0, ended.stderr
    return Course(home / "course")


def test_an_assignment_has_all_that_marking_needs(tmp_path: Path) -> None:
    """A key with its own copy of the bank, beside nbgrader's folders; the same questions and points."""
    course = assign(tmp_path, "--name", "a-test", "--title", "A test", "--questions", *POINTS)
    key = load_key(course.key("a-test"))
    assert (key.id, key.title, key.seed, key.draw) == ("a-test", "A test", "a-test", 8)
    assert key.items == KEY.items
    assert course.bank("a-test").read_bytes() == Path(BANK).read_bytes()
    assert course.assignments() == ["a-test"]
    if sys.platform != "win32":
        assert stat.S_IMODE(course.keys.stat().st_mode) == 0o700


def test_students_get_no_key(tmp_path: Path) -> None:
    """Nothing of feedback, hints, models and cites stands in what is released, and no file beside it."""
    course = assign(tmp_path, "--name", "a-test")
    released = {path.name: path.read_text(encoding="utf-8") for path in course.source("a-test").iterdir()}
    assert released.keys() == {"a-test.ipynb", "a-test.questions.json"}
    for question in KEY.bank.questions:
        assert secrets(question)
        for text in secrets(question):
            escaped = json.dumps(text, ensure_ascii=False)[1:-1]
            assert not [name for name, content in released.items() if escaped in content]
    assert load_questions(course.source("a-test") / "a-test.questions.json") == questions_of(
        load_key(course.key("a-test"))
    )


def test_the_order_in_the_file_hangs_on_no_key(tmp_path: Path) -> None:
    """Another key gives the same file, so no order in it can be told from chance."""
    before = assign(tmp_path / "a", "--name", "a-test")
    turned = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    text = text.replace('text = "The military college", right = true', 'text = "The military college"')
    turned.write_text(
        text.replace('text = "The railway station"', 'text = "The railway station", right = true')
    )
    after = assign(tmp_path / "b", "--name", "a-test", bank=str(turned))
    file = "a-test.questions.json"
    assert (before.source("a-test") / file).read_bytes() == (after.source("a-test") / file).read_bytes()


def test_nbgrader_knows_every_question_by_its_id(tmp_path: Path) -> None:
    """One locked cell for each, with its points; own words have a cell that is marked by hand."""
    course = assign(tmp_path, "--name", "a-test", "--questions", *POINTS)
    cells = nbformat.read(course.source("a-test") / "a-test.ipynb", 4).cells
    marked = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
    graded = {id: cell for id, cell in marked.items() if "points" in cell.metadata.nbgrader}
    points = {id: cell.metadata.nbgrader.points for id, cell in graded.items()}
    assert points == {**graded_ids(KEY), "before_handing_in": 0}
    assert points == {**{item.question.id: item.points for item in KEY.items}, "before_handing_in": 0}
    for item in KEY.items:
        cell = graded[item.question.id]
        assert cell.metadata.nbgrader.grade is item.question.scored
        assert cell.metadata.nbgrader.task is not item.question.scored
        assert cell.cell_type == ("code" if item.question.scored else "markdown")
    assert marked["write_why-it-failed"].source == 'quiz.ask("why-it-failed")'
    assert [cell.source for cell in cells if cell.id == "answers"] == ["answers = {}"]
    assert all(len(cell.source.splitlines()) <= 10 for cell in cells if cell.cell_type == "code")


def test_where_questions_are_drawn_a_cell_stands_for_a_number(tmp_path: Path) -> None:
    """So that nbgrader has the same cells and points for all; own words are asked of everybody."""
    course = assign(tmp_path, "--name", "a-test", "--draw", "3")
    cells = nbformat.read(course.source("a-test") / "a-test.ipynb", 4).cells
    asked = [cell.source for cell in cells if cell.source.startswith("quiz.ask")]
    assert asked == ["quiz.ask(1)", "quiz.ask(2)", "quiz.ask(3)", 'quiz.ask("why-it-failed")']
    key = load_key(course.key("a-test"))
    assert graded_ids(key) == {"question_1": 1, "question_2": 1, "question_3": 1, "why-it-failed": 1}


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """Byte for byte, and it says so."""
    course = assign(tmp_path, "--name", "a-test")
    before = snapshot(course.root)
    ended = run_here("assign", BANK, "--course", str(course.root), "--name", "a-test")
    assert ended.returncode == 0
    assert "nothing was changed" in ended.stdout
    assert snapshot(course.root) == before


def test_what_is_there_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """Whatever differs is named, and nothing at all is written; `--replace` replaces it and says so."""
    course = assign(tmp_path, "--name", "a-test")
    notebook = course.source("a-test") / "a-test.ipynb"
    notebook.write_text("mine", encoding="utf-8")
    course.config.write_text("# mine: coupquiz.in_nbgrader", encoding="utf-8")
    before = snapshot(course.root)
    again = ("assign", BANK, "--course", str(course.root), "--name", "a-test", "--draw", "2")
    ended = run_here(*again)
    assert ended.returncode == 1
    assert str(notebook) in ended.stderr
    assert "--replace" in ended.stderr
    assert snapshot(course.root) == before
    ended = run_here(*again, "--replace")
    assert ended.returncode == 0
    assert f"Replaced: {notebook}" in ended.stdout
    assert load_key(course.key("a-test")).draw == 2
    assert course.config.read_text(encoding="utf-8").startswith("# mine")


@pytest.mark.parametrize(
    "typed",
    [
        ["night=2", "first-aim", "how-many=1.5"],
        ["night=2,first-aim,how-many=1.5"],
        ["night=2,", "first-aim,", "how-many=1.5"],
        ["night", "=", "2,", "first-aim;", "how-many = 1.5,"],
    ],
)
def test_questions_are_apart_by_spaces_or_commas(tmp_path: Path, typed: list[str]) -> None:
    """However a teacher types them, in their order and with their points."""
    key = load_key(assign(tmp_path, "--name", "a-test", "--questions", *typed).key("a-test"))
    points = {item.question.id: item.points for item in key.items}
    assert list(points.items()) == [("night", 2), ("first-aim", 1), ("how-many", 1.5)]


def test_replacing_keeps_the_title_and_the_seed_that_were_given(tmp_path: Path) -> None:
    """Unless others are given; a title that was the bank's is the one that the bank has now."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    title = KEY.bank.title

    def again(*more: str) -> tuple[str, str, str]:
        course = assign(tmp_path, "--name", "a-test", *more, bank=str(bank))
        key = load_key(course.key("a-test"))
        cells = nbformat.read(course.source("a-test") / "a-test.ipynb", 4).cells
        return key.title, key.seed, cells[0].source.splitlines()[0]

    assert again() == (title, "a-test", f"# {title}")
    bank.write_text(text.replace(title, "Another title"), encoding="utf-8")
    assert again("--replace") == ("Another title", "a-test", "# Another title")
    assert again("--replace", "--title", "May", "--seed", "b") == ("May", "b", "# May")
    assert again("--replace", "--draw", "2") == ("May", "b", "# May")
    assert again("--replace", "--title", "June", "--seed", "c") == ("June", "c", "# June")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after", "draw", "points", "said"),
    [
        ((), (), 8, {}, ""),
        (("--draw", "3"), (), 3, {}, "--draw 3"),
        (("--draw", "3"), ("--draw", "2"), 2, {}, ""),
        (("--draw", "3"), ("--draw", "8"), 8, {}, ""),
        (
            ("--questions", "night=2", "why-it-failed"),
            (),
            1,
            {"night": 2, WHY: 1},
            f"--questions night=2, {WHY}=1",
        ),
        (("--questions", "night", WHY), ("--questions", "first-aim"), 1, {"first-aim": 1}, ""),
        (("--questions", "night", WHY), ("--questions", "all"), 8, {}, ""),
        (
            ("--questions", "night,first-aim,how-many", "--draw", "2"),
            (),
            2,
            {"night": 1, "first-aim": 1, "how-many": 1},
            "--draw 2 --questions night=1, first-aim=1, how-many=1",
        ),
        (
            ("--questions", "night,first-aim,how-many", "--draw", "2"),
            ("--questions", "all"),
            2,
            {},
            "--draw 2",
        ),
    ],
)
def test_replacing_keeps_the_questions_and_the_draw_that_were_given(
    tmp_path: Path,
    before: tuple[str, ...],
    after: tuple[str, ...],
    draw: int,
    points: dict[str, float],
    said: str,
) -> None:
    """Unless others are given; in one line it says which it has kept."""
    course = assign(tmp_path, "--name", "a-test", *before)
    ended = run_here("assign", BANK, "--course", str(course.root), "--name", "a-test", *after, "--replace")
    assert ended.returncode == 0, ended.stderr
    key = load_key(course.key("a-test"))
    asked = [(item.question.id, item.points) for item in key.items]
    assert asked == ([*points.items()] or [(question.id, 1) for question in KEY.bank.questions])
    assert key.draw == draw
    told = [line for line in ended.stdout.splitlines() if line.startswith("Kept")]
    assert told == ([f"Kept as before: {said}. To change that, give other options."] if said else [])


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("", EXTRA, ["night", "first-aim"]),
        ('id = "night"', 'id = "nights"\nrenamed = ["night"]', ["nights", "first-aim"]),
        ('id = "night"', 'id = "nights"', ["first-aim"]),
    ],
)
def test_questions_are_kept_by_the_ids_that_they_have_now(
    tmp_path: Path, old: str, new: str, asked: list[str]
) -> None:
    """One that is new in the bank is not asked unasked, and one that is gone is not asked any more."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    assign(tmp_path, "--name", "a-test", "--questions", "night=2", "first-aim=2", bank=str(bank))
    bank.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    key = load_key(assign(tmp_path, "--name", "a-test", "--replace", bank=str(bank)).key("a-test"))
    assert {item.question.id: item.points for item in key.items} == dict.fromkeys(asked, 2)


def test_questions_that_were_never_chosen_follow_the_bank(tmp_path: Path) -> None:
    """One that is added is asked; of another bank under the same name, all are."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    assign(tmp_path, "--name", "a-test", bank=str(bank))
    bank.write_text(text + EXTRA, encoding="utf-8")
    course = assign(tmp_path, "--name", "a-test", "--replace", bank=str(bank))
    assert [item.question.id for item in load_key(course.key("a-test")).items][-1] == "extra"
    assign(tmp_path, "--name", "a-test", "--replace", "--questions", "night", bank=str(bank))
    bank.write_text(text.replace('id = "class-test"', 'id = "other"'), encoding="utf-8")
    assign(tmp_path, "--name", "a-test", "--replace", bank=str(bank))
    assert len(load_key(course.key("a-test")).items) == len(KEY.items)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((), ("--draw", "3"), True),
        (("--draw", "3"), (), False),
        (("--draw", "3"), ("--draw", "8"), True),
        (("--draw", "3"), ("--draw", "3", "--seed", "b"), True),
        (("--draw", "3"), ("--draw", "3", "--title", "June"), False),
        ((), ("--seed", "b"), False),
    ],
)
def test_another_draw_is_told(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...], told: bool
) -> None:
    """It asks students what they were not asked; where all is asked, another seed changes the order alone."""
    course = assign(tmp_path, "--name", "a-test", *before)
    ended = run_here("assign", BANK, "--course", str(course.root), "--name", "a-test", *after, "--replace")
    assert ended.returncode == 0, ended.stderr
    assert ("students are asked different questions from before" in ended.stdout) == told


def test_an_assignment_that_cannot_be_read_any_more_can_be_replaced(tmp_path: Path) -> None:
    """And it is said that nothing of it is kept."""
    course = assign(tmp_path, "--name", "a-test", "--title", "May")
    course.key("a-test").write_bytes(b"\xff")
    ended = run_here("assign", BANK, "--course", str(course.root), "--name", "a-test", "--replace")
    assert "Nothing from the earlier assignment is kept" in ended.stdout
    assert load_key(course.key("a-test")).title == KEY.bank.title


def test_of_a_key_that_does_not_say_what_was_chosen_all_is_kept(tmp_path: Path) -> None:
    """As of one that an older version made."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    course = assign(tmp_path, "--name", "a-test", "--seed", "b", "--draw", "3", bank=str(bank))
    key = course.key("a-test")
    key.write_text(key.read_text(encoding="utf-8").replace("chosen = []\n", ""), encoding="utf-8")
    bank.write_text(text.replace(KEY.bank.title, "Another title") + EXTRA, encoding="utf-8")
    assign(tmp_path, "--name", "a-test", "--replace", bank=str(bank))
    made = load_key(key)
    assert (made.title, made.seed, made.draw, len(made.items)) == (KEY.bank.title, "b", 3, len(KEY.items))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "class-test"', 'id = "other"', "under the bank's id, which was 'class-test'."),
        ('id = "night"', 'id = "nights"', "answers to night no longer count"),
        ('id = "night"', 'id = "nights"\nrenamed = ["night"]', ""),
        ('id = "college", text', 'id = "school", text', "'first-aim' no longer has college"),
        ('{ id = "name", actor', '{ id = "who", actor', "'general-and-order' no longer has name"),
        ("Which building", "What building", ""),
    ],
)
def test_answers_that_a_new_key_cannot_mark_are_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Another id can cost a class its marks; other words, or an id that is renamed, cost none."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    course = assign(tmp_path, "--name", "a-test", bank=str(bank))
    assert old in text
    changed = text.replace(old, new)
    bank.write_text(changed.replace("{name}", "{who}") if "who" in new else changed, encoding="utf-8")
    again = ("assign", str(bank), "--course", str(course.root), "--name", "a-test", "--replace")
    ended = run_here(*again)
    assert ended.returncode == 0, ended.stderr
    told = [line for line in ended.stdout.splitlines() if line.startswith("Careful: if it has already been")]
    assert len(told) == bool(said)
    assert said in "".join(told)
    assert "handed out" not in run_here(*again).stdout


@pytest.mark.parametrize(
    ("id", "told"), [("the-college", True), ("colleges", True), ("station-or-college", False), ("aim", False)]
)
def test_ids_that_tell_the_key_are_warned_of(tmp_path: Path, id: str, told: bool) -> None:
    """Students read them in the cells; one that names a wrong option as well tells nothing."""
    bank = tmp_path / "bank.toml"
    text = Path(BANK).read_text(encoding="utf-8")
    bank.write_text(text.replace('id = "first-aim"', f'id = "{id}"'), encoding="utf-8")
    ended = run_here("assign", str(bank), "--course", str(tmp_path / "course"))
    assert ended.returncode == 0
    assert (f"give the answer away: {id}. Rename" in ended.stdout) == told


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("first-aim", "night"), "night → first-aim"),
        (("night", "by-chance"), "by-chance → night"),
        (("first-aim", "first-of-may"), ""),
    ],
)
def test_questions_that_answer_one_another_are_warned_of(
    tmp_path: Path, asked: tuple[str, ...], told: str
) -> None:
    """Only those that the test asks, before it is handed out."""
    ended = run_here("assign", BANK, "--course", str(tmp_path / "course"), "--questions", *asked)
    assert ended.returncode == 0
    said = "Careful: some questions show what others ask for: "
    assert [line for line in ended.stdout.splitlines() if line.startswith(said)] == [
        f"{said}{pairs}. Change one of each two; coup1920 lint says where it is shown."
        for pairs in [told]
        if pairs
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("assign",), "The following arguments are required: BANK, --course."),
        (("assign", BANK, "--course", "x", "--draw", "many"), "Argument --draw:"),
        (("asign",), "invalid choice: 'asign'"),
    ],
)
def test_a_slip_in_the_command_line_is_told_in_one_line(typed: tuple[str, ...], said: str) -> None:
    """With where to read more, and no usage around it."""
    ended = run_here(*typed)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "--help" in ended.stderr


def test_a_key_in_place_of_a_bank_is_told_with_its_bank(tmp_path: Path) -> None:
    """In one line, not one for everything that it lacks."""
    course = assign(tmp_path, "--name", "a-test")
    ended = run_here("assign", str(course.key("a-test")), "--course", str(course.root), "--name", "b-test")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.endswith(f"Its bank is beside it: {course.bank('a-test')}\n")


def test_a_course_of_its_own_is_told_what_to_add(tmp_path: Path) -> None:
    """A teacher's configuration stays as it is; the lines to add are shown."""
    course = Course(tmp_path / "course")
    course.root.mkdir()
    course.config.write_text("c = get_config()\n", encoding="utf-8")
    ended = run_here("assign", BANK, "--course", str(course.root))
    assert "configure(c)" in ended.stdout
    assert course.config.read_text(encoding="utf-8") == "c = get_config()\n"


@pytest.mark.parametrize("bank", ["week", BANK])
def test_a_key_that_everybody_has_is_warned_of(tmp_path: Path, bank: str) -> None:
    """Those of the lesson's banks come with the lesson; a teacher's own do not."""
    ended = run_here("assign", bank, "--course", str(tmp_path / "course"), "--name", "a-test")
    assert ended.returncode == 0
    assert ("can read the key" in ended.stdout) == (bank == "week")


def test_a_case_of_ones_own_goes_along(tmp_path: Path) -> None:
    """By its path from the keys where it lies in the course, so that both can be moved together."""
    fixtures = CLASS.parent
    more = ("--name", "fire", "--case", str(fixtures / "cases" / "london-1666"))
    course = assign(tmp_path, *more, bank=str(fixtures / "banks" / "london.toml"))
    key = load_key(course.key("fire"))
    assert key.case.id == "london-1666"
    assert load_questions(course.source("fire") / "fire.questions.json").year == 1666


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--questions", "nigth"], "did you mean 'night'"),
        (["--questions", "night=2000"], "0 to 1000"),
        (["--questions", "night=many"], "'many' in night=many is not a number of points; write night=2."),
        (["--questions", "nigth,how-man"], "did you mean 'how-many'"),
        (["--questions", "night", "night=2"], "named twice"),
        (["--name", "A Test"], "lower-case"),
        (["--name", "../elsewhere"], "lower-case"),
        (["--draw", "9"], "1 to 8"),
        (["--draw", "0"], "1 to 8"),
        (["--draw", "1", "--questions", "night=2", "how-many"], "same points"),
        (["--case", "nowhere"], "no such folder"),
    ],
)
def test_what_does_not_fit_is_said_in_a_line(tmp_path: Path, more: list[str], said: str) -> None:
    """And nothing is written."""
    ended = run_here("assign", BANK, "--course", str(tmp_path / "course"), *more)
    assert ended.returncode in (1, 2)
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "course").exists()


def test_a_course_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    """In a sentence."""
    (tmp_path / "course").touch()
    ended = run_here("assign", BANK, "--course", str(tmp_path / "course"))
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
