"""The built site, served as a host has it, and what tests do on its pages."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from filelock import FileLock
from playwright.sync_api import Locator, Page, expect

from lite import build

START = "notebooks/index.html?path=00_start_here.ipynb"

QUESTION = "what-to-seize"
"""The question of that notebook."""

SLOW = 120_000
"""Milliseconds that Python has to start in a browser."""


class Files(SimpleHTTPRequestHandler):
    """A plain file server that keeps quiet."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def built() -> Path:
    """Return the folder of the site, made of what the tree now holds."""
    build.downloads.CACHE.mkdir(exist_ok=True)
    with FileLock(build.downloads.CACHE / "tests.lock"):  # one builds it, the others wait
        if not build.is_fresh():
            nox = [os.environ["NOX_PYTHON"], "-m", "nox", "-s", "site"]
            subprocess.run(nox, cwd=build.ROOT, check=True)
    return build.SITE


@contextmanager
def served(host: str = "127.0.0.1", files: type[SimpleHTTPRequestHandler] = Files) -> Iterator[str]:
    """The address of the site, under a sub-path as many hosts have it."""
    with folder_served(built(), host, files) as address:
        yield address


@contextmanager
def folder_served(
    folder: Path, host: str = "127.0.0.1", files: type[SimpleHTTPRequestHandler] = Files
) -> Iterator[str]:
    """The address of any folder, as that."""
    with ThreadingHTTPServer((host, 0), partial(files, directory=folder.parent)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{host}:{server.server_port}/{folder.name}"
        server.shutdown()


def opened(page: Page, address: str) -> Locator:
    """Open a notebook, which fills itself, and return what there is of the errors that its cells print."""
    page.goto(address)
    expect(page.locator(".coup-lesson-bar")).to_be_visible(timeout=SLOW)
    return page.locator("[data-mime-type='application/vnd.jupyter.stderr']")


def shown(page: Page, id: str) -> Locator:
    """A question on the page."""
    return page.locator(f".question[data-question='{id}']")


def ready(page: Page, site: str) -> None:
    """Open the notebook to start with, and wait until its question can be answered."""
    opened(page, f"{site}/{START}")
    expect(page.locator(".coup-progress table")).to_be_visible(timeout=SLOW)  # which comes last


def answer(page: Page) -> None:
    """Choose the first option and check it."""
    shown(page, QUESTION).get_by_role("radio").first.click()
    shown(page, QUESTION).get_by_role("button", name="Check", exact=True).click()
    expect(shown(page, QUESTION).locator(".feedback")).to_be_visible()
