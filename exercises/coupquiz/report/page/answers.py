"""What was answered to each question, and by whom: by how many, by the best third, by the weakest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from coupdata.i18n import _
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.verdict import Outcome
from coupquiz.report.analysis import Analysis, QuestionReport, Tally
from coupquiz.report.page.charts import Draw, choices
from coupquiz.report.page.parts import Cell, picture, prompt, sign, table, who


def answers(analysis: Analysis, drawn: dict[str, Draw], *, names: bool) -> Iterator[Node]:
    """Yield for each question what was answered how often."""
    for report in analysis.questions:
        yield element("h3", f"{report.number}. {prompt(report.question)}", id=f"q{report.number}")
        yield element("p", _counted(report), class_="quiet")
        if not report.question.scored:
            yield from _own_words(analysis, report, names=names)
        if report.tallies:
            yield from _thirds(report)
            name = _("The answers to question {n}.").format(n=report.number)
            yield picture(drawn, f"answers-{report.number}", name, partial(choices, report))
            yield _table(report, names=names)


def _own_words(analysis: Analysis, report: QuestionReport, *, names: bool) -> Iterator[Element]:
    """Yield who wrote what; without names only how to see it, for their words could name them."""
    if not names and report.answered:
        yield element("p", _("With --names, the report quotes them."), class_="quiet")
        return
    for submission in analysis.counted:
        for mark in submission.result.marks:
            if mark.item is report.item and mark.verdict.outcome is Outcome.UNSCORED:
                student = element("b", element("bdi", submission.student), ": ")
                yield element("p", student, mark.in_text, class_="own-words")


def _counted(report: QuestionReport) -> str:
    if not report.asked:
        return _("None of the students counted was asked this.")
    said = _("{n} of {asked} answered, {right} of them correctly.")
    if not report.question.scored:
        said = _("{n} of {asked} answered, in their own words: those are for you to mark.")
    return said.format(n=report.answered, asked=report.asked, right=report.right)


def _thirds(report: QuestionReport) -> Iterator[Element]:
    if report.thirds:
        best, weakest = report.thirds
        full, hatched = (
            element("i", class_=f"bar {kind}", aria_hidden="true") for kind in ("full", "hatched")
        )
        yield element(
            "p",
            element("span", full, _(" the {n} who did best on the other questions").format(n=best)),
            " ",
            element("span", hatched, _(" the {n} who did worst").format(n=weakest)),
            class_="legend",
        )


def _table(report: QuestionReport, *, names: bool) -> Element:
    thirds = [_("Best third"), _("Weakest third")] if report.thirds else []
    students = [_("Who")] if names else []
    caption = _("Answers to question {n}").format(n=report.number)
    rows = ([*_cells(tally, report, names=names)] for tally in report.tallies)
    return table(caption, [_("Answer"), _("All"), *thirds, *students], rows)


def _cells(tally: Tally, report: QuestionReport, *, names: bool) -> Iterator[Cell]:
    shown, word = sign(tally)
    mark = element("span", shown, class_=f"sign {word}", aria_hidden="true")
    part = [element("span", f"{tally.pick.part}: ", class_="quiet")] if tally.pick.part else []
    spoken = [element("span", f" ({word})", class_="unseen")] if word else []
    yield mark, " ", *part, tally.pick.text, *spoken
    yield str(tally.all)
    if report.thirds:
        yield str(tally.best)
        yield str(tally.weakest)
    if names:
        yield who(element("bdi", ", ".join(tally.students)))
