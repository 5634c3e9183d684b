"""A learner's page of a room in a real browser, with a real server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from coupquiz.answers.transfer import export_progress
from tests.browser.conftest import watched_page
from tests.room_process import OpenRoom, open_room
from tests.unit.coupquiz.review.folders import days_ago, lesson_done

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll("main :is(a, button, summary, input, select, textarea)")]
  .filter((each) => each.checkVisibility({ opacityProperty: true }) && !each.closest(".view"))
  .map((each) => each.closest(".option:not(li, .pair), .unscored label, .name") ?? each)
  .filter((each) => each.getBoundingClientRect().height < 43.5)
  .map((each) => each.outerHTML.slice(0, 120))"""
PLOTLY = "plotly_basic.js"
TEST_FILE = next((Path(__file__).parents[2] / "exercises" / "assignments").rglob("*.questions.json"))
QUESTION = {"bank": "week", "question": "first-step"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    """A room with the lesson."""
    with open_room(tmp_path) as room:
        yield room


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page; the test fails if it complains of anything."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": 380, "height": 780})
    yield page
    assert said == []


def seated(page: Page, room: OpenRoom) -> Page:
    """A page that has followed the code on the wall."""
    page.goto(f"{room.address}#{room.code}")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are in.")
    return page


def heading(page: Page, text: str) -> None:
    """Wait until the page has this heading, and that it has the focus."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_the_address_on_the_wall_is_enough(quiet: Page, room: OpenRoom) -> None:
    """It leads to a seat, and the code does not stay in it."""
    seated(quiet, room)
    assert quiet.url == room.address
    quiet.reload()
    expect(quiet.locator(".seat-name")).to_have_text("Seat 1")


def test_a_code_is_typed_with_the_keyboard_alone(page: Page, room: OpenRoom) -> None:
    """In small letters; a wrong one is said to be, and stays to be put right."""
    page.goto(room.address)
    page.get_by_label("The code on the wall").press_sequentially("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").first).to_contain_text("not the code")
    field = page.get_by_label("The code on the wall")
    expect(field).to_have_value("wrong")
    field.fill(room.code.lower())
    page.keyboard.press("Enter")
    heading(page, "You are in.")


@pytest.mark.parametrize(
    ("names", "label"), [("nickname", "What shall we call you?"), ("number", "Your number")]
)
def test_a_name_is_asked_for_where_the_teacher_wants_one(
    page: Page, tmp_path: Path, names: str, label: str
) -> None:
    """The seat has it then."""
    with open_room(tmp_path, "--names", names) as room:
        page.goto(f"{room.address}#{room.code}")
        expect(page.get_by_label(label)).to_be_focused()
        page.keyboard.type("17")
        page.keyboard.press("Enter")
        expect(page.locator(".seat-name")).to_have_text("17")


def test_whoever_joins_again_by_the_qr_code_can_go_back(page: Page, tmp_path: Path) -> None:
    """A name that is taken says so, and the key, asked for below it, leads to its seat."""
    with open_room(tmp_path, "--names", "nickname") as room:
        for again in ("", "?again"):
            page.context.clear_cookies()
            page.goto(f"{room.address}{again}#{room.code}")
            page.get_by_role("textbox").fill("Ana")
            page.keyboard.press("Enter")
            if not again:
                key = page.locator(".key b").text_content() or ""
        expect(page.get_by_role("alert")).to_contain_text("go back with your key. If not, choose another.")
        page.get_by_text("I have been here before").click()
        page.get_by_label("Your key").fill(key)
        page.get_by_role("button", name="Go on where I was").click()
        expect(page.locator(".seat-name")).to_have_text("Ana")


def test_a_name_is_chosen_from_a_list(page: Page, tmp_path: Path) -> None:
    """Whoever sits there already is not on it."""
    roster = tmp_path / "class.csv"
    roster.write_text("name\nAnna Lee\nBen Okri\nCleo Das\n", encoding="utf-8")
    with open_room(tmp_path, "--roster", str(roster)) as room:
        page.goto(f"{room.address}#{room.code}")
        page.get_by_text("Ben Okri").click()
        page.get_by_role("button", name="Join").click()
        expect(page.locator(".seat-name")).to_have_text("Ben Okri")
        page.context.clear_cookies()
        page.goto(f"{room.address}?again#{room.code}")
        expect(page.locator(".name")).to_have_text(["Anna Lee", "Cleo Das"])


def test_a_key_leads_back_from_another_device(quiet: Page, room: OpenRoom, browser: Browser) -> None:
    """To the same seat and what was answered there."""
    seated(quiet, room)
    quiet.get_by_text("Seat 1", exact=True).first.click()
    key = quiet.locator(".key b").inner_text()
    with watched_page(browser) as other:
        other.goto(room.address)
        other.get_by_text("I have been here before").click()
        other.get_by_label("Your key").fill(key.lower())
        other.get_by_role("button", name="Go on where I was").click()
        expect(other.locator(".seat-name")).to_have_text("Seat 1")


def test_a_vote_from_its_opening_to_its_answer(quiet: Page, room: OpenRoom) -> None:
    """Each step is seen and heard; a vote can be changed until it is closed."""
    seated(quiet, room)
    live = quiet.locator(".unseen[role=status]").last
    room.act("ask", **QUESTION)
    heading(quiet, "Your vote")
    expect(live).to_have_text("A new question. Voting is open.")
    expect(quiet.locator(".letter")).to_have_text(["A", "B", "C", "D", "E"])
    option = quiet.get_by_role("radio")
    option.nth(0).focus()
    quiet.keyboard.press("ArrowDown")
    expect(quiet.locator(".lead")).to_contain_text("Your vote is in")
    room.act("close")
    expect(live).to_have_text("Voting is closed.")
    expect(option.nth(1)).to_be_checked()
    expect(option.nth(1)).to_be_disabled()
    room.act("again")
    heading(quiet, "Second vote")
    expect(quiet.get_by_role("radio", checked=True)).to_have_count(0)
    quiet.get_by_text("On the night of").click()
    expect(quiet.locator(".lead")).to_contain_text("Your vote is in")
    assert quiet.locator(".feedback, .solution, .right, .wrong").count() == 0
    room.act("reveal")
    expect(quiet.locator(".feedback")).to_contain_text("Right.")
    expect(quiet.locator(".feedback .sentences")).to_contain_text("c3.1")
    expect(live).to_have_text("The answer is shown.")


def part_called(room: OpenRoom, title: str) -> str:
    """The id of a part of the lesson."""
    return next(one["id"] for one in room.plan()["parts"] if one["title"] == title)


def test_a_pause_covers_everything_and_keeps_it(quiet: Page, room: OpenRoom) -> None:
    """What is being typed, the focus and the place; what was typed is sent when the lesson goes on."""
    seated(quiet, room)
    room.act("parts", parts=[part_called(room, "Now put it in order yourself")])
    field = quiet.locator(".question.date input[type=text]")
    field.scroll_into_view_if_needed()
    field.press_sequentially("7 May 192")
    down = quiet.evaluate("scrollY")
    room.act("pause", paused=True)
    expect(quiet.get_by_role("heading", name="Look up")).to_be_visible()
    assert quiet.evaluate("document.activeElement === document.body")
    room.act("pause", paused=False)
    expect(quiet.get_by_role("heading", name="Look up")).to_be_hidden()
    expect(field).to_be_focused()
    assert quiet.evaluate("scrollY") == down
    expect(field).to_have_value("7 May 192")
    quiet.keyboard.type("0")
    expect(quiet.locator(".question.date .kept")).to_contain_text("Saved")
    quiet.reload()
    expect(field).to_have_value("7 May 1920")


def test_parts_at_ones_own_pace(quiet: Page, room: OpenRoom) -> None:
    """The menu, a part and its feedback, the next, and Back."""
    seated(quiet, room)
    room.act(
        "parts",
        parts=[
            part_called(room, "Your first question"),
            part_called(room, "The whole story in six sentences"),
        ],
    )
    heading(quiet, "At your own pace")
    expect(quiet.get_by_role("link", name="Your first question")).to_contain_text("0 of 1 answered")
    quiet.get_by_role("link", name="Your first question").press("Enter")
    heading(quiet, "Your first question")
    assert quiet.url.endswith(f"#{part_called(room, 'Your first question')}")
    expect(quiet.locator(".coup-reading h3")).to_have_text("In brief")
    quiet.get_by_role("radio").nth(2).check()
    quiet.get_by_role("button", name="Check").click()
    expect(quiet.locator(".feedback")).to_contain_text("Right.")
    quiet.get_by_role("link", name="Next part").click()
    heading(quiet, "The whole story in six sentences")
    quiet.go_back()
    heading(quiet, "Your first question")
    expect(quiet.locator(".feedback")).to_contain_text("Right.")
    quiet.get_by_role("link", name="All parts").click()
    expect(quiet.get_by_role("link", name="Your first question")).to_contain_text("1 of 1 answered")


def test_a_vote_between_leaves_a_part_as_it_was(quiet: Page, room: OpenRoom) -> None:
    """The same place on the page, with what was typed."""
    seated(quiet, room)
    room.act(
        "parts",
        parts=[
            part_called(room, "Order and cause"),
            part_called(room, "The reading, once more"),
        ],
    )
    quiet.goto(f"{room.address}#{part_called(room, 'Order and cause')}")
    field = quiet.locator(".question.why textarea")
    field.scroll_into_view_if_needed()
    field.fill("Because it had")
    expect(quiet.locator(".question.why .kept")).to_contain_text("Saved")
    down = quiet.evaluate("scrollY")
    room.act("ask", **QUESTION)
    heading(quiet, "Your vote")
    assert quiet.evaluate("scrollY") == 0
    room.act("way", way="own-pace")
    heading(quiet, "Order and cause")
    expect(field).to_have_value("Because it had")
    assert abs(quiet.evaluate("scrollY") - down) < 3


def test_what_is_answered_in_another_tab_shows_here(quiet: Page, room: OpenRoom) -> None:
    """Without a reload."""
    seated(quiet, room)
    room.act("ask", **QUESTION)
    heading(quiet, "Your vote")
    other = quiet.context.new_page()
    other.goto(room.address)
    other.get_by_text("On the night of").click()
    expect(quiet.get_by_role("radio").nth(3)).to_be_checked()
    expect(quiet.locator(".lead")).to_contain_text("Your vote is in")


def test_an_answer_without_a_network_waits_for_it(page: Page, room: OpenRoom) -> None:
    """It is said to wait, outlives a reload, and is there as soon as the server is."""
    page.clock.install()
    seated(page, room)
    room.act("ask", **QUESTION)
    heading(page, "Your vote")

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/seat/*", refuse)
    page.get_by_text("On the night of").click()
    expect(page.locator(".kept")).to_have_text("Saving …")
    page.clock.run_for(11_000)
    expect(page.locator(".kept")).to_have_text("Not saved")
    expect(page.locator(".question .trouble")).to_contain_text("stays on this page")
    page.unroute("**/seat/*")
    page.reload()
    expect(page.locator(".kept")).to_contain_text("Recorded")
    expect(page.get_by_role("radio").nth(3)).to_be_checked()


def test_a_server_that_is_away_is_said_to_be_and_found_again(page: Page, tmp_path: Path) -> None:
    """And what was chosen meanwhile is sent at once."""
    with open_room(tmp_path) as room:
        seated(page, room)
        room.act("ask", **QUESTION)
        heading(page, "Your vote")
        port = int(re.findall(r":(\d+)/", room.address)[0])
    expect(page.locator(".network")).to_contain_text("Not connected")
    page.get_by_text("On the night of").click()
    with open_room(tmp_path, port=port):
        expect(page.locator(".network")).to_be_empty()
        expect(page.locator(".kept")).to_contain_text("Recorded", timeout=5_000)
        expect(page.locator(".lead")).to_contain_text("Your vote is in")


def test_a_test_runs_until_its_time_is_up(quiet: Page, tmp_path: Path) -> None:
    """The clock is seen, and said at five minutes; what was answered stays, and no more can be."""
    with open_room(tmp_path, str(TEST_FILE)) as room:
        seated(quiet, room)
        room.act("way", way="test")
        heading(quiet, "The test is not open.")
        room.act("test", open=True)
        expect(quiet.locator(".clock")).to_be_hidden()
        option = quiet.get_by_role("radio").first
        option.check()
        expect(quiet.locator(".kept").first).to_contain_text("Recorded")
        room.act("clock", seconds=301)
        expect(quiet.locator(".clock")).to_contain_text("5:01")
        expect(quiet.locator(".unseen[role=status]").last).to_have_text("5 minutes left.")
        room.act("clock", seconds=1)
        expect(quiet.locator(".lead")).to_contain_text("Time is up.")
        expect(option).to_be_checked()
        expect(option).to_be_disabled()
        assert quiet.locator(".feedback, .solution, .right, .wrong, .buttons button").count() == 0


def test_a_seat_that_is_forgotten_is_left(page: Page, room: OpenRoom) -> None:
    """The page says so, and asks for the code."""
    seated(page, room)
    room.act("forget", seat=1)
    expect(page.get_by_role("alert").first).to_contain_text("no longer there")
    expect(page.get_by_label("The code on the wall")).to_be_visible()


def test_the_end_offers_what_was_done(quiet: Page, room: OpenRoom) -> None:
    """As a file."""
    seated(quiet, room)
    room.act("end")
    heading(quiet, "That was the lesson.")
    with quiet.expect_download() as file:
        quiet.get_by_role("link", name="Take my work along").click()
    assert re.fullmatch(r"coup1920-progress.*\.json", file.value.suggested_filename)


def test_a_page_is_light_until_the_timeline_is_asked_for(quiet: Page, room: OpenRoom) -> None:
    """At most 250 kB, reading and questions included."""
    room.act("parts", parts=[part_called(room, "Your first question"), part_called(room, "Seven stops")])
    session = quiet.context.new_cdp_session(quiet)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda loaded: sizes.append(loaded["encodedDataLength"]))
    asked: list[str] = []
    quiet.on("request", lambda request: asked.append(request.url))
    quiet.goto(f"{room.address}#{room.code}")
    quiet.get_by_role("link", name="Your first question").click()
    expect(quiet.locator(".coup-reading h3")).to_be_visible()
    expect(quiet.get_by_role("radio").first).to_be_visible()
    quiet.goto(f"{room.address}#{part_called(room, 'Seven stops')}")
    expect(quiet.get_by_role("button", name="Open the timeline")).to_be_visible()
    assert 10_000 < sum(sizes) <= 250_000
    assert not any(PLOTLY in url for url in asked)
    quiet.get_by_role("button", name="Open the timeline").press("Enter")
    expect(quiet.locator(".js-plotly-plot .textpoint").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1400])
def test_axe_finds_nothing(quiet: Page, room: OpenRoom, width: int, scheme: str) -> None:
    """On any page, narrow and wide, light and dark; nothing is cut off or too small for a finger."""
    quiet.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    quiet.set_viewport_size({"width": width, "height": 800})

    def examine() -> None:
        found = Axe().run(quiet)
        assert not found.response["violations"], found.generate_report()
        assert not quiet.evaluate(SIDEWAYS)
        assert quiet.evaluate(SMALL) == []

    quiet.goto(room.address)
    quiet.get_by_text("I have been here before").click()
    examine()
    seated(quiet, room)
    quiet.get_by_text("Seat 1", exact=True).first.click()
    examine()
    room.act("ask", **QUESTION)
    heading(quiet, "Your vote")
    quiet.get_by_role("radio").first.check(force=True)
    expect(quiet.locator(".lead")).to_contain_text("Your vote is in")
    examine()
    room.act("reveal")
    expect(quiet.locator(".feedback")).to_be_visible()
    examine()
    room.act("pause", paused=True)
    expect(quiet.get_by_role("heading", name="Look up")).to_be_visible()
    examine()
    room.act(
        "parts",
        parts=[
            part_called(room, "Your first question"),
            part_called(room, "Seven stops"),
            part_called(room, "Who stood where"),
            part_called(room, "Now put it in order yourself"),
        ],
    )
    room.act("pause", paused=False)
    heading(quiet, "At your own pace")
    examine()
    for part, found in (
        (part_called(room, "Your first question"), ".coup-reading h3"),
        (part_called(room, "Who stood where"), ".actors svg"),
        (part_called(room, "Now put it in order yourself"), ".order"),
    ):
        quiet.goto(f"{room.address}#{part}")
        expect(quiet.locator(found).first).to_be_visible()
        examine()
    room.act("end")
    heading(quiet, "That was the lesson.")
    examine()


def test_a_device_that_slept_and_has_the_wrong_time_is_where_the_class_is(page: Page, room: OpenRoom) -> None:
    """It missed the end of one vote and the beginning of the next, and its year is another."""
    page.clock.install(time="2031-01-01T03:00:00")
    seated(page, room)
    room.act("ask", **QUESTION)
    expect(page.get_by_role("radio").first).to_be_enabled()
    page.context.set_offline(True)
    room.act("close")
    room.act("again")
    page.context.set_offline(False)
    page.clock.run_for(20_000)
    heading(page, "Second vote")
    page.locator(".option").first.click()
    expect(page.locator(".lead")).to_contain_text("Your vote is in")


def test_what_was_brought_along_comes_back(quiet: Page, room: OpenRoom, tmp_path: Path) -> None:
    """One question after another, with its feedback; what is done stays done."""
    home = tmp_path / "home"
    home.mkdir()
    lesson_done(home, days_ago(9))
    file = tmp_path / "work.json"
    file.write_bytes(export_progress(home)[0])
    (review,) = (part["id"] for part in room.plan()["parts"] if part["chapter"] == "What comes back")
    seated(quiet, room)
    room.act("parts", parts=[review])
    heading(quiet, "Today")
    expect(quiet.locator(".coup-review")).to_contain_text("Nothing can come back yet.")
    with quiet.expect_file_chooser() as chooser:
        quiet.get_by_role("button", name="Bring my work here").click()
    chooser.value.set_files(file)
    expect(quiet.locator(".arrival")).to_be_focused()
    expect(quiet.locator(".arrival")).to_contain_text("Brought here:")
    for number in (1, 2):
        expect(quiet.locator(".place")).to_have_text(f"Question {number} of 10 today")
        quiet.get_by_role("button", name="Check").click()
        expect(quiet.locator(".question .said")).not_to_be_empty()
        expect(quiet.get_by_role("button", name="Next question")).to_have_count(0)
        quiet.get_by_role("button", name="Solution").click()
        expect(quiet.locator(".question .help")).to_be_visible()
        quiet.get_by_role("button", name="Next question").click()
    expect(quiet.locator(".place")).to_have_text("Question 3 of 10 today")
    assert not quiet.evaluate(SIDEWAYS)
    assert quiet.evaluate(SMALL) == []
    quiet.reload()
    expect(quiet.locator(".place")).to_have_text("Question 3 of 10 today")
