"""Tables into which people type: what they typed is kept when the program writes the table again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from coupquiz.files import disk
from coupquiz.grading.spreadsheet import read_any_table


def write_table(file: Path, content: bytes) -> None:
    """Write a table, and beside it what tells later whether anybody has typed into it.

    Raises:
        OSError: It cannot be written; then the older one is as it was.
    """
    disk.write(file, content)
    disk.write(_mark(file), f"{_fingerprint(content)}\n".encode())


def keep_typed(file: Path, content: bytes) -> Path | None:
    """Write what is in a table under another name, and return that, unless nothing would be lost.

    That is where the program wrote it and nobody has typed into it since, whether or not a spreadsheet has
    saved it in its own way; and where it is kept already.

    Raises:
        OSError: It cannot be written.
    """
    mark = _fingerprint(content)
    if _mark(file).is_file() and _mark(file).read_bytes().decode("ascii", "replace").strip() == mark:
        return None
    for kept in sorted(file.parent.glob(f"{file.stem}.before-*{file.suffix}")):
        if _fingerprint(kept.read_bytes()) == mark:
            return kept
    kept = disk.free_name(file)
    disk.write(kept, content)
    return kept


def _mark(file: Path) -> Path:
    return file.with_name(f".{file.name}.written")


def _fingerprint(content: bytes) -> str:
    """Return what is the same for two tables with the same in all cells, whichever program saved them."""
    table = read_any_table(content)
    lines = [[_plain(cell) for cell in line] for line in table.lines] if table else []
    texts = ["\t".join(line).rstrip("\t") for line in lines]
    return sha256("\n".join(filter(None, texts)).encode("utf-8", "backslashreplace")).hexdigest()


def _plain(cell: str) -> str:
    """Return a cell without what spreadsheets change: spaces, zeros, the comma of decimals, an apostrophe."""
    text = " ".join(normalize("NFC", cell).split()).lstrip("'")
    if text.replace(".", "", 1).replace(",", "", 1).isdecimal():
        return text.replace(",", ".").lstrip("0")
    return text
