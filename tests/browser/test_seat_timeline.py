"""The timeline at a seat: it leaves out what is asked beside it, until that is answered there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import coupdata
from coupquiz import load_bank
from coupquiz.kinds.check import form
from tests.browser.test_room_seat import part_called, seated
from tests.room_process import open_room

CASE = coupdata.load()
TREATY = CASE.event("treaty-of-moscow")
ORDERED = form(load_bank("week").question("to-the-decision")).asked_for.order
MARK = ".js-plotly-plot .textpoint"
IDS = [event.id for event in CASE.events if event.scope != "context"]


@pytest.fixture(params=[390, 1280])
def quiet(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a phone or of a laptop; the test fails if it complains of anything."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": request.param, "height": 780})
    yield page
    assert said == []


def timeline(page: Page) -> None:
    """Open the timeline, by keys."""
    page.get_by_role("button", name="Open the timeline").press("Enter")
    expect(page.locator(MARK).first).to_be_visible()


def mark(page: Page) -> Locator:
    """The mark of the treaty, by its label."""
    return page.locator(MARK).filter(has_text="Treaty of Moscow")


def row(page: Page, event: str) -> Locator:
    """The row of an event in the list."""
    return page.locator(f"[role=option][data-id={event}]")


def test_what_is_asked_is_not_there_until_it_is_solved(quiet: Page, tmp_path: Path) -> None:
    """A line says what is missing and why, and shows it on demand; choice, place and focus stay."""
    with open_room(tmp_path, "week") as room:
        seated(quiet, room)
        room.act("parts", parts=["part-1"])
        timeline(quiet)
        question = quiet.locator("[data-question=treaty-day]")
        number = question.locator(".number").inner_text()
        note = quiet.locator(".coup-hidden-note")
        expect(note).to_contain_text("events are not on the timeline yet")
        expect(note).to_contain_text(number)
        words, button = note.locator("span").bounding_box(), note.get_by_role("button").bounding_box()
        assert words
        assert button
        is_beside = button["x"] >= words["x"] + words["width"]
        assert is_beside or (button["x"], True) == (words["x"], button["y"] >= words["y"] + words["height"])
        expect(mark(quiet)).to_have_count(0)
        expect(row(quiet, TREATY.id)).to_contain_text(f"asked for in {number}")
        row(quiet, TREATY.id).click()
        card = quiet.locator(".coup-card")
        expect(card).to_contain_text(f"Question {number} asks when this was.")

        quiet.get_by_role("button", name="Show them").press("Enter")
        expect(mark(quiet)).to_be_visible()
        expect(note).to_contain_text("are shown, although")
        expect(card).to_contain_text(TREATY.when.told)
        again = quiet.get_by_role("button", name="Hide them again")
        expect(again).to_be_focused()
        again.press("Enter")
        expect(mark(quiet)).to_have_count(0)
        expect(card).to_contain_text(f"Question {number} asks when this was.")

        question.locator("input[type=text]").fill("7 May 1920")
        check = question.get_by_role("button", name="Check")
        check.focus()
        down = quiet.evaluate("scrollY")
        check.press("Enter")
        expect(mark(quiet)).to_be_attached()
        expect(row(quiet, TREATY.id)).not_to_contain_text("asked for")
        expect(row(quiet, TREATY.id)).to_have_attribute("aria-selected", "true")
        expect(card).to_contain_text(TREATY.when.told)
        expect(check).to_be_focused()
        assert quiet.evaluate("scrollY") == down

        quiet.reload()
        timeline(quiet)
        expect(mark(quiet)).to_be_visible()
        expect(note).to_contain_text("events are not on the timeline yet")


def test_it_follows_what_the_teacher_opens_and_closes(quiet: Page, tmp_path: Path) -> None:
    """At once, and whoever is looking at it stays where they are."""
    with open_room(tmp_path) as room:
        look, put = part_called(room, "Seven stops"), part_called(room, "Now put it in order yourself")
        seated(quiet, room)
        room.act("parts", parts=[look])
        quiet.goto(f"{room.address}#{look}")
        timeline(quiet)
        expect(quiet.locator(MARK)).to_have_count(len(IDS))
        note = quiet.locator(".coup-hidden-note")
        expect(note).to_be_hidden()
        quiet.get_by_role("listbox").focus()
        quiet.keyboard.press("End")
        chosen = quiet.locator("[role=option][aria-selected=true]")
        expect(chosen).to_have_attribute("data-id", IDS[-1])
        place = "document.querySelector('.coup-chart').getBoundingClientRect().top"
        quiet.evaluate(f"scrollBy(0, {place} + 200)")
        before = quiet.evaluate(place)

        room.act("part", id=put, open=True)
        expect(note).to_be_visible()
        expect(quiet.locator(MARK)).not_to_have_count(len(IDS))
        for event in ORDERED:
            expect(row(quiet, event)).to_contain_text("asked for in")
        room.act("part", id=put, open=False)
        expect(quiet.locator(MARK)).to_have_count(len(IDS))
        expect(note).to_be_hidden()
        expect(quiet.get_by_role("listbox")).to_be_focused()
        expect(chosen).to_have_attribute("data-id", IDS[-1])
        assert abs(quiet.evaluate(place) - before) < 2


def test_what_is_voted_on_is_hidden_while_the_class_talks(quiet: Page, tmp_path: Path) -> None:
    """At their own pace, on a timeline that was open before; no part with the question is."""
    with open_room(tmp_path) as room:
        look = part_called(room, "Seven stops")
        seated(quiet, room)
        room.act("parts", parts=[look])
        quiet.goto(f"{room.address}#{look}")
        timeline(quiet)
        expect(quiet.locator(MARK)).to_have_count(len(IDS))

        room.act("ask", bank="week", question="to-the-decision")
        expect(quiet.locator(".question")).to_be_visible()
        room.act("way", way="own-pace")
        for event in ORDERED:
            expect(row(quiet, event)).to_contain_text("asked for in")
        room.act("reveal")
        expect(quiet.locator(MARK)).to_have_count(len(IDS))
        expect(quiet.locator(".coup-hidden-note")).to_be_hidden()
