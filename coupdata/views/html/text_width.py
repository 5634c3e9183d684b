"""How wide a text will be, without a browser to measure it."""

from __future__ import annotations

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
        else:
            lines.append(word)
    return tuple(lines)


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if character in _WIDE:
        return 0.88
    return 0.67 if character.isupper() else 0.57
