"""Tables as spreadsheets save them: with commas or semicolons, in this encoding or in that."""

from __future__ import annotations

import csv
import io
import locale
import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

ENCODINGS = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman")
"""In what spreadsheets save a table that is not in Unicode, by country and computer."""

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
    width: int = 0
    """How many columns it had before a spreadsheet took each line for one cell; 0 where none did.

    What was typed beside that cell is put behind the last column.
    """

    @property
    def columns(self) -> dict[str, int]:
        """Return the place of each column by its name, in small letters."""
        names = [_name(cell) for cell in self.lines[self.heading]]
        return {name: names.index(name) for name in names}

    def outside(self, line: Sequence[str]) -> list[str]:
        """Return what stands in a line in no column: beyond the last one, or in one without a name."""
        names = [_name(cell) for cell in self.lines[self.heading]]
        named = {place for place, name in enumerate(names) if name and place < (self.width or len(names))}
        return [cell.strip() for place, cell in enumerate(line) if cell.strip() and place not in named]


def read_table(content: bytes, names: Iterable[str], known: Collection[str] = ()) -> SavedTable | None:
    """Return the table in a file; None where there is none with columns of these names. Never raises.

    Args:
        content: The file's.
        names: The columns, in small letters.
        known: What should be found in cells, by which the encoding is told that the file does not name.
    """
    wanted = set(names)
    text = _text(content, known)
    tables = (table for table in _tables(text) if wanted <= table.columns.keys())
    return _rejoined(text, wanted) or next(tables, None)


def read_any_table(content: bytes, known: Collection[str] = ()) -> SavedTable | None:
    """Return the table in a file whatever its columns are called; None where there is none. Never raises.

    `known` is as for `read_table`.
    """
    tables = _tables(_text(content, known))
    return max(tables, key=lambda table: len(table.lines[table.heading]), default=None)


def write_csv(lines: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8, with the mark at the start by which Excel knows it.

    What UTF-8 cannot hold is escaped.
    """
    content = io.BytesIO()
    text = io.TextIOWrapper(content, "utf-8-sig", "backslashreplace", newline="")
    csv.writer(text, delimiter=delimiter).writerows(lines)
    text.flush()
    return content.getvalue()


def local_delimiter() -> str:
    """Return what a spreadsheet on this computer takes for the end of a cell, when a table is double-clicked.

    That is a semicolon where numbers have a decimal comma.
    """
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Control Panel\International") as key:
                found = str(winreg.QueryValueEx(key, "sList")[0])
        except OSError:
            return ","
        return found if found in _DELIMITERS else ","
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return ";" if locale.localeconv()["decimal_point"] == "," else ","
    except locale.Error:  # a country that this computer does not know
        return ","
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def local_number(number: str, delimiter: str) -> str:
    """Return a number as spreadsheets read it where tables have this delimiter: “2.5” is a day in Germany."""
    return number.replace(".", ",") if delimiter == ";" else number


def _text(content: bytes, known: Collection[str]) -> str:
    """Return what is in a file, without the line in which Excel announces the delimiter."""
    return _ANNOUNCED.sub("", _decoded(content, known))


def _decoded(content: bytes, known: Collection[str]) -> str:
    """Return what is in a file: in Unicode, or else in the encoding in which most known texts are found."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        texts = [content.decode(encoding, "replace") for encoding in ENCODINGS]
        foreign = [name for name in known if not name.isascii()]
        return max(texts, key=lambda text: sum(name in text for name in foreign))


def _lines(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # a cell without end
        return []


def _tables(text: str) -> Iterator[SavedTable]:
    """Yield what a file is with each delimiter; its heading is the first line with anything in it."""
    for delimiter in _DELIMITERS:
        lines = _lines(text, delimiter)
        heading = next((number for number, line in enumerate(lines) if any(line)), None)
        if heading is not None:
            yield SavedTable(delimiter, lines, heading)


def _rejoined(text: str, wanted: set[str]) -> SavedTable | None:
    """Return a table of which a spreadsheet took each line for one cell, for it expected another delimiter.

    That shows in a heading with something beside it, or in a line with quotation marks around all of it.
    """
    for outer, inner in permutations(_DELIMITERS, 2):
        saved = _lines(text, outer)
        heading = next((number for number, line in enumerate(saved) if any(line)), None)
        if heading is None or not any(saved[heading + 1 :]):
            continue
        names = next(iter(_lines(saved[heading][0], inner)), [])
        written = list(_written(text, outer))
        cell = re.compile(rf'"((?:[^"]|"")*)"(?:{re.escape(outer)}|\r?\n?\Z)')
        quoted = filter(None, (cell.match(line) for line, _cells in written))
        is_one = len(saved[heading]) > 1 or any(inner in found[1] for found in quoted)
        if (
            not is_one
            or not all(_is_escaped(line, cells) for line, cells in written)
            or not wanted <= set(map(_name, names))
            or set("".join(names)) & set(_DELIMITERS)
        ):
            continue
        return SavedTable(outer, [*_whole(saved, inner, outer, len(names))], heading, len(names))
    return None


def _written(text: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each line of a table as it is written, which may be several of the text, and its cells."""
    rows = list(io.StringIO(text, newline=""))
    reader = csv.reader(rows, delimiter=delimiter)
    begins = 0
    for cells in reader:
        yield "".join(rows[begins : reader.line_num]), cells
        begins = reader.line_num


def _is_escaped(line: str, cells: Sequence[str]) -> bool:
    """Return whether a first cell with a quotation mark is in quotation marks, as programs write it."""
    return not cells or '"' not in cells[0] or line.startswith('"')


def _whole(saved: Iterable[list[str]], inner: str, outer: str, width: int) -> Iterator[list[str]]:
    """Yield the lines that were taken for one cell, and behind the last column what was typed beside them."""
    begun = ""
    for cells in saved:
        if not any(cells) and not begun:
            yield []
            continue
        for count in range(1, len(cells) + 1):
            found = _lines(begun + outer.join(cells[:count]), inner)
            if len(found) == 1 and len(found[0]) == width:
                yield [*found[0], *cells[count:]]
                begun = ""
                break
        else:  # a word with the end of a line in it
            begun += outer.join(cells) + "\n"
    if begun:
        yield [*([""] * width), begun.strip()]


def _name(cell: str) -> str:
    return cell.strip().lower()
