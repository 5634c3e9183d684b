"""Actors and map in a real browser: for the eye, the pointer and the keyboard."""

from itertools import combinations
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import coupdata
from coupdata.views import actors_view, map_view
from coupdata.views.actors.drawing import actors_drawing
from coupdata.views.drawing.widget import DrawingView
from coupdata.views.html.element import element
from coupdata.views.map.drawing import map_drawing
from tests.browser import alone
from tests.browser.drawn import words

CASE = coupdata.load()
VIEWS = {"actors": actors_view, "map": map_view}
DRAWINGS = {"actors": actors_drawing, "map": map_drawing}
CHOICES = {"actors": ("actor", "kvinitadze"), "map": ("place", "tiflis")}
"""What is chosen in each, and something to choose."""

_CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  };
  const over = (below, [red, green, blue, share], opacity) =>
    [red, green, blue].map((value, n) => below[n] + (value - below[n]) * share * opacity);
  const luminance = (colour) =>
    colour.slice(0, 3).map((s) => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4))
      .reduce((sum, s, n) => sum + [0.2126, 0.7152, 0.0722][n] * s, 0);
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const paper = rgba(getComputedStyle(document.querySelector(".coup")).backgroundColor);
  const under = (x, y) => document.elementsFromPoint(x, y).reverse()
    .filter((shape) => shape instanceof SVGGeometryElement)
    .map((shape) => getComputedStyle(shape))
    .filter(({ fill }) => fill !== "none")
    .reduce((seen, { fill, fillOpacity }) => over(seen, rgba(fill), Number(fillOpacity)), paper);
  const letters = [...document.querySelectorAll(".coup-drawing text")].map((text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const seen = under(left + width / 2, top + height / 2);
    return [text.textContent, contrast(rgba(getComputedStyle(text).fill), seen)];
  });
  const strong = ".line, .pin, .ring, .box:not(.dim) > rect";
  const lines = [...document.querySelectorAll(".coup-drawing :is(" + strong + ")")]
    .filter((line) => !line.closest(".dim"))
    .map((line) => [getComputedStyle(line), line.getAttribute("class")])
    .map(([{ stroke, fill }, name]) => [name, contrast(rgba(stroke === "none" ? fill : stroke), paper)]);
  return { letters, lines };
}"""


@pytest.fixture(params=VIEWS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each of the two views in turn."""
    return str(request.param)


@pytest.fixture
def view(page: Page, kind: str) -> Page:
    """A view alone on a page."""
    alone.show(page, VIEWS[kind](CASE))
    return page


def show(page: Page, kind: str, width: int, **chosen: str) -> None:
    """Show a drawing alone on a page that is wide enough."""
    page.set_viewport_size({"width": 1400, "height": 1600})
    drawing = element("div", DRAWINGS[kind](CASE, width=width, **chosen), class_="coup-drawing")
    around = element("div", drawing, class_="coup coup-drawing-view")
    page.set_content(f"<style>body {{ margin: 0 }} {DrawingView._style}</style>{around.html()}")


