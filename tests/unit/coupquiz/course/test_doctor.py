"""`coup1920 doctor`: each thing that breaks a class is found and comes with its mend, and nothing else."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coupdata.problems.problem import Problem
from coupquiz import Question
from coupquiz.answers.file_format import LIMIT, VERSION
from coupquiz.course.assignment import make
from coupquiz.course.course_folder import Course
from coupquiz.course.doctor import examine
from coupquiz.course.released import released_problems
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.class_list import class_list
from coupquiz.kinds import KINDS
from tests.server import run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    CLASS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    packed,
    snapshot,
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A sound course: an assignment as it was made, and a student who handed it in."""
    course = Course(tmp_path / "course")
    make(KEY, CLASS / "bank.toml", course, own_case=None, replace=False)
    released = course.release(KEY.id)
    hand_in(released, {path.name: path.read_bytes() for path in course.source(KEY.id).iterdir()})
    submit(course, "anna")
    return course


def submit(course: Course, student: str, **changed: bytes) -> Path:
    """Hand in what was given out, with right answers; `notebook` and `answers` in place of those."""
    folder = course.submitted / student / KEY.id
    notebook = changed.get("notebook") or (course.release(KEY.id) / NOTEBOOK).read_bytes()
    hand_in(folder, {NOTEBOOK: notebook, ANSWERS: changed.get("answers", answers_file(RIGHT, student))})
    return folder


def found(course: Course) -> list[Problem]:
    """What is found, after a look that nothing was changed."""
    before = snapshot(course.root)
    problems = list(examine(course).problems)
    assert snapshot(course.root) == before
    assert all(problem.mend for problem in problems)
    return problems


def edited(course: Course, edit: Callable[[list[dict[str, Any]]], None]) -> bytes:
    """The notebook that was given out, after something was done to its cells."""
    values = json.loads((course.release(KEY.id) / NOTEBOOK).read_bytes())
    edit(values["cells"])
    return json.dumps(values).encode()


def mistakes_of(question: Question) -> list[object]:
    """The wrong answers that are to be expected."""
    return list(KINDS[question.kind].mistakes(question))


def graded(cells: list[dict[str, Any]]) -> dict[str, Any]:
    """The first cell that is worth something."""
    return next(cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("points"))


def marked(cells: list[dict[str, Any]]) -> dict[str, Any]:
    """What nbgrader keeps of that cell."""
    about: dict[str, Any] = graded(cells)["metadata"]["nbgrader"]
    return about


def test_a_sound_course_is_told_to_be_sound(course: Course) -> None:
    """By the command too, whose exit status is 0."""
    assert found(course) == []
    ended = run_here("doctor", str(course.root))
    assert ended.returncode == 0
    assert ended.stdout == "Examined 1 assignment and 1 submission: nothing to fix.\n"


def test_the_command_says_where_what_and_how_to_mend_it(course: Course) -> None:
    """Its exit status is 1 then, and where there is no course."""
    (course.source(KEY.id) / ANSWERS).write_bytes(answers_file(RIGHT, "anna"))
    ended = run_here("doctor", str(course.root))
    assert ended.returncode == 1
    where = f"source/{KEY.id}/{ANSWERS}"
    assert ended.stdout.startswith(
        f"{where}: There are answers in it, which would overwrite every student's.\n"
    )
    assert "\n  Remove it from there, because nbgrader" in ended.stdout
    nothing = run_here("doctor", str(course.root / "nothing"))
    assert nothing.returncode == 1
    assert "no assignment made by `coup1920 assign`" in nothing.stderr


@pytest.mark.parametrize("folder", ["source", "release"])
def test_a_key_among_what_students_get_is_found(course: Course, folder: str) -> None:
    """The bank under another name, a note with a feedback in it, the key's folder beside it."""
    place = course.root / folder / KEY.id
    (place / "questions of mine.txt").write_bytes((CLASS / "bank.toml").read_bytes())
    feedback = next(option.feedback for option in KEY.items[0].question.options if len(option.feedback) > 30)  # type: ignore[attr-defined]
    (place / "notes.md").write_text(f"Remember: {feedback}", encoding="utf-8")
    assert {problem.where for problem in found(course)} == {
        f"{folder}/{KEY.id}/questions of mine.txt",
        f"{folder}/{KEY.id}/notes.md",
    }


