"""What tests of several drawings share."""

from collections.abc import Iterator

from coupdata import Case
from coupdata.model import Event
from coupdata.views.html.element import Element

WIDTHS = [260, 300, 364, 600, 760, 900, 1080, 1400]
"""Pixels: from a cell on a phone to a wide screen."""

EVIL = "<img src=x onerror=alert(1)>"


def told(case: Case, *, context: bool = False) -> list[Event]:
    """The events that a drawing tells."""
    return [event for event in case.events if context or event.scope != "context"]


def parts(tree: Element, *classes: str, tag: str = "") -> list[Element]:
    """Every element of a tree that is of all these classes, and of this kind."""
    return [
        each
        for each in _all(tree)
        if {*classes} <= {*each.attributes.get("class", "").split()} and tag in ("", each.tag)
    ]


def text(tree: Element) -> str:
    """What is written in an element."""
    return "".join(child if isinstance(child, str) else text(child) for child in tree.children)


def written(drawing: Element) -> list[str]:
    """Every line of words in a drawing."""
    return [text(line) for line in parts(drawing, tag="text")]


def number(element: Element, name: str) -> float:
    """An attribute that is a number."""
    return float(element.attributes[name])


def ids(drawing: Element, name: str) -> set[str]:
    """What clicks on a drawing choose."""
    return {id for each in _all(drawing) for id in each.attributes.get(name, "").split()}


def _all(tree: Element) -> Iterator[Element]:
    yield tree
    for child in tree.children:
        if isinstance(child, Element):
            yield from _all(child)
