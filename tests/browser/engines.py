"""The browsers that Playwright drives: Chromium, which runs every test, and Firefox."""

from collections.abc import Mapping
from typing import Any

from tests.browser import chromium, firefox

CHROMIUM, FIREFOX = "chromium", "firefox"

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)

_NOWHERE = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1,localhost"}  # a port where nobody listens


def launching(engine: str) -> Mapping[str, Any]:
    """Return with which arguments Playwright launches a headless browser that can reach this machine alone.

    Raises:
        SystemExit: If the browser is neither there nor to be had; it says what to install.
    """
    if engine == FIREFOX:
        # a Firefox as people have it, over WebDriver BiDi; Playwright's own is another
        return {"executable_path": firefox.provide(), "channel": "moz-firefox", "proxy": _NOWHERE}
    # Playwright leaves Chromium's sandbox off: root and many containers cannot have it; the pages are ours.
    return {"executable_path": chromium.provide(), "args": FLAGS}
