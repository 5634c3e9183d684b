"""A class of 35 in one room: a vote, a second vote in which the server dies, and numbers that are right."""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, async_playwright, expect

from tests.browser.engines import CHROMIUM, FIREFOX, launching
from tests.room_process import OpenRoom, open_room

NUMBER = "1.20"  # of the question, week/local-conflict
OPTIONS = {"A": "poland", "B": "georgian-bolsheviks", "C": "soviet-russia", "D": "azerbaijan"}
"""By letter; D is right."""

CHANGES = {
    "AA": 2, "AB": 1, "AD": 5,
    "BB": 1, "BD": 3,
    "CC": 2, "CD": 3,
    "DC": 1, "DD": 14,
    "A-": 1, "-C": 1, "+D": 1,
}  # fmt: skip
"""How many go from which letter to which; - misses a vote, + comes after the first one."""

HANDS = [{"A": 1, "C": 1}, {"D": 2}]

# By hand, from the two tables above:
FIRST = {"A": 10, "B": 4, "C": 6, "D": 15}  # A 2+1+5+1 and a hand, B 1+3, C 2+3 and a hand, D 1+14
SECOND = {"A": 2, "B": 2, "C": 4, "D": 28}  # A 2, B 1+1, C 2+1+1, D 5+3+3+14+1 and two hands
SHIFT = ["from A2105", "from B0103", "from C0023", "from D00114"]  # to A, B, C, D
SHARES = ["15 of 35 right: 43%", "28 of 36 right: 78%"]
SWAYED = "From wrong to right: 11 of 17. From right to wrong: 1 of 15."  # AD 5, BD 3, CD 3; DC 1, DD 14
TWICE = "32 seats voted twice."

expect.set_options(timeout=20_000)  # milliseconds: two cores may have 37 pages to draw

STILL = {"ui.prefersReducedMotion": 1}
"""A setting of Firefox, which Playwright has for Chromium alone: 37 pages in motion keep two cores busy."""

IN_FIREFOX = 11  # of the class; the others have Chromium
BEFORE, MEANWHILE = 15, 4  # of those who vote a second time: before the server dies, and while it is away


@dataclass(frozen=True)
class Learner:
    """Somebody of the class, with a browser of their own, and what they vote."""

    page: Page
    first: str
    second: str

    @property
    def last(self) -> str:
        """The letter of their last vote."""
        return self.first if self.second == "-" else self.second

    async def join(self, room: OpenRoom) -> None:
        """Follow the code on the wall."""
        await self.page.goto(f"{room.address}#{room.code}", wait_until="commit")
        await expect(self.page.get_by_text(re.compile(r"^Seat \d+$")).first).to_be_visible()

    async def choose(self, letter: str) -> None:
        """Take an option."""
        await self.page.locator(f"input[value={OPTIONS[letter]}]").check(force=True)

    async def vote(self, letter: str) -> None:
        """Take an option, and see that the vote is in."""
        await self.choose(letter)
        await self.see_that_it_is_in()

    async def see_that_it_is_in(self) -> None:
        """Wait for the page's word that the vote is saved."""
        await expect(self.page.locator(".lead")).to_contain_text("Your vote is in")

    async def find_the_server(self) -> None:
        """Wait until the page has found it again."""
        await expect(self.page.locator(".network")).to_be_empty()

    async def see_the_answer(self) -> None:
        """See what is right, beside one's own last vote."""
        await expect(self.page.locator(".said")).to_contain_text(
            "Right." if self.last == "D" else "Soviet Azerbaijan"
        )
        await expect(self.page.locator(f"input[value={OPTIONS[self.last]}]")).to_be_checked()


@pytest.mark.slow
def test_a_class_votes_twice_and_no_vote_is_lost(tmp_path: Path) -> None:
    """In two browsers at once; the server is killed in the second vote, and opened again in its place."""
    launches = {CHROMIUM: launching(CHROMIUM), FIREFOX: {**launching(FIREFOX), "firefox_user_prefs": STILL}}

    async def lesson() -> None:
        async with async_playwright() as playwright:
            browsers = [await playwright[engine].launch(**launches[engine]) for engine in launches]
            await teach(tmp_path, *browsers)
            for browser in browsers:
                await browser.close()

    asyncio.run(lesson())


