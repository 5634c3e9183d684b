"""The browser that opens the site."""

from tests.browser.conftest import browser, new_window, page

__all__ = ["browser", "new_window", "page"]
