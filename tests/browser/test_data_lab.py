"""The data lab in JupyterLab, as somebody goes through it who has never programmed."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.notebooks import open_lesson, wait_until_filled
from tests.server import Lab

NOTEBOOK = "04_data_lab"


def task(page: Page, question: str) -> Locator:
    """The cell that checks a value."""
    return page.locator(".jp-CodeCell").filter(has=page.locator(f'[data-question="{question}"]'))


def write(page: Page, cell: Locator, value: str, question: str) -> None:
    """Put a line in the place of the three dots, and run the cell."""
    wait_until_filled(page)
    content = cell.locator(".cm-content")
    content.click()
    while content.inner_text().strip():  # a click may put the cursor somewhere once more, a moment later
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
    page.keyboard.insert_text(f'answer = {value}\nquiz.check_value("{question}", answer)')
    page.keyboard.press("Shift+Enter")


def test_a_first_line_is_wrong_then_right_and_stays(page: Page, new_lab: Lab) -> None:
    """What is said each time; the answer is there again when the notebook is opened anew."""
    id = "how-many-rows"
    open_lesson(page, new_lab, NOTEBOOK, f'[data-question="{id}"]')
    cell = task(page, id)
    expect(cell).to_contain_text("Not attempted yet")
    write(page, cell, 'len("events")', id)
    expect(cell.locator(".said")).to_contain_text("Not right. 6 is too few.")
    write(page, cell, "len(events)", id)
    expect(cell.locator(".said")).to_contain_text("Right. Each row is one event")
    expect(cell.locator(".kept")).to_contain_text("Saved")
    found = Axe().run(page, context=".coup-questions")
    assert not found.response["violations"], found.generate_report()
    page.keyboard.press("Control+S")
    page.reload()
    open_lesson(page, new_lab, NOTEBOOK, f'[data-question="{id}"]')
    expect(task(page, id).locator(".said")).to_contain_text("Right.")
    assert (new_lab.folder / f"{NOTEBOOK}.answers.json").exists()


def test_a_comparison_in_place_of_rows_is_explained(page: Page, lab: Lab) -> None:
    """In a sentence above the question, and nothing counts as a try."""
    id = "placed-in-tiflis"
    open_lesson(page, lab, NOTEBOOK, f'[data-question="{id}"]')
    cell = task(page, id)
    write(page, cell, 'events["place"] == "tiflis"', id)
    expect(cell.get_by_role("alert").first).to_contain_text("a column of True and False")
    write(page, cell, 'events[events["place"] == "tiflis"]', id)
    expect(cell.locator(".said")).to_contain_text("1 try")
    expect(cell.get_by_role("alert").first).to_be_empty()
    expect(cell.get_by_role("textbox", name="Which events have")).to_have_value(
        "may-day, armed-groups, disorders-ended, tiflis-taken"
    )
