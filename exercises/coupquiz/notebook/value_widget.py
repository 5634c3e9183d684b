"""A question whose answer is the value of a cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coupdata.i18n import _
from coupquiz.asking.python_value import NoAnswerError
from coupquiz.asking.question_state import QuestionState
from coupquiz.notebook.question_widget import QuestionWidget


class ValueWidget(QuestionWidget):
    """One question, which takes its answer from Python."""

    _from_python = True
    complaint = ""
    """Why the value of the cell is no answer; empty where it is one."""

    @property
    def told(self) -> str:
        """The feedback on the value, as plain text."""
        (state,) = self.states.values()
        return self.complaint or _text(state["said"]) or state["kept"]

    def take(self, value: Any) -> None:
        """Take a value as the answer and check it; one that is not there yet changes nothing."""
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
