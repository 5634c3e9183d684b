"""Blanks to fill in, as a bank has them, and every name of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Actor, Case, Place
from coupquiz.core.form import pieces
from coupquiz.core.question import Question
from coupquiz.keys.options import read_record
from coupquiz.parsing.spelling import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be typed, and what is said to it."""

    spellings: Mapping[str, str] = field(hash=False)
    """How it is spelt, the usual spelling first, by what `plain` leaves of it."""
    feedback: str
    cites: tuple[str, ...]

    @property
    def usual(self) -> str:
        """The usual spelling."""
        return next(iter(self.spellings.values()))


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap in the prompt."""

    id: str
    right: Entry
    wrong: tuple[Entry, ...]
    """Mistakes to be expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill(Question):
    """A prompt with blanks, each marked by its id in braces."""

    blanks: tuple[Blank, ...]
    """In the order of the prompt."""
    names: tuple[Entry, ...]
    """Every actor and place of the case, to know one name from a misspelling of another."""


def read_fill(table: Table, common: Mapping[str, Any], case: Case) -> Fill:
    """Return the question in a table."""
    blanks = {blank.id: blank for blank in table.records("blank", lambda t: _blank(t, case), required=True)}
    in_prompt = pieces(common["prompt"])[1::2]
    for id in (id for id in blanks if id not in in_prompt):
        table.wrong("prompt", f"the blank '{id}' stands nowhere in it; write {{{id}}} where it belongs")
    for id in dict.fromkeys(in_prompt):
        if id not in blanks:
            table.wrong("blank", f"the prompt has {{{id}}}, but there is no blank '{id}'; add it")
        elif in_prompt.count(id) > 1:
            table.wrong("prompt", f"{{{id}}} stands twice; give each blank an id of its own")
    names = (*map(_elsewhere, case.actors), *map(_elsewhere, case.places))
    return Fill(**common, blanks=tuple(blanks[id] for id in in_prompt if id in blanks), names=names)


def _blank(table: Table, case: Case) -> Blank:
    fields = [field for field in ("text", "actor", "place") if table.has(field)]
    right = _entry("", (), "", ())
    if len(fields) != 1:
        table.wrong("text", "give one of text, actor and place")
    elif fields == ["text"]:
        text = table.text("text")
        right = _entry(text, (), _("“{text}” it is.").format(text=text), ())
    elif isinstance(record := read_record(table, fields[0], case), Actor | Place):
        right = _named(record)
    feedback, cites = table.text("feedback", required=False), table.cites()
    usual, *others = (*right.spellings.values(), *table.texts("accept"))
    right = _entry(usual, others, feedback or right.feedback, cites or right.cites)
    blank = Blank(table.id(), right, table.records("wrong", _wrong))
    for entry in blank.wrong:
        if entry.spellings.keys() & right.spellings.keys():
            table.wrong("wrong", f"'{entry.usual}' is right; take it out")
    return blank


def _wrong(table: Table) -> Entry:
    return _entry(table.text("text"), (), table.text("feedback"), table.cites(required=True))


def _named(record: Actor | Place) -> Entry:
    others = (*record.aliases, *record.native.values())
    return _entry(record.name, others, record.summary, record.cites)


def _elsewhere(record: Actor | Place) -> Entry:
    """Return a name that belongs in no blank here, and who or what that is."""
    named = _named(record)
    said = _("“{name}” does not belong here. {who}").format(name=record.name, who=named.feedback)
    return replace(named, feedback=said)


def _entry(usual: str, others: Iterable[str], feedback: str, cites: tuple[str, ...]) -> Entry:
    spellings: dict[str, str] = {}
    for spelling in (usual, *others):
        spellings.setdefault(plain(spelling), spelling)
    return Entry(spellings, feedback, cites)
