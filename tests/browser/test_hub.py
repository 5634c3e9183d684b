"""The lesson on a JupyterHub, for a learner who logs in: from the first page to a server that was stopped."""

import re
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coupquiz import load_bank
from coupquiz.answers.store import Answers
from coupquiz.kinds.check import form, solution
from tests.browser.notebooks import wait_until_filled
from tests.hub import Hub, jupyterhub

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="JupyterHub does not run on Windows"),
]

START, READING = "00_start_here", "01_reading"
START_UP = 60_000  # milliseconds that a learner's server may take
(QUESTION,) = load_bank("start").questions
RIGHT = solution(QUESTION)
WRONG = next(choice.id for choice in form(QUESTION).choices if choice.id != RIGHT)


def test_a_learner_logs_in_and_loses_nothing_when_the_server_is_stopped(page: Page, tmp_path: Path) -> None:
    """With the settings of the documentation: the lesson is there, fills itself, and keeps every answer."""
    with jupyterhub(tmp_path) as hub:
        log_in(page, hub, "learner")
        page.wait_for_url(f"**/user/learner/lab/tree/coup1920-lesson/{START}.ipynb", timeout=START_UP)
        wait_until_filled(page)
        asked = page.locator(f".question[data-question='{QUESTION.id}']")
        asked.locator(f"input[value='{WRONG}']").check()
        expect(asked.locator(".kept")).to_contain_text("Saved")
        assert answer_in(hub, "learner") == WRONG

        desk = page.context.new_page()
        desk.goto(f"{hub.address}hub/home")
        desk.get_by_role("button", name="Stop My Server").click()
        expect(desk.get_by_role("button", name="Start My Server")).to_be_visible()
        page.get_by_role("button", name="Dismiss").click()  # JupyterLab asks whether to start it again
        asked.locator(f"input[value='{RIGHT}']").check()
        expect(asked.locator(".kept")).to_contain_text("Not saved")
        assert answer_in(hub, "learner") == WRONG

        desk.get_by_role("button", name="Start My Server").click()
        desk.wait_for_url(re.compile("/user/learner/lab"), timeout=START_UP)
        desk.close()
        page.reload()
        wait_until_filled(page)
        expect(asked.locator(f"input[value='{RIGHT}']")).to_be_checked()
        expect(asked.locator(".kept")).to_contain_text("Saved")
        assert answer_in(hub, "learner") == RIGHT

        page.locator(f".jp-RenderedMarkdown a[href*='{READING}.ipynb']").first.click()
        expect(page.get_by_role("tab", name=f"{READING}.ipynb")).to_be_visible()
        first = load_bank("background").questions[0].id
        expect(page.locator(f".question[data-question='{first}']")).to_be_visible(timeout=START_UP)


def log_in(page: Page, hub: Hub, name: str) -> None:
    """Log in as a learner of this name, who has not been here before."""
    page.goto(hub.address)
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("any")
    page.get_by_role("button", name="Sign in").click()


def answer_in(hub: Hub, name: str) -> object:
    """Return the answer of a learner as it is on disk."""
    (record,) = Answers(hub.homes / name / "coup1920-lesson", START).read().values()
    return record.attempt.answer
