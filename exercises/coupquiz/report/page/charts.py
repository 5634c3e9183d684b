"""The report's pictures, of rows with a label each, as Plotly takes them: traces and a layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal, TypeAlias

from coupdata.i18n import _
from coupdata.views.html.text_width import broken, text_width
from coupdata.views.timeline_chart.plotly_parts import THEMES, Theme, axis, canvas, line, text
from coupquiz.pages.feedback import percent
from coupquiz.report.analysis import GOAL, NO_ANSWER, QuestionReport, Standing, Tally
from coupquiz.report.measures import Estimate

ThemeName: TypeAlias = Literal["light", "dark"]
Figure: TypeAlias = dict[str, Any]
"""``data`` and ``layout``; a `plotly.graph_objects.Figure` of the same takes a hundred times as long."""
Draw: TypeAlias = Callable[[float, ThemeName], Figure]
"""What draws a picture for a width in pixels and a theme."""

_BESIDE = 560  # pixels of width from which labels stand beside their rows, not above them
_LABELS, _EDGE = 280, 20  # pixels: the labels' room, and what the last tick needs at the right
_ROW, _TALL = 38, 46  # pixels down a row takes with its label beside it, and above it
_TICKS = 50  # pixels for ticks and for what the axis measures
_SIZE = 13
_GREY = "#7A7A7A"
_RIGHT, _WRONG = "#0072B2", "#D55E00"

STYLES = {
    Standing.KNOWN: (_RIGHT, "circle", "●"),
    Standing.PERHAPS: (_WRONG, "diamond-open", "◇"),
    Standing.AGAIN: (_WRONG, "diamond", "◆"),
    Standing.OPEN: (_GREY, "circle-open", "○"),
}
"""Colour, Plotly's name of the shape, and the shape as a character; the shape says what the colour says."""


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """Something that was measured."""

    label: str
    found: Estimate
    standing: Standing


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """What an axis runs over, and the line on it that matters."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    mark: float
    marked: str
    title: str = ""
    """What it measures, in words."""


def share_axis() -> ChartAxis:
    """Return the axis for shares of the credit."""
    ticks = ((0, "0%"), (0.5, "50%"), (1, "100%"))
    goal = _("goal {goal}").format(goal=percent(GOAL))
    return ChartAxis(0, 1, ticks, GOAL, goal, _("credit, with its likely range"))


def correlation_axis() -> ChartAxis:
    """Return the axis for correlations."""
    ticks = ((-1, _("−1: against")), (1, _("1: with")))
    return ChartAxis(-1, 1, ticks, 0, _("0: neither"), _("how it goes with the rest"))


_GROUND = ChartAxis(0, 1, (), 0, "")
"""The line on which bars stand."""


def intervals(rows: Sequence[IntervalRow], scale: ChartAxis, width: float, theme: ThemeName) -> Figure:
    """Return each row as a mark on a line from the lower to the upper end of its interval."""
    colours, places = THEMES[theme], _RowPlaces(width, len(rows))
    centres = [places.centre(number) for number in range(len(rows))]
    shades = [STYLES[row.standing][0] for row in rows]
    lines = {
        "type": "scatter",
        "mode": "lines",
        "x": [value for row in rows for value in (row.found.low, row.found.high, None)],  # None lifts the pen
        "y": [value for centre in centres for value in (centre, centre, None)],
        "line": {"color": _GREY, "width": 3},
        "cliponaxis": False,
    }
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.found.value for row in rows],
        "y": centres,
        "marker": {
            "color": shades,
            "symbol": [STYLES[row.standing][1] for row in rows],
            "size": 13,
            "line": {"width": 2, "color": shades},
        },
        "cliponaxis": False,
    }
    words = [*places.labels(colours, [row.label for row in rows]), *places.ticks(colours, scale)]
    layout = places.layout(colours, scale.low, scale.high)
    return _figure([lines, marks], layout, [*places.grid(colours, scale)], words)


def choices(report: QuestionReport, width: float, theme: ThemeName) -> Figure:
    """Return a bar for every answer; in a large class two, of the best and of the weakest third."""
    colours, places = THEMES[theme], _RowPlaces(width, len(report.tallies))
    bars = list(_bars(report, places))
    fills = [bar.colour for bar in bars]
    pattern = {
        "shape": ["/" if bar.hatched else "" for bar in bars],
        "fillmode": "replace",
        "fgcolor": fills,
        "size": 5,
        "solidity": 0.35,
    }
    drawn = {
        "type": "bar",
        "orientation": "h",
        "base": 0,
        "x": [bar.share for bar in bars],
        "y": [bar.y for bar in bars],
        "width": [bar.thick for bar in bars],
        "marker": {"color": fills, "line": {"width": 0}, "cornerradius": 2, "pattern": pattern},
    }
    words = [*places.labels(colours, [f"{glyph(tally)} {_named(tally)}" for tally in report.tallies])]
    for bar in bars:
        font = {"size": bar.size, "color": colours.quiet}
        words.append(text(bar.said, bar.share, bar.y, xref="x", xanchor="left", xshift=5, font=font))
    layout = places.layout(colours, 0, 1.25, ticks=False)
    return _figure([drawn], layout, [*places.grid(colours, _GROUND)], words)


def totals(shares: Sequence[float], width: float, theme: ThemeName) -> Figure:
    """Return how many students have how much of all points: a column for each tenth."""
    colours, counts = THEMES[theme], tenths(shares)
    top, bottom = 26, 146
    heights = [count * (bottom - top) / max(1, *counts) for count in counts]
    columns = {
        "type": "bar",
        "x": [tenth + 0.5 for tenth in range(10)],
        "y": [-height for height in heights],
        "base": bottom,
        "width": 0.84,
        "marker": {"color": _RIGHT, "cornerradius": 3, "line": {"width": 0}},
    }
    font = {"size": _SIZE, "color": colours.ink}
    words = [
        text(str(count), tenth + 0.5, bottom - heights[tenth] - 9, xref="x", font=font)
        for tenth, count in enumerate(counts)
        if count
    ]
    small = {"size": 12, "color": colours.quiet}
    words += [text(f"{tick * 10}%", tick, bottom + 14, xref="x", font=small) for tick in range(0, 11, 2)]
    words.append(text(_("share of all points"), 5, bottom + 34, xref="x", font=small))
    layout = canvas(colours, bottom + _TICKS, (_EDGE, _EDGE)) | {"width": width, "xaxis": axis(0, 10)}
    return _figure([columns], layout, [line("x", (0, bottom), (10, bottom), colours.quiet)], words)


def glyph(tally: Tally) -> str:
    """Return the sign of an answer: right, partly, wrong, or none."""
    if tally.pick is NO_ANSWER:
        return "–"
    return "✓" if tally.pick.credit == 1 else "◐" if tally.pick.credit else "✗"


def tenths(shares: Sequence[float]) -> list[int]:
    """Return how many have up to a tenth of the points, how many up to two, and so on."""
    counts = [0] * 10
    for share in shares:
        counts[min(9, int(share * 10 + 1e-9))] += 1
    return counts


@dataclass(frozen=True, slots=True)
class _AnswerBar:
    y: float
    thick: float
    share: float
    said: str
    size: float
    colour: str
    hatched: bool


class _RowPlaces:
    """Where rows, labels and ticks stand."""

    def __init__(self, width: float, rows: int) -> None:
        self.width = width
        self.beside = width >= _BESIDE
        self._row = _ROW if self.beside else _TALL
        self._left = _LABELS if self.beside else _EDGE
        self._rows = rows
        self.bottom = 8 + rows * self._row

    def centre(self, number: int) -> float:
        """Return how far down the mark of a row stands."""
        return 8 + number * self._row + (self._row / 2 if self.beside else 30)

    def layout(self, theme: Theme, low: float, high: float, *, ticks: bool = True) -> dict[str, Any]:
        """Return a layout with room for rows and labels, and for ticks below."""
        height = self.bottom + (_TICKS if ticks else 6)
        return canvas(theme, height, (self._left, _EDGE)) | {"width": self.width, "xaxis": axis(low, high)}

    def grid(self, theme: Theme, scale: ChartAxis) -> Iterator[dict[str, Any]]:
        """Yield a line down for every tick; where labels stand above their rows, it makes way for them."""
        pieces = [(8.0, float(self.bottom))]
        if not self.beside:
            pieces = [(self.centre(number) - 9, self.centre(number) + 10) for number in range(self._rows)]
        for top, bottom in pieces:
            for value, _said in scale.ticks:
                yield line("x", (value, top), (value, bottom), theme.line)
            marked = line("x", (scale.mark, top), (scale.mark, bottom), theme.quiet)
            if scale.marked:
                marked["line"]["dash"] = "dot"
            yield marked

    def labels(self, theme: Theme, labels: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Yield what stands beside each row, in two lines at most, or in one above it."""
        room = self._left - 24 if self.beside else self.width - 2 * _EDGE
        for number, label in enumerate(labels):
            y = self.centre(number) - (0 if self.beside else 19)
            shift = 3 - self._left if self.beside else 0
            first, *more = broken(label, _SIZE, room)
            lines = [first, *([fitting(" ".join(more), _SIZE, room)] if more else [])]
            if not self.beside:
                lines = [fitting(label, _SIZE, room)]
            words = "<br>".join(map(escape, lines))
            font = {"size": _SIZE, "color": theme.ink}
            yield text(words, 0, y, xref="paper", xanchor="left", xshift=shift, align="left", font=font)

    def ticks(self, theme: Theme, scale: ChartAxis) -> Iterator[dict[str, Any]]:
        """Yield what the ticks say, below, and under them what the axis measures."""
        font = {"size": 12, "color": theme.quiet}
        for value, said in (*scale.ticks, (scale.mark, scale.marked)):
            wide = text_width(said, 12) / 2 > _EDGE
            anchor = {scale.low: "left", scale.high: "right"}.get(value, "center") if wide else "center"
            yield text(said, value, self.bottom + 14, xref="x", xanchor=anchor, font=font)
        middle = (scale.low + scale.high) / 2
        yield text(scale.title, middle, self.bottom + 34, xref="x", font=font)


