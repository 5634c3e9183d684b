"""Reads a case from its folder, checks all of it, and says everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from os import fspath, path
from typing import TYPE_CHECKING, Any

from coupdata.loading import records
from coupdata.loading.problems import Problems
from coupdata.loading.reading_markdown import parse_reading
from coupdata.loading.table import Table
from coupdata.loading.text_file import read_text, read_toml
from coupdata.model import Case, Chronology, CircularOrderError, Event, Link, Reading, Reason
from coupdata.problems.errors import ProblemsError
from coupdata.problems.problem import Problem

if TYPE_CHECKING:
    from os import PathLike

_FILES = {
    "lane": "case.toml",
    "side": "case.toml",
    "theme": "case.toml",
    "event": "events.toml",
    "actor": "actors.toml",
    "place": "places.toml",
    "link": "links.toml",
    "difference": "differences.toml",
    "source": "sources.toml",
    "term": "glossary.toml",
    "stop": "tour.toml",
}
"""The file that holds each kind of record."""

_READING = "reading.md"

_OUTLINES = "outlines.toml"
"""The only file that may be missing: a map is drawn without it too."""

_MISSING = "the file is missing; add it, empty where there is nothing to say"


class CaseError(ProblemsError):
    """A case that cannot be read; ``problems`` has one line for each thing that is wrong."""

    noun = "case"


def load(folder: str | PathLike[str] | None = None) -> Case:
    """Return the case in a folder, by default the one that comes with the package.

    Args:
        folder: A folder of the form that ``coupdata/data/README.md`` describes.

    Raises:
        CaseError: Something is wrong; every problem has a line of its own.
    """
    return _own_case() if folder is None else _read_case(fspath(folder))


@cache
def _own_case() -> Case:
    return _read_case(path.join(path.dirname(path.dirname(__file__)), "data"))


def _read_case(folder: str) -> Case:
    if not path.isdir(folder):
        raise CaseError(folder, [Problem("", "there is no such folder", "name the one that holds case.toml")])
    problems = Problems()
    tables = _read_tables(folder, problems)
    reading = _read_reading(folder, problems)
    about = tables["case.toml"]
    lens = about.days("lens", required=True)
    if lens and lens[0] > lens[1]:
        about.wrong("lens", f"ends ({lens[1]}) before it starts ({lens[0]}); write the first day first")
    id, title, summary = about.id(), about.text("title"), about.text("summary")
    lanes = about.records("lane", records.read_category, required=True)
    sides = about.records("side", records.read_category)
    themes = about.records("theme", records.read_category)
    events = tables["events.toml"].records("event", records.read_event)
    actors = tables["actors.toml"].records("actor", records.read_actor)
    places = tables["places.toml"].records("place", records.read_place)
    links = tables["links.toml"].records("link", records.read_link)
    differences = tables["differences.toml"].records("difference", records.read_difference)
    sources = tables["sources.toml"].records("source", records.read_source)
    glossary = tables["glossary.toml"].records("term", records.read_term)
    tour = tables["tour.toml"].records("stop", records.read_stop)
    panels = tables[_OUTLINES].records("panel", records.read_panel)
    outlines = tables[_OUTLINES].records("outline", records.read_outline)
    for table in tables.values():
        table.finish()
    _check_circles("place", "within", {p.id: (p.within,) if p.within else () for p in places}, problems)
    _check_circles("actor", "member_of", {actor.id: actor.member_of for actor in actors}, problems)
    order = _order(events, links, problems)
    if problems or not lens or not order:
        raise CaseError(folder, problems)
    by_id = {event.id: event for event in events}
    return Case(
        id=id,
        title=title,
        summary=summary,
        lens=lens,
        lanes=lanes,
        sides=sides,
        themes=themes,
        events=tuple(by_id[event] for event in order.sequence),
        actors=actors,
        places=places,
        links=links,
        differences=differences,
        sources=sources,
        glossary=glossary,
        reading=reading,
        tour=tour,
        panels=panels,
        outlines=outlines,
        order=order,
    )


def _read_tables(folder: str, problems: Problems) -> dict[str, Table]:
    """Return each file as a table, and the ids in it to the problems."""
    contents: dict[str, dict[str, Any] | None] = {}
    for file in dict.fromkeys(_FILES.values()):
        contents[file] = read_toml(path.join(folder, file), problems, missing=_MISSING)
    outlines = path.join(folder, _OUTLINES)
    contents[_OUTLINES] = read_toml(outlines, problems) if path.exists(outlines) else {}
    for kind, file in _FILES.items():
        content = contents[file]
        problems.ids[kind] = None if content is None else _ids(content.get(kind, []))
    # of a file that cannot be read, no more is to be said
    return {f: Table(c or {}, f, Problems() if c is None else problems) for f, c in contents.items()}


def _ids(tables: object) -> dict[str, None] | None:
    if not isinstance(tables, list):
        return None
    ids = (table.get("id") for table in tables if isinstance(table, dict))
    return {id: None for id in ids if isinstance(id, str)}


def _read_reading(folder: str, problems: Problems) -> Reading:
    text = read_text(path.join(folder, _READING), problems, missing=_MISSING)
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
    told: set[str] = set()
    for id in named:
        way = _way_back(id, named)
        if way and id not in told:
            circle = " in ".join(f"'{step}'" for step in way)
            where = f"{_FILES[kind]}, {kind} '{id}', {field}"
            problems.add(where, f"goes in a circle: {circle}; take one of these out")
        told.update(way)


def _way_back(start: str, named: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the shortest way from a record to itself; empty where none leads there."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for step in named.get(way[-1], ()):
            if step == start:
                return (*way, start)
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()


def _order(events: Sequence[Event], links: Sequence[Link], problems: Problems) -> Chronology | None:
    """Return the order by those references that lead somewhere; None where they contradict each other.

    None as well where an id stands twice, which has been noted: nobody knows which event is meant.
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
            problems.add(_told_in(circle[0]), f"the order goes in a circle: {steps}; take one of these out")
        return None


def _step(reason: Reason, events: Mapping[str, Event]) -> str:
    why = _told_in(reason)
    if reason.kind == "dates":
        why = " against ".join(events[id].when.label for id in (reason.earlier, reason.later))
    return f"'{reason.earlier}' before '{reason.later}' ({why})"


def _told_in(reason: Reason) -> str:
    """Return where the source's words, or a cause, stand."""
    if reason.kind == "cause":
        return f"{_FILES['link']}, link '{reason.earlier}' to '{reason.later}', cause"
    return f"{_FILES['event']}, event '{reason.later}', after"
