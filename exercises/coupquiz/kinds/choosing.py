"""What kinds have in common whose answer is one of several options, or some of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element
from coupquiz.core.form import Form, Seed
from coupquiz.keys.options import (
    ChoiceQuestion,
    Option,
    WrittenChoice,
    option_form,
    options_of,
    shown,
    unexplained,
)
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import group, option_button
from coupquiz.kinds.pick import Pick


class ChoosingKind(Kind[WrittenChoice, ChoiceQuestion]):
    """A group of buttons, one for each option."""

    written = WrittenChoice
    any_order = True
    hints_to = HintsTo.SENTENCES
    button: ClassVar[Literal["radio", "checkbox"]]
    one: ClassVar[bool]
    """Whether exactly one option is right."""

    def make(self, written: WrittenChoice, table: Table, case: Case) -> ChoiceQuestion:
        """Return the question that a bank has."""
        options, events = options_of(written, table, case, one=self.one)
        return ChoiceQuestion(**written.common(*events), options=options)

    def form(self, question: ChoiceQuestion, seed: Seed = None) -> Form:
        """Return the options."""
        return option_form(question, question.options, seed)

    def page(self, form: Form) -> Element:
        """Return the options."""
        return group(form, *(option_button(choice, self.button) for choice in form.choices))

    def offered(self, question: ChoiceQuestion) -> Iterable[Pick]:
        """Return every option."""
        return map(self.pick, question.options)

    def pick(self, option: Option) -> Pick:
        """Return an option as it is picked."""
        return Pick(
            option.text,
            float(option.right),
            _("chose “{text}”").format(text=option.text),
            said=option.feedback,
            means=option.feedback,
            cites=option.cites,
            by_bank=True,
        )

    def clues(self, question: ChoiceQuestion) -> Clues:
        """Return the texts of the options."""
        return Clues(
            right=tuple(option.text for option in question.options if option.right),
            wrong=tuple(option.text for option in question.options if not option.right),
            unexplained=unexplained(question.options),
            shown=shown(question.options),
        )
