"""Questions of every kind in a real browser: answered by keys and pointer, read out, printed, kept."""

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Locator, Page, expect

import coupdata
from coupdata.views.html.page_widget import PageWidget
from coupquiz import ProgressView, Question, Quiz, check, load_bank
from coupquiz.answers.store import Answers
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from coupquiz.notebook.question_widget import QuestionWidget
from tests.browser import alone
from tests.browser.answering import answer_by_keys, in_field, order_on, tab_to
from tests.browser.conftest import watched_page
from tests.browser.notebooks import open_and_run
from tests.server import Lab
from tests.unit.coupquiz.asked import NAMES
from tests.unit.coupquiz.test_form import secrets
from tests.unit.coupquiz.widgets import bank_of

TIMELINE = load_bank("timeline")
BANKS = [load_bank(name) for name in NAMES]
CASE = coupdata.load()
LESSON = [question for bank in BANKS for question in bank.questions]
KIND = {question.kind: question for question in reversed(LESSON)}
"""A question of each kind."""

KEYS = ("d", "d", "x", "a", "b", "m", "z", "0", "0", "ArrowDown", "ArrowUp", "Escape")
"""Keys that do something to a notebook."""


def settle(page: Page, widget: QuestionWidget) -> None:
    """Hand Python what the page has sent, and the page what Python says to it."""
    for message in page.evaluate("sent.splice(0)"):
        widget._handle_custom_msg(message, [])
    states = json.loads(json.dumps(widget.states))
    page.evaluate("(states) => model.set('states', states)", states)


def ask(page: Page, folder: Path, *questions: Question, **more: Any) -> QuestionWidget:
    """Show questions alone on a page."""
    quiz = Quiz(bank_of(*questions), notebook="test", folder=folder, **more)
    widget = quiz.ask(*(question.id for question in questions))
    alone.show(page, widget)
    settle(page, widget)
    return widget


def shown(page: Page, question: Question) -> Locator:
    """A question on the page."""
    return page.locator(f".question[data-question='{question.id}']")


def answer_of(widget: QuestionWidget, question: Question) -> Any:
    """The answer that Python has."""
    return widget.states[question.id]["answer"]


def wrong(question: Question) -> Any:
    """A mistake; for own words, which know none, some words."""
    return next(iter(KINDS[question.kind].mistakes(question)), "Because.")


# Keys, and nothing else


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_keys_alone_answer_every_question(page: Page, bank: Any, tmp_path: Path) -> None:
    """From one question to the next by Tab: answer, Check, what is said, a tick; the focus is never lost."""
    widget = ask(page, tmp_path, *bank.questions)
    for question in bank.questions:
        place, right = shown(page, question), solution(question)
        answer_by_keys(page, place, form(question), right)
        if question.explain:
            tab_to(page, place.get_by_role("textbox", name="Why?"))
            page.keyboard.insert_text("The reading says so.")
        button = place.get_by_role("button", name="Check" if question.scored else "Compare", exact=True)
        tab_to(page, button)
        page.keyboard.press("Enter")
        settle(page, widget)
        expect(button).to_be_focused()
        given = answer_of(widget, question)
        match question.kind:
            case "multiple":
                assert sorted(given) == sorted(right)
            case "value":
                assert given == in_field(right)
            case _:
                assert given == right
        said = place.locator(".said")
        expect(said).to_contain_text("Right." if question.scored else "One good answer")
        if not question.scored:
            tab_to(page, said.get_by_role("checkbox").first)
            page.keyboard.press(" ")
            settle(page, widget)
            assert list(widget.states[question.id]["ticked"]) == ["1"]
            expect(said.get_by_role("checkbox").first).to_be_focused()
            expect(said.get_by_role("checkbox").first).to_be_checked()


@pytest.mark.parametrize("kind", KIND)
def test_no_key_in_a_control_reaches_the_notebook(page: Page, kind: str, tmp_path: Path) -> None:
    """Around the question nobody hears of `d d` and the like, whatever has the focus."""
    question = KIND[kind]
    widget = ask(page, tmp_path, question)
    widget._hear(widget, {"act": "check", "question": question.id, "answer": wrong(question), "turn": ""}, [])
    settle(page, widget)
    page.evaluate(
        """() => {
          window.heard = [];
          for (const type of ["keydown", "keypress", "keyup"])
            document.addEventListener(type, (event) => heard.push(`${type} ${event.key}`));
        }"""
    )
    controls = page.locator("#widget :is(input, select, textarea, button, [role=slider])")
    for control in reversed(controls.all()):  # the first change takes back what was said, and with it ticks
        control.focus()
        for key in KEYS:
            page.keyboard.press(key)
    assert controls.count() > 1
    assert page.evaluate("heard") == []


# Each kind by itself


