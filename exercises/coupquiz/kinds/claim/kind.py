"""A statement held against the reading; the answer is supported, contradicted or not-said."""

from collections.abc import Iterable, Mapping
from typing import Literal

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, field_specs, record
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import option_button, texts_by_id
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import text


@record
class ClaimFeedback:
    """What is said to each of the three answers."""

    supported: str = described("Feedback on “The reading supports it”.")
    contradicted: str = described("Feedback on “The reading contradicts it”.")
    not_said: str = described("Feedback on “The reading does not say”.", written="not-said")


@record
class Claim(Question):
    """A statement, how the reading stands to it, and what is said to each answer."""

    verdict: Literal["supported", "contradicted", "not-said"] = described("The right answer.")
    feedback: ClaimFeedback = described("What each answer would mean, and what the reading says instead.")

    @property
    def said(self) -> Mapping[str, str]:
        """The feedback by the ids of the answers."""
        return {spec.written: getattr(self.feedback, spec.name) for spec in field_specs(ClaimFeedback)}


class ClaimKind(Kind[Claim, Claim]):
    """Three radio buttons side by side."""

    written = Claim
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: Claim, table: Table, case: Case) -> Claim:
        """Return the question that a bank has."""
        if len(set(written.said.values())) < len(written.said):
            mend = _("write what each of them would mean")
            table.wrong("feedback", _("two answers get the same feedback"), mend)
        return written

    def form(self, question: Claim, seed: Seed = None) -> Form:
        """Return the three answers, always in one order."""
        return Form(question.id, question.kind, question.prompt, _choices())

    def page(self, form: Form) -> Element:
        """Return the claim and what the reading may have to say to it."""
        asked = element("span", _("What does the reading say about this claim?"), class_="note")
        claim = element("span", f"“{form.prompt}”", class_="prompt")
        options = (option_button(choice, "radio") for choice in form.choices)
        legend = element("legend", asked, " ", claim)
        return element("fieldset", legend, element("div", *options, class_="options across"))

    def prompt_text(self, form: Form, blank: str = "___") -> str:
        """Return the claim, and that it is one: by itself it would read as if it were true."""
        return _("Claim: {claim}").format(claim=form.prompt)

    def check(self, question: Claim, answer: object) -> Verdict:
        """Return what is said to this answer; all three stand on the same sentences."""
        chosen = text(answer)
        if chosen not in question.said:
            return unanswered(_("Choose one of the three answers first."), question.hint)
        right = chosen == question.verdict
        outcome = Outcome.CORRECT if right else Outcome.INCORRECT
        hint = "" if right else question.hint
        return Verdict(outcome, float(right), question.said[chosen], question.cites, hint)

    def solution(self, question: Claim) -> str:
        """Return how the reading stands to the statement."""
        return question.verdict

    def mistakes(self, question: Claim) -> Iterable[str]:
        """Return the other two answers."""
        return [id for id in question.said if id != question.verdict]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the answer of this id."""
        return element("p", texts_by_id(form.choices).get(text(answer), ""))

    def offered(self, question: Claim) -> Iterable[Pick]:
        """Return the three answers."""
        for choice in _choices():
            said = question.said[choice.id]
            yield Pick(
                choice.text,
                float(choice.id == question.verdict),
                _("chose “{text}”").format(text=choice.text),
                said=said,
                means=said,
                cites=question.cites,
                by_bank=True,
            )

    def picked(self, question: Claim, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the answer."""
        chosen = texts_by_id(_choices())[text(answer)]
        return [pick for pick in self.offered(question) if pick.text == chosen]

    def clues(self, question: Claim) -> Clues:
        """Return that it may be untrue; the answers are always the same three."""
        return Clues(right=(), wrong=(), is_claim=True)


def _choices() -> tuple[Choice, ...]:
    return (
        Choice("supported", _("The reading supports it")),
        Choice("contradicted", _("The reading contradicts it")),
        Choice("not-said", _("The reading does not say")),
    )