FAULTS: dict[str, tuple[Callable[[list[dict[str, Any]]], object], str]] = {
    "doubled": (lambda cells: cells.append(graded(cells)), "appear twice"),
    "missing": (lambda cells: cells.remove(graded(cells)), "are missing"),
    "edited": (lambda cells: graded(cells).update(source="print(20)"), "have been changed, although"),
    "worth more": (lambda cells: marked(cells).update(points=99), "have been changed, although"),
    "other schema": (
        lambda cells: graded(cells)["metadata"]["nbgrader"].update(schema_version=2),
        "schema 3",
    ),
}


@pytest.mark.parametrize("folder", ["source", "release"])
def test_a_link_among_what_students_get_is_found(course: Course, folder: str) -> None:
    """A file or a folder: nbgrader follows it, and a key would be given out."""
    given_out = course.root / folder / KEY.id
    (given_out / "notes.toml").symlink_to(course.key(KEY.id))
    (given_out / "more").symlink_to(course.keys)
    wheres = [f"{folder}/{KEY.id}/{name}" for name in ("more", "notes.toml")]
    problems = found(course)
    assert [problem.where for problem in problems] == wheres
    assert all("it is a link" in problem.what for problem in problems)


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("where", ["source", "release", "submitted/ben"])
def test_what_became_of_the_cells_is_found(course: Course, fault: str, where: str) -> None:
    """In the teacher's version, the released one and what was handed in; the neighbour's is sound."""
    edit, said = FAULTS[fault]
    content = edited(course, edit)  # type: ignore[arg-type]
    submit(course, "ben")
    hand_in(course.root / where / KEY.id, {NOTEBOOK: content})
    there = f"{where}/{KEY.id}/{NOTEBOOK}"
    problems = found(course)
    assert [said in problem.what for problem in problems if problem.where == there] == [True]
    if where != "release":  # that is what submissions are held against
        assert len(problems) == 1


def test_a_file_that_is_missing_is_found(course: Course) -> None:
    """Of what students get, and of what was handed in."""
    (course.release(KEY.id) / f"{KEY.id}.questions.json").unlink()
    (submit(course, "ben") / NOTEBOOK).unlink()
    (submit(course, "zoe") / ANSWERS).unlink()
    told = {problem.where: problem for problem in found(course)}
    assert told.keys() == {
        f"release/{KEY.id}/{KEY.id}.questions.json",
        f"submitted/ben/{KEY.id}",
        f"submitted/zoe/{KEY.id}",
    }
    assert "copy the" in told[f"submitted/ben/{KEY.id}"].mend


def test_questions_that_are_not_those_of_the_key_are_found(course: Course) -> None:
    """Somebody made the assignment again, and did not release it."""
    file = course.release(KEY.id) / f"{KEY.id}.questions.json"
    values = json.loads(file.read_bytes())
    del values["questions"][KEY.items[0].question.id]
    file.write_text(json.dumps(values), encoding="utf-8")
    (problem,) = found(course)
    assert (problem.where, "release it again" in problem.mend) == (f"release/{KEY.id}/{file.name}", True)


def own_cell(id: str, source: str, **about: object) -> dict[str, Any]:
    """A cell of the teacher's own, which nbgrader knows if something is said about it."""
    marked = {"nbgrader": {"schema_version": 3, "grade_id": id, **about}} if about else {}
    return {"cell_type": "markdown", "id": id, "metadata": marked, "source": source}


OWN = own_cell("my-task", "Draw a map.", task=True, points=3, locked=True)
TEST = own_cell(
    "my-test", "assert a\n### BEGIN HIDDEN TESTS\nassert b\n### END HIDDEN TESTS", grade=True, points=1
)
STRIPPED = {**TEST, "source": "assert a"}