def test_items_are_put_in_order_by_keys(page: Page, tmp_path: Path) -> None:
    """Picked up, moved, put down or put back: the focus stays on the item, and each step is told."""
    question = KIND["order"]
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    before = order_on(place)
    items = place.locator(".item")
    count = len(before)
    title = items.first.locator(":last-child").inner_text()
    told = place.locator("[aria-live=assertive]")

    items.first.focus()
    page.keyboard.press(" ")
    page.keyboard.press("ArrowDown")
    expect(told).to_have_text(f"{title}: position 2 of {count}")
    page.keyboard.press("ArrowDown")
    expect(told).to_have_text(f"{title}: position 3 of {count}")
    settle(page, widget)
    assert answer_of(widget, question) is None  # still in the hand
    page.keyboard.press("Escape")
    expect(told).to_contain_text("Put back.")
    assert order_on(place) == before
    expect(items.first).to_be_focused()

    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(told).to_contain_text(f"Put down. {title}: position 2 of {count}")
    expect(items.nth(1)).to_be_focused()
    moved = [before[1], before[0], *before[2:]]
    settle(page, widget)
    assert answer_of(widget, question) == order_on(place) == moved

    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")  # is at the top already
    settle(page, widget)
    assert answer_of(widget, question) == order_on(place) == before
    expect(items.first).to_be_focused()

    page.keyboard.press(" ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")  # leaving puts it down
    settle(page, widget)
    assert answer_of(widget, question) == moved


def test_tab_reaches_one_item_and_its_arrows(page: Page, tmp_path: Path) -> None:
    """Arrow keys go through the list, so that Tab leads past it."""
    question = KIND["order"]
    ask(page, tmp_path, question)
    place = shown(page, question)
    tab_to(page, place.locator(".item").first)
    page.keyboard.press("ArrowDown")
    expect(place.locator(".item").nth(1)).to_be_focused()
    title = place.locator(".item").nth(1).locator(":last-child").inner_text()
    for way in ("Earlier", "Later"):
        page.keyboard.press("Tab")
        expect(page.locator(".move:focus")).to_have_accessible_name(f"{way}: {title}")
    certainty = page.get_by_role("radio", name="Just a guess")
    keep, check_button = (page.get_by_role("button", name=name) for name in ("Keep this order", "Check"))
    for control in (keep, certainty, check_button):
        page.keyboard.press("Tab")
        expect(control).to_be_focused()


def test_the_order_that_is_shown_can_be_kept(page: Page, tmp_path: Path) -> None:
    """As the answer, by one button, which has nothing more to do then and keeps the focus."""
    question = KIND["order"]
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    keep = place.get_by_role("button", name="Keep this order")
    keep.click()
    settle(page, widget)
    assert answer_of(widget, question) == order_on(place)
    expect(keep).to_be_focused()
    expect(keep).to_have_attribute("aria-disabled", "true")


