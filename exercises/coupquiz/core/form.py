"""What a learner may see of a question: no key, no feedback, no hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeAlias

from coupdata.i18n import _

Seed: TypeAlias = int | str | None
"""What decides the order of choices; None keeps that of the bank, but where it would tell the key."""

_BLANK = re.compile(r"\{([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\}")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose, to put in order, to match or to fill in."""

    id: str
    text: str
    """What it says; empty for a blank."""
    lang: str = ""
    """The language of the text as a tag ("ka"), where it is another than the bank's."""
    lane: str = ""
    """The lane of the timeline in which an event stands, where the question shows it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of a timeline: its years, and the days that it enlarges; the same for all questions on a case.

    Days are written as ISO 8601 has them. A ``ValueError`` says that they are none, or in no order.
    """

    first: str
    """The first day of the first year."""
    last: str
    """The last day of the last year."""
    enlarged_from: str
    enlarged_to: str
    calendar: str = ""
    """The calendar of the days, `gregorian` or `julian`, where weekdays are to be shown."""

    def __post_init__(self) -> None:
        days = (self.first, self.enlarged_from, self.enlarged_to, self.last)
        if list(map(date.fromisoformat, days)) != sorted(map(date.fromisoformat, days)):
            raise ValueError("not an axis: its days are in no order")


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What a question asks for that pictures of the case show: they hide it while the question is open."""

    dates: tuple[str, ...] = ()
    """Ids of events of which it asks when they were."""
    order: tuple[str, ...] = ()
    """Ids of events that are to be put in order."""
    links: tuple[str, ...] = ()
    """Ids of events of which it asks what led to what."""


@dataclass(frozen=True, slots=True)
class Form:
    """A question as it is asked; all of it may be shown, saved and handed out."""

    id: str
    """The question's."""
    kind: str
    prompt: str
    """Each blank, if there are any, stands in it as ``{id}``: see `pieces`."""
    choices: tuple[Choice, ...] = ()
    """Options; what to put in order; the left side of a match; blanks."""
    targets: tuple[Choice, ...] = ()
    """The right side of a match."""
    scored: bool = True
    axis: Axis | None = None
    """On what it is answered, if that is a timeline."""
    asked_for: AskedFor = AskedFor()

    def name_of(self, choice: str) -> str:
        """Return what the choice of this id is called: what it says or, of a blank, which it is."""
        number, found = next((n, c) for n, c in enumerate(self.choices, 1) if c.id == choice)
        return found.text or _("Blank {n}").format(n=number)

    def plain_prompt(self, blank: str = "___") -> str:
        """Return the prompt with so much in place of each blank; ``{n}`` in it stands for its number."""
        numbers = {choice.id: number for number, choice in enumerate(self.choices, 1) if not choice.text}
        return _BLANK.sub(
            lambda match: blank.format(n=numbers[match[1]]) if match[1] in numbers else match[0], self.prompt
        )

    def to_json(self) -> dict[str, Any]:
        """Return the form as values that JSON knows; what it does not have is left out."""
        values = asdict(self)
        if self.axis is None:
            del values["axis"]
        values["asked_for"] = {name: list(ids) for name, ids in values["asked_for"].items() if ids}
        if not values["asked_for"]:
            del values["asked_for"]
        for choice in (*values["choices"], *values["targets"]):
            if not choice["lane"]:
                del choice["lane"]
        return values


def form_from_json(values: Any) -> Form:
    """Return the form that ``Form.to_json`` wrote; a ``ValueError`` says that it is none."""
    try:
        form = Form(
            **{
                **values,
                "choices": tuple(Choice(**choice) for choice in values["choices"]),
                "targets": tuple(Choice(**target) for target in values["targets"]),
                "axis": Axis(**values["axis"]) if "axis" in values else None,
                "asked_for": AskedFor(
                    **{name: tuple(ids) for name, ids in values.get("asked_for", {}).items()}
                ),
            }
        )
    except (TypeError, LookupError, ValueError, AttributeError) as error:
        raise ValueError(f"not the form of a question: {error}") from None
    texts = (form.id, form.kind, form.prompt, *(t for c in form.choices + form.targets for t in _texts(c)))
    texts += (*form.asked_for.dates, *form.asked_for.order, *form.asked_for.links)
    if not all(isinstance(text, str) for text in texts) or not isinstance(form.scored, bool):
        raise ValueError("not the form of a question: a text is not text")
    return form


def pieces(prompt: str) -> list[str]:
    """Return a prompt cut at its blanks: text, the id of a blank, text, ..., text."""
    return _BLANK.split(prompt)


def shuffled(choices: Iterable[Choice], question: str, seed: Seed) -> tuple[Choice, ...]:
    """Return choices in an order that question, seed and their ids decide, the same on every computer."""
    return tuple(sorted(choices, key=lambda c: sha256(repr((seed, question, c.id)).encode()).digest()))


def _texts(choice: Choice) -> tuple[object, ...]:
    return choice.id, choice.text, choice.lang, choice.lane
