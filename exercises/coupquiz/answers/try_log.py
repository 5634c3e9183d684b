"""The log of tries at a question: what is kept of each, and how the logs of two devices become one.

A log is a set of tries, each known by its time. The newest stand in it whole; of what is older, the first try
of each day does, without its answer and explanation. So its size is bounded. What is left out was another
try of such a day, or lies further back than a hundred of them; `Attempt.tries` counts it, and `Attempt.best`
has its score.

To join two logs is to take the tries of both and to leave out again what no log keeps. What is among the
newest of all, or the first of a day, is so in its own log, too. Hence nothing is missed, and the outcome is
the log of all tries that were ever made, in whatever order and however often logs are joined. A number of
what was left out would not do: what is joined twice would be counted twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC
from typing import Any, TypeAlias

from coupquiz.answers.json_values import is_count, is_plain, is_score, time_in
from coupquiz.core.behaviour import EXPLANATION_LIMIT
from coupquiz.core.tries import Certainty, Try
from coupquiz.files.json_file import ENCODER

Log: TypeAlias = tuple[Try, ...]
"""In order of time."""

NEWEST = 20
"""How many tries are kept whole."""

DAYS = 100
"""Of how many days before these the first try is kept."""

LONGEST = 1000
"""The most characters of an answer that is kept with its try, written as JSON; a longer one is left out."""

_USUAL: dict[str, Any] = {field.name: field.default for field in fields(Try)} | {"answer": None}
_CERTAINTIES = {str(certainty): certainty for certainty in Certainty}


def log_of(tried: Try) -> Log:
    """Return the log with this try alone."""
    is_short = len(ENCODER.encode(tried.answer)) <= LONGEST
    return (tried if is_short else replace(tried, answer=None),)


def joined(one: Iterable[Try], other: Iterable[Try]) -> Log:
    """Return the log of all tries in either."""
    by_time: dict[str, Try] = {}
    for tried in (*one, *other):
        time = tried.at.isoformat()
        by_time[time] = max(by_time[time], tried, key=_rank) if time in by_time else tried
    tries = [by_time[time] for time in sorted(by_time, key=lambda time: (by_time[time].at, time))]
    older, newest = tries[:-NEWEST], tries[-NEWEST:]
    days = {tried.at.astimezone(UTC).date(): tried for tried in reversed(older)}
    firsts = [*reversed(days.values())][-DAYS:]
    return (*map(_without_words, firsts), *newest)


def log_to_json(log: Log) -> list[dict[str, Any]]:
    """Return a log as JSON values; what is as always is left out."""
    return [_to_json(tried) for tried in log]


def log_from_json(values: object) -> tuple[Log, bool]:
    """Return the log in JSON values, without tries that cannot be read, and whether all of it can be."""
    if not isinstance(values, list):
        return (), False
    tries = [tried for tried in map(_from_json, values) if tried]
    return joined(tries, ()), len(tries) == len(values)


def _without_words(tried: Try) -> Try:
    """Return a try without what the learner gave as an answer and to explain it."""
    return replace(tried, answer=None, explanation="")


def _rank(tried: Try) -> tuple[Any, ...]:
    """What of two tries at one time stays; that one has no words any more is to change nothing else."""
    answer = json.dumps(tried.answer, sort_keys=True)
    short = tried.score, tried.hints, tried.shown, tried.certainty or ""
    return *short, tried.answer is not None, answer, tried.explanation


def _to_json(tried: Try) -> dict[str, Any]:
    values = {name: getattr(tried, name) for name in _USUAL}
    told = {name: value for name, value in values.items() if value != _USUAL[name]}
    return told | {"at": tried.at.isoformat()}


def _from_json(values: object) -> Try | None:
    """Return a try; None where anything of it cannot be read."""
    if not isinstance(values, dict) or not values.keys() <= _USUAL.keys():
        return None
    told = _USUAL | values
    at, answer, score, certainty = time_in(told["at"]), told["answer"], told["score"], told["certainty"]
    hints, shown, explanation = told["hints"], told["shown"], told["explanation"]
    is_known = certainty is None or (type(certainty) is str and certainty in _CERTAINTIES)
    is_line = type(explanation) is str and len(explanation) <= EXPLANATION_LIMIT
    is_sound = is_plain(answer) and is_score(score) and is_count(hints) and type(shown) is bool
    if not (at and is_sound and is_known and is_line):
        return None
    return Try(at, answer, float(score), hints, shown, _CERTAINTIES.get(certainty), explanation)
