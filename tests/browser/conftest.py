"""A real browser, a real JupyterLab opened by the lesson's command, and no other host."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
HERE = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: the folder that it shows and its address, token included."""

    folder: Path
    address: str

    def url(self, notebook: str) -> str:
        """The address of a notebook in the folder."""
        return self.address.replace("00_start_here.ipynb", notebook)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium that can reach this machine alone."""
    program = chromium.provide()
    # Chromium's sandbox does not work for root.
    flags = (*FLAGS, "--no-sandbox") if sys.platform != "win32" and os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page; the test fails if anything in it asked for another host."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield page
    context.close()
    parts = [urlsplit(url) for url in asked]
    foreign = {
        part.geturl()
        for part in parts
        if part.scheme in ("http", "https", "ws", "wss") and part.hostname not in HERE
    }
    assert not foreign, f"asked for other hosts: {sorted(foreign)}"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as `coup1920 lesson` starts it, in a new home folder."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "lesson"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    environment |= {"HOME": str(home), "USERPROFILE": str(home)}
    command = [sys.executable, "-m", "coupquiz.command", "lesson", "--no-browser", "--dir", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout
        said = []
        for line in server.stdout:
            said.append(line)
            if "?token=" in line:
                yield Lab(folder, line.strip())
                break
        else:
            pytest.fail(f"JupyterLab did not start: {''.join(said)}")
        server.terminate()
