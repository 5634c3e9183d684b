"""Looks over what students get: all that marking needs, and no key."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coupquiz.banks import questions_file
from coupquiz.banks.questions_file import QuestionsError, load_questions
from coupquiz.course.assignment import questions_of
from coupquiz.course.cell_faults import cell_faults, differences
from coupquiz.course.config import LINES
from coupquiz.course.finding import Finding
from coupquiz.course.folder import Course, notebook_name, questions_name
from coupquiz.course.notebook import assignment_notebook
from coupquiz.files import disk
from coupquiz.grading.paper import Paper
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, solution

_LARGEST = 10_000_000  # bytes of a file that is looked into
_TELLING = 30  # characters: shorter ones may stand anywhere


def given_out_findings(course: Course, paper: Paper) -> Iterator[Finding]:
    """Yield what is wrong with an assignment, in the teacher's version and in the released one."""
    for folder in (course.source(paper.id), course.release(paper.id)):
        where = folder.relative_to(course.root).as_posix()
        if folder.is_dir():
            again = _AGAIN if folder == course.source(paper.id) else _RELEASE
            for file, what in _faults(folder, paper):
                yield Finding(f"{where}/{file}", what, again)
            if folder == course.release(paper.id):
                for what in _since(course, paper):
                    yield Finding(f"{where}/{notebook_name(paper.id)}", what, again)
        elif folder == course.source(paper.id):
            yield Finding(where, "There is no such folder, but a paper.", _AGAIN)


_AGAIN = (
    "Make it again: coup1920 assign, with --replace, which keeps its questions. "
    "First copy cells of your own out of the notebook: it is written anew."
)
_RELEASE = "Make it again from source: nbgrader generate_assignment with --force, then release it again."


def _faults(folder: Path, paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with each file of a folder that students get."""
    questions, notebook = questions_name(paper.id), notebook_name(paper.id)
    try:
        if load_questions(folder / questions) != questions_of(paper):
            yield questions, "It asks something else than the paper marks."
    except QuestionsError as error:
        yield questions, error.what
    try:
        content = disk.read(folder / notebook, _LARGEST)
    except OSError as error:
        yield notebook, f"It cannot be read: {error}."
        return
    if content is None:
        yield notebook, "It is missing."
    else:
        yield from ((notebook, fault) for fault in cell_faults(content, assignment_notebook(paper)))


def _since(course: Course, paper: Paper) -> Iterator[str]:
    """Yield how the released notebook differs from the teacher's, in cells that are not marked as data."""
    name = notebook_name(paper.id)
    files = (course.release(paper.id) / name, course.source(paper.id) / name)
    if all(file.is_file() and not file.is_symlink() for file in files):
        released, source = (file.read_bytes() for file in files)
        yield from differences(released, source, assignment_notebook(paper))


def leaks(course: Course, papers: list[Paper]) -> Iterator[Finding]:
    """Yield every file among those that students get which tells what only teachers should know."""
    asked = "".join(str(questions_file.dump(questions_of(paper)), "utf-8") for paper in papers)
    secrets = {text for paper in papers for text in _secrets(paper) if text not in asked}
    away = "Take it out of there: nbgrader gives every file in source to students. Then release again."
    for folder in (course.root / "source", course.root / "release"):
        for file in sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file()):
            where = file.relative_to(course.root).as_posix()
            if file.is_symlink():
                yield Finding(where, "It is a link, and nbgrader gives students what it leads to.", away)
                continue
            if ".answers." in file.name:
                overwrites = "Answers lie there, which would overwrite those of every student."
                yield Finding(where, overwrites, away)
                continue
            texts = list(_texts(disk.read(file, _LARGEST) or b""))
            if any(secret in text for text in texts for secret in ("[[question]]", *secrets)):
                yield Finding(where, "A key stands in it, or what is said to answers.", away)


def _texts(content: bytes) -> Iterator[str]:
    """Yield what a file says in the encodings in which editors save."""
    yield content.decode("utf-8", "replace")
    if b"\0" in content:
        yield from (content.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be"))


def config_findings(course: Course) -> Iterator[Finding]:
    """Yield what nbgrader is not told of a course in which it is used."""
    config = disk.read(course.config, _LARGEST)
    used = config is not None or course.gradebook.exists()
    if used and b"coupquiz.in_nbgrader" not in (config or b""):
        lines = "; ".join(line for line in LINES.splitlines() if line)
        yield Finding(
            course.config.name, "nbgrader would run the notebooks, and give no points.", f"Add to it: {lines}"
        )


def open_to_others(course: Course) -> Iterator[Finding]:
    """Yield that others on this computer can read the keys."""
    if sys.platform == "win32":  # where rights are not told by these numbers
        return
    keys = course.keys.resolve()
    if keys.stat().st_mode & 0o004 and all(folder.stat().st_mode & 0o001 for folder in (keys, *keys.parents)):
        yield Finding(keys.name, "Everybody on this computer can read it.", f"Type: chmod 700 {keys}")


def _secrets(paper: Paper) -> Iterator[str]:
    """Yield what is said to answers, as a text and as JSON would have it."""
    for item in paper.items:
        question = item.question
        for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
            verdict = check(question, answer)
            for text in (verdict.feedback, *(part.feedback for part in verdict.parts)):
                if len(text) >= _TELLING:
                    yield from {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
