"""Scripts as a page needs them: once, however many views each draws."""

from __future__ import annotations

import ipywidgets
import traitlets


class SharedScript(ipywidgets.Widget):  # type: ignore[misc]
    """A JavaScript module, sent to the page as one message; the views that it draws name this widget."""

    source = traitlets.Unicode().tag(sync=True)


_SENT: dict[str, SharedScript] = {}
"""By their source."""


def shared_script(source: str) -> SharedScript:
    """Return the widget that holds a script, sent to the page already unless its view is the first."""
    sent = _SENT.get(source)
    if not sent or sent.comm is None:  # closed, with all widgets
        sent = _SENT[source] = SharedScript(source=source)
    return sent
