"""A channel to the page that is open before anything goes through it."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets


class Spare(anywidget.AnyWidget):
    """A view with a script and no page yet, for another widget of the same script to take over.

    A browser loads the script anew for each view, and takes longer over it than to draw a question.
    """

    comm: Any  # of ipywidgets, which knows no types

    def __init__(self, script: str) -> None:
        self._esm = script
        self._was_heard = False
        super().__init__()
        self.on_msg(self._hear)

    @property
    def is_ready(self) -> bool:
        """Whether a page has loaded the script and hears what Python sends."""
        return self._was_heard and self.comm is not None

    def hand_over(self, widget: ipywidgets.DOMWidget) -> None:
        """Give the channel to a widget that has none, and tell the page what it does not know of it."""
        widget.layout = self.layout
        widget.comm = self.comm
        self.comm = None
        widget.send_state(set(widget.keys) - set(self.keys))

    def _hear(self, _widget: object, message: object, _buffers: object) -> None:
        self._was_heard = self._was_heard or message == "ready"