@pytest.mark.parametrize(
    ("source", "release", "said"),
    [
        ([OWN], [], "these cells are in source, but not here: my-task"),
        ([], [OWN], "these cells are here, but not in source: my-task"),
        ([OWN], [{**OWN, "source": "Draw two maps."}], "these cells differ from source: my-task"),
        (
            [own_cell("note", "By Friday.")],
            [own_cell("note", "By Monday.")],
            "these cells differ from source: note",
        ),
        ([OWN, TEST], [OWN, STRIPPED], ""),
        (
            [OWN, TEST],
            [OWN, {**TEST, "source": "assert True"}],
            "these cells differ from source: my-test",
        ),
    ],
)
def test_a_release_is_held_against_its_source(
    course: Course, source: list[dict[str, Any]], release: list[dict[str, Any]], said: str
) -> None:
    """Also in the cells that are the teacher's own, hidden tests apart; said once, not for each student."""
    sent = edited(course, lambda cells: cells.extend(release))
    hand_in(course.source(KEY.id), {NOTEBOOK: edited(course, lambda cells: cells.extend(source))})
    hand_in(course.release(KEY.id), {NOTEBOOK: sent})
    for student in ("anna", "ben"):
        submit(course, student)
    problems = [(problem.where, problem.what) for problem in found(course)]
    assert problems == ([(f"release/{KEY.id}/{NOTEBOOK}", said)] if said else [])


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_edited_release_is_said_once(course: Course, when: str) -> None:
    """Whether students got it so or it was edited later: they are held against what is nearer."""
    if when == "after":
        submit(course, "ben")
    content = edited(course, lambda cells: graded(cells).update(source="print(20)"))
    hand_in(course.release(KEY.id), {NOTEBOOK: content})
    if when == "before":
        submit(course, "ben")
    (problem,) = found(course)
    assert problem.where == f"release/{KEY.id}/{NOTEBOOK}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_bank_is_found_however_an_editor_saved_it(course: Course, encoding: str) -> None:
    """Windows has editors that save UTF-16."""
    text = (CLASS / "bank.toml").read_text(encoding="utf-8")
    (course.source(KEY.id) / "bank.toml").write_bytes(text.encode(encoding))
    (problem,) = found(course)
    assert (problem.where, "it contains a key" in problem.what) == (f"source/{KEY.id}/bank.toml", True)


@pytest.mark.parametrize("folder", ["source", "release"])
def test_of_questions_a_teacher_hears_what_a_teacher_can_do(course: Course, folder: str) -> None:
    """Nothing that is meant for a student, and no path but from the course."""
    (course.root / folder / KEY.id / f"{KEY.id}.questions.json").unlink()
    (problem,) = found(course)
    assert "Fetch" not in str(problem)
    assert str(course.root) not in str(problem)
    assert ("coup1920 assign" if folder == "source" else "generate_assignment") in problem.mend


def test_work_is_looked_at_wherever_grade_looks(course: Course) -> None:
    """Directly in a student's folder it is as good as any, unless nbgrader is used; elsewhere it is told."""
    work = {NOTEBOOK: (course.release(KEY.id) / NOTEBOOK).read_bytes()}
    hand_in(course.submitted / "ben", {**work, ANSWERS: answers_file(RIGHT, "ben")})
    assert found(course) == []
    assert examine(course).submissions == 2
    hand_in(course.submitted / "ben", {ANSWERS: b"{"})
    assert [problem.where for problem in found(course)] == ["submitted/ben"]
    hand_in(course.submitted / "ben", {ANSWERS: answers_file(RIGHT, "ben")})
    hand_in(course.submitted / "zoe" / "tiflis-tset", {**work, ANSWERS: answers_file(RIGHT, "zoe")})
    (problem,) = found(course)
    assert (problem.where, "tiflis-tset" in problem.what) == ("submitted/zoe", True)
    course.gradebook.touch()
    passed_over = [problem.where for problem in found(course) if "nbgrader skips" in problem.what]
    assert passed_over == [f"submitted/{name}/{KEY.id}" for name in ("ben", "zoe")]


def test_what_was_given_out_with_its_tests_is_not_held_against_students(course: Course) -> None:
    """Without nbgrader a teacher gives out `source` as it is; what nbgrader would hide is in it."""
    content = edited(course, lambda cells: cells.append(TEST))
    hand_in(course.source(KEY.id), {NOTEBOOK: content})
    (course.release(KEY.id) / NOTEBOOK).unlink()
    (course.release(KEY.id) / f"{KEY.id}.questions.json").unlink()
    course.release(KEY.id).rmdir()
    submit(course, "anna", notebook=content)
    assert found(course) == []


@pytest.mark.parametrize("place", ["keys", "submitted", f"submitted/anna/{KEY.id}", "source"])
def test_a_folder_of_a_course_is_told_with_the_course(course: Course, place: str) -> None:
    """One too low, or two, or three."""
    ended = run_here("doctor", str(course.root / place))
    assert ended.returncode == 1
    assert f"Did you mean {course.root}?" in ended.stderr


