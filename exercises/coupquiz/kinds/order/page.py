"""Events to put in order: a list whose items move by buttons, by keys and by the pointer."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import group, note, texts, words


def page(form: Form) -> Element:
    """Return the list in the order of the form, which is nobody's answer yet."""
    keys = note(
        "Drag an item, use its arrows, or the keys: Space picks an item up, the arrow keys move it, "
        "Space puts it down. Alt with an arrow key moves it at once."
    )
    return group(form, keys, element("ol", *map(_item, form.choices)))


def in_words(form: Form, answer: Answer) -> Element:
    """Return the events in this order."""
    titles = texts(form.choices)
    return element("ol", *(element("li", titles[id]) for id in answer or () if id in titles))


def _item(choice: Choice) -> Element:
    grip = element("button", words(choice), type="button", class_="item")
    arrows = _arrow(choice, "↑", "-1", "Earlier: "), _arrow(choice, "↓", "1", "Later: ")
    return element("li", grip, *arrows, class_="option", data_part=choice.id)


def _arrow(choice: Choice, sign: str, by: str, way: str) -> Element:
    spoken = element("span", way, words(choice), class_="unseen")
    shown = element("span", sign, aria_hidden="true")
    return element("button", shown, spoken, type="button", class_="move", data_by=by)
