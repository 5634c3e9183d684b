"""A form as it is made, with the values that a bank would have, and what helps to choose its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from coupdata.model import Actor, Event, Place
from coupquiz.parsing.word_stems import word_stems

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draft:
    """A form of a fact, to be read as if it stood in a bank."""

    fact: str
    """The fact's id."""
    shape: str
    """What tells it from other forms of that fact, the same for ever: answers are kept under both."""
    values: Mapping[str, Any]
    """What a bank would have of it, without the id; of several options, the right one is the first."""

    @property
    def id(self) -> str:
        """The id of the question."""
        return f"{self.fact}-{self.shape}"


def of_event(about: Event, shape: str, kind: str, trains: str, **values: object) -> Draft:
    """Return a form on an event, which stands on the event's sentences or on those of the values."""
    shared = {"kind": kind, "trains": trains, "events": [about.id], "cites": list(about.cites)}
    return Draft(about.id, shape, shared | values)


def option(
    event: Event, feedback: str, cites: Iterable[str] | None = None, *, right: bool
) -> dict[str, object]:
    """Return an event as an option, which stands on the event's sentences or on these."""
    stands_on = list(event.cites if cites is None else cites)
    return {"event": event.id, "right": right, "feedback": feedback, "cites": stands_on}


def chosen(
    candidates: Iterable[T],
    most: int | None,
    key: Callable[[T], str],
    seed: str,
    common: Callable[[T], int] | None = None,
) -> list[T]:
    """Return some of the candidates, the same on every computer.

    Args:
        candidates: What there is to choose from.
        most: How many are chosen; all, in the order in which they are, where that is None.
        key: Returns what tells one from another.
        seed: Another seed chooses others.
        common: Returns how often one is a candidate; the rarer it is, the sooner it is chosen.
    """

    def drawn(one: T) -> int:
        number = int.from_bytes(sha256(f"{seed}/{key(one)}".encode()).digest())
        return number * (common(one) if common else 1)

    return sorted(candidates, key=drawn)[:most]


def names_it(text: str, record: Actor | Place) -> bool:
    """Return whether a text names an actor or a place, or something that is called after it."""
    first_words = (alias.split()[0] for alias in record.aliases)
    return bool(word_stems(text) & word_stems(" ".join((record.name, *first_words))))


def joined(*cites: Iterable[str]) -> list[str]:
    """Return the ids of sentences, each once."""
    return list(dict.fromkeys(cite for some in cites for cite in some))
