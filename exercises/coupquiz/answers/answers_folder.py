"""All answers files of a folder, read without changing them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from coupdata.i18n import _
from coupquiz.answers.file_format import LIMIT, AnswersFile, parse
from coupquiz.answers.file_names import SUFFIX
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError


@dataclass(frozen=True, slots=True)
class AnswersFolder:
    """What the answers files of a folder hold."""

    files: tuple[AnswersFile, ...]
    """In the order of the notebooks' names."""
    problems: tuple[str, ...]
    """For the learner, a sentence or two on every file that could not be read, or not wholly."""


def read_folder(folder: str | Path) -> AnswersFolder:
    """Return every answers file of a folder; what cannot be read is named and left as it is."""
    files: list[AnswersFile] = []
    problems: list[str] = []
    try:
        paths = sorted(path for path in Path(folder).iterdir() if path.name.endswith(SUFFIX))
    except OSError as error:
        said = _("The folder {folder} cannot be read: {error}.")
        return AnswersFolder((), (said.format(folder=folder, error=error),))
    for path in paths:
        try:
            content = disk.read(path, LIMIT + 1)
            file = parse(content) if content is not None else None
        except (FileFormatError, OSError) as error:
            problems.append(_("{name} cannot be used. {error}").format(name=path.name, error=error))
            continue
        if file:
            files.append(replace(file, notebook=path.name.removesuffix(SUFFIX)))
            if file.unread:
                said = _("Part of {name} cannot be read: {what}.")
                problems.append(said.format(name=path.name, what=", ".join(file.unread[:12])))
    return AnswersFolder(tuple(files), tuple(problems))
