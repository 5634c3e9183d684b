"""A value taken from the data: a number, a text, or several texts such as ids; the answer is text.

Several come as a list, or as one text with commas between them; ids also with spaces. As with several
options, their score is (right ones - wrong ones) / all that are right, never below 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, record
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict, outcome_of, unanswered
from coupquiz.keys.lookup import LookedUp, WrittenLookup, look_up
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.pick import LONGEST, Pick, typed_as
from coupquiz.kinds.value.comparison import as_number, clipped, compared, is_same, score, values_in
from coupquiz.parsing.untrusted import short, text, texts


@record
class WrittenValueMistake:
    """A wrong value that a bank expects: looked up as well, or a text."""

    value: WrittenLookup | None = described("Where the wrong value is in the tables.")
    text: str = described("The wrong value, if it is not in the tables.", absent="")
    feedback: str = described("What it would mean, and what is right instead.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on. Without them: those of the question.", refers="sentence"
    )

    def check_fields(self, table: Table) -> None:
        """Note where there is neither."""
        if not table.has("value") and not self.text:
            table.wrong("value", _("missing"), _("look it up, or write text"))


@record
class WrittenValue(Question):
    """A question for a value, as a bank has it."""

    value: WrittenLookup = described("Where the right value is in the tables.")
    feedback: str = described("What to say about the right value.")
    wrong: tuple[WrittenValueMistake, ...] = described("Mistakes you expect.", required=True)


@dataclass(frozen=True, slots=True)
class ExpectedMistake:
    """A wrong value that is to be expected."""

    value: LookedUp
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Value(Question):
    """A question whose answer stands in the data."""

    right: LookedUp
    feedback: str
    """What to say about the right value."""
    wrong: tuple[ExpectedMistake, ...]


class ValueKind(Kind[WrittenValue, Value]):
    """A field that a cell of the notebook fills, or the learner."""

    written = WrittenValue
    any_order = False
    hints_to = HintsTo.TABLES

    def make(self, written: WrittenValue, table: Table, case: Case) -> Value | None:
        """Return the question that a bank has; None where the lookup gives nothing."""
        right = look_up(written.value, table, "value", case)
        mistakes = []
        for number, mistake in enumerate(written.wrong, 1):
            value: LookedUp | None = LookedUp("text", (mistake.text,))
            if mistake.value:
                value = look_up(mistake.value, table, f"wrong {number}, value", case)
            if not value or not right:
                continue
            if value.sort != right.sort:
                what = _("{value} is a different kind of value from the right one")
                table.wrong("wrong", what.format(value=value.texts[0]))
            elif is_same(right, value.texts):
                what = _("{value} is right").format(value=", ".join(value.texts))
                table.wrong("wrong", what, _("remove it"))
            mistakes.append(ExpectedMistake(value, mistake.feedback, mistake.cites))
        if not right:
            return None
        return Value(**written.common(), right=right, feedback=written.feedback, wrong=tuple(mistakes))

    def form(self, question: Value, seed: Seed = None) -> Form:
        """Return the prompt alone."""
        return Form(question.id, question.kind, question.prompt)

    def page(self, form: Form) -> Element:
        """Return the field."""
        prompt = element("span", form.prompt, class_="prompt")
        field = element(
            "input",
            type="text",
            placeholder=" ",
            maxlength="10000",
            autocomplete="off",
            autocapitalize="off",
            spellcheck="false",
        )
        return element("div", element("label", prompt, field))

    def check(self, question: Value, answer: object) -> Verdict:
        """Return what the value tells, what a mistake means, or how far it is from being right."""
        right, values = question.right, values_in(question.right, answer)
        if complaint := _complaint(right, values):
            return unanswered(complaint, question.hint)
        if is_same(right, values):
            return Verdict(Outcome.CORRECT, 1.0, question.feedback, question.cites, "")
        scored = score(right, values)
        for mistake in question.wrong:
            if is_same(mistake.value, values):
                cites = mistake.cites or question.cites
                return Verdict(outcome_of(scored), scored, mistake.feedback, cites, question.hint)
        return Verdict(outcome_of(scored), scored, compared(right, values), (), question.hint)

    def credit(self) -> str:
        """Return what a wrong value among several costs."""
        return _("Each wrong value cancels out a right one.")

    def solution(self, question: Value) -> str | list[str]:
        """Return what the data say."""
        return _answer(question.right)

    def mistakes(self, question: Value) -> Iterable[str | list[str]]:
        """Return the wrong values that the bank expects."""
        return [_answer(mistake.value) for mistake in question.wrong]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the value, or the values with commas between them."""
        return element("p", ", ".join(texts(answer)) or text(answer))

    def picked(self, question: Value, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return the value as it was given, or as the bank has it where that knows it."""
        values = values_in(question.right, answer)
        expected = [mistake.value.texts for mistake in question.wrong]
        known = next((expects for expects in expected if set(expects) == set(values)), None)
        if verdict.score == 1:
            known = question.right.texts
        shown = short(", ".join(known or values), LONGEST)
        yield Pick(
            shown,
            verdict.score,
            typed_as(shown),
            said=verdict.feedback,
            means=verdict.feedback,
            cites=verdict.cites,
            by_bank=True,
            is_known=known is not None,
        )

    def clues(self, question: Value) -> Clues:
        """Return the value and the mistakes, where it is one value."""
        if question.right.sort == "texts":
            return Clues(right=(), wrong=())
        return Clues(right=question.right.texts, wrong=tuple(m.value.texts[0] for m in question.wrong))


def _answer(value: LookedUp) -> str | list[str]:
    return list(value.texts) if value.sort == "texts" else value.texts[0]


def _complaint(right: LookedUp, values: tuple[str, ...]) -> str:
    """Return why these values are no answer yet; empty where they are one."""
    if not values:
        return _("Find the value first.")
    if right.sort == "number" and as_number(values[0]) is None:
        return _("The question asks for a number, and “{value}” is not one.").format(value=clipped(values[0]))
    if right.sort != "texts" and len(values) > 1:
        return _("The question asks for one value, and there are {n}.").format(n=len(values))
    return ""
