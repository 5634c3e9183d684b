"""A WebKit for the tests, found on this machine, else fetched, and a window of it, driven by WebDriver.

Run as a program it only finds or fetches it. It is WebKitGTK, for Linux alone: it shares its engine with
Safari, but it is not Safari, and no iPad.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Keys, WebKitGTKOptions
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.service import Service

from tests.browser import debian
from tests.browser.browser_programs import provided
from tests.browser.window import Window

PACKAGES = ("webkit2gtk-driver", "xvfb")
ADVICE = f"The tests need WebKitGTK, too. Install it (on Debian: apt install {' '.join(PACKAGES)})."

_KEYS = {
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowUp": Keys.ARROW_UP,
    "End": Keys.END,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Tab": Keys.TAB,
}
"""What WebDriver calls keys that have names."""

_LISTEN = """window.complaints = [];
const complain = (...said) => window.complaints.push(said.map(String).join(" "));
console.error = console.warn = complain;
addEventListener("error", ({ message }) => complain(message));
addEventListener("unhandledrejection", ({ reason }) => complain(reason));
"""


@dataclass(frozen=True)
class Programs:
    """What a WebKit needs here."""

    driver: Path
    browser: Path
    display: Path
    """Draws a screen that nobody sees."""

    def __str__(self) -> str:
        return str(self.browser)


def provide() -> Programs:
    """Return the programs, fetched if need be, and say each step.

    Raises:
        SystemExit: If there are none; it says what to install.
    """
    fetch = partial(debian.install, "WebKitGTK", *PACKAGES, "fonts-dejavu-core")
    return provided("WebKit", find, (fetch,), ADVICE)


def find() -> Programs | None:
    """Return the programs of this machine; None if one is missing."""
    driver, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    libraries = (Path("/usr/lib"), Path("/usr/lib64"), Path("/usr/libexec"))
    folders = ("webkit*gtk-*", "*/webkit*gtk-*")
    browsers = [
        path for root in libraries for name in folders for path in sorted(root.glob(f"{name}/MiniBrowser"))
    ]
    if not (driver and display and browsers):
        return None
    return Programs(Path(driver), browsers[0], Path(display))


class _WebKitWindow(Window):
    """A window of a WebKit of its own."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver

    def open(self, url: str) -> None:
        self._driver.get(url)
        self.run(_LISTEN)

    def reload(self) -> None:
        self._driver.refresh()
        self.run(_LISTEN)

    def run(self, script: str, *arguments: Any) -> Any:
        return self._driver.execute_script(script, *arguments)

    def keys(self, *keys: str) -> None:
        ActionChains(self._driver).send_keys(*(_KEYS.get(key, key) for key in keys)).perform()

    def write(self, text: str) -> None:
        self.keys(*text)

    def click_at(self, x: int, y: int, held: float) -> None:
        actions = ActionBuilder(self._driver, duration=0)
        pointer = actions.pointer_action.move_to_location(x, y).pointer_down()
        pointer.pause(held).pointer_up()
        actions.perform()

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)

    def complaints(self) -> list[str]:
        said: list[str] = self.run("return window.complaints")
        return said


@contextmanager
def window(folder: Path, display: str, width: int = 1000, height: int = 800) -> Iterator[Window]:
    """Open a window of a WebKit of its own, which can reach this machine alone.

    Args:
        folder: Where it keeps its files: a new one for each.
        display: The X display that it is drawn on.
        width: In pixels.
        height: In pixels.
    """
    programs = provide()
    options = WebKitGTKOptions()
    options.binary_location = str(programs.browser)
    options.add_argument("--automation")
    service = Service(str(programs.driver), env={**os.environ, **_surroundings(folder, display)})
    service.start()
    try:
        # not `WebKitGTK(…)`, which uses what Selenium itself calls deprecated
        connection = RemoteConnection(client_config=ClientConfig(remote_server_addr=service.service_url))
        with WebDriver(command_executor=connection, options=options) as driver:
            driver.set_window_size(width, height)
            yield _WebKitWindow(driver)
    finally:
        service.stop()


def _surroundings(home: Path, display: str) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"  # a port where nobody listens
    return {
        "DISPLAY": display,
        "GDK_BACKEND": "x11",
        "HOME": str(home),
        "NO_AT_BRIDGE": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "no_proxy": "127.0.0.1,localhost",
    }


@contextmanager
def unseen_display() -> Iterator[str]:
    """Run an X server that shows nothing to anybody; its display's name comes back."""
    ours, its = os.pipe()
    command = [
        str(provide().display),
        "-displayfd",
        str(its),
        "-screen",
        "0",
        "1600x1200x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[its], stderr=subprocess.DEVNULL) as process:
        os.close(its)
        try:
            with os.fdopen(ours) as told:
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            process.terminate()


if __name__ == "__main__":
    provide()
