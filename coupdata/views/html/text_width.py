"""How wide a text will be, without a browser to measure it."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_NARROW, _WIDE = set("fijlrtI.,:;'’!|()[] "), set("mwMW@—")
_BOLD = 1.12
_MARGIN = 1.06  # system fonts differ: rather a little too much room than two labels in each other


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pixels that `text` takes at most in a common sans-serif font of this size."""
    return (_BOLD if bold else 1) * _MARGIN * size * sum(_share(character) for character in text)


def broken(text: str, size: float, most: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of a text, broken between words where it would be wider than so many pixels."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size, bold=bold) <= most:
            lines[-1] += f" {word}"
            continue
        lines.append(word)
        while (end := _fitting(lines[-1], size, most, bold=bold)) < len(lines[-1]):
            lines[-1:] = [lines[-1][:end], lines[-1][end:]]
    return tuple(lines)


def _fitting(word: str, size: float, most: float, *, bold: bool) -> int:
    """Return after how many characters to break what has no spaces, as in Chinese or Thai: one at least."""
    end = len(word)
    while end > 1 and (text_width(word[:end], size, bold=bold) > most or _is_mark(word[end : end + 1])):
        end -= 1
    return end if end > 1 or len(word) == 1 or not _is_mark(word[1]) else len(word)


def _is_mark(character: str) -> bool:
    """Whether a character stands over or under the one before it."""
    return bool(character) and category(character) in ("Mn", "Me")


def _share(character: str) -> float:
    if character > "\u0300":
        if _is_mark(character):
            return 0
        if east_asian_width(character) in ("W", "F"):
            return 1
        if category(character) == "Lo":
            return 0.72
    if character in _NARROW:
        return 0.34
    if character in _WIDE:
        return 0.88
    return 0.67 if character.isupper() else 0.57
