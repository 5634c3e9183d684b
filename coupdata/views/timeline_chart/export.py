"""The timeline as a file: a page that needs no network, or a picture."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Literal

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.loading.whole_file import write
from coupdata.model import Case, Event, in_scope
from coupdata.problems.errors import PlainError
from coupdata.problems.plain_calls import plain_call
from coupdata.views.html.attribution import attribution, beyond
from coupdata.views.html.document import document, style
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.palette import event_side, side_style
from coupdata.views.timeline_chart.figure import timeline
from coupdata.views.timeline_chart.plotly_parts import charts_script
from coupdata.views.timeline_chart.traces import WIDTHS, timeline_name

_STYLE = Path(__file__).with_name("export.css")

_PAPER = (1046, 640)
"""Pixels, across and down, that A4 leaves for the chart under its title."""

_SMALLEST = 0.5
"""How small the chart is printed at most, or nobody could read it: a longer one takes more sheets."""

_PICTURE = (1200, 2)
"""The width of a picture in pixels, and how many dots a PNG has for each."""

_PATIENCE = 60.0
"""Seconds that a browser has for a picture; it needs two or three."""


class ExportError(PlainError):
    """A file that cannot be saved; the text says why, and what to do."""


@dataclass(frozen=True, repr=False)
class SavedFile(os.PathLike[str]):
    """A file that was saved; a cell shows where it is."""

    path: Path

    def __fspath__(self) -> str:
        return str(self.path)

    def __repr__(self) -> str:
        said = _("Saved as {name} in {folder}.")
        return said.format(name=self.path.name, folder=self.path.absolute().parent)


@plain_call
def save_timeline(
    case: Case | None = None,
    path: str | os.PathLike[str] = "timeline.html",
    *,
    context: bool = False,
    theme: Literal["light", "dark"] = "light",
) -> SavedFile:
    """Save the timeline of a case as a file, and return where it is.

    A page (``.html``) holds the chart and a list of the events. It works offline, fits any screen, is light
    or dark as its reader likes, and prints on A4. A picture (``.png``, ``.svg``) needs the extra ``export``
    and Chromium, Chrome or Edge on this computer. A file of that name is replaced once the new one is whole.

    Args:
        case: What to draw; by default the case that comes with the package.
        path: Where to; the end of the name says what it becomes.
        context: Whether events from beyond the source are shown too.
        theme: The colours of a picture.

    Raises:
        ExportError: The name ends in nothing that can be written, there is no such folder, or something that
            draws pictures is missing; the message says what to install.
    """
    case, path = case or load(), Path(path)
    kind = path.suffix.lower()
    if kind not in (".html", ".png", ".svg"):
        said = _("cannot save a timeline as '{name}'; end the name in .html, .png or .svg")
        raise ExportError(said.format(name=path.name))
    if not path.parent.is_dir():
        said = _("there is no folder '{folder}' to save '{name}' in")
        raise ExportError(said.format(folder=path.parent, name=path.name))
    if kind == ".html":
        scripts = charts_script({"timeline": _charts(case, context)})
        page = document(timeline_name(case), style(_STYLE), _content(case, context).html(), scripts)
        write(path, page.encode())
    else:
        write(path, _picture(case, kind.removeprefix("."), context, theme))
    return SavedFile(path)


def _charts(case: Case, context: bool) -> dict[str, object]:
    """Return the chart for every width, on the page's own paper in letters for both themes, and for print."""
    shown = []
    for width in WIDTHS:
        light, dark = (
            timeline(case, width=width, context=context, theme=theme)
            .update_layout(paper_bgcolor="rgba(0,0,0,0)")
            .to_dict()
            for theme in ("light", "dark")
        )
        layouts = {"light": light["layout"], "dark": dark["layout"]}
        shown.append({"width": width, "traces": light["data"], "layouts": layouts})
    across, down = _PAPER
    printed = timeline(case, width=WIDTHS[-1], context=context)
    zoom = min(across / WIDTHS[-1], max(down / printed.layout.height, _SMALLEST))
    printed.update_layout(width=across / zoom)
    return {"shown": shown, "printed": {**printed.to_dict(), "zoom": zoom}}


def _content(case: Case, context: bool) -> Element:
    name = _("{name}. The list below says the same in words.").format(name=timeline_name(case))
    events = in_scope(case.events, context=context)
    places = [element("div", id=id) for id in ("chart", "printed")]
    return element(
        "main",
        element("header", element("h1", case.title), element("p", case.summary)),
        element("noscript", element("p", _("The chart needs a script; the list does not."))),
        element("div", *places, data_chart="timeline", role="img", aria_label=name),
        element("h2", _("What happened")),
        element("ol", *(element("li", *_told(case, event)) for event in events)),
        attribution(case),
    )


def _told(case: Case, event: Event) -> Iterator[Node]:
    style = side_style(case, event_side(case, event))
    glyph = element("span", style.glyph, style=f"color:{style.colour}", aria_hidden="true")
    yield element("p", event.when.told, class_="when")
    yield element("h3", glyph, " ", event.title)
    yield element("p", event.summary)
    if event.scope != "article":
        yield element("p", beyond(case, event.scope, event.source), class_="scope")


def _picture(case: Case, kind: str, context: bool, theme: Literal["light", "dark"]) -> bytes:
    try:
        import kaleido
        from kaleido.errors import ChromeNotFoundError
    except ModuleNotFoundError as error:
        said = _(
            "a picture needs the package kaleido: pip install 'coup1920[export]' (a page, .html, does not)"
        )
        raise ExportError(said) from error
    width, scale = _PICTURE
    figure = timeline(case, width=width, context=context, theme=theme)
    size = {"width": width, "height": figure.layout.height, "scale": scale if kind == "png" else 1}
    # Kaleido would fetch MathJax, and a browser that starts asks hosts of its own: through a proxy that is
    # not there neither gets far.
    offline = {"mathjax": False, "proxy_server": "127.0.0.1:9"}

    async def drawn() -> bytes:
        return bytes(await kaleido.calc_fig(figure.to_dict(), opts={"format": kind, **size}, kopts=offline))

    try:
        for _try in range(2):  # a browser that is starting may die without a word
            if picture := _in_time(drawn):
                return picture
        said = _("the browser that draws the picture does not answer: try again, or save a page, .html")
        raise ExportError(said)
    except ChromeNotFoundError as error:
        said = _(
            "a picture needs a browser: install Chromium, Google Chrome or Microsoft Edge, or set the "
            "environment variable BROWSER_PATH to its program (a page, .html, needs no browser)"
        )
        raise ExportError(said) from error


def _in_time(drawn: Callable[[], Coroutine[Any, Any, bytes]]) -> bytes:
    """Return what is drawn in a thread of its own, as a notebook's is busy; nothing if it takes too long."""
    came: Queue[bytes | BaseException] = Queue()

    def draw() -> None:
        try:
            came.put(asyncio.run(drawn()))
        except BaseException as error:
            came.put(error)

    Thread(target=draw, daemon=True).start()
    try:
        picture = came.get(timeout=_PATIENCE)
    except Empty:
        return b""
    if isinstance(picture, BaseException):
        raise picture
    return picture
