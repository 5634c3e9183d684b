"""Looks over what students handed in, before it is marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from coupquiz.course.cell_faults import cell_faults
from coupquiz.course.finding import Finding
from coupquiz.course.folder import Course, notebook_name
from coupquiz.grading.flag import Concern, named, short
from coupquiz.grading.grade import grade
from coupquiz.grading.paper import Paper
from coupquiz.grading.submission import folder_of, read_files, students, submission

_MENDS = {
    Concern.NOTHING: "Ask for it; else it gets no points.",
    Concern.DAMAGED: "Ask for the file again; what cannot be read gets no points.",
    Concern.OVERSIZED: "Ask for the file again; nobody writes that much by hand.",
    Concern.NOT_PLAIN: "Ask for the file itself; nothing is read through a link.",
    Concern.FOREIGN: "Ask for the file again; if a newer lesson made it, update yours.",
    Concern.OTHER_NAME: "Give the right file its own name back, without a number or a word behind it.",
    Concern.PARTLY_READ: "Ask for the file again; all that can be read counts.",
    Concern.UNKNOWN: "Look whether it belongs to another assignment; it does not count here.",
    Concern.NOT_ASKED: "Nothing to do: it does not count.",
    Concern.DRAWN: "Look whose work it is; students also have other names on computers of their own.",
    Concern.CELL: "Read the cell, and ask if you cannot tell what was meant.",
    Concern.DISAGREES: "Nothing to do: the file counts. Ask if you doubt it.",
    Concern.SHARED: "Compare the two; one may be a copy of the other, or they worked on one computer.",
}

_PUT_BACK = "Nothing to do: when nbgrader marks, it is as it was given out; the answers count."
_NBGRADER_PATTERNS = set("*?[]+\n\r")


def handed_in_findings(course: Course, paper: Paper) -> Iterator[Finding]:
    """Yield what there is to mend or to look at in the submissions of an assignment."""
    origins: dict[str, list[str]] = defaultdict(list)
    for student in _who(course, paper):
        where = f"{course.submitted.name}/{short(student)}"
        try:
            findings = list(_findings(course, paper, student, origins))
        except Exception as error:  # of one submission, whatever it is, the others must not suffer
            what = f"It cannot be looked at ({type(error).__name__}: {short(str(error))})."
            findings = [Finding(where, what, "Mark it by hand.")]
        yield from findings
    for same in sorted({tuple(names) for names in origins.values() if len(names) > 1}):
        what = f"The answers file has the same origin as that of {named(same[1:])}."
        yield Finding(f"{course.submitted.name}/{short(same[0])}", what, _MENDS[Concern.SHARED])


def count(course: Course, paper: Paper) -> int:
    """Return how many submissions there are."""
    return len(_who(course, paper))


def _who(course: Course, paper: Paper) -> list[str]:
    if not course.submitted.is_dir():
        return []
    names = students(course.submitted)
    return [name for name in names if folder_of(course.submitted, name, paper).name == paper.id]


def _findings(course: Course, paper: Paper, student: str, origins: dict[str, list[str]]) -> Iterator[Finding]:
    folder = folder_of(course.submitted, student, paper)
    where = f"{course.submitted.name}/{short(student)}/{paper.id}"
    if set(student) & _NBGRADER_PATTERNS or student != student.strip():
        what = "nbgrader cannot take a folder of this name."
        yield Finding(where, what, "Rename it: letters, digits, hyphens and points.")
    files = read_files(folder, paper)
    handed = submission(files, paper)
    result = grade(paper, handed.answers, student, handed.drawn_for)
    for flag in (*handed.flags, *result.flags):
        yield Finding(where, flag.said, _MENDS[flag.concern])
    for origin in {handed.learner, handed.fingerprint} - {""}:
        if student not in origins[origin]:
            origins[origin].append(student)
    if folder.is_symlink():
        return
    yield from _links(folder, where)
    name = notebook_name(paper.id)
    folders = (course.release(paper.id), course.source(paper.id))
    given_out = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if files.notebook is None:
        if not (folder / name).exists():
            what = f"There is no {name}, and nbgrader passes over folders without one."
            yield Finding(where, what, f"Copy into it the {name} that you gave out; the answers count.")
    elif given_out and Concern.DAMAGED not in {flag.concern for flag in files.flags + handed.flags}:
        for fault in cell_faults(files.notebook, given_out.read_bytes()):
            yield Finding(f"{where}/{name}", fault, _PUT_BACK)


def _links(folder: Path, where: str) -> Iterator[Finding]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield Finding(f"{where}/{short(path.name)}", "It is a link.", _MENDS[Concern.NOT_PLAIN])
