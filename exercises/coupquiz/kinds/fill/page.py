"""Blanks to fill in: text fields inside the sentence."""

from __future__ import annotations

from coupdata.views.html.element import Element, Node, element
from coupquiz.core.form import Form, pieces
from coupquiz.core.question import Answer


def page(form: Form) -> Element:
    """Return the sentence with its fields; read out, the group's name is the sentence as well."""
    nodes: list[Node] = []
    spoken = ""
    parts = pieces(form.prompt)
    for number, (text, id) in enumerate(zip(parts[::2], parts[1::2], strict=False), 1):
        field = element(
            "input",
            type="text",
            maxlength="200",
            autocomplete="off",
            autocapitalize="off",
            spellcheck="false",
            aria_label=f"Blank {number} of {len(parts) // 2}",
            data_blank=id,
        )
        nodes += [text, element("span", field, class_="blank", data_part=id)]
        spoken += f"{text}(blank {number})"
    legend = element("legend", f"Fill in: {spoken}{parts[-1]}", class_="unseen")
    return element("fieldset", legend, element("p", *nodes, parts[-1], class_="prompt"))


def in_words(form: Form, answer: Answer) -> Element:
    """Return the sentence with its blanks filled in."""
    words = answer if isinstance(answer, dict) else {}
    parts = pieces(form.prompt)
    nodes: list[Node] = [
        node
        for text, id in zip(parts[::2], parts[1::2], strict=False)
        for node in (text, element("strong", words.get(id, "")))
    ]
    return element("p", *nodes, parts[-1])
