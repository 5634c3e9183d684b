"""Questions in a notebook: what a page sends goes to the asked bank, and its states go to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import traitlets

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.html.document import style
from coupdata.views.html.page_widget import script
from coupdata.views.reading_text.widget import shown_readings
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.python_value import NoAnswerError
from coupquiz.asking.question_page import QuestionState, question_page
from coupquiz.notebook.live_view import LiveView

_HERE = Path(__file__).parent
_KINDS = _HERE.parent / "kinds"

_PRINT = "\n".join(
    file.read_text(encoding="utf-8") for file in (_HERE / "print.css", *sorted(_KINDS.glob("*/print.css")))
)
_SCREEN = style(_HERE / "question.css", *sorted(_KINDS.glob("*/style.css")))


class QuestionWidget(LiveView):
    """Questions in a column, each with its control, its buttons and the feedback on the answer."""

    _style = f"{_SCREEN}\n@media print {{\n{_PRINT}}}\n"
    _saved_style = f"{_SCREEN}\n{_PRINT}"
    _esm = script(_HERE.parent / "static" / "questions.js", style=_style)

    _from_python: ClassVar[bool] = False
    """Whether the answers come from Python, and not from the page."""

    states = traitlets.Dict().tag(sync=True)
    """What the page shows of each question, by id: see `QuestionState`; only Python writes it."""
    problem = traitlets.Unicode().tag(sync=True)
    """What the learner should know of the file; empty if all is well."""

    def __init__(self, asked: AskedBank, ids: Iterable[str], case: Case, missing: Iterable[str] = ()) -> None:
        """Show the questions of these ids, and a sentence on each that there is not."""
        self.case = case
        self._asked = asked
        self._ids = tuple(ids)
        forms = [asked.forms[id] for id in self._ids]
        super().__init__(
            question_page(
                asked.id,
                forms,
                asked.numbers,
                answers=asked.place,
                missing=missing,
                from_python=self._from_python,
            )
        )
        self.on_msg(self._hear)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        self._show(self._asked.states(changed))

    def refresh(self) -> None:
        """Show all questions as they are now."""
        self._show({id: self._asked.state(id) for id in self._ids})

    def _followed(self) -> tuple[LiveAnswers[KeptAnswers], ...]:
        return (self._asked.live_answers,)

    def _show(self, states: Mapping[str, QuestionState]) -> None:
        self.states = {**self.states, **{id: state for id, state in states.items() if id in self._ids}}
        self.problem = self._asked.problem(self._ids)

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        before, states = self.states, self._asked.receive(message)
        self._show(states)
        if states and self.states == before:  # a page that asks again has not heard it
            self.send_state("states")
        if states and message.get("act") == "check":
            self._light(states[message["question"]])

    def _light(self, state: QuestionState) -> None:
        """Light up the sentences on which the feedback stands, in every reading that is shown."""
        for view in shown_readings(self.case):
            view.lit = state["cites"]


class ValueWidget(QuestionWidget):
    """One question, which takes its answer from Python."""

    _from_python = True
    complaint = ""
    """Why the value of the cell is no answer; empty where it is one."""

    @property
    def told(self) -> str:
        """The feedback on the value, as plain text."""
        said = (_text(state["said"]) or state["kept"] for state in self.states.values())
        return self.complaint or "".join(said) or _text(self.page)

    def take(self, value: Any) -> None:
        """Take a value as the answer and check it; one that is not there yet changes nothing.

        Nor does any where the question is missing.
        """
        if not self._ids:
            return
        (id,) = self._ids
        try:
            states = self._asked.receive_value(id, value)
            self.complaint = ""
        except NoAnswerError as error:
            states = {}
            self.complaint = str(error)
        self._show(states)
        if states:
            self._light(states[id])

    def _show(self, states: Mapping[str, QuestionState]) -> None:
        waiting = _("Not attempted yet")
        super()._show({id: {**state, "kept": state["kept"] or waiting} for id, state in states.items()})
        self.problem = self.complaint or self.problem

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/plain": self.told}, metadata


def _text(jsonml: Any) -> str:
    """Return all text in what the page draws."""
    return jsonml if isinstance(jsonml, str) else "".join(map(_text, jsonml[2:]))
