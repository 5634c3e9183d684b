"""The review in JupyterLab after three months of tries, against the reading, which needs none of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

import coupdata
from bench.lab import Desk
from bench.rounds import in_turn
from bench.table import Row, compared
from coupquiz.answers.file_format import RecordKey
from coupquiz.core.tries import Try
from coupquiz.review.review_forms import BANK, ReviewForms, question_id
from tests.unit.coupquiz.review.folders import days_ago, lesson_done, record, write

_ROUNDS = 9
_DAYS, _TRIES = 92, 20  # on each day
_RIGHT = 0.8  # of the tries
_QUESTION = ".question :is(input, select, textarea, .item):visible"
_PATIENCE = 120_000  # milliseconds


def rows(desk: Desk) -> Iterator[Row]:
    """Yield the row on opening the review, each time with a kernel of its own."""
    three_months(desk.lab.folder)
    review, reading = in_turn(
        _ROUNDS, partial(opened, desk, "05_review"), partial(opened, desk, "01_reading")
    )
    what = f"the review after {_DAYS * _TRIES:,} tries, from opening it to its first question"
    yield compared(what, review, "the reading, to its first", reading, most=1.2)


def three_months(folder: Path) -> None:
    """Write the answers of somebody who did the lesson and then came back every day."""
    lesson_done(folder, days_ago(_DAYS))
    forms, chance = ReviewForms(coupdata.load()), Random(1920)
    asked = [form for fact in forms.facts for form in forms.of(fact)]
    records = {}
    for at in map(days_ago, range(_DAYS, 0, -1)):
        for form in chance.sample(asked, _TRIES):
            tried = Try(at, "answer", float(chance.random() < _RIGHT))
            records[RecordKey(BANK, question_id(form, at.date()))] = record([tried])
    write(folder, "05_review", records)


def opened(desk: Desk, notebook: str) -> float:
    """Open a notebook of the lesson, and return the milliseconds until it shows a question."""
    lab = desk.lab
    context = desk.browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    begun = perf_counter()
    page.goto(lab.url(f"lab/workspaces/{notebook}/tree/{notebook}.ipynb"))
    page.locator(_QUESTION).first.wait_for(timeout=_PATIENCE)
    taken = (perf_counter() - begun) * 1000
    for session in page.request.get(lab.url("api/sessions")).json():
        page.request.delete(lab.url(f"api/sessions/{session['id']}"))
    context.close()
    return taken
