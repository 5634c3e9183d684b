"""Examines what students handed in, before it is marked."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupdata.problems.suggestions import near_misses
from coupquiz.course.cell_faults import cell_faults
from coupquiz.course.course_folder import Course, notebook_name
from coupquiz.course.downloaded import not_collected
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern
from coupquiz.grading.copies import copies
from coupquiz.grading.grade import grade
from coupquiz.grading.students.class_folder import submission_folder
from coupquiz.grading.students.class_list import StudentWork, class_list, is_work_name
from coupquiz.grading.students.file_kinds import NOT_HANDED_IN, is_litter
from coupquiz.grading.students.roster import Roster
from coupquiz.grading.submission import submission
from coupquiz.grading.submitted_files import read_files
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short

_FEW = 3  # students who share what was found, and are told each for themselves
_SECRET = "submission_secret.txt"
NBGRADER_PATTERNS = frozenset("*?[]+\n\r")
"""What nbgrader takes for something else in the name of a student's folder."""


def submitted_problems(
    course: Course, keys: Iterable[AnswerKey], roster: Roster | None = None
) -> tuple[int, list[Problem]]:
    """Return how many submissions there are, and what there is to mend or to look at in them.

    Raises:
        RosterError: The roster beside what was submitted cannot be read.
    """
    if not course.submitted.is_dir():
        return 0, []
    count = 0
    known: set[str] = set()  # names of folders
    claimed: set[str] = set()  # names of loose files
    lost: set[str] = set()  # names of what is nobody's
    each: list[tuple[str, Problem]] = []  # with whose it is
    of_several: list[Problem] = []
    unsettled: dict[Problem, None] = {}
    for key in keys:
        origins: dict[str, tuple[str, ...]] = {}
        drawn: dict[str, Problem] = {}
        listed = class_list(course.submitted, key, roster)
        unsettled.update(dict.fromkeys(listed.problems))
        lost.update(listed.lost)
        for student, work in listed.students.items():
            try:
                found = _problems(course, key, work, origins, drawn)
            except Exception as error:  # of one submission, whatever it is, the others must not suffer
                what = _("it cannot be examined ({error}: {reason})")
                what = what.format(error=type(error).__name__, reason=short(str(error)))
                found = [Problem(_where(course, student), what, _("mark it by hand"))]
            if found is not None:
                count += 1
                known.update(folder.name for folder in work.folders)
                claimed.update(path.name for path in work.beside)
                each += ((student, problem) for problem in found)
        if len(drawn) > 1:
            what = _("for {n} students, questions were drawn for other names than these: {names}")
            mend = _("nothing to do where a platform or a computer at home has names of its own")
            what = what.format(n=len(drawn), names=named(drawn))
            of_several.append(Problem(course.submitted.name, what, mend))
        else:
            each += drawn.items()
        of_several += _without_secret(course, key)
        for same in copies(origins):
            what = _("the answers file comes from the same copy as that of {names}").format(
                names=named(same[1:])
            )
            mend = _mend(Concern.SHARED, student=same[0], key=key)
            of_several.append(Problem(_where(course, same[0]), what, mend))
    strange = list(_strange(course, known | lost))
    count += len(strange)  # as `grade` counts them: nothing is handed in
    loose_files = list(_loose(course, claimed))
    where = course.submitted.name
    return count, [
        *(replace(problem, where=f"{where}/{problem.where}") for problem in unsettled),
        *said_once([*each, *strange], _("STUDENT"), _("{n:,} students: {names}")),
        *of_several,
        *_nobodys(course, lost),
        *said_once(loose_files, _("FILE"), _("{n:,} files: {names}")),
    ]


def said_once(found: Iterable[tuple[str, Problem]], anyone: str, several: str) -> Iterator[Problem]:
    """Yield what was found; what more than a few share only once, with how many and the first of them.

    Args:
        found: With the name of the folder or file that it was found in.
        anyone: What is written in place of each one's name.
        several: How they are named together: how many, and who.
    """
    alike: dict[tuple[str, ...], dict[str, Problem]] = defaultdict(dict)
    first: dict[tuple[str, ...], Problem] = {}
    for name, problem in found:
        texts = [text.replace(short(name), anyone) for text in (problem.where, problem.what, problem.mend)]
        numbered = problem.code in (Concern.OTHER_PLACE, Concern.OTHER_NAME)  # by platforms, and differently
        same = tuple(re.sub(r"\d+", "1", text) if numbered else text for text in texts)
        where, what, mend = texts
        first.setdefault(same, Problem(where, what, mend))
        alike[same][name] = problem
    for same, each in alike.items():
        shared = first[same]
        if len(each) > _FEW:
            whose = several.format(n=len(each), names=named(each))
            yield replace(shared, where=f"{shared.where} ({whose})")
        else:
            yield from each.values()


