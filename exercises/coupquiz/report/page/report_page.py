"""The report as one HTML file, which works offline, is light or dark, and prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.views.html.attribution import attribution
from coupdata.views.html.document import document, style
from coupdata.views.html.element import Node, element
from coupdata.views.timeline_chart.plotly_parts import charts_script
from coupquiz.report.analysis import Analysis
from coupquiz.report.page import answers, explained, numbers, roster, summary
from coupquiz.report.page import votes as voted
from coupquiz.report.page.charts import Draw
from coupquiz.report.sure_mistakes import sure_mistakes
from coupquiz.report.vote_report import VoteReport

_STYLES = (
    Path(__file__).parents[2] / "pages" / "document.css",
    Path(__file__).with_name("report.css"),
)

_WIDTHS = (250, 300, 350, 560, 700)
"""Pixels for which a page has its pictures drawn: the widest that fits is shown."""

_PRINTED = 640
"""Pixels across that A4 leaves."""


def page(analysis: Analysis, votes: Sequence[VoteReport] = (), *, names: bool = False) -> str:
    """Return the report as HTML; the same analysis gives the same text.

    Args:
        analysis: What to report.
        votes: What the class voted.
        names: Whether it says who did what.
    """
    drawn: dict[str, Draw] = {}
    parts = list(_parts(analysis, votes, drawn, names=names))
    links = {id: link for id, link, _title, _content in parts}
    top = summary.header(analysis, links, names=names, voted=bool(votes))
    sections = (
        element("section", element("h2", title), *content, id=id) for id, _link, title, content in parts
    )
    body = element("main", top, *sections).html()
    charts = charts_script({id: _pictures(draw) for id, draw in drawn.items()})
    title = _("Report: {title}").format(title=analysis.key.title)
    return document(title, style(*_STYLES), f"{body}{attribution(analysis.key.case).html()}", charts)


def _parts(
    analysis: Analysis, votes: Sequence[VoteReport], drawn: dict[str, Draw], *, names: bool
) -> Iterator[tuple[str, str, str, Iterable[Node]]]:
    """Yield of each part its id, what leads there, its title, and its content, which notes its pictures."""
    if mistakes := sure_mistakes(analysis):
        title = _("What many were sure of, and wrong about")
        yield "sure", _("Sure, and wrong"), title, summary.sure(mistakes, analysis.key.case)
    if analysis.counted:
        yield "again", _("Teach again"), _("What to teach again"), summary.again(analysis)
        yield "class", _("Class"), _("The class"), numbers.whole(analysis, drawn)
        yield "questions", _("Questions"), _("Question by question"), numbers.questions(analysis, drawn)
        concepts = numbers.groups("concepts", _("Skills"), _("Credit by skill"), analysis.concepts, drawn)
        yield "concepts", _("What they train"), _("What the questions train"), concepts
        events = numbers.groups("events", _("Event"), _("Credit by event"), analysis.events, drawn)
        yield "events", _("Events"), _("Event by event"), events
        told = answers.answers(analysis, drawn, names=names)
        yield "answers", _("Answers"), _("Who answered what"), told
    if votes:
        yield "votes", _("Votes"), _("What the class voted"), voted.votes(votes, drawn)
    yield "handed-in", _("Handed in"), _("What was handed in"), roster.handed_in(analysis, names=names)
    if names:
        yield "students", _("Students"), _("Students"), roster.everybody(analysis)
    yield "explained", _("How to read this"), _("How to read this"), [explained.explained(votes=bool(votes))]


def _pictures(draw: Draw) -> dict[str, Any]:
    """Return a picture for every width, in letters for both themes, and for print."""
    shown = []
    for width in _WIDTHS:
        light, dark = draw(width, "light"), draw(width, "dark")
        layouts = {"light": light["layout"], "dark": dark["layout"]}
        shown.append({"width": width, "traces": light["data"], "layouts": layouts})
    return {"shown": shown, "printed": draw(_PRINTED, "light")}
