"""The lesson as a static site: a browser and a file server, no Python installed for it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from coupquiz import check, load_bank
from coupquiz.core.question import Question
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from tests.browser.answering import answer_by_keys, tab_to
from tests.site.opened import START, opened, served, shown

QUESTIONS = [question for name in ("background", "week") for question in load_bank(name).questions]

CONTROLLED = """new Promise((done) => {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) done(null);
  else serviceWorker.addEventListener("controllerchange", () => done(null));
})"""
"""Waits until what a page fetches is kept."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


def test_the_lesson_runs_with_nothing_installed(page: Page, site: str) -> None:
    """A picture is drawn, a question answers a click and is printed, all from this server's files alone."""
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    complaints = opened(page, f"{site}/{START}")
    picture = page.locator(".js-plotly-plot .scatterlayer .trace").first
    check = page.get_by_role("button", name="Check", exact=True)
    expect(check.or_(complaints).first).to_be_visible(timeout=120_000)
    assert complaints.all_inner_texts() == []
    expect(picture).to_be_visible(timeout=60_000)
    question = load_bank("start").questions[0]
    assert isinstance(question, ChoiceQuestion)
    for option in sorted(question.options, key=lambda option: option.right):
        page.get_by_role("radio", name=option.choice.text, exact=True).click()
        check.click()
        expect(shown(page, question.id).locator(".feedback")).to_contain_text(option.feedback)
    expect(shown(page, question.id).locator(".number")).to_have_text("0.1")
    assert not missing
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("button", name="Print").click()
    paper = page.locator(".coup-lesson-paper")
    expect(paper.locator(".question .feedback")).to_contain_text(option.feedback)
    expect(paper.locator(".js-plotly-plot .scatterlayer .trace").first).to_be_attached()


def test_questions_of_every_kind_are_answered_and_kept(page: Page) -> None:
    """By keys; the browser keeps the answers and the site: the page opens again where there is no server."""
    with served() as site:
        page.goto(f"{site}/")
        page.evaluate(CONTROLLED)
        reading = f"{site}/lab/index.html?path=01_reading.ipynb"
        complaints = opened(page, reading)
        expect(shown(page, "lives").or_(complaints).first).to_be_visible(timeout=120_000)
        asked = {place.get_attribute("data-question") for place in page.locator(".question").all()}
        kinds = {question.kind: question for question in QUESTIONS if question.id in asked}
        elsewhere = {"place", "span", "link", "value"}  # with the timeline; in the data lab
        assert set(kinds) == set(KINDS) - elsewhere
        for question in kinds.values():
            answer(page, question)
    opened(page, reading)
    expect(shown(page, "lives").locator(".kept")).to_contain_text("Saved", timeout=120_000)
    for question in (question for question in kinds.values() if question.scored):
        expect(shown(page, question.id).locator(".feedback")).to_contain_text("Right.")
    assert complaints.all_inner_texts() == []


def answer(page: Page, question: Question) -> None:
    """Give the right answer by keys, and wait until it is kept."""
    place, right = shown(page, question.id), solution(question) or "Because."
    place.locator("input, select, textarea, button").first.focus()
    answer_by_keys(page, place, form(question), right)
    tab_to(page, place.get_by_role("button", name=re.compile("^(Check|Compare)$")))
    page.keyboard.press("Enter")
    expect(place.locator(".feedback")).to_contain_text(check(question, right).feedback)
    expect(place.locator(".kept")).to_contain_text("Saved")
