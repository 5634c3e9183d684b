"""A page as a tree of elements: sent to the browser as data, or written as escaped HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from string import Formatter
from typing import Any, TypeAlias

Node: TypeAlias = "Element | str"

EMPTY = {"br", "hr", "input"}
"""Elements that HTML writes without an end."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a page; text stands in it as plain strings."""

    tag: str
    attributes: dict[str, str]
    children: tuple[Node, ...]

    def jsonml(self) -> list[Any]:
        """Return the tree as JsonML, ``[tag, attributes, *children]``: what draw.js draws."""
        return [self.tag, self.attributes, *(c if isinstance(c, str) else c.jsonml() for c in self.children)]

    def html(self) -> str:
        """Return the tree as HTML, with every text and attribute escaped."""
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        if self.tag in EMPTY:
            return f"<{self.tag}{attributes}>"
        inner = "".join(escape(c) if isinstance(c, str) else c.html() for c in self.children)
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>"

    def has_class(self, *names: str) -> bool:
        """Return whether the element has one of these classes."""
        return not set(names).isdisjoint(self.attributes.get("class", "").split())

    def without(self, drops: Callable[[Element], bool]) -> Element:
        """Return the tree without some of the elements below this one, and all that they hold."""
        left = (c for c in self.children if isinstance(c, str) or not drops(c))
        return replace(self, children=tuple(c if isinstance(c, str) else c.without(drops) for c in left))


def from_jsonml(jsonml: list[Any]) -> Element:
    """Return the tree of which `Element.jsonml` returned this."""
    tag, attributes, *children = jsonml
    return Element(tag, attributes, tuple(c if isinstance(c, str) else from_jsonml(c) for c in children))


def filled(sentence: str, **parts: Node) -> list[Node]:
    """Return a sentence with parts of a page in the places that it names: ``"{points} of {most}"``."""
    found = (
        (text, "" if place is None else parts[place]) for text, place, *_format in Formatter().parse(sentence)
    )
    return [node for pair in found for node in pair if node]


def element(tag: str, *children: Node, **attributes: str) -> Element:
    """Return an element; ``class_`` means ``class`` and ``data_id`` means ``data-id``."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Element(tag, named, children)
