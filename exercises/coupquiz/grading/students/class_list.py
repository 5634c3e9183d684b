"""The students of a class and where the work of each lies: one layer for every way of marking."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import is_normalized

from coupdata.i18n import _
from coupdata.problems.problem import Problem, Severity
from coupquiz.answers.file_names import SUFFIX
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.file_content import assignment_told, is_sheet, says_answers
from coupquiz.grading.students.file_kinds import (
    assignment_in,
    in_cloud,
    is_answers,
    is_litter,
    is_work,
    may_be_answers,
)
from coupquiz.grading.students.name_forms import (
    NameForm,
    file_form,
    folder_form,
    plain_form,
    same_name,
    shared_title,
    words,
)
from coupquiz.grading.students.roster import LONGEST, Roster, RosterStudent, roster_beside
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short


@dataclass(frozen=True, slots=True)
class StudentWork:
    """Where the work of a student lies in the folder of a class."""

    student: str
    folder: Path
    """The student's own, the first if there are several; it need not be there."""
    beside: tuple[Path, ...] = ()
    """Other folders of the student's, and files that lie loose among the folders."""
    names: tuple[str, ...] = ()
    """What else the student is called: on the roster, and in what was handed in."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return every folder of the student's that is there, or leads to one."""
        every = (self.folder, *self.beside)
        return tuple(path for path in every if path.is_dir() or path.is_symlink())


@dataclass(frozen=True, slots=True)
class ClassList:
    """The students of a class, and what is nobody's."""

    students: dict[str, StudentWork]
    """By their names, in the order of those."""
    lost: tuple[str, ...]
    """The names of what is somebody's work and does not say whose."""
    problems: tuple[Problem, ...]
    """What cannot be settled without a teacher."""

    def whose(self, folder: Path) -> StudentWork:
        """Return the work of the student whose folder this is."""
        works = self.students.values()
        return next((work for work in works if folder in work.folders), StudentWork(folder.name, folder))


def class_list(root: Path, key: AnswerKey, roster: Roster | None = None) -> ClassList:
    """Return the students of a class, each once, however platforms and people have named their work.

    A student has folders in the root, or files that lie loose there. Names are the same that differ in case
    alone, or in the system's way of writing accents. Nothing else is taken to be the same, unless a roster
    says so; without one given, ``students.csv`` beside the root is the roster, if it is there.

    Raises:
        OSError: The root cannot be read.
        RosterError: The roster cannot be read.
    """
    roster = roster or roster_beside(root)
    titles = (key.id, *key.others)
    folders, files, unread = _entries(root, titles)
    known: list[tuple[Path, NameForm]] = []
    lost: list[str] = []
    for name in folders:
        title = assignment_in(name, titles) or key.id
        if form := folder_form(name, title):
            known.append((root / name, form))
        elif title == key.id:
            lost.append(name)
    places = {same_name(form.student) for _path, form in known}
    for name, form in _file_forms(files, titles).items():
        title = _title(root / name, key)
        is_named = form and (form.of_platform or same_name(form.student) in places)
        tells = title or is_named or is_sheet(root / name)
        if not form or not tells:
            if title in ("", key.id):
                lost.append(name)
        elif title in ("", key.id):
            known.append((root / name, form))
        else:  # of another assignment: the student is in the class
            known.append((root / form.student, form))
    listed = _settled(root, known, lost, roster)
    return replace(listed, problems=(*listed.problems, *map(_unread, unread)))


def is_work_name(name: str) -> bool:
    """Whether a loose file may be somebody's work, and is neither a system's nor a browser's."""
    return is_work(name) and not is_litter(name)


def _entries(root: Path, titles: tuple[str, ...]) -> tuple[list[str], list[str], list[str]]:
    """Return the names of folders, of loose files that may be work, and of others called answers."""
    folders, files, unread = [], [], []
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_symlink() or entry.is_dir():  # of a link, too, a teacher should hear
                if not is_litter(entry.name):
                    folders.append(entry.name)
            elif is_work_name(entry.name):
                files.append(entry.name)
            elif may_be_answers(entry.name):
                is_json = ".json" in entry.name.casefold()
                if says_answers(root / entry.name) or (is_json and assignment_in(entry.name, titles)):
                    files.append(entry.name)
                elif not is_json:
                    unread.append(entry.name)
    return sorted(folders), sorted(files, key=lambda name: (not is_answers(name), name)), sorted(unread)


def _title(file: Path, key: AnswerKey) -> str:
    """Return of which of the course's assignments a loose file is; empty where nothing says it."""
    titles = (key.id, *key.others)
    title = assignment_in(file.name, titles)
    if title == key.id:
        return title
    told = assignment_told(file, key)
    return told if told in titles else title


