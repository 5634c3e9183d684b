"""Blanks to fill in, and every name of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Actor, Case, Place
from coupdata.model.described import described, record
from coupquiz.core.form import pieces
from coupquiz.core.question import Question
from coupquiz.parsing.spelling import plain


@record
class ExpectedText:
    """A mistake that a bank expects in a blank."""

    text: str = described("The mistake.")
    feedback: str = described("What it would mean, and what the reading says instead.")
    cites: tuple[str, ...] = described(
        "The sentences the feedback is based on.", refers="sentence", required=True
    )


@record
class WrittenBlank:
    """A gap in the prompt as a bank has it: a text, or the name of an actor or a place."""

    id: str = described("Its name, which is in braces in the prompt: `{name}`.")
    text: str = described("What belongs in it, unless it comes from the data.", absent="")
    actor: str = described("An actor; every name in the data is right.", refers="actor", absent="")
    place: str = described("A place; every name in the data is right.", refers="place", absent="")
    accept: tuple[str, ...] = described("Other texts that are right.")
    feedback: str = described("What to say about the right text. Without it: what the data says.", absent="")
    cites: tuple[str, ...] = described("The sentences the feedback is based on.", refers="sentence")
    wrong: tuple[ExpectedText, ...] = described("Mistakes you expect.")

    def check_fields(self, table: Table) -> None:
        """Note where there is not just one of text, actor and place."""
        fields = [field for field in ("text", "actor", "place") if table.has(field)]
        if len(fields) != 1:
            table.wrong("text", _("give one of text, actor and place"))
        elif fields == ["text"]:
            table.text("text")


@record
class WrittenFill(Question):
    """A prompt with blanks, as a bank has it."""

    blank: tuple[WrittenBlank, ...] = described("The blanks of the prompt.", required=True)


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


@dataclass(frozen=True, kw_only=True)
class Fill(Question):
    """A prompt with blanks, each marked by its id in braces."""

    blanks: tuple[Blank, ...]
    """In the order of the prompt."""
    names: tuple[Entry, ...]
    """Every actor and place of the case, to know one name from a misspelling of another."""


def make_fill(written: WrittenFill, table: Table, case: Case) -> Fill:
    """Return the question that a bank has."""
    text = pieces(written.prompt)
    in_prompt = text[1::2]
    inside = {
        id
        for before, id in zip(text[::2], in_prompt, strict=False)
        if before.rstrip(" (“‘\"'")[-1:] not in ".?!:"
    }
    blanks = {blank.id: _blank(blank, blank.id in inside, table, case) for blank in written.blank}
    for id in (id for id in blanks if id not in in_prompt):
        mend = _("write {{{id}}} where it belongs").format(id=id)
        table.wrong("prompt", _("the blank '{id}' is not in it").format(id=id), mend)
    for id in dict.fromkeys(in_prompt):
        if id not in blanks:
            what = _("the prompt has {{{id}}}, but there is no blank '{id}'").format(id=id)
            table.wrong("blank", what, _("add it"))
        elif in_prompt.count(id) > 1:
            what = _("{{{id}}} appears twice").format(id=id)
            table.wrong("prompt", what, _("give each blank an id of its own"))
    names = (*map(_elsewhere, case.actors), *map(_elsewhere, case.places))
    found = tuple(blanks[id] for id in in_prompt if id in blanks)
    return Fill(**written.common(), blanks=found, names=names)


def _blank(written: WrittenBlank, inside: bool, table: Table, case: Case) -> Blank:
    """Return a blank; inside a sentence a name is shown in small letters if the data has it so."""
    if written.actor:
        right = _named(case.actor(written.actor))
    elif written.place:
        right = _named(case.place(written.place))
    else:
        right = _entry(written.text, (), _("It is “{text}”.").format(text=written.text), ())
    spellings = [*right.spellings.values(), *written.accept]
    small = [spelling for spelling in spellings if spelling[:1].islower()] if inside else []
    usual, *others = (*small[:1], *spellings)
    right = _entry(usual, others, written.feedback or right.feedback, written.cites or right.cites)
    wrong = tuple(_entry(w.text, (), w.feedback, w.cites) for w in written.wrong)
    for entry in wrong:
        if entry.spellings.keys() & right.spellings.keys():
            what = _("'{text}' is right").format(text=entry.usual)
            table.wrong(f"blank '{written.id}', wrong", what, _("remove it"))
    return Blank(written.id, right, wrong)


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
