"""JupyterLab in a real browser, and the time there from a key or a click to the paint."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests import server
from tests.browser import chromium
from tests.browser.engines import FLAGS

_SCRIPT = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
_PATIENCE = 120_000  # milliseconds
_REST = 150  # milliseconds


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds in the page, from the key or the click."""

    changed: float
    """Until the page was changed."""
    painted: float
    """Until the change was painted."""


@dataclass(frozen=True)
class Desk:
    """A running JupyterLab and a browser."""

    lab: server.Lab
    browser: Browser
    _numbers: Iterator[int] = field(default_factory=count)

    @contextmanager
    def notebook(self, *cells: str) -> Iterator[Notebook]:
        """A notebook with these cells, open in a page of its own; the first is run."""
        name = f"bench-{next(self._numbers)}"
        Path(self.lab.folder, f"{name}.ipynb").write_text(_notebook(cells), encoding="utf-8")
        with self.page() as page:
            page.goto(
                self.lab.url(f"lab/workspaces/{name}/tree/{name}.ipynb")
            )  # else the others would open too
            notebook = Notebook(page)
            notebook.run(0)
            yield notebook

    @contextmanager
    def page(self) -> Iterator[Page]:
        """A page in a browser that has loaded nothing before."""
        context = self.browser.new_context(viewport={"width": 1400, "height": 900})
        context.add_init_script(_SCRIPT)
        yield context.new_page()
        context.close()

    def address(self, notebook: str) -> str:
        """Return the address of a notebook alone: in a workspace of its own, or the others would open too."""
        address: str = self.lab.url(f"lab/workspaces/{notebook}/tree/{notebook}.ipynb")
        return address


@contextmanager
def desk() -> Iterator[Desk]:
    """JupyterLab as the lesson starts it, for a user with a new home folder, and a headless Chromium."""
    program = chromium.provide()
    with TemporaryDirectory() as home, server.lesson(Path(home)) as lab, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield Desk(lab, browser)
        browser.close()


class Notebook:
    """An open notebook; its cells go by their numbers. What to wait for is named in page.js."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def cell(self, number: int) -> Locator:
        """Return a cell."""
        return self.page.locator(".jp-Notebook .jp-Cell").nth(number)

    def reopen(self) -> None:
        """Load the page anew; the kernel goes on."""
        self.page.reload()
        self._settle()
        self.rest()

    def rest(self) -> None:
        """Wait until the page has done what was left to do."""
        self.page.wait_for_timeout(_REST)
        self.page.evaluate("new Promise((done) => requestIdleCallback(done))")

    def run(self, number: int) -> None:
        """Run a cell to its end.

        Raises:
            RuntimeError: The cell raised an error.
        """
        self._settle()
        prompt = self._choose(number)
        before = prompt.inner_text()
        while prompt.inner_text() == before:  # a kernel that starts can lose the key
            self.page.keyboard.press("Control+Enter")
            self.page.wait_for_timeout(_REST)
        self._settle()
        error = self.cell(number).locator("[data-mime-type='application/vnd.jupyter.error']")
        if error.count():
            raise RuntimeError(error.inner_text())

    def time_run(self, number: int, outcome: str) -> Times:
        """Return how long it takes from the key that runs a cell to an outcome below it."""
        self._choose(number)
        return self.time("keydown", number, outcome, lambda: self.page.keyboard.press("Control+Enter"))

    def time_run_all(self, number: int, outcome: str) -> Times:
        """Return how long it takes from the key that runs all cells to an outcome below one of them."""
        self._choose(number)
        self.page.keyboard.press("Control+A")
        return self.time("keydown", number, outcome, lambda: self.page.keyboard.press("Control+Enter"))

    def time(self, input: str, number: int, outcome: str, act: Callable[[], None]) -> Times:
        """Return how long it takes from what `act` does, an event of the kind `input`, to an outcome."""
        self._settle()
        self.rest()
        call = ", ".join(map(json.dumps, (input, number, outcome, _PATIENCE)))
        self.page.evaluate(f"window.time = timed({call}), null")
        act()
        times = Times(**self.page.evaluate("window.time"))
        self._settle()
        return times

    def _settle(self) -> None:
        """Wait until the kernel has nothing more to do."""
        idle = self.page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")
        expect(idle).to_be_visible(timeout=_PATIENCE)

    def _choose(self, number: int) -> Locator:
        prompt = self.cell(number).locator(".jp-InputPrompt")
        prompt.click()
        return prompt


def _notebook(cells: tuple[str, ...]) -> str:
    code: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": code, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})
