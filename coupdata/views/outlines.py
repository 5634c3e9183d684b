"""Rough outlines for a map, from the file `outlines.toml` that a case may have."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from coupdata.fields import Findings, Table
from coupdata.model import Case
from coupdata.store import CaseError

FILE = "outlines.toml"

OutlineKind = Literal["sea", "mountains", "frontier", "area"]

Degrees = tuple[float, float]
"""Degrees east and north (WGS 84)."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the earth that is drawn in a frame of its own, in degrees."""

    id: str
    title: str
    west: float
    east: float
    south: float
    north: float

    def holds(self, point: Degrees) -> bool:
        """Whether a point lies in it."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@dataclass(frozen=True, slots=True)
class Outline:
    """A shore, a range of mountains, a frontier, or the area that stands for a place."""

    id: str
    kind: OutlineKind
    title: str
    place: str | None
    """The id of the place that it shows."""
    labels: tuple[Degrees, ...]
    """Where its name may stand: in each panel the first that lies in it."""
    points: tuple[Degrees, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a map is drawn on."""

    panels: tuple[Panel, ...] = ()
    """From the widest to the nearest: a place is drawn in the last that holds it."""
    outlines: tuple[Outline, ...] = ()


def read_outlines(case: Case) -> Outlines:
    """Return the outlines of a case; none where its folder has no such file.

    Raises:
        CaseError: Something is wrong in the file; every problem has a line of its own.
    """
    file = Path(case.folder, FILE)
    if not case.folder or not file.is_file():
        return Outlines()
    places = tuple(place.id for place in case.places)
    return _read(case.folder, places, file.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(folder: str, places: tuple[str, ...], changed: int) -> Outlines:  # noqa: ARG001 a changed file is read anew
    file = Path(folder, FILE)
    findings = Findings()
    findings.ids["place"] = places
    try:
        table = Table(tomllib.loads(file.read_text(encoding="utf-8-sig")), FILE, findings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(folder, [f"{FILE}: cannot be read: {error}"]) from None
    panels = table.records("panel", _panel)
    outlines = table.records("outline", _outline)
    table.finish()
    if findings.problems:
        raise CaseError(folder, findings.problems)
    return Outlines(panels, outlines)


def _panel(table: Table) -> Panel:
    id, title = table.id(), table.text("title")
    west, east = (_degrees(table, field, 180) for field in ("west", "east"))
    south, north = (_degrees(table, field, 90) for field in ("south", "north"))
    for low, high, field in ((west, east, "east"), (south, north, "north")):
        if table.has(field) and low >= high:
            table.wrong(field, f"{high:g} does not lie beyond {low:g}; mend one of them")
    return Panel(id, title, west, east, south, north)


def _degrees(table: Table, field: str, most: float) -> float:
    if not table.has(field):
        table.wrong(field, "missing; add it, in degrees")
    return table.number(field, -most, most) or 0.0


def _outline(table: Table) -> Outline:
    return Outline(
        id=table.id(),
        kind=table.choice("kind", get_args(OutlineKind)),
        title=table.text("title", required=False),
        place=table.reference("place", "place"),
        labels=_points(table, "labels", required=False),
        points=_points(table, "points", required=True),
    )


def _points(table: Table, field: str, *, required: bool) -> tuple[Degrees, ...]:
    """Return the points in a text such as "44.8 41.7, 45.2 41.3"."""
    text = table.text(field, required=required)
    points = []
    for pair in filter(None, (pair.strip() for pair in text.split(","))):
        try:
            east, north = map(float, pair.split())
        except ValueError:
            table.wrong(field, f"'{pair}' is no point; write degrees east and north: 44.8 41.7")
            continue
        if abs(east) <= 180 and abs(north) <= 90:
            points.append((east, north))
        else:
            table.wrong(field, f"'{pair}' lies outside the earth; write degrees east, then north")
    if required and text and len(points) < 2:
        table.wrong(field, "a single point is no outline; write more")
    return tuple(points)
