"""Views on a page without a kernel, from a plain web server: they work as in Jupyter, and look the same."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect
from plotly.offline import get_plotlyjs

import coupdata
from coupdata.views.event_explorer.explorer_chart import arrange_chart
from coupdata.views.timeline_chart.figure import figure
from coupdata.views.timeline_chart.plotly_parts import PLOTLY
from coupdata.views.timeline_chart.traces import WIDTHS
from tests.browser.views_server import views_server

CASE = coupdata.load()
IDS = [event.id for event in CASE.events if event.scope != "context"]
CHART = ".coup-chart.js-plotly-plot"
RING = f"{CHART} .scatterlayer .trace path.point[d*='A12,12']"
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

PICTURE = """<!doctype html><html lang="en"><body style="margin: 0"><div id="picture"></div></body></html>"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the server."""
    with views_server() as address:
        yield address


@pytest.fixture
def quiet(page: Page) -> Iterator[Page]:
    """A page; the test fails if it complains of anything."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []


@pytest.fixture
def view(quiet: Page, server: str) -> Page:
    """The explorer, drawn."""
    return opened(quiet, server, "explorer")


def opened(page: Page, server: str, name: str) -> Page:
    """A page with views, drawn."""
    page.goto(f"{server}/{name}")
    page.wait_for_function("window.view")
    if "explorer" in name or "tour" in name:
        page.wait_for_selector(f"{CHART} .textpoint")
        page.wait_for_function("(view.explorer ?? view.model).get('hits').length")
    return page


def selected(page: Page) -> str:
    """The event that is chosen; list, card and chart show it."""
    id = str(page.evaluate("view.model.get('selected')"))
    title = CASE.event(id).title
    expect(page.locator("[role=option][aria-selected=true]")).to_have_attribute("data-id", id)
    expect(page.locator(".coup-card h3")).to_contain_text(title)
    bold = page.locator(f"{CHART} .textpoint tspan[style*='font-weight']")
    first = title.split()[0]
    expect(bold.filter(has_text=first).first).to_be_visible()
    assert page.evaluate("(chart) => document.querySelector(chart).data[6].x.length", CHART) == 1
    return id


def test_it_opens_with_nothing_chosen(view: Page) -> None:
    """Filters, steps, chart, list, and the story in place of a card; the chart has a name."""
    expect(view.locator("[role=option]")).to_have_count(len(IDS))
    expect(view.locator(f"{CHART} .textpoint")).to_have_count(len(IDS))
    expect(view.locator(".coup-card h3")).to_have_text(CASE.title)
    expect(view.locator(CHART)).to_have_attribute("role", "img")
    assert view.evaluate("(chart) => document.querySelector(chart).data[6].x.length", CHART) == 0


def test_it_is_worked_by_keys(view: Page) -> None:
    """Steps and list; the chart and the card follow, and nothing more is asked of the server."""
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.get_by_role("button", name="Next").press("Enter")
    assert selected(view) == IDS[0]
    listbox = view.get_by_role("listbox")
    listbox.focus()
    listbox.press("End")
    assert selected(view) == IDS[-1]
    listbox.press("ArrowUp")
    assert selected(view) == IDS[-2]
    listbox.press("Escape")
    expect(view.locator(".coup-card h3")).to_have_text(CASE.title)
    assert asked == []


def test_filters_fade_what_they_leave_out(view: Page) -> None:
    """In the list and on the chart: as many labels as there are rows."""
    left = [event.id for event in CASE.events if event.id in IDS and "red-army" in event.involved]
    view.get_by_label("Who").select_option("red-army")
    strong = """(chart) => [...document.querySelectorAll(`${chart} .textpoint text`)]
      .filter((label) => getComputedStyle(label).fillOpacity === "1").length"""
    view.wait_for_function(f"([chart, n]) => ({strong})(chart) === n", arg=[CHART, len(left)])
    expect(view.locator("[role=option]:not([aria-disabled])")).to_have_count(len(left))
    view.get_by_label("Who").select_option("")
    view.wait_for_function(f"([chart, n]) => ({strong})(chart) === n", arg=[CHART, len(IDS)])


def test_a_pointer_chooses_on_the_chart_and_on_the_card(view: Page) -> None:
    """The label of an event, then a cause or an effect of it."""
    label = view.locator(f"{CHART} .textpoint").filter(has_text="Treaty of Moscow").bounding_box()
    assert label
    view.mouse.click(label["x"] + label["width"] / 2, label["y"] + label["height"] / 2)
    assert selected(view) == "treaty-of-moscow"
    link = view.locator(".coup-card [data-event]").first
    to = link.get_attribute("data-event")
    link.click()
    assert selected(view) == to


def test_who_shows_it_sets_and_hears_what_is_chosen(view: Page) -> None:
    """So a wall can follow, or lead."""
    view.evaluate("""() => {
      window.heard = [];
      view.model.on("change:selected", () => heard.push(view.model.get("selected")));
      view.model.set("selected", "college-attack");
    }""")
    assert selected(view) == "college-attack"
    view.get_by_role("button", name="Next").click()
    assert view.evaluate("heard") == ["college-attack", selected(view)]


def test_the_arrangement_follows_the_window(view: Page) -> None:
    """Wide and narrow, with what is chosen and nothing that leaves the page."""
    view.evaluate("view.model.set('selected', 'college-attack')")
    for width in (1400, 800, 380, 320, 1000):
        view.set_viewport_size({"width": width, "height": 900})
        view.wait_for_function(
            """([selector, widths]) => {
              const chart = document.querySelector(selector);
              const room = chart?.clientWidth;
              const wanted = widths.findLast((width) => width <= room) ?? widths[0];
              return chart?.layout.meta === wanted && Math.abs(chart._fullLayout.width - room) < 2;
            }""",
            arg=[CHART, list(WIDTHS)],
        )
        view.wait_for_function("(chart) => document.querySelector(chart).data[6].x.length === 1", arg=CHART)
        assert selected(view) == "college-attack"
        assert not view.evaluate(SIDEWAYS), width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("name", ["explorer", "tour", "reading", "actors", "map"])
def test_axe_finds_nothing(quiet: Page, server: str, name: str, width: int, scheme: str) -> None:
    """No violation of accessibility rules, narrow and wide, light and dark; letters stand out."""
    quiet.emulate_media(color_scheme=scheme)
    quiet.set_viewport_size({"width": width, "height": 900})
    opened(quiet, server, name)
    if name == "explorer":
        quiet.evaluate("view.model.set('selected', 'college-attack')")
    found = Axe().run(quiet)
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_letters_of_the_chart_follow_light_and_dark(view: Page, scheme: str) -> None:
    """At once."""
    view.emulate_media(color_scheme=scheme)
    colour = {"light": "rgb(0, 0, 0)", "dark": "rgb(255, 255, 255)"}[scheme]
    fill = f"getComputedStyle(document.querySelector('{CHART} .textpoint text')).fill"
    view.wait_for_function(f"{fill} === '{colour}'")


def test_the_tour_chooses_stop_by_stop(quiet: Page, server: str) -> None:
    """Its explorer follows, and the mark of each stop comes into view on a small page too."""
    quiet.set_viewport_size({"width": 380, "height": 700})
    opened(quiet, server, "tour")
    for number, stop in enumerate(CASE.tour):
        quiet.get_by_role("button", name="Next stop" if number else "Begin the tour").click()
        expect(quiet.locator(".coup-tour li:not([hidden]) h3")).to_contain_text(stop.title)
        assert quiet.evaluate("view.explorer.get('selected')") == stop.event
        quiet.wait_for_function(
            """(selector) => {
          const chart = document.querySelector(selector).getBoundingClientRect();
          const at = chart.top + view.model.get("down");
          const above = document.querySelector(".coup-tour").getBoundingClientRect().bottom;
          return at > above && at < innerHeight;
        }""",
            arg=CHART,
        )


def test_the_reading_lights_up_what_is_chosen(quiet: Page, server: str) -> None:
    """The sentences on which the event stands."""
    opened(quiet, server, "explorer+reading")
    quiet.wait_for_function("window.other")
    quiet.evaluate("view.model.set('selected', 'college-attack')")
    lit = quiet.locator(".sentence[aria-current]")
    assert [each.get_attribute("data-id") for each in lit.all()] == list(CASE.event("college-attack").cites)
    quiet.evaluate("view.model.set('selected', '')")
    expect(lit).to_have_count(0)


@pytest.mark.parametrize(("name", "trait", "id"), [("actors", "actor", "lenin"), ("map", "place", "tiflis")])
def test_a_drawing_shares_what_is_chosen(quiet: Page, server: str, name: str, trait: str, id: str) -> None:
    """With the explorer, both ways; what is chosen stands out in it."""
    opened(quiet, server, f"explorer+{name}")
    quiet.wait_for_selector(".coup-drawing svg")
    before = quiet.locator(".coup-drawing").inner_html()
    quiet.locator(f".coup-drawing-view [role=option][data-choice={id}]").click()
    assert quiet.evaluate("(name) => view.model.get(name)", trait) == id
    quiet.wait_for_function("(old) => document.querySelector('.coup-drawing').innerHTML !== old", arg=before)
    quiet.evaluate("(name) => view.model.set(name, '')", trait)
    quiet.wait_for_function("(old) => document.querySelector('.coup-drawing').innerHTML === old", arg=before)


def test_a_chart_that_did_not_come_can_be_asked_for_again(page: Page, server: str) -> None:
    """The network of a school has its moments; lists and cards work without it."""

    def lose(route: Route) -> None:
        route.abort()

    page.route("**/values/explorer/chart*", lose)
    page.goto(f"{server}/explorer")
    expect(page.get_by_text("The chart did not load.")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".coup-card h3")).to_contain_text(CASE.event(IDS[0]).title)
    page.unroute("**/values/explorer/chart*", lose)
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector(f"{CHART} .textpoint")
    assert selected(page) == IDS[0]


@pytest.mark.parametrize("width", [360, 920])
def test_the_smaller_plotly_draws_the_same_picture(page: Page, width: int) -> None:
    """Dot for dot: marks of every kind, arcs, labels, with filters and without."""
    chart = arrange_chart(CASE, width, context=True)
    page.set_viewport_size({"width": width, "height": int(chart.layout["height"])})
    for chosen, left_out in (("", ()), ("college-attack", IDS[::3]), ("treaty-of-moscow", ())):
        shown = figure(chart.traces, chart.layout)
        for restyling in (chart.choice(chosen), chart.fading(left_out)):
            shown.plotly_restyle(restyling["changes"], restyling["traces"])
        pictures = []
        for program in (get_plotlyjs(), PLOTLY.read_text(encoding="utf-8")):
            page.goto("about:blank")
            page.set_content(PICTURE)
            page.add_script_tag(content=program)
            page.evaluate(
                "([traces, layout]) => Plotly.newPlot('picture', traces, layout, { staticPlot: true })",
                [shown.to_dict()["data"], chart.layout],
            )
            expect(page.locator(".textpoint").nth(len(CASE.events) - 1)).to_be_attached()
            pictures.append(page.screenshot())
        assert pictures[0] == pictures[1]
