"""A bank as one page for the teacher: every question with its key, and what is said to every answer."""

from __future__ import annotations

from html import escape

from coupdata.model import Case
from coupdata.views.page import Element, element
from coupquiz.bank import Bank
from coupquiz.check import check, form
from coupquiz.hints import Hint, hint_steps
from coupquiz.kinds import KINDS
from coupquiz.question import Answer, Question
from coupquiz.verdict import Outcome, Verdict

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding: 1rem 0; break-inside: avoid; }
h1, h2 { line-height: 1.25; } h2 { font-size: 1.15rem; margin: 0 0 .4rem; }
.about, .cites { font-size: .85rem; opacity: .75; }
li { margin-block: .45rem; } .right > b::before { content: "✓ "; } .wrong > b::before { content: "✗ "; }
.right > b { color: light-dark(#00694b, #62d2a8); } .wrong > b { color: light-dark(#a33c12, #f3a07a); }
@media print { body { max-width: none; } }
"""


def preview(bank: Bank, case: Case) -> str:
    """Return the page as HTML; it needs nothing but itself."""
    body = element(
        "main",
        element("h1", bank.title),
        element("p", f"{len(bank.questions)} questions. With keys: not for learners.", class_="about"),
        *(_question(question, case) for question in bank.questions),
    )
    title = escape(bank.title)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    head = f"{head}<style>{_STYLE}</style>"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body>{body.html()}</body></html>\n'


def _question(question: Question, case: Case) -> Element:
    kind = KINDS[question.kind]
    about = f"{question.id} · {question.kind} · {question.trains} · level {question.level}"
    answers = [kind.solution(question), *kind.mistakes(question)]
    hints = [_hint(hint, case) for hint in hint_steps(question, case)]
    return element(
        "article",
        element("h2", question.prompt),
        element("p", about, class_="about"),
        element("ul", *(_answer(question, answer) for answer in answers)),
        element("p", "Hints, step by step:", class_="about"),
        element("ol", *hints),
    )


def _hint(hint: Hint, case: Case) -> Element:
    sentences = (element("p", case.sentence(cite).text, class_="cites") for cite in hint.cites)
    return element("li", hint.text, *sentences)


def _answer(question: Question, answer: Answer) -> Element:
    verdict = check(question, answer)
    told = element("span", f"{_marked(verdict)} {_said(verdict)}")
    cites = element("span", f" {' '.join(verdict.cites)}", class_="cites")
    return element("li", element("b", _words(question, answer)), told, cites, **_class(verdict))


def _marked(verdict: Verdict) -> str:
    return "" if verdict.outcome is Outcome.UNSCORED else f" ({verdict.score:g})"


def _class(verdict: Verdict) -> dict[str, str]:
    if verdict.outcome is Outcome.UNSCORED:
        return {}
    return {"class_": "right" if verdict.outcome is Outcome.CORRECT else "wrong"}


def _said(verdict: Verdict) -> str:
    return " ".join((verdict.feedback, *(part.feedback for part in verdict.parts)))


def _words(question: Question, answer: Answer) -> str:
    """An answer in the words of the form."""
    asked = form(question)
    texts = {choice.id: choice.text or choice.id for choice in (*asked.choices, *asked.targets)}
    if isinstance(answer, dict):
        return "; ".join(f"{texts.get(id, id)}: {texts.get(value, value)}" for id, value in answer.items())
    if isinstance(answer, list):
        return ", ".join(texts.get(id, id) for id in answer)
    return texts.get(answer or "", answer or "")
