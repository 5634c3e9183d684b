"""The files of a submission: found wherever they lie in the student's folder, and read as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import LIMIT, notebook_told
from coupquiz.answers.file_names import SUFFIX
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.handed_in import is_handed_in
from coupquiz.grading.students import notebook_content
from coupquiz.grading.students.class_folder import (
    files_in,
    is_like,
    is_set_aside,
    link_flag,
    unreadable_flag,
)
from coupquiz.grading.students.file_content import is_sheet
from coupquiz.grading.students.file_kinds import has_title, is_answers, is_notebook, is_zip
from coupquiz.grading.students.notebook_content import ANSWERED, cells, opened, worth
from coupquiz.grading.students.student_tree import StudentTree
from coupquiz.grading.students.unread_files import in_the_cloud, unread_files
from coupquiz.grading.wording import named
from coupquiz.grading.zip_archive import unpacked
from coupquiz.parsing.untrusted import short

_VERSIONS = 16  # of a file that are read; the lesson has notebooks, too
_LOOSE = ".."
_ARCHIVES = 8
_PATH = 120  # characters, so that folders can be told apart that platforms have named


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """A file that may be the one that is looked for."""

    place: str
    """The folder in which it lies, as the student's folder has it: empty for that itself."""
    name: str
    content: bytes
    home: str = ""
    """The name of the student's folder, where there are several."""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.home, self.place, self.name)))


@dataclass(frozen=True, slots=True)
class SubmittedFiles:
    """The files of a submission."""

    answers: tuple[CandidateFile, ...]
    """Everything that may be the answers file, the likeliest first."""
    notebook: bytes | None
    """None where there is none, or none that can be read."""
    flags: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    """What to look at where nothing is answered."""


def read_files(folder: Path, key: AnswerKey, beside: Iterable[Path] = ()) -> SubmittedFiles:
    """Return the files of a student; never raises.

    Args:
        folder: The student's. Work belongs there, or into a folder of the key's name in it, as nbgrader has
            it; other folders in it are looked into as well.
        key: What was asked.
        beside: Files and folders of the student's that lie elsewhere.
    """
    flags: list[Problem] = []
    tree = StudentTree(folder, key)
    every: list[Path] = []
    for place in (folder, *beside):
        if place.is_symlink():
            flags.append(link_flag(place.name))
        elif place == folder or place.is_dir():
            tree.folders.append(place)
            every += files_in(place, key.id, flags)
        else:
            every.append(place)
    every = [file for file in every if not tree.is_of_another(file)]

    def read(files: Iterable[Path], right: str, limit: int) -> list[CandidateFile]:
        wanted = sorted(files, key=lambda f: 0 if f.name == right else 2 - is_like(f, f.parent, key.id))
        if more := wanted[_VERSIONS:]:
            what = _("there are too many versions; none of these counts: {names}")
            what = what.format(names=named(file.name for file in more))
            flags.append(flag(Concern.VERSIONS, what, _("remove from the folder what should not count")))
        contents = ((file, _content(file, limit, flags)) for file in wanted[:_VERSIONS])
        return [_candidate(file, read, tree) for file, read in contents if read is not None]

    near = [file for file in every if tree.is_near(file)]
    sheets = (file for file in near if is_sheet(file) and not is_set_aside(file))
    answers = read(sheets, f"{key.id}{SUFFIX}", LIMIT)
    notebooks = read(
        (file for file in near if is_notebook(file.name)), f"{key.id}.ipynb", notebook_content.LIMIT
    )
    others = [found for found in answers if not belongs_to(found, key)]
    answers = [found for found in answers if found not in others]
    if not answers:
        archives = sorted((f for f in near if is_zip(f.name)), key=lambda f: not is_like(f, f.parent, key.id))
        inside = [found for archive in archives[:_ARCHIVES] for found in _inside(archive, tree, key)]
        answers = [found for found in inside if is_answers(found.name) and belongs_to(found, key)]
        notebooks += [found for found in inside if is_notebook(found.name)]
    notebook = _notebook(notebooks, key, flags)
    others += [
        found for found in notebooks if found != notebook and opened(found.content) not in ("", key.id)
    ]
    if notebook and notebook.place not in {found.place for found in answers}:
        flags += where(notebook, key)
    content = notebook.content if notebook else None
    flags += in_the_cloud(every)
    known = {str(found) for found in others}
    rest = [file for file in every if str(_candidate(file, b"", tree)) not in known]
    return SubmittedFiles(tuple(answers), content, tuple(flags), tuple(unread_files(rest, key)))


