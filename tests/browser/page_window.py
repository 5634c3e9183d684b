"""A window that Playwright drives, be it Chromium's or Firefox's."""

from time import sleep
from typing import Any

from playwright.sync_api import Page

from tests.browser.window import Window


class PageWindow(Window):
    """A page of Playwright's as a window."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._said: list[str] = []
        page.on("console", lambda message: self._said.append(message.text))
        page.on("pageerror", lambda error: self._said.append(str(error)))

    def open(self, url: str) -> None:
        """Open an address."""
        self._said.clear()
        self._page.goto(url)

    def reload(self) -> None:
        """Load the page again."""
        self._said.clear()
        self._page.reload()

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page, and return what it returns."""
        called = f"(given) => (async function () {{ {script} }}).apply(null, given)"
        return self._page.evaluate(called, list(arguments))

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            self._page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type a text, wherever the focus is."""
        self._page.keyboard.type(text)

    def click_at(self, x: int, y: int, held: float) -> None:
        """Press the mouse at a place in the window, and let go after so many seconds."""
        self._page.mouse.move(x, y)
        self._page.mouse.down()
        sleep(held)
        self._page.mouse.up()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in pixels."""
        self._page.set_viewport_size({"width": width, "height": height})

    def complaints(self) -> list[str]:
        """Return the errors and warnings of the page since it was opened."""
        return self._said
