"""What of a case the reading itself tells, and what is next to what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from coupdata.model import Case, Event, Sentence, in_scope, overlap, span
from coupquiz.review.forms.draft import chosen
from coupquiz.review.forms.related import Causes, may_be_one

_ALIKE = 4  # letters
_NEAREST = 4  # events from which the one is taken that is compared least often


class Told:
    """The events of a case that the reading itself tells, and what is chosen among them."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.events = in_scope(case.events)
        self.causes = Causes(case)
        self._summary = _first_part(case)
        self._sentences: dict[str, Sentence] = {}
        self._places = {event.id: number for number, event in enumerate(self.events)}
        self._common: dict[str, int] = {}

    def others(self, event: Event) -> Iterator[Event]:
        """Yield all events but this."""
        return (other for other in self.events if other.id != event.id)

    def before(self, event: Event) -> list[Event]:
        """Return the events that were over before one began, or are told to come before it."""
        return [other for other in self.others(event) if self.comes_before(other, event)]

    def after(self, event: Event) -> list[Event]:
        """Return the events before which one was over, or is told to come."""
        return [other for other in self.others(event) if self.comes_before(event, other)]

    def is_dated_itself(self, event: Event) -> bool:
        """Return whether no event that is told earlier is dated by the same words of the source."""
        words = event.when.as_written.casefold()
        first = next(other for other in self.events if other.when.as_written.casefold() == words)
        return not words or first is event

    def comes_before(self, one: Event, other: Event) -> bool:
        """Return whether an event is known to come before another, of which no day can be in both."""
        if one.when.edtf.endswith("/.."):  # it may go on
            return False
        dated = one.when.edtf and other.when.edtf
        is_apart = not dated or not overlap(span(one.when), span(other.when)) or one.when == other.when
        return is_apart and self.case.order.before(one.id, other.id)

    def near(
        self,
        event: Event,
        candidates: Iterable[Event],
        most: int,
        seed: str,
        common: Callable[[Event], int] | None = None,
        window: int = 0,
    ) -> list[Event]:
        """Return some of the events told near this one, which are the hardest to tell from it.

        Of two that may be taken for one, the second is left out.

        Args:
            event: This one.
            candidates: What they are chosen from.
            most: How many there are.
            seed: Another seed chooses others.
            common: Returns how often one is a candidate; the rarer it is, the sooner it is taken.
            window: From how many they are chosen, at least.
        """
        by_distance = self._by_distance(event, candidates)
        kept: list[Event] = []
        for other in chosen(by_distance[: max(window, 2 * most)], None, _id, seed, common):
            if len(kept) < most and not any(may_be_one(one, other) for one in (event, *kept)):
                kept.append(other)
        return kept

    def _by_distance(self, event: Event, candidates: Iterable[Event]) -> list[Event]:
        """Return events, those first that are told nearest to one."""
        place = self._places[event.id]
        return sorted(candidates, key=lambda other: abs(self._places[other.id] - place))

    def how_comparable(self, event: Event) -> int:
        """Return how many events are known to come before or after this one."""
        if event.id not in self._common:
            self._common[event.id] = len(self.before(event)) + len(self.after(event)) + 1
        return self._common[event.id]

    def is_about(self, event: Event, other: Event) -> bool:
        """Return whether a claim on two events is one on the first of them, and not on the other."""
        return chosen(sorted((event.id, other.id)), 1, str, "of")[0] == event.id

    @cached_property
    def compared(self) -> Mapping[str, tuple[Event | None, Event | None]]:
        """For each event by its id, one before it and one after it, so that none is always compared."""
        used: Counter[str] = Counter()
        found: dict[str, tuple[Event | None, Event | None]] = {}
        for event in self.events:
            before, after = (
                self._by_distance(event, (one for one in others if self.is_about(event, one)))[:_NEAREST]
                for others in (self.before(event), self.after(event))
            )
            earlier = min(before, key=lambda one: used[one.id], default=None)
            later = min(after, key=lambda one: used[one.id], default=None)
            used.update(one.id for one in (earlier, later) if one)
            found[event.id] = earlier, later
        return found

    def sentence_of(self, event: Event) -> Sentence:
        """Return the sentence that tells of an event, and of little else."""
        if event.id not in self._sentences:
            self._sentences[event.id] = self.best_sentence(event.title, event.summary, event.cites)
        return self._sentences[event.id]

    def best_sentence(self, title: str, summary: str, cites: tuple[str, ...]) -> Sentence:
        """Return the sentence of these that says least beside what a title and a summary say.

        One of the part that sums up the others counts only where there is no other.
        """
        body = [id for id in cites if not self.is_summary(id)] or list(cites)
        called, told = _words(title), _words(summary)

        def told_of(sentence: Sentence) -> float:
            words = _words(sentence.text)
            return (2 * len(words & called) + len(words & told)) / max(1, len(words))

        return max(map(self.case.sentence, body), key=told_of)

    def is_summary(self, sentence: str) -> bool:
        """Return whether a sentence stands in a part that sums up the others."""
        return sentence in self._summary


def _id(event: Event) -> str:
    return event.id


def _first_part(case: Case) -> frozenset[str]:
    """Return the ids of the sentences of the first part, which sums up the others if there are any."""
    first, *others = case.reading.sections
    sentences = (sentence.id for paragraph in first.paragraphs for sentence in paragraph)
    return frozenset(sentences) if others else frozenset()


def _words(text: str) -> frozenset[str]:
    """Return the words of a text by their beginnings, in which "stays" and "stay" are alike."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(word[:_ALIKE] for word in words if len(word) >= _ALIKE or word.isdecimal())