def belongs_to(found: CandidateFile, key: AnswerKey) -> bool:
    """Whether an answers file is of an assignment: called so, or its notebook's, or it does not say."""
    if found.name == f"{key.id}{SUFFIX}" and notebook_told(found.content) not in key.others:
        return True
    return is_handed_in(found.content, key)


def where(found: CandidateFile, key: AnswerKey) -> Iterator[Problem]:
    """Yield that a file counts, though it does not lie where it belongs."""
    if found.place in ("", key.id) or (found.place == _LOOSE and key.of_lesson):
        return  # the lesson's files are made to lie together
    if found.place == _LOOSE:
        name, what = found.name, _("“{name}” counts, although it is beside the students' folders")
    elif any(map(is_zip, found.place.split("/"))):
        name, what = str(found), _("“{name}” counts, although it is in a packed folder")
    else:
        name, what = str(found), _("“{name}” counts, although it is in another folder")
    yield flag(Concern.OTHER_PLACE, what.format(name=short(name, 80)))


def called(found: CandidateFile, right: str) -> Iterator[Problem]:
    """Yield that a file counts, though it is not called as it should be."""
    if found.name != right and found.place != _LOOSE:  # there, names of students belong to it
        what = _("“{name}” counts instead of “{right}”").format(name=short(found.name), right=right)
        yield flag(Concern.OTHER_NAME, what)


def versions(counts: CandidateFile, others: Iterable[CandidateFile], what: str) -> Iterator[Problem]:
    """Yield that there are other versions of a file, which say otherwise and do not count.

    Args:
        counts: The one that counts.
        others: The others.
        what: What to say of ``{name}`` and ``{others}``.
    """
    if names := [str(other) for other in others]:
        what = what.format(name=short(str(counts), _PATH), others=named(names, longest=_PATH))
        yield flag(Concern.VERSIONS, what, _("if another one is right, remove the rest from the folder"))


def _inside(archive: Path, tree: StudentTree, key: AnswerKey) -> Iterator[CandidateFile]:
    """Yield what may be work in an archive, as if it lay in a folder of the archive's name."""

    def limit(name: str) -> int:
        if is_notebook(name):
            return notebook_content.LIMIT
        return LIMIT if is_answers(name) and not is_set_aside(Path(name)) else 0

    for inside, content in unpacked(archive, limit, lambda path: has_title(path, key.id)):
        yield _candidate(archive / inside, content, tree)


def _candidate(file: Path, content: bytes, tree: StudentTree) -> CandidateFile:
    return CandidateFile(tree.place(file), file.name, content, tree.home(file))


def _content(file: Path, limit: int, flags: list[Problem]) -> bytes | None:
    """Return what is in a file, unless there is something wrong with it."""
    try:
        content = disk.read(file, limit + 1) or b""
    except disk.NotPlainError:
        what = _("“{name}” is not a plain file, so nothing in it counts").format(name=short(file.name))
        flags.append(flag(Concern.NOT_PLAIN, what))
    except OSError as error:
        flags.append(unreadable_flag(file.name, error))
    else:
        if len(content) <= limit:
            return content
        what = _("“{name}” is larger than {n} megabytes, so nothing in it counts")
        what = what.format(name=short(file.name), n=limit // 1_000_000)
        flags.append(flag(Concern.OVERSIZED, what))
    return None


def _notebook(found: list[CandidateFile], key: AnswerKey, flags: list[Problem]) -> CandidateFile | None:
    """Return the notebook that counts; None where there is none of this key's."""
    right = f"{key.id}.ipynb"
    ours = [notebook for notebook in found if notebook.name == right or opened(notebook.content) == key.id]
    if not ours:  # one that does not say what it asks may be it, if it is the only one or has answers
        strange = (notebook for notebook in found if not opened(notebook.content))
        ours = [nb for nb in strange if len(found) == 1 or worth(cells(nb.content), key) == ANSWERED]
    if not ours:
        return None
    counts = ours[0]
    if len(ours) > 1:
        sources = {notebook: cells(notebook.content) for notebook in ours}
        counts = max(ours, key=lambda notebook: worth(sources[notebook], key))
        others = (notebook for notebook in ours if sources[notebook] != sources[counts])
        flags += versions(counts, others, _("the cells of “{name}” count, and not those of {others}"))
    flags += called(counts, right)
    return counts
