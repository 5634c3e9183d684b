"""The desk of a room in a real browser, with a real server, and learners who ask it by themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.room_process import OpenRoom, Visitor, open_room

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll("main :is(button, .button, input, select)")]
  .filter((each) => each.getBoundingClientRect().height < 43.5).map((each) => each.outerHTML.slice(0, 120))"""
QUESTION = {"bank": "start", "question": "what-to-seize"}
RIGHT, WRONG = "school-offices", "school"
TEST = next((Path(__file__).parents[2] / "exercises" / "assignments").rglob("*.questions.json"))
PHONE = {"width": 380, "height": 800}

SLOW_ANSWERS = """() => {
  const plain = window.fetch;
  window.fetch = async (...request) => {
    const response = await plain(...request);
    await new Promise((done) => setTimeout(done, 1500));
    return response;
  };
}"""
"""Has each answer to a request come late, but not what a socket tells."""

SLOW_REQUESTS = """() => {
  const plain = window.fetch;
  window.fetch = async (...request) => {
    await new Promise((done) => setTimeout(done, 500));
    return plain(...request);
  };
}"""
"""Has each request reach the room late."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    """A room with the lesson."""
    with open_room(tmp_path) as room:
        yield room


@pytest.fixture
def desk(page: Page, room: OpenRoom) -> Iterator[Page]:
    """The desk, opened by its secret address; the test fails if it complains of anything."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(room.desk)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield page
    assert said == []


def press(page: Page, name: str) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def doing(page: Page) -> Locator:
    """What the class does, as the desk says it."""
    return page.locator(".state")


def vote(learner: Visitor, answer: str, page: str = "vote-1-1") -> None:
    """Answer the question of a vote."""
    learner.post("seat/answer", page=page, **QUESTION, act="answer", answer=answer, turn=answer)


def answer(learner: Visitor, choice: str) -> None:
    """Answer the first question at one's own pace."""
    for act in ("answer", "check"):
        learner.post("seat/answer", page="part-2", **QUESTION, act=act, answer=choice, turn=act)


def test_a_browser_that_was_not_let_in_is_told_what_to_open(page: Page, room: OpenRoom) -> None:
    """And shown nothing of the lesson."""
    page.goto(f"{room.address}desk")
    expect(page.get_by_text("secret address")).to_be_visible()
    assert room.code not in page.locator("body").inner_text().replace(" ", "")


def test_it_says_where_to_join_and_who_is_here(desk: Page, room: OpenRoom) -> None:
    """At once, whenever somebody comes."""
    way_in = desk.locator(".way-in")
    expect(way_in).to_contain_text(f"{room.code[:3]} {room.code[3:]}")
    expect(way_in).to_contain_text("0 here, of 0 seats")
    room.join()
    expect(way_in).to_contain_text("1 here, of 1 seat")


def test_parts_are_opened_one_by_one_and_all(desk: Page) -> None:
    """By switches; the desk says how many are open."""
    first = desk.get_by_role("switch", name="Your first question")
    first.press("Space")
    expect(first).to_have_attribute("aria-checked", "true")
    expect(first).to_be_focused()
    expect(doing(desk)).to_have_text("At their own pace: 1 part open")
    press(desk, "Open all")
    expect(desk.locator("[role=switch][aria-checked=false]")).to_have_count(0)
    press(desk, "Close all")
    expect(desk.locator("[role=switch][aria-checked=true]")).to_have_count(0)


def test_the_grid_shows_who_is_how_far_and_where_the_class_is_stuck(desk: Page, room: OpenRoom) -> None:
    """By signs and words; a column leads to a vote on its question."""
    room.act("parts", parts=["part-2"])
    learners = [room.join() for _each in range(4)]
    for learner, choice in zip(learners, (RIGHT, WRONG, WRONG, WRONG), strict=True):
        answer(learner, choice)
    signs = desk.locator("td")
    expect(signs).to_have_text(["✓right", "✗not right yet", "✗not right yet", "✗not right yet"])
    column = desk.get_by_role("button", name=re.compile("^0.1"))
    expect(column).to_have_accessible_name("0.1: 1 of 4 right")
    expect(column).to_have_attribute("title", re.compile("attempt to seize"))
    expect(desk.locator("th.stuck")).to_have_count(1)
    column.press("Enter")
    press(desk, "Vote on this")
    expect(doing(desk)).to_have_text("First vote open")
    expect(desk.get_by_role("heading", level=2)).to_contain_text("attempt to seize")


