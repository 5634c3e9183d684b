"""Everything that the lesson shows: for fingers, on the narrowest page, with text spaced, without colours."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import coupdata
from coupdata.views import actors_view, explorer, map_view, reading, tour
from coupquiz import ProgressView, Quiz, load_bank
from tests.browser import alone
from tests.unit.coupquiz.asked import NAMES
from tests.unit.coupquiz.widgets import bank_of

CASE = coupdata.load()
KIND = {question.kind: question for name in NAMES for question in load_bank(name).questions}
"""A question of each kind."""

SMALL = """() => [...document.querySelectorAll("#widget *")]
  .filter((each) => each.matches("a, button, summary, input, select, textarea, [role=option]"))
  .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((each) => getComputedStyle(each).display !== "inline")  // a word in a line of text
  .map((each) => each.closest("label") ?? each)
  .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44)
  .map((each) => each.outerHTML.slice(0, 120))"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
  * { word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }"""
"""What the success criterion 1.4.12 of WCAG 2.2 has a reader set."""

UNSEEN = """() => [...document.querySelectorAll("#widget :is(button, input, select)")]
  .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((each) => {
    const box = each.closest(".option") ?? each;
    const { borderTopWidth, borderTopColor, textDecorationLine } = getComputedStyle(box);
    const paper = getComputedStyle(document.querySelector(".coup")).backgroundColor;
    const isEdged = parseFloat(borderTopWidth) > 0 && borderTopColor !== paper;
    return !isEdged && textDecorationLine !== "underline" && !["radio", "checkbox"].includes(each.type);
  })
  .map((each) => each.outerHTML.slice(0, 120))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def shows() -> Iterator[tuple[str, Callable[[Path], Any]]]:
    """Yield every widget of the lesson, and one of each kind of question."""
    yield from ((f"question-{kind}", asked(question)) for kind, question in KIND.items())
    yield "summary", lambda folder: Quiz("week", notebook="test", folder=folder).summary()
    yield "progress", lambda folder: ProgressView(folder=folder)
    yield "reading", lambda _folder: reading(CASE)
    yield "actors", lambda _folder: actors_view(CASE)
    yield "map", lambda _folder: map_view(CASE)
    yield "steps and filters", lambda _folder: explorer(CASE).children[0]
    yield "card", lambda _folder: explorer(CASE).children[1]
    yield "tour", lambda _folder: tour(explorer(CASE))


def asked(question: Any) -> Callable[[Path], Any]:
    """Return what asks a question alone, as it stands in a notebook."""
    return lambda folder: Quiz(bank_of(question), notebook="test", folder=folder).ask(question.id)


SHOWS = dict(shows())


@pytest.fixture(params=SHOWS)
def widget(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Each of them in turn."""
    return SHOWS[request.param](tmp_path)


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def show(page: Page, widget: Any) -> None:
    """Show a widget as Python would: with its states, where it has some."""
    alone.show(page, widget)
    if hasattr(widget, "states"):
        page.evaluate("(states) => model.set('states', states)", widget.states)


def test_whatever_is_pressed_is_large_enough_for_a_finger(touched: Page, widget: Any) -> None:
    """44 pixels at least, both ways."""
    show(touched, widget)
    assert touched.evaluate(SMALL) == []


def test_nothing_is_cut_off_where_text_is_spaced_on_the_narrowest_page(page: Page, widget: Any) -> None:
    """320 pixels: a window of 1280 at 400%."""
    page.set_viewport_size({"width": 320, "height": 800})
    show(page, widget)
    page.add_style_tag(content=SPACED)
    assert page.evaluate(WIDER) == 0


def test_a_choice_is_seen_without_colours(page: Page, widget: Any) -> None:
    """What can be pressed keeps an edge or an underline where the system has its own colours."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    show(page, widget)
    assert page.evaluate(UNSEEN) == []
