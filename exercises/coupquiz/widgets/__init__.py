"""The widgets that ask questions: one module for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coupdata.model import Case
from coupquiz.widgets.question_widget import QuestionWidget
from coupquiz.widgets.single import SingleWidget

__all__ = ["WIDGETS", "QuestionWidget"]

WIDGETS: Mapping[str, Callable[[Any, Case], QuestionWidget]] = {"single": SingleWidget}
"""What makes the widget of each kind from a question and the case that it cites."""
