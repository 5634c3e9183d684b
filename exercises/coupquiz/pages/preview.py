"""A bank as one page for the teacher: every question with its key, and what is said to every mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.views.html.document import document, style
from coupdata.views.html.element import Element, Node, element
from coupquiz.banks.bank import Bank
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, picked, prompt_text, solution
from coupquiz.kinds.hints import hint_steps
from coupquiz.kinds.pick import Pick
from coupquiz.pages.feedback import parts, percent

_STYLES = (
    Path(__file__).with_name("document.css"),
    Path(__file__).with_name("answers.css"),
    Path(__file__).with_name("preview.css"),
)


def preview(bank: Bank, case: Case) -> str:
    """Return the page as HTML; it needs nothing but itself."""
    questions = (_question(number, asked, case) for number, asked in enumerate(bank.questions, 1))
    count = ngettext(
        "{n} question with its answer: for you, not for learners.",
        "{n} questions with their answers: for you, not for learners.",
        len(bank.questions),
    )
    top = element(
        "header",
        element("p", case.title, class_="case"),
        element("h1", bank.title),
        element("p", count.format(n=len(bank.questions)), class_="quiet"),
    )
    body = element("main", top, *questions, _ids(bank, case)).html()
    return document(bank.title, style(*_STYLES), body)


def _question(number: int, question: Question, case: Case) -> Element:
    about = (question.id, question.kind, question.trains, _("level {n}").format(n=question.level))
    verdict = check(question, solution(question))
    rows = [(_("Right answer") if question.scored else _("One good answer"), _key(question, verdict))]
    mistakes, names = _mistakes(question)
    if mistakes or names:
        listed: list[Node] = [element("ul", *map(_mistake, mistakes), class_="parts")] if mistakes else []
        rows.append((_("Wrong answers"), [*listed, *_folded(names)]))
    hints = (element("li", hint.text) for hint in hint_steps(question, case))
    rows.append((_("Hints"), [element("ol", *hints)]))
    sentences = [sentence for sentence in case.reading.sentences if sentence.id in question.cites]
    quoted = (element("p", element("b", s.id), " ", s.text, class_="sentence") for s in sentences)
    rows.append((_("The reading says"), [*quoted]))
    terms = (pair for term, said in rows for pair in (element("dt", term), element("dd", *said)))
    return element(
        "section",
        element("h2", element("span", f"{number}. ", class_="number"), prompt_text(form(question))),
        element("p", " · ".join(about), class_="quiet"),
        element("dl", *terms),
    )


def _key(question: Question, verdict: Verdict) -> list[Node]:
    """Return the right answer and what is said to it."""
    asked = form(question)
    if verdict.outcome is Outcome.UNSCORED:
        return [
            element("p", verdict.feedback),
            element("ul", *(element("li", part.feedback) for part in verdict.parts)),
        ]
    words = KINDS[question.kind].in_words(asked, solution(question))
    return [element("div", words, class_="key"), element("p", verdict.feedback), *parts(verdict, asked)]


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Something wrong, and what is said to it."""

    pick: Pick
    said: str
    score: float
    """Of an answer in which everything else is right."""


def _mistakes(question: Question) -> tuple[list[_Wrong], list[_Wrong]]:
    """Return what is wrong in the mistakes to expect, each once, and apart from it the names of the case."""
    found: dict[tuple[str, str], _Wrong] = {}
    for answer in KINDS[question.kind].mistakes(question):
        verdict = check(question, answer)
        for pick in _wrong(question, answer):
            said = pick.said or verdict.feedback
            known = found.get((pick.text, said))
            score = max(verdict.score, known.score if known else 0)
            found[pick.text, said] = _Wrong(pick, said, score)
    mistakes = [wrong for wrong in found.values() if not wrong.pick.is_name]
    return mistakes, [wrong for wrong in found.values() if wrong.pick.is_name]


def _wrong(question: Question, answer: object) -> list[Pick]:
    """Return what is wrong in an answer; where that is what is missing, what is there."""
    picks = picked(question, answer)
    only = _("Only {picks}").format(picks=", ".join(pick.text for pick in picks))
    return [pick for pick in picks if pick.credit < 1] or [Pick(only, 0.0, "")]


def _mistake(wrong: _Wrong) -> Element:
    pick = wrong.pick
    sign, word = ("◐", _("partly right")) if pick.credit else ("✗", _("not right"))
    credit = _(" {share} of the credit.").format(share=percent(wrong.score)) if 0 < wrong.score < 1 else ""
    return element(
        "li",
        element("span", sign, class_="sign", role="img", aria_label=word),
        element("b", f"{pick.text}{'' if pick.text[-1:] in '.?!' else ':'}"),
        f" {wrong.said}{credit} ",
        element("span", " ".join(pick.cites), class_="quiet"),
        class_="incorrect",
    )


def _folded(names: list[_Wrong]) -> Iterator[Node]:
    """Yield a list of names that is open only if somebody opens it."""
    if names:
        told = ngettext(
            "{n} name from the story in the wrong place, and the feedback that the data gives on it",
            "{n} names from the story in the wrong place, and the feedback that the data gives on each",
            len(names),
        ).format(n=len(names))
        listed = element("ul", *map(_mistake, names), class_="parts")
        yield element("details", element("summary", told), listed)


def _ids(bank: Bank, case: Case) -> Element:
    """Return all ids that a question may name; of events also which are not asked about."""
    asked = {id for question in bank.questions for id in question.events}
    open_events = [event for event in case.events if event.id not in asked and event.scope == "article"]
    tables = {
        _("Events that no question here asks about: {n}"): [
            (event.id, f"{event.title}, {event.when.label}") for event in open_events
        ],
        _("Events: {n}"): [(event.id, f"{event.title}, {event.when.label}") for event in case.events],
        _("Actors: {n}"): [(actor.id, actor.name) for actor in case.actors],
        _("Places: {n}"): [(place.id, place.name) for place in case.places],
        _("Sentences of the reading: {n}"): [(s.id, s.text) for s in case.reading.sentences],
    }
    folded = (_table(title.format(n=len(rows)), rows) for title, rows in tables.items() if rows)
    note = element("p", _("What questions in a bank may name. Click to open."), class_="quiet")
    return element("section", element("h2", _("Ids to use")), note, *folded, id="ids")


def _table(title: str, rows: Iterable[tuple[str, str]]) -> Element:
    cells = (
        element("tr", element("th", element("code", id), scope="row"), element("td", said))
        for id, said in rows
    )
    return element("details", element("summary", title), element("table", *cells))
