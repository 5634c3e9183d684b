"""Answers questions on a page as a learner does who has only fingers."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import CDPSession, Locator, Page, expect

from coupquiz.core.form import Form
from tests.browser.answering import in_field, order_on

STEPS = 6
"""In how many steps a finger moves."""

RESTS = 4
"""How many times of 200 ms something stays where it is, and so rests."""

TRIES = 5
"""How often something is brought into sight that what comes above pushes away again."""


class Finger:
    """One finger, on a page with touch."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._device: CDPSession = page.context.new_cdp_session(page)

    def drag(self, x: float, y: float, to: float) -> None:
        """Put it down, move it up or down, and lift it when it rests: what it moves does not move on."""
        self._touch("touchStart", x, y)
        for step in range(1, STEPS + 1):
            self._touch("touchMove", x, y + (to - y) * step / STEPS)
        self._page.wait_for_timeout(150)
        self._touch("touchMove", x, to)
        self._touch("touchEnd")

    def _touch(self, type: str, *at: float) -> None:
        points = [dict(zip("xy", at, strict=True))] if at else []
        self._device.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": points})


def answer_by_touch(place: Locator, asked: Form, answer: Any) -> None:
    """Give an answer by touch; what is typed is typed on the keyboard that a screen has."""
    match asked.kind:
        case "single" | "claim" | "evidence":
            place.locator(f"label:has([value='{answer}'])").tap()
        case "multiple":
            for id in answer:
                place.locator(f"label:has([value='{id}'])").tap()
        case "order":
            order_by_touch(place, answer)
        case "match":
            for item, target in answer.items():
                choose(place.locator(f"select[data-item='{item}']"), target)
        case "fill":
            for blank, text in answer.items():
                write(place.locator(f"input[data-blank='{blank}']"), text)
        case "place":
            write(place.locator("input[type=text]"), answer)
        case "span":
            for end, text in answer.items():
                if text == "..":
                    place.locator(f"[data-part='{end}'] + .none").tap()
                else:
                    write(place.locator(f"input[data-end='{end}']"), text)
        case "link":
            for id in " -> ".join(answer).split(" -> "):
                place.locator(f".event[data-item='{id}']").tap()
        case "date" | "value" | "why":
            write(place.get_by_role("textbox"), in_field(answer))


def check_by_touch(place: Locator) -> None:
    """Ask for what there is to say about the answer."""
    place.get_by_role("button", name=re.compile("^(Check|Compare)$")).tap()
    expect(place.locator(".feedback")).to_be_visible()


def write(field: Locator, text: str) -> None:
    """Touch a field, and type."""
    field.tap()
    expect(field).to_be_focused()
    field.page.keyboard.insert_text(text)


def choose(field: Locator, value: str) -> None:
    """Touch a list, and choose from what the system then shows over the page."""
    box = field.bounding_box()
    assert box
    assert box["height"] >= 44
    field.select_option(value)


def order_by_touch(place: Locator, answer: list[str]) -> None:
    """Bring items into order: the first by their handles, the last two by their arrows."""
    bring(place.locator("ol"))
    finger = Finger(place.page)
    for number, id in enumerate(answer[:-2]):
        if order_on(place)[number] != id:
            grip = item(place, id).locator(".grip")
            (x, y), (_, to) = in_sight(place.locator("ol"), grip, place.locator("li[data-part]").nth(number))
            finger.drag(x, y, to - 4)
        assert order_on(place)[number] == id
    if order_on(place) != answer:
        item(place, answer[-1]).locator(".move[data-by='1']").tap()
    assert order_on(place) == answer


def bring(target: Locator) -> None:
    """Scroll something to the middle of the window, and wait until it rests: what is above may still grow."""
    before, rests = None, 0
    while rests < RESTS:
        target.evaluate("(target) => target.scrollIntoView({ block: 'center', behavior: 'instant' })")
        target.page.wait_for_timeout(200)
        box = target.bounding_box()
        rests = rests + 1 if box == before else 0
        before = box


def item(place: Locator, id: str) -> Locator:
    """An item to be ordered."""
    return place.locator(f"li[data-part='{id}']")


def in_sight(whole: Locator, *parts: Locator) -> list[tuple[float, float]]:
    """Bring something into sight; return where a finger touches each of its parts: x and y in the window."""
    for _try in range(TRIES):
        bring(whole)
        places = [_middle(part) for part in parts]
        if all(part.evaluate(_IS_THERE, place) for part, place in zip(parts, places, strict=True)):
            return places
    raise AssertionError(f"{parts} are covered")


_IS_THERE = "(part, [x, y]) => part.contains(document.elementFromPoint(x, y))"


def _middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
