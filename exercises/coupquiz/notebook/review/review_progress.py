"""How what was learnt holds: a picture over days or weeks, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupdata.views.html.document import style
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import script
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.notebook.live_view import LiveView
from coupquiz.parsing.day_names import day_and_month
from coupquiz.review.course import FactCount
from coupquiz.review.words import standing

if TYPE_CHECKING:
    from coupquiz.notebook.review.review import Review

_HERE = Path(__file__).parent

_WEEK = 7
_DAYS = 21  # up to so many are drawn each by itself
_MOST = 26  # bars
_FEWEST = 7  # bars for which there is room in any case
_HEIGHT = 160  # pixels
_GAP = 0.28  # of a bar's room


class ReviewProgress(LiveView):
    """The picture; it follows every answer."""

    _style = style(_HERE / "progress.css")
    _script = script(_HERE.parents[1] / "static" / "picture.js", style=_style)

    def __init__(self, review: Review) -> None:
        self._review = review
        super().__init__()

    def refresh(self) -> None:
        """Show how facts stand now."""
        self.show(progress_page(self._review.course))

    def still_styles(self) -> tuple[str, ...]:
        """Return the style of the picture."""
        return ((_HERE / "progress.css").read_text(encoding="utf-8"),)

    def _followed(self) -> tuple[LiveAnswers[KeptAnswers], ...]:
        return (self._review.answers,)


def progress_page(course: Sequence[FactCount]) -> Element:
    """Return the picture of these days, its legend, and what it shows in words."""
    if not course:
        said = _("As soon as something has come back, you will see here how it holds.")
        return element("section", element("p", said), class_="coup coup-holding")
    shown = _shown(course)
    signs = (("holds", _("holds")), ("fades", _("should come back")), ("new", _("new")))
    legend = (element("span", element("i", class_=sign), f" {word}") for sign, word in signs)
    return element(
        "section",
        _picture(shown),
        *_dates(shown),
        element("p", *legend, class_="legend"),
        element("p", _told(shown), class_="told"),
        class_="coup coup-holding",
    )


def _shown(course: Sequence[FactCount]) -> Sequence[FactCount]:
    """Return the days that are drawn: each of the first weeks, and then the last of each week."""
    if len(course) <= _DAYS:
        return course
    return course[::-1][::_WEEK][::-1][-_MOST:]


def _told(shown: Sequence[FactCount]) -> str:
    first, now = shown[0], shown[-1]
    said = ngettext(
        "{n} of the {all} facts that you have met holds today.",
        "{n} of the {all} facts that you have met hold today.",
        now.holds,
    ).format(n=now.holds, all=now.whole)
    if now.fades:
        coming = ngettext("{n} should come back now.", "{n} should come back now.", now.fades)
        said = f"{said} {coming.format(n=now.fades)}"
    if now.new:
        new = ngettext("{n} is new.", "{n} are new.", now.new).format(n=now.new)
        said = f"{said} {new}"
    if len(shown) > 1:
        then = ngettext("On {day} it was {n}.", "On {day} it was {n}.", first.holds)
        said = f"{said} {then.format(day=day_and_month(first.day), n=first.holds)}"
    return said


def _picture(shown: Sequence[FactCount]) -> Element:
    """Return the bars, one image for a screen reader; across, all is in percent of the room that there is."""
    most = max(1, *(one.whole for one in shown))
    room = 100 / max(len(shown), _FEWEST)
    name = _("How many facts hold, from {first} to {last}. The sentence below says the same in words.")
    return element(
        "svg",
        element("defs", _hatching()),
        *(part for number, one in enumerate(shown) for part in _bar(one, number * room, room, most)),
        role="img",
        aria_label=name.format(first=day_and_month(shown[0].day), last=day_and_month(shown[-1].day)),
        width="100%",
        height=str(_HEIGHT),
    )


def _dates(shown: Sequence[FactCount]) -> list[Element]:
    """Return the first and the last day, below the bars; nothing where there is no room for both."""
    if len(shown) < _FEWEST:
        return []
    ends = (element("span", day_and_month(one.day)) for one in (shown[0], shown[-1]))
    return [element("p", *ends, class_="dates", aria_hidden="true")]


def _hatching() -> Element:
    """Return what fills a bar of what fades, to be known without colour."""
    stroke = element("path", d="M2.5,0 V5", class_="hatch")
    more = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return element("pattern", stroke, id="coup-fading", width="5", height="5", **more)


def _bar(one: FactCount, left: float, room: float, most: int) -> Iterator[Element]:
    below = 0
    says = f"{day_and_month(one.day)}: {standing(one.holds, one.fades, one.new)}"
    for sort, count in (("holds", one.holds), ("fades", one.fades), ("new", one.new)):
        if count:
            top, bottom = _y(below + count, most), _y(below, most)
            yield element(
                "rect",
                element("title", says),
                x=f"{left + room * _GAP / 2:.4g}%",
                y=f"{top:.1f}",
                width=f"{room * (1 - _GAP):.4g}%",
                height=f"{bottom - top:.1f}",
                class_=sort,
            )
        below += count


def _y(count: int, most: int) -> float:
    return 1 + (_HEIGHT - 2) * (1 - count / most)
