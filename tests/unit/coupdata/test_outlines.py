"""Outlines and movements: a sketch in our own case, checked and drawn in a teacher's."""

from collections.abc import Callable
from pathlib import Path

import pytest

import coupdata
from coupdata.loading import CaseError
from coupdata.views.map.drawing import map_drawing
from coupdata.views.map.layout import arrange_map
from tests.unit.coupdata.views.drawings import written

OWN = coupdata.load()


def test_the_own_outlines_are_a_sketch() -> None:
    """Rounded to a tenth of a degree, and few; what shows a place shows one that stands for an area."""
    outlines = OWN.outlines
    points = [point for outline in outlines for point in outline.points]
    assert all(value == round(value, 1) for point in points for value in point)
    assert len(points) < 250
    for outline in outlines:
        assert (outline.place is not None) == (outline.kind != "sea")
        assert outline.place is None or OWN.place(outline.place).approximate


OUTLINES = """
[[panel]]
id = "city"
title = "The City"
west = -0.2
east = 0.0
south = 51.4
north = 51.6

[[outline]]
id = "thames"
kind = "sea"
title = "Thames"
labels = "-0.1 51.5"
points = "-0.2 51.5, 0.0 51.5, 0.0 51.49, -0.2 51.49"
"""


MISTAKES = {
    "no points": (
        'points = "-0.2 51.5, 0.0 51.5, 0.0 51.49, -0.2 51.49"',
        "",
        "outline 'thames', points: missing",
    ),
    "one point": (", 0.0 51.5, 0.0 51.49, -0.2 51.49", "", "a single point is not an outline"),
    "no number": (
        "-0.2 51.5, 0.0",
        "west 51.5, 0.0",
        "'west 51.5' is not a point; write degrees east and north",
    ),
    "half a point": ("-0.2 51.5, 0.0", "-0.2, 0.0", "'-0.2' is not a point"),
    "turned around": ("-0.2 51.5, 0.0", "-0.2 151.5, 0.0", "'-0.2 151.5' is not on the earth"),
    "unknown kind": ('kind = "sea"', 'kind = "see"', "outline 'thames', kind: 'see' is unknown"),
    "unknown place": (
        'kind = "sea"',
        'kind = "area"\nplace = "londn"',
        "there is no place 'londn'; did you mean 'london'",
    ),
    "unknown field": (
        'kind = "sea"',
        'kind = "sea"\ncolour = "blue"',
        "outline 'thames', colour: unknown field",
    ),
    "no edge": ("east = 0.0\n", "", "panel 'city', east: missing"),
    "empty panel": ("east = 0.0", "east = -0.2", "panel 'city', east: -0.2 is not greater than -0.2"),
    "not on earth": ("north = 51.6", "north = 151.6", "panel 'city', north: 151.6 is not between -90 and 90"),
    "not TOML": ('title = "Thames"', 'title = "Thames', "does not end on its line"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_outlines_is_a_line_that_names_it(mistake: str, folder: Path) -> None:
    """File, record, field, and how to mend it."""
    old, new, expected = MISTAKES[mistake]
    assert old in OUTLINES
    (folder / "outlines.toml").write_text(OUTLINES.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        coupdata.load(folder)
    assert any(
        problem.startswith("outlines.toml") and expected in problem
        for problem in map(str, error.value.problems)
    )


def test_the_outlines_of_a_teachers_case_are_drawn(folder: Path) -> None:
    """Also after a change to the file, once it is loaded again."""
    (folder / "outlines.toml").write_text(OUTLINES, encoding="utf-8")
    words = written(map_drawing(coupdata.load(folder)))
    assert "Thames" in words
    assert any("A sketch" in line for line in words)
    (folder / "outlines.toml").write_text(OUTLINES.replace("Thames", "River"), encoding="utf-8")
    assert "River" in written(map_drawing(coupdata.load(folder)))


def test_one_place_is_no_movement(folder: Path, edit: Callable[[str, str, str], None]) -> None:
    """Nor is a place that is not there."""
    edit("events.toml", 'moves = ["london", "moorfields"]', 'moves = ["london"]')
    with pytest.raises(CaseError, match="event 'camp', moves: one place is not a movement"):
        coupdata.load(folder)
    edit("events.toml", 'moves = ["london"]', 'moves = ["london", "morfields"]')
    with pytest.raises(CaseError, match="there is no place 'morfields'; did you mean 'moorfields'"):
        coupdata.load(folder)


def test_movements_of_a_teachers_case_are_drawn(folder: Path, edit: Callable[[str, str, str], None]) -> None:
    """Place by place."""
    edit(
        "places.toml",
        'summary = "Open fields north of the walls."',
        'summary = "Open."\nlatitude = 51.53\nlongitude = -0.05',
    )
    (move,) = arrange_map(coupdata.load(folder), width=600).moves
    assert move.event.id == "camp"
    assert move.end[1] < move.start[1]
