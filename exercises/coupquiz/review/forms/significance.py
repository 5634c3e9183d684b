"""Forms that ask of which event it is said why it matters, and which sentence tells of that event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coupdata.i18n import _
from coupdata.model import Event
from coupquiz.parsing.word_stems import word_stems
from coupquiz.review.forms.draft import Draft, of_event, option
from coupquiz.review.forms.sentences import evidence
from coupquiz.review.forms.told import Told

_WRONG = 3  # options
_SENTENCE = re.compile(r"(?<=[.!?])\s+")  # between two of them


def significance_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms that say why an event matters; none where that names it."""
    unlike = [other for other in told.others(event) if _is_unlike(event, other, told)]
    wrong = told.near(event, unlike, _WRONG, f"{seed} matters")
    alike = frozenset().union(*(word_stems(other.title) for other in wrong))
    if len(wrong) < _WRONG or (word_stems(event.title) & word_stems(event.matters)) - alike:
        return
    prompt = _("Which of these sentences tells of the event that this is about? {matters}")
    prompt = prompt.format(matters=event.matters)
    said = _("This sentence tells of it: “{event}”.").format(event=event.title)
    right = told.sentence_of(event)
    if values := evidence(told, prompt, right, said, [event], _SENTENCE.split(event.matters), seed, unlike):
        yield Draft(event.id, "matters-sentence", {**values, "level": 2})
    prompt = _("Which of these events is this about? {matters}").format(matters=event.matters)
    options = [option(one, one.summary, right=one is event) for one in (event, *wrong)]
    yield of_event(event, "matters", "single", "reading", prompt=prompt, option=options, level=2)


def _is_unlike(event: Event, other: Event, told: Told) -> bool:
    """Return whether two events have so little in common that what is said of one does not fit the other."""
    linked = any({link.cause, link.effect} == {event.id, other.id} for link in told.case.links)
    return not (linked or {*event.actors} & {*other.actors} or {*event.cites} & {*other.cites})
