"""A claim held against the reading: three radio buttons side by side."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.kinds.page_parts import option
from coupquiz.kinds.single.page import in_words

__all__ = ["in_words", "page"]


def page(form: Form) -> Element:
    """Return the claim and what the reading may have to say to it."""
    asked = element("span", "What does the reading say to this claim?", class_="note")
    claim = element("span", f"“{form.prompt}”", class_="prompt")
    options = (option(choice, "radio") for choice in form.choices)
    return element(
        "fieldset", element("legend", asked, " ", claim), element("div", *options, class_="options across")
    )
