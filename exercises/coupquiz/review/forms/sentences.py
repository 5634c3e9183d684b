"""Forms on the sentences of the reading: which one says it, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coupdata.i18n import _, listed
from coupdata.model import Actor, Case, Event, Place, Sentence
from coupquiz.parsing.word_stems import word_stems
from coupquiz.review.forms.draft import Draft, chosen, joined, of_event
from coupquiz.review.forms.told import Told

_WRONG = 3  # options
_SHORTEST = 8  # words of a sentence that still means something with a gap in it
_MOST_SHARED = 2 / 3  # of the words of a title: a sentence that has more of them is known without reading it


def sentence_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on the sentence that tells of an event."""
    prompt = _("Which of these sentences tells of this: “{event}”?").format(event=event.title)
    said = _("This sentence tells of “{event}”.").format(event=event.title)
    if values := evidence(told, prompt, told.sentence_of(event), said, [event], [event.title], seed):
        yield Draft(event.id, "sentence", values)
    yield from _gap(event, told)


def evidence(
    told: Told,
    prompt: str,
    right: Sentence,
    said: str,
    events: list[Event],
    shown: Iterable[str],
    seed: str,
    among: Iterable[Event] | None = None,
) -> dict[str, object] | None:
    """Return a question for the sentence that proves something; None where no other can be told from it.

    Args:
        told: The case.
        prompt: What is to be proved.
        right: The sentence that does.
        said: What is said of it.
        events: What it is about; a sentence that tells of one of these is not among the options.
        shown: The parts of the prompt by which the sentence must not be known.
        seed: Decides which others are.
        among: The events of which the others tell; all where that is left out.
    """
    about = {event.id for event in events} | _citing(told, right)
    among = told.others(events[0]) if among is None else among
    others = _others(told, right, about, events[0], among, seed)
    if len(others) < _WRONG or any(gives_away(text, right, [one for one, _said in others]) for text in shown):
        return None
    return _evidence(prompt, right, said, others, [event.id for event in events])


def gives_away(text: str, right: Sentence, wrong: Iterable[Sentence]) -> bool:
    """Return whether a sentence is known by its words alone.

    That is so if it has more than two thirds of those of a text that can give something away, and none of
    the others has as many.
    """
    words = word_stems(text)
    shared = len(words & word_stems(right.text))
    alike = max((len(words & word_stems(other.text)) for other in wrong), default=0)
    return shared > max(alike, _MOST_SHARED * len(words))


def _evidence(
    prompt: str, right: Sentence, said: str, others: list[tuple[Sentence, str]], events: list[str]
) -> dict[str, object]:
    options: list[dict[str, object]] = [{"sentence": right.id, "right": True, "feedback": said}]
    options += [{"sentence": one.id, "feedback": feedback} for one, feedback in others]
    order = sorted(options, key=lambda option: str(option["sentence"]))
    about = {"cites": [right.id], "trains": "reading", "events": events}
    return {"kind": "evidence", "prompt": prompt, "option": order, **about}


def _others(
    told: Told, right: Sentence, about: set[str], event: Event, among: Iterable[Event], seed: str
) -> list[tuple[Sentence, str]]:
    """Return sentences that tell of other events, nearby if possible, and what each tells of."""
    ids = [sentence.id for sentence in told.case.reading.sentences]
    banned = set(joined(*(told.case.event(id).cites for id in about)))
    found: dict[str, tuple[Sentence, str]] = {}
    for other in among:
        one = told.sentence_of(other)
        if one.id not in banned and one.id not in found and not told.is_summary(one.id):
            titles = [f"“{each.title}”" for each in told.events if told.sentence_of(each) is one]
            found[one.id] = one, _("This one tells of {events}.").format(events=listed(titles))
    middle = ids.index((told.sentence_of(event) if told.is_summary(right.id) else right).id)
    near = sorted(found.values(), key=lambda pair: abs(ids.index(pair[0].id) - middle))
    return chosen(near[: 2 * _WRONG], _WRONG, lambda pair: pair[0].id, f"{seed} sentence")


def _citing(told: Told, sentence: Sentence) -> set[str]:
    """Return the ids of the events that stand on a sentence."""
    return {event.id for event in told.events if sentence.id in event.cites}


def _gap(event: Event, told: Told) -> Iterator[Draft]:
    """Yield the sentence of an event with a name left out that can only be one: a person's, a town's."""
    case = told.case
    sentence = told.sentence_of(event)
    first = next(one for one in told.events if told.sentence_of(one) is sentence)
    if len(sentence.text.split()) < _SHORTEST or first is not event:
        return
    for sort, record in _names(event, case):
        spelt = sorted((record.name, *record.aliases), key=len, reverse=True)
        whole = next((name for name in spelt if _once(name, sentence.text)), None)
        rest = sentence.text.replace(whole, "{name}") if whole else ""
        before = _before(sentence, case)
        shown = f"{before} {rest}".replace("{name}", " ")
        if not whole or any(word_stems(name) & word_stems(shown) for name in spelt):
            continue
        prompt = _("Which name is missing? {sentence}").format(sentence=f"{before} {rest}".strip())
        blank = {"id": "name", sort: record.id}
        skill = "actors" if sort == "actor" else "places"
        values = {"prompt": prompt, "blank": [blank], "cites": [sentence.id], "level": 2}
        yield of_event(event, "gap", "fill", skill, **values)
        return


def _before(sentence: Sentence, case: Case) -> str:
    """Return the text of the sentence before, which says who "he" is; empty if there is none."""
    for section in case.reading.sections:
        for paragraph in section.paragraphs:
            if sentence in paragraph[1:]:
                return paragraph[paragraph.index(sentence) - 1].text
    return ""


def _names(event: Event, case: Case) -> Iterator[tuple[str, Actor | Place]]:
    for id in event.involved:
        if case.actor(id).kind in ("person", "army"):
            yield "actor", case.actor(id)
    if event.place and case.place(event.place).kind in ("city", "town"):
        yield "place", case.place(event.place)


def _once(name: str, text: str) -> bool:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) == 1
