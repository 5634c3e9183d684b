"""The views in JupyterLab, Notebook 7 and Voila: by keys and pointer, for every eye, through restarts."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

import coupdata
from coupquiz import load_bank
from coupquiz.answers.store import Answers
from coupquiz.kinds.check import solution
from tests.browser.conftest import watched_page
from tests.browser.kernel import Kernel, kernel_of
from tests.browser.notebooks import (
    choose,
    open_by_address,
    restart,
    run_by_keys,
    use_theme,
    wait_until_idle,
    write,
)
from tests.server import Lab

CASE = coupdata.load()
IDS = [event.id for event in CASE.events if event.scope != "context"]

CELLS = (
    """import coupdata
from coupdata.views import actors_view, explorer, map_view, reading, tour

case = coupdata.load()
view = explorer(case)
view""",
    "walk = tour(view)\nwalk",
    "actors = actors_view(case, view)\nactors",
    "places = map_view(case, view)\nplaces",
    "text = reading(case)\ntext",
    "view",
)
"""Every view, and the explorer once more."""

VIEWS = {".coup-explorer": 2, ".coup-tour": 1, ".coup-drawing-view": 2, ".coup-reading-view": 1}

IMAGES = {".coup-chart": ".coup-chart", ".coup-drawing": ".coup-drawing > svg"}
"""What a screen reader meets as one image, in each place of a chart or a drawing."""

KEYS = ("Escape", "d", "d", "x", "a", "b", "m", "z", "0", "0", "ArrowDown", "ArrowUp", "Home")
"""Keys that do something to a notebook. Home sets a filter back to all."""

PATIENCE = 30_000

SETTLED = """() => new Promise((done) => {
    let quiet = setTimeout(done, 1000);
    const seen = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(done, 1000); });
    seen.observe(document.querySelector(".jp-Notebook"), { childList: true, subtree: true });
})"""
"""Resolves once nothing in the notebook has been drawn anew for a second."""
"""Milliseconds: page and kernel may share a busy machine."""

CONTROLS = """
  .coup-bar :is(button, select), .coup [role=listbox], .coup-tour button, .coup-reading :is(input, .term)
