"""Blanks to fill in; the answer is a text by the id of each blank. The score is the share right.

Every name of an actor or a place is right, in any script. A slip is forgiven, and the right spelling shown,
unless the text is another name or a mistake that the bank knows: see `slips`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from coupdata.loading import Table
from coupdata.model import Actor, Case, Place
from coupquiz.core.form import Choice, Form, Seed, pieces
from coupquiz.core.question import Question
from coupquiz.core.verdict import Part, Verdict, of_parts, unanswered
from coupquiz.keys.options import read_record
from coupquiz.parsing.spelling import is_slip, plain
from coupquiz.parsing.untrusted import text_of

_UNKNOWN = "That is not what the reading has here. Read once more what it says."


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
    """Every actor and place of the case, to know one name from a slip in another."""


def read(table: Table, common: Mapping[str, Any], case: Case) -> Fill:
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


def form(question: Fill, _seed: Seed = None) -> Form:
    """Return the prompt and its blanks, which keep their order."""
    blanks = tuple(Choice(blank.id, "") for blank in question.blanks)
    return Form(question.id, question.kind, question.prompt, blanks)


def check(question: Fill, answer: object) -> Verdict:
    """Return what is said to each blank that was filled in."""
    typed = {blank.id: text_of(answer, blank.id) for blank in question.blanks}
    parts = [_part(question, blank, typed[blank.id]) for blank in question.blanks if typed[blank.id]]
    if not parts:
        return unanswered("Fill in a blank first.", question.hint)
    return of_parts(parts, len(question.blanks), "blank", question.hint)


def solution(question: Fill) -> dict[str, str]:
    """Return what belongs in each blank, in its usual spelling."""
    return {blank.id: blank.right.usual for blank in question.blanks}


def mistakes(question: Fill) -> Iterable[dict[str, str]]:
    """Yield the solution with one blank wrong: each mistake of the bank, and each other name of the case."""
    for blank in question.blanks:
        known = set(blank.right.spellings)
        for entry in (*blank.wrong, *question.names):
            if plain(entry.usual) not in known:
                yield solution(question) | {blank.id: entry.usual}
            known.update(entry.spellings)


def entry_of(question: Fill, blank: Blank, typed: str) -> Entry | None:
    """Return what a text in a blank stands for, slips forgiven; None for what nobody knows."""
    found = _found(question, blank, typed)
    return found[0] if found else None


def _part(question: Fill, blank: Blank, typed: str) -> Part:
    found = _found(question, blank, typed)
    if not found:
        return Part(blank.id, False, _UNKNOWN, blank.right.cites or question.cites)
    entry, spelling = found
    right = entry is blank.right
    shown = f"It is spelt “{spelling}”. " if right and spelling else ""
    return Part(blank.id, right, f"{shown}{entry.feedback}", entry.cites)


def _found(question: Fill, blank: Blank, typed: str) -> tuple[Entry, str] | None:
    """Return what a text stands for, and how that is spelt where the text has a slip."""
    word = plain(typed)
    entries = (blank.right, *blank.wrong, *question.names)
    for entry in entries:  # what is written exactly comes before what may be a slip
        if word in entry.spellings:
            return entry, ""
    for entry in entries:
        for spelling in entry.spellings:
            if is_slip(word, spelling):
                return entry, entry.spellings[spelling]
    return None


def _blank(table: Table, case: Case) -> Blank:
    fields = [field for field in ("text", "actor", "place") if table.has(field)]
    right = _entry("", (), "", ())
    if len(fields) != 1:
        table.wrong("text", "give one of text, actor and place")
    elif fields == ["text"]:
        text = table.text("text")
        right = _entry(text, (), f"“{text}” it is.", ())
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
    return replace(named, feedback=f"“{record.name}” does not belong here. {named.feedback}")


def _entry(usual: str, others: Iterable[str], feedback: str, cites: tuple[str, ...]) -> Entry:
    spellings: dict[str, str] = {}
    for spelling in (usual, *others):
        spellings.setdefault(plain(spelling), spelling)
    return Entry(spellings, feedback, cites)
