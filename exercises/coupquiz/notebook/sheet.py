"""A sheet of questions: answers go in, what is to be said comes back, and all of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import traitlets

from coupdata.model import Case
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import script, style
from coupdata.views.reading_text.widget import shown_readings
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.live import LiveAnswers
from coupquiz.asking.reply import Behaving
from coupquiz.core.behaviour import Attempt, answered, ticked
from coupquiz.core.form import Form
from coupquiz.kinds.controls import CONTROLS
from coupquiz.notebook.live_view import LiveView
from coupquiz.parsing.dates import read_date
from coupquiz.parsing.untrusted import texts

_HERE = Path(__file__).parent

_PAPER = (_HERE / "print.css").read_text(encoding="utf-8")


class Sheet(LiveView):
    """Questions in a column, each with its control, its buttons and what is said to the answer."""

    _style = f"{style(_HERE / 'question.css')}\n@media print {{\n{_PAPER}}}\n"
    _esm = script(_HERE.parent / "static" / "questions.js", style=_style)

    states = traitlets.Dict().tag(sync=True)
    """What the page shows of each question, by id; only Python writes it."""
    problem = traitlets.Unicode().tag(sync=True)
    """What the learner should know of the file; empty if all is well."""

    def __init__(
        self,
        bank: str,
        forms: Sequence[Form],
        answers: LiveAnswers,
        behaving: Behaving,
        case: Case,
        year: int | None = None,
    ) -> None:
        self.bank = bank
        self.case = case
        self._forms = {form.id: form for form in forms}
        self._answers = answers
        self._behaving = behaving
        self._year = year or case.lens[0].year
        self._turns: dict[str, str] = {}
        super().__init__(_page(bank, forms))
        self.on_msg(self._hear)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        ids = [key.question for key in changed if key.bank == self.bank and key.question in self._forms]
        self._show(ids)

    def refresh(self) -> None:
        """Show all questions as they are now."""
        self._show(self._forms)

    def _followed(self) -> tuple[LiveAnswers, ...]:
        return (self._answers,)

    def _show(self, ids: Iterable[str], *, asked: bool = False) -> None:
        self.states = {**self.states, **{id: self._state(id, asked=asked) for id in ids}}
        troubled = any(state["trouble"] for state in self.states.values())
        self.problem = "" if troubled else self._answers.answers.problem  # that says it already

    def _state(self, id: str, *, asked: bool = False) -> dict[str, Any]:
        form, key = self._forms[id], RecordKey(self.bank, id)
        attempt, at = self._answers.attempt(key), self._answers.at(key)
        trouble = self._answers.trouble(key)
        reply = self._behaving.reply(form, attempt, asked)
        on_its_way = "" if trouble else "Saving …"
        return {
            "answer": attempt.answer,
            "ticked": attempt.ticked,
            "turn": self._turns.get(id, ""),
            "kept": reply.kept if at or attempt == Attempt() else on_its_way,
            "at": at.isoformat() if at and attempt.answer else "",
            "trouble": trouble,
            "buttons": [asdict(button) for button in reply.buttons],
            "said": reply.said.jsonml() if reply.said else [],
            "help": reply.help.jsonml() if reply.help else [],
            "marks": dict(reply.marks),
            "heard": _heard(form, attempt.answer, self._year),
        }

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        """Take what comes from the page: an answer, and what the learner asks for."""
        if not isinstance(message, Mapping) or message.get("question") not in self._forms:
            return
        form = self._forms[message["question"]]
        key = RecordKey(self.bank, form.id)
        act = message.get("act")
        self._turns[form.id] = str(message.get("turn"))
        before = attempt = self._answers.attempt(key)
        given = message.get("answer", attempt.answer) or None
        if given != attempt.answer:
            attempt = answered(attempt, given)
        if act == "tick":
            attempt = ticked(attempt, tuple(texts(message.get("ticked"))))
        attempt = self._behaving.after(form, attempt, str(act))
        if attempt != before:
            self._answers.record(key, attempt)
        asked = act == "check"
        if attempt == before or (asked and not attempt.checked):
            self._show([form.id], asked=asked)
        if asked:
            cites = list(self._behaving.reply(form, attempt, asked).cites)
            for view in shown_readings(self.case):
                view.lit = cites

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/html": f"{data['text/html']}<style>{_PAPER}</style>"}, metadata


def anchor(bank: str, question: str) -> str:
    """Return the id by which links find a question on a page."""
    return f"coup-{bank}-{question}"


def _page(bank: str, forms: Sequence[Form]) -> Element:
    questions = (
        element(
            "section",
            CONTROLS[form.kind].page(form),
            class_=f"question {form.kind}",
            id=anchor(bank, form.id),
            data_question=form.id,
            data_kind=form.kind,
        )
        for form in forms
    )
    return element("div", *questions, class_="coup coup-sheet")


def _heard(form: Form, answer: object, year: int) -> str:
    """Return how a typed date was read, by default in this year; empty for every other kind."""
    if form.kind != "date" or not isinstance(answer, str):
        return ""
    typed = read_date(answer, year)
    return f"Read as {typed.label}." if typed else "This cannot be read as a date yet."
