"""What a class answered to a question, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from coupdata.i18n import _
from coupquiz.core.form import Form
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Outcome
from coupquiz.kinds.check import check, picked, solution

_MOST = 6  # pieces that are named


@dataclass(frozen=True, slots=True)
class AnswerCategory:
    """What answers are counted by: an option or, where there are none to choose from, how right they are."""

    id: str
    label: str
    """The letter of an option, by which a class speaks of it; empty where there is none."""
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class VoteCounts:
    """How many answered what."""

    counts: Mapping[str, int]
    """By the ids of the categories."""
    right: int
    of: int
    pieces: tuple[tuple[str, bool, int], ...]
    """What answers say that are more than one choice, whether that is right, and how often it came."""


def is_one_choice(question: Question, form: Form) -> bool:
    """Return whether an answer is one of the options, so that hands can be raised for each."""
    right = solution(question)
    return isinstance(right, str) and any(choice.id == right for choice in form.choices)


def categories(question: Question, form: Form) -> tuple[AnswerCategory, ...]:
    """Return what answers to a question are counted by, in the order in which its options stand."""
    if is_one_choice(question, form):
        right = solution(question)
        return tuple(
            AnswerCategory(choice.id, letter, choice.text, choice.id == right)
            for letter, choice in zip(ascii_uppercase, form.choices, strict=False)
        )
    return (
        AnswerCategory(Outcome.CORRECT, "", _("Right"), True),
        AnswerCategory(Outcome.PARTLY, "", _("Partly right"), False),
        AnswerCategory(Outcome.INCORRECT, "", _("Not right"), False),
    )


def category_of(question: Question, form: Form, answer: Answer) -> str:
    """Return the id of the category of an answer; empty where it is none."""
    outcome = check(question, answer).outcome
    if outcome in (Outcome.UNANSWERED, Outcome.UNSCORED):
        return ""
    return str(answer) if is_one_choice(question, form) else outcome


def count(question: Question, form: Form, answers: Iterable[Answer], hands: Mapping[str, int]) -> VoteCounts:
    """Return how many answered what.

    Args:
        question: What was asked.
        form: As it was asked.
        answers: Given on devices.
        hands: Counted by hand, by the ids of the categories; others, of options that are gone, do not count.
    """
    given = [answer for answer in answers if category_of(question, form, answer)]
    counts = Counter(category_of(question, form, answer) for answer in given) + Counter(hands)
    every = categories(question, form)
    pieces: Counter[tuple[str, bool]] = Counter()
    if not is_one_choice(question, form):
        for answer in given:
            picks = (p if p.is_known else p.unnamed() for p in picked(question, answer))  # typed: for no wall
            pieces.update({(pick.did, pick.credit == 1) for pick in picks})
    known = {category.id: counts[category.id] for category in every}
    return VoteCounts(
        known,
        sum(known[category.id] for category in every if category.right),
        sum(known.values()),
        tuple((text, right, n) for (text, right), n in pieces.most_common(_MOST)),
    )
