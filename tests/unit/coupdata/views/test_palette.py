"""Colours: strong enough on every paper, and apart for everybody.

Colour vision without one kind of cone is simulated with the matrices (severity 1.0, on linear RGB) of G. M.
Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298.
"""

import re
from dataclasses import replace
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

import coupdata
from coupdata import Case
from coupdata.model import Category, Event, Side
from coupdata.model.edtf import read_when
from coupdata.views.html.palette import NEUTRAL, STYLES, Style, actor_side, event_side, key_of, side_style
from coupdata.views.timeline_chart.plotly_parts import THEMES, Theme

VIEWS = Path(coupdata.__file__).parent / "views"

Triple = tuple[float, float, float]

ALL = (*STYLES, NEUTRAL)
GRAPHICS, LETTERS = 3.0, 4.5  # contrasts that WCAG 2.2 asks for (1.4.11, 1.4.3)
APART = 14.0  # distance in CIELAB (CIE 1976): six times what can just be told apart side by side
VISIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "all three cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)  # of sRGB, white D65


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    """A matrix applied to a vector."""
    a, b, c = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def linear(colour: str) -> Triple:
    """A colour (#RRGGBB) as light: linear RGB from 0 to 1."""
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it: from 1 to 21."""
    dark, light = sorted(times(TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(light: Triple) -> Triple:
    """Linear RGB in CIELAB."""
    white = times(TO_XYZ, (1, 1, 1))
    ratios = (value / whole for value, whole in zip(times(TO_XYZ, light), white, strict=True))
    x, y, z = (r ** (1 / 3) if r > 216 / 24389 else (24389 / 27 * r + 16) / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, vision: str) -> Triple:
    """A colour in CIELAB as somebody sees it."""
    red, green, blue = (min(max(value, 0), 1) for value in times(VISIONS[vision], linear(colour)))
    return lab((red, green, blue))


def on(paper: str, film: str) -> str:
    """The colour of a translucent film (rgba) over paper."""
    *parts, share = map(float, re.findall(r"[\d.]+", film))
    below = (int(paper[at : at + 2], 16) for at in (1, 3, 5))
    mixed = (round(part * share + base * (1 - share)) for part, base in zip(parts, below, strict=True))
    return "#" + "".join(f"{value:02X}" for value in mixed)


def grounds() -> list[str]:
    """Every colour on which marks stand: paper and the bands of lanes, and pages of JupyterLab."""
    papers = {"light": ["#FFFFFF"], "dark": ["#111111"], "page": ["#FFFFFF", "#111111"]}
    bare = [paper for papers in papers.values() for paper in papers]
    return sorted({*bare, *(on(paper, THEMES[name].band) for name in papers for paper in papers[name])})


def test_the_contrast_of_black_and_white_is_21() -> None:
    """The formula is that of WCAG."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_distance_of_black_and_white_is_100() -> None:
    """CIELAB is that of the CIE, and simulated grey stays grey."""
    assert dist(lab(linear("#000000")), lab(linear("#FFFFFF"))) == pytest.approx(100, abs=0.1)
    for vision in VISIONS:
        assert dist(seen("#808080", vision), lab(linear("#808080"))) < 0.1


@pytest.mark.parametrize("ground", grounds())
@pytest.mark.parametrize("style", ALL, ids=lambda style: style.symbol)
def test_every_mark_stands_out(style: Style, ground: str) -> None:
    """On paper and on the bands of the lanes, light and dark."""
    assert contrast(style.colour, ground) >= GRAPHICS


@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_sides_look_alike(vision: str) -> None:
    """With all cones, and with one kind missing."""
    for one, other in combinations(ALL, 2):
        apart = dist(seen(one.colour, vision), seen(other.colour, vision))
        assert apart >= APART, f"{one.symbol} and {other.symbol}: {apart:.1f}"