def test_what_is_pressed_while_the_room_is_still_busy_is_done_next(desk: Page, room: OpenRoom) -> None:
    """Where the network is slow, the page shows a vote as closed before the room has said that it is."""
    room.act("ask", **QUESTION)
    expect(doing(desk)).to_have_text("First vote open")
    desk.evaluate(SLOW_ANSWERS)
    press(desk, "Close the vote")
    expect(doing(desk)).to_have_text("First vote closed")
    press(desk, "Show the answer")
    expect(doing(desk)).to_have_text("The answer is shown")


def test_a_seat_tells_its_key_and_is_forgotten_at_the_second_word(desk: Page, room: OpenRoom) -> None:
    """The focus stands on what changes nothing; Escape leaves it all as it was."""
    learner = room.join()
    key = learner.get("seat/view")["key"]
    press(desk, "Seat 1")
    expect(desk.locator(".chosen")).to_contain_text(key)
    press(desk, "Forget this seat")
    expect(desk.get_by_role("button", name="Keep it")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("button", name="Forget this seat")).to_be_visible()
    press(desk, "Forget this seat")
    press(desk, "Forget it")
    expect(desk.get_by_text("Nobody has joined yet.")).to_be_visible()
    assert learner.get("seat/view")["way"] == "gone"


def test_a_vote_from_its_question_to_the_next_with_keys_alone(desk: Page, room: OpenRoom) -> None:
    """Vote, look, talk, vote again, show; what is advised is the strong button."""
    learners = [room.join() for _each in range(10)]
    press(desk, "Vote")
    desk.get_by_label("Search by number or words").fill("seize")
    expect(desk.get_by_role("status").filter(has_text="1 question")).to_be_visible()
    press(desk, "Ask 0.1")
    expect(doing(desk)).to_have_text("First vote open")
    for learner in learners[:5]:
        vote(learner, WRONG)
    for learner in learners[5:9]:
        vote(learner, RIGHT)
    expect(desk.locator(".answered")).to_have_text("9 answered, of 10 seats")
    expect(desk.locator(".missing")).to_have_text("Not yet: Seat 10")
    strong = desk.locator(".vote .strong")
    step = desk.locator("[aria-current=step]")
    expect(strong).to_have_text("Close the vote")
    strong.press("Enter")
    expect(step).to_have_text("Look and decide")
    expect(desk.locator(".bars li.right")).to_contain_text("A military school and government offices")
    expect(desk.locator(".bars .n")).to_have_text(
        ["First vote: 5", "First vote: 0", "First vote: 4", "First vote: 0"]
    )
    expect(desk.locator(".scale")).to_have_accessible_name(re.compile("^4 of 9 right: 44%"))
    expect(desk.get_by_text("Crouch & Mazur")).to_be_visible()
    expect(strong).to_have_text("Discuss and vote again")
    strong.press("Enter")
    expect(step).to_have_text("Second vote")
    for learner in learners[:8]:
        vote(learner, RIGHT, "vote-1-2")
    expect(desk.locator(".answered")).to_contain_text("8 answered")
    press(desk, "Close the vote")
    expect(desk.get_by_role("row", name="from A")).to_have_text("from A0050")
    expect(desk.locator(".swayed")).to_contain_text("From wrong to right: 5 of 5.")
    expect(strong).to_have_text("Show the answer")
    strong.press("Enter")
    expect(desk.locator(".solution")).to_contain_text("s1.3")
    press(desk, "Next question: 1.1")
    expect(doing(desk)).to_have_text("First vote open")
    expect(desk.get_by_role("heading", level=2)).to_contain_text("1.1")


