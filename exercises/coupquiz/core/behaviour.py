"""How a question behaves: in practice it answers back, in an exam it only takes the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from coupquiz.core.question import Answer
from coupquiz.core.verdict import Outcome, Verdict

HINT_COST = 0.25
"""What of the credit each hint costs."""


EXPLANATION_LIMIT = 300
"""The most characters of an explanation: it is a line."""


class Behaviour(StrEnum):
    """What a question does with an answer."""

    PRACTICE = "practice"
    """Says at once what there is to say, as often as it is asked, with hints and the solution on demand."""
    EXAM = "exam"
    """Keeps the answer and says nothing."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a learner has done with a question so far."""

    answer: Answer = None
    """The answer as it stands."""
    tries: int = 0
    """How many answers were checked."""
    hints: int = 0
    """How many hints were taken."""
    solved: bool = False
    """Whether some answer was right, or an answer in own words was given."""
    best: float = 0.0
    """The highest score so far, less what hints had cost by then; from 0 to 1."""
    shown: bool = False
    """Whether the solution was shown."""
    checked: bool = False
    """Whether the answer as it stands was checked, so that what was said to it can be said again."""
    ticked: tuple[str, ...] = ()
    """Ids of the parts of the verdict that the learner, asked to judge, found in the answer."""
    explanation: str = ""
    """Why the answer is so, in the learner's own words; never scored."""

    @property
    def credit(self) -> float:
        """How much of the next answer's score counts: 1 without help, 0 after the solution."""
        return 0.0 if self.shown else max(0.0, 1 - HINT_COST * self.hints)

    @property
    def counted(self) -> dict[str, int]:
        """How often each act has counted of which another one adds something."""
        return {"check": self.tries, "hint": self.hints}

    @property
    def explanation_line(self) -> str:
        """The explanation as a try keeps it: without breaks and spaces to spare."""
        return " ".join(self.explanation.split())


def answered(attempt: Attempt, answer: Answer, told: str = "") -> Attempt:
    """Return the attempt with another answer, not checked yet.

    ``told``: the explanation that the last try has. The other answer needs another one; what was written
    since then stays.
    """
    is_told = attempt.checked and attempt.explanation_line == told
    explanation = "" if is_told else attempt.explanation
    return replace(attempt, answer=answer, checked=False, explanation=explanation)


def explained(attempt: Attempt, explanation: str) -> Attempt:
    """Return the attempt with this explanation, cut to a line."""
    return replace(attempt, explanation=explanation[:EXPLANATION_LIMIT])


def checked(attempt: Attempt, verdict: Verdict) -> Attempt:
    """Return the attempt after its answer was checked; no answer is no try."""
    if verdict.outcome is Outcome.UNANSWERED:
        return attempt
    return replace(
        attempt,
        tries=attempt.tries + 1,
        solved=attempt.solved or verdict.outcome in (Outcome.CORRECT, Outcome.UNSCORED),
        best=max(attempt.best, verdict.score * attempt.credit),
        checked=True,
    )


def is_counted(attempt: Attempt, act: object, counted: object) -> bool:
    """Return whether an act has counted already: what asks for it comes again, as nobody heard that it has.

    ``counted``: how often it had, as far as the page knew; anything else where the page did not say.
    """
    if type(counted) is not int or counted >= attempt.counted.get(str(act), 0):
        return False
    return act == "hint" or attempt.checked


def ticked(attempt: Attempt, parts: tuple[str, ...]) -> Attempt:
    """Return the attempt after the learner held its answer against a checklist."""
    return replace(attempt, ticked=parts)


def hinted(attempt: Attempt) -> Attempt:
    """Return the attempt after one more hint; what was scored before stays."""
    return replace(attempt, hints=attempt.hints + 1)


def revealed(attempt: Attempt) -> Attempt:
    """Return the attempt after the solution was shown; no later answer adds to the score."""
    return replace(attempt, shown=True)
