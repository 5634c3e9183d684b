"""Reads text and TOML files and says what is wrong with one that cannot be read."""

from __future__ import annotations

import tomllib
from os import path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from coupdata.loading.problems import Problems

_NO_TEXT = {
    b"PK\x03\x04": "a Word document or an archive",
    b"\xd0\xcf\x11\xe0": "a Word document",
    b"{\\rtf": "text with a layout (RTF)",
    b"%PDF": "a PDF",
}
"""What a file is that begins so."""

_PLAIN = "copy its words into a plain text editor (Notepad; on a Mac TextEdit, Format → Make Plain Text)"
_BEFORE = 20  # characters that are quoted before a letter that cannot be read
_AGAIN = "save it again, choosing UTF-8 as the encoding"


def read_text(file: str | PathLike[str], problems: Problems, *, missing: str = "") -> str | None:
    """Return a file's text; None where it cannot be read, after a note of the problem.

    Args:
        file: Its path.
        problems: Where a problem is noted.
        missing: What is noted where there is no such file; else where it was looked for, and what is near.
    """
    name = path.basename(file)
    try:
        with open(file, "rb") as opened:
            content = opened.read()
    except FileNotFoundError:
        from coupdata.problems.missing_file import no_such_file  # only a mistake needs it

        problems.add(name, missing or no_such_file(file))
        return None
    except OSError as error:
        problems.add(name, f"cannot be read: {error.strerror}; put a file there that you may read")
        return None
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        if not (wrong := _not_text(content)):
            return content.decode("utf-8")
        problems.add(name, wrong)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        before = content[: error.start].rpartition(b"\n")[2].decode("utf-8")[-_BEFORE:]
        after = f"the letter after “{before}”" if before else "its first letter"
        problems.add(f"{name}, line {line}", f"{after} is not UTF-8 but an older encoding (ANSI); {_AGAIN}")
    return None


def read_toml(file: str | PathLike[str], problems: Problems, *, missing: str = "") -> dict[str, Any] | None:
    """Return what a TOML file says; None where it cannot be read, after a note of the problem.

    The arguments are those of `read_text`.
    """
    name, text = path.basename(file), read_text(file, problems, missing=missing)
    try:
        return None if text is None else tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from coupdata.loading.toml_errors import toml_problem  # only a mistake needs it

        problems.append(toml_problem(name, str(text), error))
    except (RecursionError, ValueError):  # which Python's reader of TOML lets through
        problems.add(name, "not TOML: brackets too deep or a number too long to be read; look for them there")
    return None


def _not_text(content: bytes) -> str:
    """Return what a file is that is no text in UTF-8, and what to do; empty where it may be one."""
    for beginning, what in _NO_TEXT.items():
        if content.startswith(beginning):
            return f"this is {what}, not plain text; {_PLAIN} and save that as UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        return f"saved as UTF-16, which Notepad also calls Unicode; {_AGAIN}"
    return ""
