"""What tests of several pictures share."""

import re

import traitlets

from coupdata import Case
from coupdata.model import Event

WIDTHS = [260, 300, 364, 600, 760, 900, 1080, 1400]
"""Pixels: from a cell on a phone to a wide screen."""

EVIL = "<img src=x onerror=alert(1)>"


class Choice(traitlets.HasTraits):
    """What an explorer lets others choose and follow."""

    selected = traitlets.Unicode("")
    actor = traitlets.Unicode("")
    place = traitlets.Unicode("")


def told(case: Case, *, context: bool = False) -> list[Event]:
    """The events that a picture tells."""
    return [event for event in case.events if context or event.scope != "context"]


def colours(background: str, *layers: str) -> list[float]:
    """What is seen where layers lie over a background: red, green and blue from 0 to 255."""
    seen = [int(background[n : n + 2], 16) * 1.0 for n in (1, 3, 5)]
    for layer in layers:
        *layer_colour, share = map(float, re.findall(r"[\d.]+", layer))
        seen = [under + (over - under) * share for under, over in zip(seen, layer_colour, strict=True)]
    return seen


def contrast(one: list[float], other: list[float]) -> float:
    """The ratio of luminances as WCAG counts it."""

    def luminance(colour: list[float]) -> float:
        shares = [value / 255 for value in colour]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rgba(colour: str) -> str:
    """A colour with its opacity, from either way of writing it."""
    if colour.startswith("#"):
        return ",".join(str(int(colour[n : n + 2], 16)) for n in (1, 3, 5)) + ",1"
    return colour