def test_items_are_put_in_order_by_their_arrows_and_by_dragging(page: Page, tmp_path: Path) -> None:
    """What a pointer or a finger does goes to Python as well; at the ends arrows do nothing."""
    question = KIND["order"]
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    before = order_on(place)
    rows = place.locator("li[data-part]")
    rows.first.locator(".move").last.click()
    settle(page, widget)
    assert answer_of(widget, question) == [before[1], before[0], *before[2:]]
    expect(rows.nth(1).locator(".move").last).to_be_focused()
    rows.nth(1).locator(".move").first.click()
    rows.first.locator(".move").first.click(force=True)  # is at the top already
    settle(page, widget)
    assert answer_of(widget, question) == before

    grip, last = rows.first.locator(".item").bounding_box(), rows.last.bounding_box()
    assert grip
    assert last
    page.mouse.move(grip["x"] + 20, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(grip["x"] + 30, last["y"] + last["height"] - 2, steps=20)
    page.mouse.up()
    settle(page, widget)
    assert answer_of(widget, question) == order_on(place) == [*before[1:], before[0]]


def test_the_order_that_is_shown_first_is_nobodys_answer(page: Page, tmp_path: Path) -> None:
    """Until something was moved, the question is open; looking around moves nothing."""
    question = KIND["order"]
    widget = ask(page, tmp_path, question)
    shown(page, question).locator(".item").first.focus()
    for key in ("ArrowDown", "ArrowUp", " ", " "):
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Check", exact=True).click()
    settle(page, widget)
    assert answer_of(widget, question) in (None, order_on(shown(page, question)))


@pytest.mark.parametrize("kind", ["fill", "date", "why"])
def test_typed_text_goes_to_python_by_itself(page: Page, kind: str, tmp_path: Path) -> None:
    """Once, a moment after the last key; at once when the field is left, on Check, and when the page goes."""
    question = KIND[kind]
    widget = ask(page, tmp_path, question)
    field = shown(page, question).get_by_role("textbox").first
    field.focus()
    page.keyboard.type("1 May", delay=20)
    assert page.evaluate("sent.length") == 0
    page.wait_for_function("sent.length")
    assert page.evaluate("sent.length") == 1
    settle(page, widget)
    assert "1 May" in str(answer_of(widget, question))
    for leave in ("document.activeElement.blur()", "dispatchEvent(new Event('pagehide'))", "dispose()"):
        field.focus()
        page.keyboard.type("0")
        page.evaluate(leave)
        assert page.evaluate("sent[0].act") == "answer", leave
        settle(page, widget)
    assert "1 May000" in str(answer_of(widget, question))


def test_enter_in_a_field_checks(page: Page, tmp_path: Path) -> None:
    """As people expect of a single line."""
    question = KIND["date"]
    widget = ask(page, tmp_path, question)
    field = page.get_by_role("textbox", name=question.prompt, exact=True)
    field.focus()
    page.keyboard.insert_text(str(solution(question)))
    page.keyboard.press("Enter")
    settle(page, widget)
    expect(page.get_by_role("status").last).to_contain_text("Right.")
    expect(page.get_by_role("status").first).to_contain_text("Understood as")
    expect(field).to_be_focused()


def test_what_python_says_to_older_text_leaves_newer_text_alone(page: Page, tmp_path: Path) -> None:
    """Nobody's words are overwritten while they are being typed."""
    question = KIND["why"]
    widget = ask(page, tmp_path, question)
    field = shown(page, question).get_by_role("textbox")
    field.focus()
    page.keyboard.type("One")
    page.wait_for_function("sent.length")
    page.keyboard.type(" and two")
    settle(page, widget)
    expect(field).to_have_value("One and two")
    page.wait_for_function("sent.length")
    settle(page, widget)
    assert answer_of(widget, question) == "One and two"


# On the timeline


PHONE = (390, 844)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, touched by fingers."""
    with watched_page(browser, size=PHONE, touch=True) as page:
        yield page


def on_axis(place: Locator, panel: str, share: float) -> dict[str, float]:
    """The middle of a strip of the sheet, at a share of the way across, as a position in the sheet."""
    box = place.locator(".axis-sheet").bounding_box()
    assert box
    return {"x": box["width"] * share, "y": {"years": 36, "days": 130}[panel]}


def test_an_event_is_put_on_the_axis_by_keys(page: Page, tmp_path: Path) -> None:
    """The mark says where it is; the field says the same; exactness is chosen; no date is a button."""
    question = TIMELINE.question("place-the-attack")
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    handle, field = place.get_by_role("slider"), place.get_by_role("textbox")
    expect(handle).to_have_attribute("aria-valuetext", "not on the axis yet")
    tab_to(page, handle)
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "26 April 1920")
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    expect(field).to_have_value("2 May 1920")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")  # from a day to the night that begins on it
    expect(handle).to_have_attribute("aria-valuetext", "night of 2 to 3 May 1920")
    settle(page, widget)
    assert answer_of(widget, question) == solution(question)
    expect(field).to_have_value("night of 2 to 3 May 1920")
    tab_to(page, field)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("late April")
    page.keyboard.press("Tab")
    settle(page, widget)
    expect(handle).to_have_attribute("aria-valuetext", "later April 1920")
    expect(place.locator(".heard")).to_have_text("Understood as later April 1920.")
    page.keyboard.press("Enter")
    settle(page, widget)
    assert answer_of(widget, question) == "undated"
    expect(handle).to_have_attribute("aria-valuetext", "no date")
    expect(field).to_have_value("")


def test_an_event_is_put_on_the_axis_by_a_finger(phone: Page, tmp_path: Path) -> None:
    """A tap on the days or the years puts it there; a drag takes it along; all is large enough."""
    question = TIMELINE.question("place-the-attack")
    widget = ask(phone, tmp_path, question)
    place = shown(phone, question)
    sheet = place.locator(".axis-sheet")
    sheet.tap(position=on_axis(place, "years", 0.15))
    settle(phone, widget)
    assert answer_of(widget, question) == "1917-08"
    place.get_by_text("Night", exact=True).tap()
    sheet.tap(position=on_axis(place, "days", 7 / 13))
    settle(phone, widget)
    assert answer_of(widget, question) == solution(question)
    drag(phone, place.get_by_role("slider"), on_axis(place, "days", 2 / 13)["x"])
    settle(phone, widget)
    assert answer_of(widget, question) == "[1920-04-27..1920-04-28]"
    for target in place.locator(".handle, .exactness label, .none").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def drag(page: Page, handle: Locator, to: float) -> None:
    """Drag a handle with a finger, to so many pixels from the left end of its sheet."""
    box, sheet = handle.bounding_box(), page.locator(".axis-sheet").bounding_box()
    assert box
    assert sheet
    y = box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)
    for kind, x in (("touchStart", box["x"] + box["width"] / 2), ("touchMove", sheet["x"] + to)):
        point = [{"x": x, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": point})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_two_ends_are_set_by_keys_and_by_a_finger(phone: Page, tmp_path: Path) -> None:
    """Each by its own mark; an open end by its button; what lies between is drawn."""
    question = TIMELINE.question("span-of-the-stay")
    widget = ask(phone, tmp_path, question)
    place = shown(phone, question)
    start, end = place.get_by_role("slider", name="It began"), place.get_by_role("slider", name="It ended")
    place.get_by_text("Half a month", exact=True).tap()
    start.focus()
    phone.keyboard.press("Home")
    expect(start).to_have_attribute("aria-valuetext", "later April 1920")
    place.get_by_role("button", name="It ended: the reading leaves it open").tap()
    settle(phone, widget)
    assert answer_of(widget, question) == solution(question)
    expect(end).to_have_attribute("aria-valuetext", "left open")
    expect(place.locator(".stretch.open-end.days")).to_be_visible()
    drag(phone, end, on_axis(place, "days", 0.5)["x"])
    settle(phone, widget)
    assert answer_of(widget, question)["end"] == "1920-05-01/1920-05-15"
    expect(place.locator(".stretch.open-end")).to_have_count(0)


def test_arrows_are_drawn_by_a_finger_turned_and_removed(phone: Page, tmp_path: Path) -> None:
    """Tap a cause, then its effect; each arrow stands in a list as well, with its buttons."""
    question = TIMELINE.question("links-in-georgia")
    widget = ask(phone, tmp_path, question)
    place = shown(phone, question)
    for id in ("azerbaijan-overthrown", "georgia-stays-out", "may-day", "armed-groups"):
        place.locator(f"[data-item='{id}']").tap()
    settle(phone, widget)
    drawn = ["azerbaijan-overthrown -> georgia-stays-out", "may-day -> armed-groups"]
    assert answer_of(widget, question) == drawn
    expect(place.locator(".arrows .curve")).to_have_count(2)
    place.get_by_role("button", name=re.compile("Turn round.*Georgia stays out")).tap()
    place.get_by_role("button", name=re.compile("Remove.*May Day")).tap()
    settle(phone, widget)
    assert answer_of(widget, question) == ["georgia-stays-out -> azerbaijan-overthrown"]
    place.get_by_role("button", name="Check", exact=True).tap()
    settle(phone, widget)
    expect(place.locator(".said")).to_contain_text("The wrong way round.")


# What is said


@pytest.mark.parametrize("kind", KIND)
def test_what_is_said_is_read_out_and_taken_back_with_the_next_change(
    page: Page, kind: str, tmp_path: Path
) -> None:
    """The verdict and the first sentence; all of it never stands under another answer."""
    question = KIND[kind]
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    answer_by_keys(page, place, form(question), wrong(question))
    button = place.get_by_role("button", name=re.compile("Check|Compare"))
    for _press in range(2 if question.explain else 1):
        button.click()
        settle(page, widget)
    said, announced = place.locator(".said"), place.get_by_role("status").last
    verdict = check(question, wrong(question))
    expect(announced).to_have_text(re.compile(r"^(Not right|Partly right)\. .+[.?!]$|^One good answer"))
    expect(announced).not_to_contain_text("Understood as")
    expect(said).to_contain_text(verdict.feedback)
    for cite in verdict.cites:
        expect(said).to_contain_text(f"{cite} {CASE.sentence(cite).text}")
    marked = {part.id: part.right for part in verdict.parts if part.right is not None}
    for id, right in marked.items():
        part = place.locator(f"[data-part='{id}']").last
        expect(part).to_have_class(re.compile("right" if right else "wrong"))
    change(page, place, kind)
    expect(said).to_be_empty()
    expect(announced).to_be_empty()
    expect(place.locator(".right, .wrong")).to_have_count(0)
    expect(button).to_be_visible()


def change(page: Page, place: Locator, kind: str) -> None:
    """Change an answer somehow."""
    match kind:
        case "single" | "claim" | "evidence":
            place.get_by_role("radio", checked=False).first.click()
        case "multiple":
            place.get_by_role("checkbox").first.click()
        case "order":
            place.locator(".move").nth(1).click()
        case "match":
            place.locator("select").first.select_option("")
        case "link":
            place.locator("[data-act=remove]").first.click()
        case _:
            place.get_by_role("textbox").first.focus()
            page.keyboard.type("x")


def test_who_was_sure_and_wrong_compares_the_answer_with_the_reading(page: Page, tmp_path: Path) -> None:
    """By keys alone; what was said counts for one check, and stands on disk."""
    question = KIND["single"]
    widget = ask(page, tmp_path, question)
    place, said = shown(page, question), shown(page, question).locator(".said")
    answer_by_keys(page, place, form(question), wrong(question))
    steps = place.get_by_role("radiogroup", name="How sure are you?").get_by_role("radio")
    tab_to(page, steps.first)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(place.get_by_role("radio", name="Sure", exact=True)).to_be_checked()
    settle(page, widget)
    check_button = place.get_by_role("button", name="Check", exact=True)
    tab_to(page, check_button)
    page.keyboard.press("Enter")
    settle(page, widget)
    expect(said.locator(".contrast > div").first).to_contain_text(form(question).name_of(wrong(question)))
    expect(said.locator(".contrast > div").last).to_contain_text(CASE.sentence(question.cites[0]).text)
    assert not any(step.is_checked() for step in steps.all())
    check_button.click()
    settle(page, widget)
    expect(said.locator(".contrast")).to_have_count(0)
    (record,) = Answers(tmp_path, "test").read().values()
    assert [tried.certainty for tried in record.log] == ["sure", None]
    page.set_viewport_size({"width": 320, "height": 700})
    tops = {
        step.evaluate("(step) => step.closest('label').getBoundingClientRect().top") for step in steps.all()
    }
    assert len(tops) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_why_an_answer_is_so_is_asked_before_the_feedback(page: Page, tmp_path: Path) -> None:
    """By keys alone: once, aloud, and certainty stays as it was; then the line stands beside the reading."""
    question = load_bank("week").question("what-they-knew")
    widget = ask(page, tmp_path, question)
    place, said = shown(page, question), shown(page, question).locator(".said")
    room = place.get_by_role("textbox", name="Why? In a line, in your own words")
    line, why = place.locator(".explanation > .line"), f"By <b>chance</b>, I think, {'w' * 60}"
    page.emulate_media(media="print")
    expect(room).to_be_hidden()
    expect(line).to_be_visible()
    page.emulate_media(media="screen")
    expect(line).to_be_hidden()

    answer_by_keys(page, place, form(question), wrong(question))
    guess = place.get_by_role("radio", name="Just a guess")
    tab_to(page, guess)
    page.keyboard.press(" ")
    button = place.get_by_role("button", name="Check", exact=True)
    tab_to(page, button)
    page.keyboard.press("Enter")
    settle(page, widget)
    expect(said).to_contain_text("why is that so?")
    expect(place.get_by_role("status")).to_contain_text("or press Check again to go on without one.")
    expect(button).to_be_focused()
    expect(guess).to_be_checked()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(room).to_be_focused()
    page.keyboard.type(why[:18])
    settle(page, widget)
    page.keyboard.insert_text(why[18:])
    page.keyboard.press("Enter")
    settle(page, widget)
    expect(room).to_be_focused()
    expect(said.locator(".contrast > div").first).to_contain_text(why)
    expect(said.locator(".contrast > div").last).to_contain_text(CASE.sentence(question.cites[0]).text)
    expect(guess).not_to_be_checked()
    page.set_viewport_size({"width": 320, "height": 700})
    axe(page, 320)

    widget = ask(page, tmp_path, question)
    expect(room).to_have_value(why)
    place.get_by_role("radio", checked=False).first.click()
    settle(page, widget)
    expect(room).to_have_value("")


def test_saved_is_the_word_of_python(page: Page, tmp_path: Path) -> None:
    """The page by itself only says that it is saving; without its kernel it never says more."""
    question = KIND["single"]
    widget = ask(page, tmp_path, question)
    place = shown(page, question)
    kept = place.locator(".kept")
    expect(kept).to_be_empty()
    place.get_by_role("radio").first.click()
    expect(kept).to_have_text("Saving …")
    settle(page, widget)
    expect(kept).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    place.locator(".option").last.click()
    page.evaluate("model.set('comm_live_update', false)")
    expect(kept).to_have_text("Not saved")
    page.evaluate("sent.splice(0)")
    place.get_by_role("radio").first.click()
    expect(kept).to_have_text("Not saved")
    assert page.evaluate("sent") == []
    expect(page.get_by_role("status").first).to_contain_text("has stopped responding")


def test_what_cannot_be_saved_is_in_plain_sight(page: Page, tmp_path: Path) -> None:
    """As an alert, with what is in the way."""
    folder = tmp_path / "gone"
    folder.mkdir()
    widget = ask(page, folder, KIND["single"])
    folder.rmdir()
    page.get_by_role("radio").first.click()
    settle(page, widget)
    expect(page.get_by_role("alert").last).to_contain_text("Not saved.")
    expect(page.locator(".kept")).not_to_contain_text(re.compile(r"\d"))


# For everybody


def axe(page: Page, width: int) -> None:
    """Nothing to complain of, and nothing wider than the page."""
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, width: int, scheme: Any, tmp_path: Path) -> None:
    """Before an answer, with what is said to a wrong one and all help; in exam, summary and progress."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    questions = list(KIND.values())
    widget = ask(page, tmp_path, *questions)
    axe(page, width)
    for act in ("check", "hint", "hint", "solution"):
        for question in questions:
            message = {"act": act, "question": question.id, "answer": wrong(question), "turn": ""}
            widget._hear(widget, message, [])
    settle(page, widget)
    axe(page, width)
    ask(page, tmp_path / "exam", *questions, behaviour="exam")
    axe(page, width)
    quiz = Quiz(bank_of(*questions), notebook="test", folder=tmp_path)
    for widget, button in (
        (quiz.summary(), "Start again"),
        (ProgressView("week", folder=tmp_path), "Delete all"),
    ):
        alone.show(page, widget)
        axe(page, width)
        page.get_by_role("button", name=button, exact=True).click()
        axe(page, width)


@pytest.mark.parametrize("kind", KIND)
def test_the_prompt_names_what_it_asks_for(page: Page, kind: str, tmp_path: Path) -> None:
    """A group or a field; and a question not answered does not look answered."""
    question = KIND[kind]
    ask(page, tmp_path, question)
    place = shown(page, question)
    prompt = re.sub(r"\{[^}]*\}", "", question.prompt).strip()[:30]
    named = place.get_by_role("textbox" if kind in ("date", "value", "why") else "group")
    expect(named).to_have_accessible_name(re.compile(re.escape(prompt)))
    expect(place.locator("input:checked")).to_have_count(0)
    fields = place.locator("input[type=text], textarea, select")
    assert fields.evaluate_all("(fields) => fields.map((field) => field.value)") == [""] * fields.count()


def test_on_paper_there_is_nothing_to_press(page: Page, tmp_path: Path) -> None:
    """Printed, and where no widget runs: every prompt and choice, boxes, lines to write on."""
    questions = list(KIND.values())
    widget = ask(page, tmp_path, *questions)
    page.emulate_media(media="print")
    whole = page.locator(".coup-questions")
    for place in (whole, static(page, widget)):
        for question in questions:
            for choice in form(question).choices + form(question).targets:
                if choice.text:
                    expect(place.get_by_text(choice.text).locator("visible=true").first).to_be_visible()
        expect(place.locator("select, textarea, .move, .actions").locator("visible=true")).to_have_count(0)
        expect(place.locator(".line").first).to_be_visible()
        expect(place.get_by_role("radio").first).to_be_visible()


def static(page: Page, widget: PageWidget) -> Locator:
    """What shows where no widget runs."""
    page.emulate_media(media="screen")
    data, _ = widget._repr_mimebundle_() or ({}, {})
    page.set_content(data["text/html"])
    return page.locator(".coup")


def test_an_answer_is_printed_with_its_question(page: Page, tmp_path: Path) -> None:
    """Own words, matches and order stand on the paper as they stand on the screen."""
    questions = [KIND[kind] for kind in ("why", "match", "fill")]
    widget = ask(page, tmp_path, *questions)
    for question in questions:
        message = {"act": "answer", "question": question.id, "answer": solution(question), "turn": ""}
        widget._hear(widget, message, [])
    settle(page, widget)
    page.emulate_media(media="print")
    expect(page.get_by_role("textbox").first).to_be_visible()
    expect(page.locator("select").first).to_be_visible()
    expect(page.locator(".line").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_the_page_of_an_exam_holds_no_key(page: Page, bank: Any, tmp_path: Path) -> None:
    """Source, text and messages, before and after right and wrong answers to every question."""
    widget = ask(page, tmp_path, *bank.questions, behaviour="exam")
    expect(page.get_by_role("button", name=re.compile("Check|Hint|Solution|Compare"))).to_have_count(0)
    looks = []
    for given in (solution, wrong):
        for question in bank.questions:
            answer = given(question) if question.scored else "I say so."
            message = {"act": "check", "question": question.id, "answer": answer, "turn": ""}
            widget._hear(widget, message, [])
        settle(page, widget)
        looks.append(
            page.evaluate("document.documentElement.innerHTML + JSON.stringify(model.get('states'))")
        )
    for look in looks:
        text = page.evaluate(
            "(html) => new DOMParser().parseFromString(html, 'text/html').body.textContent", look
        )
        for question in bank.questions:
            assert not [secret for secret in secrets(question) if secret in text or secret in look]
    expect(page.locator(".kept").first).to_contain_text("Recorded")


def test_tab_comes_to_the_first_event_of_an_order_given_before(page: Page, tmp_path: Path) -> None:
    """Not to the one that was first when the events were shuffled."""
    question = KIND["order"]
    order = solution(question)
    assert order[0] != form(question).choices[0].id
    widget = ask(page, tmp_path, question)
    widget._hear(widget, {"act": "answer", "question": question.id, "answer": order, "turn": ""}, [])
    ask(page, tmp_path, question)
    place = shown(page, question)
    assert order_on(place) == order
    expect(place.locator(f"li[data-part='{order[0]}'] .item")).to_have_attribute("tabindex", "0")
    expect(place.locator(".item[tabindex='0']")).to_have_count(1)


# Summary and progress


def test_the_summary_leads_to_each_question(page: Page, tmp_path: Path) -> None:
    """By its link: the question comes into sight and has the focus; one that is not there is told."""
    bank = bank_of(*KIND.values())
    quiz = Quiz(bank, notebook="test", folder=tmp_path)
    alone.show(page, quiz.summary())
    page.get_by_role("link").first.click()
    expect(page.get_by_role("status").last).to_contain_text("Run All Cells")
    for question in KIND.values():
        page.evaluate(
            """(html) => {
              document.querySelector("#asked")?.remove();
              document.body.insertAdjacentHTML("beforeend", `<div id="asked">${html}</div>`);
            }""",
            quiz.ask(question.id)._page.html(),
        )
        page.locator(f"a[href$='-{question.id}']").click()
        expect(page.get_by_role("status").last).to_be_empty()
        expect(page.locator("#asked :focus")).to_have_count(1)
        page.evaluate("scrollTo(0, 0)")


def test_starting_again_asks_once(page: Page, tmp_path: Path) -> None:
    """The first press only asks; the focus goes to the harmless answer, and Escape takes it back."""
    summary = Quiz(bank_of(KIND["single"]), notebook="test", folder=tmp_path).summary()
    alone.show(page, summary)
    assert page.evaluate("sent.splice(0)") == ["seen"]
    again = page.get_by_role("button", name="Start again", exact=True)
    again.click()
    expect(page.get_by_role("button", name="Keep my answers")).to_be_focused()
    page.keyboard.press("Escape")
    expect(again).to_be_focused()
    assert page.evaluate("sent") == []
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("sent") == ["start again"]
    expect(again).to_be_focused()


def test_progress_is_exported_imported_named_and_deleted_by_keys(page: Page, tmp_path: Path) -> None:
    """A file comes down and goes up; deleting asks once."""
    widget = ProgressView("week", folder=tmp_path)
    alone.show(page, widget)
    assert page.evaluate("sent.splice(0)") == ["seen"]
    page.get_by_label("Your name (optional)").fill("Nino")
    page.keyboard.press("Tab")
    assert page.evaluate("sent.splice(0)") == [{"act": "name", "name": "Nino"}]
    page.keyboard.press("Enter")
    assert page.evaluate("sent.splice(0)") == [{"act": "export"}]
    with page.expect_download() as download:
        page.evaluate("model.set('msg:custom', { file: 'progress.json', content: '{}' })")
    assert download.value.suggested_filename == "progress.json"
    page.keyboard.press("Tab")
    file = tmp_path / "mine.json"
    file.write_text('{"a": 1}', encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(file)
    page.wait_for_function("sent.length")
    assert page.evaluate("sent.splice(0)") == [{"act": "import", "file": "mine.json", "content": '{"a": 1}'}]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep them")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("sent.splice(0)") == [{"act": "delete"}]


# In JupyterLab


WEEK = load_bank("week")
TYPED = ("fill", "date", "value", "why")


@pytest.fixture
def notebook(new_lab: Lab) -> str:
    """A notebook that asks every question of a bank, sums up, and tells its kernel's process."""
    ids = ", ".join(repr(question.id) for question in WEEK.questions)
    cells = [
        f"from coupquiz import Quiz\n\nquiz = Quiz({WEEK.id!r}, notebook='asked')",
        f"quiz.ask({ids})",
        "quiz.summary()",
        "import os\n\nprint('process', os.getpid())",
    ]
    asked = new_notebook(cells=[new_markdown_cell("# Asked"), *map(new_code_cell, cells)])
    asked.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(asked, new_lab.folder / "asked.ipynb")
    return "asked"


def on_disk(lab: Lab) -> dict[str, Any]:
    """The answers on disk."""
    records = Answers(lab.folder, "asked").read()
    return {key.question: record.attempt.answer for key, record in records.items()}


def stop_kernel(page: Page) -> None:
    """Kill the kernel of the notebook that is open, without a warning."""
    told = (
        page.locator(".jp-OutputArea-output pre", has_text=re.compile(r"process \d+")).last.text_content()
        or ""
    )
    os.kill(int(told.split()[-1]), signal.SIGKILL)


def choose(page: Page, menu: str, item: str) -> None:
    """Choose an item of a menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=item, exact=True).click()


def test_in_jupyterlab_answers_outlive_everything(page: Page, new_lab: Lab, notebook: str) -> None:
    """Given by keys that do no harm; there after a killed kernel, a restart, a reload, in a second tab."""
    widget = open_and_run(page, new_lab, notebook, ".coup-questions")
    expect_side_by_side(widget.locator(".question.claim").first.locator(".option"))
    cells = page.locator(".jp-Notebook .jp-Cell")
    count = cells.count()
    for question in WEEK.questions:
        place = widget.locator(f".question[data-question='{question.id}']")
        place.locator("input, select, textarea, button").first.focus()
        for key in KEYS[-3:] if question.kind in TYPED else KEYS:
            page.keyboard.press(key)
        answer_by_keys(page, place, form(question), wrong(question))
        tab_to(page, place.get_by_role("button", name=re.compile("^(Check|Compare)$")))
        page.keyboard.press("Enter")
        if question.explain:
            expect(place.locator(".feedback")).to_contain_text("Before you look")
            page.keyboard.press("Enter")
        expect(place.locator(".feedback")).to_contain_text(check(question, wrong(question)).feedback)
        expect(place.locator(".kept")).to_contain_text("Saved")
    expect(cells).to_have_count(count)
    answers = {question.id: wrong(question) for question in WEEK.questions}
    assert on_disk(new_lab) == answers

    typed = widget.locator(".question.why textarea").first
    typed.focus()
    page.keyboard.type("Last words. ")
    expect(typed).to_have_value(re.compile(r"Last words\. "))
    page.keyboard.press("Tab")
    expect(widget.locator(".question.why .kept").first).to_contain_text("Saved")
    stop_kernel(page)
    (changed,) = (id for id, answer in on_disk(new_lab).items() if answer != answers[id])
    answers = on_disk(new_lab)
    assert "Last words." in answers[changed]

    page.locator(".jp-Dialog .jp-mod-accept").click(timeout=60_000)  # JupyterLab tells that it was killed
    expect(page.get_by_text("This view has stopped responding.").first).to_be_visible(timeout=60_000)
    unsaved = widget.locator(".question.single").first
    choice = unsaved.get_by_role("radio", checked=False).first
    late = {unsaved.get_attribute("data-question"): choice.input_value()}
    choice.click()
    expect(unsaved.locator(".kept")).to_have_text("Not saved")
    assert on_disk(new_lab) == answers
    answers |= late  # which the page keeps until there is a kernel

    choose(page, "Run", "Run All Cells")
    expect(page.get_by_text("This view has stopped responding.")).to_have_count(0)
    expect_answers(page, answers)
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel and Run All Cells…", exact=True).click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    expect_answers(page, answers)

    second = page.context.new_page()
    open_and_run(second, new_lab, notebook, ".coup-questions")
    expect_answers(second, answers)
    other = second.locator(".question.claim").first.get_by_role("radio", checked=False).first
    value = other.input_value()
    other.click()
    expect(second.locator(".question.claim .kept").first).to_contain_text("Saved")
    expect(page.locator(f".question.claim input[value='{value}']").first).to_be_checked()
    second.close()
    page.reload()
    open_and_run(page, new_lab, notebook, ".coup-questions")
    expect_answers(page, on_disk(new_lab))


def expect_side_by_side(boxes: Locator) -> None:
    """They stand in one line and nothing else does, whatever styles nbgrader brings to JupyterLab."""
    edges: list[list[float]] = boxes.evaluate_all(
        "(boxes) => boxes.map((box) => [box.offsetTop, box.offsetLeft - box.parentNode.offsetLeft])"
    )
    assert len({top for top, _ in edges}) == 1
    assert edges[0][1] == 0


def expect_answers(page: Page, answers: dict[str, Any]) -> None:
    """Wait until the page shows these answers."""
    for question in WEEK.questions:
        place = page.locator(f".question[data-question='{question.id}']")
        expect(place).to_be_visible(timeout=60_000)
        answer = answers[question.id]
        match question.kind:
            case "single" | "claim" | "evidence":
                expect(place.locator(f"input[value='{answer}']")).to_be_checked()
            case "multiple":
                for id in answer:
                    expect(place.locator(f"input[value='{id}']")).to_be_checked()
            case "order":
                expect(place.locator(".item").first).to_be_visible()
                assert order_on(place) == answer
            case "match":
                for item, target in answer.items():
                    expect(place.locator(f"select[data-item='{item}']")).to_have_value(target)
            case "fill":
                for blank, text in answer.items():
                    expect(place.locator(f"input[data-blank='{blank}']")).to_have_value(text)
            case _:
                expect(place.get_by_role("textbox")).to_have_value(answer)
