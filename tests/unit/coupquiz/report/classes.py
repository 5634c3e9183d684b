"""Classes made up for tests of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern
from coupquiz.grading.grade import grade
from coupquiz.report.analysis import Analysis, analyse
from coupquiz.report.class_submissions import GradedSubmission
from tests.unit.coupquiz.grading.school import KEY, RIGHT, made_up


def submissions(
    answers: Iterable[Mapping[str, Any]], key: AnswerKey = KEY, concerns: tuple[Concern, ...] = ()
) -> list[GradedSubmission]:
    """The submissions of students who answer so; their names are not to be met elsewhere."""
    return [
        GradedSubmission(grade(key, dict(given), f"pupil-{number:03}"), concerns)
        for number, given in enumerate(answers)
    ]


def told(answers: Iterable[Mapping[str, Any]], key: AnswerKey = KEY, **more: Any) -> Analysis:
    """What a class that answers so tells."""
    return analyse(key, submissions(answers, key), **more)


def asking(*ids: str, **changed: Any) -> AnswerKey:
    """The key with these questions alone."""
    items = tuple(item for item in KEY.items if item.question.id in ids)
    return replace(KEY, **{"items": items, "draw": len(items), **changed})


LARGE = told(answers for _, answers in made_up(40))
"""Forty who answer at random."""

CLASSES: Mapping[str, Analysis] = {
    "nobody": told([]),
    "nobody who answers": told([{}, {"first-aim": ""}]),
    "one": told([RIGHT]),
    "one who is wrong": told([{"first-aim": "station"}]),
    "all alike and right": told([RIGHT] * 30),
    "all alike and wrong": told([{"first-aim": "station", "night": "1066"}] * 30),
    "own words alone": told([{"why-it-failed": "Few came."}] * 3, asking("why-it-failed")),
    "questions without points": told(
        [RIGHT] * 3,
        replace(KEY, items=tuple(replace(item, points=0.0) for item in KEY.items)),
    ),
    "one question": told([RIGHT] * 12 + [{"first-aim": "palace"}] * 12, asking("first-aim")),
    "drawn": told((answers for _, answers in made_up(3)), replace(KEY, draw=2)),
    "large": LARGE,
}
"""Every class that there may be, by what is odd about it."""
