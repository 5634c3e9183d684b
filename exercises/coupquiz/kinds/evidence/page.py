"""The sentence that proves it: a group of radio buttons, each with a sentence of the reading."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form
from coupquiz.kinds.page_parts import group, words
from coupquiz.kinds.single.page import in_words

__all__ = ["in_words", "page"]


def page(form: Form) -> Element:
    """Return the sentences with their ids."""
    return group(form, *map(_option, form.choices))


def _option(choice: Choice) -> Element:
    button = element("input", type="radio", value=choice.id)
    sentence = element("span", element("b", choice.id), " ", words(choice), class_="sentence")
    return element("label", button, sentence, class_="option", data_part=choice.id)
