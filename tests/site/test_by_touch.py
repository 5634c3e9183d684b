"""The lesson by touch alone, from its first page to the marks, on a phone and a tablet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from coupdata import load
from coupquiz import check, load_bank
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import form, solution
from tests import server
from tests.browser.conftest import watched_page
from tests.browser.touching import Finger, answer_by_touch, check_by_touch, in_sight, item, write
from tests.site.opened import SLOW, served

LATE = "Failed to initialize model"
"""What anywidget says of a script that took over two seconds to come, and our views make good."""

PHONE, TABLET = (390, 844), (820, 1180)

QUESTIONS = {
    question.id: question
    for bank in ("start", "background", "timeline", "week", "sources")
    for question in load_bank(bank).questions
}
WEEK = {question.id for question in load_bank("week").questions}
ANSWERED = {
    "The reading": (
        *("price", "fought-back", "how-judged", "first-step", "what-they-knew"),
        *("inside-and-outside", "delegation-since", "one-plan-or-two", "lives"),
    ),
    "The timeline": (
        *("place-the-attack", "span-of-the-stay", "links-in-georgia"),
        *("to-the-decision", "treaty-day"),
    ),
    "How do we know?": ("day-or-night", "who-recognised"),
}
"""What is answered in each notebook after the first, by its title: questions of every kind."""


class InLab:
    """The lesson in JupyterLab, where notebooks are tabs of one page."""

    def __init__(self, lab: server.Lab) -> None:
        self._lab = lab

    def begin(self, page: Page) -> None:
        """Open what the command opens."""
        page.goto(self._lab.address)

    def export(self, page: Page, name: str) -> None:
        """Go back to the start, and touch what saves a file there."""
        page.get_by_role("link", name="the start").locator("visible=true").last.tap()
        filled(page, "Tiflis, May 1920")
        write(page.get_by_label("Your name"), name)
        page.get_by_role("button", name="Export to a file").locator("visible=true").last.tap()


class InSite:
    """The lesson as a site, where each notebook is a page."""

    def __init__(self, site: str) -> None:
        self._site = site

    def begin(self, page: Page) -> None:
        """Open the first page, and touch what leads on."""
        page.goto(f"{self._site}/")
        page.get_by_role("link", name="Start the lesson").tap()

    def export(self, page: Page, name: str) -> None:
        """Go back to the first page, and touch what hands work in."""
        page.get_by_role("link", name="First page").tap()
        write(page.get_by_label("Your name"), name)
        page.get_by_role("button", name="Hand in").tap()


@contextmanager
def in_lab(folder: Path) -> Iterator[InLab]:
    """JupyterLab as the lesson's command starts it."""
    with server.lesson(folder) as lab:
        yield InLab(lab)


@contextmanager
def in_site(_folder: Path) -> Iterator[InSite]:
    """The built site."""
    with served() as site:
        yield InSite(site)


Host = InLab | InSite


@pytest.mark.parametrize(
    ("host", "size"),
    [
        pytest.param(in_lab, PHONE, id="lab-phone"),
        pytest.param(in_lab, TABLET, id="lab-tablet"),
        pytest.param(in_site, PHONE, id="site-phone"),
        pytest.param(in_site, TABLET, id="site-tablet"),
    ],
)
def test_the_lesson_is_done_and_marked(
    browser: Browser,
    tmp_path: Path,
    host: Callable[[Path], AbstractContextManager[Host]],
    size: tuple[int, int],
) -> None:
    """A link leads to each notebook, and asks nothing; every kind is answered, and the file is marked."""
    with host(tmp_path) as lesson, watched_page(browser, size=size, touch=True) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: LATE in str(error) or errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(dialog.type), dialog.accept()))
        lesson.begin(page)
        filled(page, "Tiflis, May 1920")
        look_around(page)
        try_until_right(shown(page, "what-to-seize"), QUESTIONS["what-to-seize"])
        for title, ids in ANSWERED.items():
            go_on(page, title)
            for id in ids:
                answer(shown(page, id), QUESTIONS[id])
            come_back_to(page, ids[0])
        with page.expect_download() as download:
            lesson.export(page, "Nino K.")
        file = tmp_path / "class" / download.value.suggested_filename
        download.value.save_as(file)
    assert errors == []
    assert {QUESTIONS[id].kind for ids in ANSWERED.values() for id in ids} == set(KINDS) - {"value"}
    expect_marks(file.parent)