@pytest.mark.parametrize("width", [260, 364, 620, 900, 1400])
def test_no_words_cover_each_other_in_the_browser(page: Page, kind: str, width: int) -> None:
    """With its real letters, and inside the drawing; the names of what is chosen are in bold."""
    show(page, kind, width, selected="college-attack")
    found = words(page)
    assert len(found) > 10
    for one, other in combinations(found, 2):
        assert one.is_apart_from(other), f"{one} and {other}"
    drawn = page.locator("svg[role=img]").bounding_box()
    assert drawn
    assert drawn["width"] <= width
    for said in found:
        assert said.left >= -1, said
        assert said.right <= drawn["width"] + 1, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_letters_stand_out(page: Page, kind: str, scheme: str) -> None:
    """3:1 for lines and pins, 4.5:1 for letters where they stand: on bands, actors, seas and areas."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for selected in ("", "frontier-crossed", "college-attack"):
        show(page, kind, 900, selected=selected)
        found = page.evaluate(_CONTRASTS)
        assert len(found["letters"]) > 20
        assert len(found["lines"]) > 5
        assert [one for one in found["letters"] if one[1] < 4.5] == []
        assert [one for one in found["lines"] if one[1] < 3] == []


def test_the_colours_follow_the_theme_of_the_page(view: Page) -> None:
    """At once, and Python has nothing to do with it; VS Code's theme counts more than the system's."""
    ink = "() => getComputedStyle(document.querySelector('.coup-drawing text')).fill"
    view.emulate_media(color_scheme="light")
    light = view.evaluate(ink)
    view.evaluate("() => { window.asked = 0; model.set = model.send = () => window.asked++; }")
    view.emulate_media(color_scheme="dark")
    assert view.evaluate(ink) != light
    view.evaluate("document.body.dataset.vscodeThemeKind = 'vscode-light'")
    assert view.evaluate(ink) == light
    assert view.evaluate("asked") == 0


def test_a_click_chooses_and_a_second_one_takes_it_back(view: Page, kind: str) -> None:
    """On the drawing, and the list beside it shows it."""
    name, id = CHOICES[kind]
    mark = view.locator(f".coup-drawing [data-choice={id}]").last
    option = view.locator(f"[role=option][data-choice={id}]")
    mark.click()
    assert view.evaluate("(name) => model.get(name)", name) == id
    expect(option).to_have_attribute("aria-selected", "true")
    mark.click()
    assert view.evaluate("(name) => model.get(name)", name) == ""
    option.click()
    assert view.evaluate("(name) => model.get(name)", name) == id


def test_a_click_on_a_line_of_several_events_chooses_one_after_the_other(page: Page) -> None:
    """And then the first again."""
    alone.show(page, actors_view(CASE))
    line = page.locator(".coup-drawing [data-events*=' ']").first
    events = (line.get_attribute("data-events") or "").split()
    chosen = []
    for _ in range(len(events) + 1):
        line.dispatch_event("click")
        chosen.append(page.evaluate("model.get('selected')"))
    assert chosen == [*events, events[0]]


def test_python_hears_how_wide_a_drawing_the_page_wants(view: Page) -> None:
    """In steps, so that a scroll bar more or less makes no other drawing."""
    for room, width in ((700, 700), (716, 700), (739, 700), (745, 740), (690, 680)):
        view.locator("#widget").evaluate("(el, room) => { el.style.width = `${room}px`; }", room)
        view.wait_for_function("(width) => model.get('width') === width", arg=width)


def test_the_list_is_worked_by_keys_alone(view: Page, kind: str) -> None:
    """Tab enters it; arrows, Home and End choose, Escape takes the choice back; what is chosen is told."""
    name, _ = CHOICES[kind]
    options = view.locator("[role=option]")
    first, second, last = (options.nth(n).get_attribute("data-choice") for n in (0, 1, options.count() - 1))
    view.keyboard.press("Tab")
    for key, expected in (
        ("ArrowDown", first),
        ("ArrowDown", second),
        ("End", last),
        ("ArrowDown", last),
        ("Home", first),
        ("ArrowUp", first),
    ):
        view.keyboard.press(key)
        assert view.evaluate("(name) => model.get(name)", name) == expected
        expect(view.locator("[aria-selected=true]")).to_have_attribute("data-choice", str(expected))
        expect(view.locator("[data-about]:visible")).to_have_attribute("data-about", str(expected))
        expect(view.locator("[aria-selected=true]")).to_be_in_viewport()
    view.keyboard.press("Escape")
    assert view.evaluate("(name) => model.get(name)", name) == ""
    expect(view.locator("[aria-selected=true]")).to_have_count(0)
    expect(view.locator("[data-about]:visible")).to_have_attribute("data-about", "")


def test_events_are_chosen_by_keys_and_told(view: Page, kind: str) -> None:
    """Tab goes on to the events of what is chosen; Enter chooses one, and again takes it back."""
    view.evaluate("([name, id]) => model.set(name, id)", CHOICES[kind])
    view.keyboard.press("Tab")
    view.keyboard.press("Tab")
    button = view.locator("button:focus")
    event = CASE.event(button.get_attribute("data-event") or "")
    view.keyboard.press("Enter")
    assert view.evaluate("model.get('selected')") == event.id
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(view.locator("[data-told]:visible")).to_contain_text(event.title)
    view.keyboard.press("Enter")
    assert view.evaluate("model.get('selected')") == ""
    expect(view.locator("[data-told]:visible")).to_have_count(0)


def test_no_key_leaves_the_view(view: Page, kind: str) -> None:
    """Not one key pressed in a control of it reaches whatever surrounds it."""
    view.evaluate(
        "() => { window.leaked = []; document.body.onkeydown = (event) => leaked.push(event.key); }"
    )
    view.evaluate("([name, id]) => model.set(name, id)", CHOICES[kind])
    for control in ("[role=listbox]:focus", "button:focus"):
        view.keyboard.press("Tab")
        expect(view.locator(control)).to_have_count(1)
        for key in ("Escape", "d", "d", "x", "a", "b", "Enter", "ArrowDown", "ArrowUp"):
            view.keyboard.press(key)
    assert set(view.evaluate("leaked")) <= {"Tab"}


@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(view: Page, kind: str, width: int, scheme: str) -> None:
    """Before a choice and with one."""
    view.set_viewport_size({"width": width, "height": 900})
    view.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    name, id = CHOICES[kind]
    for choice, selected in (("", ""), (id, "college-attack")):
        view.evaluate("([name, id]) => model.set(name, id)", [name, choice])
        view.evaluate("(id) => model.set('selected', id)", selected)
        found = Axe().run(view)
        assert not found.response["violations"], found.generate_report()
    assert view.evaluate("document.documentElement.scrollWidth") <= width


def test_a_view_that_lost_its_kernel_says_so(view: Page) -> None:
    """It does not play dead."""
    asleep = view.get_by_role("status").first
    expect(asleep).to_have_text("")
    view.evaluate("model.set('comm_live_update', true)")  # what Jupyter calls then
    expect(asleep).to_contain_text("Run this cell again")


def test_where_no_script_runs_everything_is_drawn_and_said(page: Page, kind: str) -> None:
    """Print and a notebook read without a kernel have the drawing and every record told; none can be chosen.

    On a narrow page the drawing keeps its size, and is moved sideways by itself; on paper it shrinks.
    """
    data, _ = VIEWS[kind](CASE)._repr_mimebundle_()
    page.set_content(data["text/html"])
    expect(page.locator("[role=listbox], button")).to_have_count(0)
    told = page.locator(".coup-still li")
    assert told.count() > 30
    assert all(entry.is_visible() for entry in told.all())
    drawing = page.locator(".coup-drawing > svg")
    for width in (1400, 380):
        page.set_viewport_size({"width": width, "height": 900})
        assert (drawing.bounding_box() or {})["width"] == 900
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    assert (drawing.bounding_box() or {})["width"] <= 720


@pytest.mark.parametrize("view", VIEWS)
def test_a_choice_and_all_letters_are_seen_in_forced_colours(page: Page, view: str) -> None:
    """The system's colours alone: every letter has that of text, and what is chosen a line around it."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    widget = VIEWS[view](CASE)
    trait, id = CHOICES[view]
    widget.set_trait(trait, id)
    alone.show(page, widget)
    system = "getComputedStyle(document.querySelector('h1')).color"
    letters = (
        "[...document.querySelectorAll('.coup-drawing text')].map((text) => getComputedStyle(text).fill)"
    )
    assert set(page.evaluate(letters)) == {page.evaluate(system)}
    lines = "[...document.querySelectorAll('[role=option]')].map((row) => getComputedStyle(row).outlineStyle)"
    assert page.evaluate(lines).count("solid") == 1


SEA_AND_LAND = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const over = (paper, [r, g, b, alpha = 1], share = 1) =>
    paper.map((channel, at) => channel + ([r, g, b][at] - channel) * alpha * share);
  const light = (colour) => {
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const look = (name) => getComputedStyle(document.querySelector(".coup-drawing " + name));
  const band = look(".band");
  const paper = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  const land = over(paper, parts(band.fill), Number(band.fillOpacity));
  const sea = look(".sea");
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return [sea.stroke, sea.fill].map((colour) => contrast(over(land, parts(colour)), land));
}"""


@pytest.mark.parametrize(("scheme", "least"), [("light", 1.2), ("dark", 1.5)])
def test_a_sea_stands_out_from_the_land(page: Page, scheme: Literal["light", "dark"], least: float) -> None:
    """By its shore in both themes, and by its colour, which on white is as pale as on a map of paper."""
    page.emulate_media(color_scheme=scheme)
    alone.show(page, VIEWS["map"](CASE))
    expect(page.locator(".sea").first).to_be_attached()
    shore, sea = page.evaluate(SEA_AND_LAND)
    assert shore >= 3
    assert sea >= least
