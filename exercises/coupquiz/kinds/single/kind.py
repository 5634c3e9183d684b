"""One right option among several; the answer is an option's id."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form, Seed
from coupquiz.core.verdict import Outcome, Verdict, unanswered
from coupquiz.keys.options import Option, WrittenChoice, option_form, options_of, unexplained
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import group, option_button, texts_by_id
from coupquiz.kinds.pick import Pick, option_pick
from coupquiz.kinds.single.question import Single
from coupquiz.parsing.untrusted import text


class SingleKind(Kind[WrittenChoice, Single]):
    """A group of radio buttons."""

    written = WrittenChoice
    any_order = True
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenChoice, table: Table, case: Case) -> Single:
        """Return the question that a bank has."""
        options, events = options_of(written, table, case, one=True)
        return Single(**written.common(*events), options=options)

    def form(self, question: Single, seed: Seed = None) -> Form:
        """Return the options."""
        return option_form(question, question.options, seed)

    def page(self, form: Form) -> Element:
        """Return the options."""
        return group(form, *(option_button(choice, "radio") for choice in form.choices))

    def check(self, question: Single, answer: object) -> Verdict:
        """Return what is said to the option of this id; anything else counts as no answer."""
        option = _chosen(question, answer)
        if option is None:
            return unanswered(_("Choose one of the options first."), question.hint)
        outcome = Outcome.CORRECT if option.right else Outcome.INCORRECT
        hint = "" if option.right else question.hint
        return Verdict(outcome, float(option.right), option.feedback, option.cites, hint)

    def solution(self, question: Single) -> str:
        """Return the right option."""
        return next(option.id for option in question.options if option.right)

    def mistakes(self, question: Single) -> Iterable[str]:
        """Return the wrong options."""
        return [option.id for option in question.options if not option.right]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the option of this id."""
        return element("p", texts_by_id(form.choices).get(text(answer), ""))

    def offered(self, question: Single) -> Iterable[Pick]:
        """Return every option."""
        return map(self.pick, question.options)

    def picked(self, question: Single, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the option."""
        option = _chosen(question, answer)
        return [self.pick(option)] if option else []

    def pick(self, option: Option) -> Pick:
        """Return an option as it is picked."""
        return option_pick(option)

    def clues(self, question: Single) -> Clues:
        """Return the texts of the options."""
        return Clues(
            right=tuple(option.text for option in question.options if option.right),
            wrong=tuple(option.text for option in question.options if not option.right),
            by_length=True,
            unexplained=unexplained(question.options),
        )


def _chosen(question: Single, answer: object) -> Option | None:
    return next((option for option in question.options if option.id == text(answer)), None)
