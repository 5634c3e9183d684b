"""Pairs to match: beside each item, a list to choose its match from."""

from __future__ import annotations

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form
from coupquiz.core.question import Answer
from coupquiz.kinds.page_parts import group, texts, words


def page(form: Form) -> Element:
    """Return each item with its list; on paper the matches stand below, to be written in."""
    targets = [element("option", "Choose …", value="")]
    for target in form.targets:
        lang = {"lang": target.lang} if target.lang else {}
        targets.append(element("option", target.text, value=target.id, **lang))
    pairs = (_pair(choice, targets) for choice in form.choices)
    to_write = element("ul", *(element("li", words(target)) for target in form.targets), class_="on-paper")
    return group(form, *pairs, to_write)


def in_words(form: Form, answer: Answer) -> Element:
    """Return each item with its match."""
    matches = answer if isinstance(answer, dict) else {}
    targets = texts(form.targets)
    return element(
        "ul",
        *(
            element("li", element("b", choice.text), f": {targets.get(matches.get(choice.id, ''), '')}")
            for choice in form.choices
        ),
    )


def _pair(choice: Choice, targets: list[Element]) -> Element:
    select = element("select", *targets, data_item=choice.id)
    return element("label", words(choice), select, class_="option pair", data_part=choice.id)
