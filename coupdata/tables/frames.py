"""The records of a case as pandas data frames, one row a record.

Texts are ``string`` columns (missing: ``<NA>``), days ``datetime64[s]`` (open: ``NaT``), lists are tuples in
``object`` columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from coupdata.loading import load
from coupdata.model import PRECISIONS, SCOPES, Case
from coupdata.tables.rows import rows

_DAY = "datetime64[s]"  # nanoseconds begin in 1677
_PRECISION = pd.CategoricalDtype(list(PRECISIONS), ordered=True)
_SCOPE = pd.CategoricalDtype(list(SCOPES))


def events(case: Case | None = None) -> pd.DataFrame:
    """Return what happened, in order of time; the index is "id".

    Columns:
        title (string): At most 40 characters.
        summary (string): What happened.
        matters (string): Why it matters.
        edtf (string): The date in Extended Date/Time Format; empty where undated.
        earliest (datetime64[s]): The first day on which it can have begun.
        latest (datetime64[s]): The last day on which it can have ended.
        start_latest (datetime64[s]): The last day on which it can have begun.
        end_earliest (datetime64[s]): The first day on which it can have ended.
        precision (category): How exactly it is dated, in order from day to undated.
        label (string): The date for people.
        as_written (string): The source's own words for the date; empty where it has none.
        after (object): Ids of the events that the source, in words, puts before it.
        after_cites (object): Ids of the sentences that say so.
        place (string): Id of the place.
        moves (object): Ids of the places between which those who act move, from the first to the last.
        lane (string): Id of the lane of the timeline.
        actors (object): Ids of who acts, the leading one first.
        against (object): Ids of whom they act against.
        concerns (object): Ids of whom it concerns otherwise.
        themes (object): Ids of themes.
        key (bool): Whether the story turns on it.
        scope (category): Where it comes from: article, note or context.
        source (string): Id of the source; empty where it is the article.
        hedge (string): The source's own words of doubt.
        hedge_covers (string): What they cover.
        cites (object): Ids of the sentences on which it stands.
    """
    dtypes = {
        "title": "string",
        "summary": "string",
        "matters": "string",
        "edtf": "string",
        "earliest": _DAY,
        "latest": _DAY,
        "start_latest": _DAY,
        "end_earliest": _DAY,
        "precision": _PRECISION,
        "label": "string",
        "as_written": "string",
        "after": "object",
        "after_cites": "object",
        "place": "string",
        "moves": "object",
        "lane": "string",
        "actors": "object",
        "against": "object",
        "concerns": "object",
        "themes": "object",
        "key": "bool",
        "scope": _SCOPE,
        "source": "string",
        "hedge": "string",
        "hedge_covers": "string",
        "cites": "object",
    }
    return _frame("events", case, dtypes)


def actors(case: Case | None = None) -> pd.DataFrame:
    """Return who takes part: persons, groups and states; the index is "id".

    The dates of sides and offices stand in the records: ``case.actor(id).offices``.

    Columns:
        name (string): The usual name.
        kind (string): Person, group, army, government or state.
        summary (string): Who that is.
        aliases (object): Other names and spellings.
        native (object): Names in other scripts, a dict by language tag.
        sides (object): Ids of the sides on which the actor stands.
        offices (object): Titles of the offices that the actor held.
        member_of (object): Ids of the actors to which the actor belongs.
        scope (category): Where it comes from: article, note or context.
        source (string): Id of the source; empty where it is the article.
        cites (object): Ids of the sentences on which it stands.
    """
    dtypes = {
        "name": "string",
        "kind": "string",
        "summary": "string",
        "aliases": "object",
        "native": "object",
        "sides": "object",
        "offices": "object",
        "member_of": "object",
        "scope": _SCOPE,
        "source": "string",
        "cites": "object",
    }
    return _frame("actors", case, dtypes)


def places(case: Case | None = None) -> pd.DataFrame:
    """Return where it happened; the index is "id".

    Columns:
        name (string): The usual name.
        kind (string): Country, region, city, town, building or frontier.
        summary (string): What kind of place it is.
        aliases (object): Other names and spellings.
        native (object): Names in other scripts, a dict by language tag.
        latitude (float64): Degrees north, WGS 84; NaN where the source does not say where it lies.
        longitude (float64): Degrees east, WGS 84.
        approximate (bool): Whether the coordinates only stand for an area.
        within (string): Id of the place in which it lies.
        scope (category): Where it comes from: article, note or context.
        source (string): Id of the source; empty where it is the article.
        cites (object): Ids of the sentences on which it stands.
    """
    dtypes = {
        "name": "string",
        "kind": "string",
        "summary": "string",
        "aliases": "object",
        "native": "object",
        "latitude": "float64",
        "longitude": "float64",
        "approximate": "bool",
        "within": "string",
        "scope": _SCOPE,
        "source": "string",
        "cites": "object",
    }
    return _frame("places", case, dtypes)


def links(case: Case | None = None) -> pd.DataFrame:
    """Return causes and effects, numbered from 0.

    Columns:
        cause (string): Id of the event that is the cause.
        effect (string): Id of the event that is the effect.
        summary (string): How the one led to the other.
        by (string): Id of the actor who claims it; missing where the source says it itself.
        scope (category): Where it comes from: article, note or context.
        source (string): Id of the source; empty where it is the article.
        cites (object): Ids of the sentences on which it stands.
    """
    dtypes = {
        "cause": "string",
        "effect": "string",
        "summary": "string",
        "by": "string",
        "scope": _SCOPE,
        "source": "string",
        "cites": "object",
    }
    return _frame("links", case, dtypes, by_id=False)


def sources(case: Case | None = None) -> pd.DataFrame:
    """Return where facts were taken from; the index is "id".

    Columns:
        kind (string): Article, note, book or reference.
        title (string): The title.
        authors (object): Names of the authors.
        year (Int64): Year of publication.
        publisher (string): Who published it; empty where nobody is named.
        pages (string): The pages used; empty for all.
        licence (string): Under which licence it is; empty where none is named.
        comment (string): What else there is to say of it.
    """
    dtypes = {
        "kind": "string",
        "title": "string",
        "authors": "object",
        "year": "Int64",
        "publisher": "string",
        "pages": "string",
        "licence": "string",
        "comment": "string",
    }
    return _frame("sources", case, dtypes)


def _frame(table: str, case: Case | None, dtypes: Mapping[str, Any], *, by_id: bool = True) -> pd.DataFrame:
    """Return these columns of a table, with the id as index or numbered from 0."""
    records = rows(load() if case is None else case, table)
    columns = {name: pd.Series([row[name] for row in records], dtype=dtype) for name, dtype in dtypes.items()}
    frame = pd.DataFrame(columns)
    if by_id:
        frame.index = pd.Index([row["id"] for row in records], dtype="string", name="id")
    return frame
