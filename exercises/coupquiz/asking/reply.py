"""What a question shows below the answer: in practice all there is to say, in an exam next to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.html.element import Element, element
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import HINT_COST, Attempt, Behaviour, checked, hinted, revealed
from coupquiz.core.form import Form
from coupquiz.core.question import Answer, Question
from coupquiz.core.tries import Certainty
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, solution
from coupquiz.kinds.hints import hint_steps
from coupquiz.pages import feedback


@dataclass(frozen=True, slots=True)
class Button:
    """Something that a learner can ask for."""

    act: str
    """What it asks for: `check`, `hint` or `solution`."""
    label: str
    note: str = ""
    """What it costs."""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question shows of an attempt, beside the answer itself."""

    kept: str
    """What is said of an answer that is on disk."""
    buttons: tuple[Button, ...] = ()
    said: Element | None = None
    help: Element | None = None
    marks: Mapping[str, bool] = field(default_factory=dict)
    """Which parts of the answer are right, by id."""
    cites: tuple[str, ...] = ()
    """Ids of the sentences on which the feedback stands."""


class Exam:
    """Keeps answers and says nothing; it knows nothing else either."""

    behaviour = Behaviour.EXAM

    def after(self, form: Form, attempt: Attempt, act: str) -> tuple[Attempt, None]:  # noqa: ARG002
        """Return the attempt as it is: nothing is checked."""
        return attempt, None

    def asks_certainty(self, form: Form) -> bool:  # noqa: ARG002
        """Return that it does not: nothing is checked."""
        return False

    def is_open(self, attempt: Attempt) -> bool:  # noqa: ARG002
        """Return that it is: until all is handed in, nothing is settled."""
        return True

    def asks_explanation(self, form: Form) -> bool:  # noqa: ARG002
        """Return that it does not: there is no feedback to set one against."""
        return False

    def reply(self, form: Form, attempt: Attempt, asked: bool, certainty: Certainty | None) -> Reply:  # noqa: ARG002
        """Return whether there is an answer."""
        return Reply(_("Recorded") if attempt.answer else _("Not answered yet"))


class Revealed(Exam):
    """Takes no more answers, and says all there is to say to those that were given."""

    def __init__(self, bank: Bank, case: Case) -> None:
        self._bank = bank
        self._case = case

    def is_open(self, attempt: Attempt) -> bool:  # noqa: ARG002
        """Return that it is not: it takes no more answers."""
        return False

    def reply(self, form: Form, attempt: Attempt, asked: bool, certainty: Certainty | None) -> Reply:  # noqa: ARG002
        """Return the verdict on the answer and, where it is not right, the solution."""
        question = self._bank.question(form.id)
        verdict, right = check(question, attempt.answer), solution(question)
        is_open = verdict.outcome in (Outcome.UNANSWERED, Outcome.PARTLY, Outcome.INCORRECT)
        return Reply(
            _("Recorded") if attempt.answer else _("Not answered"),
            said=feedback.feedback(verdict, form, attempt, self._case) if attempt.answer else None,
            help=shown_solution(question, form, self._case) if is_open and form.scored else None,
            marks={**_right_option(form, right), **_marks(attempt, verdict)},
            cites=verdict.cites or check(question, right).cites,
        )


class Practice:
    """Says at once what there is to say, with hints and the solution on demand."""

    behaviour = Behaviour.PRACTICE

    def __init__(self, bank: Bank, case: Case) -> None:
        self._bank = bank
        self._case = case

    def after(self, form: Form, attempt: Attempt, act: str) -> tuple[Attempt, Verdict | None]:
        """Return the attempt after a check, a hint or the solution, and the verdict if it was checked."""
        question = self._bank.question(form.id)
        if act == "check":
            verdict = check(question, attempt.answer)
            return checked(attempt, verdict), verdict
        if act == "hint" and attempt.hints < len(hint_steps(question, self._case)):
            return hinted(attempt), None
        if act == "solution" and form.scored:
            return revealed(attempt), None
        return attempt, None

    def asks_certainty(self, form: Form) -> bool:
        """Return whether a learner can say how sure they are of an answer to be checked."""
        return self._bank.certainty and form.scored

    def is_open(self, attempt: Attempt) -> bool:
        """Return whether it is neither solved nor its solution shown."""
        return not (attempt.solved or attempt.shown)

    def asks_explanation(self, form: Form) -> bool:
        """Return whether a learner is asked why the answer is so; own words say it already."""
        return self._bank.question(form.id).explain and form.scored

    def reply(self, form: Form, attempt: Attempt, asked: bool, certainty: Certainty | None) -> Reply:
        """Return the verdict on an answer that was checked, and the help that was taken.

        Args:
            form: What is asked.
            attempt: As it stands.
            asked: Whether the learner has just asked for the answer to be checked.
            certainty: How sure the learner was of it; None where it was not said.
        """
        question = self._bank.question(form.id)
        verdict = check(question, attempt.answer) if attempt.checked or asked else None
        return Reply(
            _("Saved") if attempt != Attempt() else "",
            buttons=self._buttons(question, form, attempt),
            said=feedback.feedback(verdict, form, attempt, self._case, certainty) if verdict else None,
            help=self._help(question, form, attempt),
            marks=_marks(attempt, verdict) if verdict else {},
            cites=verdict.cites if verdict else (),
        )

    def _buttons(self, question: Question, form: Form, attempt: Attempt) -> tuple[Button, ...]:
        left = len(hint_steps(question, self._case)) - attempt.hints
        at_stake = form.scored and attempt.best < attempt.credit
        cost = _("costs {share}").format(share=feedback.percent(HINT_COST)) if at_stake else ""
        hint = (
            Button("hint", _("Next hint") if attempt.hints else _("Hint"), cost)
            if left
            else Button("hint", _("No more hints"), off=True)
        )
        if not form.scored:
            return Button("check", _("Compare")), hint
        note = _("costs the rest") if at_stake and not attempt.shown else ""
        return Button("check", _("Check")), hint, Button("solution", _("Solution"), note, off=attempt.shown)

    def _help(self, question: Question, form: Form, attempt: Attempt) -> Element | None:
        shown: list[Element] = []
        if attempt.hints:
            steps = hint_steps(question, self._case)[: attempt.hints]
            shown.append(feedback.hints(steps, self._case))
        if attempt.shown:
            shown.append(shown_solution(question, form, self._case))
        return element("div", *shown, class_="help") if shown else None


def shown_solution(question: Question, form: Form, case: Case) -> Element:
    """Return an answer that is right, and why, as part of a page."""
    right = solution(question)
    words = KINDS[form.kind].in_words(form, right)
    return feedback.solution(words, check(question, right), case)


def _right_option(form: Form, right: Answer) -> dict[str, bool]:
    """Return the option that is right, where the answer is one of them."""
    return {choice.id: True for choice in form.choices if choice.id == right}


def _marks(attempt: Attempt, verdict: Verdict) -> dict[str, bool]:
    """Return which parts of an answer are right; where all of it is, so is each, whatever is said to it."""
    if verdict.outcome is Outcome.UNANSWERED:
        return {}
    right = verdict.outcome is Outcome.CORRECT
    if verdict.parts and not right:
        return {part.id: part.right for part in verdict.parts if part.right is not None}
    answer = attempt.answer or ()
    return dict.fromkeys([answer] if isinstance(answer, str) else answer, right)
