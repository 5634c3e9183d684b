"""A Firefox for the tests: found on this machine, else fetched. Run as a program it does only that."""

from functools import partial
from pathlib import Path

from tests.browser import debian
from tests.browser.browser_programs import installed, named, provided

NAMED = "COUP1920_FIREFOX"
"""The environment variable that may name the program."""

COMMANDS = ("firefox-esr", "firefox")
MAC_PROGRAMS = ("Firefox.app/Contents/MacOS/firefox",)
WINDOWS_PROGRAMS = ("Mozilla Firefox/firefox.exe",)
ADVICE = (
    "The tests need Firefox, too. Install it (on Debian: apt install firefox-esr), "
    f"or set {NAMED} to the path of the program."
)


def provide() -> Path:
    """Return the program of a Firefox, fetched if need be, and say each step.

    Raises:
        SystemExit: If there is none; it says what to install.
    """
    fetch = partial(debian.install, "Firefox", "firefox-esr", "fonts-dejavu-core")
    return provided("Firefox", find, (fetch,), ADVICE)


def find() -> Path | None:
    """Return the first Firefox of this machine; None if there is none."""
    here = {"mac_programs": MAC_PROGRAMS, "windows_programs": WINDOWS_PROGRAMS}
    return named(NAMED) or installed(COMMANDS, **here)


if __name__ == "__main__":
    provide()
