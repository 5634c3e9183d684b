"""The report's pictures, of rows with a label each, as Plotly takes them: traces and a layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
IntervalRow: TypeAlias = tuple[str, Estimate, Standing]
"""Something that was measured: its label, what was found, and how that stands."""

_BESIDE = 560  # pixels of width from which labels stand beside their rows, not above them
_LABELS, _EDGE = 280, 20  # pixels: the labels' room, and what the last tick needs at the right
_ROW, _TALL = 38, 46  # pixels down a row takes with its label beside it, and above it
_TICKS = 50  # pixels for ticks and for what the axis measures
_SIZE = 13
_GREY = "#7A7A7A"
RIGHT, WRONG = "#0072B2", "#D55E00"

STYLES = {
    Standing.KNOWN: (RIGHT, "circle", "●"),
    Standing.PERHAPS: (WRONG, "diamond-open", "◇"),
    Standing.AGAIN: (WRONG, "diamond", "◆"),
    Standing.OPEN: (_GREY, "circle-open", "○"),
}
"""Colour, Plotly's name of the shape, and the shape as a character; the shape says what the colour says."""


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """What an axis runs over, and the line on it that matters."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    mark: float = 0
    marked: str = ""
    """What the line is; where that is empty, nothing is said below the picture."""
    title: str = ""
    """What it measures, in words."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many, and of how many; of these there is one at least."""

    count: int
    whole: int
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class BarRow:
    """What was answered, and how often."""

    label: str
    colour: str
    bars: tuple[Bar, ...]
    """One, or two of whom the upper one comes first."""


def share_axis() -> ChartAxis:
    """Return the axis for shares of the credit."""
    ticks = ((0, "0%"), (0.5, "50%"), (1, "100%"))
    goal = _("goal {goal}").format(goal=percent(GOAL))
    return ChartAxis(0, 1, ticks, GOAL, goal, _("credit, with its likely range"))


def correlation_axis() -> ChartAxis:
    """Return the axis for correlations."""
    ticks = ((-1, _("−1: against")), (1, _("1: with")))
    return ChartAxis(-1, 1, ticks, 0, _("0: neither"), _("how it goes with the rest"))


def intervals(rows: Sequence[IntervalRow], scale: ChartAxis, width: float, theme: ThemeName) -> Figure:
    """Return each row as a mark on a line from the lower to the upper end of its interval."""
    picture = _RowPicture([label for label, _found, _standing in rows], scale, width, THEMES[theme])
    found = [found for _label, found, _standing in rows]
    styles = [STYLES[standing] for _label, _found, standing in rows]
    shades = [colour for colour, _symbol, _glyph in styles]
    lines = {
        "type": "scatter",
        "mode": "lines",
        "x": [value for one in found for value in (one.low, one.high, None)],  # None lifts the pen
        "y": [value for centre in picture.centres for value in (centre, centre, None)],
        "line": {"color": _GREY, "width": 3},
        "cliponaxis": False,
    }
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [one.value for one in found],
        "y": picture.centres,
        "marker": {
            "color": shades,
            "symbol": [symbol for _colour, symbol, _glyph in styles],
            "size": 13,
            "line": {"width": 2, "color": shades},
        },
        "cliponaxis": False,
    }
    return picture.figure([lines, marks])


def choices(report: QuestionReport, width: float, theme: ThemeName) -> Figure:
    """Return a bar for every answer; in a large class two, of the best and of the weakest third."""
    return bars([_bar_row(tally, report) for tally in report.tallies], width, theme)


def bars(rows: Sequence[BarRow], width: float, theme: ThemeName) -> Figure:
    """Return one bar a row, or two, each with its numbers."""
    colours = THEMES[theme]
    picture = _RowPicture([row.label for row in rows], ChartAxis(0, 1.25), width, colours)
    drawn, words = [], []
    for row, centre in zip(rows, picture.centres, strict=True):
        is_one = len(row.bars) == 1
        thick, size = (14, 12) if is_one else (9, 11)
        for bar, y in zip(row.bars, (centre,) if is_one else (centre - 6, centre + 6), strict=True):
            share = bar.count / bar.whole
            drawn.append((share, y, thick, row.colour, "/" if bar.hatched else ""))
            said = _("{n} of {all}").format(n=bar.count, all=bar.whole)
            font = {"size": size, "color": colours.quiet}
            words.append(text(said, share, y, xref="x", xanchor="left", xshift=5, font=font))
    shares, places, widths, fills, shapes = zip(*drawn, strict=True)
    pattern = {"shape": shapes, "fillmode": "replace", "fgcolor": fills, "size": 5, "solidity": 0.35}
    trace = {
        "type": "bar",
        "orientation": "h",
        "base": 0,
        "x": shares,
        "y": places,
        "width": widths,
        "marker": {"color": fills, "line": {"width": 0}, "cornerradius": 2, "pattern": pattern},
    }
    return picture.figure([trace], words)


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
        "marker": {"color": RIGHT, "cornerradius": 3, "line": {"width": 0}},
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


