"""Questions where no widget runs: each with its answer and what was said of it, and nothing to press."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from coupdata.i18n import _
from coupdata.views.html.element import Element, Node, element, from_jsonml
from coupquiz.asking.question_page import QuestionState
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds import KINDS
from coupquiz.parsing.untrusted import text, text_of, texts


def answered_page(page: Element, forms: Mapping[str, Form], states: Mapping[str, QuestionState]) -> Element:
    """Return a page of questions with what was answered, and what was said of it.

    Args:
        page: What `question_page` returns, or a page around it.
        forms: What a learner may see of each question, by id.
        states: What a page shows of each question, by id; one without a state stays as it was asked.
    """

    def stand(part: Element) -> Element:
        id = part.attributes.get("data-question", "")
        return _section(part, forms[id], states[id]) if id in states else part

    return _changed(_changed(page.without(_is_live), stand), _still)


def _section(section: Element, form: Form, state: QuestionState) -> Element:
    """Return a question as it stands, without its id, by which only a page with a script finds it."""
    answer = state["answer"]
    section = replace(section, attributes={"class": section.attributes["class"]})
    if answer:
        section = _answered(section, form, answer, state["marks"])
    if explanation := state["explanation"].strip():
        section = _changed(section, lambda part: _explained(part, explanation))
    said = (from_jsonml(jsonml) for jsonml in (state["said"], state["help"]) if jsonml)
    ticked = (_changed(part, lambda part: _ticked(part, "data-tick", state["ticked"])) for part in said)
    return replace(section, children=(*section.children, *ticked))


def _answered(section: Element, form: Form, answer: Answer, marks: Mapping[str, bool]) -> Element:
    """Return a question with its answer in its place or, where there is none for it, in words below."""
    classes = f"{section.attributes['class']} answered"
    section = replace(section, attributes={"class": classes})
    if _holds(section, lambda part: _is_place(part, answer)):
        filled = _changed(section, lambda part: _filled(part, answer) if _is_place(part, answer) else part)
        return _changed(filled, lambda part: _marked(part, marks))
    label = element("p", _("Your answer"), class_="quiet")
    words = element("div", label, KINDS[form.kind].in_words(form, answer), class_="answer")
    asked = _changed(section.without(_is_field), _offered)
    return replace(asked, children=(*asked.children, words))


def _is_place(part: Element, answer: Answer) -> bool:
    """Whether a part of a question shows an answer: a box of its, a blank, a list with the items it has."""
    if part.tag == "ol":
        return {_part(item) for item in part.children} <= {*texts(answer)}
    return "data-blank" in part.attributes or _is_chosen(part, "value", _chosen(answer))


def _filled(part: Element, answer: Answer) -> Element:
    """Return a part of a question that shows an answer with this one."""
    if blank := part.attributes.get("data-blank"):
        return element("b", text_of(answer, blank))
    if part.tag == "ol":
        places = {id: place for place, id in enumerate(texts(answer))}
        return replace(part, children=tuple(sorted(part.children, key=lambda item: places[_part(item)])))
    return _ticked(part, "value", _chosen(answer))


def _chosen(answer: Answer) -> set[str]:
    """Return the ids of the options that an answer may be."""
    return {text(answer), *texts(answer)}


def _explained(part: Element, explanation: str) -> Element:
    """Return the room for an explanation with this one in place of its line."""
    if not part.has_class("explanation"):
        return part
    without_line = part.without(lambda child: child.has_class("line"))
    return replace(part, children=(*without_line.children, element("p", explanation, class_="answer")))


def _is_chosen(part: Element, attribute: str, values: Collection[str]) -> bool:
    return part.tag == "input" and part.attributes.get(attribute) in values


def _ticked(part: Element, attribute: str, values: Collection[str]) -> Element:
    """Return a box ticked if this attribute has one of these values."""
    if not _is_chosen(part, attribute, values):
        return part
    return replace(part, attributes={**part.attributes, "checked": ""})


def _part(node: Node) -> str:
    """Return the id of a part of an answer, by which it is marked; empty for what is none."""
    return "" if isinstance(node, str) else node.attributes.get("data-part", "")


def _marked(part: Element, marks: Mapping[str, bool]) -> Element:
    """Return an option with the class that says whether it is right, if that is known."""
    right = marks.get(_part(part))
    if right is None:
        return part
    classes = f"{part.attributes.get('class', '')} {'right' if right else 'wrong'}"
    return replace(part, attributes={**part.attributes, "class": classes})


def _offered(part: Element) -> Element:
    """Return what else stands only on paper so that it stays: options of a list, not lines to write on."""
    if not part.has_class("on-paper") or not _has_words(part):
        return part
    return replace(part, attributes={**part.attributes, "class": "on-paper still"})


def _still(part: Element) -> Element:
    """Return a group of boxes so that nobody can tick them, and a button as the words that it has."""
    if part.tag == "button":
        return replace(part, tag="span", attributes={"class": part.attributes["class"]})
    return replace(part, attributes={**part.attributes, "disabled": ""}) if part.tag == "fieldset" else part


def _has_words(node: Node) -> bool:
    return bool(node.strip()) if isinstance(node, str) else any(map(_has_words, node.children))


def _holds(part: Element, is_meant: Callable[[Element], bool]) -> bool:
    """Whether such a part is, or is in, a part of a page."""
    children = (child for child in part.children if isinstance(child, Element))
    return is_meant(part) or any(_holds(child, is_meant) for child in children)


def _changed(part: Element, change: Callable[[Element], Element]) -> Element:
    """Return a part of a page with this change of it, and of all that it holds."""

    def inside(child: Node) -> Node:
        return child if isinstance(child, str) else _changed(child, change)

    return change(replace(part, children=tuple(map(inside, part.children))))


def _is_live(part: Element) -> bool:
    """Whether only a script has use for a part of a question: lists, arrows, keys, what is read out."""
    return (
        part.tag in ("select", "textarea")
        or part.has_class("move", "grip", "keep", "unseen")
        or (part.tag == "p" and part.has_class("note"))
    )


def _is_field(part: Element) -> bool:
    """Whether a part of a question is there to write the answer in, which then stands below."""
    return part.has_class("in-words") or (part.tag == "input" and part.attributes["type"] == "text")
