"""Reads text and TOML files and says what is wrong with one that cannot be read."""

from __future__ import annotations

import tomllib
from os import path
from typing import TYPE_CHECKING, Any

from coupdata.i18n import _
from coupdata.loading.other_formats import not_text, save_again

if TYPE_CHECKING:
    from os import PathLike

    from coupdata.loading.problems import Problems

_BEFORE = 20  # characters that are quoted before a letter that cannot be read


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
        what = _("cannot be read: {reason}").format(reason=error.strerror)
        problems.add(name, what, _("put a file there that you are allowed to read"))
        return None
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        if not (wrong := not_text(content)):
            return content.decode("utf-8")
        problems.add(name, *wrong)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        before = content[: error.start].rpartition(b"\n")[2].decode("utf-8")[-_BEFORE:]
        what = _("its first letter is not UTF-8 but an older encoding (ANSI)")
        if before:
            what = _("the letter after “{before}” is not UTF-8 but an older encoding (ANSI)")
        problems.add(f"{name}, line {line}", what.format(before=before), save_again())
    return None


def read_toml(file: str | PathLike[str], problems: Problems, *, missing: str = "") -> dict[str, Any] | None:
    """Return what a TOML file says; None where it cannot be read, after a note of the problem.

    The arguments are those of `read_text`.
    """
    name, text = path.basename(file), read_text(file, problems, missing=missing)
    try:
        return None if text is None else tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from coupdata.loading.other_formats import not_toml  # only a mistake needs these
        from coupdata.loading.toml_errors import toml_problems

        if other := not_toml(str(text)):
            problems.add(name, *other)
        else:
            problems.extend(toml_problems(name, str(text), error))
    except (RecursionError, ValueError):  # which Python's reader of TOML lets through
        what = _("not TOML: brackets are nested too deeply, or a number is too long")
        problems.add(name, what, _("look for them there"))
    return None
