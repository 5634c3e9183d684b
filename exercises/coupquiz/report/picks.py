"""What answers say, in pieces that can be counted: an option, a pair, two events the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coupdata.model import Sentence
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.grading.flag import short
from coupquiz.keys.options import Option
from coupquiz.kinds.check import check, solution
from coupquiz.kinds.claim.question import CHOICES, Claim
from coupquiz.kinds.date.question import Date, mistakes
from coupquiz.kinds.fill.question import Entry, Fill, entry_of
from coupquiz.kinds.match.question import Match
from coupquiz.kinds.multiple.question import Multiple
from coupquiz.kinds.order.question import Order
from coupquiz.kinds.single.question import Single
from coupquiz.kinds.value.question import Value, values_in
from coupquiz.parsing.dates import read_date
from coupquiz.parsing.untrusted import text, text_of, texts

_LONGEST = 60  # characters of a typed text


@dataclass(frozen=True, slots=True)
class Pick:
    """A piece of an answer."""

    text: str
    credit: float
    """1 where it is right, 0 where it is wrong; between them for a date that is less exact, say."""
    part: str = ""
    """The pair or the blank to which it belongs; empty where it is the whole answer, or one of several."""
    said: str = ""
    """What a student is told who gives it."""
    cites: tuple[str, ...] = ()
    known: bool = True
    """Whether the bank or the case has it, or it is partly right; not what only some student has typed."""


def offered(question: Question) -> tuple[Pick, ...]:
    """Return what is counted even where nobody picked it: every option, and whatever is right."""
    match question:
        case Single() | Multiple():
            return tuple(map(_option, question.options))
        case Claim():
            return tuple(_claimed(question, choice.id, choice.text) for choice in CHOICES)
        case Match():
            return tuple(
                _matched(question, number, pair.right[0]) for number, pair in enumerate(question.pairs)
            )
        case Order():
            return (_HOLDS,)
        case Fill():
            return tuple(
                _filled(question, number, blank.right) for number, blank in enumerate(question.blanks)
            )
        case Date():
            return (_dated(question),)
        case Value():
            return (_valued(question, solution(question)),)
        case _:
            return ()


def picked(question: Question, answer: object) -> tuple[Pick, ...]:
    """Return what an answer says; nothing where it says nothing that can be read."""
    verdict = check(question, answer)
    if verdict.outcome in (Outcome.UNANSWERED, Outcome.UNSCORED):
        return ()
    match question:
        case Single():
            return tuple(_chosen(question, [text(answer)]))
        case Multiple():
            return tuple(_chosen(question, texts(answer)))
        case Claim():
            words = {choice.id: choice.text for choice in CHOICES}
            return (_claimed(question, text(answer), words[text(answer)]),)
        case Match():
            given = [(n, text_of(answer, pair.choice.id)) for n, pair in enumerate(question.pairs)]
            known = {target.id for target in question.targets}
            return tuple(_matched(question, number, id) for number, id in given if id in known)
        case Order():
            wrong = tuple(_turned(question, texts(answer)))
            return wrong or ((_HOLDS,) if verdict.score == 1 else (_UNFINISHED,))
        case Fill():
            return tuple(_written(question, answer))
        case Date() if verdict.score == 1:
            return (_dated(question),)
        case Date():
            return (_typed(question, text(answer), verdict),)
        case Value():
            return (_valued(question, answer),)
        case _:
            return (Pick(_WORDS[verdict.outcome], verdict.score, "", verdict.feedback, verdict.cites),)


_WORDS = {Outcome.CORRECT: "Right", Outcome.PARTLY: "Partly right", Outcome.INCORRECT: "Not right"}
_HOLDS = Pick("An order that holds", 1.0)
_UNFINISHED = Pick("Only some of the events in a place", 0.0, said="Some of the events have no place yet.")


def _option(option: Option) -> Pick:
    numbered = f"{option.id}: {option.text}" if isinstance(option.record, Sentence) else option.text
    return Pick(numbered, float(option.right), "", option.feedback, option.cites)


def _chosen(question: Single | Multiple, ids: list[str]) -> Iterator[Pick]:
    return map(_option, (option for option in question.options if option.id in ids))


def _claimed(question: Claim, id: str, words: str) -> Pick:
    return Pick(words, float(id == question.verdict), "", question.feedback[id], question.cites)


def _dated(question: Date) -> Pick:
    return Pick(question.right.label, 1.0, "", question.right.feedback, question.right.cites)


def _typed(question: Date, answer: str, verdict: Verdict) -> Pick:
    """Return a date that is not wholly right; a wrong one is known where something in the case has it."""
    typed = read_date(answer, question.year)
    label = typed.label if typed else answer
    expected = {*(other.label for other in question.others), *mistakes(question)}
    known = verdict.score > 0 or label in expected
    return Pick(label, verdict.score, "", verdict.feedback, verdict.cites, known)


def _valued(question: Value, answer: object) -> Pick:
    """Return a value as it was given, or as the bank has it where that knows it."""
    verdict = check(question, answer)
    given = values_in(question.right, answer)
    expected = (question.right, *(trap.found for trap in question.wrong))
    known = next((found.texts for found in expected if set(found.texts) == set(given)), None)
    if verdict.score == 1:
        known = question.right.texts
    shown = short(", ".join(known or given), _LONGEST)
    return Pick(shown, verdict.score, "", verdict.feedback, verdict.cites, known is not None)


def _matched(question: Match, number: int, id: str) -> Pick:
    pair = question.pairs[number]
    target = next(target for target in question.targets if target.id == id)
    right = id in pair.right
    said = pair if right else target
    return Pick(target.text, float(right), pair.choice.text, said.feedback, said.cites)


def _turned(question: Order, order: list[str]) -> Iterator[Pick]:
    """Yield every two events that are known to follow one another at once, and stand the wrong way round."""
    known = {(pair.first, pair.second): pair for pair in question.relations if pair.known}
    titles = {item.id: item.text for item in question.items}
    places = {id: place for place, id in enumerate(order)}
    for (first, second), pair in known.items():
        if any((first, id) in known and (id, second) in known for id in titles):
            continue
        if first in places and second in places and places[second] < places[first]:
            words = f"“{titles[second]}” before “{titles[first]}”"
            yield Pick(words, 0.0, "", pair.why, pair.cites)


def _written(question: Fill, answer: object) -> Iterator[Pick]:
    for number, blank in enumerate(question.blanks):
        if typed := text_of(answer, blank.id):
            entry = entry_of(question, blank, typed)
            if entry:
                yield _filled(question, number, entry)
            else:
                words = short(" ".join(typed.casefold().split()), _LONGEST)
                yield Pick(words, 0.0, _blank(question, number), known=False)


def _filled(question: Fill, number: int, entry: Entry) -> Pick:
    right = entry is question.blanks[number].right
    return Pick(entry.usual, float(right), _blank(question, number), entry.feedback, entry.cites)


def _blank(question: Fill, number: int) -> str:
    return f"Blank {number + 1}" if len(question.blanks) > 1 else ""
