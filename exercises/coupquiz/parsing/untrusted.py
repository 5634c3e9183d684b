"""Reads answers as they come: whatever they are, what comes out is of the kind that was asked for."""

from __future__ import annotations

MOST = 10_000
"""Characters of a text, and items of a list, that are looked at."""


def text(answer: object) -> str:
    """Return a text without spaces around it; empty where the answer is none."""
    return answer[:MOST].strip() if type(answer) is str else ""


def texts(answer: object) -> list[str]:
    """Return the texts of a list, each once, in their order; empty where the answer is no list."""
    if type(answer) is not list:
        return []
    return list(dict.fromkeys(item for item in answer[:MOST] if type(item) is str))


def text_of(answer: object, id: str) -> str:
    """Return what the answer gives for this id; empty where it gives nothing."""
    return text(answer.get(id)) if type(answer) is dict else ""


def short(text: str, most: int = 40) -> str:
    """Return a text on one line, cut to so many characters, with nothing in it that cannot be seen."""
    cut = text[: most + 1]
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut[:most])
    return seen if len(cut) <= most else f"{seen}…"
