"""A verdict in words, with the sentences that it stands on."""

from __future__ import annotations

from coupdata.model import Case
from coupdata.views.page import Element, element
from coupquiz.verdict import Outcome, Verdict

_WORDS = {
    Outcome.CORRECT: ("✓", "Right."),
    Outcome.PARTLY: ("◐", "Partly right."),
    Outcome.INCORRECT: ("✗", "Not right."),
    Outcome.UNANSWERED: ("…", "No answer yet."),
}


def feedback(verdict: Verdict, case: Case) -> Element:
    """Return the outcome, why, the cited sentences, and the next hint."""
    sign, word = _WORDS[verdict.outcome]
    mark = element("span", sign, class_="sign", aria_hidden="true")
    why = element("p", mark, element("strong", word), f" {verdict.feedback}")
    cited = [element("li", element("b", id), " ", case.sentence(id).text) for id in verdict.cites]
    evidence = [element("p", "The reading says:", class_="quiet"), element("ul", *cited)] if cited else []
    hint = [element("p", element("strong", "Hint: "), verdict.hint)] if verdict.hint else []
    return element("div", why, *evidence, *hint, class_=f"feedback {verdict.outcome}")
