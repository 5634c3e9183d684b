"""nbgrader's whole cycle, for real: from a bank to feedback in the student's hands, answered by clicks."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coupquiz.banks.questions_file import load_questions
from coupquiz.core.form import Form
from coupquiz.core.variant import student_name
from coupquiz.course.assignment import make
from coupquiz.course.course_folder import Course
from coupquiz.grading.answer_key import AnswerKey, load_key
from coupquiz.grading.grade import grade
from tests import server
from tests.browser.answering import order_on
from tests.browser.conftest import watched_page
from tests.browser.notebooks import open_and_run
from tests.nbgrader.courses import course_with, marks, nbgrader_in
from tests.server import Lab
from tests.unit.coupquiz.grading.school import CLASS, KEY, RIGHT

NAME = KEY.id
ANSWERS: dict[str, Any] = {
    **RIGHT,
    "first-of-may": ["mobilised", "unrest"],
    "who-did-it": {**RIGHT["who-did-it"], "mobilisation": "ordzhonikidze"},
    "general-and-order": {"measure": "mobilisation"},
    "night": "May 1920",
    "by-chance": "c3.3",
    "why-it-failed": "Few attacked, and <b>the cadets</b> fought back.",
}
"""What is clicked and typed: right, wrong and partly right."""

THIRDS = replace(KEY, items=tuple(replace(item, points=item.points / 3) for item in KEY.items))
"""The same with points that no decimal number is equal to."""

CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "course"
c.CourseDirectory.root = {root!r}
c.Exchange.root = {exchange!r}
"""


@dataclass
class School:
    """A user who is teacher and student at once, with a JupyterLab."""

    home: Path
    lab: Lab
    course: Course

    def run(self, *arguments: str, where: Path | None = None) -> str:
        """Run nbgrader, in the course or elsewhere, and return what it said."""
        ended = nbgrader_in(where or self.course.root, self.home, *arguments)
        assert ended.returncode == 0, ended.stderr
        return ended.stderr


