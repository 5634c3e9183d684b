"""A Chromium for the tests: found on this machine, else fetched. Run as a program it does only that."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import debian
from tests.browser.browser_programs import installed, named, provided

NAMED = "COUP1920_CHROMIUM"
"""The environment variable that may name the program."""

COMMANDS = (
    "chromium-headless-shell",  # opens a page three times as fast
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chromium-browser",
)
MAC_PROGRAMS = tuple(
    f"{app}.app/Contents/MacOS/{app}" for app in ("Chromium", "Google Chrome", "Microsoft Edge")
)
WINDOWS_PROGRAMS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
ADVICE = (
    "The tests need a browser. Install Chromium, Google Chrome or Microsoft Edge (on Debian: apt install "
    f"chromium), or set {NAMED} to the path of such a program."
)


def provide() -> Path:
    """Return the program of a Chromium, fetched if need be, and say each step.

    Raises:
        SystemExit: If there is none; it says what to install.
    """
    return provided("Chromium", find, (_from_debian, _from_playwright), ADVICE)


def find() -> Path | None:
    """Return the first Chromium, Chrome or Edge of this machine; None if there is none."""
    here = {"mac_programs": MAC_PROGRAMS, "windows_programs": WINDOWS_PROGRAMS}
    return named(NAMED) or installed(COMMANDS, **here) or _playwrights_own()


def _playwrights_own() -> Path | None:
    with sync_playwright() as playwright:
        program = Path(playwright.chromium.executable_path)
    return program if program.is_file() else None


def _from_debian() -> None:
    debian.install("Chromium", "chromium-headless-shell", "fonts-dejavu-core")


def _from_playwright() -> None:
    print("No Chromium found: fetching Playwright's own.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    provide()
