"""The sheet of a question whose answer is the value of a cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coupquiz.answers.file_format import RecordKey
from coupquiz.notebook.python_value import NoAnswerError, answer_from
from coupquiz.notebook.sheet import Sheet


class ValueSheet(Sheet):
    """A sheet with one question, which takes its answer from Python."""

    complaint = ""
    """Why the value of the cell is no answer; empty where it is one."""
    _waiting = False
    """Whether the cell has no value yet; then it says so as long as there is no answer."""

    @property
    def told(self) -> str:
        """What is said to the value, as plain text."""
        (state,) = self.states.values()
        return self.complaint or _text(state["said"]) or state["kept"]

    def _show(self, ids: Iterable[str], *, asked: bool = False) -> None:
        open_yet = self._waiting and not any(
            self._answers.attempt(RecordKey(self.bank, id)).answer for id in ids
        )
        super()._show(ids, asked=asked or open_yet)
        self.problem = self.complaint or self.problem

    def give(self, value: Any) -> None:
        """Take a value as the answer and check it; one that is not there yet changes nothing."""
        (id,) = self.states
        try:
            answer = answer_from(value)
        except NoAnswerError as error:
            self.complaint = self.problem = str(error)
            return
        self.complaint = ""
        self._waiting = answer is None
        state = self.states[id]
        if answer is None or (answer == state["answer"] and state["said"]):
            self._show([id], asked=True)  # a cell that is run again is no second try
        else:
            self._hear(self, {"question": id, "act": "check", "answer": answer, "turn": ""}, [])

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/plain": self.told}, metadata


def _text(jsonml: Any) -> str:
    """Return all text in what the page draws."""
    return jsonml if isinstance(jsonml, str) else "".join(map(_text, jsonml[2:]))
