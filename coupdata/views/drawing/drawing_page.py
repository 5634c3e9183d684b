"""The page of a drawing: a place for it, and below it the same in words."""

from __future__ import annotations

from coupdata.i18n import language
from coupdata.views.html.element import Element, element


def drawing_page(in_words: Element) -> Element:
    """Return the page in which a script draws."""
    return _page(element("div", class_="coup-drawing"), in_words)


def still_page(drawing: Element, in_words: Element) -> Element:
    """Return the page with a drawing, where no script runs: without what a pointer would meet or choose."""
    return _page(element("div", drawing, class_="coup-drawing"), in_words).without(_is_for_choosing)


def _page(*parts: Element) -> Element:
    return element("div", *parts, class_="coup coup-drawing-view", lang=language() or "en")


def _is_for_choosing(part: Element) -> bool:
    return (
        part.tag == "title"
        or part.has_class("reach")
        or part.attributes.get("role") == "listbox"
        or "data-told" in part.attributes
    )
