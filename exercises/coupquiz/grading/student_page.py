"""A page for each student: every answer, how it turned out, why, and the sentences that settle it.

It is one HTML file without a script, which works offline and prints on A4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupdata.views.html.attribution import attribution
from coupdata.views.html.document import document, style
from coupdata.views.html.element import Element, Node, element, filled
from coupquiz.core.form import Form
from coupquiz.core.verdict import Outcome
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.grade import GradedAnswer, Result
from coupquiz.grading.marks import in_points, number
from coupquiz.grading.wording import sentences
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, prompt_text, solution
from coupquiz.pages.feedback import credit, definitions, parts, percent, quotations
from coupquiz.parsing.untrusted import short

_STYLES = (
    Path(__file__).parents[1] / "pages" / "document.css",
    Path(__file__).parents[1] / "pages" / "answers.css",
)

_KEPT = 1000  # sections
_SHORT = 200  # characters of an answer


class Pages:
    """Writes the pages of a class; what many students answered alike is written once."""

    def __init__(self, key: AnswerKey) -> None:
        self._key = key
        self._sections: dict[tuple[int, str, str], str] = {}
        self._style = style(*_STYLES)
        self._foot = attribution(key.case).html()

    def page(self, result: Result) -> bytes:
        """Return the page of a student as HTML in UTF-8; what was odd about the files is for the teacher."""
        page = document(
            f"{self._key.title}: {result.student}", self._style, f"{self._main(result)}{self._foot}"
        )
        return page.encode("utf-8", "backslashreplace")

    def around_all(self) -> tuple[bytes, bytes]:
        """Return how a file with all pages begins and ends; between them goes what `to_print` returns."""
        page = document(self._key.title, self._style, f"<!---->{self._foot}")
        before, _here, after = page.partition("<!---->")
        return before.encode("utf-8", "backslashreplace"), after.encode("utf-8", "backslashreplace")

    def to_print(self, result: Result) -> bytes:
        """Return the page of a student as a part of a file with all, in which nothing is linked."""
        return self._main(result, is_linked=False).encode("utf-8", "backslashreplace")

    def _main(self, result: Result, *, is_linked: bool = True) -> str:
        top = "".join(part.html() for part in self._top(result))
        links = questions = ""
        if result.is_answered:  # else the key could be had for nothing, before handing in late
            marks = [*enumerate(result.marks, 1)]
            if is_linked:
                links = "".join(_link(number, mark.verdict.outcome, *_words(mark)) for number, mark in marks)
                links = f'<nav aria-label="{escape(_("Questions"))}"><ol>{links}</ol></nav>'
            questions = "".join(self.section(number, mark, is_linked=is_linked) for number, mark in marks)
        return f"<main><header>{top}{links}</header>{questions}</main>"

    def _top(self, result: Result) -> Iterator[Element]:
        yield element("p", self._key.case.title, class_="case")
        yield element("h1", self._key.title)
        yield element("p", element("bdi", result.student), class_="student")
        got, most = element("strong", number(result.points)), in_points(result.most)
        share = f" · {percent(result.points / result.most)}" if result.most else ""
        yield element("p", *filled(_("{points} of {most}"), points=got, most=most), share, class_="points")
        if result.waiting:
            more = _("Up to {n} more for what you wrote in your own words, which your teacher marks.")
            yield element("p", more.format(n=number(result.waiting)), class_="quiet")
        if not result.is_answered:
            yield _nothing()

    def section(self, number: int, mark: GradedAnswer, *, is_linked: bool = True) -> str:
        """Return what is said to an answer as a section of HTML, to which a link can lead or not."""
        told = mark.answer, mark.by_hand, mark.comment, mark.explanation
        key = (number, mark.item.question.id, repr(told))
        if key not in self._sections:
            if len(self._sections) == _KEPT:
                self._sections.clear()
            self._sections[key] = _inside(number, mark, self._body(mark))
        return _section(number if is_linked else None, mark, self._sections[key])

    def unexplained(self, number: int, mark: GradedAnswer) -> str:
        """Return a section that gives nothing of the key away, for who has answered no question."""
        return _section(number, mark, _inside(number, mark, (_outcome(mark), _nothing())))

    def _body(self, mark: GradedAnswer) -> Iterator[Element]:
        question, verdict = mark.item.question, mark.verdict
        asked, right = form(question), solution(question)
        yield _outcome(mark)
        rows: list[tuple[str, list[Node]]] = [(_("Your answer"), _given(asked, mark))]
        if mark.explanation:
            rows.append((_("Your explanation"), [element("p", mark.explanation)]))
        if mark.comment:
            rows.append((_("Your teacher says"), [element("p", mark.comment)]))
        cites = {*verdict.cites, *question.cites}
        if verdict.outcome is Outcome.UNSCORED:
            rows.append((_("One good answer"), [element("p", verdict.feedback)]))
            checklist = element("ul", *(element("li", part.feedback) for part in verdict.parts))
            rows.append((_("What to look for"), [checklist]))
        else:
            if verdict.outcome is not Outcome.UNANSWERED:
                how = credit(verdict, asked.kind) if mark.by_hand is None else ""
                quiet = [element("p", how, class_="quiet")] if how else []
                rows.append((_("Why"), [element("p", verdict.feedback), *parts(verdict, asked), *quiet]))
            if verdict.outcome is not Outcome.CORRECT:
                best = check(question, right)
                why = [element("p", best.feedback)] if not best.parts else []
                rows.append((_("Right answer"), [KINDS[question.kind].in_words(asked, right), *why]))
        rows.append((_("The reading says"), quotations(cites, self._key.case)))
        yield definitions(rows)


def _section(number: int | None, mark: GradedAnswer, inside: str) -> str:
    anchor = "" if number is None else f' id="q{number}"'
    return f'<section{anchor} class="{mark.verdict.outcome}">{inside}</section>'


def _inside(number: int, mark: GradedAnswer, body: Iterable[Element]) -> str:
    prompt = prompt_text(form(mark.item.question), _("(blank {n})"))
    heading = element("h2", element("span", f"{number}. ", class_="number"), prompt)
    return "".join(part.html() for part in (heading, *body))


def notes_on(flags: Iterable[Problem]) -> str:
    """Return what there is to say of what was handed in, as a section of HTML; empty for nothing."""
    notes = [element("li", sentences(flag)) for flag in flags]
    if not notes:
        return ""
    heading = element("h2", _("What was handed in"))
    return element("section", heading, element("ul", *notes), class_="notes").html()


@cache
def _link(number: int, outcome: Outcome, sign: str, word: str) -> str:
    spoken = element("span", _("Question {n}: {word}").format(n=number, word=word), class_="unseen")
    shown = element("span", str(number), aria_hidden="true")
    link = element(
        "a", spoken, shown, element("span", sign, class_="sign", aria_hidden="true"), href=f"#q{number}"
    )
    return element("li", link, class_=str(outcome)).html()


def _words(mark: GradedAnswer) -> tuple[str, str]:
    if mark.by_hand is not None:
        return "✎", _("Marked by your teacher")
    if mark.is_unreadable:
        return "?", _("Not understood")
    match mark.verdict.outcome:
        case Outcome.CORRECT:
            return "✓", _("Right")
        case Outcome.PARTLY:
            return "◐", _("Partly right")
        case Outcome.INCORRECT:
            return "✗", _("Not right")
        case Outcome.UNANSWERED:
            return "–", _("No answer")
        case Outcome.UNSCORED:
            return "✎", _("Your teacher marks this")


def _nothing() -> Element:
    said = _("No question was answered, so there is nothing to explain.")
    return element("p", said, class_="quiet")


def _outcome(mark: GradedAnswer) -> Element:
    sign, word = _words(mark)
    most = in_points(mark.item.points)
    points = _("out of {most}") if mark.points is None else _("{points} of {most}")
    points = points.format(points=number(mark.points), most=most)
    return element(
        "p",
        element("span", sign, class_="sign", aria_hidden="true"),
        element("strong", word),
        f" · {points}",
        class_="outcome",
    )


def _given(asked: Form, mark: GradedAnswer) -> list[Node]:
    if mark.verdict.outcome is not Outcome.UNANSWERED:
        return [KINDS[asked.kind].in_words(asked, mark.answer)]
    if not mark.is_unreadable:
        return [element("p", _("None"), class_="quiet")]
    shown = element("p", short(mark.in_text, _SHORT))
    if mark.by_hand is not None:  # somebody has read it
        return [shown]
    return [shown, element("p", _("It cannot be read as an answer."), class_="quiet")]
