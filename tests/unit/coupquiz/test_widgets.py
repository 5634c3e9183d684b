"""Controls of every kind, built from what a learner may see and from nothing else."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coupquiz
from coupdata.model import Case
from coupdata.views.html.element import Element
from coupquiz import Outcome, Question, check
from coupquiz.answers.file_format import ANSWER_LIMIT
from coupquiz.core.form import Choice, Form, form_from_json, pieces
from coupquiz.core.verdict import Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.axis.written import in_words
from coupquiz.kinds.check import form, solution
from coupquiz.notebook.question_widget import QuestionWidget
from coupquiz.pages.feedback import percent
from tests.cases import SMALL
from tests.unit.coupquiz.asked import ASKED, JUNK, each, each_of_london
from tests.unit.coupquiz.test_form import secrets
from tests.unit.coupquiz.widgets import asked, press


def text_of(node: Element | str) -> str:
    """All text in a part of a page, and what is read out in place of text."""
    if isinstance(node, str):
        return node
    return node.attributes.get("aria-label", "") + "".join(map(text_of, node.children))


def text_in(jsonml: Any) -> str:
    """All text in what the browser draws."""
    return jsonml if isinstance(jsonml, str) else "".join(map(text_in, jsonml[2:]))


def test_every_kind_has_a_control() -> None:
    """What brings its page to life is listed."""
    listed = Path(coupquiz.__file__).with_name("kinds") / "scripts" / "controls.js"
    assert set(re.findall(r"^  (\w+)[:,]", listed.read_text(encoding="utf-8"), re.MULTILINE)) == KINDS.keys()


@each()
def test_a_page_needs_the_form_alone(question: Question) -> None:
    """What an exam hands out, gone through JSON, shows prompt and choices, and no word of the key."""
    shown = form(question, seed=3)
    page = KINDS[shown.kind].page(form_from_json(json.loads(json.dumps(shown.to_json()))))
    assert page == KINDS[shown.kind].page(shown)
    said = text_of(page)
    for text in (*pieces(shown.prompt)[::2], *(choice.text for choice in shown.choices + shown.targets)):
        assert text in said
    assert not [secret for secret in secrets(question) if secret in page.html()]


@each()
def test_a_solution_can_be_read(question: Question) -> None:
    """In the words of the choices, not in their ids; and dates in words, not as computers write them."""
    right = solution(question)
    shown = form(question)
    said = text_of(KINDS[question.kind].in_words(shown, right))
    texts = {choice.id: choice.text for choice in shown.choices + shown.targets}
    parts = right.values() if isinstance(right, dict) else right if isinstance(right, list) else [right]
    for part in (name for several in parts for name in str(several).split(" -> ")):
        name = "left open" if part == ".." else in_words(part) if shown.axis else part
        assert texts.get(part, name) in said


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_other_languages_are_marked(kind: str) -> None:
    """So that they are read out right."""
    word = Choice("word", "თბილისი", "ka")
    html = KINDS[kind].page(Form("q", kind, "{word}", (word, word), (word, word))).html()
    assert html.count(word.text) == html.count('lang="ka"')


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_becomes_markup(kind: str) -> None:
    """Whatever stands in a bank shows as it was written."""
    evil = "<img src=x onerror=alert(1)>"
    html = KINDS[kind].page(Form("q", kind, evil, (Choice("a", evil),), (Choice("b", evil),))).html()
    assert "<img" not in html


@pytest.mark.slow
@each_of_london
def test_what_is_said_to_an_answer_shows(question: Question, tmp_path: Path) -> None:
    """To the solution and to every mistake: outcome, why, each part, and every sentence that is cited."""
    widget = asked(question, SMALL, tmp_path)
    for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
        verdict = check(question, answer)
        state = press(widget, "check", question.id, answer=answer)
        said = text_in(state["said"])
        for text in (verdict.feedback, *(part.feedback for part in verdict.parts)):
            assert text in said
        assert "?:" not in said
        for cite in verdict.cites:
            assert f"{cite} {SMALL.sentence(cite).text}" in said
        assert state["marks"] == marks(verdict, answer)


def marks(verdict: Verdict, answer: Any) -> dict[str, bool]:
    """Which parts of an answer are to be marked as right or wrong: all of what is right as a whole."""
    if verdict.parts and verdict.outcome is not Outcome.CORRECT:
        return {part.id: part.right for part in verdict.parts if part.right is not None}
    given = [answer] if isinstance(answer, str) else list(answer)
    return dict.fromkeys(given, verdict.outcome is Outcome.CORRECT)


@pytest.mark.slow
@each_of_london
def test_without_a_widget_the_question_can_be_read_and_printed(question: Question, tmp_path: Path) -> None:
    """The cell holds it as HTML as well, without script and without a word of the key."""
    data, _ = asked(question, SMALL, tmp_path)._repr_mimebundle_() or ({}, {})
    html = data["text/html"]
    assert "<script" not in html
    assert "@media print" in html
    for choice in form(question).choices:
        assert choice.text in unescape(html)
    assert not [secret for secret in secrets(question) if secret in html]


@each("date")
def test_a_date_shows_how_it_was_read(question: Question, tmp_path: Path) -> None:
    """While it is typed, before it is checked, and where it cannot be read."""
    case = next(case for other, case in ASKED if other is question)
    widget = asked(question, case, tmp_path)
    assert press(widget, "answer", question.id, answer="3 5 1920")["heard"]
    assert press(widget, "answer", question.id, answer="3 May 1920")["heard"] == "Understood as 3 May 1920."
    assert "cannot be read" in press(widget, "answer", question.id, answer="once upon")["heard"]
    assert press(widget, "answer", question.id, answer="")["heard"] == ""


@pytest.mark.slow
@given(JUNK, JUNK, st.sampled_from(["answer", "check", "hint", "solution", "tick", "?"]))
def test_nothing_that_a_page_can_send_does_harm(answer: object, ticked: object, act: str) -> None:
    """Malformed messages change nothing that counts, and raise nothing."""
    question, case = ASKED[0]
    widget = WIDGETS.setdefault(question.id, new_widget(question, case))
    for message in (answer, {"act": act, "question": question.id, "answer": answer, "ticked": ticked}):
        widget._hear(widget, message, [])
    assert widget.states[question.id]["marks"].get(solution(question)) in (None, answer == solution(question))


WIDGETS: dict[str, QuestionWidget] = {}


def new_widget(question: Question, case: Case) -> QuestionWidget:
    """A widget whose answers cannot be written, and need not be."""
    return asked(question, case, Path(__file__))


@pytest.mark.parametrize(
    ("score", "shown"), [(0, "0%"), (0.001, "1%"), (0.25, "25%"), (1 / 3, "33%"), (0.999, "99%"), (1, "100%")]
)
def test_credit_never_looks_full_or_lost_before_it_is(score: float, shown: str) -> None:
    """Rounded for people, but only all is 100% and only none is 0%."""
    assert percent(score) == shown


def test_typed_text_always_fits_into_the_file() -> None:
    """What a field lets one type is never too long to be kept, in any script."""
    widest = len(json.dumps("კ")) - 2  # of what the browser counts as a character
    for name, kind in KINDS.items():
        html = kind.page(Form("q", name, "{a}{b}{c}{d}", tuple(Choice(id, "") for id in "abcd"))).html()
        lengths = [int(part.split('"')[0]) for part in html.split('maxlength="')[1:]]
        assert sum(lengths) * widest < ANSWER_LIMIT
        assert bool(lengths) == (name in ("fill", "date", "place", "span", "value", "why"))
