"""The report as one HTML file, which works offline, is light or dark, and prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.views.html.attribution import attribution
from coupdata.views.html.document import document, style
from coupdata.views.html.element import Element, Node, element
from coupdata.views.timeline_chart.plotly_parts import charts_script
from coupquiz.report.analysis import Analysis
from coupquiz.report.page import answers, explained, numbers, roster, summary
from coupquiz.report.page.charts import Draw
from coupquiz.report.page.parts import section

_STYLES = (
    Path(__file__).parents[2] / "pages" / "document.css",
    Path(__file__).with_name("report.css"),
)

_WIDTHS = (250, 300, 350, 560, 700)
"""Pixels for which a page has its pictures drawn: the widest that fits is shown."""

_PRINTED = 640
"""Pixels across that A4 leaves."""


def page(analysis: Analysis, *, names: bool = False) -> str:
    """Return the report as HTML; the same analysis gives the same text.

    Args:
        analysis: What to report.
        names: Whether it says who did what.
    """
    drawn: dict[str, Draw] = {}
    body = element("main", *_sections(analysis, drawn, names=names)).html()
    charts = charts_script({id: _pictures(draw) for id, draw in drawn.items()})
    title = _("Report: {title}").format(title=analysis.key.title)
    return document(title, style(*_STYLES), f"{body}{attribution(analysis.key.case).html()}", charts)


def _sections(analysis: Analysis, drawn: dict[str, Draw], *, names: bool) -> Iterator[Element]:
    """Yield the parts of the page; each notes what draws its pictures, by their ids."""
    parts = list(_parts(analysis, drawn, names=names))
    yield summary.header(analysis, {part.id: part.link for part in parts}, names=names)
    yield from (section(part.id, part.title, *part.content) for part in parts)


@dataclass(frozen=True, slots=True)
class _PageSection:
    id: str
    link: str
    """What leads there."""
    title: str
    content: Iterable[Node]


def _parts(analysis: Analysis, drawn: dict[str, Draw], *, names: bool) -> Iterator[_PageSection]:
    if analysis.counted:
        yield _PageSection("again", _("Teach again"), _("What to teach again"), summary.again(analysis))
        yield _PageSection("class", _("Class"), _("The class"), numbers.whole(analysis, drawn))
        yield _PageSection(
            "questions", _("Questions"), _("Question by question"), numbers.questions(analysis, drawn)
        )
        concepts = numbers.groups("concepts", _("Skills"), _("Credit by skill"), analysis.concepts, drawn)
        yield _PageSection("concepts", _("What they train"), _("What the questions train"), concepts)
        events = numbers.groups("events", _("Event"), _("Credit by event"), analysis.events, drawn)
        yield _PageSection("events", _("Events"), _("Event by event"), events)
        told = answers.answers(analysis, drawn, names=names)
        yield _PageSection("answers", _("Answers"), _("Who answered what"), told)
    yield _PageSection(
        "handed-in", _("Handed in"), _("What was handed in"), roster.handed_in(analysis, names=names)
    )
    if names:
        yield _PageSection("students", _("Students"), _("Students"), roster.everybody(analysis))
    yield _PageSection("explained", _("How to read this"), _("How to read this"), [explained.explained()])


def _pictures(draw: Draw) -> dict[str, Any]:
    """Return a picture for every width, in letters for both themes, and for print."""
    shown = []
    for width in _WIDTHS:
        light, dark = draw(width, "light"), draw(width, "dark")
        layouts = {"light": light["layout"], "dark": dark["layout"]}
        shown.append({"width": width, "traces": light["data"], "layouts": layouts})
    return {"shown": shown, "printed": draw(_PRINTED, "light")}
