"""A notebook of the lesson in JupyterLab, in Firefox and in WebKit."""

from collections.abc import Callable, Iterator

import pytest

from coupquiz import load_bank
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt
from coupquiz.kinds.check import form, solution
from tests import server
from tests.browser.answering import AskedInWindow, give_answer, tab_into
from tests.browser.window import Window, until
from tests.server import Lab

pytestmark = pytest.mark.slow

NAME = "00_start_here"
(QUESTION,) = load_bank("start").questions
PLACE = f".question[data-question='{QUESTION.id}']"

FILLED = """const bars = [...document.querySelectorAll(".coup-lesson-bar[data-stage=ready]")];
return bars.filter((bar) => bar.checkVisibility()).length === 1;"""
"""Whether the notebook in sight is ready."""

AT_TOP = """const title = document.querySelector(".jp-NotebookPanel h1").getBoundingClientRect();
return title.top >= document.querySelector(".jp-Notebook").getBoundingClientRect().top;"""

IS_QUIET = """const [told] = document.querySelectorAll(".coup-lesson-told");
return !told.textContent && !told.childElementCount;"""
"""Whether the line above the notebook neither says anything nor shows that it works."""

START_UP = 120  # seconds: WebKit is slow on a busy machine


@pytest.fixture
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as `coup1920 lesson` starts it, for each engine a new one."""
    with server.lesson(tmp_path_factory.mktemp("home")) as lab:
        yield lab


def attempt_in(lab: Lab) -> Attempt:
    """The attempt at the one question that was answered, as it is on disk."""
    (record,) = Answers(lab.folder, NAME).read().values()
    return record.attempt


def test_a_notebook_fills_itself_and_keeps_an_answer(new_window: Callable[[], Window], lab: Lab) -> None:
    """Nothing is run by hand. Its question is answered by keys, checked by mouse, saved, and there again."""
    window = new_window()
    window.open(lab.url(f"lab/tree/{NAME}.ipynb"))
    window.until(FILLED, patience=START_UP)
    assert window.run(AT_TOP)
    window.until(IS_QUIET)
    window.find(".js-plotly-plot .textpoint")
    window.find(".coup-reading .term")

    cells = window.run("return document.querySelectorAll('.jp-Notebook .jp-Cell').length")
    window.focus(".coup [role=listbox]")
    window.keys("ArrowDown", "d", "d", "x", "ArrowDown")
    window.find("[role=option][aria-selected=true]")
    asked = AskedInWindow(window, PLACE)
    tab_into(asked, "input", most=40)
    give_answer(asked, form(QUESTION), solution(QUESTION))
    window.reads(f"{PLACE} .kept", "Saved")
    window.click(f"{PLACE} button", "Check", held=0.15)
    window.reads(f"{PLACE} .said", "Right.")
    assert window.run("return document.querySelectorAll('.jp-Notebook .jp-Cell').length") == cells
    until(lambda: attempt_in(lab).solved, "a right answer in the file")
    assert attempt_in(lab).answer == solution(QUESTION)
    window.see_no_barriers(".coup-lesson-bar, .coup-questions, .coup-explorer")

    window.reload()
    window.until(FILLED, patience=START_UP)
    window.reads(f"{PLACE} .said", "Right.")
    assert window.run(
        "return document.querySelector(arguments[0]).value", f"{PLACE} input:checked"
    ) == solution(QUESTION)
