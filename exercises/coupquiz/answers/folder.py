"""All answers files of a folder, read without changing them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from coupquiz.answers.file_format import LIMIT, AnswersError, AnswersFile, parse
from coupquiz.files import disk

SUFFIX = ".answers.json"
"""How the name of an answers file ends, after the notebook's."""

_TIME = r"\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?"
_NAME = re.compile(rf"(.+)\.answers\.(?:(?:damaged-)?{_TIME}\.)?json")


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
        return AnswersFolder((), (f"The folder {folder} cannot be read: {error}.",))
    for path in paths:
        try:
            content = disk.read(path, LIMIT + 1)
            file = parse(content) if content is not None else None
        except (AnswersError, OSError) as error:
            problems.append(f"{path.name} cannot be used. {error}")
            continue
        if file:
            files.append(replace(file, notebook=path.name.removesuffix(SUFFIX)))
            if file.unread:
                problems.append(f"Some of {path.name} cannot be read: {', '.join(file.unread[:12])}.")
    return AnswersFolder(tuple(files), tuple(problems))


def notebook_of(path: Path) -> str | None:
    """Return the notebook of which this is the answers file or an older copy of it; None for other files."""
    match = _NAME.fullmatch(path.name)
    return match[1] if match else None
