"""A notebook of the lesson, opened and run as a newcomer does."""

from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from tests.server import Lab


def open_and_run(page: Page, lab: Lab, notebook: str, shows: str) -> Locator:
    """Open a notebook, choose Run All Cells, and return what then shows, given as a CSS selector."""
    page.goto(lab.url(f"lab/tree/{notebook}.ipynb"))
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=60_000)
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
    for _ in range(6):  # while a kernel is still coming, JupyterLab may forget what it was told
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        with suppress(AssertionError):
            expect(prompts.first).not_to_have_text("[ ]:", timeout=10_000)
            break
    shown = page.locator(shows)
    expect(shown).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=60_000)
    return shown
