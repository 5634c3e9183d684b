"""The widget that shows a page and falls back to plain HTML where no widget runs."""

from __future__ import annotations

import json
from abc import abstractmethod
from asyncio import AbstractEventLoop, get_running_loop
from pathlib import Path
from threading import get_ident
from typing import Any

import anywidget
import ipywidgets
import traitlets
from IPython.display import display

from coupdata.i18n.scripts import for_script
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element
from coupdata.views.html.plain_traits import PlainTraits
from coupdata.views.html.saved_html import saved_html
from coupdata.views.html.saved_style import saved_style
from coupdata.views.html.shared_script import SharedScript, shared_script

_RERUN = (
    "<svg class=coup-rerun width=100% height=2em><text y=1em fill=currentColor visibility=hidden>"
    "To see this view again: Run → Run All Cells"
    "<set attributeName=visibility to=visible begin=3s /></text></svg>"
)
"""What a cell shows where its view cannot come back: after a reload, say. theme.css hides it else.

It waits by itself, as a style sheet of its own would have all of the notebook styled anew in every cell.
"""


class Rerunnable:
    """A view that, as the result of a cell, leaves word to run the cell again when it is gone."""

    def _ipython_display_(self, **kwargs: Any) -> None:
        bundle = self._repr_mimebundle_(**kwargs)  # type: ignore[attr-defined]
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        display(data, metadata=metadata, raw=True)
        display({"text/html": _RERUN}, raw=True)


class Scripted(anywidget.AnyWidget):
    """A widget with a script of ours, which it shares; a subclass sets ``_script`` with `script`."""

    _script: str
    _esm = (STATIC / "scripted.js").read_text(encoding="utf-8")
    shared_script = traitlets.Instance(SharedScript).tag(sync=True, **ipywidgets.widget_serialization)

    catalogue = traitlets.Dict().tag(sync=True)
    """What the script needs to speak the reader's language."""

    def __init__(self, **traits: Any) -> None:
        self._thread, self._loop = get_ident(), _running_loop()
        super().__init__(**traits)

    def _handle_msg(self, message: dict[str, Any]) -> None:
        """Hear the page in the thread that made this: a kernel hears it in others, and views share much."""
        hear = super()._handle_msg
        if self._loop and get_ident() != self._thread:
            self._loop.call_soon_threadsafe(hear, message)
        else:
            hear(message)

    @traitlets.default("catalogue")
    def _words(self) -> dict[str, Any]:
        return for_script(self._script)

    @traitlets.default("shared_script")
    def _shared(self) -> SharedScript:
        return shared_script(self._script)


class PageWidget(PlainTraits, Rerunnable, Scripted):
    """A page with behaviour; a subclass sets ``_style`` with `style` and ``_script`` with `script`.

    Print, nbconvert and a notebook read without a kernel get the same page as escaped HTML.
    """

    _style: str
    page: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(self, page: Element, **traits: Any) -> None:
        self._page = page
        super().__init__(page=page.jsonml(), **traits)

    def show(self, page: Element) -> None:
        """Show another page in place of this one."""
        self._page = page
        self.page = page.jsonml()

    def still(self) -> Element:
        """Return what stands for the page where no script runs."""
        return self._page

    def still_styles(self) -> tuple[str, ...]:
        """Return the style sheets of that page, to follow the theme."""
        return (self._style.removeprefix(style()),)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        html = f"{saved_style(style(), *self.still_styles())}{self._saved_page()}"
        return {**data, "text/html": html, "text/plain": type(self).__name__}, metadata

    def _saved_page(self) -> str:
        """Return what the output of a cell has of the page as HTML, after the style sheets."""
        return saved_html(self.still())


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


def _running_loop() -> AbstractEventLoop | None:
    """Return the event loop in which this runs, as every cell does; None where there is none."""
    try:
        return get_running_loop()
    except RuntimeError:
        return None


def script(bundle: Path, style: str) -> str:
    """Return the JavaScript module of a widget: its bundle, and before it the style sheet that it puts on."""
    return f"const STYLE = {json.dumps(style)};\n{bundle.read_text(encoding='utf-8')}"
