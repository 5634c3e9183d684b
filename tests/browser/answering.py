"""Answers questions on a page as a learner does who has only a keyboard."""

from dataclasses import dataclass
from typing import Any, Protocol

from playwright.sync_api import Locator, Page, expect

from coupquiz.core.form import Form
from tests.browser.window import Window, until

_ITEMS = "li[data-part]"
_IDS = "(items) => items.map(({ dataset }) => dataset.part ?? dataset.item)"


class Asked(Protocol):
    """A question on a page, and somebody who has a keyboard; selectors are those of its parts."""

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""

    def write(self, text: str) -> None:
        """Type a text."""

    def has_focus(self, selector: str) -> bool:
        """Return whether the first such element has the focus."""

    def value(self, selector: str) -> str:
        """Return what the first such element has chosen."""

    def order(self, selector: str = _ITEMS) -> list[str]:
        """Return the ids of items as they stand."""


@dataclass(frozen=True)
class AskedInWindow:
    """A question in a window."""

    window: Window
    place: str
    """Its selector."""

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.window.keys(*keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.window.write(text)

    def has_focus(self, selector: str) -> bool:
        """Return whether the first such element has the focus."""
        first = "document.querySelector(arguments[0])"
        return bool(self.window.run(f"return {first}.matches(':focus')", f"{self.place} {selector}"))

    def value(self, selector: str) -> str:
        """Return what the first such element has chosen."""
        chosen = "return document.querySelector(arguments[0]).value"
        return str(self.window.run(chosen, f"{self.place} {selector}"))

    def order(self, selector: str = _ITEMS) -> list[str]:
        """Return the ids of items as they stand."""
        found = "[...document.querySelectorAll(arguments[0])]"
        ids: list[str] = self.window.run(f"return ({_IDS})({found})", f"{self.place} {selector}")
        return ids


@dataclass(frozen=True)
class _AskedOnPage:
    page: Page
    place: Locator

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def has_focus(self, selector: str) -> bool:
        return is_focused(self.place.locator(selector).first)

    def value(self, selector: str) -> str:
        return self.place.locator(selector).first.input_value()

    def order(self, selector: str = _ITEMS) -> list[str]:
        return order_on(self.place, selector)


def answer_by_keys(page: Page, place: Locator, form: Form, answer: Any) -> None:
    """Give an answer on a page by keys, from wherever the focus is before the question."""
    give_answer(_AskedOnPage(page, place), form, answer)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(12):
        if is_focused(target):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def is_focused(target: Locator) -> bool:
    """Return whether the focus is there."""
    return bool(target.evaluate("(target) => target.matches(':focus')"))


def order_on(place: Locator, selector: str = _ITEMS) -> list[str]:
    """The ids of the items as they stand."""
    ids: list[str] = place.locator(selector).evaluate_all(_IDS)
    return ids


def give_answer(asked: Asked, form: Form, answer: Any) -> None:
    """Give an answer by keys, from wherever the focus is before the question."""
    ids = [choice.id for choice in form.choices]
    match form.kind:
        case "single" | "claim" | "evidence":
            tab_into(asked, "input[type=radio]")
            asked.keys(" ")
            for id in ids[1 : ids.index(answer) + 1]:
                asked.keys("ArrowDown")
                wait_for_focus(asked, f"input[value='{id}']")
        case "multiple":
            for id in (id for id in ids if id in answer):
                tab_into(asked, f"input[value='{id}']")
                asked.keys(" ")
        case "order":
            tab_into(asked, ".item")
            put_in_order(asked, answer)
        case "match":
            targets = [target.id for target in form.targets]
            for item in (id for id in ids if id in answer):
                list_ = f"select[data-item='{item}']"
                tab_into(asked, list_)
                for target in targets[: targets.index(answer[item]) + 1]:
                    asked.keys("ArrowDown")
                    wait_for_value(asked, list_, target)
        case "fill":
            for blank, text in answer.items():
                tab_into(asked, f"input[data-blank='{blank}']")
                asked.write(text)
        case "place":
            place_on_axis(asked, answer)
        case "span":
            for end, text in answer.items():
                if text == "..":
                    tab_into(asked, f"[data-part='{end}'] + .none")
                    asked.keys("Enter")
                else:
                    tab_into(asked, f"input[data-end='{end}']")
                    asked.write(text)
        case "link":
            for link in answer:
                draw_arrow(asked, link)
        case "date" | "value" | "why":
            tab_into(asked, ":is(input, textarea)")
            asked.write(in_field(answer))


def tab_into(asked: Asked, selector: str, most: int = 12) -> None:
    """Press Tab until the focus is there, that many times at most."""
    for _ in range(most):
        if asked.has_focus(selector):
            return
        asked.keys("Tab")
    assert asked.has_focus(selector), selector


def wait_for_focus(asked: Asked, selector: str) -> None:
    """Wait until the focus is there: a busy page may not have taken the last key yet."""
    until(lambda: asked.has_focus(selector), f"the focus on {selector}")


def wait_for_value(asked: Asked, selector: str, value: str) -> None:
    """Wait until a list has this chosen, likewise."""
    until(lambda: asked.value(selector) == value, f"{value} in {selector}")


def put_in_order(asked: Asked, answer: list[str]) -> None:
    """Bring items into order: each is visited, picked up, moved and put down."""
    for number, id in enumerate(answer):
        asked.keys(*["ArrowUp"] * len(answer))
        now = asked.order().index(id)
        asked.keys(*["ArrowDown"] * now)
        if now > number:
            asked.keys(" ", *["ArrowUp"] * (now - number), " ")


def place_on_axis(asked: Asked, answer: str) -> None:
    """Put an event on the axis: that there is no date by its button, else in words."""
    if answer == "undated":
        tab_into(asked, ".none")
        asked.keys("Enter")
    else:
        tab_into(asked, "input[type=text]")
        asked.write(answer)


def draw_arrow(asked: Asked, link: str) -> None:
    """Draw an arrow: the cause is chosen, then its effect."""
    ids = asked.order(".event")
    for id in link.split(" -> "):
        tab_into(asked, ".event[tabindex='0']")
        asked.keys(*["ArrowUp"] * len(ids), *["ArrowDown"] * ids.index(id), "Enter")


def in_field(answer: str | list[str]) -> str:
    """An answer as it stands in a field: of several texts one, with commas."""
    return answer if isinstance(answer, str) else ", ".join(answer)