def test_what_lies_loose_is_found(course: Course) -> None:
    """Of some a name tells whose it is; the rest counts for nobody, and is told with the mend."""
    files = {f"ben_{ANSWERS}": answers_file(RIGHT, "ben"), ANSWERS: b"{}", "all.zip": b"", "readme.txt": b""}
    hand_in(course.submitted, files)
    told = {problem.where: problem for problem in found(course)}
    assert told.keys() == {"submitted/ben", f"submitted/{ANSWERS}", "submitted/all.zip"}
    assert "counts, although it is beside the students' folders" in told["submitted/ben"].what
    assert (
        "a folder for the assignment, inside a folder with the student's name"
        in told["submitted/all.zip"].mend
    )


def test_what_lies_loose_is_found_in_a_course_of_several_assignments(course: Course) -> None:
    """Though to one of them the name of another may look like a student's."""
    make(replace(KEY, id="second-test"), CLASS / "bank.toml", course, own_case=None, replace=False)
    hand_in(course.submitted, {f"{KEY.id} (1).answers.json": answers_file(RIGHT, "ben")})
    where = {problem.where for problem in found(course)}
    assert f"submitted/{KEY.id} (1).answers.json" in where


@pytest.mark.parametrize("within", ["", f"/{KEY.id}"])
def test_an_empty_folder_is_a_submission_as_it_is_for_grade(course: Course, within: str) -> None:
    """Of nothing, which gets no points."""
    Path(f"{course.submitted}/ben{within}").mkdir(parents=True)
    examined = examine(course)
    assert examined.submissions == len(class_list(course.submitted, KEY).students) == 2
    assert {problem.where for problem in examined.problems} == {f"submitted/ben{within}"}


@pytest.mark.parametrize("count", [3, 4, 30])
def test_what_a_class_shares_is_said_once(course: Course, count: int) -> None:
    """With how many share it and the first of them; what only a few share is said of each."""
    names = [f"student-{number:02}" for number in range(1, count + 1)]
    for name in names:
        (submit(course, name) / NOTEBOOK).unlink()
    submit(course, "zoe", answers=b"{")
    (zoe,) = (problem for problem in found(course) if "zoe" in problem.where)
    shared = [problem for problem in found(course) if problem != zoe]
    if count <= 3:
        assert [problem.where for problem in shared] == [f"submitted/{name}/{KEY.id}" for name in names]
        return
    more = f" and {count - 5} more" if count > 5 else ""
    (problem,) = shared
    assert problem.where == f"submitted/STUDENT/{KEY.id} ({count} students: {', '.join(names[:5])}{more})"
    assert f"there is no {NOTEBOOK}" in problem.what
    assert "2 things to look at." in run_here("doctor", str(course.root)).stdout


def test_what_has_a_students_name_in_it_is_shared_too(course: Course) -> None:
    """A class whose files lie loose, as a platform hands them over, and one that nbgrader passes over."""
    names = [f"student-{number:02}" for number in range(1, 31)]
    for name in names:
        hand_in(course.submitted, {f"{name}_{ANSWERS}": answers_file(RIGHT, name), f"{name}.zip": b""})
    course.gradebook.touch()
    told = {problem.where: problem for problem in found(course)}
    whose = f"(30 students: {', '.join(names[:5])} and 25 more)"
    assert told.keys() == {
        f"submitted/STUDENT {whose}",
        f"submitted/STUDENT/{KEY.id} {whose}",
        f"submitted/FILE (30 files: {', '.join(f'{name}.zip' for name in names[:5])} and 25 more)",
    }
    assert f"“STUDENT_{ANSWERS}” counts" in told[f"submitted/STUDENT {whose}"].what
    assert f"move it to STUDENT/{KEY.id}" in told[f"submitted/STUDENT {whose}"].mend


def test_folders_in_which_nothing_is_of_an_assignment_are_found(course: Course) -> None:
    """With the name that was meant; those of assignments without a key are nobody's fault."""
    hand_in(course.submitted / "ben" / "tiflis-tset", {"photo.jpg": b""})
    (course.submitted / "carl").mkdir()
    hand_in(course.root / "source" / "homework", {"homework.ipynb": b"{}"})
    hand_in(course.submitted / "zoe" / "homework", {"homework.ipynb": b"{}"})
    told = {problem.where: problem for problem in found(course)}
    assert told.keys() == {"submitted/ben", "submitted/carl"}
    assert f"did you mean '{KEY.id}'?" in told["submitted/ben"].mend


