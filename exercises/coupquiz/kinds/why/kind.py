"""Own words; the answer is a text, which is not scored but held against a model and a checklist."""

from collections.abc import Iterable

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, record
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, PartVerdict, Verdict, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.page_parts import note
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import text


@record
class Why(Question):
    """A question with a model answer, and what a good answer has."""

    model: str = described("A model answer.")
    checklist: tuple[str, ...] = described("What a good answer has.", required=True)

    @property
    def scored(self) -> bool:
        """Never: no program judges own words."""
        return False


class WhyKind(Kind[Why, Why]):
    """Room to write."""

    written = Why
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: Why, table: Table, case: Case) -> Why:
        """Return the question that a bank has."""
        return written

    def form(self, question: Why, seed: Seed = None) -> Form:
        """Return the prompt alone."""
        return Form(question.id, question.kind, question.prompt, scored=False)

    def page(self, form: Form) -> Element:
        """Return the room, and lines to write on where it is printed."""
        prompt = element("span", form.prompt, class_="prompt")
        room = element("textarea", rows="5", maxlength="10000")
        lines = element("div", *(element("div", class_="line") for _line in range(6)), class_="on-paper")
        unmarked = note(_("In your own words. No program marks this."))
        return element("div", element("label", prompt, room), lines, unmarked)

    def check(self, question: Why, answer: object) -> Verdict:
        """Return the model answer, and the checklist as parts that the learner is to judge."""
        if not text(answer):
            return unanswered(_("Write a sentence or two first."), question.hint)
        parts = (
            PartVerdict(str(number), None, item, ()) for number, item in enumerate(question.checklist, 1)
        )
        return Verdict(Outcome.UNSCORED, 0.0, question.model, question.cites, "", tuple(parts))

    def solution(self, question: Why) -> str:
        """Return the model answer."""
        return question.model

    def mistakes(self, question: Why) -> Iterable[str]:
        """Return nothing: own words are not scored."""
        return ()

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the text."""
        return element("p", text(answer))

    def offered(self, question: Why) -> Iterable[Pick]:
        """Return nothing: own words are not counted."""
        return ()

    def picked(self, question: Why, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return nothing: own words are not counted."""
        return ()

    def clues(self, question: Why) -> Clues:
        """Return nothing: there is no key."""
        return Clues(right=(), wrong=())
