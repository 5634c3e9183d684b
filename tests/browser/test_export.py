"""The saved page in a real browser, opened from the disk."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import coupdata
from coupdata.views import save_timeline
from coupdata.views.timeline_chart.plotly_parts import THEMES

CASE = coupdata.load()
LABELS = """(chart) => [...document.querySelectorAll(`${chart} .textpoint text`)].map((label) => {
  const { left, top, right, bottom } = label.getBoundingClientRect();
  return [label.textContent.replaceAll("\\u00a0", ""), left, top, right, bottom];
})"""
FILL = "() => getComputedStyle(document.querySelector('#chart .textpoint text')).fill"
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with context."""
    return save_timeline(CASE, tmp_path_factory.mktemp("saved") / "timeline.html", context=True).path.as_uri()


@pytest.fixture
def shown(page: Page, saved: str) -> Iterator[Page]:
    """The page, shown; the test fails if it asked for anything but itself, or said anything."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(saved)
    page.wait_for_selector("#chart .textpoint")
    yield page
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [saved]
    assert said == []


def resize(page: Page, width: int) -> None:
    """Make the window so wide, and wait for the chart."""
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_function(
        "() => document.querySelector('#chart .main-svg').clientWidth ==="
        " document.getElementById('chart').clientWidth"
    )


def flows_down(page: Page) -> bool:
    """Whether the narrow arrangement is shown: it has a row for each event."""
    tops = [top for _, _, top, _, _ in page.evaluate(LABELS, "#chart")]
    return len(set(tops)) == len(CASE.events)


def test_no_label_lies_on_another_or_leaves_the_page(shown: Page) -> None:
    """As the browser measures them, with the letters of this machine."""
    for width in (320, 380, 480, 599, 640, 768, 1024, 1400, 1600):
        resize(shown, width)
        labels = shown.evaluate(LABELS, "#chart")
        assert len(labels) == len(CASE.events)
        for text, left, _, right, _ in labels:
            assert 0 <= left < right <= width, f"{text} at {width}"
        for (one, *a), (other, *b) in combinations(labels, 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
            assert apart, f"{one} and {other} at {width}"
        assert not shown.evaluate(SIDEWAYS)


def test_the_arrangement_follows_the_window(shown: Page) -> None:
    """Wide, narrow, and wide again."""
    assert not flows_down(shown)
    resize(shown, 500)
    assert flows_down(shown)
    resize(shown, 900)
    assert not flows_down(shown)


def test_the_letters_follow_light_and_dark(shown: Page) -> None:
    """At once, when the reader changes the setting."""
    for scheme in ("dark", "light"):
        shown.emulate_media(color_scheme=scheme)
        red, green, blue = (int(THEMES[scheme].ink[at : at + 2], 16) for at in (1, 3, 5))
        shown.wait_for_function(f"() => ({FILL})() === 'rgb({red}, {green}, {blue})'")


def test_the_chart_stands_still(shown: Page) -> None:
    """No tools over it; wheel and drag move the page or nothing."""
    before = shown.evaluate(LABELS, "#chart")
    assert shown.locator(".modebar").count() == 0
    shown.mouse.move(700, 400)
    shown.mouse.down()
    shown.mouse.move(900, 500)
    shown.mouse.up()
    shown.mouse.dblclick(700, 400)
    assert shown.evaluate(LABELS, "#chart") == before


def test_paper_gets_the_wide_chart_in_dark_letters(shown: Page) -> None:
    """Even from a narrow, dark screen; the chart on one sheet, the list after it, A4 across."""
    resize(shown, 400)
    shown.emulate_media(color_scheme="dark")
    pdf = shown.pdf(prefer_css_page_size=True)
    sheets = re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)", pdf)
    assert set(sheets) == {(b"841", b"594")}
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    shown.set_viewport_size({"width": 1047, "height": 718})
    shown.emulate_media(media="print")
    assert shown.locator("#chart").is_hidden()
    chart = shown.locator("#printed .main-svg").first.bounding_box()
    assert chart
    assert chart["x"] >= 0
    assert chart["x"] + chart["width"] <= 1047
    assert chart["y"] + chart["height"] <= 718
    assert len({top for _, _, top, _, _ in shown.evaluate(LABELS, "#printed")}) < len(CASE.events)
    paper = "() => getComputedStyle(document.querySelector('#printed .textpoint text')).fill"
    assert shown.evaluate(paper) == "rgb(27, 27, 27)"


def test_axe_finds_nothing(shown: Page) -> None:
    """No violation of accessibility rules, narrow and wide, light and dark."""
    for scheme in ("light", "dark"):
        for width in (380, 1400):
            shown.emulate_media(color_scheme=scheme)
            resize(shown, width)
            found = Axe().run(shown)
            assert not found.response["violations"], found.generate_report()


def test_without_scripts_the_list_tells_the_story(browser: Browser, saved: str) -> None:
    """It stands in the page itself."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved)
    assert page.get_by_role("listitem").count() == len(CASE.events)
    for event in CASE.events:
        assert page.get_by_role("heading", name=event.title).first.is_visible()
    context.close()
