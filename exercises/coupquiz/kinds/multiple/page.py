"""Some of several options: a group of checkboxes."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import group, option


def page(form: Form) -> Element:
    """Return the options."""
    return group(form, *(option(choice, "checkbox") for choice in form.choices))


def in_words(form: Form, answer: Answer) -> Element:
    """Return the options of these ids."""
    chosen = [choice for choice in form.choices if choice.id in (answer or ())]
    return element("ul", *(element("li", choice.text) for choice in chosen))
