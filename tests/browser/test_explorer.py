"""The explorer in a real browser without Jupyter: its chart, and the controls that answer by themselves."""

from itertools import chain, combinations, product
from statistics import median

import pytest
from playwright.sync_api import Page, expect

import coupdata
from coupdata.views import explorer
from coupdata.views.timeline_chart.figure import timeline
from coupdata.views.timeline_chart.traces import WIDTHS
from tests.browser import alone
from tests.browser.drawn import draw, marks, words

CASE = coupdata.load()
IDS = [event.id for event in CASE.events if event.scope != "context"]
"""The events that an explorer shows, in its order."""

STAY = 3_200
"""Milliseconds for which "play" stays with an event."""

MARKED = """(ids) => ids.map((id) => {
  const list = document.querySelector("[role=listbox]");
  const row = list.querySelector(`[data-id=${id}]`);
  const start = performance.now();
  row.click();
  const shown = row.getAttribute("aria-selected") === "true" && getComputedStyle(row).backgroundColor;
  list.getBoundingClientRect();
  return [shown, performance.now() - start];
})"""


@pytest.mark.parametrize("context", [False, True], ids=["told", "context"])
def test_no_words_cover_each_other_on_the_chart(page: Page, context: bool) -> None:
    """Where they are drawn, each label in bold as if chosen; nor do they cover marks or leave the page."""
    for width in (250, 310, 380, 480, 599, 600, 700, 800, 1000, 1200, 1400, 1600):
        figure = timeline(CASE, width=max(known for known in WIDTHS if known <= width), context=context)
        for trace in figure.select_traces({"mode": "text"}):
            trace.text = [f"<b>{label}</b>" for label in trace.text]
        page.set_viewport_size({"width": width, "height": 900})
        draw(page, figure)
        found, symbols = words(page), marks(page)
        assert len(found) > len(IDS)
        assert len(symbols) >= len(IDS)
        for one, other in chain(combinations(found, 2), product(found, symbols)):
            assert one.is_apart_from(other), f"{width} pixels: {one} and {other}"
        for said in found:
            assert said.left >= -1, f"{width} pixels: {said}"
            assert said.right <= width + 1, f"{width} pixels: {said}"


@pytest.fixture
def controls(page: Page) -> Page:
    """Filters, steps and list, alone on a page whose clock a test can turn."""
    page.clock.install()
    alone.show(page, explorer(CASE)._navigator)
    return page


def chosen(page: Page) -> str:
    """The id of the event that is chosen; the list shows it, in sight."""
    id = str(page.evaluate("model.get('selected')"))
    row = page.locator("[role=option][aria-selected=true]")
    if id:
        expect(row).to_have_attribute("data-id", id)
        expect(row).to_be_in_viewport()
    else:
        expect(row).to_have_count(0)
    return id


def test_the_list_is_worked_by_keys_alone(controls: Page) -> None:
    """Tab leads past steps and filters to it; arrows and the like choose, Escape takes the choice back."""
    for _ in range(7):
        controls.keyboard.press("Tab")
    listbox = controls.get_by_role("listbox")
    expect(listbox).to_be_focused()
    expect(listbox).to_have_accessible_name(f"Timeline: {CASE.title}")
    here = -1
    for key, to in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", 0),
        ("PageDown", 8),
        ("PageUp", 0),
        ("End", len(IDS) - 1),
        ("ArrowDown", len(IDS) - 1),
        ("PageUp", len(IDS) - 9),
        ("Home", 0),
    ):
        controls.keyboard.press(key)
        assert chosen(controls) == IDS[to], f"{key} from {here}"
        assert listbox.get_attribute("aria-activedescendant") == listbox.locator(
            "[aria-selected=true]"
        ).get_attribute("id")
        here = to
    controls.keyboard.press("Escape")
    assert chosen(controls) == ""
    assert listbox.get_attribute("aria-activedescendant") is None
    expect(listbox).to_be_focused()


def test_steps_go_to_and_fro(controls: Page) -> None:
    """One event at a time, and no further than the ends, where the button says so and keeps the focus."""
    previous, following = (controls.get_by_role("button", name=name) for name in ("Previous", "Next"))
    for id in IDS:
        following.click()
        assert chosen(controls) == id
    expect(following).to_have_attribute("aria-disabled", "true")
    controls.keyboard.press("Enter")
    expect(following).to_be_focused()
    assert chosen(controls) == IDS[-1]
    previous.click()
    assert chosen(controls) == IDS[-2]
    expect(following).to_have_attribute("aria-disabled", "false")


def test_play_plays_and_pause_pauses(controls: Page) -> None:
    """It begins at once and stays with each event a while; paused, it never goes on by itself."""
    play = controls.get_by_role("button", name="Play")
    play.click()
    pause = controls.get_by_role("button", name="Pause")
    for id in IDS[:3]:
        assert chosen(controls) == id
        controls.clock.run_for(STAY)
    pause.click()
    assert chosen(controls) == IDS[3]
    controls.clock.run_for(20 * STAY)
    assert chosen(controls) == IDS[3]
    play.click()
    assert chosen(controls) == IDS[4]
    controls.get_by_role("button", name="Next").click()  # whoever steps takes over
    controls.clock.run_for(20 * STAY)
    assert chosen(controls) == IDS[5]
    play.click()
    controls.evaluate("dispose()")
    controls.clock.run_for(20 * STAY)
    assert controls.evaluate("model.get('selected')") == IDS[6]


def test_play_and_steps_keep_to_what_the_filters_leave(controls: Page) -> None:
    """So does the list; it counts them, and play stops at the last and can begin anew."""
    left = [event.id for event in CASE.events if event.id in IDS and "red-army" in event.involved]
    assert 2 < len(left) < len(IDS)
    controls.get_by_label("Who").select_option("red-army")
    assert controls.evaluate("model.get('actor')") == "red-army"
    expect(controls.get_by_role("status").last).to_have_text(f"{len(left)} of {len(IDS)} events")
    rows = controls.locator("[role=option]:not([aria-disabled])")
    assert [row.get_attribute("data-id") for row in rows.all()] == left
    play = controls.get_by_role("button", name="Play")
    for _ in range(2):
        play.click()
        for id in left:
            assert chosen(controls) == id
            controls.clock.run_for(STAY)
        expect(play).to_be_visible()
        assert chosen(controls) == left[-1]
    controls.get_by_role("listbox").press("Home")
    assert chosen(controls) == left[0]


def test_filters_follow_python(controls: Page) -> None:
    """What is set there shows in the fields, and what they leave in the list."""
    controls.evaluate("model.set('place', 'tiflis')")
    expect(controls.get_by_label("Where")).to_have_value("tiflis")
    some = controls.locator("[role=option][aria-disabled=true]").count()
    assert 0 < some < len(IDS)
    controls.evaluate("model.set('place', '')")
    expect(controls.locator("[role=option][aria-disabled=true]")).to_have_count(0)


def test_the_list_marks_a_choice_within_a_frame(page: Page) -> None:
    """In the page itself, whatever the kernel does."""
    alone.show(page, explorer(CASE)._navigator)
    took = []
    for shown, milliseconds in page.evaluate(MARKED, IDS):
        assert shown not in (False, "rgba(0, 0, 0, 0)")
        took.append(milliseconds)
    assert median(took) < 16
