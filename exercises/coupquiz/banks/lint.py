"""Reads a bank as an examiner would: what gives a key away, what can be guessed, what is not asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from textwrap import shorten

from coupdata.i18n import _, ngettext
from coupdata.model import Case
from coupdata.problems.problem import Problem, Severity
from coupquiz.banks.bank import Bank
from coupquiz.banks.giveaways import giveaways
from coupquiz.banks.option_length import stands_out
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, picked, solution
from coupquiz.kinds.clues import Clues
from coupquiz.parsing.word_stems import SHORTEST_WORD

_OFTEN = 0.6  # of the questions: with three or four options, chance is a third or less
_ENOUGH = 6  # questions before a habit can be told from chance
_ALIKE = 0.9
_SHOWN = 4  # events that are not asked about; the preview has all
_SHOWN_TEXT = 60  # characters of what gives something away


def lint(banks: Sequence[Bank], case: Case) -> tuple[Problem, ...]:
    """Return what is to be said of banks that belong together; `load_bank` says what makes one unreadable.

    A warning is something to mend before the bank is used; a note is worth knowing.
    """
    problems: list[Problem] = []
    for bank in banks:
        for question in bank.questions:
            problems += _of_question(question, _where(bank, question))
        problems += _habits(bank)
        problems += _answering_each_other(bank, case)
    problems += _across([(bank, question) for bank in banks for question in bank.questions])
    return (*problems, *_uncovered(banks, case))


def lint_forms(bank: Bank) -> tuple[Problem, ...]:
    """Return what to mend in questions of which each is asked alone, so that they may tell of each other."""
    found = [*_habits(bank)]
    for question in bank.questions:
        found += _of_question(question, _where(bank, question))
    return tuple(problem for problem in found if problem.severity is not Severity.NOTE)


def telling_words(question: Question) -> list[str]:
    """Return the words of a question's id that stand in what is right, where nothing wrong has as many.

    Students read ids in the cells that ask; in the lesson that is no harm, in a test it is.
    """
    clues = _clues(question)
    if not clues.wrong:
        return []
    words = [word for word in _words(question.id) if len(word) >= SHORTEST_WORD]
    most = max(len(_shared(words, text)) for text in clues.wrong)
    telling = (_shared(words, text) for text in clues.right)
    return max((shared for shared in telling if len(shared) > most), key=len, default=[])


def _clues(question: Question) -> Clues:
    return KINDS[question.kind].clues(question)


def _where(bank: Bank, question: Question) -> str:
    return _("{bank}, question '{id}'").format(bank=bank.id, id=question.id)


def _warning(where: str, what: str, mend: str = "") -> Problem:
    return Problem(where, what, mend, Severity.WARNING)


def _note(where: str, what: str) -> Problem:
    return Problem(where, what, severity=Severity.NOTE)


def _of_question(question: Question, where: str) -> Iterator[Problem]:
    """Yield what is to be said of a question by itself."""
    clues = _clues(question)
    yield from _given_away(question, clues, where)
    if clues.by_length and stands_out(clues.right[0], clues.wrong):
        what = _("option '{text}' is right, and by far the longest").format(text=clues.right[0])
        yield _warning(where, what, _("shorten it, or lengthen the others"))
    if clues.unexplained:
        names = ", ".join(f"'{text}'" for text in clues.unexplained)
        what = _("{options}: no feedback of your own, so the learner reads only what the data says")
        yield _note(where, what.format(options=names))
    if (chance := KINDS[question.kind].chance(question)) is not None:
        what = _("an answer given at random gets {share} of the credit on average")
        yield _note(where, what.format(share=f"{chance:.0%}"))
    if question.explain and not question.scored:
        what = _("explain is pointless here: the answer is in the learner’s own words already")
        yield _warning(where, what, _("remove explain = true"))
    yield from _same_feedback(question, where)
    yield from _uncited(question, where)
    shown = form(question)
    for id in {choice.id for choice in shown.choices} & {target.id for target in shown.targets}:
        what = _("the id '{id}' is on both sides, and gives away what belongs together").format(id=id)
        yield _warning(where, what, _("choose another"))


def _same_feedback(question: Question, where: str) -> Iterator[Problem]:
    """Yield two answers to which just the same is said, so that one of them cannot be what it speaks to."""
    told: dict[tuple[str, ...], set[str]] = {}
    for answer in (solution(question), *KINDS[question.kind].mistakes(question)):
        verdict = check(question, answer)
        said = (verdict.feedback, *(f"{part.id} {part.feedback}" for part in verdict.parts))
        picks = {pick.text for pick in picked(question, answer)}
        if before := told.get(said):
            one, other = (", ".join(sorted(texts)) for texts in (before - picks, picks - before))
            what = _("'{one}' and '{other}' get the same feedback").format(one=one, other=other)
            yield _warning(where, what, _("say what each of them would mean"))
        told.setdefault(said, picks)


def _uncited(question: Question, where: str) -> Iterator[Problem]:
    """Yield sentences that settle the question, and that nothing cites that is said to a right answer."""
    right = [pick for pick in KINDS[question.kind].offered(question) if pick.credit == 1]
    cited = {*check(question, solution(question)).cites, *(cite for pick in right for cite in pick.cites)}
    if missing := [cite for cite in question.cites if cite not in cited]:
        what = _("the feedback on the right answer does not cite {cites}").format(cites=", ".join(missing))
        yield _note(where, what)


def _given_away(question: Question, clues: Clues, where: str) -> Iterator[Problem]:
    """Yield what is right and stands in the prompt or a hint, while nothing wrong does."""
    for field, text in (("prompt", question.prompt), *(("hints", hint) for hint in question.hints)):
        for answer in clues.right:
            if _names(text, answer) and not any(_names(text, other) for other in clues.wrong):
                what = _("{field} gives the answer away: it contains '{text}'").format(
                    field=field, text=answer
                )
                yield _warning(where, what, _("say it in other words"))


def _habits(bank: Bank) -> Iterator[Problem]:
    """Yield that the right option is the longest too often to be chance."""
    asked = {question.id: clues for question in bank.questions if (clues := _clues(question)).by_length}
    longest = [id for id, clues in asked.items() if len(clues.right[0]) > max(map(len, clues.wrong))]
    if len(asked) >= _ENOUGH and len(longest) > _OFTEN * len(asked):
        what = _(
            "in {n} of {all} questions the right option is the longest ({ids}): "
            "anyone who guesses by length is right too often"
        )
        yield _warning(bank.id, what.format(n=len(longest), all=len(asked), ids=", ".join(longest)))


def _across(asked: Sequence[tuple[Bank, Question]]) -> Iterator[Problem]:
    """Yield questions that are asked twice, or whose dates tell the order that another one asks for."""
    for (bank, question), (other_bank, other) in combinations(asked, 2):
        if SequenceMatcher(None, question.prompt, other.prompt).ratio() > _ALIKE:
            what = _("asks the same as '{id}' in {bank}").format(id=other.id, bank=other_bank.id)
            yield _warning(_where(bank, question), what, _("remove one of them"))
        yield from _dated(_where(bank, question), question, other)
        yield from _dated(_where(other_bank, other), other, question)


def _answering_each_other(bank: Bank, case: Case) -> Iterator[Problem]:
    """Yield what one question of a bank shows of what another asks for."""
    for found in giveaways(bank.questions, case):
        what = _("it shows “{shown}”, and so gives away '{text}', which '{id}' asks for").format(
            shown=shorten(found.shown, _SHOWN_TEXT, placeholder=" …"), text=found.answer, id=found.asking.id
        )
        yield _warning(_where(bank, found.telling), what, _("change one of them"))


def _dated(where: str, telling: Question, asking: Question) -> Iterator[Problem]:
    """Yield that the dates one question asks for are most of the order another asks for."""
    told, wanted = _clues(telling), _clues(asking)
    dates = {told.dates[event] for event in wanted.orders if event in told.dates}
    if 2 * len(dates) > len(wanted.orders):
        what = _("anyone who gets its dates right knows most of the order in '{id}'").format(id=asking.id)
        yield _warning(where, what, _("use other events in one of them"))


def _uncovered(banks: Sequence[Bank], case: Case) -> Iterator[Problem]:
    asked = {event for bank in banks for question in bank.questions for event in question.events}
    told = [event.id for event in case.events if event.scope == "article"]
    missing = [id for id in told if id not in asked]
    if missing:
        first = f"{', '.join(missing[:_SHOWN])}{', ...' if len(missing) > _SHOWN else ''}"
        what = ngettext(
            "{n} of the {all} events in the source itself is not asked about: {first}",
            "{n} of the {all} events in the source itself are not asked about: {first}",
            len(missing),
        )
        yield _note(
            ", ".join(bank.id for bank in banks), what.format(n=len(missing), all=len(told), first=first)
        )


def _shared(words: Sequence[str], text: str) -> list[str]:
    """Return which of some words stand in a text, perhaps with another ending."""
    others = [other for other in _words(text) if len(other) >= SHORTEST_WORD]
    return [
        word for word in words if any(other.startswith(word) or word.startswith(other) for other in others)
    ]


def _names(text: str, answer: str) -> bool:
    """Return whether a text has all that is telling in an answer, word by word."""
    words = [word for word in _words(answer) if len(word) >= SHORTEST_WORD or word.isdecimal()]
    return bool(words) and set(words) <= set(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
