"""A real browser, a real JupyterLab opened by the lesson's command, and no other host."""

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import server
from tests.browser import webkit
from tests.browser.engines import CHROMIUM, FIREFOX, launching
from tests.browser.page_window import PageWindow
from tests.browser.window import Window

expect.set_options(timeout=60_000)  # milliseconds: a machine may be busy, and what holds is seen at once


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium that can reach this machine alone."""
    with launched(CHROMIUM) as browser:
        yield browser


@contextmanager
def launched(engine: str) -> Iterator[Browser]:
    """A headless browser that can reach this machine alone."""
    options = launching(engine)  # before Playwright runs: looking for a browser may run it, too
    with sync_playwright() as playwright:
        browser = playwright[engine].launch(**options)
        yield browser
        browser.close()


@contextmanager
def watched_page(
    browser: Browser,
    *,
    others: Collection[str] = (),
    size: tuple[int, int] = (1400, 900),
    touch: bool = False,
    ignore_https_errors: bool = False,
) -> Iterator[Page]:
    """A new page; at its end an AssertionError if anything in it asked for a host that is none of these."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=touch,
        is_mobile=touch,
        ignore_https_errors=ignore_https_errors,
    )
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


@pytest.fixture(
    scope="module",
    params=[
        FIREFOX,
        pytest.param(
            "webkit", marks=pytest.mark.skipif(sys.platform != "linux", reason="WebKitGTK is for Linux alone")
        ),
    ],
)
def new_window(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Window]]:
    """What opens windows that know nothing of each other: in Firefox, and then in WebKit."""
    with ExitStack() as opened:
        if request.param == FIREFOX:
            browser = opened.enter_context(launched(FIREFOX))
            yield lambda: PageWindow(opened.enter_context(watched_page(browser)))
        else:
            display = opened.enter_context(webkit.unseen_display())
            yield lambda: opened.enter_context(webkit.window(tmp_path_factory.mktemp("webkit"), display))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Lab]:
    """JupyterLab as `coup1920 lesson` starts it, for a user with a new home folder."""
    with server.lesson(tmp_path_factory.mktemp("home")) as lab:
        yield lab


@pytest.fixture
def new_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Lab]:
    """JupyterLab likewise, but new for each test: where it counts what it trusts and remembers."""
    with server.lesson(tmp_path_factory.mktemp("home")) as lab:
        yield lab
