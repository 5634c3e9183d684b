"""What a newcomer sees when the lesson opens."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_page
from tests.server import Lab


def test_the_lesson_opens_on_its_first_notebook_without_questions(page: Page, lab: Lab) -> None:
    """`coup1920 lesson` shows the start at once: no news prompt, no dialog, no notification."""
    page.goto(lab.address)
    expect(page.get_by_role("tab", name="00_start_here.ipynb")).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible()
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=60_000)
    # The prompt for news would come some seconds after the page.
    page.wait_for_timeout(4_000)
    expect(page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)


def test_a_request_for_another_host_fails_the_test(browser: Browser) -> None:
    """The page of the tests notices a picture from elsewhere, though it could not be fetched."""
    with pytest.raises(AssertionError, match=r"elsewhere\.example"), watched_page(browser) as page:
        page.set_content('<img src="http://elsewhere.example/picture.png">')