def test_hands_are_counted_where_there_are_no_devices(desk: Page, room: OpenRoom) -> None:
    """They are added to votes; those of another question are not left in the fields."""
    room.act("ask", **QUESTION)
    desk.reload()
    press(desk, "No devices? Count hands")
    desk.get_by_label("A military school and government offices").fill("12")
    desk.keyboard.press("Enter")
    expect(desk.locator(".answered")).to_contain_text("12 hands")
    vote(room.join(), RIGHT)
    press(desk, "Close the vote")
    expect(desk.locator(".bars li.right .n")).to_have_text("First vote: 13")
    room.act("ask", bank="week", question="first-step")
    expect(desk.locator(".hands")).to_have_attribute("data-of", "2-1")
    assert {field.input_value() for field in desk.locator(".hands input").all()} == {"0"}


def test_a_desk_turns_to_what_another_one_begins(desk: Page, room: OpenRoom) -> None:
    """A teacher's phone and computer are one desk."""
    expect(desk.get_by_role("button", name="Own pace")).to_have_attribute("aria-current", "true")
    room.act("ask", **QUESTION)
    expect(desk.get_by_role("heading", level=3, name="First vote")).to_be_visible()
    press(desk, "Choose another question")
    room.act("ask", bank="week", question="first-step")
    expect(desk.get_by_role("heading", level=3, name="First vote")).to_be_visible()
    expect(desk.locator(".hands, h2").first).not_to_have_text("Put a question to the vote")


def test_what_is_refused_is_said(page: Page, room: OpenRoom) -> None:
    """As an alert, in the server's words, until something works."""
    room.act("ask", **QUESTION)
    page.goto(room.desk)
    press(page, "No devices? Count hands")
    field = page.locator(".hands input").first
    field.evaluate("(field) => { field.max = ''; field.value = '5000'; field.form.requestSubmit(); }")
    expect(page.get_by_role("alert")).to_have_text("A number of hands is a whole number from 0 to 999.")
    field.fill("5")
    press(page, "Add these hands")
    expect(page.get_by_role("alert")).to_be_empty()


def test_the_second_half_of_a_double_click_presses_nothing_new(desk: Page, room: OpenRoom) -> None:
    """Where “Close the vote” was, another button stands by then."""
    room.act("ask", **QUESTION)
    desk.reload()
    desk.get_by_role("button", name="Close the vote").dblclick(delay=60)
    expect(doing(desk)).to_have_text("First vote closed")
    desk.wait_for_timeout(300)
    expect(doing(desk)).to_have_text("First vote closed")


def test_everybody_looks_up_and_goes_on(desk: Page) -> None:
    """At one press each."""
    press(desk, "Pause all")
    expect(doing(desk)).to_have_text("Paused: everybody looks up")
    press(desk, "Go on")
    expect(doing(desk)).to_have_text("Waiting: nothing is open yet")


def test_the_lesson_ends_at_the_second_word(desk: Page) -> None:
    """Then there is nothing left to press that would be refused."""
    press(desk, "End the lesson")
    expect(desk.get_by_role("button", name="Go on teaching")).to_be_focused()
    press(desk, "End it")
    expect(doing(desk)).to_have_text("The lesson is over")
    expect(desk.get_by_role("switch")).to_have_count(0)
    expect(desk.get_by_role("button", name="Pause all")).to_have_count(0)


def test_it_chooses_what_the_wall_shows(desk: Page, room: OpenRoom) -> None:
    """A link opens the wall; the timeline is stepped through, there and back."""
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Open the wall").click()
    wall = opened.value
    expect(wall.locator(".join")).to_be_visible()
    press(desk, "Timeline")
    events = room.plan()["events"]
    for event in events[:2]:
        press(desk, "Next event")
        expect(desk.get_by_label("Event on the wall")).to_have_value(event["id"])
    expect(wall.locator(".coup-card h3")).to_contain_text(events[1]["title"])
    desk.evaluate(SLOW_REQUESTS)
    for name in ("Next event", "Next event", "Next event", "Event before"):
        press(desk, name)  # before the room has answered
    expect(desk.get_by_label("Event on the wall")).to_have_value(events[3]["id"], timeout=10_000)
    desk.get_by_label("Event on the wall").select_option(events[5]["id"])
    expect(wall.locator(".coup-card h3")).to_contain_text(events[5]["title"])


