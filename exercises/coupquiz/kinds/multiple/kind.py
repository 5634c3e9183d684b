"""Several right options; the answer is a list of their ids.

The score is (right ones chosen - wrong ones chosen) / right ones, never below 0, so that choosing everything
gains nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.verdict import PartVerdict, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.keys.options import ChoiceQuestion, Option
from coupquiz.kinds.choosing import ChoosingKind
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import texts


class MultipleKind(ChoosingKind):
    """A group of checkboxes."""

    button = "checkbox"
    one = False

    def check(self, question: ChoiceQuestion, answer: object) -> Verdict:
        """Return what is said to the options of these ids, and how many are still to be found."""
        chosen = _chosen(question, answer)
        if not chosen:
            return unanswered(_("Choose one or more of the options first."), question.hint)
        parts = tuple(PartVerdict(o.id, o.right, o.feedback, o.cites) for o in chosen)
        every = len(self.solution(question))
        right = sum(option.right for option in chosen)
        wrong = len(chosen) - right
        score = max(0.0, (right - wrong) / every)
        hint = "" if score == 1 else question.hint
        said = _said(right, every, wrong)
        return Verdict(outcome_of(score), score, said, joined_cites(parts), hint, parts)

    def credit(self) -> str:
        """Return what a wrong choice costs."""
        return _("Each wrong choice cancels out a right one.")

    def solution(self, question: ChoiceQuestion) -> list[str]:
        """Return the right options."""
        return [option.id for option in question.options if option.right]

    def mistakes(self, question: ChoiceQuestion) -> Iterable[list[str]]:
        """Yield each wrong option alone and beside the right ones, and the right ones but one."""
        right = self.solution(question)
        for option in question.options:
            if not option.right:
                yield [option.id]
                yield [*right, option.id]
            elif len(right) > 1:
                yield [id for id in right if id != option.id]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the options of these ids."""
        ids = set(texts(answer))
        return element("ul", *(element("li", choice.text) for choice in form.choices if choice.id in ids))

    def picked(self, question: ChoiceQuestion, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the options."""
        return map(self.pick, _chosen(question, answer))

    def pick(self, option: Option) -> Pick:
        """Return an option as it is picked; one that is right is also missed."""
        left_out = _("left out “{text}”, which is right").format(text=option.text) if option.right else ""
        return replace(super().pick(option), left_out=left_out)


def _chosen(question: ChoiceQuestion, answer: object) -> list[Option]:
    ids = set(texts(answer))
    return [option for option in question.options if option.id in ids]


def _said(right: int, every: int, wrong: int) -> str:
    if not wrong:
        if right == every:
            return _("You chose every right option.")
        return _("You chose {right} of the {every} right options.").format(right=right, every=every)
    if right == every:
        said = ngettext(
            "You chose every right option and {wrong} wrong one.",
            "You chose every right option and {wrong} wrong ones.",
            wrong,
        )
    elif right:
        said = ngettext(
            "You chose {right} of the {every} right options and {wrong} wrong one.",
            "You chose {right} of the {every} right options and {wrong} wrong ones.",
            wrong,
        )
    else:
        said = ngettext(
            "You chose none of the {every} right options and {wrong} wrong one.",
            "You chose none of the {every} right options and {wrong} wrong ones.",
            wrong,
        )
    return said.format(right=right, every=every, wrong=wrong)
