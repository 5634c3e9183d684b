"""What the data tells of causes at any distance, and of which events it can vouch that nothing joins them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import combinations, permutations

from coupdata.model import Case, Event, Link, Sentence
from coupquiz.parsing.word_stems import word_stems

_PAIRS = 3
_AT_ONCE = re.compile(r"\b(meanwhile|in the meantime|at the same time)\b", re.IGNORECASE)
_TOO_WIDE = ("country", "region")  # kinds of places that are no more in common than the whole case


def may_be_one(one: Event, other: Event) -> bool:
    """Return whether two events may be taken for one: of the same time, place and actors, told together."""
    is_alike = (one.when.edtf, one.place, one.actors) == (other.when.edtf, other.place, other.actors)
    return is_alike and bool({*one.cites} & {*other.cites})


class Causes:
    """The links of a case, and what follows from them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.links = tuple(
            link
            for link in case.links
            if "context" not in (link.scope, case.event(link.cause).scope, case.event(link.effect).scope)
        )
        self._parts: dict[str, frozenset[str]] = {}
        self._stories: dict[str, frozenset[str]] = {}
        paragraphs = (paragraph for section in case.reading.sections for paragraph in section.paragraphs)
        self._paragraphs = {
            sentence.id: number for number, paragraph in enumerate(paragraphs) for sentence in paragraph
        }
        self._told_in = {
            event.id: frozenset(self._paragraphs[cite] for cite in event.cites if cite in self._paragraphs)
            for event in case.events
        }
        """The paragraphs in which each event is told."""

    def are_unrelated(self, one: Event, two: Event) -> bool:
        """Return whether an event certainly did not lead to another, as far as the data can vouch for it.

        The first has nothing in common with the second, or with what led, at any distance, to that or to what
        came of it; nor has the second with what came of the first: people, groups, a place, a sentence.
        """
        same = (event.id for event in self._case.events if may_be_one(event, two))
        later = frozenset(same).union(self._effects(two.id))
        leading = later.union(*map(self._causes, later))
        in_common = self._about({one.id}) & self._about(leading)
        in_common |= self._about({two.id}) & self._about({one.id, *self._effects(one.id)})
        is_led_to = two.id in self._story(one.id) or bool(self._story(one.id) & self._story(two.id))
        # of what nobody is named, nobody can say that they had no part in it, unless its time tells
        is_vague = not (one.involved and two.involved) and not self._case.order.before(one.id, two.id)
        return not (in_common or is_led_to or is_vague or one.lane == two.lane)

    def is_unsaid(self, one: Event, two: Event) -> bool:
        """Return whether a reader might think that an event led to another, and the reading does not say so.

        Both are of one theme, and the second is told later; no sentence, nor any paragraph, tells both, no
        "meanwhile" sets them side by side, and the reading names no other cause.
        """
        ids = [event.id for event in self._case.events]
        is_in_order = ids.index(one.id) < ids.index(two.id) and not self._case.order.before(two.id, one.id)
        if not (is_in_order and {*one.themes} & {*two.themes}) or self._is_beside(one, two):
            return False
        if any(link.effect == two.id for link in self.links):
            return False
        if not (one.involved and self.are_unrelated(one, two)):
            return False
        sentences = self._case.reading.sentences
        return not any(self.tells(sentence, one) and self.tells(sentence, two) for sentence in sentences)

    def tells(self, sentence: Sentence, event: Event) -> bool:
        """Return whether a sentence may tell of an event: it is beside one that does, or has its words."""
        return self._paragraphs[sentence.id] in self._told_in[event.id] or _names(sentence, event)

    def have_in_common(self, one: Event, other: Event) -> bool:
        """Return whether two events have people, groups, a place or a sentence in common."""
        return bool(self._about({one.id}) & self._about({other.id}))

    def are_told_together(self, one: Event, other: Event) -> bool:
        """Return whether two events are told in one paragraph."""
        return bool(self._told_in[one.id] & self._told_in[other.id])

    def _is_beside(self, one: Event, two: Event) -> bool:
        """Return whether a paragraph tells two events, or the next one has the second "meanwhile"."""
        sentences = [one for one in self._case.reading.sentences if one.id in two.cites]
        at_once = [sentence for sentence in sentences if _AT_ONCE.search(sentence.text)]
        beside = {self._paragraphs[sentence.id] - 1 for sentence in at_once}
        return self.are_told_together(one, two) or bool(self._told_in[one.id] & beside)

    @cached_property
    def partners(self) -> Mapping[Link, tuple[Link, ...]]:
        """The links among which each can be matched, so that all come up about equally often.

        No two effects among them can be exchanged; where a link has no such partners, it is left out.
        """
        clear = {pair for pair in permutations(self.links, 2) if self._are_clear(*pair)}
        fitting = {
            link: [
                others
                for others in combinations(self.links, _PAIRS - 1)
                if all(pair in clear for pair in combinations((link, *others), 2))
            ]
            for link in self.links
        }
        used: Counter[Link] = Counter()
        found: dict[Link, tuple[Link, ...]] = {}
        for link in sorted(self.links, key=lambda link: len(fitting[link])):
            if fitting[link]:
                found[link] = min(fitting[link], key=lambda others: sorted(used[one] for one in others)[::-1])
                used.update((link, *found[link]))
        return found

    def _are_clear(self, one: Link, other: Link) -> bool:
        """Return whether the effects of two links cannot be exchanged.

        That is so if one of them would come before its cause, or neither is led to by the other's cause.
        """
        if len({one.cause, one.effect, other.cause, other.effect}) < 4:
            return False
        crossed = ((one.cause, other.effect), (other.cause, one.effect))
        if any((link.cause, link.effect) in crossed for link in self.links):
            return False
        if any(self._case.order.before(effect, cause) for cause, effect in crossed):
            return True
        return not any(two in self._story(one) or self._same_enemy(one, two) for one, two in crossed)

    def is_open(self, one: Event, other: Event) -> bool:
        """Return whether it is certain that the reading leaves open which of two events came first.

        It gives them one date, and no accounts of them differ; they have nothing in common, and are told in
        different paragraphs.
        """
        order = self._case.order
        is_known = order.before(one.id, other.id) or order.before(other.id, one.id)
        if is_known or self.are_told_together(one, other) or self.have_in_common(one, other):
            return False
        if any({one.id, other.id} <= {*difference.events} for difference in self._case.differences):
            return False
        return bool(one.when.edtf) and one.when.edtf == other.when.edtf

    def saying(self, link: Link) -> frozenset[str]:
        """Return the ids of the sentences that tell of a cause and its effect; none if it just came first."""
        cause, effect = self._case.event(link.cause), self._case.event(link.effect)
        if cause.id in effect.after:
            return frozenset()
        return frozenset(link.cites) & {*cause.cites} & {*effect.cites}

    def _led_to(self, event: Event) -> frozenset[str]:
        """Return to what an event led, in one step."""
        return frozenset(link.effect for link in self.links if link.cause == event.id)

    def _same_enemy(self, one: str, other: str) -> bool:
        return bool({*self._case.event(one).against} & {*self._case.event(other).against})

    def _causes(self, event: str) -> frozenset[str]:
        """Return what led to an event, at any distance."""
        causes = [link.cause for link in self.links if link.effect == event]
        return frozenset(causes).union(*map(self._causes, causes))

    def _effects(self, event: str) -> frozenset[str]:
        """Return to what an event led, at any distance."""
        effects = self._led_to(self._case.event(event))
        return effects.union(*map(self._effects, effects))

    def _story(self, event: str) -> frozenset[str]:
        """Return to what an event led by a chain of causes, or of words such as "after that"."""
        if event not in self._stories:
            effects = [link.effect for link in self._case.links if link.cause == event]
            effects += [later.id for later in self._case.events if event in later.after]
            self._stories[event] = frozenset(effects).union(*map(self._story, effects))
        return self._stories[event]

    def _about(self, events: Iterable[str]) -> frozenset[str]:
        """Return who is involved in events, to whom they belong, where that was, and what tells of it."""
        found: set[str] = set()
        for id in events:
            if id not in self._parts:
                self._parts[id] = frozenset(self._parts_of(self._case.event(id)))
            found |= self._parts[id]
        return frozenset(found)

    def _parts_of(self, event: Event) -> Iterable[str]:
        case = self._case
        yield from event.cites
        for actor in event.involved:
            yield actor
            yield from (group for group in case.actor(actor).member_of if case.actor(group).kind != "state")
        for place in case.around(event.place):
            if case.place(place).kind not in _TOO_WIDE:
                yield f"at {place}"


def _names(sentence: Sentence, event: Event) -> bool:
    """Return whether a sentence has most of the words of an event's title."""
    words = word_stems(event.title)
    return 2 * len(words & word_stems(sentence.text)) > len(words)