def test_no_two_sides_have_the_same_shape() -> None:
    """The shape says what the colour says, to whoever sees no colour; Plotly and the page agree on it."""
    assert len({style.symbol for style in ALL}) == len({style.glyph for style in ALL}) == len(ALL)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_letters_stand_out_on_paper_and_bands(name: str) -> None:
    """Those of titles and labels, and the quieter ones."""
    theme: Theme = THEMES[name]
    for letters in (theme.ink, theme.quiet):
        for ground in (theme.paper, on(theme.paper, theme.band)):
            assert contrast(letters, ground) >= LETTERS


def test_letters_on_a_page_can_be_seen_before_the_page_colours_them() -> None:
    """No one grey reaches 4.5 on white and on dark: until the page's own colour does, this one serves."""
    for ground in ("#FFFFFF", "#111111"):
        assert contrast(THEMES["page"].ink, ground) >= 4


def test_every_side_has_its_own_style_as_far_as_there_are_styles(case: Case) -> None:
    """In the order of the case; what comes after them, and nobody, is neutral."""
    sides = tuple(Category(str(number), str(number)) for number in range(len(STYLES) + 2))
    many = replace(case, sides=sides)
    assert [side_style(many, side.id) for side in sides] == [*STYLES, NEUTRAL, NEUTRAL]
    assert side_style(case, None) == NEUTRAL


def test_the_key_names_each_side_that_has_a_mark(case: Case) -> None:
    """In the shape and colour of its marks, and events without a side as well; no side that marks nothing."""
    led = {event_side(case, event) for event in case.events}
    known = [side.id for side in case.sides if side.id in led]
    key = key_of(case, case.events)
    assert None in led
    for entry, id in zip(key, [*known, None], strict=True):
        style = side_style(case, id)
        assert f"color:{style.colour}" in entry
        assert f"{style.glyph}</span>\u00a0" in entry
    assert key_of(case, [event for event in case.events if event_side(case, event) == known[0]]) == key[:1]


def test_a_title_in_the_key_is_text_and_no_markup(case: Case) -> None:
    """Also where a teacher's own case has markup in it."""
    hostile = tuple(replace(side, title="<img src=x onerror=alert(1)>") for side in case.sides)
    key = "".join(key_of(replace(case, sides=hostile), case.events))
    assert "<img" not in key
    assert "&lt;img" in key


def on_both(case: Case, event: Event) -> Case:
    """A case in which the leading actor of an event changes sides at the end of 1919."""
    first, second = (side.id for side in case.sides[:2])
    sides = (Side(first, read_when("1918/1919"), ()), Side(second, read_when("1920"), ()))
    changed = replace(case.actor(event.actors[0]), sides=sides)
    actors = tuple(changed if actor.id == changed.id else actor for actor in case.actors)
    return replace(case, actors=actors)


@pytest.mark.parametrize(
    ("edtf", "number"), [("1918-05-26", 0), ("1919-12-31", 0), ("1920-01-01", 1), ("1920-05-07", 1), ("", 0)]
)
def test_who_changes_sides_stands_on_that_of_the_day(case: Case, edtf: str, number: int) -> None:
    """The first side that is not over; where there is no date, the first."""
    acted = next(event for event in case.events if event.actors)
    event = replace(acted, when=read_when(edtf))
    changed = on_both(case, event)
    assert event_side(changed, event) == case.sides[number].id
    assert actor_side(changed, event.actors[0], event) == case.sides[number].id


def test_where_nobody_acts_or_no_side_is_told_the_mark_is_neutral(case: Case) -> None:
    """Grey and a shape of its own, not the first side's."""
    event = case.events[0]
    assert event_side(case, replace(event, actors=())) is None
    loner = replace(case.actors[0], sides=())
    alone = replace(case, actors=(loner, *case.actors[1:]))
    assert event_side(alone, replace(event, actors=(loner.id,))) is None


def test_words_that_stand_on_a_ground_of_their_own_keep_their_colour() -> None:
    """The page colours the letters of charts, but not of Plotly's labels at the pointer."""
    sheets = "".join(file.read_text(encoding="utf-8") for file in VIEWS.rglob("*.css"))
    rules = re.findall(r"([^{}]*)\{\s*fill: [^;}]*!important", sheets)
    assert len(rules) >= 2
    assert all(":not(.hoverlayer *)" in rule for rule in rules)
