"""The wall of a room in a real browser: what a class sees from its seats."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.room_process import OpenRoom, open_room

QUESTION = {"bank": "week", "question": "local-conflict"}
LONGEST = {"bank": "sources", "question": "whose-words"}
SIZES = [(1024, 768), (1366, 768), (1920, 1080)]
CUT = """() => {
  const page = document.documentElement;
  const cut = [page, ...document.querySelectorAll(".stage, .fit, .coup-card-view, .join, .big")]
    .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
  const out = [...document.querySelectorAll(".stage :is(h1, p, li, img), .coup-card :is(h3, p), footer *")]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
      const { right, bottom } = each.getBoundingClientRect();
      return right > innerWidth + 1 || bottom > innerHeight + 1;
    });
  return [...cut, ...out].map((each) => each.outerHTML.slice(0, 100));
}"""

LETTERS = """() => {
  if (!document.querySelector(".coup-card-view")) return { words: [] };
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const explorer = document.querySelector(".coup-explorer");
  const zoom = document.querySelector(".coup-chart").currentCSSZoom;
  const frame = box(".timeline");
  const end = box(".coup-card-view").top - parseFloat(getComputedStyle(explorer).rowGap) * zoom;
  const words = [...document.querySelectorAll(".coup-chart text")]
    .filter((text) => text.textContent.trim())
    .map((text) => [text, text.getBoundingClientRect()])
    .filter(([, { top, bottom }]) => bottom > frame.top && top < end)
    .map(([text, { left, right, top, bottom }]) => ({
      size: parseFloat(getComputedStyle(text).fontSize) * zoom,
      isIn: top >= frame.top - 1 && bottom <= end + 1 && left >= frame.left && right <= frame.right,
      left,
      says: text.textContent,
    }));
  return { words, left: document.querySelector(".coup-card h3").getBoundingClientRect().left };
}"""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OpenRoom]:
    """A room with the lesson."""
    with open_room(tmp_path) as room:
        yield room


@pytest.fixture
def wall(page: Page, room: OpenRoom) -> Iterator[Page]:
    """The wall, opened from the desk; the test fails if it complains of anything."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{room.address}{room.plan()['wall']}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield page
    assert said == []


def vote(room: OpenRoom, answer: str, page: str = "vote-1-1") -> None:
    """Let somebody come and vote."""
    room.join().post("seat/answer", page=page, **QUESTION, act="answer", answer=answer, turn="1")


def test_a_browser_that_was_not_let_in_is_told_where_to_begin(page: Page, room: OpenRoom) -> None:
    """And shown nothing."""
    page.goto(f"{room.address}wall")
    expect(page.get_by_text("Open it from the teacher’s desk.")).to_be_visible()
    assert room.code not in page.locator("body").inner_text().replace(" ", "")


def test_it_shows_how_to_join(wall: Page, room: OpenRoom) -> None:
    """A picture for cameras, an address, a code in two halves, and who is here."""
    picture = wall.get_by_role("img").bounding_box()
    assert picture
    assert picture["width"] == picture["height"] > 400
    expect(wall.locator(".join .code")).to_have_text(f"{room.code[:3]} {room.code[3:]}")
    expect(wall.locator(".here")).to_have_text("0 are here")
    room.join()
    expect(wall.locator(".here")).to_have_text("1 is here")


def test_nothing_is_told_before_its_time(wall: Page, room: OpenRoom) -> None:
    """Who answered what, and what is right, are not even in the wall's data before the answer is shown."""
    heard: list[str] = []
    wall.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    wall.reload()
    room.act("ask", **QUESTION)
    options = wall.locator(".options li")
    expect(options).to_have_count(4)
    vote(room, "poland")
    expect(wall.locator(".round")).to_contain_text("1 has answered")
    room.act("close")
    expect(wall.locator(".round")).to_contain_text("Voting is closed: talk to your neighbour")
    room.act("again")
    expect(wall.locator(".round")).to_contain_text("Second vote")
    before = len(heard)
    assert before
    assert all(json.loads(frame)["result"] is None for frame in heard)
    room.act("reveal")
    expect(wall.locator(".bars li.right")).to_contain_text("Soviet Azerbaijan")
    expect(wall.locator(".bars .n").first).to_have_text("First vote: 1")
    expect(wall.locator(".solution")).to_contain_text("f1.5")


def test_address_and_code_are_always_in_a_corner(wall: Page, room: OpenRoom) -> None:
    """For whoever comes late."""
    corner = wall.locator("footer")
    for act in ({"act": "ask", **QUESTION}, {"act": "reveal"}, {"act": "show", "wall": "timeline"}):
        room.act(**act)
        expect(corner).to_contain_text(f"{room.code[:3]} {room.code[3:]}")
        expect(corner).to_contain_text(re.compile(r"127\.0\.0\.1:\d+"))


