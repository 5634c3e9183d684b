"""One right option among several; the answer is an option's id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coupdata.i18n import _
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.verdict import Outcome, Verdict, unanswered
from coupquiz.keys.options import ChoiceQuestion, Option
from coupquiz.kinds.choosing import ChoosingKind
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.page_parts import texts_by_id
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import text


class SingleKind(ChoosingKind):
    """A group of radio buttons."""

    button = "radio"
    one = True

    def check(self, question: ChoiceQuestion, answer: object) -> Verdict:
        """Return what is said to the option of this id; anything else counts as no answer."""
        option = _chosen(question, answer)
        if option is None:
            return unanswered(_("Choose one of the options first."), question.hint)
        outcome = Outcome.CORRECT if option.right else Outcome.INCORRECT
        hint = "" if option.right else question.hint
        return Verdict(outcome, float(option.right), option.feedback, option.cites, hint)

    def solution(self, question: ChoiceQuestion) -> str:
        """Return the right option."""
        return next(option.id for option in question.options if option.right)

    def mistakes(self, question: ChoiceQuestion) -> Iterable[str]:
        """Return the wrong options."""
        return [option.id for option in question.options if not option.right]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the option of this id."""
        return element("p", texts_by_id(form.choices).get(text(answer), ""))

    def picked(self, question: ChoiceQuestion, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the option."""
        option = _chosen(question, answer)
        return [self.pick(option)] if option else []

    def clues(self, question: ChoiceQuestion) -> Clues:
        """Return the texts of the options, of which the right one must not stand out."""
        return replace(super().clues(question), by_length=True)


def _chosen(question: ChoiceQuestion, answer: object) -> Option | None:
    return next((option for option in question.options if option.id == text(answer)), None)
