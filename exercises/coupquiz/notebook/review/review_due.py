"""How much comes back today, in a line for the notebook in which a learner starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import ngettext
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import script
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.notebook.kernel_answers import all_live
from coupquiz.notebook.live_view import LiveView
from coupquiz.review.queue import ReviewDay
from coupquiz.review.words import said_of

if TYPE_CHECKING:
    from coupquiz.notebook.review.review import Review

_HERE = Path(__file__).parent


class ReviewDue(LiveView):
    """The line; it follows every answer."""

    _style = (_HERE / "review.css").read_text(encoding="utf-8")
    _script = script(_HERE.parents[1] / "static" / "picture.js", style=_style)

    def __init__(self, review: Review) -> None:
        self._review = review
        super().__init__()

    def refresh(self) -> None:
        """Show how much is left."""
        self.show(due_page(self._review.day))
        self._review.tell()

    def still_styles(self) -> tuple[str, ...]:
        """Return the style of the line."""
        return (self._style,)

    def _followed(self) -> tuple[LiveAnswers[KeptAnswers], ...]:
        folder = self._review.answers.answers.path.parent
        return (self._review.answers, *all_live(folder))


def due_page(day: ReviewDay) -> Element:
    """Return how many questions are left today or, where none is, what there is to say instead."""
    left = len(day.left)
    if not left:
        return element("div", *said_of(day), class_="coup coup-review")
    line = ngettext("Due today: {n} question", "Due today: {n} questions", left).format(n=left)
    return element("div", element("p", element("strong", line), class_="done"), class_="coup coup-review")