@pytest.mark.parametrize("within", ["Ben/Tiflis test", f"Ben/{KEY.id}", KEY.id, ""])
@pytest.mark.parametrize("name", ["Submitted files", "Working files", KEY.id])
def test_a_folder_that_is_no_students_is_found(course: Course, name: str, within: str) -> None:
    """A platform's, or one called after the assignment: it is no submission, as it is none for `grade`."""
    hand_in(course.submitted / name / within, {ANSWERS: answers_file(RIGHT, "ben")})
    (problem,) = found(course)
    assert problem.where == f"submitted/{name}"
    assert "not the folder of a student" in problem.what
    assert ("handed in" if name == "Working files" else "to submitted,") in problem.mend
    assert examine(course).submissions == len(class_list(course.submitted, KEY).students) == 1


SUBMITTED = {
    "damaged": (b'{"format": "coup1920 answ', "This file is damaged"),
    "oversized": (answers_file(RIGHT, "ben") + b" " * LIMIT, "large"),
    "foreign": (b'{"format": "something else"}', "not made by this lesson"),
    "newer": (
        answers_file(RIGHT, "ben").replace(b'"version": %d' % VERSION, b'"version": 99'),
        "a newer version",
    ),
    "unknown question": (
        answers_file(RIGHT | {"strange": "x"}, "ben"),
        "there are no such questions: strange",
    ),
    "of a neighbour": (answers_file(RIGHT, "anna"), "the same copy as that of ben"),
}


@pytest.mark.parametrize("fault", SUBMITTED)
def test_what_is_wrong_with_an_answers_file_is_found(course: Course, fault: str) -> None:
    """One problem, for the one who handed it in."""
    content, said = SUBMITTED[fault]
    submit(course, "ben", answers=content)
    (problem,) = found(course)
    assert problem.where.split("/")[1] == ("anna" if fault == "of a neighbour" else "ben")
    assert said in problem.what


@pytest.mark.slow
def test_no_submission_stops_the_others(course: Course) -> None:
    """All that students tried is looked over, and an honest one stays without a problem."""
    from tests.unit.coupquiz.grading.hostile import lay_submissions  # here: megabytes of attacks

    lay_submissions(course.submitted, KEY.id, {NOTEBOOK: (course.release(KEY.id) / NOTEBOOK).read_bytes()})
    submit(course, "anna")
    examined = examine(course)
    assert not [problem for problem in examined.problems if "/anna" in problem.where]
    assert not (course.root / "touched").exists()


def test_a_key_that_cannot_be_read_is_told_line_by_line(course: Course) -> None:
    """The others are looked at all the same."""
    (course.keys / "second.toml").write_text('id = "second"\n', encoding="utf-8")
    problems = found(course)
    assert problems
    assert all("second.toml" in problem.where for problem in problems)


def test_questions_without_a_key_are_found(course: Course) -> None:
    """Nobody could mark them."""
    course.key(KEY.id).unlink()
    assert "no keys/" in " ".join(problem.what for problem in found(course))


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told in another way there")
def test_keys_that_everybody_can_read_are_found(course: Course) -> None:
    """As far as everybody can go to where they lie."""
    course.keys.chmod(0o755)
    for folder in course.root.parents:
        if folder.stat().st_mode & 0o001 == 0:
            assert found(course) == []
            folder.chmod(folder.stat().st_mode | 0o001)
    assert [problem.where for problem in found(course)] == ["keys"]


def test_an_nbgrader_that_would_run_notebooks_is_found(course: Course) -> None:
    """Its configuration was there before, or somebody made it anew."""
    course.config.write_text("c = get_config()\n", encoding="utf-8")
    (problem,) = found(course)
    assert "configure(c)" in problem.mend


