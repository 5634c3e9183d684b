"""Actors and map in a real browser: for the eye, the pointer and the keyboard."""

from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import coupdata
from coupdata.views import actors_view, map_view
from coupdata.views.actors.figure import actors_figure
from coupdata.views.map.figure import map_figure
from tests.browser import alone
from tests.browser.drawn import draw, words

CASE = coupdata.load()
VIEWS = {"actors": actors_view, "map": map_view}
FIGURES = {"actors": actors_figure, "map": map_figure}
CHOICES = {"actors": "kvinitadze", "map": "tiflis"}
"""Something to choose in each."""


@pytest.fixture(params=VIEWS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each of the two views in turn."""
    return str(request.param)


@pytest.fixture
def twin(page: Page, kind: str) -> Page:
    """The twin of a view, alone on a page."""
    alone.show(page, VIEWS[kind](CASE)._twin)
    return page


@pytest.mark.parametrize("width", [260, 364, 620, 900, 1400])
def test_no_words_cover_each_other_in_the_browser(page: Page, kind: str, width: int) -> None:
    """With its real letters, and inside the picture; the names of what is chosen are in bold."""
    page.set_viewport_size({"width": 1400, "height": 900})
    figure = FIGURES[kind](CASE, width=width, selected="college-attack")
    draw(page, figure)
    found = words(page)
    assert len(found) > 10
    for one, other in combinations(found, 2):
        assert one.is_apart_from(other), f"{one} and {other}"
    for said in found:
        assert said.left >= -1, said
        assert said.right <= figure.layout.width + 1, said


def test_the_list_is_worked_by_keys_alone(twin: Page) -> None:
    """Tab enters it; arrows, Home and End choose, Escape takes the choice back; what is chosen is told."""
    options = twin.locator("[role=option]")
    first, second, last = (options.nth(n).get_attribute("data-id") for n in (0, 1, options.count() - 1))
    twin.keyboard.press("Tab")
    for key, expected in (
        ("ArrowDown", first),
        ("ArrowDown", second),
        ("End", last),
        ("ArrowDown", last),
        ("Home", first),
        ("ArrowUp", first),
    ):
        twin.keyboard.press(key)
        assert twin.evaluate("model.get('choice')") == expected
        expect(twin.locator("[aria-selected=true]")).to_have_attribute("data-id", str(expected))
        expect(twin.locator("[data-about]:visible")).to_have_attribute("data-about", str(expected))
        expect(twin.locator("[aria-selected=true]")).to_be_in_viewport()
    twin.keyboard.press("Escape")
    assert twin.evaluate("model.get('choice')") == ""
    expect(twin.locator("[aria-selected=true]")).to_have_count(0)
    expect(twin.locator("[data-about]:visible")).to_have_attribute("data-about", "")


def test_events_are_chosen_by_keys_and_told(twin: Page, kind: str) -> None:
    """Tab goes on to the events of what is chosen; Enter chooses one, and again takes it back."""
    twin.evaluate("(id) => model.set('choice', id)", CHOICES[kind])
    twin.keyboard.press("Tab")
    twin.keyboard.press("Tab")
    button = twin.locator("button:focus")
    event = CASE.event(button.get_attribute("data-event") or "")
    twin.keyboard.press("Enter")
    assert twin.evaluate("model.get('selected')") == event.id
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(twin.locator("[data-told]:visible")).to_contain_text(event.title)
    twin.keyboard.press("Enter")
    assert twin.evaluate("model.get('selected')") == ""
    expect(twin.locator("[data-told]:visible")).to_have_count(0)


def test_no_key_leaves_the_twin(twin: Page, kind: str) -> None:
    """Not one key pressed in a control of it reaches whatever surrounds it."""
    twin.evaluate(
        "() => { window.leaked = []; document.body.onkeydown = (event) => leaked.push(event.key); }"
    )
    twin.evaluate("(id) => model.set('choice', id)", CHOICES[kind])
    for control in ("[role=listbox]:focus", "button:focus"):
        twin.keyboard.press("Tab")
        expect(twin.locator(control)).to_have_count(1)
        for key in ("Escape", "d", "d", "x", "a", "b", "Enter", "ArrowDown", "ArrowUp"):
            twin.keyboard.press(key)
    assert set(twin.evaluate("leaked")) <= {"Tab"}


@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(twin: Page, kind: str, width: int, scheme: str) -> None:
    """Before a choice and with one."""
    twin.set_viewport_size({"width": width, "height": 900})
    twin.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for choice, selected in (("", ""), (CHOICES[kind], "college-attack")):
        twin.evaluate("(id) => model.set('choice', id)", choice)
        twin.evaluate("(id) => model.set('selected', id)", selected)
        found = Axe().run(twin)
        assert not found.response["violations"], found.generate_report()
    assert twin.evaluate("document.documentElement.scrollWidth") <= width


def test_a_view_that_lost_its_kernel_says_so(twin: Page) -> None:
    """It does not play dead."""
    asleep = twin.locator("[role=status]")
    expect(asleep).to_have_text("")
    twin.evaluate("model.set('comm_live_update', true)")  # what Jupyter calls then
    expect(asleep).to_contain_text("Run this cell again")


def test_where_no_script_runs_everything_is_said(page: Page, kind: str) -> None:
    """Print and a notebook read without a kernel have every choice told, and nothing to choose."""
    data, _ = VIEWS[kind](CASE)._repr_mimebundle_()
    page.set_content(data["text/html"])
    expect(page.locator("[role=listbox]")).to_be_hidden()
    parts = page.locator("[data-about]")
    assert parts.count() > 5
    assert all(part.is_visible() for part in parts.all())
