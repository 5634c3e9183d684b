"""Today's questions, one after another, and what is said when they are done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from coupdata.i18n import _
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import script
from coupquiz.asking.asked_review import next_due, onward
from coupquiz.notebook.question_widget import QuestionWidget
from coupquiz.review.queue import Due
from coupquiz.review.review_forms import question_id
from coupquiz.review.words import said_of

if TYPE_CHECKING:
    from coupquiz.notebook.review.review import Review

_HERE = Path(__file__).parent


class ReviewWidget(QuestionWidget):
    """One question, which of today's it is, and the way to the next."""

    _style = f"{QuestionWidget._style}\n{(_HERE / 'review.css').read_text(encoding='utf-8')}"
    _script = script(_HERE.parents[1] / "static" / "review.js", style=_style)

    onward = traitlets.Unicode().tag(sync=True)
    """The word of the button that leads on; empty as long as the question was not tried."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._day = self._asked_on = review.day
        asked = review.asked(self._day)  # reads the answers that are kept
        self._now = self._first()
        self._is_fresh = True
        super().__init__(asked, self._current(), review.case)

    def refresh(self) -> None:
        """Show the question as it is now, or the one of a new day."""
        if not self._is_fresh:
            self._day = self._review.day
        self._is_fresh = False
        self._review.tell()
        if self._is_outdated():
            self._go()
        else:
            super().refresh()
            self._lead()

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if message == "next":
            self._day = self._review.day
            self._go()
            return
        super()._hear(_widget, message, _buffers)
        if isinstance(message, dict) and message.get("act") in ("check", "solution"):
            self._day = self._review.day
            self._lead()
            self._review.tell()

    def _written(self, missing: Iterable[str] = ()) -> Element:
        """Return the question with its place in the day or, if none is left, what there is to say."""
        if self._now is None:
            return element("div", *said_of(self._day), class_="coup coup-review")
        numbers = {"n": self._day.due.index(self._now) + 1, "all": len(self._day.due)}
        place = element("p", _("Question {n} of {all} today").format(**numbers), class_="place")
        return element("div", place, super()._written(missing), class_="coup coup-review")

    def _first(self) -> Due | None:
        return next_due(self._day, self._review.answers)

    def _current(self) -> tuple[str, ...]:
        return (question_id(self._now.form, self._day.day),) if self._now else ()

    def _is_outdated(self) -> bool:
        """Whether other questions come by now than those that are asked, as after midnight."""
        return (self._asked_on.day, self._asked_on.due) != (self._day.day, self._day.due)

    def _go(self) -> None:
        """Show the first question that is left or, where none is, that the day is done."""
        if self._is_outdated():
            self._asked, self._asked_on = self._review.asked(self._day), self._day
        self._now = self._first()
        self._ids = self._current()
        with self.hold_sync():
            self.states = {}
            super().refresh()
            self._lead()
            self.show(self._written())

    def _lead(self) -> None:
        """Offer the way on, if the question was tried or given up, or is no longer one of the day."""
        self.onward = onward(self._day, self._now, self._review.answers, is_gone=self._is_outdated())
