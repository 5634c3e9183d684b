"""Tables as spreadsheets save them: with commas or semicolons, in this encoding or in that."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_DELIMITERS = (",", ";", "\t", "|")
_ANNOUNCED = re.compile(r"\A\s*\"?sep=.\"?\r?\n", re.IGNORECASE)  # as Excel has it before all other lines


@dataclass(frozen=True, slots=True)
class SavedTable:
    """A table as it was saved."""

    delimiter: str
    lines: list[list[str]]
    """The cells of every line, the heading's included."""
    heading: int
    """Which of the lines that is."""

    @property
    def columns(self) -> dict[str, int]:
        """Return the place of each column by its name, in small letters."""
        names = [_name(cell) for cell in self.lines[self.heading]]
        return {name: names.index(name) for name in names}


def read_table(content: bytes, names: Iterable[str]) -> SavedTable | None:
    """Return the table in a file; None where there is none with columns of these names. Never raises."""
    text = _ANNOUNCED.sub("", _text(content))
    wanted = set(names)
    for delimiter in _DELIMITERS:
        lines = _lines(text, delimiter)
        for number, line in enumerate(lines):
            if wanted <= {_name(cell) for cell in line}:
                return SavedTable(delimiter, lines, number)
            if any(line):  # the heading comes before all else
                break
    return None


def read_any_table(content: bytes) -> SavedTable | None:
    """Return the table in a file whatever its columns are called; None where there is none. Never raises."""
    text = _ANNOUNCED.sub("", _text(content), count=1) if b"sep=" in content[:16].lower() else _text(content)
    best: SavedTable | None = None
    for delimiter in _DELIMITERS:
        lines = _lines(text, delimiter)
        heading = next((number for number, line in enumerate(lines) if any(line)), None)
        if heading is None:
            continue
        if best is None or len(lines[heading]) > len(best.lines[best.heading]):
            best = SavedTable(delimiter, lines, heading)
    return best


def write_csv(lines: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8, with the mark at the start by which Excel knows it.

    What UTF-8 cannot hold is escaped.
    """
    content = io.BytesIO()
    text = io.TextIOWrapper(content, "utf-8-sig", "backslashreplace", newline="")
    csv.writer(text, delimiter=delimiter).writerows(lines)
    text.flush()
    return content.getvalue()


def _text(content: bytes) -> str:
    """Return what is in a file; in UTF-8, in UTF-16 where it says so, else as Windows writes in the West."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _lines(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # a cell without end
        return []


def _name(cell: str) -> str:
    return cell.strip().lower()
