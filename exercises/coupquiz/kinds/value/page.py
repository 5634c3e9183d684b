"""A value from the data: a field that a cell of the notebook fills, or the learner."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer


def page(form: Form) -> Element:
    """Return the field."""
    prompt = element("span", form.prompt, class_="prompt")
    field = element(
        "input", type="text", maxlength="10000", autocomplete="off", autocapitalize="off", spellcheck="false"
    )
    return element("div", element("label", prompt, field))


def in_words(form: Form, answer: Answer) -> Element:  # noqa: ARG001
    """Return the value, or the values with commas between them."""
    return element("p", ", ".join(answer) if isinstance(answer, list) else str(answer or ""))