def _where(course: Course, *names: str) -> str:
    return "/".join((course.submitted.name, *map(short, names)))


def _problems(
    course: Course,
    key: AnswerKey,
    work: StudentWork,
    origins: dict[str, tuple[str, ...]],
    drawn: dict[str, Problem],
) -> list[Problem] | None:
    """Return what there is to say of a submission; None where nothing of the assignment was handed in.

    Where its answers file comes from, and for whom it was drawn if not for the student, is added to the rest.
    """
    student, own = work.student, work.folder
    folder = submission_folder(own, key)
    within = folder.name == key.id
    files = read_files(own, key, work.beside)
    handed = submission(files, key)
    if not within and handed.flags == files.unread and handed.flags[0].code == Concern.NOTHING:
        return None
    where = _where(course, own.name, key.id) if within else _where(course, own.name)
    problems = []
    if set(own.name) & NBGRADER_PATTERNS or own.name != own.name.strip():
        what = _("nbgrader cannot take a folder of this name")
        problems.append(Problem(where, what, _("rename it: use letters, digits, hyphens and full stops")))
    twice = [one.name for one in work.folders if (one / key.id).is_dir() and not one.is_symlink()]
    if len(twice) > 1:
        what = _("nbgrader takes the folders of one student for several: {names}")
        problems.append(
            Problem(where, what.format(names=named(twice)), _("let `coup1920 doctor --mend` join them"))
        )
    result = grade(key, handed.answers, student, handed.drawn_for)
    flags = (*handed.flags, *result.flags)
    for flag in flags:
        mend = flag.mend or _mend(flag.code, student=student, key=key)
        if flag.code in (Concern.NOTHING, Concern.LEFT_BEHIND) and not_collected(course, key):
            mend = _("collect first what is in {folder}").format(folder=f"{course.downloaded.name}/{key.id}")
        if flag.code == Concern.DRAWN:
            drawn[student] = Problem(where, flag.what, mend)
        else:
            problems.append(Problem(where, flag.what, mend, code=flag.code))
    origins[student] = handed.origins
    if not folder.is_symlink():
        damaged = Concern.DAMAGED in {flag.code for flag in handed.flags}
        problems += _links(folder, where)
        problems += _notebook(course, key, own.name, None if damaged else files.notebook)
    return problems


def _mend(concern: str, *, student: str, key: AnswerKey) -> str:
    """Return what a teacher can do about something in a submission."""
    ask_again = _("ask for the file again")
    mends = {
        Concern.NOTHING: _("ask for it; otherwise it gets no points"),
        Concern.DAMAGED: _("ask for the file again; what cannot be read gets no points"),
        Concern.OVERSIZED: _("ask for the file again; nobody writes that much by hand"),
        Concern.NOT_PLAIN: _("ask for the file itself; nothing is read through a link"),
        Concern.FOREIGN: _("ask for the file again; if a newer lesson made it, update yours"),
        Concern.OTHER_NAME: _(
            "nothing to do if that is right; nbgrader wants the notebook under the name it had, which "
            "`coup1920 doctor --mend` gives it"
        ),
        Concern.OTHER_PLACE: _(
            "nothing to do for `coup1920 grade`; for nbgrader, move it to {place}, or let "
            "`coup1920 doctor --mend` do so"
        ),
        Concern.MERGED: _("nothing to do: of two answers to a question, the later one counts"),
        Concern.LEFT_BEHIND: _("ask for the answers file, which is beside the notebook"),
        Concern.PARTLY_READ: _("ask for the file again; whatever can be read counts"),
        Concern.UNKNOWN: _("check whether it belongs to another assignment; it does not count here"),
        Concern.NOT_ASKED: _("nothing to do: it does not count"),
        Concern.UNREADABLE: _("read it; if it is right, give it points in by-hand.csv, or in nbgrader"),
        Concern.DRAWN: _("check whose work it is; students may have other user names on their own computers"),
        Concern.CELL: _("read the cell, and ask if you cannot tell what was meant"),
        Concern.DISAGREES: _("nothing to do: the file counts. Ask if in doubt"),
        Concern.SHARED: _("compare the two; one may be a copy, or they worked on one computer"),
    }
    place = f"{short(student)}/{key.id}"
    return mends.get(Concern(concern), ask_again).format(place=place)


