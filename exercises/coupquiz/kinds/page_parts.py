"""Parts of the pages of all kinds: the prompt, the words of a choice, a choice among several."""

from __future__ import annotations

from coupdata.views.html.element import Element, Node, element
from coupquiz.core.form import Choice, Form


def group(form: Form, *content: Node) -> Element:
    """Return controls as a group that the prompt names."""
    return element("fieldset", element("legend", form.prompt, class_="prompt"), *content)


def option_button(choice: Choice, type: str) -> Element:
    """Return a choice with its button, a ``radio`` or a ``checkbox``."""
    button = element("input", type=type, value=choice.id)
    return element("label", button, words(choice), class_="option", data_part=choice.id)


def words(choice: Choice) -> Element:
    """Return what a choice says, in its language."""
    return element("span", choice.text, **({"lang": choice.lang} if choice.lang else {}))


def note(text: str) -> Element:
    """Return what helps to answer: keys, forms."""
    return element("p", text, class_="note")


def texts_by_id(choices: tuple[Choice, ...]) -> dict[str, str]:
    """Return what choices say, by id."""
    return {choice.id: choice.text for choice in choices}
