"""The report's beginning: how the class did in a few words, and what to teach again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.views.html.element import Element, Node, element, filled
from coupquiz.pages.feedback import percent, quotations
from coupquiz.report.advice import Advice, advice
from coupquiz.report.analysis import GOAL, Analysis, Standing
from coupquiz.report.page.parts import link, prompt, students
from coupquiz.report.sure_mistakes import SureMistakes

_FEW = 5
"""Students below which whoever knows the class can tell who answered what."""


def header(analysis: Analysis, links: Mapping[str, str], *, names: bool, voted: bool) -> Element:
    """Return what stands on top.

    Args:
        analysis: What is reported.
        links: What leads to each part of the page, by its id.
        names: Whether the page says who did what.
        voted: Whether it says what the class voted.
    """
    items = (element("li", element("a", title, href=f"#{id}")) for id, title in links.items())
    return element(
        "header",
        element("p", analysis.key.case.title, class_="case"),
        element("h1", _("Report: {title}").format(title=analysis.key.title)),
        element("p", *_summary(analysis, voted=voted), class_="lead"),
        element("p", _privacy(len(analysis.counted), names=names), class_="quiet"),
        element("nav", element("ul", *items), aria_label=_("Parts of the report")),
    )


def again(analysis: Analysis) -> Iterator[Node]:
    """Yield what to teach again, the hardest first: what went wrong, why, and the sentences to go back to."""
    surely, perhaps = advice(analysis, Standing.AGAIN), advice(analysis, Standing.PERHAPS)
    known = sum(report.standing is Standing.KNOWN for report in analysis.questions)
    if not (surely or perhaps):
        unasked = any(report.question.scored and not report.asked for report in analysis.questions)
        said = _("Nothing that was asked is scored, so there is nothing to say here.")
        if known and unasked:
            said = _(
                "Nothing stands out: in every question that anybody was asked the class has reached the goal "
                "of {goal}."
            )
        elif known:
            said = _("Nothing stands out: in every question the class has reached the goal of {goal}.")
        yield element("p", said.format(goal=percent(GOAL)))
        return
    if surely:
        yield element("h3", _("Almost certainly"))
        said = ngettext(
            "{n} question is below the goal of {goal}, and chance alone does not explain it. The hardest "
            "comes first.",
            "{n} questions are below the goal of {goal}, and chance alone does not explain it. The hardest "
            "comes first.",
            len(surely),
        )
        yield element("p", said.format(n=len(surely), goal=percent(GOAL)))
        yield _advised(surely, analysis)
    if perhaps:
        yield element("h3", _("Possibly"))
        said = ngettext(
            "{n} question is below the goal of {goal}, but with {students} that may be chance.",
            "{n} questions are below the goal of {goal}, but with {students} that may be chance.",
            len(perhaps),
        )
        few = students(len(analysis.counted))
        yield element("p", said.format(n=len(perhaps), goal=percent(GOAL), students=few))
        yield _advised(perhaps, analysis)


def sure(mistakes: Iterable[SureMistakes], case: Case) -> Iterator[Node]:
    """Yield what many were sure of and wrong about, most students first."""
    yield element(
        "p",
        _(
            "Whoever is sure of a mistake does not look it up. But told plainly, it is just these mistakes "
            "that are mended best: say what is wrong, and read the sentence."
        ),
    )
    yield element("ol", *(_sure_of(one, case) for one in mistakes), class_="advice")


def _sure_of(one: SureMistakes, case: Case) -> Element:
    said = _("{n} of the {all} who were sure of an answer were wrong.")
    did = _("{n} {did}.")
    mistakes = [
        element("li", element("strong", did.format(n=count, did=pick.did)), " ", element("span", pick.means))
        for pick, count in one.mistakes
    ]
    return element(
        "li",
        element("h3", link(one.report, prompt(one.report.question))),
        element("p", said.format(n=one.students, all=one.sure)),
        *([element("ul", *mistakes)] if mistakes else []),
        *quotations(one.report.question.cites, case),
    )


def _summary(analysis: Analysis, *, voted: bool) -> Iterator[Node]:
    handed, counted = len(analysis.submissions), len(analysis.counted)
    if voted and not counted:
        yield _("Nobody has handed in an answer; what the class voted is below.")
    elif not handed:
        yield _("There is no submission yet, so there is nothing to report.")
    elif not counted:
        yield ngettext(
            "The {n} student has not answered a question, so there is nothing to report.",
            "None of the {n:,} students has answered a question, so there is nothing to report.",
            handed,
        ).format(n=handed)
    else:
        said = _("{n} of {students} answered at least one question.")
        yield said.format(n=counted, students=students(handed))
        if analysis.share:
            share = element("strong", percent(analysis.share.value))
            yield from (" ", *filled(_("On average they have {share} of the points."), share=share))
        yield from _extremes(analysis)
        if analysis.share and len(analysis.key.scored) < len(analysis.key.items):
            yield " " + _("Answers in students’ own words, which you mark, are not in these numbers.")


def _extremes(analysis: Analysis) -> Iterator[Node]:
    known = sorted((group.share.value, group.id) for group in analysis.concepts if group.share)
    if len(known) > 1 and known[0][0] < known[-1][0]:
        (low, weakest), (high, strongest) = known[0], known[-1]
        said = _("They are weakest in {weakest} ({low}), strongest in {strongest} ({high}).")
        yield " " + said.format(weakest=weakest, low=percent(low), strongest=strongest, high=percent(high))


def _privacy(counted: int, *, names: bool) -> str:
    if names:
        return _("With names: for your eyes only.")
    if 0 < counted < _FEW:
        said = _("Without names; but with {students}, anyone who knows the class can tell who it was.")
        return said.format(students=students(counted))
    return _("Without names.")


def _advised(advised: Sequence[Advice], analysis: Analysis) -> Element:
    return element("ol", *(_one(one, analysis) for one in advised), class_="advice")


def _one(one: Advice, analysis: Analysis) -> Element:
    report, case = one.report, analysis.key.case
    titles = [event.title for event in case.events if event.id in report.question.events]
    about = " · ".join((_("Question {n}").format(n=report.number), report.question.trains, *titles))
    mistakes = [
        element("li", element("strong", mistake.text), " ", element("span", mistake.said))
        for mistake in one.mistakes
    ]
    return element(
        "li",
        element("h4", link(report, prompt(report.question))),
        element("p", about, class_="quiet"),
        element("p", one.found),
        *([element("ul", *mistakes)] if mistakes else []),
        *(element("p", note, class_="note") for note in one.notes),
        element("p", _("Go back to:"), class_="quiet"),
        *quotations(one.cites, case),
    )
