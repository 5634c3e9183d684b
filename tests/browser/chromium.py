"""A Chromium for the tests: found on this machine, else fetched. Run as a program it does only that."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import sync_playwright

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
MAC_APPS = ("Chromium", "Google Chrome", "Microsoft Edge")
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
    with FileLock(Path(tempfile.gettempdir(), "coup1920-chromium.lock")):  # one fetches it, the others wait
        found = find() or _from_debian() or _from_playwright()
    if not found:
        raise SystemExit(ADVICE)
    print(f"Chromium for the tests: {found}", flush=True)
    return found


def find() -> Path | None:
    """Return the first Chromium, Chrome or Edge of this machine; None if there is none."""
    if named := os.environ.get(NAMED):
        if not Path(named).is_file():
            raise SystemExit(f"{NAMED} names {named}, which is not there.")
        return Path(named)
    on_path = (Path(path) for name in COMMANDS if (path := shutil.which(name)))
    return next((path for path in (*on_path, *_usual_places(), _playwrights_own()) if path.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "darwin":
        roots = (Path("/Applications"), Path.home() / "Applications")
        return [root / f"{app}.app/Contents/MacOS/{app}" for root in roots for app in MAC_APPS]
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"))
        return [Path(root, program) for root in roots if root for program in WINDOWS_PROGRAMS]
    return []


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _from_debian() -> Path | None:
    if sys.platform == "win32" or not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    print("No Chromium found: installing Debian's with apt-get.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium-headless-shell", "fonts-dejavu-core"]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    for command in (["apt-get", "update"], install):
        subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)
    return find()


def _from_playwright() -> Path | None:
    print("No Chromium found: fetching Playwright's own.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


if __name__ == "__main__":
    provide()
