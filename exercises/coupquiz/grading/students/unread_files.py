"""What there is to say of files that do not count, where nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_names import SUFFIX, notebook_of
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.students.class_folder import is_set_aside
from coupquiz.grading.students.file_kinds import in_cloud, is_packed, is_routine, is_work
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short


def in_the_cloud(every: Iterable[Path]) -> Iterator[Problem]:
    """Yield which work is not on this computer: where a file should be there is only a sign of it."""
    files = [*every]
    there = {(file.parent, file.name) for file in files}
    for file in files:
        name = in_cloud(file.name)
        if name and is_work(name) and (file.parent, name) not in there:
            what = _("“{name}” is still in iCloud, so nothing in it counts").format(name=short(name))
            yield flag(
                Concern.NOT_READ, what, _("download it: open its folder on a Mac, and click the cloud")
            )


def unread_files(every: Iterable[Path], key: AnswerKey) -> Iterator[Problem]:
    """Yield which files may be work, and are not read; or that nothing was handed in."""
    files = [file for file in every if not is_routine(file.name) and not in_cloud(file.name)]
    packed = [file.name for file in files if is_packed(file.name)]
    aside = [file.name for file in files if is_set_aside(file) and notebook_of(file) == key.id]
    if packed:
        what = _("this is packed, and nothing that counts could be read in it: {names}").format(
            names=named(packed)
        )
        yield flag(Concern.NOT_READ, what, _("unpack it where it is"))
    if aside:
        what = _("it does not count, because the lesson has set it aside: {names}").format(names=named(aside))
        mend = _("if it is the student's work, name it {file}").format(file=f"{key.id}{SUFFIX}")
        yield flag(Concern.NOT_READ, what, mend)
    if not (packed or aside):
        what = _("not handed in")
        if files:
            strange = any(is_work(file.name) for file in files)
            what = (
                _("nothing there is of this assignment, only {names}")
                if strange
                else _("there is neither an answers file nor a notebook, only {names}")
            )
        yield flag(Concern.NOTHING, what.format(names=named(file.name for file in files)))