def _unread(name: str) -> Problem:
    what = _("this does not count, because no answers can be read in it")
    mend = _("ask the student for the file that ends in {suffix}").format(suffix=SUFFIX)
    return Problem(short(name, 80), what, mend, Severity.WARNING)


def _file_forms(names: Iterable[str], titles: tuple[str, ...]) -> dict[str, NameForm | None]:
    """Return whose each file is; None where its name does not tell.

    A platform numbers each file differently. Where a number comes twice, people have written it, and what
    looks like a platform's name is a student's: "10b_7_1".
    """
    title_of = {name: assignment_in(name, titles) or titles[0] for name in names}
    shared = shared_title(title_of, titles)
    forms = {name: file_form(in_cloud(name) or name, title, shared) for name, title in title_of.items()}
    numbers = Counter(form.file_number for form in forms.values() if form and form.file_number)
    for name, form in forms.items():
        if form and numbers[form.file_number] > 1:
            forms[name] = plain_form(name, title_of[name])
    return forms


def _settled(
    root: Path, known: list[tuple[Path, NameForm]], lost: list[str], roster: Roster | None
) -> ClassList:
    """Return the class, in which each student is there once."""
    problems: list[Problem] = []
    groups: dict[str, list[tuple[Path, NameForm]]] = defaultdict(list)
    found: dict[str, RosterStudent] = {}
    for path, form in known:
        matches = list({one.id: one for one in roster.matches(form, path.name)}.values()) if roster else []
        if len(matches) == 1:
            groups[same_name(matches[0].id)].append((path, form))
            found[same_name(matches[0].id)] = matches[0]
            continue
        groups[same_name(form.student)].append((path, form))
        if roster:
            problems.append(_not_settled(path, matches, roster))
    students = {}
    for same, group in groups.items():
        name = found[same].id if same in found else _shown(root, group)
        names = [called for path, form in group for called in (form.student, form.name, path.name)]
        names += [found[same].name] if same in found else []
        students[name] = _work(root, name, [path for path, _form in group], names)
    for one in roster.students if roster else ():
        if same_name(one.id) not in groups:
            students[one.id] = StudentWork(one.id, root / one.id, names=(one.name,))
    if not roster:
        problems += _alike(groups)
    lost_names = tuple(sorted(lost))
    return ClassList(dict(sorted(students.items())), lost_names, tuple(dict.fromkeys(problems)))


def _shown(root: Path, group: list[tuple[Path, NameForm]]) -> str:
    """Return by what name a student is called: as in a folder, and as most systems write accents."""
    folders = [form.student for path, form in group if path.parent == root and path.is_dir()]
    names = folders or [form.student for _path, form in group]
    return min(names, key=lambda name: (not is_normalized("NFC", name), names.index(name)))


def _work(root: Path, student: str, paths: list[Path], names: list[str]) -> StudentWork:
    folders = [path for path in paths if path.is_dir() or path.is_symlink()]
    own = next((path for path in folders if path.name == student), folders[0] if folders else root / student)
    others = (path for path in paths if path != own and os.path.lexists(path))
    return StudentWork(student, own, tuple(others), tuple(dict.fromkeys(filter(None, names))))


def _not_settled(path: Path, matches: list[RosterStudent], roster: Roster) -> Problem:
    if matches:
        names = named(f"{one.name} ({one.id})" if one.name != one.id else one.id for one in matches)
        what = _("it may be the work of any of these on the roster: {names}").format(names=names)
    else:
        what = _("nobody on the roster is called that")
    mend = _("write this name beside the right student in {file}, in a column called “platform”")
    return Problem(short(path.name, LONGEST), what, mend.format(file=roster.file.name), Severity.WARNING)


def _alike(groups: dict[str, list[tuple[Path, NameForm]]]) -> Iterator[Problem]:
    """Yield which students may be the same: of one name in words, and nothing tells them apart."""
    same: dict[tuple[str, ...], list[NameForm]] = defaultdict(list)
    for group in groups.values():
        for key, form in {words(form.name): form for _path, form in group}.items():
            same[key].append(form)
    for forms in same.values():
        if len(forms) > 1 and not all(form.number for form in forms):
            first, *others = (form.student for form in forms)
            what = _("this may be the same student as {names}; they are marked apart")
            mend = _("if so, put the work into one folder, or name both in a roster: --roster FILE")
            yield Problem(short(first), what.format(names=named(others)), mend, Severity.WARNING)
