"""When something was; the answer is a date as it was typed.

The date that the source gives, as exactly as it gives it, scores 1. One that holds but is less exact scores a
part: 0.5 within a month, 0.25 within a year; one that is more exact than the source tells scores 0.5. Where
the source names a part of a month in words, ten days of it and more are the same part in numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case, Days, Event, overlap, span
from coupdata.model.date_labels import moment_label, month_length
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question, with_events
from coupquiz.core.verdict import Verdict, outcome_of, unanswered
from coupquiz.keys.options import option_of, read_record
from coupquiz.parsing.dates import TypedDate, read_date
from coupquiz.parsing.untrusted import text

_EXAMPLES = "14 July 1789, 14–15 July 1789, July 1789 or 1789"
_NEIGHBOURS = 3  # other dates before and after, from which mistakes are taken
_NIGHT = timedelta(1)
_PART = 10  # days: the third of a month is the least that a word such as "later" can mean


@dataclass(frozen=True, slots=True)
class Dated:
    """Days, and what happened on them."""

    days: Days
    label: str
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Question):
    """A question for the date of an event."""

    right: Dated
    early: str
    """What is said, beside that, to a date that is too early; it may be empty."""
    late: str
    others: tuple[Dated, ...]
    """What happened at other times."""
    year: int
    """What is meant where no year is named."""


def read(table: Table, common: Mapping[str, Any], case: Case) -> Date | None:
    """Return the question in a table; None where its event is unknown."""
    event = read_record(table, "event", case, required=True)
    feedback, early, late = (table.text(field, required=False) for field in ("feedback", "early", "late"))
    if not isinstance(event, Event):
        return None
    if not event.when.edtf:
        table.wrong("event", f"'{event.id}' is undated; choose an event that the source dates")
    cites = common["cites"] or event.cites
    right = Dated(span(event.when), event.when.label, feedback or event.summary, cites)
    told = (other for other in case.events if other.scope != "context")  # nothing from beyond the reading
    sentences = {sentence.id: sentence.text for sentence in case.reading.sentences}
    others = (_dated(other, sentences) for other in told if other.when.precision in ("day", "night"))
    return Date(
        **with_events(common, event.id),
        right=right,
        early=early,
        late=late,
        others=tuple(other for other in others if not overlap(other.days, right.days)),
        year=case.lens[0].year,
    )


def form(question: Date, _seed: Seed = None) -> Form:
    """Return the prompt alone."""
    return Form(question.id, question.kind, question.prompt)


def check(question: Date, answer: object) -> Verdict:
    """Return how the date was read, and how it stands to what the source tells."""
    given = text(answer)
    if not given:
        return unanswered("Type a date first.", question.hint)
    typed = read_date(given, question.year)
    if not typed:
        return unanswered(f"That cannot be read as a date. Write, for example, {_EXAMPLES}.", question.hint)
    score, said, cites = _held(question, typed)
    hint = "" if score == 1 else question.hint
    return Verdict(outcome_of(score), score, f"Read as {typed.label}. {said}", cites, hint)


def solution(question: Date) -> str:
    """Return the date as the source gives it."""
    return question.right.label


def mistakes(question: Date) -> Iterable[str]:
    """Return the dates of neighbouring events, and the month and the year of the right date."""
    first, last = question.right.days
    labels = dict.fromkeys(other.label for other in question.others if other.days < (first, last))
    later = dict.fromkeys(other.label for other in question.others if other.days > (first, last))
    month = moment_label(first.replace(day=1), last.replace(day=month_length(last)))
    near = (*list(labels)[-_NEIGHBOURS:], *list(later)[:_NEIGHBOURS], month, str(first.year))
    return [label for label in dict.fromkeys(near) if check(question, label).score < 1]


def _held(question: Date, typed: TypedDate) -> tuple[float, str, tuple[str, ...]]:
    """Return score, feedback and cites for a date held against what the source tells."""
    right, days = question.right, (typed.first, typed.last)
    if days == right.days or _is_as_labelled(question, days):
        return 1.0, right.feedback, right.cites
    if typed.first <= right.days[0] and right.days[1] <= typed.last:
        width = (typed.last - typed.first).days + 1
        score = 0.5 if width <= 31 else 0.25 if width <= 366 else 0.0
        return score, "That holds, but the reading dates it more exactly.", ()
    if right.days[0] <= typed.first and typed.last <= right.days[1]:
        return 0.5, "That may be, but the reading does not date it so exactly.", right.cites
    too_early = typed.first < right.days[0]
    side, told = ("early", question.early) if too_early else ("late", question.late)
    if overlap(days, right.days):
        return 0.0, f"A part of that is too {side}. {told}".rstrip(), right.cites
    others = question.others if typed.last - typed.first <= _NIGHT else ()  # a month is no moment of any
    then = next((other for other in others if overlap(days, other.days)), None)
    said = (f"That is too {side}.", then.feedback if then else "", told)
    cites = dict.fromkeys((*(then.cites if then else ()), *right.cites))
    return 0.0, " ".join(text for text in said if text), tuple(cites)


def _is_as_labelled(question: Date, days: Days) -> bool:
    """Return whether days are what the label says, where the source is narrower than words: "later April"."""
    named = read_date(question.right.label, question.year)
    if not named:
        return False
    within = named.first <= days[0] and days[1] <= named.last
    alike = named.in_words and within and (days[1] - days[0]).days + 1 >= _PART
    return alike or days == (named.first, named.last)


def _dated(event: Event, sentences: Mapping[str, str]) -> Dated:
    """Return an event with its date, and of its sentences the one that names most of that: one is enough."""
    option, date = option_of(event, dated=True), _words(event.when.label)
    cite = max(event.cites, key=lambda id: len(date & _words(sentences[id])))
    return Dated(span(event.when), event.when.label, option.feedback, (cite,))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
