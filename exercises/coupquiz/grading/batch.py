"""Grades a whole class: a folder of submissions becomes a table of marks and a page for each student."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from coupdata.i18n import _
from coupdata.problems.problem import Problem, Severity
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.by_hand.kept_tables import keep_typed, write_table
from coupquiz.grading.by_hand.table import NAME as BY_HAND
from coupquiz.grading.by_hand.table import ByHandTable
from coupquiz.grading.by_hand.typed_points import with_typed_points
from coupquiz.grading.concern import Concern
from coupquiz.grading.copies import copies
from coupquiz.grading.grade import Result, grade
from coupquiz.grading.marks import marks_csv, marks_row
from coupquiz.grading.student_page import Pages
from coupquiz.grading.students.class_folder import not_a_class
from coupquiz.grading.students.class_list import StudentWork, class_list
from coupquiz.grading.students.roster import Roster
from coupquiz.grading.submission import Submission, graded, submission, ungradable
from coupquiz.grading.submitted_files import read_files
from coupquiz.grading.wording import named, sentences

_PRINT = "pages.html"
_DRAFT = ".draft-"  # how the folder begins in which pages wait until all are written


class BatchError(Exception):
    """Why a class cannot be graded; its text is a sentence for the teacher."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A class that was graded."""

    students: int
    missing: tuple[str, ...]
    """Who has not handed anything in."""
    flagged: int
    """How many have something to look at."""
    marks: Path
    pages: Path
    together: Path
    """All pages in one file, to print."""
    kept: Path | None
    """Where the table of an earlier run is kept, if there was one that says otherwise."""
    lost: tuple[str, ...]
    """What lies beside the folders, and does not say whose it is."""
    unsettled: tuple[Problem, ...]
    """Whose work something is, where that cannot be settled, and what concerns the whole class."""
    by_hand: Path
    """Where a teacher types points, for own words and for what cannot be read; there if there is any."""
    waiting: int
    """How many answers in own words have no points yet."""
    unread: int
    """How many answers that cannot be read have none."""
    by_hand_kept: Path | None
    """Where the table with typed points is kept as it was, if it had to be rewritten."""
    problems: tuple[Problem, ...]
    """What is typed there and does not count."""


def grade_folder(root: Path, key: AnswerKey, out: Path, roster: Roster | None = None) -> Batch:
    """Write a table of marks and a page for each student; nothing in the root is changed.

    Nothing in the folder of results is changed either before the last submission is graded.

    Args:
        root: A folder with a folder for each student.
        key: What was asked.
        out: The folder to write into; it is made if it is not there.
        roster: Who is in the class; left out, ``students.csv`` beside the root, if it is there.

    Raises:
        BatchError: There is nothing to grade, or no place for the results.
        RosterError: The roster cannot be read.
        OSError: The results cannot be written.
    """
    if problem := not_a_class(root, key):
        raise BatchError(problem)
    if out.resolve().is_relative_to(root.resolve()):
        raise BatchError(
            _("{out} is among the submissions. Choose another folder with --out.").format(out=out)
        )
    listed = class_list(root, key, roster)
    out.mkdir(parents=True, exist_ok=True)

    def words_of(student: str, question: str) -> str:
        result = graded(listed.students[student], key)[1]
        return next((mark.words for mark in result.marks if mark.item.question.id == question), "")

    def names_of(student: str) -> Iterable[str]:
        return listed.students[student].names

    hand = ByHandTable(out / BY_HAND, key, listed.students, words_of, names_of)
    writer = Pages(key)
    rows: dict[str, list[str]] = {}
    origins: dict[str, tuple[str, ...]] = {}
    missing: list[str] = []
    drawn: dict[str, Problem] = {}
    with _draft_folder(out) as draft:
        pages, before_and_after = draft / "pages", writer.around_all()
        pages.mkdir()
        with (draft / _PRINT).open("wb") as together:
            together.write(before_and_after[0])
            for student, work in tqdm(listed.students.items(), disable=None):
                handed, result, page = _graded(work, key, hand, writer)
                (pages / page_name(student)).write_bytes(page)
                together.write(writer.to_print(result))
                hand.add(result)
                own = tuple(seen for seen in result.flags if seen.code != Concern.DRAWN)
                drawn.update((student, seen) for seen in result.flags if seen.code == Concern.DRAWN)
                rows[student] = marks_row(key, replace(result, flags=own), handed.flags)
                origins[student] = handed.origins
                if handed.is_missing:
                    missing.append(student)
            together.write(before_and_after[1])
        hand_kept = hand.save()
        (draft / _PRINT).replace(out / _PRINT)
        _replace_pages(pages, out / "pages")
    _flag_copies(rows, origins)
    unsettled = (*listed.problems, *_drawn_for_others(rows, drawn))
    content = marks_csv(key, rows.values())
    disk.sweep(out / "marks.csv")
    kept = _put_aside(out / "marks.csv", content)
    write_table(out / "marks.csv", content)
    return Batch(
        students=len(listed.students),
        missing=tuple(missing),
        flagged=sum(bool(row[-1]) for row in rows.values()),
        marks=out / "marks.csv",
        pages=out / "pages",
        together=out / _PRINT,
        kept=kept,
        lost=listed.lost,
        unsettled=unsettled,
        by_hand=out / BY_HAND,
        waiting=hand.waiting,
        unread=hand.unread,
        by_hand_kept=hand_kept,
        problems=tuple(hand.problems),
    )


