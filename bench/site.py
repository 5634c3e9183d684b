"""What the static site takes until its first question, against a JupyterLite site with nothing of ours."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench.packed_files import PackedFiles
from bench.room import Cost, measure
from bench.rounds import in_turn
from bench.table import Row, compared, size
from bench.wire import Wire, wire
from lite import build
from lite.bare import NOTEBOOK
from tests.browser import chromium
from tests.browser.engines import FLAGS
from tests.site.opened import START, folder_served, served

_ROUNDS = 5
_QUESTION = ".question input[type=radio]:enabled"
_BARE = ".jupyter-widget-radio-box input, .widget-radio-box input"
_PATIENCE = 180_000  # milliseconds
_AGAINST = "bare JupyterLite, with a `FigureWidget` and `RadioButtons`"


def rows() -> Iterator[Row]:
    """Yield the rows on the site, each time in a browser that has loaded nothing before."""
    program = chromium.provide()
    with (
        TemporaryDirectory() as home,
        served(files=PackedFiles) as site,
        folder_served(bare_site(Path(home, "bare")), files=PackedFiles) as bare,
        wire(site) as to_site,
        wire(bare) as to_bare,
        sync_playwright() as playwright,
    ):
        launch = partial(playwright.chromium.launch, executable_path=program, args=FLAGS)
        ours, theirs = in_turn(
            _ROUNDS, partial(visit, launch, to_site, open_ours), partial(visit, launch, to_bare, open_bare)
        )
    what = "the static site, from opening a notebook to its first question, below the timeline"
    times = [cost.milliseconds for cost in ours], [cost.milliseconds for cost in theirs]
    yield compared(what, times[0], _AGAINST, times[1], most=0.6)
    sent = [cost.received for cost in ours], [cost.received for cost in theirs]
    yield compared("what is sent until then", sent[0], _AGAINST, sent[1], most=0.7, shown=size)


def bare_site(place: Path) -> Path:
    """Build the other site, with the Python that builds ours."""
    nox = [os.environ["NOX_PYTHON"], "-m", "nox", "-s", "site", "--", "--bare", str(place)]
    subprocess.run(nox, cwd=build.ROOT, check=True)
    return place


def visit(launch: Callable[[], Browser], wire: Wire, go: Callable[[Page, str], None]) -> Cost:
    """Open a browser, go there, and return what it took."""
    browser = launch()
    cost = measure(browser.new_page(viewport={"width": 1400, "height": 900}), wire, go)
    browser.close()
    return cost


def open_ours(page: Page, address: str) -> None:
    """Open the first notebook, which fills itself."""
    page.goto(f"{address}/{START}", timeout=_PATIENCE)
    page.locator(_QUESTION).first.wait_for(timeout=_PATIENCE)


def open_bare(page: Page, address: str) -> None:
    """Open the other site's notebook, and run it as soon as there is a menu to do that."""
    page.goto(f"{address}/notebooks/index.html?path={NOTEBOOK}", timeout=_PATIENCE)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=_PATIENCE)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.locator(_BARE).first.wait_for(timeout=_PATIENCE)
