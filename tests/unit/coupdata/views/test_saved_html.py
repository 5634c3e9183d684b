"""What is saved of a page is short, and to a browser the same page."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata.views.html.element import element
from coupdata.views.html.saved_html import saved_html


class Reader(HTMLParser):
    """What a browser would find: elements with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str]]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element with its attributes; one that says no more is empty."""
        self.found.append((tag, [(name, value or "") for name, value in attrs]))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@given(st.text(), st.text())
def test_any_text_stays_text(text: str, value: str) -> None:
    """In an element and in an attribute, with quotes and without."""
    read = Reader(saved_html(element("p", text, title=value, lang="en")))
    assert read.found == [("p", [("title", value), ("lang", "en")])]
    assert read.text == text


@pytest.mark.parametrize(
    ("page", "saved"),
    [
        (element("p", "a", class_="b", id="c-d"), "<p class=b id=c-d>a</p>"),
        (element("p", "a", class_="b c", hidden=""), '<p class="b c" hidden>a</p>'),
        (element("a", "b", href="#c", data_id="d", tabindex="0"), "<a href=#c>b</a>"),
        (
            element("label", element("input", type="radio", value="x"), element("span", "b")),
            "<label><input type=radio>b</label>",
        ),
        (
            element("svg", element("path", d="M0,0 L1,1", class_="line")),
            '<svg><path d="M0,0 L1,1" class=line /></svg>',
        ),
        (element("svg", element("g", element("text", "a"), data_choice="b")), "<svg><text>a</text></svg>"),
    ],
)
def test_only_what_a_reader_needs_is_saved(page, saved: str) -> None:
    """No quotes that could be left out, nothing for scripts, no element that says nothing."""
    assert saved_html(page) == saved
