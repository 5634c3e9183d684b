"""Questions as a notebook asks them, with a page that is played by the test."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from coupdata.model import Case
from coupquiz import Question, Quiz
from coupquiz.banks.bank import Bank
from coupquiz.notebook.question_widget import QuestionWidget


def bank_of(*questions: Question) -> Bank:
    """A bank of these questions."""
    return Bank("made-up", "Made up", questions)


def asked(question: Question, case: Case, folder: Path, **more: Any) -> QuestionWidget:
    """A widget with one question."""
    return Quiz(bank_of(question), notebook="test", case=case, folder=folder, **more).ask(question.id)


def press(widget: QuestionWidget, act: str, question: str, **more: object) -> dict[str, Any]:
    """Send what the page sends for a change or a button, and return what the question shows then."""
    message = {"act": act, "question": question, "turn": uuid4().hex, **more}
    widget._hear(widget, message, [])
    state: dict[str, Any] = widget.states[question]
    assert state["turn"] == message["turn"]
    return state
