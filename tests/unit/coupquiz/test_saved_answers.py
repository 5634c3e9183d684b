"""What a notebook holds of its questions for whoever reads it without a kernel, as nbconvert does."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook

import coupdata
from coupdata.views.html.saved_html import saved_html
from coupquiz import Question, load_bank
from coupquiz.core.question import Answer
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, solution
from tests.unit.coupquiz.widgets import asked, press

BANKS = [load_bank(name) for name in ("week", "background", "timeline", "sources", "lab", "start")]
OF_EACH_KIND = {question.kind: question for bank in BANKS for question in bank.questions}
EXPLAINED = next(question for question in BANKS[0].questions if question.explain)


def words(html: str) -> str:
    """All words of a page."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("question", OF_EACH_KIND.values(), ids=OF_EACH_KIND)
def test_an_answer_stands_with_its_question_and_what_was_said_of_it(
    question: Question, tmp_path: Path
) -> None:
    """Options are ticked, blanks are filled, all else is written out; help is there if it was asked for."""
    widget = asked(question, coupdata.load(), tmp_path)
    before = saved_html(widget.still())
    answer = next(iter(KINDS[question.kind].mistakes(question)), solution(question))
    press(widget, "check", question.id, answer=answer)
    after = saved_html(widget.still())
    ticked = re.findall(r"<input [^>]*checked", after)
    if not ticked:
        given = saved_html(KINDS[question.kind].in_words(form(question), answer))
        assert words(given) in words(after)
    else:
        assert len(ticked) == (1 if isinstance(answer, str) else len(answer or ()))
    for choice in (*form(question).choices, *form(question).targets):
        if choice.text in words(before):
            assert choice.text in words(after)
    assert check(question, answer).feedback in words(after)
    assert "Solution" not in words(after)
    assert "<button" not in before + after
    press(widget, "solution", question.id)
    assert ("Solution" in words(saved_html(widget.still()))) == form(question).scored


def test_what_is_ticked_in_a_comparison_stays_ticked(tmp_path: Path) -> None:
    """The learner's own word on an answer in their own words."""
    question = OF_EACH_KIND["why"]
    widget = asked(question, coupdata.load(), tmp_path)
    press(widget, "check", question.id, answer="Because of this.")
    (first, *_) = [part.id for part in check(question, "Because of this.").parts]
    press(widget, "tick", question.id, ticked=[first])
    assert saved_html(widget.still()).count(" checked>") == 1


def test_an_order_that_was_kept_as_it_was_shown_stands_once(tmp_path: Path) -> None:
    """In its list, and marked there."""
    question = OF_EACH_KIND["order"]
    widget = asked(question, coupdata.load(), tmp_path)
    items = re.findall(r'data-part="([^"]+)"', widget._page.html())
    press(widget, "check", question.id, answer=items)
    html = saved_html(widget.still())
    assert "Your answer" not in words(html)
    assert re.search(r'class="option (right|wrong)"', html)


@pytest.mark.parametrize(
    ("kind", "answer", "said"),
    [
        ("place", "1920-04-30", "30 April 1920"),
        ("place", "[1920-05-02..1920-05-03]", "night of 2–3 May 1920"),
        ("place", "at the end of May", "at the end of May"),
        ("place", "undated", "No date: the reading gives none."),
        (
            "span",
            {"start": "1920-04-16/1920-04-30", "end": ".."},
            "It began : later April 1920 It ended : left open",
        ),
        ("span", {"end": "1920-05-07"}, "It ended : 7 May 1920"),
    ],
)
def test_what_is_put_on_an_axis_is_said_in_words(
    kind: str, answer: Answer, said: str, tmp_path: Path
) -> None:
    """As the summary and a student's page say it; the empty axis stays above it."""
    question = OF_EACH_KIND[kind]
    widget = asked(question, coupdata.load(), tmp_path)
    press(widget, "answer", question.id, answer=answer)
    html = saved_html(widget.still())
    assert words(html).endswith(f"Your answer {said}")
    assert "<svg" in html
    assert "<input" not in html


