"""One of several options: a group of radio buttons."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import group, option, texts


def page(form: Form) -> Element:
    """Return the options."""
    return group(form, *(option(choice, "radio") for choice in form.choices))


def in_words(form: Form, answer: Answer) -> Element:
    """Return the option of this id."""
    return element("p", texts(form.choices).get(str(answer), ""))
