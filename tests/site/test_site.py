"""The lesson as a static site: a browser and a file server, no Python installed for it."""

import os
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Locator, Page, expect

from coupquiz import check, load_bank
from coupquiz.keys.options import ChoiceQuestion
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from lite import build
from tests.browser.answering import answer_by_keys, tab_to

QUESTIONS = [question for name in ("background", "week") for question in load_bank(name).questions]


class Files(SimpleHTTPRequestHandler):
    """A plain file server that keeps quiet."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site, under a sub-path as many hosts have it."""
    if not build.is_fresh():
        subprocess.run([os.environ["NOX_PYTHON"], "-m", "nox", "-s", "site"], cwd=build.ROOT, check=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=build.ROOT)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{build.SITE.name}"
        server.shutdown()


def run_all(page: Page, address: str) -> Locator:
    """Open a notebook, run it, and return what there is of the errors that its cells print."""
    page.goto(address)
    expect(page.locator(".jp-Notebook h1").first).to_be_visible(timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    return page.locator("[data-mime-type='application/vnd.jupyter.stderr']")


def shown(page: Page, id: str) -> Locator:
    """A question on the page."""
    return page.locator(f".question[data-question='{id}']")


def test_the_lesson_runs_with_nothing_installed(page: Page, site: str) -> None:
    """The start page's picture is drawn and its question answers a click, from this server's files alone."""
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    complaints = run_all(page, f"{site}/")
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
    assert not missing


def test_questions_of_every_kind_are_answered_and_kept(page: Page, site: str) -> None:
    """By keys; the browser keeps the answers, also when the page is loaded again."""
    reading = f"{site}/lab/index.html?path=01_reading.ipynb"
    complaints = run_all(page, reading)
    expect(shown(page, "lives").or_(complaints).first).to_be_visible(timeout=120_000)
    asked = {place.get_attribute("data-question") for place in page.locator(".question").all()}
    kinds = {question.kind: question for question in QUESTIONS if question.id in asked}
    assert set(kinds) == set(KINDS) - {"value"}  # which takes tables, and so pandas
    for question in kinds.values():
        place, answer = shown(page, question.id), solution(question) or "Because."
        place.locator("input, select, textarea, button").first.focus()
        answer_by_keys(page, place, form(question), answer)
        tab_to(page, place.get_by_role("button", name=re.compile("^(Check|Compare)$")))
        page.keyboard.press("Enter")
        expect(place.locator(".feedback")).to_contain_text(check(question, answer).feedback)
        expect(place.locator(".kept")).to_contain_text("Saved")
    run_all(page, reading)
    expect(shown(page, "lives").locator(".kept")).to_contain_text("Saved", timeout=120_000)
    for question in (question for question in kinds.values() if question.scored):
        expect(shown(page, question.id).locator(".feedback")).to_contain_text("Right.")
    assert complaints.all_inner_texts() == []


def test_the_data_lab_says_what_it_needs(page: Page, site: str) -> None:
    """There are no tables in a browser: a sentence says so, and no traceback."""
    complaints = run_all(page, f"{site}/lab/index.html?path=04_data_lab.ipynb")
    expect(complaints.or_(page.get_by_text("need pandas, which is not installed here")).first).to_be_visible(
        timeout=120_000
    )
    expect(page.get_by_text("need pandas, which is not installed here")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)
