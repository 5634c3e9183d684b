"""A page as a notebook saves it: the same to a reader, in as few characters as HTML allows."""

from __future__ import annotations

import re
from html import escape

from coupdata.views.html.element import EMPTY, Element, Node

_SHAPES = {"circle", "path", "rect"}
_ONLY_HOLD = {"g", "span"}
"""What says nothing where it has no attributes."""
_FOR_SCRIPTS = {"autocomplete", "maxlength", "placeholder", "spellcheck", "tabindex", "value"}
_BARE = re.compile(r"[^\s\"'=<>`&]+")
"""A value that needs no quotes: a notebook would write each of them as two characters."""


def saved_html(page: Element) -> str:
    """Return a page as HTML without what only scripts look at, in the spelling that takes least room."""
    attributes = "".join(
        f" {name}{_value(value)}"
        for name, value in page.attributes.items()
        if name not in _FOR_SCRIPTS and not name.startswith("data-")
    )
    if page.tag in EMPTY:
        return f"<{page.tag}{attributes}>"
    if page.tag in _SHAPES and not page.children:
        return f"<{page.tag}{attributes} />"
    inner = "".join(map(_node, page.children))
    is_needless = page.tag in _ONLY_HOLD and not attributes
    return inner if is_needless else f"<{page.tag}{attributes}>{inner}</{page.tag}>"


def _node(node: Node) -> str:
    return escape(node, quote=False) if isinstance(node, str) else saved_html(node)


def _value(value: str) -> str:
    if not value:
        return ""
    return f"={value}" if _BARE.fullmatch(value) else f'="{escape(value)}"'
