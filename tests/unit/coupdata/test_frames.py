"""The records as data frames."""

import inspect
import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

import coupdata
from coupdata import Case
from coupdata.model import PRECISIONS, Bound
from coupdata.tables import frames

Frame = Callable[[Case | None], pd.DataFrame]

EVERY = pytest.mark.parametrize(
    "frame",
    [frames.events, frames.actors, frames.places, frames.links, frames.sources],
    ids=lambda f: f.__name__,
)


def documented(frame: Frame) -> dict[str, str]:
    """The columns that a docstring promises, with their dtypes."""
    _, _, columns = (inspect.getdoc(frame) or "").partition("Columns:\n")
    return dict(re.findall(r"^ +(\w+) \(([^)]+)\): ", columns, re.MULTILINE))


@EVERY
def test_columns_and_dtypes_are_those_of_the_docstring(frame: Frame, case: Case) -> None:
    """What is documented comes back, in this order and nothing else."""
    actual = frame(case)
    assert documented(frame) == {str(name): str(dtype) for name, dtype in actual.dtypes.items()}
    assert list(documented(frame)) == list(actual.columns)


@EVERY
def test_an_empty_case_has_the_same_columns_and_dtypes(frame: Frame, case: Case) -> None:
    """Without a row, a column is still of its sort."""
    empty = frame(replace(case, events=(), actors=(), places=(), links=(), sources=()))
    assert len(empty) == 0
    assert {str(name): str(dtype) for name, dtype in empty.dtypes.items()} == documented(frame)


@EVERY
def test_there_is_one_row_for_each_record(frame: Frame, case: Case) -> None:
    """Rows stand in the order of the records, under their ids; links are numbered."""
    actual = frame(case)
    records = getattr(case, frame.__name__)
    if frame is frames.links:
        assert list(actual.index) == list(range(len(records)))
    else:
        assert list(actual.index) == [record.id for record in records]
        assert actual.index.name == "id"


@EVERY
def test_values_are_those_of_the_records(frame: Frame, case: Case) -> None:
    """A column with the name of a field holds that field, missing where the record has none."""
    actual = frame(case)
    shared = [name for name in actual.columns if name not in ("hedge", "sides", "offices")]
    for (_, row), record in zip(actual.iterrows(), getattr(case, frame.__name__), strict=True):
        for name in shared:
            if not hasattr(record, name):
                continue
            value = getattr(record, name)
            assert pd.isna(row[name]) if value is None else row[name] == value


@EVERY
def test_each_call_returns_a_frame_of_its_own(frame: Frame, case: Case) -> None:
    """Who changes a frame spoils nobody else's."""
    changed = frame(case)
    del changed["summary" if "summary" in changed else "title"]
    assert list(frame(case).columns) == list(documented(frame))


def test_dates_are_days_and_open_bounds_are_missing(case: Case) -> None:
    """The four bounds of an event are the four columns; precision is in order."""
    frame = frames.events(case)
    for event in case.events:
        row = frame.loc[event.id]
        start, end = (
            Bound(*(None if pd.isna(day) else day.date() for day in days))
            for days in ((row.earliest, row.start_latest), (row.end_earliest, row.latest))
        )
        assert (start, end) == (event.when.start, event.when.end)
        assert (row.edtf, row.label, row.precision) == (
            event.when.edtf,
            event.when.label,
            event.when.precision,
        )
    assert frame.latest.isna().any()
    assert list(frame.precision.cat.categories) == list(PRECISIONS)
    assert (frame.precision <= "month").any()


def test_hedges_sides_and_offices_are_spread_out(case: Case) -> None:
    """What is a record in a record comes as plain values."""
    events, actors = frames.events(case), frames.actors(case)
    for event in case.events:
        row = events.loc[event.id]
        assert event.hedge is not None or (pd.isna(row.hedge) and pd.isna(row.hedge_covers))
        assert event.hedge is None or (row.hedge, row.hedge_covers) == (event.hedge.words, event.hedge.covers)
    for actor in case.actors:
        row = actors.loc[actor.id]
        assert set(row.sides) == {side.side for side in actor.sides}
        assert row.offices == tuple(office.title for office in actor.offices)


@EVERY
def test_the_package_gives_the_frames_of_its_own_case(frame: Frame) -> None:
    """``coupdata.events()`` needs no case."""
    pd.testing.assert_frame_equal(getattr(coupdata, frame.__name__)(), frame(coupdata.load()))
