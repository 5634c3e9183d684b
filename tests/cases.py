"""Cases made up at random, of any size: for what holds for every case, and for measuring."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import cast

from hypothesis import strategies as st

import coupdata
from coupdata import Case
from coupdata.model import Chronology, Event, Link, When
from coupdata.model.date_labels import month_length
from coupdata.model.edtf import read_when

SMALL = coupdata.load(Path(__file__).parent / "fixtures" / "cases" / "london-1666")

HOSTILE = """<img src=x onerror="alert('1')">&lt;</script><!--"""
_PROSE = {"covers", "description", "label", "licence", "matters", "name", "publisher", "question", "says"}
_PROSE |= {"as_written", "comment", "definition", "summary", "text", "title", "where", "words"}

_LANES, _ACTORS = [lane.id for lane in SMALL.lanes], [actor.id for actor in SMALL.actors]
_FIRST, _DAYS = date(1800, 1, 1), 1200  # when the first event may begin, and how many days later the last
_SYLLABLES = ("ba", "den", "gor", "ka", "lim", "mi", "nos", "per", "ra", "sul", "to", "vex", "Wam", "Mo")


def made_up(size: int, rng: Random) -> Case:
    """The small case with as many events of other dates, and with order told in words and causes."""
    opened = _FIRST + timedelta(_DAYS * 3 // 4)
    lens = (opened, opened + timedelta(rng.randint(4, 20)))
    dates = sorted((_date(lens, rng) for _ in range(size)), key=lambda pair: pair[0])
    events = [_event(number, when, rng) for number, (_, when) in enumerate(dates)]
    links = [_link(cause, effect, rng) for cause, effect in _pairs(size // 3, events, rng)]
    order = Chronology(events, links)
    by_id = {event.id: event for event in events}
    told = tuple(by_id[id] for id in order.sequence)
    return replace(
        SMALL, lens=lens, events=told, links=tuple(links), differences=(), tour=(), order=order, outlines=()
    )


def event(id: str, when: When) -> Event:
    """An event of the small case, of that time."""
    return replace(SMALL.event("plague"), id=id, when=when, scope="article", source="", cites=("s1.1",))


def hostile(case: Case) -> Case:
    """The case with markup in place of everything that people wrote."""
    return cast(Case, _hostile(case))


def cases(most: int = 30) -> st.SearchStrategy[Case]:
    """Cases of one event and more."""
    return st.builds(made_up, st.integers(1, most), st.randoms(use_true_random=False))


def _date(lens: tuple[date, date], rng: Random) -> tuple[date, When]:
    """A day to sort by, and when something was that may begin there: two of three events lie in the lens."""
    length = (lens[1] - lens[0]).days
    day = lens[0] + timedelta(rng.randint(0, length)) if rng.randrange(3) else None
    day = day or _FIRST + timedelta(rng.randint(0, _DAYS))
    later = day + timedelta(rng.randint(1, 60))
    month = f"{day:%Y-%m}"
    when = rng.choice(
        [
            read_when(),
            read_when(),
            read_when(f"{day}"),
            read_when(f"{day}"),
            read_when(f"[{day}..{day + timedelta(1)}]", precision="night"),
            read_when(month),
            read_when(month, start=(day, day.replace(day=month_length(day)))),
            read_when(f"{day.year}"),
            read_when(f"{day}/{later}"),
            read_when(f"{month}/{later:%Y-%m}"),
            read_when(f"{day.year}/{later.year + 1}"),
            read_when(f"{day}/.."),
            read_when(f"{month}/.."),
            read_when(f"../{day}"),
            read_when(f"../{month}"),
            read_when(f"[{day}..]"),
            read_when(f"[..{day}]"),
        ]
    )
    return when.start.earliest or when.end.latest or day, when


def _event(number: int, when: When, rng: Random) -> Event:
    after = sorted({rng.randrange(number) for _ in range(rng.choice((0, 0, 1, 2)))}) if number else []
    title = "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 5)))
    return replace(
        event(f"event-{number}", when),
        title=" ".join([title] * rng.randint(1, 3))[:40].strip(),
        after=tuple(f"event-{earlier}" for earlier in after),
        after_cites=("s1.1",) if after else (),
        lane=rng.choice(_LANES),
        actors=tuple(rng.sample(_ACTORS, rng.randint(0, 2))),
        key=rng.randrange(6) == 0,
        scope=rng.choice(("article", "article", "context")),
        source="guide",
    )


def _hostile(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    was = {field.name: getattr(value, field.name) for field in fields(value)}
    prose = {name: HOSTILE for name in _PROSE & was.keys() if was[name]}
    return replace(value, **{name: _hostile(part) for name, part in was.items()} | prose)


def _pairs(count: int, events: list[Event], rng: Random) -> set[tuple[str, str]]:
    """Earlier and later events."""
    drawn = (sorted(rng.sample(range(len(events)), 2)) for _ in range(count))
    return {(events[a].id, events[b].id) for a, b in drawn}


def _link(cause: str, effect: str, rng: Random) -> Link:
    by = rng.choice((None, None, *_ACTORS))
    return Link(cause, effect, "It led to it.", by, "article", "", ("s1.1",))