"""
"""What is there whatever is chosen."""

SHOWN = """([number, id]) => {
  const plot = document.querySelectorAll(".coup-explorer")[number].querySelector(".js-plotly-plot");
  const drawn = (kind) => [...(plot?.querySelectorAll(kind) ?? [])].find((each) => each.__data__.data === id);
  const centre = (each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [mark, label] = [drawn("path.point"), drawn(".textpoint")];
  if (!mark || !label) return {}; // being drawn anew
  const isRing = (each) => each.getBoundingClientRect().width > 20;
  const ring = [...plot.querySelectorAll("path.point")].find(isRing);
  const letters = [...label.querySelectorAll("tspan")].map((each) => getComputedStyle(each).fontWeight);
  return {
    bold: letters.some((weight) => weight > 500),
    ringed: Boolean(ring) && centre(ring).every((at, axis) => Math.abs(at - centre(mark)[axis]) < 1.5),
  };
}"""
"""How the chart of one of the explorers shows an event."""

DRAWN = """(number) => {
  const plot = document.querySelectorAll(".coup-explorer")[number].querySelector(".js-plotly-plot");
  const box = plot.getBoundingClientRect();
  const all = [...plot.querySelectorAll("path.point, .textpoint, .annotation")].map((drawn) => {
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const letters = drawn.querySelector("text");
    const style = getComputedStyle(letters ?? drawn);
    const place = [left - box.left, top - box.top, width, height].map(Math.round);
    const id = drawn.__data__?.data ?? "";
    return [id, drawn.textContent, place, Number(letters ? style.fillOpacity : style.opacity)];
  });
  return all.filter(([id, words]) => id || words);
}"""
"""Every mark, label and title on the chart of one of the explorers: its event, words, place and strength."""

AT = """([number, kind, id]) => {
  const plot = document.querySelectorAll(".coup-explorer")[number].querySelector(".js-plotly-plot");
  const drawn = [...plot.querySelectorAll(kind)].find((each) => each.__data__.data === id);
  drawn.scrollIntoView({ block: "center" });
  const { left, top, width, height } = drawn.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""
"""Where a pointer finds an event's mark or label."""

FITS = """([picture, number]) => {
  const found = document.querySelectorAll(picture)[number];
  found?.scrollIntoView(); // Jupyter leaves out what is not in sight
  const width = (each) => each?.getBoundingClientRect().width;
  const [place, drawn] = [width(found), width(found?.querySelector("svg"))];
  const edge = (each) => each?.getBoundingClientRect().right;
  const isWhole = edge(found) <= edge(found?.closest(".jp-Notebook"));
  return isWhole && Math.min(place - 40, 900) <= drawn && drawn < place + 1;
}"""
"""Whether a picture is in sight from edge to edge and fills its place, or most of a wide one."""

LETTERS_ARE_DARK = """([letters, dark]) => {
  const found = document.querySelector(letters);
  const fill = found ? getComputedStyle(found).fill : "";
  const [red] = fill.match(/[0-9.]+/) ?? []; // in "rgb(…)" of 255, in "color(srgb …)" of 1
  return red !== undefined && red * (fill.startsWith("color") ? 255 : 1) < 128 === dark;
}"""
"""Whether letters are dark; or, if so asked, light."""

WORDS = """([number, words]) => {
  const all = document.querySelectorAll(".coup-drawing")[number].querySelectorAll("text");
  const found = [...all].find((text) => text.textContent === words);
  found.scrollIntoView({ block: "center" });
  const { left, top, width, height } = found.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""
"""Where a pointer finds words in a drawing."""


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    """All views in a notebook in JupyterLab, opened by its address and run by keys alone."""
    write(lab, "views", *CELLS)
    with watched_page(browser) as page:
        open_by_address(page, lab.url("lab/tree/views.ipynb"))
        page.keyboard.press("Control+b")  # puts the list of files away
        run_by_keys(page)
        wait_for_views(page)
        yield page


@pytest.fixture
def kernel(opened: Page, lab: Lab) -> Iterator[Kernel]:
    """The kernel of that notebook."""
    with kernel_of(lab, opened) as kernel:
        yield kernel


@pytest.fixture
def views(opened: Page, kernel: Kernel) -> Page:
    """That page, with every view drawn and nothing chosen."""
    opened.set_viewport_size({"width": 1400, "height": 1000})
    expect(opened.get_by_role("menuitem", name="Help", exact=True)).to_be_visible()  # the last: all are there
    wait_for_views(opened)
    show_files(opened, shown=False)  # on a narrow page nothing would be left beside it
    kernel.run("walk.stop = 0; view.selected = view.actor = view.theme = view.place = ''")
    expect(opened.locator(".coup-events [aria-selected=true], [data-told]:visible")).to_have_count(0)
    expect(opened.locator(".coup-events [aria-disabled=true]")).to_have_count(0)
    opened.evaluate(SETTLED)  # beside no files the chart is a wider one
    return opened


def wait_for_views(page: Page) -> None:
    """Wait until every view is there and its picture is drawn."""
    for view, times in VIEWS.items():
        expect(page.locator(view)).to_have_count(times, timeout=60_000)
    pictures = page.locator(".coup-chart .nsewdrag, .coup-drawing > svg")
    for picture in range(4):
        expect(pictures.nth(picture)).to_be_attached(timeout=60_000)


def show_files(page: Page, *, shown: bool) -> None:
    """Open or close the list of files beside the notebook."""
    files = page.locator("#jp-left-stack")
    if files.is_visible() != shown:
        page.locator(".jp-SideBar.jp-mod-left .lm-TabBar-tab").first.click()
    expect(files).to_be_visible(visible=shown)


def explorer_on(page: Page, number: int = 0) -> Locator:
    """One of the explorers, in sight: Jupyter leaves out what is not."""
    view = page.locator(".coup-explorer").nth(number)
    view.scroll_into_view_if_needed()
    return view


def expect_chosen(page: Page, id: str, number: int = 0) -> None:
    """Wait until one of the explorers shows an event in all four places."""
    view = explorer_on(page, number)
    row = view.locator(".coup-events [aria-selected=true]")
    expect(row).to_have_attribute("data-id", id, timeout=PATIENCE)
    expect(view.locator(".coup-card h3")).to_contain_text(CASE.event(id).title, timeout=PATIENCE)
    for what in ("bold", "ringed"):
        page.wait_for_function(f"(asked) => ({SHOWN})(asked).{what}", arg=[number, id], timeout=PATIENCE)


def expect_nothing_chosen(page: Page) -> None:
    """Wait until the first explorer shows no event as chosen."""
    view = explorer_on(page)
    expect(view.locator("[aria-selected=true]")).to_have_count(0)
    expect(view.locator(".coup-card h3")).to_have_text(CASE.title, timeout=PATIENCE)
    for id in IDS:
        asked = [0, id]
        page.wait_for_function(f"(asked) => !({SHOWN})(asked).ringed", arg=asked, timeout=PATIENCE)


# By every hand


def test_an_event_is_chosen_by_chart_list_key_python_and_tour(views: Page, kernel: Kernel) -> None:
    """Each time it shows in four places: ring, bold label, row and card; and Python knows."""
    for kind, id in (("path.point", "premier-speech"), (".textpoint", "mobilisation")):
        views.mouse.click(*views.evaluate(AT, [0, kind, id]))
        expect_chosen(views, id)
        assert kernel.value("view.selected") == id
    explorer_on(views).locator("[data-id=may-day]").click()
    expect_chosen(views, "may-day")
    views.keyboard.press("ArrowDown")
    expect_chosen(views, IDS[IDS.index("may-day") + 1])
    explorer_on(views).get_by_role("button", name="Next").click()
    expect_chosen(views, IDS[IDS.index("may-day") + 2])
    kernel.run("view.selected = 'arrests'")
    expect_chosen(views, "arrests")
    views.locator(".coup-tour").get_by_role("button", name="Begin the tour").click()
    expect_chosen(views, CASE.tour[0].event)
    assert kernel.value("walk.stop") == 1
    kernel.run("walk.stop = 3")
    expect(views.locator(".coup-tour li:visible")).to_contain_text(CASE.tour[2].question)
    expect_chosen(views, CASE.tour[2].event)
    kernel.run("view.selected = ''")
    expect_nothing_chosen(views)


def test_a_filter_dims_and_moves_nothing(views: Page, kernel: Kernel) -> None:
    """From the page and from Python; every mark and label keeps its place, what does not fit grows faint."""
    who, what, where = explorer_on(views).locator(".coup-bar select").all()
    before = views.evaluate(DRAWN, 0)
    assert {strength for *_, strength in before} == {1}
    who.select_option("red-army")
    out = {id for id in IDS if "red-army" not in CASE.event(id).involved}
    expect(views.locator(".coup-explorer").first.locator("[aria-disabled=true]")).to_have_count(len(out))
    faint = (
        f"(number) => ({DRAWN})(number).filter(([, , , strength]) => strength < 0.5).length >= {2 * len(out)}"
    )
    views.wait_for_function(faint, arg=0, timeout=PATIENCE)
    after = views.evaluate(DRAWN, 0)
    assert [drawn[:3] for drawn in after] == [drawn[:3] for drawn in before]
    assert {id for id, *_, strength in after if id and strength < 0.5} == out
    assert {id for id, *_, strength in after if id and strength == 1} == set(IDS) - out
    assert kernel.value("view.actor, sorted(view.dimmed)") == ("red-army", sorted(out))
    kernel.run("view.actor, view.theme, view.place = '', 'military', 'azerbaijan'")
    for select, id in ((who, ""), (what, "military"), (where, "azerbaijan")):
        expect(select).to_have_value(id, timeout=PATIENCE)


def test_explorer_actors_and_map_share_what_is_chosen(views: Page) -> None:
    """An event chosen in the explorer lights up in both; an actor or a place chosen there is its filter."""
    explorer_on(views).locator("[data-id=college-attack]").click()
    against = len(CASE.event("college-attack").against)
    expect(views.locator(".coup-drawing").first.get_by_text("▸ acted against")).to_have_count(
        against, timeout=PATIENCE
    )
    told = views.locator(".coup-drawing-view [data-told]:visible")
    expect(told).to_have_count(2, timeout=PATIENCE)
    expect(told.first).to_contain_text("Attack on the military college", timeout=PATIENCE)
    lit = views.locator(".coup-reading [aria-current=true]")
    expect(lit).to_have_count(len(CASE.event("college-attack").cites), timeout=PATIENCE)
    views.locator(".coup-drawing-view [role=option][data-choice=lenin]").click()
    views.locator(".coup-drawing-view [role=option][data-choice=moscow]").click()
    who, _, where = views.locator(".coup-explorer").first.locator(".coup-bar select").all()
    expect(who).to_have_value("lenin", timeout=PATIENCE)
    expect(where).to_have_value("moscow", timeout=PATIENCE)
    who.select_option("zhordania")
    option = views.locator(".coup-drawing-view [role=option][data-choice=zhordania]")
    expect(option).to_have_attribute("aria-selected", "true", timeout=PATIENCE)
    click_on(views, 0, "Lenin")
    expect(who).to_have_value("lenin", timeout=PATIENCE)
    click_on(views, 1, "Baku")
    baku = views.locator(".coup-drawing-view [role=option][data-choice=baku]")
    expect(baku).to_have_attribute("aria-selected", "true", timeout=PATIENCE)
    click_on(views, 1, "Baku")
    expect(where).to_have_value("", timeout=PATIENCE)


def click_on(page: Page, number: int, words: str) -> None:
    """Click on words in the drawing of actors, or on the map."""
    page.mouse.click(*page.evaluate(WORDS, [number, words]))


# By keys alone


def cells_of(page: Page) -> list[str]:
    """The kinds of the cells of the notebook."""
    kinds: list[str] = page.locator(".jp-Notebook .jp-Cell").evaluate_all(
        "(cells) => cells.map((cell) => cell.classList.contains('jp-CodeCell') ? 'code' : 'words')"
    )
    return kinds


def walk(page: Page) -> Iterator[Locator]:
    """Go on by Tab, out of the notebook and into it again, and stop at every control of ours in it."""
    focused = page.locator(":focus")

    def press_tab_while(inside: bool) -> Iterator[Locator]:
        while bool(focused.and_(page.locator(".jp-Notebook *")).count()) == inside:
            yield focused
            page.keyboard.press("Tab")

    for inside in (True, False):
        list(press_tab_while(inside))
    yield from (here for here in press_tab_while(True) if here.and_(page.locator(".coup *")).count())


def test_every_control_is_reached_by_tab_and_keeps_its_keys(views: Page) -> None:
    """Whatever is pressed there leaves every cell as it is, and the focus where it is."""
    before = cells_of(views)
    met = []
    for control in walk(views):
        here = control.element_handle()
        what = here.evaluate("(control) => control.outerHTML.slice(0, 80)")
        for key in KEYS:
            views.keyboard.press(key)
        if control.and_(views.get_by_role("listbox")).count():
            views.evaluate(SETTLED)  # what was chosen is told below, in place of what stood there
        assert here.evaluate("(control) => control === document.activeElement"), what
        assert cells_of(views) == before, what
        expect(views.locator(".jp-Dialog")).to_have_count(0)
        met.append(here)
    wanted = views.locator(CONTROLS).and_(views.locator(":not([hidden])")).element_handles()
    assert len(wanted) > 40
    missed = """([met, wanted]) => wanted.filter((control) => !met.includes(control))
        .map((control) => control.outerHTML.slice(0, 80))"""
    assert views.evaluate(missed, [met, wanted]) == []


def first_on_card(id: str) -> str:
    """The first event to which the card of an event leads: a cause, else an effect."""
    causes = (link.cause for link in CASE.links if link.effect == id)
    return next(causes, "") or next(link.effect for link in CASE.links if link.cause == id)


def test_whoever_follows_a_cause_by_keys_stays_in_the_card(views: Page) -> None:
    """Its buttons come after the list; Enter leads on, and the next Tab leads to what is told there."""
    for control in walk(views):
        if control.and_(views.get_by_role("listbox")).count():
            break
    for _ in range(IDS.index("college-attack") + 1):
        views.keyboard.press("ArrowDown")
    expect_chosen(views, "college-attack")
    before = cells_of(views)
    id = "college-attack"
    for _ in range(3):
        id = first_on_card(id)
        views.keyboard.press("Tab")
        for key in KEYS:
            views.keyboard.press(key)
        assert cells_of(views) == before
        expect(views.locator(".coup-card button:focus")).to_have_text(CASE.event(id).title)
        views.keyboard.press("Enter")
        expect_chosen(views, id)
        expect(views.locator(".coup-card h3:focus")).to_contain_text(CASE.event(id).title)


def causes(id: str) -> list[str]:
    """What led to an event."""
    return [link.cause for link in CASE.links if link.effect == id]


def effects(id: str) -> list[str]:
    """What came of an event."""
    return [link.effect for link in CASE.links if link.cause == id]


# For every eye


def test_axe_finds_nothing_and_everything_fits(views: Page, kernel: Kernel) -> None:
    """On a wide page and a narrow one, on light paper and on dark, which letters follow with no cell run."""
    kernel.run(
        "walk.stop = 2; view.selected = 'college-attack'; view.actor = 'kvinitadze'; view.place = 'tiflis'"
    )
    for theme, width in (("Light", 380), ("Light", 1400), ("Dark", 1400), ("Dark", 380)):
        use_theme(views, theme)
        views.set_viewport_size({"width": width, "height": 1000})
        for kind, number in product(IMAGES, range(2)):
            views.wait_for_function(FITS, arg=[kind, number], timeout=PATIENCE)
            views.wait_for_function(
                LETTERS_ARE_DARK, arg=[f"{kind} text", theme == "Light"], timeout=PATIENCE
            )
            drawn = views.locator(IMAGES[kind]).nth(number)
            expect(drawn).to_have_attribute("role", "img", timeout=PATIENCE)
            expect(drawn).to_have_accessible_name(re.compile("^(Timeline|Actors|Map): "))
        expect_chosen(views, "college-attack")
        found = Axe().run(views, context={"include": [[view] for view in VIEWS]})
        assert found.response["passes"]
        assert not found.response["violations"], f"{theme}, {width} pixels\n{found.generate_report()}"


ONE_EDGE = """(kinds) => {
  const lefts = kinds.map((kind) => [...document.querySelectorAll(`.jp-Notebook :is(${kind})`)]
    .filter((shape) => shape.getClientRects().length)
    .map((shape) => shape.getBoundingClientRect().left));
  const first = Math.min(...lefts.flat());
  const near = lefts.map((found) => found.filter((left) => left - first < 60)); // not what is beside another
  return near.every((found) => found.length && Math.max(...found) - first <= 1);
}"""
"""Whether all of these kinds of things are there and begin at one line."""

AT_THE_EDGE = [
    ".coup-tour",
    ".coup-chart",
    ".coup-events",
    "rect.band",
    ".coup-text-alternative [role=listbox]",
]

FACES = """() => [...new Set(
  [...document.querySelectorAll(".jp-OutputArea :is(.coup, .coup *, .coup-chart text)")]
    .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((part) => getComputedStyle(part).fontFamily.split(",")[0]))]"""
"""The typefaces of all letters in views."""

RING_IN_SIGHT = """() => [...document.querySelectorAll(".scatterlayer path.point[d*='A12,12']")]
  .map((ring) => ring.getBoundingClientRect())
  .some(({ top, bottom }) => top >= 0 && bottom <= innerHeight)"""
"""Whether the ring around a chosen mark is in the window."""


@pytest.mark.parametrize("width", [1400, 1366, 700])
def test_all_views_have_one_left_edge_and_one_typeface(views: Page, width: int) -> None:
    """Nothing hangs in or out."""
    views.set_viewport_size({"width": width, "height": 5000})
    wait_for_views(views)
    explorer_on(views)
    views.wait_for_function(ONE_EDGE, arg=AT_THE_EDGE, timeout=PATIENCE)  # drawn for the new width
    assert len(views.evaluate(FACES)) == 1


@pytest.mark.parametrize("files", [False, True], ids=["notebook alone", "list of files beside it"])
def test_a_small_laptop_shows_mark_and_card_of_every_step(views: Page, files: bool) -> None:
    """With Next through all events, and with the tour: nobody has to scroll to see what was chosen."""
    views.set_viewport_size({"width": 1366, "height": 768})
    show_files(views, shown=files)
    view = explorer_on(views)
    view.evaluate("(view) => view.scrollIntoView({ block: 'start' })")
    for id in IDS:
        view.get_by_role("button", name="Next ▶").click()
        expect(view.locator(".coup-card h3")).to_contain_text(CASE.event(id).title)
        expect(view.locator(".coup-card h3")).to_be_in_viewport(ratio=1)
        expect(view.locator(".coup-card p").nth(1)).to_be_in_viewport(ratio=0.5)
        views.wait_for_function(RING_IN_SIGHT, timeout=PATIENCE)


# Through all that happens


def everything(page: Page, number: int) -> Any:
    """All that one of the explorers shows: filters, list, card and chart."""
    view = explorer_on(page, number)
    rows = view.locator(".coup-events [role=option]")
    return [
        view.locator("select").evaluate_all("(fields) => fields.map((field) => field.value)"),
        rows.evaluate_all("(rows) => rows.map((row) => [row.ariaSelected, row.ariaDisabled])"),
        view.locator(".coup-card").text_content(),
        page.evaluate(DRAWN, number),
    ]


def test_another_view_of_the_same_explorer_shows_what_was_chosen_before(views: Page) -> None:
    """Its cell is run after the change; then each follows the other."""
    explorer_on(views).locator("[data-id=may-day]").click()
    explorer_on(views).locator("select").first.select_option("georgian-bolsheviks")
    explorer_on(views).locator("[data-id=college-attack]").click()
    expect_chosen(views, "college-attack")
    cell = views.locator(".jp-Notebook .jp-CodeCell").last
    old = explorer_on(views, 1).element_handle()
    cell.locator(".jp-InputPrompt").click()
    views.keyboard.press("Control+Enter")
    views.wait_for_function("(old) => !old.isConnected", arg=old)
    wait_for_views(views)
    expect_chosen(views, "college-attack", 1)
    assert everything(views, 1) == everything(views, 0)
    explorer_on(views, 1).get_by_role("button", name="Next").click()
    for number in range(2):
        expect_chosen(views, "arrests", number)
    assert everything(views, 1) == everything(views, 0)


def test_a_page_that_is_loaded_again_shows_what_was_there(views: Page, kernel: Kernel) -> None:
    """With the same kernel, everything is as it was, and works."""
    kernel.run("walk.stop = 5; view.actor, view.place = 'georgian-government', 'georgia'")
    chosen = CASE.tour[4].event
    expect_chosen(views, chosen)
    before = everything(views, 0)
    save(views)
    views.reload()
    wait_until_idle(views)
    wait_for_views(views)
    show_files(views, shown=False)
    for number in range(2):
        expect_chosen(views, chosen, number)
        *said, drawn = everything(views, number)
        assert said == before[:-1]
        for (*mark, box, strength), (*as_before, place, strength_before) in zip(
            drawn, before[-1], strict=True
        ):
            assert (mark, strength) == (as_before, strength_before)
            assert box == pytest.approx(
                place, abs=8
            )  # pixels by which it may change and not be arranged again
    expect(views.locator(".coup-tour li:visible")).to_contain_text(CASE.tour[4].question)
    explorer_on(views).locator("[data-id=mobilisation]").click()
    expect_chosen(views, "mobilisation", 1)
    assert kernel.value("view.selected") == "mobilisation"


def test_views_without_their_kernel_say_so_and_come_back(views: Page) -> None:
    """Restarted, it knows nothing of them, nor does a page loaded again; running the cells mends it."""
    restart(views, "Restart Kernel…")
    asleep = views.locator(".coup-asleep")
    for number in range(sum(VIEWS.values())):
        expect(asleep.nth(number)).to_contain_text("Run this cell again", timeout=PATIENCE)
    save(views)
    views.reload()
    wait_until_idle(views)
    words = views.get_by_text("To see this view again")
    for number in range(len(CELLS)):
        expect(words.nth(number)).to_be_visible(timeout=PATIENCE)
    restart(views, "Restart Kernel and Run All Cells…")
    wait_for_views(views)
    expect(words.locator("visible=true")).to_have_count(0)
    expect(asleep.locator("visible=true")).to_have_count(0)
    explorer_on(views).locator("[data-id=may-day]").click()
    for number in range(2):
        expect_chosen(views, "may-day", number)


def save(page: Page) -> None:
    """Save the notebook, with what its cells show."""
    choose(page, "File", "Save Notebook")
    expect(page.locator(".jp-mod-dirty")).to_have_count(0, timeout=PATIENCE)


# Elsewhere


def test_in_notebook_7_all_views_work_and_keep_their_keys(page: Page, lab: Lab) -> None:
    """Where it hears of keys before a page does."""
    write(lab, "seven", *CELLS)
    open_by_address(page, lab.url("notebooks/seven.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.click()
    run_by_keys(page)
    wait_for_views(page)
    before = cells_of(page)
    explorer_on(page).locator("[data-id=may-day]").click()
    for key in KEYS:
        page.keyboard.press(key)
    expect(page.get_by_role("listbox").first).to_be_focused()
    for control in (
        ".coup-bar button",
        ".coup-bar select",
        ".coup-tour button",
        ".coup-drawing-view [role=listbox]",
    ):
        page.locator(control).first.focus()
        for key in KEYS:
            page.keyboard.press(key)
        expect(page.locator(control).first).to_be_focused()
    assert cells_of(page) == before
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    with page.expect_request(lambda request: request.method == "PUT" and "seven.ipynb" in request.url):
        page.keyboard.press("Control+s")
    page.mouse.click(*page.evaluate(AT, [0, "path.point", "mobilisation"]))
    for number in range(2):
        expect_chosen(page, "mobilisation", number)
    assert everything(page, 1) == everything(page, 0)


def test_in_notebook_7_a_tall_output_is_not_put_into_a_box_that_scrolls(page: Page, lab: Lab) -> None:
    """As it does by itself where an output of more than some 1800 pixels is followed by another."""
    write(lab, "tall", r"for _ in range(3): display({'text/plain': 'A line\n' * 150}, raw=True)")
    open_by_address(page, lab.url("notebooks/tall.ipynb"))
    page.locator(".jp-Notebook .jp-Cell").first.click()
    run_by_keys(page)
    expect(page.locator(".jp-OutputArea-output")).to_have_count(3, timeout=PATIENCE)
    area = page.locator(".jp-Cell-outputArea")
    height, whole = area.evaluate("({ clientHeight, scrollHeight }) => [clientHeight, scrollHeight]")
    assert height == whole > 5000
    expect(page.locator(".jp-mod-outputsScrolled")).to_have_count(0)


@pytest.fixture(scope="module")
def hosts_of_voila(lab: Lab) -> set[str]:
    """The other hosts to which Voila sends browsers for a page of nothing, too; we send them to none."""
    write(lab, "nothing")
    with urlopen(lab.url("voila/render/nothing.ipynb")) as told:
        addresses = re.findall("https?://[^\"' ]+", told.read().decode())
    return {urlsplit(address).hostname or "" for address in addresses}


@pytest.fixture
def voila(browser: Browser, hosts_of_voila: set[str]) -> Iterator[Page]:
    """A page for Voila; the test fails if anything in it asked for a host that is not Voila's own."""
    with watched_page(browser, others=hosts_of_voila) as page:
        yield page


def test_in_voila_all_views_work(voila: Page, lab: Lab) -> None:
    """A notebook as a page of its own, with no code in sight."""
    write(lab, "voila", *CELLS)
    voila.goto(lab.url("voila/render/voila.ipynb"), timeout=120_000)
    wait_for_views(voila)
    expect(voila.get_by_text("import coupdata")).to_have_count(0)
    voila.mouse.click(*voila.evaluate(AT, [0, "path.point", "mobilisation"]))
    for number in range(2):
        expect_chosen(voila, "mobilisation", number)
    voila.locator(".coup-tour").get_by_role("button", name="Begin the tour").click()
    expect_chosen(voila, CASE.tour[0].event)
    voila.locator(".coup-drawing-view [role=option][data-choice=lenin]").click()
    expect(voila.locator(".coup-bar select").first).to_have_value("lenin", timeout=PATIENCE)


def test_in_voila_the_lesson_keeps_answers_prints_whole_and_leads_on(voila: Page, lab: Lab) -> None:
    """On a phone, too; and the extension, which Voila loads as JupyterLab does, is no trouble to it."""
    troubles: list[str] = []
    voila.on("pageerror", lambda error: troubles.append(f"{error} {error.stack}"))
    voila.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    voila.set_viewport_size({"width": 390, "height": 844})
    voila.goto(lab.url("voila/render/00_start_here.ipynb"), timeout=120_000)
    (question,) = load_bank("start").questions
    asked = voila.locator(f".question[data-question='{question.id}']")
    asked.locator(f"input[value='{solution(question)}']").check()
    expect(asked.locator(".kept")).to_contain_text("Saved")
    asked.get_by_role("button", name="Check").click()
    expect(asked.locator(".said")).to_contain_text("Right.")
    (record,) = Answers(lab.folder, "00_start_here").read().values()
    assert record.attempt.answer == solution(question)
    voila.reload()
    expect(asked.locator(".said")).to_contain_text("Right.")
    expect(asked.locator(f"input[value='{solution(question)}']")).to_be_checked()
    assert voila.evaluate("document.documentElement.scrollWidth") <= 390
    assert voila.pdf().count(b"/Type /Page\n") > 2
    voila.locator("a[href='03_sources.ipynb']").click()
    expect(voila.locator(".question").first).to_be_visible(timeout=60_000)
    assert voila.url.endswith("/voila/render/03_sources.ipynb")
    assert not [trouble for trouble in troubles if "coup" in trouble]
