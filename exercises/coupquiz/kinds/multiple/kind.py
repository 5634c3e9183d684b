"""Several right options; the answer is a list of their ids.

The score is (right ones chosen - wrong ones chosen) / right ones, never below 0, so that choosing everything
gains nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from coupdata.i18n import _, ngettext
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form, Seed
from coupquiz.core.verdict import PartVerdict, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.keys.options import Option, WrittenChoice, option_form, options_of, unexplained
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.multiple.question import Multiple
from coupquiz.kinds.page_parts import group, option_button
from coupquiz.kinds.pick import Pick, option_pick
from coupquiz.parsing.untrusted import texts


class MultipleKind(Kind[WrittenChoice, Multiple]):
    """A group of checkboxes."""

    written = WrittenChoice
    any_order = True
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenChoice, table: Table, case: Case) -> Multiple:
        """Return the question that a bank has."""
        options, events = options_of(written, table, case, one=False)
        return Multiple(**written.common(*events), options=options)

    def form(self, question: Multiple, seed: Seed = None) -> Form:
        """Return the options."""
        return option_form(question, question.options, seed)

    def page(self, form: Form) -> Element:
        """Return the options."""
        return group(form, *(option_button(choice, "checkbox") for choice in form.choices))

    def check(self, question: Multiple, answer: object) -> Verdict:
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

    def solution(self, question: Multiple) -> list[str]:
        """Return the right options."""
        return [option.id for option in question.options if option.right]

    def mistakes(self, question: Multiple) -> Iterable[list[str]]:
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

    def offered(self, question: Multiple) -> Iterable[Pick]:
        """Return every option."""
        return map(_pick, question.options)

    def picked(self, question: Multiple, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the options."""
        return map(_pick, _chosen(question, answer))

    def clues(self, question: Multiple) -> Clues:
        """Return the texts of the options."""
        return Clues(
            right=tuple(option.text for option in question.options if option.right),
            wrong=tuple(option.text for option in question.options if not option.right),
            unexplained=unexplained(question.options),
        )


def _chosen(question: Multiple, answer: object) -> list[Option]:
    ids = set(texts(answer))
    return [option for option in question.options if option.id in ids]


def _pick(option: Option) -> Pick:
    left_out = _("left out “{text}”, which is right").format(text=option.text) if option.right else ""
    return replace(option_pick(option), left_out=left_out)


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
