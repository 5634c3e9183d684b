"""The code serves any case: it knows no name of the lesson's own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import coupdata
from coupdata.model import SCOPES, ActorKind, PlaceKind, SourceKind

CODE = Path(coupdata.__file__).parent
OWN = coupdata.load()
FILES = sorted(path for ending in ("py", "js") for path in CODE.rglob(f"*.{ending}"))
WORDS = {*SCOPES, *get_args(ActorKind), *get_args(PlaceKind), *get_args(SourceKind)}  # of every case


def names() -> set[str]:
    """Names and ids of the lesson's people, places, sides, lanes and events, in small letters."""
    records = (*OWN.actors, *OWN.places)
    called = {name for record in records for name in (record.name, *record.aliases, *record.native.values())}
    called = {name for name in called if not name[0].islower()}  # "border" is a word
    titles = {category.title for category in (*OWN.sides, *OWN.lanes)} | {event.title for event in OWN.events}
    ids = {record.id for record in (*records, *OWN.sides, *OWN.lanes, *OWN.events)}
    return {name.lower() for name in {OWN.id, OWN.title} | called | titles | ids} - WORDS


def said(path: Path) -> Iterator[str]:
    """What a file says when it runs: for Python its names and texts, without comments and docstrings."""
    if path.suffix != ".py":
        yield path.read_text(encoding="utf-8")
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id.replace("_", "-")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_no_code_knows_a_name_of_the_lesson(path: Path) -> None:
    """What a view shows comes from the case that it is given."""
    words = " | ".join(said(path)).lower()
    found = [name for name in names() if name in words]  # many times faster than a search for it as a word
    assert not [name for name in found if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)]


def test_the_names_are_those_of_the_lesson() -> None:
    """Or the test above would find nothing."""
    assert len(names()) > 100
    assert {"tiflis", "college-attack", "lenin"} <= {
        part for name in names() for part in (name, *name.split())
    }