def test_an_explanation_stands_in_its_place_before_it_is_checked(tmp_path: Path) -> None:
    """And once it is checked, beside the reading as well."""
    widget = asked(EXPLAINED, coupdata.load(), tmp_path)
    assert "Because." not in words(saved_html(widget.still()))
    press(widget, "answer", EXPLAINED.id, answer=None, explanation="Because.")
    assert "in your own words Because." in words(saved_html(widget.still()))
    press(widget, "check", EXPLAINED.id, answer=solution(EXPLAINED), explanation="Because.")
    assert "in your own words Because." in words(saved_html(widget.still()))
    assert "Your explanation Because." in words(saved_html(widget.still()))


@pytest.mark.parametrize("kind", ["why", "date", "place", "fill", "span", "value", "explanation"])
def test_what_a_learner_writes_is_text(kind: str, tmp_path: Path) -> None:
    """Whatever it looks like."""
    question = OF_EACH_KIND.get(kind, EXPLAINED)
    widget = asked(question, coupdata.load(), tmp_path)
    script = "</style><script>alert(1)</script><b onclick=x>&amp;"
    ids = [choice.id for choice in form(question).choices]
    answer: Answer = dict.fromkeys(ids, script) if kind in ("fill", "span") else script
    explained = {"answer": solution(question), "explanation": script}
    press(widget, "check", question.id, **(explained if question is EXPLAINED else {"answer": answer}))
    html = saved_html(widget.still())
    assert "<script" not in html
    assert "</style" not in html
    assert "<b onclick" not in html
    assert script in words(html.replace("<strong>", "").replace("</strong>", ""))


def test_a_view_tells_what_to_save_as_soon_as_it_is_not_what_its_cell_has(tmp_path: Path) -> None:
    """The extension of JupyterLab hears it; there is nothing to tell before a cell has shown the view."""
    question = OF_EACH_KIND["why"]
    widget = asked(question, coupdata.load(), tmp_path)
    press(widget, "answer", question.id, answer="One.")
    assert widget.as_saved == ""
    bundle = widget._repr_mimebundle_()
    assert bundle
    assert bundle[0]["text/html"].endswith(saved_html(widget.still()))
    widget.refresh()
    assert widget.as_saved == ""
    press(widget, "answer", question.id, answer="Two.")
    assert "Two." in widget.as_saved
    assert widget.as_saved == saved_html(widget.still())
    press(widget, "answer", question.id, answer="One.")
    assert "One." in widget.as_saved


def test_an_exam_saves_the_answer_alone(tmp_path: Path) -> None:
    """It says nothing of it while it is given, either."""
    question = OF_EACH_KIND["single"]
    widget = asked(question, coupdata.load(), tmp_path, behaviour="exam")
    press(widget, "answer", question.id, answer=solution(question))
    html = saved_html(widget.still())
    assert html.count(" checked>") == 1
    assert check(question, solution(question)).feedback not in words(html)
    assert " right" not in html


CELLS = (
    'from coupquiz import Quiz\n\nquiz = Quiz("background", notebook="asked", folder=".")',
    """before = quiz.ask("which-failure", "premier-day")
for id, answer in (("premier-day", "29 April 1920"), ("which-failure", "peasants")):
    before._hear(before, {"question": id, "act": "check", "answer": answer, "turn": id}, [])""",
    'quiz.ask("which-failure", "premier-day")',
    "quiz.summary()",
)


@pytest.mark.slow
def test_nbconvert_shows_what_was_answered_before_the_cells_were_run(tmp_path: Path) -> None:
    """Without a browser and the extension: each question once, with its answer, and the count below them."""
    notebook: Any = new_notebook(cells=[new_code_cell(source) for source in CELLS])
    NotebookClient(
        notebook, timeout=120, store_widget_state=False, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    nbformat.validate(notebook)
    del notebook.cells[1]
    html, _ = HTMLExporter().from_notebook_node(notebook)
    shown = words(html)
    assert shown.count("Your answer 29 April 1920") == 1
    assert "2 of 2 answered" in shown
    assert html.count(' checked=""') == 1
    assert shown.count("After which failure?") == 1
    assert "Not right" in shown
    assert "QuestionWidget" not in shown
    assert "@media print" in html
