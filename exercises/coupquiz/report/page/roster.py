"""Who handed in what: how many submissions there are, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.verdict import Outcome
from coupquiz.grading.marks import number
from coupquiz.pages.feedback import percent
from coupquiz.report.analysis import Analysis, concerns
from coupquiz.report.class_submissions import GradedSubmission
from coupquiz.report.page.parts import students, table


def handed_in(analysis: Analysis, *, names: bool) -> Iterator[Node]:
    """Yield how many count, and what there is to look at."""
    handed, counted = len(analysis.submissions), len(analysis.counted)
    yield element("p", _counting(handed, handed - counted))
    found = concerns(analysis.submissions)
    if not found:
        return
    rows = []
    for concern, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        who = [submission.student for submission in analysis.submissions if concern in submission.concerns]
        cells = [element("th", concern, scope="row"), element("td", str(count))]
        rows.append(element("tr", *cells, *([_who(who)] if names else [])))
    yield element("p", _("There is something to look at; the table of marks says more about it."))
    heads = [_("What"), _("Submissions"), *([_("Who")] if names else [])]
    yield table(_("What to look at"), heads, rows)


def everybody(analysis: Analysis) -> Iterator[Node]:
    """Yield a line for each student."""
    numbers = {item.question.id: place for place, item in enumerate(analysis.key.items, 1)}
    rows = (element("tr", *_line(submission, numbers)) for submission in analysis.submissions)
    heads = (_("Student"), _("Points"), _("Share"), _("Not answered"), _("Look at"))
    yield table(_("Everybody"), heads, rows)


def _counting(handed: int, left_out: int) -> str:
    if not left_out:
        all_count = ngettext(
            "The {n} student with a folder counts.", "All {n:,} students with a folder count.", handed
        )
        return all_count.format(n=handed)
    said = ngettext(
        "Of {students} with a folder, {n} has no answer that can be read and is left out of all the numbers "
        "here. In the marks, that is 0 points.",
        "Of {students} with a folder, {n:,} have no answer that can be read and are left out of all the "
        "numbers here. In the marks, that is 0 points.",
        left_out,
    )
    return said.format(students=students(handed), n=left_out)


def _line(submission: GradedSubmission, numbers: dict[str, int]) -> Iterator[Element]:
    unanswered = [
        numbers[mark.item.question.id]
        for mark in submission.result.marks
        if mark.verdict.outcome is Outcome.UNANSWERED
    ]
    yield element("th", element("bdi", submission.student), scope="row")
    yield element("td", _("{n} of {most}").format(n=number(submission.points), most=number(submission.most)))
    yield element("td", percent(submission.share) if submission.share is not None else "–")
    yield element("td", ", ".join(map(str, unanswered)) or "–", class_="who")
    yield element("td", ", ".join(submission.concerns) or "–", class_="who")


def _who(names: list[str]) -> Element:
    return element("td", element("bdi", ", ".join(names)), class_="who")
