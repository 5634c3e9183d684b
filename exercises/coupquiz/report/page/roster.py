"""Who handed in what: how many submissions there are, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Node, element
from coupquiz.core.verdict import Outcome
from coupquiz.grading.marks import number
from coupquiz.pages.feedback import percent
from coupquiz.report.analysis import Analysis
from coupquiz.report.class_submissions import GradedSubmission
from coupquiz.report.page.parts import Cell, students, table, who


def handed_in(analysis: Analysis, *, names: bool) -> Iterator[Node]:
    """Yield how many count, and what there is to look at."""
    handed, counted = len(analysis.submissions), len(analysis.counted)
    yield element("p", _counting(handed, handed - counted))
    found = Counter(str(concern) for submission in analysis.submissions for concern in submission.concerns)
    if not found:
        return
    rows: list[list[Cell]] = []
    for concern, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        whose = [submission.student for submission in analysis.submissions if concern in submission.concerns]
        rows.append([concern, str(count), *([who(element("bdi", ", ".join(whose)))] if names else [])])
    yield element("p", _("There is something to look at; the table of marks says more about it."))
    heads = [_("What"), _("Submissions"), *([_("Who")] if names else [])]
    yield table(_("What to look at"), heads, rows)


def everybody(analysis: Analysis) -> Iterator[Node]:
    """Yield a line for each student."""
    numbers = {item.question.id: place for place, item in enumerate(analysis.key.items, 1)}
    heads = (_("Student"), _("Points"), _("Share"), _("Not answered"), _("Look at"))
    yield table(_("Everybody"), heads, (_line(submission, numbers) for submission in analysis.submissions))


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


def _line(submission: GradedSubmission, numbers: dict[str, int]) -> tuple[Cell, ...]:
    unanswered = [
        numbers[mark.item.question.id]
        for mark in submission.result.marks
        if mark.verdict.outcome is Outcome.UNANSWERED
    ]
    return (
        element("bdi", submission.student),
        _("{n} of {most}").format(n=number(submission.points), most=number(submission.most)),
        percent(submission.share) if submission.share is not None else "–",
        who(", ".join(map(str, unanswered)) or "–"),
        who(", ".join(submission.concerns) or "–"),
    )
