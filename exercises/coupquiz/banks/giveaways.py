"""Finds questions that answer one another: what one of them shows, read beside another, is its key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from coupdata.model import Case
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.word_stems import word_stems

_RARE = 0.08  # of the sentences: a word in more of them is not what a question is about
_ENOUGH = 3  # words of the question and of its answer together, by which a text is known to be about both


@dataclass(frozen=True, slots=True)
class Giveaway:
    """A question that shows what is right in another."""

    telling: Question
    asking: Question
    shown: str
    """What a learner sees there: the ids of sentences, or a text."""
    answer: str
    """What is right, and follows from it."""


def giveaways(questions: Sequence[Question], case: Case) -> tuple[Giveaway, ...]:
    """Return which of some questions tell what another of them asks for, once for each two.

    Somebody who has not read the text sees prompts, titles of events and sentences to choose from. One of
    these tells if it is the very sentence that settles an answer, or if it has the words of the answer and is
    about the same as the question.
    """
    rare = _rare_stems(case)
    read = [_read(question) for question in questions]
    pairs = (_giveaway(telling, asking, rare) for telling, asking in permutations(read, 2))
    return tuple(pair for pair in pairs if pair)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Something that is right, and the words by which it is known: those of any one spelling."""

    pick: Pick
    spellings: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text that may be taken as true, but for the prompt of a claim."""

    text: str
    stems: frozenset[str]
    is_prompt: bool


@dataclass(frozen=True, slots=True)
class _AsRead:
    """A question as a guesser reads it."""

    question: Question
    clues: Clues
    about: frozenset[str]
    """The words of its prompt."""
    shown: tuple[_Shown, ...]
    wanted: tuple[_Wanted, ...]


def _read(question: Question) -> _AsRead:
    clues, prompt = KINDS[question.kind].clues(question), form(question).plain_prompt(" ")
    texts = [(prompt, True), *((text, False) for text in clues.shown)]
    about = word_stems(prompt)
    return _AsRead(
        question,
        clues,
        about,
        tuple(_Shown(text, word_stems(text), is_prompt) for text, is_prompt in texts),
        tuple(_wanted(question, clues, about)),
    )


def _wanted(question: Question, clues: Clues, about: frozenset[str]) -> Iterator[_Wanted]:
    kind = KINDS[question.kind]
    if not question.scored or kind.hints_to is HintsTo.TABLES:
        return
    known = about.union(*map(word_stems, clues.wrong))
    for pick in kind.offered(question):
        if pick.credit < 1:
            continue
        texts: list[str] = []
        if clues.right:
            one = [pick.text] if pick.text in clues.right else clues.right
            texts = [text for right in one for text in (right, *clues.spellings.get(right, ()))]
        elif pick.part:  # a pair, of which both sides have to be told
            texts = [f"{pick.part} {pick.text}"]
        yield _Wanted(pick, tuple(stems for text in texts if (stems := word_stems(text) - known)))


def _giveaway(telling: _AsRead, asking: _AsRead, rare: frozenset[str]) -> Giveaway | None:
    told, asked = telling.question, asking.question
    is_related = bool({*asked.cites} & {*told.cites} or {*asked.events} & {*told.events})
    for wanted in asking.wanted:
        answer = wanted.pick.text
        for cites in (wanted.pick.cites, asked.cites):
            if cites and not asking.clues.sentences and telling.clues.sentences.issuperset(cites):
                return Giveaway(told, asked, ", ".join(cites), answer)
        for shown in telling.shown:
            if telling.clues.is_claim and not asking.clues.is_recalled:
                continue  # it may be untrue; but a name that has to be typed is known from it all the same
            shared = len(asking.about & rare & shown.stems)
            for words in wanted.spellings:
                # a title that only names what is asked about tells nothing of it
                says_more = not shown.is_prompt and len(words) > 1 and shown.stems > words
                is_about_it = is_related and (asking.clues.is_recalled or says_more)
                if words <= shown.stems and (is_about_it or (shared and shared + len(words) >= _ENOUGH)):
                    return Giveaway(told, asked, shown.text, answer)
    return None


def _rare_stems(case: Case) -> frozenset[str]:
    """Return the words that stand in few sentences of the reading, so that they are about something."""
    sentences = case.reading.sentences
    counted = Counter(stem for sentence in sentences for stem in word_stems(sentence.text))
    return frozenset(stem for stem, count in counted.items() if count <= max(2, _RARE * len(sentences)))