def fitting(label: str, size: float, room: float) -> str:
    """Return a label that is no wider than the room, cut after a word where there is one."""
    if text_width(label, size) <= room:
        return label
    words = label
    while words and text_width(f"{words} …", size) > room:
        words = words[:-1]
    return f"{words.rsplit(' ', 1)[0] if ' ' in words.strip() else words} …"


def _figure(
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
    shapes: list[dict[str, Any]],
    words: list[dict[str, Any]],
) -> Figure:
    """Return a figure on the page's own paper; without the template, of which only Plotly's Python knows."""
    bare = {name: value for name, value in layout.items() if name != "template"}
    bare |= {"paper_bgcolor": "rgba(0,0,0,0)", "shapes": shapes, "annotations": words}
    return {"data": traces, "layout": bare}


def _bars(report: QuestionReport, places: _RowPlaces) -> Iterator[_AnswerBar]:
    for number, tally in enumerate(report.tallies):
        y = places.centre(number)
        colour = _GREY if tally.pick is NO_ANSWER else _RIGHT if tally.pick.credit == 1 else _WRONG
        if report.thirds:
            for shift, picked, size, hatched in (
                (-6, tally.best, report.thirds[0], False),
                (6, tally.weakest, report.thirds[1], True),
            ):
                yield _AnswerBar(
                    y + shift,
                    9,
                    picked / size,
                    _("{n} of {all}").format(n=picked, all=size),
                    11,
                    colour,
                    hatched,
                )
        elif report.asked:
            said = _("{n} of {all}").format(n=tally.all, all=report.asked)
            yield _AnswerBar(y, 14, tally.all / report.asked, said, 12, colour, False)


def _named(tally: Tally) -> str:
    return f"{tally.pick.part}: {tally.pick.text}" if tally.pick.part else tally.pick.text
