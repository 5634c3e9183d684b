"""Files of JSON that this project writes: each names its format and its version, and is read strictly."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from coupdata.i18n import _
from coupdata.problems.errors import PlainError

ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


class FileFormatError(PlainError):
    """A file that cannot be used; its text is a sentence or two for whoever meant to use it."""


class DamagedError(FileFormatError):
    """A file that cannot be as it was written."""

    def __init__(self, damage: str) -> None:
        super().__init__(_("This file is damaged: {damage}.").format(damage=damage))


class OtherFormatError(FileFormatError):
    """A file of another format."""

    def __init__(self) -> None:
        super().__init__(_("This file was not made by this lesson; rename it or move it elsewhere."))


def load_json(content: bytes, limit: int) -> Any:
    """Return JSON values.

    Raises:
        DamagedError: It is no strict JSON in UTF-8, UTF-16 or UTF-32, says something twice, or has more
            bytes than the limit.
    """
    if len(content) > limit:
        raise DamagedError(_("it is larger than {n} megabytes").format(n=limit // 1_000_000))
    try:
        text = content.decode(encoding_of(content))
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError:
        raise DamagedError(_("it is nested too deeply")) from None
    except UnicodeDecodeError:
        raise DamagedError(_("it is not in UTF-8; an editor may have saved it in another encoding")) from None
    except ValueError as error:
        raise DamagedError(_("it is not valid JSON: {error}").format(error=error)) from None


def encoding_of(content: bytes) -> str:
    """Return the encoding of JSON, which its first bytes tell: UTF-8, or what an editor has made of it."""
    return json.detect_encoding(content)


def dump_json(values: Any, levels: int) -> bytes:
    """Return JSON for people to read, so many levels of it with a line for each value.

    Half a surrogate pair, which UTF-8 cannot hold, stays as its escape.
    """
    return f"{_text(values, levels)}\n".encode("utf-8", "backslashreplace")


def check_format(values: Any, format: str, version: int) -> None:
    """Raise a ``FileFormatError`` if the values are of another format, or of a newer version than this."""
    if not isinstance(values, dict) or values.get("format") != format:
        raise OtherFormatError
    found = values.get("version")
    if type(found) is not int or found < 1:
        raise DamagedError(_("its version is not a number"))
    if found > version:
        raise FileFormatError(_("This file was made by a newer version of the lesson; update the lesson."))


def _text(values: Any, levels: int, indent: str = "\n") -> str:
    if not levels or not values or not isinstance(values, dict):
        return ENCODER.encode(values)
    deeper = f"{indent}  "
    lines = (f"{ENCODER.encode(key)}: {_text(value, levels - 1, deeper)}" for key, value in values.items())
    return f"{{{deeper}{f',{deeper}'.join(lines)}{indent}}}"


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise ValueError(_("{name!r} appears in it twice").format(name=key))
        values[key] = value
    return values


def _refuse(constant: str) -> None:
    raise ValueError(_("{value} is not a number").format(value=constant))
