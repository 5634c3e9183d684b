"""Holds values that were found against those that are right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import isclose, isfinite

from coupdata.i18n import _, ngettext
from coupquiz.keys.lookup import LookedUp
from coupquiz.kinds.pick import LONGEST
from coupquiz.parsing.spelling import plain
from coupquiz.parsing.untrusted import text, texts

_SHOWN = 5  # ids in a sentence
_SPACE = re.compile(r"\s")


def values_in(right: LookedUp, answer: object) -> tuple[str, ...]:
    """Return the values that an answer names, read as those that are right are."""
    if type(answer) is list:
        return tuple(item.strip() for item in texts(answer) if item.strip())
    typed = text(answer)
    if right.sort == "texts":
        return tuple(dict.fromkeys(value.strip() for value in _typed(right.texts).findall(typed)))
    return (typed,) if typed else ()


def is_same(right: LookedUp, values: tuple[str, ...]) -> bool:
    """Return whether these values are the ones that were looked up."""
    match right.sort:
        case "number":
            number, expected = as_number(values[0]), float(right.texts[0])
            return len(values) == 1 and number is not None and isclose(number, expected, rel_tol=1e-9)
        case "text":
            return len(values) == 1 and plain(values[0]) == plain(right.texts[0])
        case "texts":
            return set(values) == set(right.texts)


def as_number(value: str) -> float | None:
    """Return the number that a text is; None where it is none."""
    try:
        number = float(value[:LONGEST])
    except ValueError:
        return None
    return number if isfinite(number) and len(value) <= LONGEST else None


def score(right: LookedUp, values: tuple[str, ...]) -> float:
    """Return how much of what is right is there, from 0 to 1, less what does not belong."""
    if right.sort != "texts":
        return 0.0
    hits = len(set(values) & set(right.texts))
    return max(0.0, (hits - (len(set(values)) - hits)) / len(right.texts))


def compared(right: LookedUp, values: tuple[str, ...]) -> str:
    """Return in a sentence how far values are from being right."""
    match right.sort:
        case "number":
            few = (as_number(values[0]) or 0) < float(right.texts[0])
            said = _("{value} is too few.") if few else _("{value} is too many.")
            return said.format(value=clipped(values[0]))
        case "text":
            return _("It is not “{value}”.").format(value=clipped(values[0]))
        case "texts":
            extra = [value for value in values if value not in right.texts]
            hits, whole = len(set(values)) - len(extra), len(right.texts)
            if not hits:
                said = _("None of the {whole} are there")
            else:
                said = ngettext("{hits} of the {whole} is there", "{hits} of the {whole} are there", hits)
            said = said.format(hits=hits, whole=whole)
            if not extra:
                return _("{so_far}; {left} still to find.").format(so_far=said, left=whole - hits)
            shown = ", ".join(f"“{clipped(value)}”" for value in extra[:_SHOWN])
            if more := len(extra[_SHOWN:]):
                shown = _("{shown} and {n} more").format(shown=shown, n=more)
            return _("{so_far}. These do not belong there: {shown}.").format(so_far=said, shown=shown)


def clipped(value: str) -> str:
    """Return a value that is not too long for a sentence."""
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def _typed(texts: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of several texts that are typed, with commas, brackets and quotation marks.

    Spaces part them only where none that is right has any; what is right is known whole, whatever is in it.
    """
    signs = r",;\[\]{}()'\""
    whole = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
    other = rf"[^\s{signs}][^{signs}]*" if any(map(_SPACE.search, texts)) else rf"[^\s{signs}]+"
    return re.compile(rf"(?:{whole})(?=\s*(?:[{signs}]|$))|{other}")
