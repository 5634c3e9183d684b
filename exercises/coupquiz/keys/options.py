"""Options to choose from: written in the bank, or taken from the records of the case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from coupdata.loading import Table
from coupdata.model import Actor, Case, Event, Place, Sentence
from coupquiz.core.form import Choice, Form, Seed, shuffled
from coupquiz.core.question import Question
from coupquiz.keys.event_field import EventKey, read_key

CaseRecord: TypeAlias = Actor | Place | Event | Sentence


@dataclass(frozen=True, slots=True)
class Option:
    """An option, and what is said to whoever chooses it."""

    choice: Choice
    right: bool
    feedback: str
    cites: tuple[str, ...]
    record: CaseRecord | None = None
    """What it was taken from; None where it was written."""

    @property
    def id(self) -> str:
        """The id of its choice."""
        return self.choice.id

    @property
    def text(self) -> str:
        """The text of its choice."""
        return self.choice.text


def read_options(table: Table, case: Case, *, one: bool) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """Return the options of a question, and the events that its key asks about.

    Args:
        table: The question's.
        case: Where records are looked up.
        one: Whether exactly one is right, not several.
    """
    key = table.record("key", '{ event = "...", field = "actors" }', lambda t: read_key(t, case))
    options = table.records("option", lambda t: _option(t, case, key, one), required=True)
    if (table.has("key") and not key) or not all(option.id for option in options):
        return (), ()  # the rest would follow from that mistake
    right = sum(option.right for option in options)
    if not check_distinct(table, "option", (option.choice for option in options)):
        return options, ()
    if one and right != 1:
        mend = "see what the key's event names" if key else "mark exactly one with right = true"
        table.wrong("option", f"{right} options are right; {mend}")
    elif right in (0, len(options)):
        table.wrong("option", f"{right} of {len(options)} options are right; give right ones and wrong ones")
    else:
        _check_feedback(table, options)
    return options, (key.event.id,) if key else ()


def option_form(question: Question, options: Iterable[Option], seed: Seed) -> Form:
    """Return the form of a question with options; without a seed they stand as in the bank."""
    choices = tuple(option.choice for option in options)
    if seed is not None:
        choices = shuffled(choices, question.id, seed)
    return Form(question.id, question.kind, question.prompt, choices)


def read_option(table: Table, case: Case, *, dated: bool = False, explained: bool = True) -> Option:
    """Return an option.

    Args:
        table: The option's.
        case: Where its record is looked up.
        dated: Whether the text of an event is its date, not its title.
        explained: Whether a written option has to have an id, feedback and cites.
    """
    field = _field(table)
    option = Option(Choice("", ""), False, "", ())
    if field == "text":
        text = table.text("text")
        id = table.id() if explained or table.has("id") else slug(text)
        option = replace(option, choice=Choice(id, text, table.text("lang", required=False)))
    elif field and (record := read_record(table, field, case)):
        option = option_of(record, dated)
    written = table.has("feedback") or (explained and field in ("text", "sentence"))
    feedback = table.text("feedback", required=written)
    cites = table.cites(required=explained and field == "text")
    return replace(
        option,
        right=table.flag("right"),
        feedback=feedback or option.feedback,
        cites=cites or option.cites,
    )


def read_record(table: Table, field: str, case: Case, *, required: bool = False) -> CaseRecord | None:
    """Return the record named in a field that is called after its kind; None where there is none."""
    records: Mapping[str, Sequence[CaseRecord]] = {
        "actor": case.actors,
        "place": case.places,
        "event": case.events,
        "sentence": case.reading.sentences,
    }
    id = table.reference(field, field, required=required)
    return next((record for record in records[field] if record.id == id), None)


def option_of(record: CaseRecord, dated: bool = False) -> Option:
    """Return the option that a record, or an event's date, makes; the data gives the feedback."""
    match record:
        case Sentence():
            return Option(Choice(record.id, record.text), False, "", (record.id,), record)
        case Event() if dated:  # the event's id would tell whose date it is
            label = record.when.label
            feedback = f"{label[:1].upper()}{label[1:]}: {record.summary}"
            return Option(Choice(slug(label), label), False, feedback, record.cites, record)
        case Event():
            return Option(Choice(record.id, record.title), False, record.summary, record.cites, record)
        case _:
            return Option(Choice(record.id, record.name), False, record.summary, record.cites, record)


def unexplained(options: Iterable[Option]) -> tuple[str, ...]:
    """Return the texts of options without feedback of their own, only what the data say of the record."""
    return tuple(
        option.text
        for option in options
        if option.record and option.feedback in {option_of(option.record, d).feedback for d in (False, True)}
    )


def slug(text: str) -> str:
    """Return an id made of a text, so that it tells no more than the text does."""
    return "-".join(re.findall(r"\w+", text.casefold())) or text


def check_distinct(table: Table, field: str, choices: Iterable[Choice]) -> bool:
    """Return whether no two choices look the same or have one id, and note those that do."""
    known = list(choices)
    for attribute in ("text", "id"):
        values = Counter(getattr(choice, attribute) for choice in known)
        repeated = [value for value, count in values.items() if count > 1]
        for value in repeated:
            table.wrong(field, f"'{value}' stands twice; leave one out")
        if repeated:
            return False
    return True


def _check_feedback(table: Table, options: Iterable[Option]) -> None:
    said = Counter(option.feedback for option in options)
    for feedback, count in said.items():
        if feedback and count > 1:
            table.wrong("option", f"{count} options get the feedback '{feedback}'; say what each would mean")


def _option(table: Table, case: Case, key: EventKey | None, one: bool) -> Option:
    option = read_option(table, case, dated=key is not None and key.field == "when")
    if not key or not option.record:
        return option
    if table.has("right"):
        table.wrong("right", "follows from key; take it out")
    fits = key.fits(option.record)
    if fits is None:
        table.wrong(
            "event", f"'{option.text}' may be the same time as '{key.event.when.label}'; choose another"
        )
    if fits and one and not table.has("feedback"):
        option = replace(option, feedback=key.event.summary)
    if fits and one and not table.has("cites"):
        option = replace(option, cites=key.event.cites)
    return replace(option, right=bool(fits))


def _field(table: Table) -> str:
    """Return the field that says what the option is, and note where there is none or more than one."""
    fields = [field for field in ("text", "actor", "place", "event", "sentence") if table.has(field)]
    if not fields:
        table.wrong("text", "missing; write it, or name an actor, a place, an event or a sentence")
        return ""
    for more in fields[1:]:
        table.text(more)  # so that it is not said to be unknown as well
        table.wrong(more, f"stands beside '{fields[0]}'; an option is one of the two")
    return fields[0]
