"""Questions in a notebook: what a page sends goes to the asked bank, and its states go to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import traitlets

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.event_explorer.hidden import NOTHING, hide
from coupdata.views.html.document import style
from coupdata.views.html.element import Element
from coupdata.views.html.page_widget import script
from coupdata.views.reading_text.widget import shown_readings
from coupquiz.answers.file_format import AnswersError, RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.hidden_answers import asking, hidden_answers
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.python_value import NoAnswerError
from coupquiz.asking.question_page import QuestionState, question_page
from coupquiz.notebook.answered_page import answered_page
from coupquiz.notebook.exported_file import exported_file
from coupquiz.notebook.kernel_answers import answers_folder
from coupquiz.notebook.live_view import LiveView

_HERE = Path(__file__).parent
_KINDS = _HERE.parent / "kinds"


def _sheet(*files: Path) -> str:
    """Return the style sheets of these files as one; a kind need not have each."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.exists())


_STYLES, _LIVE, _PRINTS = (sorted(_KINDS.glob(f"*/{name}.css")) for name in ("style", "live", "print"))
_PRINT = _sheet(_HERE / "print.css", *_PRINTS)
_STILL = _sheet(_HERE / "question.css", _HERE / "said.css", _HERE / "print.css")


class QuestionWidget(LiveView):
    """Questions in a column, each with its control, its buttons and the feedback on the answer.

    As long as they are on a page, what the open ones ask for is hidden in its explorers.
    """

    _style = (
        style(_HERE / "question.css", _HERE / "said.css", _HERE / "live.css", *_STYLES, *_LIVE)
        + f"\n@media print {{\n{_PRINT}}}\n"
    )
    _script = script(_HERE.parent / "static" / "questions.js", style=_style)

    _from_python: ClassVar[bool] = False
    """Whether the answers come from Python, and not from the page."""

    states = traitlets.Dict().tag(sync=True)
    """What the page shows of each question, by id: see `QuestionState`; only Python writes it."""
    problem = traitlets.Unicode().tag(sync=True)
    """What the learner should know of the file; empty if all is well."""

    exports = traitlets.Bool().tag(sync=True)
    """Whether the page offers to export all answers, because nothing else keeps them."""

    def __init__(self, asked: AskedBank, ids: Iterable[str], case: Case, missing: Iterable[str] = ()) -> None:
        """Show the questions of these ids, and a sentence on each that there is not."""
        self.case = case
        self._asked = asked
        self._ids = tuple(ids)
        self.show(self._written(missing))
        super().__init__()
        self.on_msg(self._hear)

    def still(self) -> Element:
        """Return the questions with the answers as they are now, and nothing to press."""
        return answered_page(self._page, self._asked.forms, self.states)

    def still_styles(self) -> tuple[str, ...]:
        """Return what all questions share, and a sheet for each kind that is asked."""
        kinds = sorted({self._asked.forms[id].kind for id in self._ids})
        return _STILL, *(_sheet(_KINDS / kind / "style.css", _KINDS / kind / "print.css") for kind in kinds)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        self._show(self._asked.states(changed))

    def refresh(self) -> None:
        """Show all questions as they are now."""
        self._show({id: self._asked.state(id) for id in self._ids})

    def rest(self) -> None:
        """Follow no answers any more, and hide nothing."""
        super().rest()
        hide(self, self.case, NOTHING)

    def _written(self, missing: Iterable[str] = ()) -> Element:
        """Return the questions, and a sentence on each that there is not."""
        return question_page(
            self._asked.id,
            [self._asked.forms[id] for id in self._ids],
            self._asked.numbers,
            answers=self._asked.place,
            missing=missing,
            from_python=self._from_python,
            explained=() if self._from_python else self._asked.explained,
        )

    @traitlets.observe("states")
    def _keep_answers(self, _change: object) -> None:
        self._keep()

    def _followed(self) -> tuple[LiveAnswers[KeptAnswers], ...]:
        return (self._asked.live_answers,)

    def _show(self, states: Mapping[str, QuestionState]) -> None:
        self.states = {**self.states, **{id: state for id, state in states.items() if id in self._ids}}
        self.problem = self._asked.problem(self._ids)
        self.exports = self._asked.live_answers.ends_with_page
        hide(self, self.case, hidden_answers(asking(self._asked, self._ids), self.case))

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if message == "export":
            self._export()
            return
        before, states = self.states, self._asked.receive(message)
        self._show(states)
        if states and self.states == before:  # a page that asks again has not heard it
            self.send_state("states")
        if states and message.get("act") == "check":
            self._light(states[message["question"]])

    def _export(self) -> None:
        """Send all answers to the page, which hands them to the learner as a download."""
        try:
            file, _done = exported_file(answers_folder())
        except AnswersError as error:
            self.problem = str(error)
        else:
            self.send(file)

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
        own: dict[str, QuestionState] = {
            id: {**state, "kept": state["kept"] or waiting, "certainties": {}} for id, state in states.items()
        }
        super()._show(own)
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
