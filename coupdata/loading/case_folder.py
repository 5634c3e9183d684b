"""Reads a case from its folder, checks all of it, and says everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from graphlib import CycleError, TopologicalSorter
from os import PathLike, fspath, path
from typing import TypeVar

from coupdata.i18n import _, use_language
from coupdata.loading.problems import Problems
from coupdata.loading.reading_markdown import parse_reading
from coupdata.loading.records import read_field
from coupdata.loading.table import Table
from coupdata.loading.text_file import read_text, read_toml
from coupdata.model import Case, Chronology, CircularOrderError, Event, Link, Reading, Reason
from coupdata.model.case import MAP
from coupdata.model.described import field_specs
from coupdata.problems.errors import ProblemsError
from coupdata.problems.plain_calls import plain_call
from coupdata.problems.problem import Problem

C = TypeVar("C", bound=Case)

_FILES = {spec.written: spec.file for spec in field_specs(Case) if spec.form == "records"}
"""The file that holds each kind of record."""

_READING = "reading.md"


class CaseError(ProblemsError):
    """A case that cannot be read; ``problems`` has one line for each thing that is wrong."""

    noun = "case"


@plain_call
def load(folder: str | PathLike[str] | None = None) -> Case:
    """Return the case in a folder, by default the one that comes with the package.

    From then on, words for people are in its language.

    Args:
        folder: A folder of the form that ``coupdata/data/README.md`` describes.

    Raises:
        CaseError: Something is wrong; every problem has a line of its own.
    """
    case = _own_case() if folder is None else read_case(fspath(folder), Case)
    use_language(case.language)
    return case


@cache
def _own_case() -> Case:
    return read_case(path.join(path.dirname(path.dirname(__file__)), "data"), Case)


def read_case(folder: str, kind: type[C]) -> C:
    """Return the case in a folder, as the fields of its class are described."""
    if not path.isdir(folder):
        what, mend = _("there is no such folder"), _("name the one that holds case.toml")
        raise CaseError(folder, [Problem("", what, mend)])
    problems = Problems()
    tables = _read_tables(folder, problems)
    reading = _read_reading(folder, problems)
    found = {spec.name: read_field(tables[spec.file], spec) for spec in field_specs(kind)}
    for table in tables.values():
        table.finish()
    outer = {place.id: (place.within,) if place.within else () for place in found["places"]}
    _check_circles("place", "within", outer, problems)
    groups = {actor.id: actor.member_of for actor in found["actors"]}
    _check_circles("actor", "member_of", groups, problems)
    order = _order(found["events"], found["links"], problems)
    if problems or not order:
        raise CaseError(folder, problems)
    by_id = {event.id: event for event in found["events"]}
    found["events"] = tuple(by_id[id] for id in order.sequence)
    return kind(**found, reading=reading, order=order)


def _read_tables(folder: str, problems: Problems) -> dict[str, Table]:
    """Return each file as a table, and the ids in it to the problems."""
    tables: dict[str, Table] = {}
    for file in dict.fromkeys(_FILES.values()):
        where = path.join(folder, file)
        left_out = file == MAP and not path.exists(where)
        content = {} if left_out else read_toml(where, problems, missing=_missing())
        for kind in (kind for kind, holder in _FILES.items() if holder == file):
            problems.ids[kind] = None if content is None else _ids(content.get(kind, []))
        # of a file that cannot be read, no more is to be said
        tables[file] = Table(content or {}, file, Problems() if content is None else problems)
    return tables


def _missing() -> str:
    return _("the file is missing; add it, and leave it empty if there is nothing to say")


def _ids(tables: object) -> dict[str, None] | None:
    if not isinstance(tables, list):
        return None
    ids = (table.get("id") for table in tables if isinstance(table, dict))
    return {id: None for id in ids if isinstance(id, str)}


def _read_reading(folder: str, problems: Problems) -> Reading:
    text = read_text(path.join(folder, _READING), problems, missing=_missing())
    if text is None:
        problems.ids["sentence"] = None
        return Reading("", ())
    reading = parse_reading(text, _READING, problems)
    for sentence in reading.sentences:
        for part in sentence.parts:
            if part.term is not None:
                problems.check_known(f"{_READING}, sentence {sentence.id}, [{part.text}]", "term", part.term)
    return reading


def _check_circles(kind: str, field: str, named: Mapping[str, Sequence[str]], problems: Problems) -> None:
    """Note records that lie in themselves."""
    left = dict(named)
    while True:
        try:
            return TopologicalSorter(left).prepare()
        except CycleError as error:
            way = error.args[1][::-1]
            circle = " in ".join(f"'{step}'" for step in way)
            what = _("goes round in a circle: {circle}").format(circle=circle)
            problems.add(f"{_FILES[kind]}, {kind} '{way[0]}', {field}", what, _("remove one of these"))
            left |= dict.fromkeys(way, ())


def _order(events: Sequence[Event], links: Sequence[Link], problems: Problems) -> Chronology | None:
    """Return the order by those references that lead somewhere; None where they contradict each other.

    None as well where an id appears twice, which has been noted: nobody knows which event is meant.
    """
    known = {event.id: event for event in events}
    if len(known) < len(events):
        return None
    sound = [replace(event, after=tuple(id for id in event.after if id in known)) for event in events]
    try:
        return Chronology(sound, [link for link in links if link.cause in known and link.effect in known])
    except CircularOrderError as error:
        for circle in error.circles:
            steps = "; ".join(_step(reason, known) for reason in circle)
            what = _("the order goes round in a circle: {steps}").format(steps=steps)
            problems.add(_told_in(circle[0]), what, _("remove one of these"))
        return None


def _step(reason: Reason, events: Mapping[str, Event]) -> str:
    why = _told_in(reason)
    if reason.kind == "dates":
        earlier, later = events[reason.earlier].when.label, events[reason.later].when.label
        why = _("{earlier} and {later}").format(earlier=earlier, later=later)
    return _("'{earlier}' before '{later}' ({why})").format(
        earlier=reason.earlier, later=reason.later, why=why
    )


def _told_in(reason: Reason) -> str:
    """Return where the source's words, or a cause, stand."""
    if reason.kind == "cause":
        return f"{_FILES['link']}, link '{reason.earlier}' to '{reason.later}', cause"
    return f"{_FILES['event']}, event '{reason.later}', after"
