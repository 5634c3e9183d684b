"""A page as a tree of elements: sent to the browser as data, or written as escaped HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias

Node: TypeAlias = "Element | str"

_EMPTY = {"br", "hr", "input"}  # elements that HTML writes without an end


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
        if self.tag in _EMPTY:
            return f"<{self.tag}{attributes}>"
        inner = "".join(escape(c) if isinstance(c, str) else c.html() for c in self.children)
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>"


def element(tag: str, *children: Node, **attributes: str) -> Element:
    """Return an element; ``class_`` means ``class`` and ``data_id`` means ``data-id``."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Element(tag, named, children)