class _RowPicture:
    """Rows with their labels, over an axis; what stands in the rows is up to the picture."""

    def __init__(self, labels: Sequence[str], scale: ChartAxis, width: float, theme: Theme) -> None:
        self._labels, self._scale, self._width, self._theme = labels, scale, width, theme
        self._beside = width >= _BESIDE
        self._left = _LABELS if self._beside else _EDGE
        row, centre = (_ROW, _ROW / 2) if self._beside else (_TALL, 30)
        self.centres = [8 + number * row + centre for number in range(len(labels))]
        """How far down the mark of each row stands."""
        self._bottom = 8 + len(labels) * row

    def figure(self, traces: list[dict[str, Any]], words: Iterable[dict[str, Any]] = ()) -> Figure:
        """Return the picture with these traces, and words, in its rows."""
        height = self._bottom + (_TICKS if self._scale.marked else 6)
        across = {"width": self._width, "xaxis": axis(self._scale.low, self._scale.high)}
        layout = canvas(self._theme, height, (self._left, _EDGE)) | across
        return _figure(traces, layout, [*self._grid()], [*self._row_labels(), *self._ticks(), *words])

    def _grid(self) -> Iterator[dict[str, Any]]:
        """Yield a line down for every tick; where labels stand above their rows, it makes way for them."""
        pieces = [(8.0, float(self._bottom))]
        if not self._beside:
            pieces = [(centre - 9, centre + 10) for centre in self.centres]
        for top, bottom in pieces:
            for value, _said in self._scale.ticks:
                yield line("x", (value, top), (value, bottom), self._theme.line)
            marked = line("x", (self._scale.mark, top), (self._scale.mark, bottom), self._theme.quiet)
            if self._scale.marked:
                marked["line"]["dash"] = "dot"
            yield marked

    def _row_labels(self) -> Iterator[dict[str, Any]]:
        """Yield what stands beside each row, in two lines at most, or in one above it."""
        room = self._left - 24 if self._beside else self._width - 2 * _EDGE
        up, shift = (0, 3 - self._left) if self._beside else (19, 0)
        font = {"size": _SIZE, "color": self._theme.ink}
        for label, centre in zip(self._labels, self.centres, strict=True):
            first, *rest = broken(label, _SIZE, room) if self._beside else [_fitting(label, room)]
            words = "<br>".join(escape(part) for part in (first, _fitting(" ".join(rest), room)) if part)
            yield text(
                words, 0, centre - up, xref="paper", xanchor="left", xshift=shift, align="left", font=font
            )

    def _ticks(self) -> Iterator[dict[str, Any]]:
        """Yield what the ticks say, below, and under them what the axis measures."""
        scale, font = self._scale, {"size": 12, "color": self._theme.quiet}
        if not scale.marked:
            return
        for value, said in (*scale.ticks, (scale.mark, scale.marked)):
            wide = text_width(said, 12) / 2 > _EDGE
            anchor = {scale.low: "left", scale.high: "right"}.get(value, "center") if wide else "center"
            yield text(said, value, self._bottom + 14, xref="x", xanchor=anchor, font=font)
        middle = (scale.low + scale.high) / 2
        yield text(scale.title, middle, self._bottom + 34, xref="x", font=font)


def _fitting(label: str, room: float) -> str:
    """Return a label that is no wider than the room, cut after a word where there is one."""
    if text_width(label, _SIZE) <= room:
        return label
    words = label
    while words and text_width(f"{words} …", _SIZE) > room:
        words = words[:-1]
    return f"{words.rsplit(' ', 1)[0] if ' ' in words.strip() else words} …"


def _figure(
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
    shapes: list[dict[str, Any]],
    words: list[dict[str, Any]],
) -> Figure:
    """Return a figure on the page's own paper."""
    layout |= {"paper_bgcolor": "rgba(0,0,0,0)", "shapes": shapes, "annotations": words}
    return {"data": traces, "layout": layout}


def _bar_row(tally: Tally, report: QuestionReport) -> BarRow:
    colour = _GREY if tally.pick is NO_ANSWER else RIGHT if tally.pick.credit == 1 else WRONG
    shown: tuple[Bar, ...] = (Bar(tally.all, report.asked),)
    if report.thirds:
        best, weakest = report.thirds
        shown = Bar(tally.best, best), Bar(tally.weakest, weakest, hatched=True)
    return BarRow(f"{glyph(tally)} {_named(tally)}", colour, shown)


def _named(tally: Tally) -> str:
    return f"{tally.pick.part}: {tally.pick.text}" if tally.pick.part else tally.pick.text
