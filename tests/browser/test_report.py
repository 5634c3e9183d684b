"""The report of a class in a real browser, opened from the disk."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from coupdata.views.timeline_chart.plotly_parts import THEMES
from coupquiz.report.page.report_page import page as report
from tests.unit.coupquiz.report.classes import CLASSES, LARGE

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
DRAWN = """() => [...document.querySelectorAll(".chart")].every((chart) => {
  const svg = chart.querySelector(".shown .main-svg");
  return svg && (svg.clientWidth === chart.clientWidth || chart.clientWidth < 250);
})"""
LABELS = """() => [...document.querySelectorAll(".shown .annotation-text")].map((label) => {
  const { left, right } = label.getBoundingClientRect();
  return [label.textContent, left, right];
})"""
INK = "() => getComputedStyle(document.querySelector('.shown .annotation-text')).fill"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of reports, by the class; one of them with names."""
    folder = tmp_path_factory.mktemp("reports")
    pages = {name: report(analysis) for name, analysis in CLASSES.items()}
    pages["with names"] = report(LARGE, names=True)
    for name, content in pages.items():
        (folder / f"{name}.html").write_text(content, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in pages}


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page; the test fails if it asked for anything but itself, or said anything."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert {url for url in asked if not url.startswith(("data:", "blob:"))} == {page.url.partition("#")[0]}
    assert said == []


def show(page: Page, address: str, width: int = 1100) -> None:
    """Open a report, and wait for its pictures."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_function(DRAWN, timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 380, 1100])
def test_axe_finds_nothing(quiet: Page, saved: dict[str, str], width: int, scheme: str) -> None:
    """No violation of accessibility rules, narrow and wide, light and dark; nothing is cut off."""
    quiet.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    show(quiet, saved["with names"], width)
    found = Axe().run(quiet)
    assert not found.response["violations"], found.generate_report()
    assert not quiet.evaluate(SIDEWAYS)


@pytest.mark.parametrize("name", [name for name in CLASSES if name != "large"])
def test_every_odd_class_can_be_read(quiet: Page, saved: dict[str, str], name: str) -> None:
    """Its pictures, if there are any, are drawn; axe finds nothing; nothing is cut off."""
    show(quiet, saved[name], 380)
    found = Axe().run(quiet)
    assert not found.response["violations"], found.generate_report()
    assert not quiet.evaluate(SIDEWAYS)


def test_pictures_follow_the_window_and_no_label_leaves_them(quiet: Page, saved: dict[str, str]) -> None:
    """As the browser measures them, with the letters of this machine."""
    for width in (320, 380, 600, 900):
        show(quiet, saved["large"], width)
        labels = quiet.evaluate(LABELS)
        assert len(labels) > 50
        assert not [text for text, left, right in labels if left < 0 or right > width]


def test_the_letters_follow_light_and_dark(quiet: Page, saved: dict[str, str]) -> None:
    """At once, when the reader changes the setting."""
    show(quiet, saved["large"])
    for scheme in ("dark", "light"):
        quiet.emulate_media(color_scheme=scheme)
        red, green, blue = (int(THEMES[scheme].ink[at : at + 2], 16) for at in (1, 3, 5))
        quiet.wait_for_function(f"() => ({INK})() === 'rgb({red}, {green}, {blue})'")


def test_paper_is_a4_and_gets_pictures_in_dark_letters(quiet: Page, saved: dict[str, str]) -> None:
    """Even from a dark, narrow screen; nothing is wider than the sheet."""
    quiet.emulate_media(color_scheme="dark")
    show(quiet, saved["large"], 380)
    pdf = quiet.pdf(prefer_css_page_size=True)
    assert set(re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)", pdf)) == {(b"594", b"841")}
    quiet.emulate_media(color_scheme="dark", media="print")
    quiet.set_viewport_size({"width": 643, "height": 985})
    assert not quiet.locator(".shown").first.is_visible()
    assert quiet.locator(".printed .main-svg").first.is_visible()
    assert not quiet.evaluate(SIDEWAYS)
    ink = INK.replace(".shown", ".printed")
    assert quiet.evaluate(ink) == "rgb(27, 27, 27)"
    assert quiet.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_keyboard_reaches_every_part(quiet: Page, saved: dict[str, str]) -> None:
    """The links on top lead to their parts, those of questions to what was answered."""
    show(quiet, saved["large"])
    link = quiet.get_by_role("navigation").get_by_role("link", name="Answers")
    link.focus()
    quiet.keyboard.press("Enter")
    assert quiet.evaluate("location.hash") == "#answers"
    assert quiet.get_by_role("heading", name="Who answered what").is_visible()


def test_without_scripts_no_number_is_missing(browser: Browser, saved: dict[str, str]) -> None:
    """Every picture has its table."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved["large"])
    assert page.get_by_role("table").count() == page.locator(".chart").count()
    context.close()
