"""Says where a file was looked for that is not there, and which file may be meant."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.suggestions import near_misses, nearest

_WRITTEN = (".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf")
"""Endings of what a word processor writes: another name alone makes no text of it."""


def no_such_file(file: str | PathLike[str]) -> str:
    """Return "there is no such file in FOLDER", and what is there instead with the mend."""
    wanted = Path(file)
    folder = wanted.absolute().parent
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError:
        said = _("there is no such file, because there is no folder {folder} that can be read")
        return said.format(folder=folder)
    if same := _same(wanted, names):
        there = _("there is no such file in {folder}, but {same}").format(folder=folder, same=same)
        if same.lower().endswith(_WRITTEN):
            mend = _("save that as plain text, in UTF-8, under the name {name}").format(name=wanted.name)
        else:
            mend = _("rename it to {name} (Windows may hide the end of a name)").format(name=wanted.name)
        return f"{there}; {mend}"
    alike = [name for name in names if name.endswith(wanted.suffix)]
    near = near_misses(wanted.name, alike) if nearest(wanted.name, alike) else ""
    there = _("there is no such file in {folder}").format(folder=folder)
    return f"{there}; {near or _('save it there, or give the full path')}"


def _same(wanted: Path, names: list[str]) -> str:
    """Return the name of a file with another or a further ending; empty where there is none."""
    for name in names:
        folded = name.casefold()
        if folded.startswith(f"{wanted.name}.".casefold()) or folded == wanted.name.casefold():
            return name
    stem = wanted.stem.casefold()
    others = (name for name in names if Path(name).suffix.casefold() in (".txt", *_WRITTEN))
    return next((name for name in others if Path(name).stem.casefold() == stem), "")
