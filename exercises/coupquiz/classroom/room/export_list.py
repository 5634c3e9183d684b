"""The list of what an export has written, so that the next one replaces that and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError, check_format, dump_json, load_json

LIST = "exported.json"
"""The name of the list in the folder of an export."""

FORMAT = "coup1920 export"
VERSION = 1

_LIMIT = 5_000_000
_NOBODYS = {".DS_Store", "Thumbs.db", "desktop.ini"}  # left by file managers that have shown the folder


class OtherFilesError(PlainError):
    """A folder with something that no export has written; the text says what."""


def check_replaceable(folder: Path, files: Iterable[Path], swept: str) -> None:
    """Raise an error if something would be lost that is not on the folder's list.

    Args:
        folder: The folder of the export.
        files: What will be written, as paths within the folder.
        swept: The name of the folder within, of which everything will be replaced.

    Raises:
        OtherFilesError: Something would be.
    """
    listed = listed_in(folder)
    there = (file for file in files if (folder / file).exists())
    for file in sorted({*there, *_within(folder, folder / swept)} - listed):
        said = _(
            "{file} was not written by an export of a room, and would be lost. Choose another folder, or "
            "move the file elsewhere."
        )
        raise OtherFilesError(said.format(file=folder / file))


def listed_in(folder: Path) -> set[Path]:
    """Return the paths within the folder of what was written there; none where no list can be read."""
    content = disk.read(folder / LIST, _LIMIT + 1)
    if content is None:
        return set()
    try:
        values = load_json(content, _LIMIT)
        check_format(values, FORMAT, VERSION)
        return {Path(file) for file in values["files"]}
    except (FileFormatError, LookupError, TypeError):
        return set()


def write_list(folder: Path, files: Iterable[Path]) -> None:
    """Keep the paths within the folder of what was written there."""
    values = {"format": FORMAT, "version": VERSION, "files": sorted(file.as_posix() for file in files)}
    disk.write(folder / LIST, dump_json(values, 2))


def _within(folder: Path, swept: Path) -> Iterator[Path]:
    """Yield what lies in a folder, as paths within the one above."""
    for place in (swept, *swept.rglob("*")):
        if place.name not in _NOBODYS and (place.is_symlink() or place.is_file()):
            yield place.relative_to(folder)