def test_a_test_has_a_beginning_a_clock_and_an_end(page: Page, tmp_path: Path) -> None:
    """Signs tell who has answered, and nothing of what is right."""
    with open_room(tmp_path, str(TEST)) as room:
        page.goto(room.desk)
        learner = room.join()
        press(page, "Begin the test")
        expect(doing(page)).to_have_text("The test is open")
        page.get_by_label("Minutes from now").fill("20")
        page.keyboard.press("Enter")
        left = page.get_by_role("timer")
        expect(left).to_have_text(re.compile(r"^(20:00|19:5\d)$"))
        press(page, "Stop the clock")
        expect(page.get_by_role("button", name="Let it run")).to_be_visible()
        shown = left.inner_text()
        page.wait_for_timeout(1200)
        expect(left).to_have_text(shown)
        block = learner.get("seat/page?page=test")["blocks"][0]
        first = next(iter(block["states"]))
        learner.post(
            "seat/answer", page="test", bank=block["bank"], question=first, act="answer", answer="x", turn="1"
        )
        expect(page.locator("td[data-sign=a]")).to_have_count(1)
        press(page, "End the test")
        expect(page.get_by_role("button", name="Let them work")).to_be_focused()
        press(page, "End the test")
        expect(doing(page)).to_have_text("The test is closed")


@pytest.mark.parametrize("width", [320, 1400])
def test_axe_finds_nothing_and_nothing_is_cut_off(desk: Page, room: OpenRoom, width: int) -> None:
    """At every step, light and dark; whatever is pressed is large enough for a finger."""
    desk.set_viewport_size({"width": width, "height": 900})

    def look(step: str) -> None:
        for scheme in ("light", "dark"):
            desk.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(desk)
            assert not found.response["violations"], f"{step}, {scheme}: {found.generate_report()}"
        assert not desk.evaluate(SIDEWAYS), step
        assert desk.evaluate(SMALL) == [], step

    look("begin")
    learners = [room.join() for _each in range(6)]
    room.act("parts", parts=[part["id"] for part in room.plan()["parts"]])
    for learner, choice in zip(learners, (RIGHT, WRONG) * 3, strict=True):
        answer(learner, choice)
    desk.get_by_role("button", name=re.compile("^0.1")).click()
    look("own pace")
    desk.get_by_role("button", name="Vote", exact=True).click()
    look("choosing")
    press(desk, "Ask 0.1")
    press(desk, "No devices? Count hands")
    for learner, choice in zip(learners, (RIGHT, WRONG) * 3, strict=True):
        vote(learner, choice)
    look("open")
    press(desk, "Close the vote")
    expect(desk.locator(".bars")).to_be_visible()
    look("closed")
    room.act("again")
    for learner in learners:
        vote(learner, RIGHT, "vote-1-2")
    room.act("reveal")
    expect(desk.locator(".shift")).to_be_visible()
    room.act("show", wall="timeline")
    press(desk, "End the lesson")
    look("revealed")


def test_on_a_phone_the_ways_to_teach_are_where_the_thumb_is(desk: Page, room: OpenRoom) -> None:
    """So is the button that closes a vote."""
    desk.set_viewport_size(PHONE)
    room.act("ask", **QUESTION)
    desk.get_by_role("button", name=re.compile("^Vote")).click()
    nav = desk.get_by_role("navigation").bounding_box()
    close = desk.get_by_role("button", name="Close the vote").bounding_box()
    assert nav
    assert close
    assert nav["y"] + nav["height"] == PHONE["height"]
    assert PHONE["height"] * 0.4 < close["y"] < nav["y"] - close["height"]
