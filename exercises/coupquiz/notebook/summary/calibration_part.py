"""The part of a summary that says how sure the learner was, and how often that was right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, element
from coupquiz.answers.calibration import Step
from coupquiz.core.tries import Certainty
from coupquiz.pages.certainty import certainty_words


def calibration_part(steps: Sequence[Step]) -> list[Element]:
    """Return a picture and words; nothing where there are no steps, because the answers are too few."""
    if not steps:
        return []
    words = certainty_words()
    rows = (element("tr", *_cells(step, words[step.certainty])) for step in steps)
    heads = (
        element("th", _("You said"), scope="col"),
        element("th", _("Right"), scope="colgroup", colspan="2"),
    )
    said = _said({step.certainty: step for step in steps})
    return [
        element(
            "table",
            element("caption", element("b", _("How sure you were")), *([said] if said else [])),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
            class_="calibration",
        )
    ]


def _cells(step: Step, word: str) -> list[Element]:
    right = element("span", class_="is-right", style=f"flex-grow: {step.right}")
    wrong = element("span", class_="is-wrong", style=f"flex-grow: {step.answers - step.right}")
    told = _("{n} of {all}").format(n=step.right, all=step.answers) if step.answers else "–"
    return [
        element("th", word, scope="row"),
        element(
            "td", element("span", *([right, wrong] if step.answers else []), class_="bar"), aria_hidden="true"
        ),
        element("td", told),
    ]


def _said(steps: Mapping[Certainty, Step]) -> str:
    """Return what the numbers mean; empty where they are too few for that."""
    sure, guessed = steps[Certainty.SURE], steps[Certainty.GUESSED]
    if sure.tells and not sure.is_mostly_right:
        wrong = sure.answers - sure.right
        said = ngettext(
            "You were sure, and wrong, {n} time. Look at it again: a mistake you were sure of, once put "
            "right, is remembered best.",
            "You were sure, and wrong, {n} times. Look at these again: a mistake you were sure of, once put "
            "right, is remembered best.",
            wrong,
        )
        return said.format(n=wrong)
    if guessed.tells and guessed.is_mostly_right:
        return _("Most of your guesses were right: you know more than you think.")
    if sure.tells:
        return _("When you are sure, you are mostly right: you can rely on that.")
    return ""
