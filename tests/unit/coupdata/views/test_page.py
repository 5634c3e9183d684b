"""Pages as trees: what page.js draws, and the HTML that stands in where no script runs."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from coupdata.views.html.element import element, filled


class Reader(HTMLParser):
    """What a browser would find: the names of elements, the values of attributes, the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.values: list[str | None] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element's name and the values of its attributes."""
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@given(st.text(), st.text())
def test_html_holds_any_text_as_text(text: str, value: str) -> None:
    """Whatever stands in a text or an attribute, no element comes of it and none of it is lost."""
    read = Reader(element("p", text, title=value).html())
    assert read.tags == ["p"]
    assert read.values == [value]
    assert read.text == text


def test_jsonml_is_name_attributes_children() -> None:
    """The tree goes to the browser as nested lists, with Python's names of attributes made HTML's."""
    tree = element("p", "one ", element("b", "two"), class_="x", data_id="s1.1")
    assert tree.jsonml() == ["p", {"class": "x", "data-id": "s1.1"}, "one ", ["b", {}, "two"]]


def test_elements_without_an_end_are_written_without_one() -> None:
    """An input is closed by nothing, or browsers would find two."""
    assert element("input", type="radio").html() == '<input type="radio">'


def test_a_sentence_has_elements_where_it_names_them() -> None:
    """In any order, as a translation may want; what stands around them and in them is text."""
    bold = element("b", "<3>")
    assert element("p", *filled("{points} of {most}", points=bold, most="4")).html() == (
        "<p><b>&lt;3&gt;</b> of 4</p>"
    )
    assert filled("Of {most}: {points} & no more", points=bold, most="4") == [
        "Of ",
        "4",
        ": ",
        bold,
        " & no more",
    ]
