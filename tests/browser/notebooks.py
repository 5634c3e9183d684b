"""Notebooks, opened and run as a newcomer does, or by keys alone."""

import re
from contextlib import suppress

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.server import Lab

_IDLE = """() => {
  const kernel = document.querySelector(".jp-NotebookPanel .jp-Toolbar-kernelName")?.textContent;
  const status = document.querySelector(".jp-NotebookPanel .jp-Notebook-ExecutionIndicator")?.dataset.status;
  return kernel && kernel !== "No Kernel" && status === "idle";
}"""


def open_and_run(page: Page, lab: Lab, notebook: str, shows: str) -> Locator:
    """Open a notebook, choose Run All Cells, and return what then shows, given as a CSS selector."""
    open_by_address(page, lab.url(f"lab/tree/{notebook}.ipynb"))
    prompt = page.locator(".jp-CodeCell .jp-InputPrompt").first
    before = prompt.inner_text()  # a number, if a kernel has run it before
    for _ in range(6):  # while a kernel is still coming, JupyterLab may forget what it was told
        choose(page, "Run", "Run All Cells")
        with suppress(AssertionError):
            expect(prompt).not_to_have_text(before, timeout=10_000)
            break
    shown = page.locator(shows)
    expect(shown).to_be_visible(timeout=60_000)
    wait_until_idle(page)
    return shown


def open_by_address(page: Page, address: str) -> None:
    """Open a notebook in JupyterLab or Notebook 7, and wait for its kernel."""
    page.goto(address)
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible(timeout=60_000)
    wait_until_idle(page)


def run_by_keys(page: Page) -> None:
    """Run one cell after the other, from the first, which has the focus when a notebook has been opened."""
    *cells, last = page.locator(".jp-Notebook .jp-Cell").all()
    for cell in cells:
        expect(cell).to_have_class(re.compile("jp-mod-active"))
        page.keyboard.press("Shift+Enter")
    expect(last).to_have_class(re.compile("jp-mod-active"))
    page.keyboard.press("Control+Enter")


def wait_until_idle(page: Page) -> None:
    """Wait until there is a kernel and it has nothing to do; what is to come is called idle, too."""
    page.wait_for_function(_IDLE, timeout=60_000)


def choose(page: Page, menu: str, item: str) -> None:
    """Choose an item of a menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(".lm-Menu").get_by_text(item, exact=True).click()


def use_dark_theme(page: Page) -> None:
    """Choose JupyterLab's dark theme."""
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.get_by_text("Theme", exact=True).hover()
    page.get_by_role("menuitem", name="JupyterLab Dark", exact=True).click()


def restart(page: Page, item: str) -> None:
    """Choose an item of the menu Kernel that asks before it restarts the kernel, and say yes."""
    choose(page, "Kernel", item)
    page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def write(lab: Lab, name: str, *cells: str) -> None:
    """Write a notebook with a title and these cells of code into the folder of JupyterLab."""
    notebook = new_notebook(cells=[new_markdown_cell("# Cells\n\n## To be run"), *map(new_code_cell, cells)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, lab.folder / f"{name}.ipynb")
