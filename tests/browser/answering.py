"""Answers questions on a page as a learner does who has only a keyboard."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from coupquiz.core.form import Form


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(12):
        if target.evaluate("(target) => target.matches(':focus')"):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def answer_by_keys(page: Page, place: Locator, asked: Form, answer: Any) -> None:
    """Give an answer by keys, from wherever the focus is before the question."""
    ids = [choice.id for choice in asked.choices]
    match asked.kind:
        case "single" | "claim" | "evidence":
            tab_to(page, place.get_by_role("radio").first)
            page.keyboard.press(" ")
            for _ in range(ids.index(answer)):
                page.keyboard.press("ArrowDown")
        case "multiple":
            for id in (id for id in ids if id in answer):
                tab_to(page, place.locator(f"input[value='{id}']"))
                page.keyboard.press(" ")
        case "order":
            tab_to(page, place.locator(".item").first)
            order_by_keys(page, place, answer)
        case "match":
            targets = [target.id for target in asked.targets]
            for item in (id for id in ids if id in answer):
                tab_to(page, place.locator(f"select[data-item='{item}']"))
                for _ in range(targets.index(answer[item]) + 1):
                    page.keyboard.press("ArrowDown")
        case "fill":
            for blank, text in answer.items():
                tab_to(page, place.locator(f"input[data-blank='{blank}']"))
                page.keyboard.insert_text(text)
        case "date" | "value" | "why":
            tab_to(page, place.get_by_role("textbox"))
            page.keyboard.insert_text(in_field(answer))


def in_field(answer: str | list[str]) -> str:
    """An answer as it stands in a field: of several texts one, with commas."""
    return answer if isinstance(answer, str) else ", ".join(answer)


def order_by_keys(page: Page, place: Locator, answer: list[str]) -> None:
    """Bring items into order: each is visited, picked up, moved and put down."""
    for number, id in enumerate(answer):
        for _ in answer:
            page.keyboard.press("ArrowUp")
        now = order_on(place)
        for _ in range(now.index(id)):
            page.keyboard.press("ArrowDown")
        if now.index(id) > number:
            page.keyboard.press(" ")
            for _ in range(now.index(id) - number):
                page.keyboard.press("ArrowUp")
            page.keyboard.press(" ")


def order_on(place: Locator) -> list[str]:
    """The ids of the items as they stand."""
    ids: list[str] = place.locator("li[data-part]").evaluate_all(
        "(items) => items.map((i) => i.dataset.part)"
    )
    return ids
