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
from coupquiz.core.question import Question
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

    def after(self, form: Form, attempt: Attempt, act: str) -> Attempt:  # noqa: ARG002
        """Return the attempt as it is."""
        return attempt

    def reply(self, form: Form, attempt: Attempt, asked: bool) -> Reply:  # noqa: ARG002
        """Return whether there is an answer."""
        return Reply(_("Recorded") if attempt.answer else _("Not answered yet"))


class Practice:
    """Says at once what there is to say, with hints and the solution on demand."""

    behaviour = Behaviour.PRACTICE

    def __init__(self, bank: Bank, case: Case) -> None:
        self._bank = bank
        self._case = case

    def after(self, form: Form, attempt: Attempt, act: str) -> Attempt:
        """Return the attempt after a check, a hint or the solution."""
        question = self._bank.question(form.id)
        if act == "check":
            return checked(attempt, check(question, attempt.answer))
        if act == "hint" and attempt.hints < len(hint_steps(question, self._case)):
            return hinted(attempt)
        if act == "solution" and form.scored:
            return revealed(attempt)
        return attempt

    def reply(self, form: Form, attempt: Attempt, asked: bool) -> Reply:
        """Return the verdict on an answer that was checked, and the help that was taken.

        ``asked``: whether the learner has just asked for the answer to be checked.
        """
        question = self._bank.question(form.id)
        verdict = check(question, attempt.answer) if attempt.checked or asked else None
        return Reply(
            _("Saved") if attempt != Attempt() else "",
            buttons=self._buttons(question, form, attempt),
            said=feedback.feedback(verdict, form, attempt, self._case) if verdict else None,
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
            right = solution(question)
            words = KINDS[form.kind].in_words(form, right)
            shown.append(feedback.solution(words, check(question, right), self._case))
        return element("div", *shown, class_="help") if shown else None


def _marks(attempt: Attempt, verdict: Verdict) -> dict[str, bool]:
    """Return which parts of an answer are right; where all of it is, so is each, whatever is said to it."""
    if verdict.outcome is Outcome.UNANSWERED:
        return {}
    right = verdict.outcome is Outcome.CORRECT
    if verdict.parts and not right:
        return {part.id: part.right for part in verdict.parts if part.right is not None}
    answer = attempt.answer or ()
    return dict.fromkeys([answer] if isinstance(answer, str) else answer, right)
