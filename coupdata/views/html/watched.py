"""A page that rests when nobody sees it any more."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from coupdata.views.html.element import Element
from coupdata.views.html.page_widget import PageWidget


class Watched(PageWidget):
    """A page that knows whether some browser shows it; its script calls ``watched``.

    A cell that is run again makes a new view and leaves the old one behind, which then rests. One that
    was not shown yet is awake: its cell is still running, or there is no browser.
    """

    def __init__(self, page: Element, **traits: Any) -> None:
        self._times = 0  # that it is shown now
        super().__init__(page, **traits)
        self.on_msg(self._count)

    @abstractmethod
    def wake(self) -> None:
        """Follow what happens from now on, and catch up with what has happened."""

    @abstractmethod
    def rest(self) -> None:
        """Follow nothing any more."""

    def _count(self, _widget: object, message: object, _buffers: object) -> None:
        if message == "seen":
            self._times += 1
            if self._times == 1:
                self.wake()
        elif message == "gone":
            self._times = max(0, self._times - 1)
            if not self._times:
                self.rest()
