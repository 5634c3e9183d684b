"""Writes an assignment into a course: what students get, and the key that none of them gets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coupdata.i18n import _
from coupquiz.banks import questions_file
from coupquiz.banks.bank import load_bank, shipped_banks
from coupquiz.course.assignment_key import AssignmentError, key_files, questions_of, write_files
from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.course.course_folder import Course, notebook_name, questions_name
from coupquiz.course.nbgrader_config import config_text
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey


@dataclass(frozen=True, slots=True)
class WrittenAssignment:
    """What making an assignment did."""

    written: tuple[Path, ...]
    replaced: tuple[Path, ...]
    """What was there before and read otherwise."""
    public: tuple[str, ...]
    """Ids of the questions whose keys anyone who has installed the lesson has."""


def make(
    key: AnswerKey, bank: Path, course: Course, *, own_case: Path | None, replace: bool
) -> WrittenAssignment:
    """Write an assignment into a course.

    What is there already and says the same stays. If anything says otherwise, nothing is written at all,
    unless it may be replaced. What nbgrader is told is never replaced.

    Args:
        key: As `assignment_key.draft` returns it.
        bank: The file of its bank.
        course: Where it goes.
        own_case: The folder of its case, if that is not the package's.
        replace: Whether to replace what says otherwise.

    Raises:
        AssignmentError: Something is there already.
        OSError: Something cannot be written.
    """
    files = _files(key, bank, course, own_case)
    before = {file: disk.read(file, questions_file.LIMIT) for file in files}
    differing = tuple(file for file, content in files.items() if before[file] not in (None, content))
    if differing and not replace:
        there = "\n".join(f"  {file}" for file in differing)
        said = _(
            "Nothing was written, because this already exists and is different:\n{files}\n"
            "Choose another --name, or add --replace to overwrite it."
        )
        raise AssignmentError(said.format(files=there))
    course.root.mkdir(parents=True, exist_ok=True)
    if not course.config.exists():
        files[course.config] = config_text(course.root.absolute().name).encode()
        before[course.config] = None
    written = tuple(file for file, content in files.items() if before[file] != content)
    write_files({file: files[file] for file in written}, course)
    return WrittenAssignment(written, differing, tuple(_public(key)))


def _files(key: AnswerKey, bank: Path, course: Course, own_case: Path | None) -> dict[Path, bytes]:
    """Return what is to be written, the key first."""
    source = course.source(key.id)
    return {
        **key_files(key, bank, course, own_case),
        source / questions_name(key.id): questions_file.dump(questions_of(key)),
        source / notebook_name(key.id): assignment_notebook(key),
    }


def _public(key: AnswerKey) -> Iterable[str]:
    """Yield the ids of questions that a bank of the package asks too."""
    return (item.question.id for item in key.items if item.question.prompt in _shipped_prompts())


@cache
def _shipped_prompts() -> frozenset[str]:
    return frozenset(question.prompt for name in shipped_banks() for question in load_bank(name).questions)