def page_name(student: str) -> str:
    """Return the name of a student's page."""
    name = f"{student}.html"
    if len(os.fsencode(name)) <= 255:
        return name
    return f"{sha256(os.fsencode(student)).hexdigest()}.html"


@contextmanager
def _draft_folder(out: Path) -> Iterator[Path]:
    """Yield a folder for pages that are not all written yet; what a killed run has left goes."""
    for left in out.glob(f"{_DRAFT}*"):
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=_DRAFT, dir=out) as name:
        yield Path(name)


def _graded(
    work: StudentWork, key: AnswerKey, hand: ByHandTable, writer: Pages
) -> tuple[Submission, Result, bytes]:
    """Return what a student handed in, the marks, and the page."""
    student = work.student

    def written(handed: Submission) -> tuple[Submission, Result, bytes]:
        result = grade(key, handed.answers, student, handed.drawn_for, handed.logs)
        result, flags = with_typed_points(result, hand.typed(student))
        page = writer.page(result)
        return handed, replace(result, flags=(*flags, *result.flags)), page

    try:
        return written(submission(read_files(work.folder, key, work.beside), key))
    except Exception as error:  # of one submission, whatever it is, the others must not suffer
        return written(ungradable(error))


def _replace_pages(new: Path, pages: Path) -> None:
    """Move new pages to their place, and delete those of students who are gone."""
    pages.mkdir(exist_ok=True)
    for page in pages.glob("*.html"):
        if not (new / page.name).exists():
            page.unlink()
    for page in new.iterdir():
        page.replace(pages / page.name)


def _flag_copies(rows: Mapping[str, list[str]], origins: Mapping[str, Iterable[str]]) -> None:
    """Flag each student whose answers file has the same origin as others'."""
    groups = defaultdict(list)
    for group in copies(origins):
        for student in group:
            groups[student].append(group)
    for student, each in groups.items():
        others = named(sorted({*chain(*each)} - {student}))
        said = _("The answers file comes from the same copy as that of {names}.").format(names=others)
        rows[student][-1] = f"{rows[student][-1]} [{Concern.SHARED}] {said}".lstrip()


def _drawn_for_others(rows: Mapping[str, list[str]], drawn: Mapping[str, Problem]) -> Iterator[Problem]:
    """Say of one student that the questions were drawn for another name; of several, yield it once."""
    if len(drawn) > 1:
        what = _(
            "for {n} students, questions were drawn for other names than those that they have here: {names}"
        )
        mend = _("nothing to do where a platform or a computer at home has names of its own")
        yield Problem("--draw", what.format(n=len(drawn), names=named(drawn)), mend, Severity.WARNING)
        return
    for student, seen in drawn.items():
        rows[student][-1] = f"{rows[student][-1]} [{seen.code}] {sentences(seen)}".lstrip()


def _put_aside(table: Path, content: bytes) -> Path | None:
    """Keep a table that says otherwise under another name, and return that, if somebody has typed into it."""
    before = table.read_bytes() if table.is_file() else content
    return None if before == content else keep_typed(table, before)
