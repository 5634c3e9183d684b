"""Options to choose from: written in the bank, or taken from the records of the case."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Actor, Case, Event, Place, Sentence
from coupdata.model.described import described, record
from coupquiz.core.form import Choice, Form, Seed, shuffled
from coupquiz.core.question import Question
from coupquiz.keys.event_field import EventKey, WrittenKey, key_of

CaseRecord: TypeAlias = Actor | Place | Event | Sentence

_SOURCES = ("text", "actor", "place", "event", "sentence")


@record
class WrittenOption:
    """An option as a bank has it: a text, or a record of the case."""

    text: str = described("What it says, unless it comes from the data.", absent="")
    actor: str = described("An actor; the option shows the name.", refers="actor", absent="")
    place: str = described("A place; the option shows its name.", refers="place", absent="")
    event: str = described(
        "An event; the option shows its title, or its date if `key.field` is `when`.",
        refers="event",
        absent="",
    )
    sentence: str = described("A sentence of the reading.", refers="sentence", absent="")
    id: str = described("A name for a text of your own; answers are kept under it.", absent="")
    lang: str = described("The language of the text if it is not the bank's, such as `ka`.", absent="")
    right: bool = described("Whether it is right. Leave it out if a key decides.")
    feedback: str = described(
        "What choosing it would mean, and what the reading says instead. Without it: what the data says.",
        absent="",
    )
    cites: tuple[str, ...] = described("The sentences the feedback is based on.", refers="sentence")

    def check_fields(self, table: Table) -> None:
        """Note what does not go together; a text needs id, feedback and cites of its own."""
        source = _source(table)
        if source == "text":
            table.id()
            table.cites(required=True)
        if source in ("text", "sentence") or table.has("feedback"):
            table.text("feedback")


@record
class WrittenOther(WrittenOption):
    """What fits nowhere, as a bank has it; a text needs nothing else."""

    def check_fields(self, table: Table) -> None:
        """Note what does not go together."""
        _source(table)
        if table.has("feedback"):
            table.text("feedback")


@record
class WrittenChoice(Question):
    """A question with options as a bank has it."""

    key: WrittenKey | None = described("Lets the data say which options are right.")
    option: tuple[WrittenOption, ...] = described("What there is to choose from.", required=True)


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


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question):
    """A question with options to choose from."""

    options: tuple[Option, ...]


def options_of(
    written: WrittenChoice, table: Table, case: Case, *, one: bool
) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """Return the options of a question, and the events that its key asks about.

    Args:
        written: The question.
        table: Where to note what is wrong with it.
        case: Where records are looked up.
        one: Whether exactly one is right, not several.
    """
    key = None
    if written.key:
        key = key_of(table, "key, event", written.key.event, written.key.field, case)
        if not key:
            return (), ()
    options = tuple(_keyed(n, w, key, table, case, one=one) for n, w in enumerate(written.option, 1))
    right = sum(option.right for option in options)
    if not check_distinct(table, "option", (option.choice for option in options)):
        return options, ()
    if one and right != 1:
        mend = _("see what the key's event names") if key else _("mark exactly one with right = true")
        table.wrong("option", _("{n} options are right").format(n=right), mend)
    elif right in (0, len(options)):
        what = _("{n} of {all} options are right").format(n=right, all=len(options))
        table.wrong("option", what, _("give both right and wrong ones"))
    else:
        _check_feedback(table, options)
    return options, (key.event.id,) if key else ()


def option_form(question: Question, options: Iterable[Option], seed: Seed) -> Form:
    """Return the form of a question with options; without a seed they stand as in the bank."""
    choices = tuple(option.choice for option in options)
    if seed is not None:
        choices = shuffled(choices, question.id, seed)
    return Form(question.id, question.kind, question.prompt, choices)


def written_option(written: WrittenOption, case: Case, *, dated: bool = False) -> Option:
    """Return the option that a bank has; ``dated``: whether an event's text is its date, not its title."""
    source = next(source for source in _SOURCES if getattr(written, source))
    if source == "text":
        option = Option(Choice(written.id or slug(written.text), written.text, written.lang), False, "", ())
    else:
        option = option_of(getattr(case, source)(getattr(written, source)), dated)
    return replace(
        option,
        right=written.right,
        feedback=written.feedback or option.feedback,
        cites=written.cites or option.cites,
    )


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


def shown(options: Iterable[Option]) -> tuple[str, ...]:
    """Return the texts of options that are true, right here or not: sentences, titles of events."""
    return tuple(option.text for option in options if isinstance(option.record, Sentence | Event))


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
            table.wrong(field, _("'{text}' appears twice").format(text=value), _("remove one"))
        if repeated:
            return False
    return True


def _source(table: Table) -> str:
    """Return the field that says what an option is, and note where that is none or more than one."""
    fields = [field for field in _SOURCES if table.has(field)]
    if not fields:
        mend = _("write it, or name an actor, a place, an event or a sentence")
        table.wrong("text", _("missing"), mend)
        return ""
    for more in fields[1:]:
        what = _("is there as well as '{field}'").format(field=fields[0])
        table.wrong(more, what, _("an option has only one of the two"))
    for field in ("id", "lang"):
        if table.has(field) and fields[0] != "text":
            table.wrong(field, _("only an option with a text of its own has it"), _("remove it"))
    if fields[0] == "text":
        table.text("text")
    return fields[0]


def _keyed(
    number: int, written: WrittenOption, key: EventKey | None, table: Table, case: Case, *, one: bool
) -> Option:
    """Return an option, which is right where the key says so."""
    option = written_option(written, case, dated=key is not None and key.field == "when")
    if not key or not option.record:
        return option
    if written.right:
        table.wrong(f"option {number}, right", _("follows from key"), _("remove it"))
    fits = key.fits(option.record)
    if fits is None:
        what = _("'{date}' may be the same time as '{other}'")
        what = what.format(date=option.text, other=key.event.when.label)
        table.wrong(f"option {number}, event", what, _("choose another"))
    if fits and one:  # the data say more of the event than of what fits it
        feedback, cites = written.feedback or key.event.summary, written.cites or key.event.cites
        option = replace(option, feedback=feedback, cites=cites)
    return replace(option, right=bool(fits))


def _check_feedback(table: Table, options: Sequence[Option]) -> None:
    said = Counter(option.feedback for option in options)
    for feedback, count in said.items():
        if feedback and count > 1:
            what = _("{n} options get the feedback '{text}'").format(n=count, text=feedback)
            table.wrong("option", what, _("say what each would mean"))
