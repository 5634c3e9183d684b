"""The report's numbers: all points, and question by question, concept by concept, event by event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from coupdata.i18n import _
from coupdata.views.html.element import Element, Node, element
from coupquiz.pages.feedback import percent
from coupquiz.report.advice import between
from coupquiz.report.analysis import Analysis, GroupReport, QuestionReport, Standing
from coupquiz.report.measures import Estimate
from coupquiz.report.page.charts import (
    Draw,
    IntervalRow,
    correlation_axis,
    intervals,
    share_axis,
    tenths,
    totals,
)
from coupquiz.report.page.parts import legend, link, measured, picture, prompt, stands, table


def whole(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how the points of the class are spread."""
    shares = [submission.share for submission in analysis.counted if submission.share is not None]
    if not shares or not analysis.share:
        yield element("p", _("Nothing that was asked is scored, so there are no points to add up."))
        return
    name = _("How many students have what share of the points.")
    yield picture(drawn, "totals", name, lambda width, theme: totals(shares, width, theme))
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
    rows = [element("tr", element("th", name, scope="row"), element("td", said)) for name, said in told]
    yield table(_("Share of all points"), (), rows)


def questions(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how hard each question was, and whether it goes with the rest."""
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
    rows = [IntervalRow(report.title, report.share, report.standing) for report in reports if report.share]
    if rows:
        name = _("The share of the credit, with its likely range.")
        yield picture(drawn, id, name, lambda width, theme: intervals(rows, share_axis(), width, theme))
    lines = (
        element(
            "tr",
            element("th", report.title, scope="row"),
            element("td", ", ".join(map(str, report.numbers))),
            measured(report.share, "–"),
            element("td", *stands(report.standing)),
        )
        for report in reports
    )
    yield table(caption, (head, _("Questions"), *_heads()), lines)


def _facilities(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    rows = [
        IntervalRow(_label(report), report.facility, report.standing) for report in reports if report.facility
    ]
    if rows:
        name = _("The share of the credit in each question, with its likely range.")
        yield legend()
        yield picture(
            drawn, "facility", name, lambda width, theme: intervals(rows, share_axis(), width, theme)
        )
    lines = (
        element(
            "tr",
            _heading(report),
            element("td", _right(report)),
            measured(report.facility, _("not scored") if report.asked else _("nobody was asked")),
            element("td", *stands(report.standing)),
        )
        for report in reports
    )
    caption = _("Who got it right, and the share of the credit")
    yield table(caption, (_("Question"), _("All right"), *_heads()), lines)


def _heads() -> tuple[str, str]:
    return _("Credit (likely range)"), _("In short")


def _right(report: QuestionReport) -> str:
    return _("{n} of {asked}").format(n=report.right, asked=report.asked) if report.facility else "–"


def _discriminations(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    rows = [
        IntervalRow(_label(report), report.discrimination, _telling(report.discrimination))
        for report in reports
        if report.discrimination
    ]
    if rows:
        name = _("How closely each question agrees with all the others, with its likely range.")
        yield picture(
            drawn,
            "discrimination",
            name,
            lambda width, theme: intervals(rows, correlation_axis(), width, theme),
        )
    lines = (element("tr", _heading(report), *_together(report)) for report in reports)
    heads = (_("Question"), _("With the rest"), _("Likely range"), _("In short"))
    yield table(_("How closely it agrees with all the others"), heads, lines)


def _together(report: QuestionReport) -> Iterator[Element]:
    found, interval = report.discrimination, "–"
    if found:
        interval = _("{low} to {high}").format(low=_signed(found.low), high=_signed(found.high))
    yield element("td", _signed(found.value) if found else "–")
    yield element("td", interval)
    yield element("td", _telling_words(_telling(found)) if found else report.silence)


def _telling(found: Estimate) -> Standing:
    if found.low > 0:
        return Standing.KNOWN
    return Standing.AGAIN if found.high < 0 else Standing.OPEN


def _telling_words(standing: Standing) -> str:
    if standing is Standing.KNOWN:
        return _("goes with the rest")
    return _("goes against the rest") if standing is Standing.AGAIN else _("too few to tell")


def _label(report: QuestionReport) -> str:
    return f"{report.number}. {prompt(report.question)}"


def _heading(report: QuestionReport) -> Element:
    return element("th", f"{report.number}. ", link(report, prompt(report.question)), scope="row")


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")