@pytest.mark.parametrize(
    ("step", "called"),
    [("extracted", ANSWERS), ("archive", ANSWERS), ("packed", ANSWERS), ("archive", "Ben.json")],
)
def test_answers_that_were_downloaded_and_not_collected_are_found(
    course: Course, step: str, called: str
) -> None:
    """Nobody is asked for what is there; once it is collected, nothing is said."""
    name, content = f"ben_attempt_{called}", answers_file(RIGHT, "ben")
    files = {"archive.zip": packed((name, content))} if step == "packed" else {name: content}
    place = "archive" if step == "packed" else step
    hand_in(course.root / "downloaded" / KEY.id / place, {**files, ".DS_Store": b""})
    (submit(course, "ben") / ANSWERS).unlink()
    told = {problem.where: problem for problem in found(course)}
    assert name in told[f"downloaded/{KEY.id}"].what
    assert f"nbgrader zip_collect {KEY.id} --force" in told[f"downloaded/{KEY.id}"].mend
    assert told[f"submitted/ben/{KEY.id}"].mend == f"collect first what is in downloaded/{KEY.id}"
    hand_in(course.submitted / "ben" / KEY.id, {ANSWERS: content})
    assert found(course) == []


@pytest.mark.parametrize("letter", [*"[]*?%{}"])
def test_a_path_that_nbgrader_misreads_is_found(tmp_path: Path, letter: str) -> None:
    """In the name of the course, or of any folder above it."""
    course = Course(tmp_path / f"10b {letter} May" / "course")
    make(KEY, CLASS / "bank.toml", course, own_case=None, replace=False)
    (problem,) = examine(course).problems
    assert problem.where == str(course.root)
    assert problem.what.endswith(f": {letter}")


def test_a_config_that_does_not_say_where_the_course_is_is_found(course: Course) -> None:
    """For the user's own may name another one; what `assign` writes says it."""
    text = course.config.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "CourseDirectory.root" not in line]
    assert len(lines) == len(text.splitlines()) - 1
    course.config.write_text("\n".join(lines), encoding="utf-8")
    (problem,) = found(course)
    assert "CourseDirectory.root" in problem.mend


def upgraded(key: AnswerKey) -> AnswerKey:
    """A key as a later version of the lesson reads it: other words, the same answers."""
    first = replace(key.items[0].question, prompt="What was to be taken first of all?")
    return replace(key, title="A test", items=(replace(key.items[0], question=first), *key.items[1:]))


@pytest.mark.parametrize("released", [True, False])
def test_a_running_test_is_left_alone_after_an_upgrade(course: Course, *, released: bool) -> None:
    """It can be marked as it is; nobody is told to make it again, not even where it cannot be."""
    if not released:
        shutil.rmtree(course.release(KEY.id))
    assert list(released_problems(course, upgraded(KEY))) == []
    changed = replace(KEY, items=KEY.items[1:])
    problems = list(released_problems(course, changed))
    assert problems
    assert all("leave it as it is" in problem.mend for problem in problems)


def test_feedback_that_cannot_be_released_is_found(course: Course) -> None:
    """Where others can have theirs; without the exchange nobody has a secret."""
    folders = {name: submit(course, name) for name in ("anna", "ben", "carl")}
    assert found(course) == []
    for name in ("anna", "carl"):
        (folders[name] / "submission_secret.txt").write_text("x", encoding="utf-8")
    (problem,) = found(course)
    assert "came without submission_secret.txt: ben" in problem.what
    assert "--CourseDirectory.student_id_exclude=ben" in problem.mend


def test_two_folders_of_one_student_are_found(course: Course) -> None:
    """They are one submission, and nbgrader would make two of it."""
    submit(course, "Anna")
    (problem,) = found(course)
    assert problem.what == "nbgrader takes the folders of one student for several: Anna, anna"
    assert examine(course).submissions == 1


def test_whose_work_cannot_be_settled_is_found(course: Course) -> None:
    """Until a roster in the course says it, whose columns are named."""
    hand_in(course.submitted / "Anna_101_assignsubmission_file_", {ANSWERS: answers_file(RIGHT, "second")})
    (problem,) = found(course)
    assert problem.where == "submitted/Anna_101"
    assert "may be the same student as anna" in problem.what
    roster = "id,first_name,last_name,lms_user_id\nanna,Anna,Berg,101\nben,Ben,Cole,102\n"
    (course.root / "students.csv").write_text(roster, encoding="utf-8")
    said = run_here("doctor", str(course.root)).stdout
    assert "students.csv: 2 students." in said
    assert "may be the same" not in said
