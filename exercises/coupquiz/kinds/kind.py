"""What every kind of question has to say for itself, so that nobody else needs to know which kind it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Generic, TypeVar

from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Verdict
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.pick import Pick

W = TypeVar("W", bound=Question)
"""What a bank has of a question."""
Q = TypeVar("Q", bound=Question)
"""The question that is made of it and the case."""


class HintsTo(Enum):
    """How far hints lead into the reading, after those that the question has of its own."""

    SENTENCES = auto()
    """To the sentences that settle it."""
    PARAGRAPHS = auto()
    """To their paragraphs, as the sentences are the options: the last step would be the key."""
    TABLES = auto()
    """The answer stands in the tables: where a question has hints of its own, the reading is no help."""


class Kind(ABC, Generic[W, Q]):
    """A kind of question. What takes a question has the key; what takes a form can be used in an exam."""

    @property
    @abstractmethod
    def written(self) -> type[W]:
        """The record that a bank has of such a question: its described fields are read, and in the schema."""

    @property
    @abstractmethod
    def any_order(self) -> bool:
        """Whether the choices of its forms may stand in any order, another for each student."""

    @property
    @abstractmethod
    def hints_to(self) -> HintsTo:
        """How far hints lead into the reading."""

    @abstractmethod
    def make(self, written: W, table: Table, case: Case) -> Q | None:
        """Return the question that a bank has; None where nothing can be made of it.

        Args:
            written: What the bank has, in which each field by itself is right.
            table: Where to note what fits together badly.
            case: What the question is about.
        """

    def among(self, question: Q, questions: Sequence[Question]) -> Q:  # noqa: ARG002
        """Return a question as it is among all of its bank; the same, where it need not know the others."""
        return question

    @abstractmethod
    def form(self, question: Q, seed: Seed = None) -> Form:
        """Return what a learner may see: no key, no feedback, no hint.

        Where a timeline would tell the answer, ``asked_for`` says what it must hide meanwhile.
        """

    @abstractmethod
    def page(self, form: Form) -> Element:
        """Return what is asked and where to answer, on the screen and, as ``on-paper``, in print."""

    def prompt_text(self, form: Form, blank: str = "___") -> str:
        """Return what is asked as one text, for tables and headings; ``blank`` stands for each blank."""
        return form.plain_prompt(blank)

    def heard(self, form: Form, answer: object, year: int) -> str:  # noqa: ARG002
        """Return how an answer was read, as long as it is being typed; ``year``: what is meant without one.

        Nothing, for an answer stands on the page as it is; only a kind that reads more into it has to say so.
        """
        return ""

    def read(self, form: Form, answer: object, year: int) -> Answer:  # noqa: ARG002
        """Return how an answer was read, as the script of its page shows it; ``year`` as for `heard`.

        None, for an answer stands on the page as it is; only what is typed and drawn as well has to be read.
        """
        return None

    def credit(self) -> str:
        """Return in a short sentence how a score between 0 and 1 comes about.

        Nothing, for most answers are right or wrong; a kind that gives part of the credit has to say so.
        """
        return ""

    def chance(self, question: Q) -> float | None:  # noqa: ARG002
        """Return what an answer given at random gets on average; None where nobody needs to be told."""
        return None

    @abstractmethod
    def check(self, question: Q, answer: object) -> Verdict:
        """Return what is said to an answer; no answer, however malformed, raises."""

    @abstractmethod
    def solution(self, question: Q) -> Answer:
        """Return an answer that is right."""

    @abstractmethod
    def mistakes(self, question: Q) -> Iterable[Answer]:
        """Return the wrong answers to expect; each gets feedback of its own."""

    def part_name(self, form: Form, part: str) -> str:
        """Return what a part of an answer is called, of that id in a verdict: as a rule, a choice."""
        return form.name_of(part)

    @abstractmethod
    def in_words(self, form: Form, answer: object) -> Element:
        """Return an answer for people to read; no answer, however malformed, raises."""

    def offered(self, question: Q) -> Iterable[Pick]:
        """Return what is counted even where nobody picked it: every option, and whatever is right."""
        right = self.solution(question)
        return self.picked(question, right, self.check(question, right))

    @abstractmethod
    def picked(self, question: Q, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return what an answer that is scored says, in pieces that can be counted; its verdict is given."""

    def picture(self, question: Q, answers: Iterable[object]) -> Element | None:  # noqa: ARG002
        """Return a picture of what a class answered; None where counting says it all."""
        return None

    @abstractmethod
    def clues(self, question: Q) -> Clues:
        """Return what could give its key away, or that of another question."""
