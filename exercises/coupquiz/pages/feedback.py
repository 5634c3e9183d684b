"""What is said to an answer in practice, as parts of a page."""

from __future__ import annotations

from collections.abc import Container, Iterable

from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.behaviour import Attempt
from coupquiz.core.form import Form
from coupquiz.core.tries import Certainty
from coupquiz.core.verdict import Outcome, PartVerdict, Verdict
from coupquiz.kinds import KINDS
from coupquiz.kinds.hints import Hint


def feedback(
    verdict: Verdict, form: Form, attempt: Attempt, case: Case, certainty: Certainty | None = None
) -> Element:
    """Return the outcome, why, what is said to each part, the sentences that settle it, and the credit.

    Where nobody tries for credit, as in a vote, there is none. Who was sure and is wrong sees the answer
    beside the sentences; who has explained it, the explanation.
    """
    if verdict.outcome is Outcome.UNSCORED:
        return _comparison(verdict, case)
    signs = {
        Outcome.CORRECT: ("✓", _("Right.")),
        Outcome.PARTLY: ("◐", _("Partly right.")),
        Outcome.INCORRECT: ("✗", _("Not right.")),
        Outcome.UNANSWERED: ("…", _("No answer yet.")),
    }
    sign, word = signs[verdict.outcome]
    mark = element("span", sign, class_="sign", aria_hidden="true")
    why = element("p", mark, element("strong", word), f" {verdict.feedback}")
    is_tried = verdict.outcome is not Outcome.UNANSWERED and attempt.tries > 0
    score = [_score(attempt, credit(verdict, form.kind))] if is_tried else []
    was_sure = verdict.outcome is Outcome.INCORRECT and certainty is Certainty.SURE
    is_explained = verdict.outcome is not Outcome.UNANSWERED and attempt.explanation.strip() != ""
    is_beside = is_explained or (was_sure and verdict.cites)
    return element(
        "div",
        why,
        *parts(verdict, form),
        *(
            contrast(verdict, form, attempt, case, was_sure=was_sure)
            if is_beside
            else cited(verdict.cites, case)
        ),
        *score,
        class_=f"feedback {verdict.outcome}",
    )


def credit(verdict: Verdict, kind: str) -> str:
    """Return how the score of an answer to a question of this kind comes about; empty for all and nothing."""
    return KINDS[kind].credit() if 0 < verdict.score < 1 else ""


def hints(steps: Iterable[Hint], case: Case) -> Element:
    """Return the hints that were taken."""
    items = (element("li", element("p", step.text), *quoted(step.cites, case)) for step in steps)
    return element("div", element("p", element("strong", _("Hints"))), element("ol", *items), class_="hints")


def solution(words: Element, verdict: Verdict, case: Case) -> Element:
    """Return an answer that is right, and why."""
    title = element("p", element("strong", _("Solution")))
    why = [element("p", verdict.feedback)] if not verdict.parts else []
    return element("div", title, words, *why, *cited(verdict.cites, case), class_="solution")


def parts(verdict: Verdict, form: Form) -> list[Element]:
    """Return a list of what is said to each part of an answer; nothing where the feedback says it all."""
    rows = [
        _part(part, KINDS[form.kind].part_name(form, part.id))
        for part in verdict.parts
        if not part.feedback or part.feedback not in verdict.feedback
    ]
    return [element("ul", *rows, class_="parts")] if rows else []


def cited(cites: Iterable[str], case: Case) -> list[Element]:
    """Return the sentences of these ids, and before them where they stand; nothing where there are none."""
    sentences = quoted(cites, case)
    return [element("p", _("The reading says:"), class_="quiet"), *sentences] if sentences else []


def contrast(verdict: Verdict, form: Form, attempt: Attempt, case: Case, *, was_sure: bool) -> list[Element]:
    """Return what a learner has said beside the sentences: the answer, if they were sure, and why."""
    said: list[Node] = []
    if was_sure:
        answer = KINDS[form.kind].in_words(form, attempt.answer)
        said += [element("p", _("Your answer"), class_="quiet"), answer]
    if explanation := attempt.explanation.strip():
        said += [element("p", _("Your explanation"), class_="quiet"), element("p", explanation)]
    sentences = quoted(verdict.cites, case)
    read = [element("p", _("The reading"), class_="quiet"), *sentences] if sentences else []
    sides = (element("div", *side) for side in (said, read) if side)
    compared = _("You were sure, so compare the two:") if was_sure else _("Compare the two:")
    return [
        *([element("p", compared)] if read else []),
        element("div", *sides, class_="contrast" if was_sure else "contrast explained"),
    ]


def unexplained() -> Element:
    """Return what is said to an answer that the learner is asked to explain before it is checked."""
    mark = element("span", "✎", class_="sign", aria_hidden="true")
    said = _(
        "Before you look: why is that so? Write a line in your own words, or press Check again to go on "
        "without one."
    )
    return element("div", element("p", mark, said), class_="feedback unexplained")


def quoted(cites: Iterable[str], case: Case) -> list[Element]:
    """Return a list of the sentences of these ids; nothing where there are none."""
    sentences = [element("li", element("b", id), " ", case.sentence(id).text) for id in cites]
    return [element("ul", *sentences, class_="sentences")] if sentences else []


def quotations(cites: Container[str], case: Case) -> list[Node]:
    """Return the sentences of these ids as paragraphs, in the order of the reading."""
    return [
        element("p", element("b", sentence.id), " ", sentence.text, class_="sentence")
        for sentence in case.reading.sentences
        if sentence.id in cites
    ]


def definitions(rows: Iterable[tuple[str, Iterable[Node]]]) -> Element:
    """Return what there is to say, row by row, each with its term."""
    return element(
        "dl", *(pair for term, said in rows for pair in (element("dt", term), element("dd", *said)))
    )


def _part(part: PartVerdict, name: str) -> Element:
    sign, word = ("✓", _("right")) if part.right else ("✗", _("not right"))
    mark = element("span", sign, class_="sign", role="img", aria_label=word)
    outcome = "correct" if part.right else "incorrect"
    colon = "" if name.endswith("?") else ":"
    return element("li", mark, element("b", f"{name}{colon}"), f" {part.feedback}", class_=outcome)


def _score(attempt: Attempt, why: str) -> Element:
    said = (
        ngettext("{n} try", "{n} tries", attempt.tries).format(n=attempt.tries),
        attempt.hints and ngettext("{n} hint", "{n} hints", attempt.hints).format(n=attempt.hints),
        attempt.shown and _("solution shown"),
        _("credit so far {share}").format(share=percent(attempt.best)),
    )
    shown = " · ".join(part for part in said if part)
    return element("p", shown, f". {why}" if why else "", class_="quiet")


def decimals(value: float) -> str:
    """Return a number for people, with two decimals at most: "2.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(score: float) -> str:
    """Return a score for people: "75%"; never 100% or 0% for what is only near."""
    shown = min(99, max(1, round(score * 100))) if 0 < score < 1 else round(score * 100)
    return f"{shown}%"


def _comparison(verdict: Verdict, case: Case) -> Element:
    """Return the model answer, and the checklist for the learner to tick."""
    ticks: list[Node] = [
        element("label", element("input", type="checkbox", data_tick=part.id), element("span", part.feedback))
        for part in verdict.parts
    ]
    return element(
        "div",
        element("p", element("strong", _("One good answer, to compare with yours:"))),
        element("p", verdict.feedback, class_="model"),
        element("fieldset", element("legend", _("Which of these are in your answer?")), *ticks),
        *cited(verdict.cites, case),
        class_="feedback unscored",
    )
