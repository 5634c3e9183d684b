"""The explorer and the reading on a page, in Firefox and in WebKit: by keys, by mouse, narrow and wide."""

from collections.abc import Callable, Iterator

import pytest

import coupdata
from tests.browser.views_server import views_server
from tests.browser.window import Window

pytestmark = pytest.mark.slow

CASE = coupdata.load()
IDS = [event.id for event in CASE.events if event.scope != "context"]
TERMS = [part.term for sentence in CASE.reading.sentences for part in sentence.parts if part.term]

CHART = ".coup-chart.js-plotly-plot"

SHOWN = """const [id, title, cites, chart] = arguments;
const row = document.querySelector("[role=option][aria-selected=true]");
const list = row?.closest("[role=listbox]").getBoundingClientRect();
const box = row?.getBoundingClientRect();
const lit = [...document.querySelectorAll(".sentence[aria-current]")].map(({ dataset }) => dataset.id);
return row?.dataset.id === id
  && box.top >= list.top - 1 && box.bottom <= list.bottom + 1
  && document.querySelector(".coup-card h3").textContent.includes(title)
  && String(lit) === String(cites)
  && document.querySelector(chart).data[6].x.length === 1;"""
"""Whether list, card, reading and chart all show an event."""

STRONG = """const labels = [...document.querySelectorAll(".textpoint text")];
return labels.filter((label) => getComputedStyle(label).fillOpacity === "1").length === arguments[0];"""

AT = """const label = [...document.querySelectorAll(".textpoint")].find(
  ({ textContent }) => textContent.includes(arguments[0]));
label.scrollIntoView({ block: "center", behavior: "instant" });
const { x, y, width, height } = label.getBoundingClientRect();
return [Math.round(x + width / 2), Math.round(y + height / 2)];"""
"""Where a pointer finds a label on the chart."""

TIP = """const [tip] = document.querySelectorAll(".tip:popover-open");
const box = tip?.getBoundingClientRect();
return Boolean(box) && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight
  && document.activeElement.matches(`.term[aria-expanded=true]`) && tip.textContent.includes(arguments[0]);"""
"""Whether one explanation is open, whole and beside the word that has the focus."""

FITS = """const { scrollWidth, clientWidth } = document.documentElement;
const chart = document.querySelector(arguments[0]);
const drawn = chart?.querySelector(".main-svg")?.getBoundingClientRect();
return scrollWidth <= clientWidth && drawn && Math.abs(drawn.width - chart.clientWidth) < 2
  && chart.data[6].x.length === 1;"""
"""Whether nothing is wider than the page, and the chart as wide as its place, with what is chosen."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the server."""
    with views_server() as address:
        yield address


@pytest.fixture(scope="module")
def window(new_window: Callable[[], Window]) -> Window:
    """A window."""
    return new_window()


def test_explorer_and_reading_work_as_one(window: Window, server: str) -> None:
    """By keys and by mouse, wide and narrow: an event is shown in list, chart, card and reading."""
    window.open(f"{server}/explorer+reading")
    window.resize(1400, 900)
    window.find(f"{CHART} .textpoint")
    window.until(
        "return window.other && document.querySelectorAll('.textpoint').length === arguments[0]", len(IDS)
    )

    for _ in range(7):
        window.keys("Tab")
    assert window.has_focus("[role=listbox]")
    for keys, place in ((["ArrowDown"], 0), (["ArrowDown"], 1), (["End"], -1), (["ArrowUp"], -2)):
        window.keys(*keys)
        see(window, IDS[place])
    window.keys("Escape")
    window.reads(".coup-card h3", CASE.title)
    assert window.has_focus("[role=listbox]")

    window.focus(".filters select")
    window.keys("ArrowDown")
    actor = window.run("return document.activeElement.value")
    left = [id for id in IDS if actor in CASE.event(id).involved]
    window.until(STRONG, len(left))
    window.press("Next ▶")
    see(window, left[0])
    window.focus(".filters select")
    window.keys("ArrowUp")
    window.until(STRONG, len(IDS))

    x, y = window.until(AT, "Treaty of Moscow")
    window.click_at(x, y, 0)
    see(window, "treaty-of-moscow")
    linked = window.run("return document.querySelector('.coup-card [data-event]').dataset.event")
    window.click(".coup-card [data-event]")
    see(window, linked)

    for width in (1400, 800, 380):
        window.resize(width, 900)
        window.until(FITS, CHART)
    window.see_no_barriers()


def test_a_card_that_is_cut_is_scrolled_by_keys(window: Window, server: str) -> None:
    """Though nothing in it can have the focus: then the card itself has it."""
    window.open(f"{server}/explorer")
    window.resize(1400, 300)
    unlinked = next(id for id in IDS if all(id not in (link.cause, link.effect) for link in CASE.links))
    window.until("return window.view")
    window.run("view.model.set('selected', arguments[0])", unlinked)
    window.focus(".coup-card-view[tabindex]")
    window.keys("ArrowDown")
    window.until("return document.activeElement.scrollTop")
    window.see_no_barriers(".coup-card-view")


def test_every_word_explained_is_reached_by_keys(window: Window, server: str) -> None:
    """Focus explains it, whole and in sight; Escape puts it away, and so does scrolling its word away."""
    window.open(f"{server}/reading")
    window.resize(380, 700)
    window.find(".coup-reading h3")
    window.keys("Tab")  # the switch for numbers comes first
    for id in TERMS:
        window.keys("Tab")
        window.until(TIP, CASE.term(id).definition)
    window.see_no_barriers()
    window.keys("Escape")
    window.until("return !document.querySelector('.tip:popover-open')")
    window.keys(" ")
    window.until(TIP, CASE.term(TERMS[-1]).definition)
    window.run("scrollTo({ top: 0, behavior: 'instant' })")
    window.until("return !document.querySelector('.tip:popover-open')")


def see(window: Window, id: str) -> None:
    """See that an event is chosen, wherever it is shown."""
    event = CASE.event(id)
    window.until(SHOWN, id, event.title, event.cites, CHART)
