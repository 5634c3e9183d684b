"""A pupil's way through the lesson: to the first question of the reading, and on to the timeline.

Each function ends once that is shown. What has to be clicked on the way is clicked as soon as it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.room_process import OpenRoom

_QUESTION = ".question :is(input, select, textarea):enabled"
_CHART = ".js-plotly-plot .textpoint text"
_READING, _TIMELINE = "The whole story in six sentences", "Seven stops"
_PATIENCE = 180_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Way:
    """How a pupil comes to see something; the first page is that at an address."""

    to_question: Callable[[Page, str], None]
    to_timeline: Callable[[Page, str], None]


def in_room(room: OpenRoom) -> Way:
    """Return the way at a seat of a room, whose two parts this opens."""
    parts = room.plan()["parts"]
    room.act("parts", parts=[part["id"] for part in parts if part["title"] in (_READING, _TIMELINE)])

    def to_question(page: Page, address: str) -> None:
        page.goto(f"{address}#{room.code}")
        page.get_by_role("link", name=_READING).click()
        _see(page, _QUESTION)

    def to_timeline(page: Page, _address: str) -> None:
        page.get_by_role("link", name=_TIMELINE).click()
        page.get_by_role("button", name="Open the timeline").click()
        _see(page, _CHART)

    return Way(to_question, to_timeline)


def on_site() -> Way:
    """Return the way on the static site, whose notebooks fill themselves."""

    def see(page: Page, address: str, notebook: str, wanted: str) -> None:
        page.goto(f"{address}/notebooks/index.html?path={notebook}", timeout=_PATIENCE)
        _see(page, wanted)

    return Way(
        lambda page, address: see(page, address, "01_reading.ipynb", _QUESTION),
        lambda page, address: see(page, address, "02_timeline.ipynb", _CHART),
    )


def in_voila() -> Way:
    """Return the way in Voila, which runs a notebook before its page is shown."""

    def see(page: Page, address: str, notebook: str, wanted: str) -> None:
        page.goto(f"{address}/voila/render/{notebook}", wait_until="commit", timeout=_PATIENCE)
        _see(page, wanted)

    return Way(
        lambda page, address: see(page, address, "01_reading.ipynb", _QUESTION),
        lambda page, address: see(page, address, "02_timeline.ipynb", _CHART),
    )


def _see(page: Page, selector: str) -> None:
    page.locator(selector).first.wait_for(timeout=_PATIENCE)
