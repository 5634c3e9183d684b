"""How much comes back on the coming days, told for a page without Python; due_today.test.js has the twin."""

from __future__ import annotations

import asyncio
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import coupdata
from coupquiz import ProgressView, Review
from coupquiz.answers.file_names import COMING
from coupquiz.review.lesson_review import LessonReview
from tests.unit.coupquiz.review.folders import BANKS, days_ago, lesson_done, records_in
from tests.unit.coupquiz.review.test_review import solve
from tests.unit.coupquiz.test_browser_files import Page, Shelf

LESSON = LessonReview(BANKS, coupdata.load())


def test_what_is_told_ahead_is_what_comes(tmp_path: Path) -> None:
    """On each of the days, for whoever does nothing until then."""
    lesson_done(tmp_path, days_ago(1))
    history, now = LESSON.history(records_in(tmp_path)), days_ago(0)
    coming = LESSON.coming(history, now, "learner")
    assert len(coming) == 31
    assert len(set(coming.values())) > 1
    for number, count in enumerate(coming.values()):
        day = LESSON.day(history, now + timedelta(number), "learner")
        assert (day.day, len(day.left)) == (now.date() + timedelta(number), count)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A browser in which somebody did the lesson nine days ago, and the page that now has Python."""
    lesson = tmp_path / "lesson"
    lesson.mkdir()
    lesson_done(lesson, days_ago(9))
    shelf = Shelf({file.name: file.read_text(encoding="utf-8") for file in lesson.iterdir()})
    page = Page(tmp_path / "page", shelf)
    for module in ("kernel_answers", "summary.progress_view", "review.review"):
        monkeypatch.setattr(f"coupquiz.notebook.{module}.kept_by_browser", lambda: page.files)
    monkeypatch.setattr("coupquiz.notebook.review.coming_file._REST", 0)
    return shelf


def test_the_browser_keeps_what_comes(shelf: Shelf) -> None:
    """From when the line or the questions are shown, and with each answer anew."""

    async def opened() -> None:
        view = Review(*BANKS, notebook="05_review")
        view.due()
        await _renewed(view)
        assert _told(shelf) == (10, sum(map(_records, shelf.files)))
        widget = view.today()
        solve(widget)
        solve(widget)
        await _renewed(view)
        assert _told(shelf) == (8, sum(map(_records, shelf.files)))

    def _records(name: str) -> int:
        banks = json.loads(shelf.files[name]).get("banks", {})
        return sum(map(len, banks.values()))

    asyncio.run(opened())


def test_nothing_is_told_of_what_was_deleted(shelf: Shelf) -> None:
    """With the answers, what was told of them goes."""

    async def opened() -> None:
        view = Review(*BANKS, notebook="05_review")
        view.due()
        await _renewed(view)
        assert COMING in shelf.files
        progress = ProgressView(*BANKS)
        progress._hear(progress, {"act": "delete"}, [])
        await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))
        assert not shelf.files

    asyncio.run(opened())


async def _renewed(view: Review) -> None:
    assert view._coming
    while (task := view._coming._task) and not task.done():
        await asyncio.wait([task])


def _told(shelf: Shelf) -> tuple[int, int]:
    """How much comes today, and of how many records that was told."""
    told = json.loads(shelf.files[COMING])
    return told["days"][date.today().isoformat()], told["records"]
