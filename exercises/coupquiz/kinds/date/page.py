"""A date to type: a text field, the forms that it takes, and how it was read."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import note

EXAMPLES = "“14 July 1789”, “night of 14–15 July 1789”, “late July 1789”"


def page(form: Form) -> Element:
    """Return the field."""
    prompt = element("span", form.prompt, class_="prompt")
    field = element("input", type="text", maxlength="100", autocomplete="off", spellcheck="false")
    forms = note(f"A day, a night, a month or a part of it, or a year: {EXAMPLES}.")
    return element("div", element("label", prompt, field), forms)


def in_words(form: Form, answer: Answer) -> Element:  # noqa: ARG001
    """Return the date as it was typed."""
    return element("p", str(answer or ""))
