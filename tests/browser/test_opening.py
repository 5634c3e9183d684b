"""What a newcomer sees when the lesson opens."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab


def test_the_lesson_opens_on_its_first_notebook_without_questions(page: Page, lab: Lab) -> None:
    """`coup1920 lesson` shows the start at once: no news prompt, no dialog, no notification."""
    page.goto(lab.address)
    expect(page.get_by_role("tab", name="00_start_here.ipynb")).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible()
    page.wait_for_timeout(5_000)
    expect(page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)