def filled(page: Page, title: str) -> None:
    """Wait until a notebook is there and ready, and see that nothing in it is wider than the screen."""
    panel = page.locator(".jp-NotebookPanel:visible")
    expect(panel.locator("h1").first).to_contain_text(title, timeout=SLOW)
    expect(page.locator(".coup-lesson-bar[data-stage=ready]:visible")).to_have_count(1, timeout=SLOW)
    outer = panel.locator(".jp-WindowedPanel-outer")
    assert outer.evaluate("(outer) => outer.scrollWidth <= outer.clientWidth")


def shown(page: Page, id: str) -> Locator:
    """A question in the notebook in sight."""
    return page.locator(f".question[data-question='{id}']:visible")


def look_around(page: Page) -> None:
    """Step along the timeline, and have a word explained."""
    page.get_by_role("button", name="Next ▶").tap()
    expect(page.locator(".coup-card")).to_contain_text(next(iter(load().events)).title)
    page.locator(".term").first.tap()
    expect(page.locator(".tip:popover-open")).to_be_visible()


def try_until_right(place: Locator, question: Question) -> None:
    """Choose one option after the other; what is wrong is said to be."""
    for choice in form(question).choices:
        answer_by_touch(place, form(question), choice.id)
        check_by_touch(place)
        verdict = check(question, choice.id)
        expect(place.locator(".feedback")).to_contain_text(verdict.feedback)
        if verdict.score == 1:
            break


def answer(place: Locator, question: Question) -> None:
    """Give a right answer to a question, and see that it is said to be right and kept."""
    right = solution(question) or "Because the reading says so."
    if question.kind == "order":
        swipe_over(place, form(question).choices[2].id)
    answer_by_touch(place, form(question), right)
    if question.explain:
        write(place.get_by_label("Why?"), "The reading says so.")
    check_by_touch(place)
    expect(place.locator(".feedback")).to_contain_text(check(question, right).feedback)
    expect(place.locator(".kept")).to_contain_text("Saved")


def swipe_over(place: Locator, id: str) -> None:
    """A finger beside an item's handle scrolls the page, and moves nothing."""
    part = item(place, id)
    [(x, y)] = in_sight(place.locator("ol"), part)
    before, order = part.bounding_box(), place.locator("li[data-part]").all_inner_texts()
    assert before
    Finger(place.page).drag(x, y, y - 200)
    place.page.wait_for_timeout(300)
    after = part.bounding_box()
    assert after
    assert after["y"] < before["y"] - 50
    assert place.locator("li[data-part]").all_inner_texts() == order


def go_on(page: Page, title: str) -> None:
    """Touch the link to the next notebook."""
    words = title.replace("How do we", "how we").rstrip("?")
    page.get_by_role("link", name=words).locator("visible=true").last.tap()
    filled(page, title)


def come_back_to(page: Page, id: str) -> None:
    """From the summary to a question, which still has its answer."""
    place = shown(page, id)
    page.locator(f".coup-table a[href$='{id}']:visible").first.tap()
    expect(place).to_be_in_viewport()


def expect_marks(folder: Path) -> None:
    """Mark what was handed in as a teacher does: every answer has full marks, or waits for the teacher."""
    answered = {id for ids in ANSWERED.values() for id in ids} & WEEK
    graded = server.run_here("grade", str(folder), "--key", "week")
    assert not graded.returncode, graded.stderr
    assert "Graded 1 submission." in graded.stdout
    with (folder.parent / "week-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["student"] == "Nino K"
    assert {id for id in WEEK if row.get(id) == "1"} == {id for id in answered if QUESTIONS[id].scored}
    assert row["to mark"].split() == [id for id in answered if not QUESTIONS[id].scored]
    assert row["look at"] == ""
    reported = server.run_here("report", str(folder), "--key", "week")
    assert not reported.returncode, reported.stderr
    assert "1 of 1 submission counts." in reported.stdout
