"""A view of answers that follows them as long as some page shows it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from coupdata.views.page import Element
from coupdata.views.page_widget import PageWidget
from coupquiz.answers import Key
from coupquiz.live_answers import LiveAnswers


class LiveView(PageWidget):
    """A page with answers on it; its script calls ``watched``.

    A cell that is run again makes a new view and leaves the old one behind, which then rests.
    """

    def __init__(self, page: Element) -> None:
        self._pages = 0
        self.refresh()  # first: with a change after its first message, a page waits until the script is there
        super().__init__(page)
        self._follow()
        self.on_msg(self._count)

    @abstractmethod
    def follow(self, changed: Iterable[Key]) -> None:
        """Show these attempts as they are now."""

    @abstractmethod
    def refresh(self) -> None:
        """Show everything as it is now."""

    @abstractmethod
    def _followed(self) -> Iterable[LiveAnswers]:
        """The answers to follow."""

    def _follow(self) -> None:
        for answers in self._followed():
            answers.add(self)

    def _count(self, _widget: object, message: object, _buffers: object) -> None:
        if message == "seen":
            self._pages += 1
            if self._pages == 1:
                self._follow()
                self.refresh()
        elif message == "gone":
            self._pages = max(0, self._pages - 1)
            for answers in self._followed() if not self._pages else ():
                answers.drop(self)
