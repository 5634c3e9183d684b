"""A bank as one page for the teacher: every question with its key, and what is said to every mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

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
from coupquiz.pages.feedback import definitions, parts, percent, quotations

_STYLES = (
    Path(__file__).with_name("document.css"),
    Path(__file__).with_name("answers.css"),
    Path(__file__).with_name("preview.css"),
)


def preview(bank: Bank, case: Case, numbers: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the page as HTML; it needs nothing but itself.

    Args:
        bank: The questions.
        case: What they are about.
        numbers: By which learners know them, by id; without any, it is their place in the bank.
    """
    places = {asked.id: str(place) for place, asked in enumerate(bank.questions, 1)}
    questions = (_question((numbers or places).get(asked.id, ""), asked, case) for asked in bank.questions)
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


def _question(number: str, question: Question, case: Case) -> Element:
    about = (question.id, question.kind, question.trains, _("level {n}").format(n=question.level))
    verdict = check(question, solution(question))
    rows = [(_("Right answer") if question.scored else _("One good answer"), _key(question, verdict))]
    wrong = list(_mistakes(question))
    mistakes = [_mistake(*one) for one in wrong if not one[0].is_name]
    names = [_mistake(*one) for one in wrong if one[0].is_name]
    if wrong:
        listed = [element("ul", *mistakes, class_="parts")] if mistakes else []
        is_partial = any(0 < score < 1 for _pick, _said, score in wrong)
        rule = [element("p", KINDS[question.kind].credit(), class_="quiet")] if is_partial else []
        rows.append((_("Wrong answers"), [*listed, *_folded(names), *rule]))
    hints = (element("li", hint.text) for hint in hint_steps(question, case))
    rows.append((_("Hints"), [element("ol", *hints)]))
    rows.append((_("The reading says"), quotations(question.cites, case)))
    heading = [element("span", f"{number} ", class_="number")] if number else []
    return element(
        "section",
        element("h2", *heading, prompt_text(form(question))),
        element("p", " · ".join(about), class_="quiet"),
        definitions(rows),
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


_Wrong: TypeAlias = tuple[Pick, str, float]
"""Something wrong, what is said to it, and the score of an answer in which everything else is right."""


def _mistakes(question: Question) -> Iterator[_Wrong]:
    """Yield what is wrong in the mistakes to expect, each once."""
    found: dict[tuple[str, str], _Wrong] = {}
    for answer in KINDS[question.kind].mistakes(question):
        verdict = check(question, answer)
        for pick in _wrong(question, answer):
            same = pick.text, pick.said or verdict.feedback
            _pick, _said, known = found.get(same, (pick, "", 0.0))
            found[same] = pick, same[1], max(verdict.score, known)
    yield from found.values()


def _wrong(question: Question, answer: object) -> list[Pick]:
    """Return what is wrong in an answer; where that is what is missing, what is there."""
    picks = picked(question, answer)
    only = _("Only {picks}").format(picks=", ".join(pick.text for pick in picks))
    return [pick for pick in picks if pick.credit < 1] or [Pick(only, 0.0, "")]


def _mistake(pick: Pick, said: str, score: float) -> Element:
    sign, word = ("◐", _("partly right")) if pick.credit else ("✗", _("not right"))
    credit = " " + _("{share} of the credit.").format(share=percent(score)) if 0 < score < 1 else ""
    return element(
        "li",
        element("span", sign, class_="sign", role="img", aria_label=word),
        element("b", f"{pick.text}{'' if pick.text[-1:] in '.?!' else ':'}"),
        f" {said}{credit} ",
        element("span", " ".join(pick.cites), class_="quiet"),
        class_="incorrect",
    )


def _folded(names: list[Element]) -> Iterator[Node]:
    """Yield a list of names that is open only if somebody opens it."""
    if names:
        told = ngettext(
            "{n} name from the story in the wrong place, and the feedback that the data gives on it",
            "{n} names from the story in the wrong place, and the feedback that the data gives on each",
            len(names),
        ).format(n=len(names))
        yield element("details", element("summary", told), element("ul", *names, class_="parts"))


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
