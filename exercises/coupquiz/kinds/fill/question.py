"""Blanks to fill in, and every name of the case."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Actor, Case, Place
from coupdata.model.described import described, record
from coupquiz.core.form import pieces
from coupquiz.core.question import Question
from coupquiz.parsing.names import short_forms
from coupquiz.parsing.spelling import plain, romanised


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
    is_person: bool = False
    """Whether it may have a title before it."""

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
    elsewhere: frozenset[str] = frozenset()
    """For the same, what may be typed into any blank of the bank, as `plain` leaves it."""


def make_fill(written: WrittenFill, table: Table, case: Case) -> Fill:
    """Return the question that a bank has."""
    short = _short_names(case)
    text = pieces(written.prompt)
    in_prompt = text[1::2]
    before = zip(text[::2], in_prompt, strict=False)
    inside = {id for words, id in before if words.rstrip(" (“‘\"'")[-1:] not in ".?!:"}
    blanks = {blank.id: _blank(blank, blank.id in inside, table, case, short) for blank in written.blank}
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
    records: list[Actor | Place] = [*case.actors, *case.places]
    names = tuple(_elsewhere(record, short) for record in records)
    found = tuple(blanks[id] for id in in_prompt if id in blanks)
    return Fill(**written.common(), blanks=found, names=names)


def _short_names(case: Case) -> dict[str, list[str]]:
    """Return the short forms of each person's names by id, without those that could mean another record."""
    names = {
        (kind, record.id): {plain(name) for name in _names(record)}
        for kind, records in (("actor", case.actors), ("place", case.places))
        for record in records
    }
    persons = [actor for actor in case.actors if actor.kind == "person"]
    short = {actor.id: [form for name in _names(actor) for form in short_forms(name)] for actor in persons}
    for id, forms in short.items():
        names["actor", id].update(map(plain, forms))
    owners = Counter(key for known in names.values() for key in known)
    return {id: [form for form in forms if owners[plain(form)] == 1] for id, forms in short.items()}


def _blank(
    written: WrittenBlank, inside: bool, table: Table, case: Case, short: Mapping[str, list[str]]
) -> Blank:
    """Return a blank; inside a sentence a name is shown in small letters if the data has it so."""
    if written.text:
        right = _entry(written.text, (), _("It is “{text}”.").format(text=written.text), ())
    else:
        right = _named(_record(written, case), short)
    spellings = [*right.spellings.values(), *written.accept]
    native = () if written.text else tuple(_record(written, case).native.values())
    # Georgian letters count as small, but no name begins with their capitals: their title form is themselves
    small = [s for s in spellings if inside and s[:1].title() != s[:1] and s not in native]
    usual, *others = (*small[:1], *spellings)
    more = _entry(usual, others, written.feedback or right.feedback, written.cites or right.cites)
    right = replace(more, is_person=right.is_person)
    wrong = tuple(_entry(w.text, (), w.feedback, w.cites) for w in written.wrong)
    for entry in wrong:
        if entry.spellings.keys() & right.spellings.keys():
            what = _("'{text}' is right").format(text=entry.usual)
            table.wrong(f"blank '{written.id}', wrong", what, _("remove it"))
    return Blank(written.id, right, wrong)


def _record(written: WrittenBlank, case: Case) -> Actor | Place:
    return case.actor(written.actor) if written.actor else case.place(written.place)


def _names(record: Actor | Place) -> tuple[str, ...]:
    return (record.name, *record.aliases, *record.native.values())


def _named(record: Actor | Place, short: Mapping[str, list[str]]) -> Entry:
    is_person = isinstance(record, Actor) and record.kind == "person"
    usual, *others = (*_names(record), *(short[record.id] if is_person else []))
    return replace(_entry(usual, others, record.summary, record.cites), is_person=is_person)


def _elsewhere(record: Actor | Place, short: Mapping[str, list[str]]) -> Entry:
    """Return a name that belongs in no blank here, and who or what that is."""
    named = _named(record, short)
    said = _("“{name}” does not belong here. {who}").format(name=record.name, who=named.feedback)
    return replace(named, feedback=said)


def _entry(usual: str, others: Iterable[str], feedback: str, cites: tuple[str, ...]) -> Entry:
    spellings: dict[str, str] = {}
    for spelling in (usual, *others):
        spellings.setdefault(plain(spelling), spelling)
    for spelling in others:
        spellings.setdefault(romanised(plain(spelling)), spelling)
    return Entry(spellings, feedback, cites)
