"""Where a class put something: every date that was given, on the axis, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from coupdata.i18n import _
from coupdata.model import Days
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Axis
from coupquiz.kinds.axis.scale import Strip, days_of, years_of
from coupquiz.kinds.axis.sheet import TALL, bands, bar, drawn

_ROW, _THICK = 18, 10  # pixels down
_MOST = 10  # rows of a strip: others are rare, and stand in the table
_RIGHT_ROOM = 85  # percent across beyond which a number stands to the left of its bar


def class_picture(axis: Axis, given: Iterable[Days], right: Days | None) -> Element | None:
    """Return the axis with a bar for each date on it, the commonest first; None where nobody gave one.

    Args:
        axis: The sheet's.
        given: What was given, by everybody who gave a date.
        right: The right date, which is outlined; None where no date is right.
    """
    counts = Counter(given)
    if not counts:
        return None
    years, days = years_of(axis), days_of(axis)
    near = [pair for pair in counts.most_common() if days.holds(pair[0])][:_MOST]
    far = [pair for pair in counts.most_common() if not days.holds(pair[0])][:_MOST]
    tall = tuple(max(least, len(rows) * _ROW + 8) for least, rows in zip(TALL, (far, near), strict=True))
    of_years, of_days = bands((tall[0], tall[1]))
    rows = [*_rows(years, far, of_years[0] + 6, right), *_rows(days, near, of_days[0] + 6, right)]
    said = [_("Each bar is a date; the number says how many gave it.")]
    if right:
        said.append(_("The right one is filled."))
    picture = element("div", drawn(axis, rows, (tall[0], tall[1])), class_="strip")
    return element("div", element("p", " ".join(said), class_="quiet"), picture, class_="on-axis")


def _rows(
    strip: Strip, counted: Sequence[tuple[Days, int]], top: int, right: Days | None
) -> Iterable[Element]:
    return chain.from_iterable(
        _row(strip, days, count, top + row * _ROW, is_right=days == right)
        for row, (days, count) in enumerate(counted)
    )


def _row(strip: Strip, days: Days, count: int, top: int, *, is_right: bool) -> Iterable[Element]:
    look = {"fill_opacity": "1" if is_right else ".25", "stroke": "currentcolor"}
    yield bar(strip, days, top, _THICK, fill="currentcolor", **look)
    left, end = strip.extent(days)
    beside = end > _RIGHT_ROOM
    number = f"{count} ✓" if is_right else str(count)
    yield element(
        "text",
        number,
        x=f"{left if beside else end:.4g}%",
        y=str(top + _THICK),
        dx="-6" if beside else "6",
        fill="currentcolor",
        font_size="12",
        text_anchor="end" if beside else "start",
    )
