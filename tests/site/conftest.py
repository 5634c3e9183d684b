"""The browser that opens the site."""

from tests.browser.conftest import browser, page

__all__ = ["browser", "page"]
