"""A student's page in a real browser, opened from the disk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from coupquiz.grading.grade import grade
from coupquiz.grading.student_page import Pages
from tests.cases import HOSTILE
from tests.unit.coupquiz.grading.school import KEY, RIGHT

WORDY = {
    "why-it-failed": f"{HOSTILE}\nFew came.\n{'long' * 500}",
    "night": "1920",
    "how-many": "",
    "by-chance": "c3.1",
}
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
COLOURS = """() => {
  const { color, backgroundColor } = getComputedStyle(document.body);
  return [color, backgroundColor];
}"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with every outcome, and odd words."""
    page = Pages(KEY).page(grade(KEY, RIGHT | WORDY | {"first-of-may": ["unrest"]}, f"anna {HOSTILE}"))
    file: Path = tmp_path_factory.mktemp("page") / "anna.html"
    file.write_bytes(page)
    return file.as_uri()


@pytest.fixture
def shown(page: Page, saved: str) -> Iterator[Page]:
    """The page, shown; the test fails if it asked for anything but itself, or said anything."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(saved)
    yield page
    assert [url for url in asked if not url.startswith("data:")] == [saved]
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 380, 1400])
def test_axe_finds_nothing(shown: Page, width: int, scheme: str) -> None:
    """No violation of accessibility rules, narrow and wide, light and dark; nothing is cut off."""
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shown.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(shown)
    assert not found.response["violations"], found.generate_report()
    assert not shown.evaluate(SIDEWAYS)


def test_what_a_student_wrote_is_shown_as_it_was_written(shown: Page) -> None:
    """In lines, and as text."""
    assert f"{HOSTILE}\nFew came.\n" in shown.locator("dd").filter(has_text="Few came.").inner_text()
    assert shown.locator("img").count() == 0


def test_headings_and_links_lead_through_it(shown: Page) -> None:
    """One title; a heading and a link for each question, and the link leads there."""
    assert shown.get_by_role("heading", level=1).count() == 1
    links = shown.get_by_role("navigation").get_by_role("link")
    assert links.count() == len(KEY.items)
    shown.set_viewport_size({"width": 800, "height": 500})
    for number in (1, len(KEY.items)):
        links.nth(number - 1).click()
        assert shown.get_by_role("heading", level=2).filter(has_text=f"{number}. ").is_visible()
        assert shown.evaluate("location.hash") == f"#q{number}"


def test_light_and_dark_differ(shown: Page) -> None:
    """As the reader's computer asks."""
    shown.emulate_media(color_scheme="light")
    light = shown.evaluate(COLOURS)
    shown.emulate_media(color_scheme="dark")
    assert all(one != other for one, other in zip(light, shown.evaluate(COLOURS), strict=True))


def test_paper_is_white_and_its_sheets_are_a4(shown: Page) -> None:
    """Even from a dark screen; every question is on it, and nothing is wider than the sheet."""
    shown.emulate_media(color_scheme="dark")
    pdf = shown.pdf(prefer_css_page_size=True)
    assert set(re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)", pdf)) == {(b"594", b"841")}
    shown.emulate_media(color_scheme="dark", media="print")
    shown.set_viewport_size({"width": 643, "height": 985})
    assert shown.evaluate(COLOURS)[1] == "rgb(255, 255, 255)"
    assert not shown.evaluate(SIDEWAYS)
    assert shown.get_by_role("heading", level=2).count() == len(KEY.items)


def test_without_scripts_nothing_is_missing(browser: Browser, saved: str) -> None:
    """It has none."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved)
    assert page.get_by_role("heading", level=2).count() == len(KEY.items)
    context.close()
