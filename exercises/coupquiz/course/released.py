"""Examines what students get: it must have all that marking needs, and no key."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.banks import questions_file
from coupquiz.banks.questions_file import QuestionsError, load_questions
from coupquiz.course.assignment_key import questions_of
from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.course.cell_faults import cell_faults, differences
from coupquiz.course.course_folder import Course, notebook_name, questions_name
from coupquiz.course.given_out import can_be_marked, is_as_given, is_out
from coupquiz.course.nbgrader_config import LINES, OTHER_MEANING, ROOT
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, solution

_LARGEST = 10_000_000  # bytes of a file that is looked into
_TELLING = 30  # characters: shorter ones may stand anywhere


def released_problems(course: Course, key: AnswerKey) -> Iterator[Problem]:
    """Yield what is wrong with an assignment, in the teacher's version and in the released one.

    One that students have already is left as it is, as long as its answers can be marked: an upgrade of the
    lesson may change words and order, and to make it again would lose answers.
    """
    make_again = _(
        "make it again with coup1920 assign --replace, which keeps its questions. First copy any cells of "
        "your own out of the notebook, because it will be written again"
    )
    source, release = course.source(key.id), course.release(key.id)
    if not source.is_dir():
        where = source.relative_to(course.root).as_posix()
        yield Problem(where, _("there is a key, but no such folder"), make_again)
    leave = _(
        "leave it as it is, because students have it: mark it with the version of the lesson that it was "
        "made with"
    )

    def mend(folder: Path, file: str, again: str) -> str:
        """Return what to do about a file; empty for one that is all right."""
        if not (is_out(course, key) and is_as_given(course, key, file)):
            return again
        return "" if can_be_marked(folder / file, key) else leave

    for file, what in _faults(source, key):
        if advice := mend(source, file, make_again):
            yield Problem(f"{source.relative_to(course.root).as_posix()}/{file}", what, advice)
    release_again = _(
        "make it again from source: nbgrader generate_assignment with --force, then release it again"
    )
    for file, what in _faults(release, key):
        if advice := mend(release, file, release_again):
            yield Problem(f"{release.relative_to(course.root).as_posix()}/{file}", what, advice)
    for file, what in _since(course, key):
        yield Problem(f"{release.relative_to(course.root).as_posix()}/{file}", what, release_again)


def _faults(folder: Path, key: AnswerKey) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each file of a folder that students get."""
    if not folder.is_dir():
        return
    questions, notebook = questions_name(key.id), notebook_name(key.id)
    try:
        if load_questions(folder / questions) != questions_of(key):
            yield questions, _("it does not ask what the key marks")
    except QuestionsError as error:
        yield questions, error.what.removesuffix(".")
    try:
        content = disk.read(folder / notebook, _LARGEST)
    except OSError as error:
        yield notebook, _("it cannot be read: {reason}").format(reason=error)
        return
    if content is None:
        yield notebook, _("it is missing")
    else:
        yield from ((notebook, fault) for fault in cell_faults(content, assignment_notebook(key)))


def _since(course: Course, key: AnswerKey) -> Iterator[tuple[str, str]]:
    """Yield how the released notebook differs from the teacher's, in cells that are not marked as data."""
    name = notebook_name(key.id)
    files = (course.release(key.id) / name, course.source(key.id) / name)
    if all(file.is_file() and not file.is_symlink() for file in files):
        released, source = (file.read_bytes() for file in files)
        yield from ((name, what) for what in differences(released, source, assignment_notebook(key)))


def leaks(course: Course, keys: list[AnswerKey]) -> Iterator[Problem]:
    """Yield every file among those that students get which tells what only teachers should know."""
    asked = "".join(str(questions_file.dump(questions_of(key)), "utf-8") for key in keys)
    secrets = {text for key in keys for text in _secrets(key) if text not in asked}
    away = _(
        "remove it from there, because nbgrader gives every file in source to students. Then release the "
        "assignment again"
    )
    for folder in (course.root / "source", course.root / "release"):
        for file in sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file()):
            where = file.relative_to(course.root).as_posix()
            if file.is_symlink():
                yield Problem(where, _("it is a link, and nbgrader gives students what it leads to"), away)
                continue
            if ".answers." in file.name:
                yield Problem(
                    where, _("there are answers in it, which would overwrite every student's"), away
                )
                continue
            texts = list(_texts(disk.read(file, _LARGEST) or b""))
            if any(secret in text for text in texts for secret in ("[[question]]", *secrets)):
                yield Problem(where, _("it contains a key, or feedback"), away)


def _texts(content: bytes) -> Iterator[str]:
    """Yield what a file says in the encodings in which editors save."""
    yield content.decode("utf-8", "replace")
    if b"\0" in content:
        yield from (content.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be"))


def config_problems(course: Course) -> Iterator[Problem]:
    """Yield what nbgrader is not told of a course in which it is used, and what it would misread."""
    config = disk.read(course.config, _LARGEST)
    used = config is not None or course.gradebook.exists()
    if used and b"coupquiz.in_nbgrader" not in (config or b""):
        lines = "; ".join(line for line in LINES.splitlines() if line)
        what = _("nbgrader would run the notebooks, and give no points")
        yield Problem(course.config.name, what, _("add to it: {lines}").format(lines=lines))
    elif config is not None and b"CourseDirectory.root" not in config:
        what = _("it does not say where the course is, so nbgrader may work on another one")
        lines = f"from pathlib import Path; {ROOT}"
        yield Problem(course.config.name, what, _("add to it: {lines}").format(lines=lines))
    path = str(course.root.absolute())
    if odd := "".join(dict.fromkeys(letter for letter in path if letter in OTHER_MEANING)):
        what = _("nbgrader cannot work in a folder whose path has any of these in it: {letters}")
        yield Problem(path, what.format(letters=" ".join(odd)), _("rename the folders, or move the course"))


def open_to_others(course: Course) -> Iterator[Problem]:
    """Yield that others on this computer can read the keys."""
    if sys.platform == "win32":  # where rights are not told by these numbers
        return
    keys = course.keys.resolve()
    if keys.stat().st_mode & 0o004 and all(folder.stat().st_mode & 0o001 for folder in (keys, *keys.parents)):
        what = _("anyone on this computer can read it")
        yield Problem(keys.name, what, _("type: chmod 700 {folder}").format(folder=keys))


def _secrets(key: AnswerKey) -> Iterator[str]:
    """Yield what is said to answers, as a text and as JSON would have it."""
    for item in key.items:
        question = item.question
        for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
            verdict = check(question, answer)
            for text in (verdict.feedback, *(part.feedback for part in verdict.parts)):
                if len(text) >= _TELLING:
                    yield from {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
