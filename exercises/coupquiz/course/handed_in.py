"""Looks over what students handed in, before it is marked."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from coupdata.problems.suggestions import near_misses
from coupquiz.course.cell_faults import cell_faults
from coupquiz.course.finding import Finding
from coupquiz.course.folder import Course, notebook_name
from coupquiz.grading.copies import copies
from coupquiz.grading.files import read_files
from coupquiz.grading.flag import Concern, named, short
from coupquiz.grading.grade import grade
from coupquiz.grading.paper import Paper
from coupquiz.grading.places import folder_of, loose_work, students
from coupquiz.grading.submission import submission

_MENDS = {
    Concern.NOTHING: "Ask for it; else it gets no points.",
    Concern.DAMAGED: "Ask for the file again; what cannot be read gets no points.",
    Concern.OVERSIZED: "Ask for the file again; nobody writes that much by hand.",
    Concern.NOT_PLAIN: "Ask for the file itself; nothing is read through a link.",
    Concern.FOREIGN: "Ask for the file again; if a newer lesson made it, update yours.",
    Concern.OTHER_NAME: "Nothing to do if that is right; nbgrader wants the notebook under the name it had.",
    Concern.OTHER_PLACE: "Nothing to do for `coup1920 grade`; for nbgrader, move it to {place}.",
    Concern.VERSIONS: "Nothing to do if that is right; else take out of the folder what is not to count.",
    Concern.NOT_READ: "Do that, and look again; until then it gets no points.",
    Concern.PARTLY_READ: "Ask for the file again; all that can be read counts.",
    Concern.UNKNOWN: "Look whether it belongs to another assignment; it does not count here.",
    Concern.NOT_ASKED: "Nothing to do: it does not count.",
    Concern.UNREADABLE: "Read it; if it is right, give it points in by-hand.csv, or in nbgrader.",
    Concern.DRAWN: "Look whose work it is; students also have other names on computers of their own.",
    Concern.CELL: "Read the cell, and ask if you cannot tell what was meant.",
    Concern.DISAGREES: "Nothing to do: the file counts. Ask if you doubt it.",
    Concern.SHARED: "Compare the two; one may be a copy of the other, or they worked on one computer.",
}

_PUT_BACK = "Nothing to do: the answers count, and nbgrader marks the cells as they were given out."
_FEW = 3  # students who share what was found, and are told each for themselves
_NBGRADER_PATTERNS = set("*?[]+\n\r")


def handed_in(course: Course, papers: Iterable[Paper]) -> tuple[int, list[Finding]]:
    """Return how many submissions there are, and what there is to mend or to look at in them."""
    if not course.submitted.is_dir():
        return 0, []
    count, known = 0, set()
    claimed: set[str] = set()  # names of loose files
    each: list[tuple[str, Finding]] = []  # with whose it is
    of_several: list[Finding] = []
    for paper in papers:
        origins: dict[str, tuple[str, ...]] = {}
        for student, loose in students(course.submitted, paper).items():
            try:
                found = _findings(course, paper, student, loose, origins)
            except Exception as error:  # of one submission, whatever it is, the others must not suffer
                what = f"It cannot be looked at ({type(error).__name__}: {short(str(error))})."
                found = [Finding(_where(course, student), what, "Mark it by hand.")]
            if found is not None:
                count += 1
                known.add(student)
                claimed.update(file.name for file in loose)
                each += ((student, finding) for finding in found)
        for same in copies(origins):
            what = f"The answers file has the same origin as that of {named(same[1:])}."
            of_several.append(Finding(_where(course, same[0]), what, _MENDS[Concern.SHARED]))
    strange = list(_strange(course, known))
    count += len(strange)  # as `grade` counts them: nothing is handed in
    loose_files = list(_loose(course, claimed))
    return count, [
        *said_once([*each, *strange], "STUDENT", "students"),
        *of_several,
        *said_once(loose_files, "FILE", "files"),
    ]


def said_once(found: Iterable[tuple[str, Finding]], anyone: str, several: str) -> Iterator[Finding]:
    """Yield what was found; what more than a few share only once, with how many and the first of them.

    Args:
        found: With the name of the folder or file that it was found in.
        anyone: What is written in place of each one's name.
        several: What they are called.
    """
    alike: dict[Finding, dict[str, Finding]] = defaultdict(dict)
    for name, finding in found:
        fields = (text.replace(short(name), anyone) for text in (finding.where, finding.what, finding.mend))
        alike[Finding(*fields)][name] = finding
    for shared, each in alike.items():
        if len(each) > _FEW:
            whose = f"{len(each):,} {several}: {named(each)}"
            yield replace(shared, where=f"{shared.where} ({whose})")
        else:
            yield from each.values()


def _where(course: Course, *names: str) -> str:
    return "/".join((course.submitted.name, *map(short, names)))


def _findings(
    course: Course, paper: Paper, student: str, loose: Iterable[Path], origins: dict[str, tuple[str, ...]]
) -> list[Finding] | None:
    """Return what there is to say of a submission; None where nothing of the assignment was handed in."""
    folder = folder_of(course.submitted, student, paper)
    within = folder.name == paper.id
    files = read_files(course.submitted / student, paper, loose)
    handed = submission(files, paper)
    if not within and handed.flags == files.unread and handed.flags[0].concern is Concern.NOTHING:
        return None
    where = _where(course, student, paper.id) if within else _where(course, student)
    findings = []
    if set(student) & _NBGRADER_PATTERNS or student != student.strip():
        what = "nbgrader cannot take a folder of this name."
        findings.append(Finding(where, what, "Rename it: letters, digits, hyphens and points."))
    result = grade(paper, handed.answers, student, handed.drawn_for)
    flags = (*handed.flags, *result.flags)
    place = f"{short(student)}/{paper.id}"
    findings += [Finding(where, flag.said, _MENDS[flag.concern].format(place=place)) for flag in flags]
    origins[student] = handed.origins
    if not folder.is_symlink():
        damaged = Concern.DAMAGED in {flag.concern for flag in handed.flags}
        findings += _links(folder, where)
        findings += _notebook(course, paper, student, None if damaged else files.notebook)
    return findings


def _notebook(course: Course, paper: Paper, student: str, content: bytes | None) -> Iterator[Finding]:
    """Yield what nbgrader would make of a notebook; of one that cannot be read, no more than where it is."""
    name = notebook_name(paper.id)
    folder = course.submitted / student / paper.id
    where = _where(course, student, paper.id)
    if not (folder / name).exists():
        if folder.is_dir() or course.gradebook.exists():
            what = f"There is no {name}, and nbgrader passes over folders without one."
            given = f"Copy into it the {name} that you gave out; the answers count."
            yield Finding(where, what, f"Move the student's own there, as {name}." if content else given)
        where = _where(course, student)
    if content is not None:
        originals = (place / name for place in (course.release(paper.id), course.source(paper.id)))
        given_out = [original.read_bytes() for original in originals if original.is_file()]
        # Either may have been changed since it was given out; that is said once, of the one that was.
        faults = min((list(cell_faults(content, original)) for original in given_out), key=len, default=[])
        for fault in faults:
            yield Finding(f"{where}/{name}", fault, _PUT_BACK)


def _strange(course: Course, known: set[str]) -> Iterator[tuple[str, Finding]]:
    """Yield the students in whose folders nothing is of an assignment."""
    names = {path.name for path in course.root.glob("source/*")} | set(course.assignments())
    with os.scandir(course.submitted) as entries:
        folders = sorted(
            entry.name for entry in entries if entry.name[0] != "." and entry.is_dir(follow_symlinks=False)
        )
    for student in folders:
        if student not in known:
            inside = [name for name in sorted(os.listdir(course.submitted / student)) if name[0] != "."]
            if not names & set(inside):
                what = f"Nothing in it is of an assignment: {named(inside)}." if inside else "It is empty."
                near = f"Name it after the assignment: {near_misses(inside[0], names)}" if inside else ""
                yield student, Finding(_where(course, student), what, near or _MENDS[Concern.NOTHING])


def _loose(course: Course, claimed: set[str]) -> Iterator[tuple[str, Finding]]:
    """Yield the files beside the folders that count for nobody, in whichever assignment."""
    for name in loose_work(course.submitted):
        if name not in claimed:
            what = "It lies in no student's folder, so it counts for nobody."
            yield name, Finding(_where(course, name), what, _INTO_FOLDERS)


_INTO_FOLDERS = "Put it, unpacked, into a folder with the student's name, and in that into the assignment's."


def _links(folder: Path, where: str) -> Iterator[Finding]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield Finding(f"{where}/{short(path.name)}", "It is a link.", _MENDS[Concern.NOT_PLAIN])
