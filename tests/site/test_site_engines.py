"""The static site in Firefox and in WebKit: Python runs in them, and they keep answers."""

from collections.abc import Callable, Iterator

import pytest

from coupquiz import load_bank
from coupquiz.kinds.check import form, solution
from tests.browser.answering import AskedInWindow, give_answer
from tests.browser.window import Window
from tests.site.opened import QUESTION, START, served

pytestmark = pytest.mark.slow

START_UP = 240  # seconds: Python takes half a minute to start in an idle WebKit

(ASKED,) = load_bank("start").questions
PLACE = f".question[data-question='{QUESTION}']"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


def test_first_page_and_notebook_work_and_keep_an_answer(new_window: Callable[[], Window], site: str) -> None:
    """The timeline comes to life, Python answers, and the answer is there in the next page."""
    window = new_window()
    window.open(f"{site}/")
    window.reads(".state", "nothing yet")
    window.run("document.querySelector('.timeline').scrollIntoView()")
    window.find(".timeline .main-svg")
    window.click(".timeline button", "Next ▶")
    window.find("#reading .sentence[aria-current]")
    window.see_no_barriers()
    assert window.complaints() == []

    window.open(f"{site}/{START}")
    window.until("return document.querySelector(arguments[0])", PLACE, patience=START_UP)
    window.focus(f"{PLACE} input")
    give_answer(AskedInWindow(window, PLACE), form(ASKED), solution(ASKED))
    window.click(f"{PLACE} button", "Check", held=0.15)
    window.reads(f"{PLACE} .said", "Right.")
    window.reads(f"{PLACE} .kept", "Saved")

    window.open(f"{site}/")
    window.reads(".state", "1 answer of yours is kept")
    assert window.run("return Boolean(navigator.serviceWorker.controller)")
