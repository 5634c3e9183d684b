"""Grades a whole class: a folder of submissions becomes a table of marks and a page for each student."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from coupdata.loading import CaseError
from coupquiz.banks.bank import BankError
from coupquiz.files import disk
from coupquiz.grading import by_hand
from coupquiz.grading.bar import Bar
from coupquiz.grading.by_hand import ByHand, with_marks
from coupquiz.grading.files import Files, read_files
from coupquiz.grading.flag import named
from coupquiz.grading.grade import grade
from coupquiz.grading.ledger import Ledger, LedgerError
from coupquiz.grading.marks import Line, line, marks_csv
from coupquiz.grading.page import Pages
from coupquiz.grading.paper import Paper, PaperError, load_paper
from coupquiz.grading.places import not_a_class, students, unclaimed
from coupquiz.grading.submission import Submission, submission, ungradable

_TOLD = 20  # problems


class BatchError(Exception):
    """Why a class cannot be graded; its text is a sentence for the teacher."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A class that was graded."""

    students: int
    before: int
    """How many were graded already when an earlier run was interrupted."""
    flagged: int
    """How many have something to look at."""
    marks: Path
    pages: Path
    kept: Path | None
    """Where the table of an earlier run is kept, if there was one that says otherwise."""
    lost: tuple[str, ...]
    """What lies beside the folders, and does not say whose it is."""
    by_hand: Path
    """Where a teacher types points, for own words and for what cannot be read; there if there is any."""
    waiting: int
    """How many answers in own words have no points yet."""
    unread: int
    """How many answers that cannot be read have none."""
    by_hand_kept: Path | None
    """Where the table with typed points is kept as it was, if it had to be written anew."""
    problems: tuple[str, ...]
    """What is typed there and does not count: a line for each."""


def run(folder: Path, key: Path, out: Path | None) -> int:
    """Grade the submissions in a folder, say what was done, and return the command's exit status."""
    try:
        paper = load_paper(key)
        out = out or folder.absolute().parent / f"{paper.id}-marks"
        batch = grade_folder(folder, paper, out, Bar(sys.stderr))
    except (PaperError, BankError, CaseError, BatchError, LedgerError) as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, sqlite3.Error) as error:
        print(f"Grading stopped: {error}. Type the command again to go on.", file=sys.stderr)
        return 1
    before = f", {batch.before:,} of them before it was interrupted" if batch.before else ""
    print(f"Graded {_counted(batch.students, 'submission')}{before}.")
    print(f"  Marks: {batch.marks}\n  Pages: {batch.pages}")
    if batch.kept:
        print(f"  The table that was there is kept, for you may have typed into it: {batch.kept}")
    if batch.lost:
        print(f"Counts for nobody, for it lies in no student's folder: {named(batch.lost)}.")
    if batch.waiting:
        print(f"{_counted(batch.waiting, 'answer')} in own words to mark: type points into {batch.by_hand},")
        print("  save it, and type the command again. What you have typed stays.")
    if batch.unread:
        print(f"Not understood, for no points unless you type some: {_counted(batch.unread, 'answer')},")
        print(f"  each with a line in {batch.by_hand}")
    if batch.by_hand_kept:
        print(f"  As it was, it is kept, for you may have typed into it: {batch.by_hand_kept}")
    for problem in batch.problems[:_TOLD]:
        print(problem, file=sys.stderr)
    if more := len(batch.problems[_TOLD:]):
        print(f"and {more:,} more of that kind in {batch.by_hand}", file=sys.stderr)
    if batch.flagged:
        print(f"{_counted(batch.flagged, 'submission')} to look at: the last column of the marks says why.")
    return 0