@pytest.fixture
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A course in the folder that a JupyterLab shows, and an exchange."""
    home = tmp_path_factory.mktemp("school")
    course, exchange = Course(home / "lesson" / "course"), home / "exchange"
    make(THIRDS, CLASS / "bank.toml", course, own_case=None, replace=False)
    exchange.mkdir()
    exchange.chmod(0o777)
    (home / ".jupyter").mkdir()
    config = CONFIG.format(root=str(course.root), exchange=str(exchange))
    (home / ".jupyter" / "nbgrader_config.py").write_text(config, encoding="utf-8")
    with server.lesson(home) as lab:
        yield School(home, lab, course)


@pytest.fixture
def key(school: School) -> AnswerKey:
    """The key as the grader reads it."""
    return load_key(school.course.key(NAME))


@pytest.mark.skipif(sys.platform == "win32", reason="nbgrader has no exchange on Windows")
def test_from_a_bank_to_feedback(browser: Browser, school: School, key: AnswerKey) -> None:
    """Every step of nbgrader's, with validating before handing in, and own words marked in the formgrader."""
    school.run("generate_assignment", NAME)
    school.run("release_assignment", NAME)
    school.run("fetch_assignment", NAME, where=school.lab.folder)
    handed_out = school.lab.folder / NAME
    assert {path.name for path in handed_out.iterdir()} == {f"{NAME}.ipynb", f"{NAME}.questions.json"}

    with watched_page(browser) as page:
        answer_in_jupyterlab(page, school, handed_out)
    kept = json.loads((handed_out / f"{NAME}.answers.json").read_bytes())["banks"][key.bank.id]
    assert {id: _any_order(record["answer"], id) for id, record in kept.items()} == ANSWERS

    school.run("submit", NAME, where=school.lab.folder)
    school.run("collect", NAME)
    school.run("autograde", NAME)
    (student,) = (path.name for path in school.course.submitted.iterdir())
    assert student == student_name()
    result = grade(key, ANSWERS, student)
    expected = {mark.item.question.id: mark.points or 0.0 for mark in result.marks}
    found = marks(school.course)[student]
    assert {id: found.points[id] for id in expected} == expected
    assert expected["first-of-may"] == 2 / 3
    assert found.to_mark == ("why-it-failed",)

    with formgrader_page(browser) as page:
        mark_own_words(page, school, expected)
    assert marks(school.course)[student].points["why-it-failed"] == 0.5
    assert marks(school.course)[student].to_mark == ()
    total = sum(expected.values()) + 0.5

    school.run("generate_feedback", NAME)
    school.run("release_feedback", NAME)
    school.run("fetch_feedback", NAME, where=school.lab.folder)
    (feedback,) = handed_out.glob("feedback/*/*.html")
    said = feedback.read_text(encoding="utf-8")
    for item in key.scored:
        assert re.split(r"\{", item.question.prompt)[0][:30] in said
    assert "The reading says" in said
    assert "Well argued." in said
    assert f"(Score: {round(total, 2)} / {round(sum(item.points for item in key.items), 2)})" in said

    school.run("export")
    with (school.course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert float(row["score"]) == pytest.approx(total, abs=1e-12)


def _any_order(answer: Any, id: str) -> Any:
    """An answer, with options in the order of the alphabet, for they are clicked as they stand."""
    return sorted(answer) if id == "first-of-may" else answer


def answer_in_jupyterlab(page: Page, school: School, folder: Path) -> None:
    """Open the notebook, run all cells, answer by clicking, validate before and after, and save."""
    open_and_run(page, school.lab, f"{NAME}/{NAME}", ".coup-table")
    forms = load_questions(folder / f"{NAME}.questions.json").forms
    expect(page.locator(".question")).to_have_count(len(forms))
    told = validated(page)
    assert all(form.prompt[:20] in told for form in forms if form.kind != "fill")
    for form in forms:
        place = page.locator(f".question[data-question='{form.id}']")
        answer_by_clicks(place, form, ANSWERS[form.id])
        expect(place.locator(".kept")).to_have_text(re.compile("^Recorded"))
    expect(page.locator(".coup-table caption")).to_contain_text("9 of 9 answered: all of them.")
    assert "passes all the tests" in validated(page)
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-NotebookPanel.jp-mod-dirty")).to_have_count(0)


def validated(page: Page) -> str:
    """Press nbgrader's button Validate, and return what it says."""
    page.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text(
        re.compile("passes all the tests|VALIDATION FAILED|failed"), timeout=90_000
    )
    said = dialog.inner_text()
    dialog.locator("button").last.click()
    expect(dialog).to_have_count(0)
    return said


def answer_by_clicks(place: Locator, form: Form, answer: Any) -> None:
    """Answer a question with the pointer; what is written is typed."""
    match form.kind:
        case "single" | "claim" | "evidence":
            place.locator(f"input[value='{answer}']").click()
        case "multiple":
            for id in answer:
                place.locator(f"input[value='{id}']").click()
        case "order":
            for number, id in enumerate(answer):
                for _ in range(order_on(place).index(id) - number):
                    place.locator(f"li[data-part='{id}'] .move[data-by='-1']").click()
        case "match":
            for item, target in answer.items():
                place.locator(f"select[data-item='{item}']").select_option(target)
        case "fill":
            for blank, text in answer.items():
                place.locator(f"input[data-blank='{blank}']").fill(text)
        case _:
            place.get_by_role("textbox").fill(answer)


@contextmanager
def formgrader_page(browser: Browser) -> Iterator[Page]:
    """A page for nbgrader's formgrader, which asks another host for MathJax and gets next to nothing."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    nothing = "window.MathJax = { Hub: { Config() {}, Queue() {} } };"
    page.route("https://cdnjs.cloudflare.com/**", lambda route: route.fulfill(body=nothing))
    yield page
    context.close()


def mark_own_words(page: Page, school: School, expected: dict[str, float]) -> None:
    """Find the submission in the formgrader, look at its marks, and mark the answer in own words."""
    page.goto(school.lab.url("api/status"))  # which makes the browser known to the server
    page.goto(school.lab.url(f"formgrader/gradebook/{NAME}/{NAME}"))
    row = page.get_by_role("row", name=re.compile("Submission #1"))
    expect(row).to_contain_text(str(round(sum(expected.values()), 2)), timeout=60_000)
    row.get_by_role("link", name="Submission #1").click()
    for id, points in expected.items():
        field = page.locator(f"input.score[id='{id}']")
        if id != "why-it-failed":
            expect(field).to_have_attribute("placeholder", repr(points).removesuffix(".0"))
    answer = page.get_by_text("Few attacked, and <b>the cadets</b> fought back.")
    expect(answer).to_be_visible()
    field = page.locator("input.score[id='why-it-failed']")
    field.fill("0.5")
    with page.expect_response(re.compile("/formgrader/api/grade/")):
        field.press("Tab")
    comment = page.locator("textarea[id='why-it-failed-comment']")
    comment.fill("Well argued.")
    with page.expect_response(re.compile("/formgrader/api/comment/")):
        comment.press("Tab")
    expect(page.locator(".save-icon:visible")).to_have_count(0, timeout=60_000)
    expect(field).to_have_value("0.5")


def test_the_released_notebook_is_what_was_made(tmp_path: Path) -> None:
    """Locked where it must not change, and open where a student writes."""
    notebook = nbformat.read(course_with(tmp_path).release(NAME) / f"{NAME}.ipynb", 4)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        assert bool(about.get("locked")) is (cell.metadata.get("editable") is False)
