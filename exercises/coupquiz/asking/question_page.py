"""What a page shows of some questions: what is asked and where to answer, and then the state of each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypedDict

from coupdata.i18n import _
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.behaviour import EXPLANATION_LIMIT
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds import KINDS


def question_page(
    bank: str,
    forms: Iterable[Form],
    numbers: Mapping[str, str],
    *,
    answers: str = "",
    missing: Iterable[str] = (),
    from_python: bool = False,
    explained: Container[str] = (),
) -> Element:
    """Return the questions in a column, each with its number, if it has one, and its control.

    Args:
        bank: The id of their bank.
        forms: What a learner may see of each.
        numbers: Their numbers on the page, by id.
        answers: What tells the learner's answers from all others, for a page that keeps what is not saved.
        missing: A sentence on each question that should be here and is not.
        from_python: Whether their answers come from Python; then a kind may leave out what takes one.
        explained: The ids of those whose answers learners are asked to explain.
    """
    questions = (
        element(
            "section",
            _numbered(KINDS[form.kind].page(form), numbers.get(form.id, "")),
            *([_explanation()] if form.id in explained else []),
            class_=f"question {form.kind}{' from-python' if from_python else ''}",
            id=anchor(bank, form.id),
            data_question=form.id,
            data_kind=form.kind,
        )
        for form in forms
    )
    notes = (element("p", said, class_="trouble") for said in missing)
    return element("div", *questions, *notes, class_="coup coup-questions", data_answers=answers)


def anchor(bank: str, question: str) -> str:
    """Return the id by which links find a question on a page."""
    return f"coup-{bank}-{question}"


def _explanation() -> Element:
    """Return room for a line on why the answer is so, on the screen and in print."""
    asked = element("span", _("Why? In a line, in your own words"))
    room = element("textarea", rows="2", maxlength=str(EXPLANATION_LIMIT), enterkeyhint="done")
    return element("div", element("label", asked, room), element("div", class_="line"), class_="explanation")


def _numbered(page: Element, number: str) -> Element:
    """Return the page of a question with its number in front of what is asked."""
    if not number:
        return page
    label = element("span", number, class_="number")

    def put(part: Node) -> Node:
        if isinstance(part, str):
            return part
        if part.attributes.get("class") == "prompt":
            return replace(part, children=(label, " ", *part.children))
        return replace(part, children=tuple(map(put, part.children)))

    return replace(page, children=tuple(map(put, page.children)))


class QuestionState(TypedDict):
    """What a page shows of a question beside what is asked; only Python makes it."""

    answer: Answer
    """The answer as it stands."""
    ticked: list[str]
    """Ids of what the learner has ticked in the feedback."""
    turn: str
    """The message to which this is the response, by the name that its page gave it."""
    counted: dict[str, int]
    """How often each act has counted of which another one adds something: see `Attempt.counted`."""
    kept: str
    """Whether the answer is on disk, in words."""
    at: str
    """When it was written, as ISO 8601 has it; empty where there is none, or while it is not."""
    trouble: str
    """Why it could not be written; empty if it could."""
    buttons: list[dict[str, Any]]
    """What the learner can ask for: see `reply.Button`."""
    certainties: dict[str, str]
    """How sure the learner can say to be before an answer is checked, in words; empty where nobody asks."""
    explanation: str
    """Why the answer is so, in the learner's own words; empty where that is not said, or not asked."""
    unexplained: bool
    """Whether the answer was not checked, because the learner is asked for an explanation first."""
    said: list[Any]
    """Feedback on the answer as JsonML; empty where there is none."""
    help: list[Any]
    """The hints that were taken and the solution if it was shown, as JsonML; empty where there is none."""
    marks: dict[str, bool]
    """Which parts of the answer are right, by id."""
    heard: str
    """How a typed answer was read, in words."""
    read: Answer
    """The same as the control of its kind shows it; None where that shows the answer as it is."""
    cites: list[str]
    """Ids of the sentences on which the feedback stands."""
