"""Words for teachers: names in a sentence, and problems as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.parsing.untrusted import short

_SHOWN = 5  # names in a sentence


def named(names: Iterable[str], most: int = _SHOWN, longest: int = 40) -> str:
    """Return some names for a sentence: each on one line and short, and how many more there are."""
    every = list(names)
    shown = ", ".join(short(name, longest) for name in every[:most])
    if len(every) <= most:
        return shown
    return _("{names} and {n} more").format(names=shown, n=len(every) - most)


def sentence(text: str) -> str:
    """Return what a problem says as a sentence: with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def sentences(problem: Problem) -> str:
    """Return a problem as sentences, without its place."""
    return " ".join(sentence(text) for text in (problem.what, problem.mend) if text)
