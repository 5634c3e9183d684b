"""Seat, desk and wall of a room in Firefox and in WebKit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coupquiz import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from tests.browser.answering import AskedInWindow, give_answer, tab_into
from tests.browser.window import Window
from tests.room_process import OpenRoom, open_room
from tests.unit.coupquiz.asked import LONDON as ASKED

pytestmark = pytest.mark.slow

FIXTURES = Path(__file__).parents[1] / "fixtures"
LONDON = FIXTURES / "banks" / "london.toml", "--case", FIXTURES / "cases" / "london-1666"
"""A small bank that has every kind of question, and its case."""

QUESTIONS = ASKED.questions
ONE_OF_EACH = {question.kind: question for question in reversed(QUESTIONS)}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    """A room with a bank, a new one for each test and each try: nothing is answered yet."""
    with open_room(tmp_path, *map(str, LONDON)) as room:
        yield room


@pytest.fixture(scope="module")
def window(new_window: Callable[[], Window]) -> Window:
    """The window of a learner."""
    return new_window()


@pytest.fixture
def seat(window: Window, room: OpenRoom) -> Iterator[Window]:
    """The same when somebody has followed the code on the wall; the test fails if it complains."""
    window.open(f"{room.address}#{room.code}")
    window.reads("header", "Seat 1")
    yield window
    said = window.complaints()
    window.open("about:blank")  # before the room is closed, of which a page complains
    assert said == []


def open_part(seat: Window, room: OpenRoom) -> None:
    """Open the part to read and to answer."""
    room.act("parts", parts=[room.plan()["parts"][0]["id"]])
    seat.click("main a")
    seat.find(".coup-reading h3")


def place_of(question: Question) -> str:
    """The selector of a question."""
    return f".question[data-question='{question.id}']"


def test_a_part_is_read_and_a_question_of_each_kind_answered(seat: Window, room: OpenRoom) -> None:
    """At one's own pace, with keys alone: Tab, what the kind asks for, Check. The timeline is drawn below."""
    assert set(ONE_OF_EACH) == set(KINDS)
    open_part(seat, room)
    for question in ONE_OF_EACH.values():
        place = place_of(question)
        asked = AskedInWindow(seat, place)
        seat.focus(f"{place} :is(input, select, textarea, .item, .event)")
        give_answer(asked, form(question), solution(question))
        tab_into(asked, ".actions button:not(.keep)")
        seat.keys("Enter")
        seat.reads(f"{place} .said", "Right." if question.scored else "One good answer")
    seat.see_no_barriers()
    seat.press("Open the timeline")
    seat.find(".js-plotly-plot .textpoint")


@pytest.mark.parametrize("kind", ["date", "fill"])
def test_a_slow_click_counts_while_somebody_types(seat: Window, room: OpenRoom, kind: str) -> None:
    """Mouse down, a breath, mouse up: the field is left in between, and the button is still the same."""
    open_part(seat, room)
    question = [each for each in QUESTIONS if each.kind == kind][-1]
    place = place_of(question)
    seat.click(f"{place} input")
    give_answer(AskedInWindow(seat, place), form(question), solution(question))
    seat.click(f"{place} button", "Check", held=0.15)
    seat.reads(f"{place} .said", "Right.")


def test_a_class_votes_twice_and_the_wall_shows_it(
    seat: Window, room: OpenRoom, new_window: Callable[[], Window]
) -> None:
    """The desk leads: vote, close, vote again, answer, timeline."""
    asked = ONE_OF_EACH["single"]
    number = next(each["number"] for each in room.plan()["questions"] if each["id"] == asked.id)
    desk, wall = new_window(), new_window()
    desk.open(room.desk)
    wall.open(f"{room.address}{room.plan()['wall']}")
    desk.press("Vote")
    desk.press(f"Ask {number}")
    seat.reads("h1", "Your vote")
    seat.click(".option")
    seat.reads(".lead", "Your vote is in")
    wall.reads(".round", "1 has answered")
    desk.press("Close the vote")
    desk.press("Vote again")
    seat.reads("h1", "Second vote")
    seat.click(f".option[data-part='{solution(asked)}']")
    seat.reads(".lead", "Your vote is in")
    desk.press("Close the vote")
    desk.press("Show the answer")
    seat.reads(".said", "Right.")
    wall.reads(".bars li.right", "First vote: 0", "Second vote: 1")
    wall.find(".solution")
    desk.reads(".swayed", "1 seat voted twice.")
    for window in (desk, wall):
        window.see_no_barriers()
    desk.press("Timeline")
    desk.press("Next event")
    wall.reads(".coup-card h3", room.plan()["events"][0]["title"])
    wall.find(".js-plotly-plot .textpoint")
    assert desk.complaints() == wall.complaints() == []
