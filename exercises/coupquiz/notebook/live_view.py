"""A view of answers that follows them as long as some page shows it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

import traitlets

from coupdata.views.html.page_widget import Watched
from coupdata.views.html.saved_html import saved_html
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers


class LiveView(Watched):
    """A page with answers on it; one that `refresh` does not show is shown before this begins."""

    as_saved = traitlets.Unicode().tag(sync=True)
    """What a notebook that is saved now should have of the view, as HTML; empty while its output has it."""

    _in_output: str | None = None

    def __init__(self) -> None:
        self.refresh()  # first: with a change after its first message, a page waits until the script is there
        super().__init__(self._page)
        self._follow()

    def follow(self, changed: Iterable[RecordKey]) -> None:  # noqa: ARG002
        """Show these attempts as they are now."""
        self.refresh()

    @abstractmethod
    def refresh(self) -> None:
        """Show everything as it is now."""

    @abstractmethod
    def _followed(self) -> Iterable[LiveAnswers[KeptAnswers]]:
        """The answers to follow."""

    def wake(self) -> None:
        """Follow the answers, and show them as they are now."""
        self._follow()
        self.refresh()

    def rest(self) -> None:
        """Follow no answers any more."""
        for answers in self._followed():
            answers.drop(self)

    @traitlets.observe("page")
    def _keep(self, _change: object = None) -> None:
        """Keep what is to be saved now, if a cell has shown the view."""
        if self._in_output is not None and (html := saved_html(self.still())) != self._in_output:
            self._in_output = self.as_saved = html

    def _saved_page(self) -> str:
        self._in_output = super()._saved_page()
        return self._in_output

    def _follow(self) -> None:
        for answers in self._followed():
            answers.add(self)
