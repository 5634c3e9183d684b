"""A value taken from the data: a number, a text, or several texts such as ids; the answer is text.

Several come as a list, or as one text with commas between them; ids also with spaces. As with several
options, their score is (right ones - wrong ones) / all that are right, never below 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isclose, isfinite
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict, outcome_of, unanswered
from coupquiz.keys.lookup import FORM, Found, read_lookup
from coupquiz.parsing.spelling import plain
from coupquiz.parsing.untrusted import text, texts

_SHOWN = 5  # ids in a sentence
_LONGEST = 60  # characters of one
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Trap:
    """A wrong value that is to be expected."""

    found: Found
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Question):
    """A question whose answer stands in the data."""

    right: Found
    feedback: str
    """What the right value tells."""
    wrong: tuple[Trap, ...]


def read(table: Table, common: Mapping[str, Any], case: Case) -> Value:
    """Return the question in a table."""
    found = table.record("value", FORM, lambda t: read_lookup(t, case))
    if not table.has("value"):
        table.wrong("value", f"missing; add it: {FORM}")
    right = found or Found("number", ("0",))
    wrong = tuple(trap for trap in table.records("wrong", lambda t: _trap(t, case), required=True) if trap)
    for trap in wrong if found else ():
        if trap.found.sort != right.sort:
            table.wrong("wrong", f"{trap.found.texts[0]} is of another sort than what is right")
        elif _same(right, trap.found.texts):
            table.wrong("wrong", f"{', '.join(trap.found.texts)} is right; take it out")
    return Value(**common, right=right, feedback=table.text("feedback"), wrong=wrong)


def form(question: Value, _seed: Seed = None) -> Form:
    """Return the prompt alone."""
    return Form(question.id, question.kind, question.prompt)


def check(question: Value, answer: object) -> Verdict:
    """Return what the value tells, what a mistake means, or how far it is from being right."""
    given = values_in(question.right, answer)
    if not given:
        return unanswered("Not attempted yet. Find the value first.", question.hint)
    if question.right.sort == "number" and _number(given[0]) is None:
        return unanswered(f"A number is asked for, and “{_short(given[0])}” is none.", question.hint)
    if question.right.sort != "texts" and len(given) > 1:
        return unanswered(f"One value is asked for, and there are {len(given)}.", question.hint)
    if _same(question.right, given):
        return Verdict(Outcome.CORRECT, 1.0, question.feedback, question.cites, "")
    for trap in question.wrong:
        if _same(trap.found, given):
            score = _score(question.right, given)
            cites = trap.cites or question.cites
            return Verdict(outcome_of(score), score, trap.feedback, cites, question.hint)
    score = _score(question.right, given)
    return Verdict(outcome_of(score), score, _compared(question.right, given), (), question.hint)


def solution(question: Value) -> str | list[str]:
    """Return what the data say."""
    return list(question.right.texts) if question.right.sort == "texts" else question.right.texts[0]


def mistakes(question: Value) -> Iterable[str | list[str]]:
    """Return the wrong values that the bank expects."""
    return [
        list(trap.found.texts) if question.right.sort == "texts" else trap.found.texts[0]
        for trap in question.wrong
    ]


def _trap(table: Table, case: Case) -> Trap | None:
    """Return a wrong value: looked up as well, or written as a text."""
    found = table.record("value", FORM, lambda t: read_lookup(t, case))
    if table.has("text"):
        found = Found("text", (table.text("text"),))
    elif not table.has("value"):
        table.wrong("value", f"missing; look it up, {FORM}, or write text")
    feedback, cites = table.text("feedback"), table.cites()
    return Trap(found, feedback, cites) if found else None


def values_in(right: Found, answer: object) -> tuple[str, ...]:
    """Return the values that an answer names, read as those that are right are."""
    if type(answer) is list:
        return tuple(item.strip() for item in texts(answer) if item.strip())
    given = text(answer)
    if right.sort == "texts":
        return tuple(dict.fromkeys(found.strip() for found in _typed(right.texts).findall(given)))
    return (given,) if given else ()


def _typed(texts: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of several texts that are typed, with commas, brackets and quotation marks.

    Spaces part them only where none that is right has any; what is right is known whole, whatever is in it.
    """
    signs = r",;\[\]{}()'\""
    whole = "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
    other = rf"[^\s{signs}][^{signs}]*" if any(map(_SPACE.search, texts)) else rf"[^\s{signs}]+"
    return re.compile(rf"(?:{whole})(?=\s*(?:[{signs}]|$))|{other}")


def _same(found: Found, given: tuple[str, ...]) -> bool:
    match found.sort:
        case "number":
            number, right = _number(given[0]), float(found.texts[0])
            return len(given) == 1 and number is not None and isclose(number, right, rel_tol=1e-9)
        case "text":
            return len(given) == 1 and plain(given[0]) == plain(found.texts[0])
        case "texts":
            return set(given) == set(found.texts)


def _number(given: str) -> float | None:
    try:
        number = float(given[:_LONGEST])
    except ValueError:
        return None
    return number if isfinite(number) and len(given) <= _LONGEST else None


def _score(right: Found, given: tuple[str, ...]) -> float:
    if right.sort != "texts":
        return 0.0
    hits = len(set(given) & set(right.texts))
    return max(0.0, (hits - (len(set(given)) - hits)) / len(right.texts))


def _compared(right: Found, given: tuple[str, ...]) -> str:
    match right.sort:
        case "number":
            few = (_number(given[0]) or 0) < float(right.texts[0])
            return f"{_short(given[0])} is too {'little' if few else 'much'}."
        case "text":
            return f"“{_short(given[0])}” does not stand there."
        case "texts":
            extra = [item for item in given if item not in right.texts]
            hits = len(set(given)) - len(extra)
            said = f"{hits or 'None'} of the {len(right.texts)} {'is' if hits == 1 else 'are'} there"
            if not extra:
                return f"{said}; {len(right.texts) - hits} still to find."
            more = f" and {len(extra) - _SHOWN} more" if len(extra) > _SHOWN else ""
            shown = ", ".join(f"“{_short(item)}”" for item in extra[:_SHOWN])
            return f"{said}. These do not belong: {shown}{more}."


def _short(given: str) -> str:
    return given if len(given) <= _LONGEST else f"{given[:_LONGEST]}…"
