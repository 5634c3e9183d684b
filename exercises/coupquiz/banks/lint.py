"""Reads a bank as an examiner would: what gives a key away, what can be guessed, what is not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from coupdata.model import Case, Event
from coupquiz.banks.bank import Bank
from coupquiz.core.question import Question
from coupquiz.keys.options import says_what_its_record_says
from coupquiz.kinds.date.question import Date
from coupquiz.kinds.evidence.question import Evidence
from coupquiz.kinds.fill.question import Fill
from coupquiz.kinds.match.question import Match
from coupquiz.kinds.multiple.question import Multiple
from coupquiz.kinds.order.question import Order
from coupquiz.kinds.single.question import Single
from coupquiz.kinds.value.question import Value

_LONGER = 1.35  # so many times as long as the next option, and the right one stands out
_OFTEN = 0.6  # of the questions: with three or four options, chance is a third or less
_ENOUGH = 6  # questions before a habit can be told from chance
_ALIKE = 0.9
_SHOWN = 4  # events that are not asked about; the preview has all
_SHORTEST_WORD = 4  # letters of a word that can give something away


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that an examiner would mend, or would want to know."""

    where: str
    text: str
    serious: bool = True
    """Whether the bank should not be used before it is mended."""


def lint(banks: Sequence[Bank], case: Case) -> tuple[Remark, ...]:
    """Return what is to be said of banks that belong together; `load_bank` says what makes one unreadable."""
    remarks: list[Remark] = []
    for bank in banks:
        for question in bank.questions:
            where = f"{bank.id}, question '{question.id}'"
            remarks += (Remark(where, text) for text in (*_given_away(question), *_stands_out(question)))
            remarks += (Remark(where, text, serious=False) for text in _unexplained(question))
        remarks += _habits(bank)
    remarks += _across([(bank, question) for bank in banks for question in bank.questions])
    return (*remarks, *_uncovered(banks, case))


def telling_words(question: Question) -> list[str]:
    """Return the words of a question's id that stand in a right option, where no wrong one has as many.

    Students read ids in the cells that ask; in the lesson that is no harm, in a test it is.
    """
    right, wrong = _texts(question)
    if not wrong or isinstance(question, Value):
        return []
    words = [word for word in _words(question.id) if len(word) >= _SHORTEST_WORD]
    most = max(len(_shared(words, text)) for text in wrong)
    return max(
        (_shared(words, text) for text in right if len(_shared(words, text)) > most), key=len, default=[]
    )


def _shared(words: Sequence[str], text: str) -> list[str]:
    """Return which of some words stand in a text, perhaps with another ending."""
    others = [other for other in _words(text) if len(other) >= _SHORTEST_WORD]
    return [
        word for word in words if any(other.startswith(word) or word.startswith(other) for other in others)
    ]


def _given_away(question: Question) -> Iterator[str]:
    """A right option that the prompt or a hint names, while it names no wrong one."""
    right, wrong = _texts(question)
    for field, text in (("prompt", question.prompt), *(("hints", hint) for hint in question.hints)):
        for answer in right:
            if _names(text, answer) and not any(_names(text, other) for other in wrong):
                yield f"{field} gives the key away: '{answer}' stands in it; say it in other words"


def _stands_out(question: Question) -> Iterator[str]:
    """A right option that is much longer than the others."""
    if isinstance(question, Single) and not isinstance(question, Evidence):
        right, wrong = _texts(question)
        longest = max(map(len, wrong))
        if len(right[0]) > _LONGER * longest and len(right[0]) - longest > 8:
            yield f"option '{right[0]}' is by far the longest, and right: shorten it, or lengthen the others"


def _unexplained(question: Question) -> Iterator[str]:
    """Options from records that say no more than the record does."""
    if isinstance(question, Single | Multiple | Match):
        options = question.targets if isinstance(question, Match) else question.options
        plain = [option.text for option in options if says_what_its_record_says(option)]
        if plain:
            names = ", ".join(f"'{text}'" for text in plain)
            yield f"no feedback of your own to {names}: there the learner reads only what the data say"


def _habits(bank: Bank) -> Iterator[Remark]:
    """A bank in which the right option is the longest too often to be chance."""
    asked = [q for q in bank.questions if isinstance(q, Single) and not isinstance(q, Evidence)]
    longest = [q.id for q in asked if len(_texts(q)[0][0]) > max(map(len, _texts(q)[1]))]
    if len(asked) >= _ENOUGH and len(longest) > _OFTEN * len(asked):
        often = f"in {len(longest)} of {len(asked)} questions the right option is the longest"
        yield Remark(bank.id, f"{often} ({', '.join(longest)}): who guesses by length is right too often")


def _across(asked: Sequence[tuple[Bank, Question]]) -> Iterator[Remark]:
    """Questions that are asked twice, or that tell what another one asks for."""
    for (bank, question), (other_bank, other) in combinations(asked, 2):
        where = f"{bank.id}, question '{question.id}'"
        if SequenceMatcher(None, question.prompt, other.prompt).ratio() > _ALIKE:
            yield Remark(where, f"asks what '{other.id}' in {other_bank.id} asks; take one of them out")
        for told, asking in ((question, other), (other, question)):
            if isinstance(asking, Fill | Date) and set(told.cites) & set(asking.cites):
                for answer in _texts(asking)[0]:
                    if _names(told.prompt, answer):
                        text = (
                            f"its prompt tells '{answer}', for which '{asking.id}' asks; change one of them"
                        )
                        yield Remark(f"question '{told.id}'", text)
            if isinstance(told, Match) and isinstance(asking, Order) and _dates_most(told, asking):
                text = (
                    f"who has its dates right has most of the order of '{asking.id}'; "
                    "ask for other events in one of them"
                )
                yield Remark(f"question '{told.id}'", text)


def _dates_most(match: Match, order: Order) -> bool:
    """Whether a match gives dates of their own to more than half of the events of an order."""
    dates = {target.id for target in match.targets if isinstance(target.record, Event)}
    asked = {item.id for item in order.items}
    told = {pair.right[0] for pair in match.pairs if pair.choice.id in asked} & dates
    return 2 * len(told) > len(asked)


def _uncovered(banks: Sequence[Bank], case: Case) -> Iterator[Remark]:
    asked = {event for bank in banks for question in bank.questions for event in question.events}
    told = [event.id for event in case.events if event.scope == "article"]
    missing = [id for id in told if id not in asked]
    if missing:
        first = f"{', '.join(missing[:_SHOWN])}{', ...' if len(missing) > _SHOWN else ''}"
        text = f"{len(missing)} of the story's {len(told)} events are not asked about: {first}"
        yield Remark(", ".join(bank.id for bank in banks), text, serious=False)


def _texts(question: Question) -> tuple[list[str], list[str]]:
    """The texts of what is right and of what is wrong, where a question has such."""
    if isinstance(question, Single | Multiple):
        return (
            [option.text for option in question.options if option.right],
            [option.text for option in question.options if not option.right],
        )
    if isinstance(question, Fill):
        return (
            [blank.right.usual for blank in question.blanks],
            [entry.usual for blank in question.blanks for entry in blank.wrong],
        )
    if isinstance(question, Date):
        return [question.right.label], []
    if isinstance(question, Value) and question.right.sort != "texts":
        return list(question.right.texts), [trap.found.texts[0] for trap in question.wrong]
    return [], []


def _names(text: str, answer: str) -> bool:
    """Whether a text has all that is telling in an answer, word by word."""
    words = [word for word in _words(answer) if len(word) >= _SHORTEST_WORD or word.isdecimal()]
    return bool(words) and set(words) <= set(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
