"""What was answered to each question, and by whom: by how many, by the best third, by the weakest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.verdict import Outcome
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import picked
from coupquiz.report.analysis import Analysis, QuestionReport, Tally
from coupquiz.report.explanations import Explanation, explanations
from coupquiz.report.page.charts import Draw, choices, glyph
from coupquiz.report.page.parts import Cell, bar_legend, marked, picture, prompt, table, who


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
            yield from _pictured(analysis, report)
            yield from _explained(analysis, report, names=names)


def _pictured(analysis: Analysis, report: QuestionReport) -> Iterator[Element]:
    """Yield a picture of all answers together, where their kind has one."""
    marks = (mark for submission in analysis.counted for mark in submission.result.marks)
    answers = [mark.answer for mark in marks if mark.item is report.item]
    if pictured := KINDS[report.question.kind].picture(report.question, answers):
        yield pictured


def _own_words(analysis: Analysis, report: QuestionReport, *, names: bool) -> Iterator[Element]:
    """Yield what students wrote and who; without names only how to see it, for words can name people."""
    if not names and report.answered:
        yield element("p", _("With --names, the report quotes them."), class_="quiet")
        return
    for submission in analysis.counted:
        for mark in submission.result.marks:
            if mark.item is report.item and mark.verdict.outcome is Outcome.UNSCORED:
                student = element("b", element("bdi", submission.student), ": ")
                yield element("p", student, mark.in_text, class_="own-words")


def _explained(analysis: Analysis, report: QuestionReport, *, names: bool) -> Iterator[Element]:
    """Yield how students explained their answers, wrong ones first; without names only how often."""
    found = explanations(report.question, analysis.counted)
    if not found:
        return
    if not names:
        said = ngettext("{n} answer was explained.", "{n} answers were explained.", len(found))
        quoted = _("With --names, the report quotes them.")
        yield element("p", said.format(n=len(found)), " ", quoted, class_="quiet")
        return
    yield element("h4", _("How they explained it"))
    yield element("p", _("Wrong answers come first."), class_="quiet")
    yield element("ul", *(_explanation(one, report) for one in found), class_="explanations")


def _explanation(one: Explanation, report: QuestionReport) -> Element:
    sign = "✓" if one.tried.score == 1 else "◐" if one.tried.score > 0 else "✗"
    answer = ", ".join(pick.text for pick in picked(report.question, one.tried.answer))
    return element(
        "li",
        element("p", *marked(sign, element("b", element("bdi", one.student))), f" · {answer}"),
        element("p", one.tried.explanation, class_="own-words"),
    )


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
        yield bar_legend(
            full=_("the {n} who did best on the other questions").format(n=best),
            hatched=_("the {n} who did worst").format(n=weakest),
        )


def _table(report: QuestionReport, *, names: bool) -> Element:
    thirds = [_("Best third"), _("Weakest third")] if report.thirds else []
    students = [_("Who")] if names else []
    caption = _("Answers to question {n}").format(n=report.number)
    rows = ([*_cells(tally, report, names=names)] for tally in report.tallies)
    return table(caption, [_("Answer"), _("All"), *thirds, *students], rows)


def _cells(tally: Tally, report: QuestionReport, *, names: bool) -> Iterator[Cell]:
    part = [element("span", f"{tally.pick.part}: ", class_="quiet")] if tally.pick.part else []
    yield marked(glyph(tally), *part, tally.pick.text)
    yield str(tally.all)
    if report.thirds:
        yield str(tally.best)
        yield str(tally.weakest)
    if names:
        yield who(element("bdi", ", ".join(tally.students)))