def _notebook(course: Course, key: AnswerKey, student: str, content: bytes | None) -> Iterator[Problem]:
    """Yield what nbgrader would make of a notebook; of one that cannot be read, no more than where it is."""
    name = notebook_name(key.id)
    folder = course.submitted / student / key.id
    where = _where(course, student, key.id)
    if not (folder / name).exists():
        if folder.is_dir() or course.gradebook.exists():
            what = _("there is no {file}, and nbgrader skips folders without one").format(file=name)
            mend = _("copy the {file} that you released into it; the answers count")
            if content:
                mend = _("move the student's own there, as {file}")
            yield Problem(where, what, mend.format(file=name))
        where = _where(course, student)
    if content is not None:
        originals = (place / name for place in (course.release(key.id), course.source(key.id)))
        released = [original.read_bytes() for original in originals if original.is_file()]
        # Either may have been changed since it was released; that is said once, of the one that was.
        faults = min((list(cell_faults(content, original)) for original in released), key=len, default=[])
        mend = _("nothing to do: the answers count, and nbgrader marks the cells as they were released")
        for fault in faults:
            yield Problem(f"{where}/{name}", fault, mend)


def _strange(course: Course, told: set[str]) -> Iterator[tuple[str, Problem]]:
    """Yield the students in whose folders nothing is of an assignment."""
    names = {path.name for path in course.root.glob("source/*")} | set(course.assignments())
    with os.scandir(course.submitted) as entries:
        folders = sorted(
            entry.name
            for entry in entries
            if not is_litter(entry.name) and entry.is_dir(follow_symlinks=False)
        )
    for student in folders:
        if student not in told:
            inside = [name for name in sorted(os.listdir(course.submitted / student)) if not is_litter(name)]
            if not names & set(inside):
                what, mend = _("it is empty"), _("ask for it; otherwise it gets no points")
                if inside:
                    what = _("nothing in it belongs to an assignment: {names}").format(names=named(inside))
                    mend = _("name it after the assignment: {suggestion}")
                    mend = mend.format(suggestion=near_misses(inside[0], names))
                yield student, Problem(_where(course, student), what, mend)


def _without_secret(course: Course, key: AnswerKey) -> Iterator[Problem]:
    """Yield for whom nbgrader cannot release feedback, where it can for others: it stops at the first."""
    folders = sorted(path for path in course.submitted.glob(f"*/{key.id}") if path.is_dir())
    without = [path.parent.name for path in folders if not (path / _SECRET).is_file()]
    if 0 < len(without) < len(folders):
        what = _("nbgrader release_feedback stops at these, which came without {file}: {names}")
        mend = _("release the others with: {command}; give these theirs yourself")
        option = f"--CourseDirectory.student_id_exclude={','.join(without)}"
        command = f"nbgrader release_feedback {key.id} {option}"
        what = what.format(file=_SECRET, names=named(without))
        yield Problem(course.submitted.name, what, mend.format(command=command))


def _loose(course: Course, claimed: set[str]) -> Iterator[tuple[str, Problem]]:
    """Yield the files beside the folders that count for nobody, in whichever assignment."""
    for file in sorted(course.submitted.iterdir()):
        name = file.name
        if name not in claimed and is_work_name(name) and file.is_file() and not file.is_symlink():
            what = _("it is not in a student's folder, so it counts for nobody")
            mend = _("unpack it into a folder for the assignment, inside a folder with the student's name")
            yield name, Problem(_where(course, name), what, mend)


def _nobodys(course: Course, lost: set[str]) -> Iterator[Problem]:
    """Yield the folders beside those of the students in which work may lie that counts for nobody."""
    for name in sorted(lost):
        if (course.submitted / name).is_dir():
            what = _("it is not the folder of a student, so nothing in it counts")
            mend = _("move the students' folders in it to {folder}, and make one for whoever has none")
            if name.casefold() == NOT_HANDED_IN:
                mend = _("nothing to do: Teams keeps there what has not been handed in")
            yield Problem(_where(course, name), what, mend.format(folder=course.submitted.name))


def _links(folder: Path, where: str) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            mend = _("ask for the file itself; nothing is read through a link")
            yield Problem(f"{where}/{short(path.name)}", _("it is a link"), mend)
