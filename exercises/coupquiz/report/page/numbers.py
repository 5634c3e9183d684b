"""The report's numbers: all points, and question by question, concept by concept, event by event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from statistics import median

from coupdata.i18n import _
from coupdata.views.html.element import Node, element
from coupquiz.pages.feedback import percent
from coupquiz.report.advice import between
from coupquiz.report.analysis import Analysis, GroupReport, QuestionReport, Standing
from coupquiz.report.measures import Estimate
from coupquiz.report.page.charts import (
    ChartAxis,
    Draw,
    correlation_axis,
    intervals,
    share_axis,
    tenths,
    totals,
)
from coupquiz.report.page.parts import (
    Cell,
    legend,
    link,
    measured,
    picture,
    prompt,
    signed,
    stands,
    table,
)


def whole(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how the points of the class are spread."""
    shares = [submission.share for submission in analysis.counted if submission.share is not None]
    if not shares or not analysis.share:
        yield element("p", _("Nothing that was asked is scored, so there are no points to add up."))
        return
    name = _("How many students have what share of the points.")
    yield picture(drawn, "totals", name, partial(totals, shares))
    spread = (
        _("{low} to {high}%: {n}").format(low=place * 10, high=place * 10 + 10, n=count)
        for place, count in enumerate(tenths(shares))
        if count
    )
    ends = _("{low} and {high}")
    told = (
        (_("Students counted"), str(len(shares))),
        (_("On average"), percent(analysis.share.value)),
        (_("Likely range for many such students"), between(analysis.share)),
        (_("Half of them have at least"), percent(median(shares))),
        (_("Lowest and highest"), ends.format(low=percent(min(shares)), high=percent(max(shares)))),
        (_("The spread of points"), "; ".join(spread)),
    )
    yield table(_("Share of all points"), (), told)


def questions(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how hard each question was, and whether it goes with the rest."""
    if analysis.key.is_drawn:
        said = _(
            "Numbers follow the key. Each student was asked other questions, numbered on their own pages."
        )
        yield element("p", said, class_="quiet")
    yield element("h3", _("How hard each question was"))
    yield from _facilities(analysis.questions, drawn)
    yield element("h3", _("Whether those who do well elsewhere do well here"))
    yield from _discriminations(analysis.questions, drawn)


def groups(
    id: str, head: str, caption: str, reports: Sequence[GroupReport], drawn: dict[str, Draw]
) -> Iterator[Node]:
    """Yield the share of the credit in questions that belong together."""
    if not reports:
        yield element("p", _("No question names one."))
        return
    name = _("The share of the credit, with its likely range.")
    rows = ((report.title, report.share, report.standing) for report in reports)
    yield from _drawn(drawn, id, name, share_axis(), rows)
    lines = (
        (
            report.title,
            ", ".join(map(str, report.numbers)),
            measured(report.share, "–"),
            stands(report.standing),
        )
        for report in reports
    )
    yield table(caption, (head, _("Questions"), *_heads()), lines)


def _facilities(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    if any(report.facility for report in reports):
        yield legend()
    name = _("The share of the credit in each question, with its likely range.")
    rows = ((_label(report), report.facility, report.standing) for report in reports)
    yield from _drawn(drawn, "facility", name, share_axis(), rows)
    lines = (
        (
            _heading(report),
            _("{n} of {asked}").format(n=report.right, asked=report.asked) if report.facility else "–",
            measured(report.facility, _("not scored") if report.asked else _("nobody was asked")),
            stands(report.standing),
        )
        for report in reports
    )
    caption = _("Who got it right, and the share of the credit")
    yield table(caption, (_("Question"), _("All right"), *_heads()), lines)


def _discriminations(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    name = _("How closely each question agrees with all the others, with its likely range.")
    rows = ((_label(report), report.discrimination, _telling(report.discrimination)) for report in reports)
    yield from _drawn(drawn, "discrimination", name, correlation_axis(), rows)
    heads = (_("Question"), _("With the rest"), _("Likely range"), _("In short"))
    lines = ((_heading(report), *_together(report)) for report in reports)
    yield table(_("How closely it agrees with all the others"), heads, lines)


def _drawn(
    drawn: dict[str, Draw],
    id: str,
    name: str,
    scale: ChartAxis,
    rows: Iterable[tuple[str, Estimate | None, Standing]],
) -> Iterator[Node]:
    """Yield a picture of what could be measured, if anything could."""
    if measured := [(label, found, standing) for label, found, standing in rows if found]:
        yield picture(drawn, id, name, partial(intervals, measured, scale))


def _heads() -> tuple[str, str]:
    return _("Credit (likely range)"), _("In short")


def _together(report: QuestionReport) -> tuple[str, str, str]:
    found = report.discrimination
    if not found:
        return "–", "–", report.silence
    interval = _("{low} to {high}").format(low=signed(found.low), high=signed(found.high))
    words = {
        Standing.KNOWN: _("goes with the rest"),
        Standing.AGAIN: _("goes against the rest"),
        Standing.OPEN: _("too few to tell"),
    }
    return signed(found.value), interval, words[_telling(found)]


def _telling(found: Estimate | None) -> Standing:
    if found and found.low > 0:
        return Standing.KNOWN
    return Standing.AGAIN if found and found.high < 0 else Standing.OPEN


def _label(report: QuestionReport) -> str:
    return f"{report.number}. {prompt(report.question)}"


def _heading(report: QuestionReport) -> Cell:
    return f"{report.number}. ", link(report, prompt(report.question))
