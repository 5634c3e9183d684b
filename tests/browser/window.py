"""A window of a browser, with what a person does and sees in it, whichever engine draws it.

Whatever is looked for is waited for. Elements are named by CSS selectors, keys as on a page: `ArrowDown`.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

PATIENCE = 60.0  # seconds: a machine may be busy, and what holds is seen at once
_LOOK = 0.05  # seconds between two looks
_AT_REST = 5  # looks in a row: a busy page moves now and then

_FIND = """const [selector, name] = arguments;
const found = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility()
  && (!name || (each.ariaLabel ?? each.textContent.trim()) === name));"""
_SEEN = f"{_FIND} return Boolean(found);"
_MIDDLE = f"""{_FIND}
if (!found) return null;
found.scrollIntoView({{ block: "center", behavior: "instant" }});
const {{ x, y, width, height }} = found.getBoundingClientRect();
const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
const there = document.elementFromPoint(...middle);
return found.contains(there) ? middle : null;"""
_READS = """const [selector, texts] = arguments;
return [...document.querySelectorAll(selector)].some(
  ({ textContent }) => texts.every((text) => textContent.includes(text)));"""
_TEXTS = "return [...document.querySelectorAll(arguments[0])].map(({ textContent }) => textContent);"
_Found = TypeVar("_Found")


class Window(ABC):
    """A window; each engine has its own kind."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Open an address."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page, and return what it returns."""

    @abstractmethod
    def keys(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""

    @abstractmethod
    def write(self, text: str) -> None:
        """Type a text, wherever the focus is."""

    @abstractmethod
    def click_at(self, x: int, y: int, held: float) -> None:
        """Press the mouse at a place in the window, and let go after so many seconds."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the window another size, in pixels."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Return the errors and warnings of the page since it was opened."""

    def find(self, selector: str, name: str = "") -> None:
        """See an element; if a name is given, one whose label, else text, it is."""
        self.until(_SEEN, selector, name)

    def reads(self, selector: str, *texts: str) -> None:
        """See that an element has all of these texts in it.

        Raises:
            AssertionError: None has in time; it says what they have.
        """
        try:
            self.until(_READS, selector, texts)
        except AssertionError as error:
            raise AssertionError(f"{error}\nthere is: {self.run(_TEXTS, selector)}") from None

    def until(self, script: str, *arguments: Any, patience: float = PATIENCE) -> Any:
        """Run a script again and again, and return what it returns when that is true."""
        return until(lambda: self.run(script, *arguments), f"{arguments} {script}", patience)

    def press(self, name: str) -> None:
        """Press a button or a link by its name."""
        self.click("button, a", name)

    def click(self, selector: str, name: str = "", *, held: float = 0.0) -> None:
        """Bring an element into sight, press the mouse in its middle, and let go after so many seconds."""
        before: list[list[int]] = []

        def rests() -> bool:
            """Whether it has been in the same place for a moment, and nothing is over it."""
            before.append(self.run(_MIDDLE, selector, name))
            return before[-1] is not None and before[-_AT_REST:] == [before[-1]] * _AT_REST

        until(rests, f"{selector} {name}, with nothing over it and at rest")
        x, y = before[-1]
        self.click_at(x, y, held)

    def focus(self, selector: str) -> None:
        """Put the focus on an element."""
        self.find(selector)
        self.run("document.querySelector(arguments[0]).focus()", selector)

    def has_focus(self, selector: str) -> bool:
        """Return whether an element has the focus."""
        return bool(self.run("return document.activeElement.matches(arguments[0])", selector))

    def see_no_barriers(self, context: str = "html") -> None:
        """See that axe finds nothing in this part of the page.

        Raises:
            AssertionError: What it found.
        """
        if not self.run("return 'axe' in window"):
            self.run(AXE_SCRIPT)
        found = AxeResults(self.run("return axe.run(arguments[0], { resultTypes: ['violations'] })", context))
        assert not found.violations_count, found.generate_report()


def until(look: Callable[[], _Found | None], what: str, patience: float = PATIENCE) -> _Found:
    """Look again and again, and return what is found.

    Raises:
        AssertionError: It is not there in time.
    """
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        if found := look():
            return found
        time.sleep(_LOOK)
    raise AssertionError(f"not there after {patience:.0f} seconds: {what}")