async def teach(home: Path, chromium: Browser, firefox: Browser) -> None:
    """Give the lesson."""
    errors: list[str] = []
    ways = [way for way, count in CHANGES.items() for _each in range(count)]
    browsers = [firefox if number % 3 == 1 and number < 3 * IN_FIREFOX else chromium for number in range(35)]
    seats = [
        Learner(await new_page(browser, errors), *way) for browser, way in zip(browsers, ways, strict=True)
    ]
    assert Counter(browsers) == {chromium: 35 - IN_FIREFOX, firefox: IN_FIREFOX}
    desk, wall = await new_page(chromium, errors), await new_page(chromium, errors)
    again = [seat for seat in seats if seat.second != "-"]
    early, cut_off, late = again[:BEFORE], again[BEFORE:][:MEANWHILE], again[BEFORE + MEANWHILE :]
    assert {seat.page.context.browser for seat in cut_off} == {chromium, firefox}

    with open_room(home) as room:
        port = int(re.findall(r":(\d+)/", room.address)[0])
        await desk.goto(room.desk)
        await wall.goto(f"{room.address}{room.plan()['wall']}")
        await vote_first(room, desk, seats)
        await press(desk, "Discuss and vote again")
        await together(early, lambda seat: seat.vote(seat.second))
        room.process.kill()
        room.process.wait()
    await together(cut_off, lambda seat: seat.choose(seat.second))
    for page in (cut_off[0].page, cut_off[-1].page):
        await expect(page.locator(".network")).to_contain_text("Not connected")

    with open_room(home, port=port) as reopened:
        assert (reopened.code, reopened.desk) == (room.code, room.desk)
        await together(seats, lambda seat: seat.find_the_server())
        await together([*early, *cut_off], lambda seat: seat.see_that_it_is_in())
        await expect(desk.locator(".answered")).to_have_text(f"{BEFORE + MEANWHILE} answered, of 35 seats")
        await together(late, lambda seat: seat.vote(seat.second))
        await expect(desk.locator(".answered")).to_have_text("34 answered, of 35 seats")
        await close(desk, HANDS[1], SHARES[1])
        await press(desk, "Show the answer")
        await together(seats, lambda seat: seat.see_the_answer())
        await see_the_result(desk, wall)
    assert errors == []


async def vote_first(room: OpenRoom, desk: Page, seats: Sequence[Learner]) -> None:
    """Let all join who are in time, and vote; one comes when the vote is closed."""
    in_time = [seat for seat in seats if seat.first != "+"]
    await together(in_time, lambda seat: seat.join(room))
    await press(desk, "Vote")
    await press(desk, f"Ask {NUMBER}")
    await together([seat for seat in in_time if seat.first != "-"], lambda seat: seat.vote(seat.first))
    await expect(desk.locator(".answered")).to_have_text("33 answered, of 34 seats")
    await press(desk, "No devices? Count hands")
    await close(desk, HANDS[0], SHARES[0])
    assert await bars(desk) == FIRST
    await together([seat for seat in seats if seat.first == "+"], lambda seat: seat.join(room))


async def close(desk: Page, hands: dict[str, int], share: str) -> None:
    """Count hands, close the vote, and see how many are right."""
    for letter, number in hands.items():
        await desk.locator(".hands input").nth("ABCD".index(letter)).fill(str(number))
    await press(desk, "Add these hands")
    await expect(desk.locator(".answered")).to_contain_text(f"{sum(hands.values())} hands")
    await press(desk, "Close the vote")
    await expect(desk.locator(".scale")).to_have_accessible_name(re.compile(f"^{share}"))


async def see_the_result(desk: Page, wall: Page) -> None:
    """See that desk and wall have the numbers of the tables."""
    for page in (desk, wall):
        assert [await bars(page, number) for number in (0, 1)] == [FIRST, SECOND]
    await expect(desk.get_by_role("row", name=re.compile("^from "))).to_have_text(SHIFT)
    await expect(desk.locator(".swayed")).to_contain_text(SWAYED)
    await expect(desk.locator(".swayed")).to_contain_text(TWICE)


async def bars(page: Page, round: int = 0) -> dict[str, int]:
    """How many took which option in a vote, as it is drawn."""
    numbers = page.locator(f".bars .lanes > :nth-child({round + 1}) .n")
    await expect(numbers).to_have_text([re.compile(r": \d+$")] * 4)
    letters = await page.locator(".bars .letter").all_text_contents()
    counts = [int(said.split(": ")[1]) for said in await numbers.all_text_contents()]
    return dict(zip(letters, counts, strict=True))


async def new_page(browser: Browser, errors: list[str]) -> Page:
    """Open a page in a context of its own; its errors are put into the list."""
    context = await browser.new_context(viewport={"width": 800, "height": 700}, reduced_motion="reduce")
    page = await context.new_page()

    def hear(error: Error) -> None:
        if "socket" not in str(error):  # Firefox says with them that the server is away
            errors.append(str(error))

    page.on("pageerror", hear)
    return page


async def together(seats: Iterable[Learner], act: Callable[[Learner], Awaitable[None]]) -> None:
    """Let several do something at the same time."""
    await asyncio.gather(*(act(seat) for seat in seats))


async def press(page: Page, name: str) -> None:
    """Press a button with the keyboard."""
    await page.get_by_role("button", name=name, exact=True).press("Enter")
