"""What is done with a question, whatever its kind: to ask it, to check an answer and to count it."""

from __future__ import annotations

from dataclasses import replace

from coupquiz.core.form import Form, Seed, shuffled
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.pick import Pick


def check(question: Question, answer: object) -> Verdict:
    """Return outcome, score from 0 to 1, feedback, the sentences it cites and the next hint; never raises."""
    return KINDS[question.kind].check(question, answer)


def form(question: Question, seed: Seed = None) -> Form:
    """Return what a learner may see of a question.

    Args:
        question: Of any kind.
        seed: Decides the order of choices; None keeps the bank's, but where that would tell the key.
    """
    return KINDS[question.kind].form(question, seed)


def prompt_text(form: Form, blank: str = "___") -> str:
    """Return what is asked as one text, for tables and headings; ``blank`` stands for each blank."""
    return KINDS[form.kind].prompt_text(form, blank)


def varied(form: Form, seed: str) -> Form:
    """Return the form with its choices in the order of a variant.

    The order depends on seed and ids alone. `form` makes sure that it is not the right one, and who knows the
    seed could tell from that what is right; here there is no key, and nothing to be told.
    """
    if not KINDS[form.kind].any_order:
        return form
    return replace(
        form,
        choices=shuffled(form.choices, form.id, seed),
        targets=shuffled(form.targets, f"{form.id} targets", seed),
    )


def solution(question: Question) -> Answer:
    """Return an answer that is right."""
    return KINDS[question.kind].solution(question)


def picked(question: Question, answer: object) -> tuple[Pick, ...]:
    """Return what an answer says, in pieces; nothing where it cannot be read, or is in own words."""
    verdict = check(question, answer)
    if verdict.outcome in (Outcome.UNANSWERED, Outcome.UNSCORED):
        return ()
    return tuple(KINDS[question.kind].picked(question, answer, verdict))
