"""Review in the site: asked, kept and counted, on the first page too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import coupdata
from coupquiz.kinds.check import form, solution
from coupquiz.review.lesson_review import LessonReview
from tests.browser.answering import answer_by_keys, tab_to
from tests.site.opened import SLOW, opened, served, shown
from tests.unit.coupquiz.review.folders import BANKS, days_ago, lesson_done, records_in

LEARNER = "0" * 32

KEEP = """async (files) => {
  const { swap } = await import("./static/lesson/kept_answers.js");
  for (const [name, text] of Object.entries(files)) await swap(name, null, text);
}"""
"""Keeps answers files as Python does."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


def test_what_comes_back_is_asked_kept_and_counted(page: Page, site: str, tmp_path: Path) -> None:
    """As in an installed lesson; the first page, which has no Python, says how much is left."""
    due = page.locator(".due a")
    page.goto(f"{site}/index.html")
    expect(due).to_be_hidden()
    lesson_done(tmp_path, days_ago(9))
    page.evaluate(KEEP, {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()})
    page.reload()
    expect(due).to_have_text("Something may be due today")
    due.click()
    lesson = LessonReview(BANKS, coupdata.load())
    day = lesson.day(lesson.history(records_in(tmp_path)), days_ago(0), LEARNER)
    question = lesson.asked(day).questions[0]
    place, right = shown(page, question.id), solution(question)
    expect(place).to_be_visible(timeout=SLOW)
    expect(page.locator(".coup-review .place")).to_have_text("Question 1 of 10 today")
    place.locator("input, select, textarea, button").first.focus()
    answer_by_keys(page, place, form(question, LEARNER), right)
    tab_to(page, place.get_by_role("button", name=re.compile("^Check$")))
    page.keyboard.press("Enter")
    expect(place.locator(".feedback")).to_contain_text("Right.")
    expect(place.locator(".kept")).to_contain_text("Saved")
    page.wait_for_timeout(1500)  # as long as Python waits for more before it tells what comes
    complaints = opened(page, page.url)
    expect(page.locator(".coup-review .place")).to_have_text("Question 2 of 10 today", timeout=SLOW)
    assert complaints.all_inner_texts() == []
    page.goto(f"{site}/index.html")
    expect(due).to_have_text("Due today: 9 questions")
