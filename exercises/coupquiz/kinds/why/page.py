"""A question to answer in one's own words: room to write."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import note


def page(form: Form) -> Element:
    """Return the room, and lines to write on where it is printed."""
    prompt = element("span", form.prompt, class_="prompt")
    room = element("textarea", rows="5", maxlength="10000")
    lines = element("div", *(element("div", class_="line") for _ in range(6)), class_="on-paper")
    return element(
        "div", element("label", prompt, room), lines, note("In your own words; no program marks it.")
    )


def in_words(form: Form, answer: Answer) -> Element:  # noqa: ARG001
    """Return the text."""
    return element("p", str(answer or ""))
