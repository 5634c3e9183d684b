"""What a page without a kernel needs of the drawings of a case, as JSON values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coupdata.model import Case
from coupdata.views.actors.drawing import actors_drawing, actors_name
from coupdata.views.actors.text_alternative import actors_in_words
from coupdata.views.drawing.drawing_page import drawing_page
from coupdata.views.html.element import Element
from coupdata.views.map.drawing import map_drawing, map_name
from coupdata.views.map.text_alternative import map_in_words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that a page may show."""

    chooses: str
    """What is chosen in it: "actor", "place"."""
    name: Callable[[Case], str]
    in_words: Callable[..., Element]
    drawn: Callable[..., Element]


DRAWINGS = {
    "actors": Drawing("actor", actors_name, actors_in_words, actors_drawing),
    "map": Drawing("place", map_name, map_in_words, map_drawing),
}
"""By the names under which a page asks for them."""


def drawing_start(case: Case, name: str, *, context: bool = False) -> dict[str, Any]:
    """Return the page of a drawing, without what is drawn, and what is chosen in it."""
    drawing = DRAWINGS[name]
    in_words = drawing.in_words(case, drawing.name(case), context=context)
    return {"page": drawing_page(in_words).jsonml(), "chooses": drawing.chooses}


def drawing_at(
    case: Case, name: str, *, width: int, chosen: str = "", selected: str = "", context: bool = False
) -> list[Any]:
    """Return a drawing of so many pixels; what is chosen in it, and the chosen event, stand out."""
    drawing = DRAWINGS[name]
    choice = {drawing.chooses: chosen}
    return drawing.drawn(case, width=width, selected=selected, context=context, **choice).jsonml()
