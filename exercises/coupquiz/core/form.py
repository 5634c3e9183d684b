"""What a learner may see of a question: no key, no feedback, no hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
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
        """Return the form as values that JSON knows."""
        return asdict(self)


def form_from_json(values: Any) -> Form:
    """Return the form that ``Form.to_json`` wrote; a ``ValueError`` says that it is none."""
    try:
        form = Form(
            **{
                **values,
                "choices": tuple(Choice(**choice) for choice in values["choices"]),
                "targets": tuple(Choice(**target) for target in values["targets"]),
            }
        )
    except (TypeError, LookupError) as error:
        raise ValueError(f"not the form of a question: {error}") from None
    texts = (form.id, form.kind, form.prompt, *(t for c in form.choices + form.targets for t in _texts(c)))
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
    return choice.id, choice.text, choice.lang
