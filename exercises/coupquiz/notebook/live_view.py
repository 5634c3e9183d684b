"""A view of answers that follows them as long as some page shows it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from coupdata.views.html.element import Element
from coupdata.views.html.page_widget import Watched
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers


class LiveView(Watched):
    """A page with answers on it."""

    def __init__(self, page: Element) -> None:
        self.refresh()  # first: with a change after its first message, a page waits until the script is there
        super().__init__(page)
        self._follow()

    @abstractmethod
    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""

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

    def _follow(self) -> None:
        for answers in self._followed():
            answers.add(self)
