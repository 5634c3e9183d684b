"""A real browser, a real JupyterLab opened by the lesson's command, and no other host."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import server
from tests.browser import chromium

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)

expect.set_options(timeout=20_000)  # milliseconds: a machine may be busy, and what holds is seen at once


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium that can reach this machine alone."""
    program = chromium.provide()
    # Playwright leaves Chromium's sandbox off: root and many containers cannot have it; the pages are ours.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: Browser, *, others: Collection[str] = ()) -> Iterator[Page]:
    """A new page; at its end an AssertionError if anything in it asked for a host that is none of these."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("filechooser", lambda _: None)  # from the start: Playwright does not wait until it is in force
    yield page
    context.close()
    known = {None, "127.0.0.1", "localhost", *others}
    foreign = {url for url in asked if urlsplit(url).hostname not in known}
    assert not foreign, f"asked for other hosts: {sorted(foreign)}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page; the test fails if anything in it asked for another host."""
    with watched_page(browser) as page:
        yield page


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Lab]:
    """JupyterLab as `coup1920 lesson` starts it, for a user with a new home folder."""
    with server.lesson(tmp_path_factory.mktemp("home")) as lab:
        yield lab
