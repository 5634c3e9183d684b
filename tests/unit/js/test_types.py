"""The types that scripts have for what Python sends: they name what there is."""

import re
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import coupdata
import coupquiz
from coupdata.views.actors.widget import ActorsView
from coupdata.views.event_explorer.card_widget import Card
from coupdata.views.event_explorer.tour import TourView
from coupdata.views.event_explorer.widget import Navigator
from coupdata.views.map.widget import MapView
from coupdata.views.on_page.page_values import PageValues
from coupdata.views.reading_text.widget import ReadingView
from coupquiz.asking.question_page import QuestionState
from coupquiz.notebook.question_widget import QuestionWidget
from coupquiz.notebook.summary.progress_view import ProgressView
from coupquiz.notebook.summary.summary_view import SummaryView

TYPES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (
        Path(coupdata.__file__).parent / "views" / "html" / "scripts" / "types.d.ts",
        Path(coupdata.__file__).parent / "views" / "on_page" / "scripts" / "types.d.ts",
        Path(coupquiz.__file__).parent / "kinds" / "scripts" / "types.d.ts",
    )
)
WIDGETS: dict[str, tuple[Any, ...]] = {
    "CardTraits": (Card,),
    "TourTraits": (TourView,),
    "ExplorerTraits": (Navigator,),
    "ReadingTraits": (ReadingView,),
    "DrawingTraits": (ActorsView, MapView),
    "QuestionsTraits": (QuestionWidget,),
    "SummaryTraits": (SummaryView,),
    "ProgressTraits": (ProgressView,),
}


def fields(name: str) -> set[str]:
    """The fields of a type: of one on a line of its own, or of one that has a line for each."""
    found = re.search(rf"^export type {name} = {{(?: (.*) }};|\n((?:  .*\n)+)}})", TYPES, re.MULTILINE)
    assert found
    line, lines = found.groups()
    return set(re.findall(r"(\w+):", line) if line else re.findall(r"^  (\w+):", lines, re.MULTILINE))


@pytest.mark.parametrize("name", WIDGETS)
def test_every_trait_that_a_script_reads_is_synchronised(name: str) -> None:
    """With a widget that sends it: of the two drawings, each chooses by a trait of its own."""
    synchronised = {trait for widget in WIDGETS[name] for trait in widget.class_traits(sync=True)}
    assert fields(name)
    assert fields(name) <= synchronised


@pytest.mark.parametrize(
    ("type", "name", "query"),
    [("ExplorerValues", "explorer", {}), ("ChartValues", "explorer/chart", {"width": "920"})],
)
def test_a_page_knows_what_it_gets_field_by_field(type: str, name: str, query: dict[str, str]) -> None:
    """No more, and no less."""
    assert fields(type) == PageValues(coupdata.load()).value(name, query).keys()


def test_a_script_knows_the_state_of_a_question_field_by_field() -> None:
    """No more, and no less."""
    assert fields("QuestionState") == get_type_hints(QuestionState).keys()