def grade_folder(root: Path, paper: Paper, out: Path, tell: Callable[[int, int], None]) -> Batch:
    """Write a table of marks and a page for each student; nothing in the root is changed.

    When it was interrupted, it goes on where it was, as long as paper and students are the same.

    Args:
        root: A folder with a folder for each student.
        paper: What was asked.
        out: The folder to write into; it is made if it is not there.
        tell: Is told after each student how many are done, and how many there are.

    Raises:
        BatchError: There is nothing to grade, or no place for the results.
        LedgerError: Another process is grading into the same folder.
        OSError: The results cannot be written.
    """
    if problem := not_a_class(root, paper):
        raise BatchError(problem)
    if out.resolve().is_relative_to(root.resolve()):
        raise BatchError(f"{out} lies among the submissions. Choose another folder with --out.")
    names = students(root, paper)
    before = flagged = 0
    out.mkdir(parents=True, exist_ok=True)
    with (
        Ledger(out / ".grading.sqlite", _name(paper, list(names))) as ledger,
        ByHand(out / by_hand.NAME, paper, names) as hand,
    ):
        desk = _Desk(root, paper, out, hand)
        desk.clear(names)
        for done, (student, loose) in enumerate(names.items(), 1):
            before += not desk.grade(student, loose, ledger)
            tell(done, len(names))

        def seen() -> Iterator[Line]:
            nonlocal flagged
            for line in ledger.lines():
                flagged += bool(line.flags)
                hand.add(line)
                yield line

        disk.sweep(out / "marks.csv")  # the ledger keeps others away
        disk.sweep(out / by_hand.NAME)
        content = marks_csv(paper, seen())
        hand_kept = hand.save()
        kept = _put_aside(out / "marks.csv", content)
        disk.write(out / "marks.csv", content)
    ledger.remove()
    return Batch(
        students=len(names),
        before=before,
        flagged=flagged,
        marks=out / "marks.csv",
        pages=desk.pages,
        kept=kept,
        by_hand=out / by_hand.NAME,
        waiting=hand.waiting,
        unread=hand.unread,
        by_hand_kept=hand_kept,
        problems=tuple(hand.problems),
        lost=tuple(unclaimed(root, paper)),
    )


def _put_aside(table: Path, content: bytes) -> Path | None:
    """Give a table that says otherwise another name, and return that; a teacher may have marked in it."""
    if not table.is_file() or table.read_bytes() == content:
        return None
    return table.rename(disk.free_name(table))


class _Desk:
    """Where one submission after the other is graded."""

    def __init__(self, root: Path, paper: Paper, out: Path, hand: ByHand) -> None:
        self.pages = out / "pages"
        self.pages.mkdir(parents=True, exist_ok=True)
        self._root = root
        self._paper = paper
        self._hand = hand
        self._draft = out / ".page.draft"
        self._writer = Pages(paper)

    def clear(self, names: Iterable[str]) -> None:
        """Delete the pages of students who are gone."""
        known = set(map(page_name, names))
        for page in self.pages.glob("*.html"):
            if page.name not in known:
                page.unlink()

    def grade(self, student: str, loose: Iterable[Path], ledger: Ledger) -> bool:
        """Grade a submission, unless just that is graded already; return whether there was anything to do."""
        files = read_files(self._root / student, self._paper, loose)
        typed = self._hand.typed(student)
        digest = sha256(f"{files.digest} {typed!r}".encode()).hexdigest()
        page = self.pages / page_name(student)
        size = ledger.size(student, digest)
        if size is not None and page.is_file() and page.stat().st_size == size:
            return False
        handed, line, content = self._graded(student, files)
        self._draft.write_bytes(content)
        self._draft.replace(page)
        ledger.add(line, handed, digest, len(content))
        return True

    def _graded(self, student: str, files: Files) -> tuple[Submission, Line, bytes]:
        try:
            handed = submission(files, self._paper)
            return handed, *self._written(student, handed)
        except Exception as error:  # of one submission, whatever it is, the others must not suffer
            handed = ungradable(error)
            return handed, *self._written(student, handed)

    def _written(self, student: str, handed: Submission) -> tuple[Line, bytes]:
        result = grade(self._paper, handed.answers, student, handed.drawn_for)
        result, flags = with_marks(result, self._hand.typed(student))
        return line(result, (*handed.flags, *flags)), self._writer.page(result, handed.flags)


def page_name(student: str) -> str:
    """Return the name of a student's page."""
    name = f"{student}.html"
    if len(os.fsencode(name)) <= 255:
        return name
    return f"{sha256(os.fsencode(student)).hexdigest()}.html"


def _name(paper: Paper, names: list[str]) -> str:
    """Return what tells a run from others: program, paper and students."""
    about = repr((version("coup1920"), paper, names))
    return sha256(about.encode("utf-8", "backslashreplace")).hexdigest()


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
