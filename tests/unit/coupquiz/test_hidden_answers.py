"""As long as a question is open, the explorers of its notebook do not answer it."""

import json
from pathlib import Path

import pytest

import coupdata
from coupdata.model import Case
from coupdata.views import explorer
from coupdata.views.event_explorer.hidden import NOTHING
from coupquiz import Question, Quiz, load_bank
from coupquiz.banks.questions_file import QuestionsFile, dump
from coupquiz.core.form import AskedFor, Form
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.notebook.question_widget import QuestionWidget
from tests.unit.coupquiz.asked import ASKED
from tests.unit.coupquiz.widgets import asked, press

CASE = coupdata.load()
TIMELINE = load_bank("timeline")
ASKING = [(question, case) for question, case in ASKED if form(question).asked_for != AskedFor()]
PLACE = TIMELINE.question("place-the-attack")
OF_THE_NIGHT = {"college-attack", "college-defended"}
"""What that asks for, and what has its date by the same sentence."""
LINK = TIMELINE.question("links-in-georgia")


def hidden(case: Case) -> set[str]:
    """The events that a new explorer of the case leaves out, and those between which it draws no links."""
    found = explorer(case).hidden
    return {*found.events, *(id for ids in found.links for id in ids)}


def asked_for(question: Question) -> set[str]:
    """The events of which a question asks something."""
    it = form(question).asked_for
    return {*it.dates, *it.order, *it.links}


def test_questions_for_dates_order_and_links_say_what_they_ask_for() -> None:
    """Every one of these kinds; no other, but dates to match."""
    kinds = {kind for kind in KINDS if all(asked_for(q) for q, _ in ASKED if q.kind == kind)}
    assert {"place", "span", "date", "order", "link"} <= kinds
    assert {question.kind for question, _ in ASKING} - kinds <= {"match"}
    assert form(load_bank("background").question("earlier-dates")).asked_for.dates == (
        "azerbaijan-overthrown",
        "defence-alliance",
        "peasant-attempts",
    )


@pytest.mark.parametrize(("question", "case"), ASKING, ids=[question.id for question, _ in ASKING])
def test_it_is_hidden_until_it_is_solved(question: Question, case: Case, tmp_path: Path) -> None:
    """A wrong answer and a hint leave it hidden; the right one shows it, and so it stays."""
    widget = asked(question, case, tmp_path)
    view = explorer(case)
    assert hidden(case) >= asked_for(question)
    press(widget, "check", question.id, answer=next(iter(KINDS[question.kind].mistakes(question))))
    press(widget, "hint", question.id)
    press(widget, "answer", question.id, answer=solution(question))
    assert hidden(case) >= asked_for(question)
    press(widget, "check", question.id)
    assert view.hidden == NOTHING
    press(widget, "check", question.id, answer=next(iter(KINDS[question.kind].mistakes(question))))
    assert view.hidden == NOTHING


def test_the_solution_shows_it_too(tmp_path: Path) -> None:
    """And to start again hides it once more."""
    quiz = Quiz("timeline", notebook="test", folder=tmp_path)
    widget, summary = quiz.ask(PLACE.id), quiz.summary()
    assert hidden(CASE) == OF_THE_NIGHT
    press(widget, "solution", PLACE.id)
    assert hidden(CASE) == set()
    summary._asked.start_again()
    assert hidden(CASE) == OF_THE_NIGHT


def test_what_one_question_has_told_is_not_hidden_for_another(tmp_path: Path) -> None:
    """A date that was found is seen, whatever is to be put in order; an order tells no date."""
    order = load_bank("week").question("to-the-decision")
    quiz = Quiz("timeline", notebook="test", folder=tmp_path)
    placed = quiz.ask(PLACE.id)
    ordered = Quiz("week", notebook="test", folder=tmp_path).ask(order.id)
    events = asked_for(order)
    assert hidden(CASE) == events | OF_THE_NIGHT
    press(placed, "check", PLACE.id, answer=solution(PLACE))
    assert hidden(CASE) == events - OF_THE_NIGHT
    quiz.summary()._asked.start_again()
    press(ordered, "solution", order.id)
    assert hidden(CASE) == OF_THE_NIGHT


def test_what_was_solved_before_hides_nothing(tmp_path: Path) -> None:
    """When the notebook is opened again."""
    press(asked(PLACE, CASE, tmp_path), "check", PLACE.id, answer=solution(PLACE))
    asked(PLACE, CASE, tmp_path)
    assert hidden(CASE) == set()


def test_only_what_is_on_a_page_is_asked(tmp_path: Path) -> None:
    """Not the rest of the bank; and not what a page has stopped showing, until it shows it again."""
    widget = Quiz("timeline", notebook="test", folder=tmp_path).ask(PLACE.id)
    assert hidden(CASE) == OF_THE_NIGHT
    widget._count(widget, "seen", [])
    widget._count(widget, "gone", [])
    assert hidden(CASE) == set()
    widget._count(widget, "seen", [])
    assert hidden(CASE) == OF_THE_NIGHT


def test_a_question_is_named_by_its_number(tmp_path: Path) -> None:
    """As its page has it; where it has none, it is a question all the same."""
    cells = [{"cell_type": "code", "source": f'quiz.ask("{LINK.id}", "{PLACE.id}")'}]
    (tmp_path / "02_test.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    numbered = Quiz("timeline", notebook="02_test", folder=tmp_path).ask(PLACE.id)
    assert explorer().hidden.events == dict.fromkeys(OF_THE_NIGHT, ("2.2",))
    numbered.rest()
    Quiz("timeline", notebook="nameless", folder=tmp_path).ask(PLACE.id)
    assert explorer().hidden.events == dict.fromkeys(OF_THE_NIGHT, ())


@pytest.mark.parametrize("is_handed_out", [False, True])
def test_in_an_exam_it_stays_hidden(is_handed_out: bool, tmp_path: Path) -> None:
    """Whatever is answered; what was handed out says itself what it asks for."""
    widget = exam(tmp_path, form(PLACE)) if is_handed_out else asked(PLACE, CASE, tmp_path, behaviour="exam")
    press(widget, "check", PLACE.id, answer=solution(PLACE))
    assert hidden(CASE) == OF_THE_NIGHT
    assert explorer(CASE).hidden.untold == OF_THE_NIGHT


def test_what_practice_asks_for_is_told_in_the_end(tmp_path: Path) -> None:
    """And it is known what is to be put in order."""
    order = load_bank("week").question("to-the-decision")
    asked(order, CASE, tmp_path)
    now = explorer(CASE).hidden
    assert now.untold == frozenset()
    assert now.ordered >= asked_for(order)


def exam(folder: Path, *forms: Form) -> QuestionWidget:
    """Questions that were handed out."""
    file = QuestionsFile("exam", "An exam", "timeline", "seed", len(forms), 1920, forms)
    (folder / "exam.questions.json").write_bytes(dump(file))
    return Quiz("exam.questions.json", notebook="exam", folder=folder).ask(*(form.id for form in forms))


def test_what_is_about_another_case_is_passed_over(tmp_path: Path) -> None:
    """An exam does not say which case it is about."""
    exam(tmp_path, Form("q", "date", "When?", asked_for=AskedFor(dates=("great-fire",), links=("plague",))))
    assert hidden(CASE) == set()
