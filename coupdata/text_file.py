"""Reads text and TOML files and says what is wrong with one that cannot be read."""

from __future__ import annotations

import tomllib
from os import path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from coupdata.fields import Findings

_SHOWN = 60  # characters of a line that is quoted


def read_text(file: str | PathLike[str], findings: Findings, *, missing: str) -> str | None:
    """Return a file's text; None where it cannot be read, after a line in the findings.

    Args:
        file: Its path.
        findings: Where a problem is noted.
        missing: What is noted where there is no such file.
    """
    name = path.basename(file)
    try:
        with open(file, "rb") as opened:
            content = opened.read()
    except FileNotFoundError:
        findings.add(name, missing)
        return None
    except OSError as error:
        findings.add(name, f"cannot be read: {error.strerror}; put a file there that you may read")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"byte {error.start + 1} ({content[error.start]:#x})"
        findings.add(f"{name}, line {line}", f"{byte} is not UTF-8; save the file again as UTF-8")
        return None


def read_toml(
    file: str | PathLike[str], findings: Findings, *, missing: str = "there is no such file"
) -> dict[str, Any] | None:
    """Return what a TOML file says; None where it cannot be read, after a line in the findings."""
    name, text = path.basename(file), read_text(file, findings, missing=missing)
    try:
        return None if text is None else tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).removesuffix(")").rpartition(" (at ")
        findings.add(f"{name}, {where}", f"not TOML: {what}; {_mend(str(text), where)}")
    except (RecursionError, ValueError):  # which Python's reader of TOML lets through
        findings.add(name, "not TOML: brackets too deep or a number too long to be read; look for them there")
    return None


def _mend(text: str, where: str) -> str:
    """Return what to look for, and where: the slip is on this line, or on the one above."""
    mend = "look for a missing quotation mark, bracket or comma"
    number = where.removeprefix("line ").partition(",")[0]
    if not number.isdecimal():
        return f"{mend} above"
    line = text.splitlines()[int(number) - 1].strip()
    return f"{mend} there or on the line above: {line if len(line) <= _SHOWN else line[:_SHOWN] + '…'}"