def test_who_is_paused_looks_up(wall: Page, room: OpenRoom) -> None:
    """At what the wall shows, if that is a picture."""
    room.act("pause", paused=True)
    expect(wall.get_by_role("heading", level=1)).to_have_text("Look up")
    room.act("show", wall="timeline", event="college-attack")
    expect(wall.locator(".coup-card h3")).to_contain_text("Attack on the military college")
    expect(wall.locator("footer")).to_contain_text("Look up")


def test_the_timeline_is_loaded_when_it_is_needed_and_follows_the_desk(wall: Page, room: OpenRoom) -> None:
    """Event by event, however quickly; a question takes its place."""
    assert not wall.evaluate(
        "performance.getEntriesByType('resource').some(({ name }) => /views|plotly/.test(name))"
    )
    for event in ("college-attack", "treaty-of-moscow"):
        room.act("show", wall="timeline", event=event)
    expect(wall.locator(".coup-card h3")).to_contain_text("Treaty of Moscow")
    expect(wall.locator(".js-plotly-plot")).to_be_visible()
    room.act("ask", **QUESTION)
    expect(wall.locator(".js-plotly-plot")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(
    ("event", "edge"), [("leaders-leave", "Russian Rev"), ("college-attack", "Red Army top")]
)
def test_the_last_row_can_read_the_timeline(
    wall: Page, room: OpenRoom, width: int, height: int, event: str, edge: str
) -> None:
    """The panel of the event is shown whole; the card begins where its scale does."""
    wall.set_viewport_size({"width": width, "height": height})
    room.act("show", wall="timeline", event=event)
    expect(wall.locator(".coup-card h3")).to_be_visible()
    wall.wait_for_function(f"() => ({LETTERS})().words.length > 10 && ({CUT})().length === 0")
    found = wall.evaluate(LETTERS)
    assert min(word["size"] for word in found["words"]) >= height * 14 / 720 - 0.01
    assert [word for word in found["words"] if not word["isIn"]] == []
    (first,) = (word["left"] for word in found["words"] if word["says"].startswith(edge))
    assert found["left"] == pytest.approx(first, abs=2)


def test_a_test_shows_its_time(page: Page, tmp_path: Path) -> None:
    """It counts down, stands while it is stopped, and ends."""
    test = next((Path(__file__).parents[2] / "exercises" / "assignments").rglob("*.questions.json"))
    with open_room(tmp_path, str(test)) as room:
        page.goto(f"{room.address}{room.plan()['wall']}")
        expect(page.locator(".qr")).to_be_visible()
        room.act("test", open=True)
        room.act("clock", seconds=600)
        expect(page.get_by_role("timer")).to_have_text(re.compile(r"9:5\d"))
        room.act("stop-clock", stopped=True)
        expect(page.get_by_text("The clock is stopped.")).to_be_visible()
        room.act("clock", seconds=1)
        expect(page.get_by_role("timer")).to_have_text("Time is up")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_everything_fits_in_letters_for_the_last_row(
    wall: Page, room: OpenRoom, width: int, height: int
) -> None:
    """Nothing is cut off or scrolled, light and dark; letters are a twentieth of the wall or more."""
    wall.set_viewport_size({"width": width, "height": height})

    def look(step: str) -> None:
        wall.wait_for_function(f"({CUT})().length === 0", timeout=5_000)
        for scheme in ("light", "dark"):
            wall.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(wall)
            assert not found.response["violations"], f"{step}, {scheme}: {found.generate_report()}"

    def letters(selector: str) -> float:
        return float(
            wall.locator(selector).first.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)")
        )

    look("join")
    room.act("ask", **LONGEST)
    expect(wall.locator(".prompt")).to_be_visible()
    look("the longest question")
    assert letters(".options li") > height / 35
    room.act("ask", **QUESTION)
    expect(wall.locator(".options li")).to_have_count(4)
    look("a question")
    assert letters(".prompt") > height / 20
    vote(room, "poland", "vote-2-1")
    room.act("again")
    vote(room, "soviet-russia", "vote-2-2")
    room.act("reveal")
    expect(wall.locator(".outcome")).to_be_visible()
    look("result")
    room.act("show", wall="timeline", event="college-attack")
    expect(wall.locator(".textpoint").first).to_be_visible()
    look("timeline")
    assert letters(".coup-card h3") > height / 60
    room.act("pause", paused=True)
    room.act("show", wall="question")
    expect(wall.get_by_role("heading", name="Look up")).to_be_visible()
    look("paused")
    room.act("end")
    expect(wall.get_by_role("heading", name="The lesson is over")).to_be_visible()
    look("over")
