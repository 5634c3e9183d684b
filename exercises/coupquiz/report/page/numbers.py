"""The report's numbers: all points, and question by question, concept by concept, event by event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from coupdata.views.html.element import Element, Node, element
from coupquiz.pages.feedback import percent
from coupquiz.report.advice import between
from coupquiz.report.analysis import Analysis, GroupReport, QuestionReport, Standing
from coupquiz.report.measures import Estimate
from coupquiz.report.page.charts import SHARES, TOGETHER, Draw, IntervalRow, intervals, tenths, totals
from coupquiz.report.page.parts import legend, link, measured, picture, prompt, stands, table

_CREDIT, _SHORT = "Credit (likely range)", "In short"


def whole(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how the points of the class are spread."""
    shares = [submission.share for submission in analysis.counted if submission.share is not None]
    if not shares or not analysis.share:
        yield element("p", "Nothing that was asked is scored, so there are no points to add up.")
        return
    name = "How many students have what share of the points."
    yield picture(drawn, "totals", name, lambda width, theme: totals(shares, width, theme))
    spread = (
        f"{place * 10} to {place * 10 + 10}%: {count}" for place, count in enumerate(tenths(shares)) if count
    )
    told = (
        ("Students counted", str(len(shares))),
        ("On average", percent(analysis.share.value)),
        ("Likely range for many such students", between(analysis.share)),
        ("Half of them have at least", percent(median(shares))),
        ("Lowest and highest", f"{percent(min(shares))} and {percent(max(shares))}"),
        ("The spread of points", "; ".join(spread)),
    )
    rows = [element("tr", element("th", name, scope="row"), element("td", said)) for name, said in told]
    yield table("Share of all points", (), rows)


def questions(analysis: Analysis, drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield how hard each question was, and whether it goes with the rest."""
    yield element("h3", "How hard each question was")
    yield from _facilities(analysis.questions, drawn)
    yield element("h3", "Whether those who do well elsewhere do well here")
    yield from _discriminations(analysis.questions, drawn)


def groups(
    id: str, head: str, caption: str, reports: Sequence[GroupReport], drawn: dict[str, Draw]
) -> Iterator[Node]:
    """Yield the share of the credit in questions that belong together."""
    if not reports:
        yield element("p", "No question names one.")
        return
    rows = [IntervalRow(report.title, report.share, report.standing) for report in reports if report.share]
    if rows:
        name = "The share of the credit, with its likely range."
        yield picture(drawn, id, name, lambda width, theme: intervals(rows, SHARES, width, theme))
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
    yield table(caption, (head, "Questions", _CREDIT, _SHORT), lines)


def _facilities(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    rows = [
        IntervalRow(_label(report), report.facility, report.standing) for report in reports if report.facility
    ]
    if rows:
        name = "The share of the credit in each question, with its likely range."
        yield legend()
        yield picture(drawn, "facility", name, lambda width, theme: intervals(rows, SHARES, width, theme))
    lines = (
        element(
            "tr",
            _heading(report),
            element("td", f"{report.right} of {report.asked}" if report.facility else "–"),
            measured(report.facility, "not scored" if report.asked else "nobody was asked"),
            element("td", *stands(report.standing)),
        )
        for report in reports
    )
    yield table(
        "Who got it right, and the share of the credit", ("Question", "All right", _CREDIT, _SHORT), lines
    )


def _discriminations(reports: Sequence[QuestionReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    rows = [
        IntervalRow(_label(report), report.discrimination, _telling(report.discrimination))
        for report in reports
        if report.discrimination
    ]
    if rows:
        name = "How closely each question agrees with all the others, with its likely range."
        yield picture(
            drawn, "discrimination", name, lambda width, theme: intervals(rows, TOGETHER, width, theme)
        )
    lines = (element("tr", _heading(report), *_together(report)) for report in reports)
    yield table(
        "How closely it agrees with all the others",
        ("Question", "With the rest", "Likely range", _SHORT),
        lines,
    )


def _together(report: QuestionReport) -> Iterator[Element]:
    found = report.discrimination
    yield element("td", _signed(found.value) if found else "–")
    yield element("td", f"{_signed(found.low)} to {_signed(found.high)}" if found else "–")
    yield element("td", _TELLING[_telling(found)] if found else report.silence)


def _telling(found: Estimate) -> Standing:
    if found.low > 0:
        return Standing.KNOWN
    return Standing.AGAIN if found.high < 0 else Standing.OPEN


_TELLING = {
    Standing.KNOWN: "goes with the rest",
    Standing.AGAIN: "goes against the rest",
    Standing.OPEN: "too few to tell",
}


def _label(report: QuestionReport) -> str:
    return f"{report.number}. {prompt(report.question)}"


def _heading(report: QuestionReport) -> Element:
    return element("th", f"{report.number}. ", link(report, prompt(report.question)), scope="row")


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")
