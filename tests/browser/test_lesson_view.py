"""The lesson view, and the way from notebook to notebook by keys and by touch."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from coupquiz import load_bank
from tests.browser.conftest import watched_page
from tests.browser.notebooks import is_at_top, lesson_bar, open_lesson, wait_until_filled
from tests.server import Lab

START, READING, DATA_LAB = "00_start_here", "01_reading", "04_data_lab"
FIRST = load_bank("background").questions[0].id


def test_one_click_brings_the_tools_back_and_is_remembered(page: Page, new_lab: Lab) -> None:
    """By the button, with keys alone, and by the palette of commands."""
    open_lesson(page, new_lab, START, ".question")
    page.get_by_role("button", name="Show all tools").focus()
    page.keyboard.press("Enter")
    tools = page.locator(
        "#jp-top-panel, .jp-SideBar.jp-mod-left, #jp-bottom-panel, .jp-NotebookPanel-toolbar"
    )
    expect(tools.locator("visible=true")).to_have_count(4)
    expect(page.locator(".jp-InputPlaceholder").first).to_be_visible()
    page.reload()
    wait_until_filled(page)
    expect(tools.locator("visible=true")).to_have_count(4)
    page.locator(".jp-NotebookPanel h1").click()
    page.keyboard.press("Control+Shift+c")
    expect(page.locator(".lm-CommandPalette-input")).to_be_focused()
    page.keyboard.type("Lesson View")
    expect(page.locator(".lm-CommandPalette-item")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(tools.locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("button", name="Show all tools")).to_be_visible()


def test_other_notebooks_have_their_tools(page: Page, new_lab: Lab) -> None:
    """The lesson view is the lesson's alone."""
    open_lesson(page, new_lab, START, ".question")
    menu = page.get_by_role("menuitem", name="Help", exact=True)
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="New Launcher").click()
    expect(menu).to_be_visible()
    page.get_by_role("tab", name=f"{START}.ipynb").click()
    expect(menu).to_be_hidden()


# By keys and by touch


def test_a_link_followed_by_keys_opens_the_next_notebook_filled(page: Page, new_lab: Lab) -> None:
    """In a tab of its own, at its top."""
    open_lesson(page, new_lab, START, ".question")
    page.get_by_role("link", name="The reading").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name=f"{READING}.ipynb")).to_be_visible()
    expect(page.locator(f".question[data-question='{FIRST}']")).to_be_visible(timeout=60_000)
    wait_until_filled(page)
    assert is_at_top(page)


@pytest.fixture(params=[(390, 844), (820, 1180)], ids=["phone", "tablet"])
def touched(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """The page of a device without keyboard and mouse."""
    width, height = request.param
    with watched_page(browser, size=(width, height), touch=True) as page:
        yield page


def test_by_touch_nothing_needs_a_menu(touched: Page, new_lab: Lab) -> None:
    """Answer, go on, read; two taps on a text leave it a text, and nothing is wider than the screen."""
    open_lesson(touched, new_lab, START, ".question")
    place = touched.locator(".question")
    place.get_by_role("radio").first.tap()
    place.get_by_role("button", name="Check", exact=True).tap()
    expect(place.locator(".feedback")).to_be_visible()
    touched.get_by_role("link", name="The reading").first.tap()
    expect(touched.locator(f".question[data-question='{FIRST}']")).to_be_visible(timeout=60_000)
    wait_until_filled(touched)
    assert is_at_top(touched)
    text = touched.locator(".jp-MarkdownCell p").locator("visible=true").first
    text.dblclick()
    touched.wait_for_timeout(500)
    expect(touched.locator(".jp-MarkdownCell .cm-editor").locator("visible=true")).to_have_count(0)
    height = lesson_bar(touched).get_by_role("button", name="Show all tools").bounding_box()
    assert height
    assert height["height"] >= 44
    wide = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer"
    assert touched.locator(wide).evaluate("(outer) => outer.scrollWidth <= outer.clientWidth")


def test_by_touch_a_cell_is_run(touched: Page, new_lab: Lab) -> None:
    """In the data new_lab, where a keyboard would have Shift and Enter."""
    open_lesson(touched, new_lab, DATA_LAB, "[data-question='how-many-rows']")
    cell = touched.locator(".jp-CodeCell").filter(has=touched.locator("[data-question='how-many-rows']"))
    cell.locator(".cm-content").tap()
    touched.keyboard.press("Control+A")
    touched.keyboard.insert_text('answer = len(events)\nquiz.check_value("how-many-rows", answer)')
    lesson_bar(touched).get_by_role("button", name="Run this cell").tap()
    expect(cell.locator(".said")).to_contain_text("Right.")
