"""Notebooks, opened and run as a newcomer does, or by keys alone."""

import re
import subprocess
import sys
from contextlib import suppress
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.browser.window import until
from tests.server import Lab, environment

_IDLE = """() => {
  const kernel = document.querySelector(".jp-NotebookPanel .jp-Toolbar-kernelName")?.textContent;
  const status = document.querySelector(".jp-NotebookPanel .jp-Notebook-ExecutionIndicator")?.dataset.status;
  return kernel && kernel !== "No Kernel" && status === "idle";
}"""

_AT_TOP = """() => {
  const panel = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const title = panel.querySelector("h1").getBoundingClientRect();
  const place = panel.querySelector(".jp-Notebook").getBoundingClientRect();
  const [active] = panel.querySelectorAll(".jp-Cell.jp-mod-active");
  return title.top >= place.top && active === panel.querySelector(".jp-Cell");
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


def open_lesson(page: Page, lab: Lab, notebook: str, shows: str) -> Locator:
    """Open a notebook of the lesson, wait until it has filled itself, and return what then shows."""
    page.goto(lab.url(f"lab/tree/{notebook}.ipynb"))
    wait_until_filled(page)
    shown = page.locator(shows)
    expect(shown).to_be_visible()
    return shown


def wait_until_filled(page: Page) -> None:
    """Wait until the notebook of the lesson that is in sight is ready."""
    expect(page.locator(".coup-lesson-bar[data-stage=ready]:visible")).to_have_count(1, timeout=60_000)


def show_tools(page: Page) -> None:
    """Bring back Jupyter's menus and tools, which the lesson does without."""
    page.get_by_role("button", name="Show all tools").locator("visible=true").click()
    expect(page.get_by_role("menuitem", name="Help", exact=True)).to_be_visible()


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


def use_theme(page: Page, theme: str) -> None:
    """Choose JupyterLab's theme, Light or Dark, unless it has that."""
    name = f"JupyterLab {theme}"
    if page.locator(f"body[data-jp-theme-name='{name}']").count():
        return
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.get_by_text("Theme", exact=True).hover()
    page.get_by_role("menuitem", name=name, exact=True).click()


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


def notebook_of(lab: Lab, name: str) -> Any:
    """Return a notebook in the folder of JupyterLab, as it is now, once it is whole."""
    path = lab.folder / f"{name}.ipynb"
    until(lambda: path.read_text(encoding="utf-8").endswith("}\n"), f"all of {path}")
    return nbformat.read(path, as_version=4)


def lesson_bar(page: Page) -> Locator:
    """Return the line of ours above the notebook in sight."""
    return page.locator(".coup-lesson-bar:visible")


def is_at_top(page: Page) -> bool:
    """Whether the notebook in sight is at its top, with the first cell active."""
    return bool(page.evaluate(_AT_TOP))


def lay(lab: Lab, name: str, notebook: Any, *, trusted: bool) -> None:
    """Put a notebook into the folder, and let Jupyter trust it."""
    path = lab.folder / f"{name}.ipynb"
    nbformat.write(notebook, path)
    if trusted:
        command = [sys.executable, "-m", "jupyter", "trust", str(path)]
        subprocess.run(command, env=environment(lab.folder.parent), check=True, capture_output=True)
