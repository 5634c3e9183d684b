"""The reading in a real browser: for the eye, the pointer, the keyboard, the finger."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

import coupdata
from coupdata.model import Section, Sentence, TextRun
from coupdata.views import reading
from tests.browser import alone
from tests.browser.notebooks import open_lesson, restart, show_tools, use_theme, wait_until_filled
from tests.server import Lab

CASE = coupdata.load()

LETTERS_IN_LINES = """() => [...document.querySelectorAll("section > p")].flatMap((paragraph) => {
  const range = document.createRange();
  const lines = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let bottom = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.className === "number") continue;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (box.top >= bottom) lines.push(0);
      lines[lines.length - 1] += 1;
      bottom = Math.max(bottom, box.bottom - 4);
    }
  }
  return lines.slice(0, -1);
})"""

BOXES = """() => [...document.querySelectorAll(".coup-reading :not(.number, .tip, .tip *)")].map((found) => {
  const { x, y, width, height } = found.getBoundingClientRect();
  return [x, y, width, height];
})"""

LAST_WORDS = """(sentence) => {
  const line = [...sentence.getClientRects()].at(-1);
  return [line.right - 3, line.top + line.height / 2];
}"""

HOW_IT_SCROLLS = """() => {
  window.behaviours = [];
  const scrollBy = Element.prototype.scrollBy;
  Element.prototype.scrollBy = function (options) {
    behaviours.push(options.behavior);
    scrollBy.call(this, options);
  };
}"""


@pytest.fixture
def shown(page: Page) -> Page:
    """The whole reading alone on a page."""
    alone.show(page, reading(CASE))
    return page


def tip(page: Page) -> Locator:
    """The explanation that is open."""
    return page.locator(".tip:popover-open")


def test_lines_are_comfortable_to_read(shown: Page) -> None:
    """On a wide screen a line has about 65 characters, in whatever letters the machine has."""
    for family in ("serif", "sans-serif", "monospace"):
        shown.add_style_tag(content=f".coup {{ --coup-sans: {family} !important }}")
        assert 52 <= median(shown.evaluate(LETTERS_IN_LINES)) <= 75, family


@pytest.mark.parametrize("width", [320, 380, 600, 640, 900, 1400, 1600])
def test_nothing_is_wider_than_the_page(shown: Page, width: int) -> None:
    """From a phone to a wide screen, nobody scrolls sideways, with numbers or without."""
    shown.set_viewport_size({"width": width, "height": 800})
    for _ in range(2):
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        shown.get_by_label("Sentence numbers").click()


def test_tab_reaches_every_word_explained_and_escape_puts_the_explanation_away(shown: Page) -> None:
    """Focus shows what the word means, Escape hides it, Enter and Space call it again; by keys alone."""
    terms = [part.term for s in CASE.reading.sentences for part in s.parts if part.term]
    shown.keyboard.press("Tab")  # the switch for numbers comes first
    for id in terms:
        shown.keyboard.press("Tab")
        term = shown.locator(".term:focus")
        expect(tip(shown)).to_have_count(1)
        expect(tip(shown)).to_contain_text(CASE.term(id).definition)
        expect(term).to_have_attribute("aria-expanded", "true")
        expect(term).to_have_accessible_description(tip(shown).inner_text().replace("\n", " "))
        shown.keyboard.press("Escape")
        expect(tip(shown)).to_have_count(0)
        expect(term).to_have_attribute("aria-expanded", "false")
    for key in ("Enter", " "):
        shown.keyboard.press(key)
        expect(tip(shown)).to_have_count(1)
        shown.keyboard.press(key)
        expect(tip(shown)).to_have_count(0)
    shown.keyboard.press("Tab")
    expect(shown.locator(".term:focus")).to_have_count(0)


def test_pointing_shows_an_explanation_that_can_be_pointed_at(shown: Page) -> None:
    """The pointer may move onto the explanation; leaving it, or Escape, puts it away."""
    term = shown.locator(".term").nth(3)
    term.hover()
    expect(tip(shown)).to_have_count(1)
    tip(shown).hover()
    shown.wait_for_timeout(600)
    expect(tip(shown)).to_have_count(1)
    shown.mouse.move(1, 1)
    expect(tip(shown)).to_have_count(0)
    term.hover()
    expect(tip(shown)).to_have_count(1)
    shown.keyboard.press("Escape")
    expect(tip(shown)).to_have_count(0)


def test_pointing_moves_nothing(shown: Page) -> None:
    """Neither a sentence's number nor an explanation shifts a letter of the text."""
    before = shown.evaluate(BOXES)
    for sentence in shown.locator(".sentence").all()[:8]:
        shown.mouse.move(*sentence.evaluate(LAST_WORDS))
        expect(sentence.locator(".number")).to_be_visible()
        assert shown.evaluate(BOXES) == before
    shown.locator(".term").first.hover()
    expect(tip(shown)).to_have_count(1)
    assert shown.evaluate(BOXES) == before


@pytest.mark.parametrize(("width", "height"), [(380, 420), (1400, 500)])
@pytest.mark.parametrize("edge", ["start", "end"])
def test_every_explanation_stays_inside_the_window(shown: Page, width: int, height: int, edge: str) -> None:
    """Its word may stand at the top or the bottom: it can be read whole, beside its word."""
    shown.set_viewport_size({"width": width, "height": height})
    for term in shown.locator(".term").all():
        term.evaluate("(term, edge) => term.scrollIntoView({ block: edge })", edge)
        term.focus()
        box, word = tip(shown).bounding_box(), term.bounding_box()
        assert box
        assert word
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
        assert box["y"] >= word["y"] + word["height"] or box["y"] + box["height"] <= word["y"]


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """The reading on a small screen that is touched."""
    context = browser.new_context(viewport={"width": 380, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    alone.show(page, reading(CASE))
    yield page
    context.close()


def test_a_tap_shows_an_explanation_and_another_puts_it_away(touched: Page) -> None:
    """On the word itself, or anywhere else."""
    term = touched.locator(".term").first
    for elsewhere in (term, touched.locator("h3").first):
        term.tap()
        expect(tip(touched)).to_have_count(1)
        touched.wait_for_timeout(500)
        expect(tip(touched)).to_have_count(1)
        elsewhere.tap()
        expect(tip(touched)).to_have_count(0)


def test_a_tap_on_an_explanation_leaves_it_there(touched: Page) -> None:
    """Whoever reads with a finger on it is not cut off; a tap beside it then puts it away."""
    touched.locator(".term").first.tap()
    tip(touched).tap()
    touched.wait_for_timeout(600)
    expect(tip(touched)).to_have_count(1)
    touched.locator("h3").first.tap()
    expect(tip(touched)).to_have_count(0)


def test_lit_sentences_stand_out_by_more_than_colour(shown: Page) -> None:
    """They and no others are underlined, show their number and say so to screen readers."""
    wanted = [CASE.reading.sentences[n].id for n in (0, 4, 11)]
    shown.evaluate("(ids) => model.set('lit', ids)", wanted)
    lit = shown.locator(".sentence[aria-current=true]")
    assert [sentence.get_attribute("data-id") for sentence in lit.all()] == wanted
    for sentence in lit.all():
        expect(sentence).to_have_css("border-block-end-style", "solid")
        expect(sentence.locator(".number")).to_be_visible()
    shown.evaluate("model.set('lit', [])")
    expect(lit).to_have_count(0)


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_reading_of_its_own_height_scrolls_to_what_is_lit(shown: Page, motion: str) -> None:
    """The page around it stays; the movement is smooth only for those who did not ask for less."""
    shown.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    shown.evaluate("document.querySelector('#widget').style.maxHeight = '300px'")
    last = CASE.reading.sentences[-1].id
    shown.evaluate(HOW_IT_SCROLLS)
    shown.evaluate("(id) => model.set('lit', [id])", last)
    expect(shown.locator("[aria-current]")).to_be_in_viewport()
    assert shown.evaluate("behaviours") == ["auto" if motion == "reduce" else "smooth"]
    assert shown.evaluate("window.scrollY") == 0


def test_a_reading_in_the_flow_of_the_page_never_moves_the_page(shown: Page) -> None:
    """Whoever lights a sentence from a chart does not lose the chart."""
    shown.evaluate("(id) => model.set('lit', [id])", CASE.reading.sentences[-1].id)
    shown.wait_for_timeout(300)
    assert shown.evaluate("window.scrollY") == 0


def test_numbers_of_sentences_show_on_demand(shown: Page) -> None:
    """The switch shows them all, tells Python, and follows it."""
    numbers = shown.locator(".number")
    expect(numbers.last).not_to_be_visible()
    shown.get_by_label("Sentence numbers").check()
    assert all(number.is_visible() for number in numbers.all())
    assert shown.evaluate("model.get('numbered')") is True
    shown.evaluate("model.set('numbered', false)")
    expect(shown.get_by_label("Sentence numbers")).not_to_be_checked()


def test_no_markup_in_data_becomes_markup(page: Page) -> None:
    """Whatever stands in a case is shown as it is written."""
    evil = "<img src=x onerror='window.harmed = true'>"
    term = replace(CASE.glossary[0], term=evil, definition=evil)
    sentence = Sentence("x1.1", (TextRun(evil), TextRun(evil, term.id)))
    told = replace(CASE.reading, title=evil, sections=(Section("x", evil, evil, ((sentence,),)),))
    alone.show(page, reading(replace(CASE, reading=told, glossary=(term,))))
    page.locator(".term").hover()
    expect(tip(page)).to_contain_text(evil)
    expect(page.locator("img")).to_have_count(0)
    assert page.evaluate("window.harmed") is None


def test_no_key_leaves_the_reading(shown: Page) -> None:
    """Not one key pressed in a control of it reaches whatever surrounds it."""
    shown.evaluate(
        "() => { window.leaked = []; document.body.onkeydown = (event) => leaked.push(event.key); }"
    )
    for _ in range(2):
        shown.keyboard.press("Tab")
        for key in ("d", "d", "x", "a", "b", "ArrowDown", "ArrowUp", "Enter", "Escape", "Control+Enter"):
            shown.keyboard.press(key)
    assert set(shown.evaluate("leaked")) <= {"Tab"}  # the first is pressed before the reading has the focus


@pytest.mark.parametrize("is_taken", [True, False])
def test_ctrl_s_goes_on_to_the_notebook_in_every_alphabet(shown: Page, is_taken: bool) -> None:
    """Once, and from outside the reading; the browser saves the page only where there is no notebook."""
    shown.evaluate(
        """(isTaken) => {
          window.pressed = [];
          window.kept = [];
          document.body.onkeydown = (event) => {
            pressed.push([event.target.id, event.ctrlKey, event.keyCode]);
            if (isTaken) event.preventDefault();
          };
          const note = (event) => setTimeout(() => kept.push(event.defaultPrevented));
          window.addEventListener("keydown", note, true);
        }""",
        is_taken,
    )
    shown.get_by_label("Sentence numbers").focus()
    session = shown.context.new_cdp_session(shown)
    of_s = {"modifiers": 2, "key": "ს", "code": "KeyS", "windowsVirtualKeyCode": 83}
    for type in ("rawKeyDown", "keyUp"):
        session.send("Input.dispatchKeyEvent", {"type": type, **of_s})
    shown.wait_for_function("kept.length === 2")
    assert shown.evaluate("pressed") == [["widget", True, 83]]
    assert shown.evaluate("kept") == [is_taken, is_taken]


def test_python_hears_once_of_each_view_that_is_seen_and_that_is_gone(shown: Page) -> None:
    """In this order."""
    shown.evaluate("dispose()")
    assert shown.evaluate("sent") == ["seen", "gone"]


@pytest.mark.parametrize("width", [380, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(shown: Page, width: int, scheme: str) -> None:
    """With an explanation open, sentences lit, and numbers shown and hidden."""
    shown.set_viewport_size({"width": width, "height": 900})
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shown.evaluate("(ids) => model.set('lit', ids)", [s.id for s in CASE.reading.sentences[::5]])
    for numbered in ("true", "false"):
        shown.evaluate(f"model.set('numbered', {numbered})")
        shown.locator(".term").first.hover()
        expect(tip(shown)).to_have_count(1)
        found = Axe().run(shown)
        assert not found.response["violations"], found.generate_report()


def test_in_jupyterlab_keys_work_the_reading_and_leave_the_notebook_alone(page: Page, lab: Lab) -> None:
    """Tab enters the reading; `d d`, `x` and the like, pressed on a word, delete and move nothing."""
    open_lesson(page, lab, "01_reading", ".coup-reading >> nth=0")
    cells = page.locator(".jp-Notebook .jp-Cell")
    count = cells.count()
    for _ in range(count):
        page.keyboard.press("ArrowUp")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator(".coup-reading .term:focus").count():
            break
    expect(tip(page)).to_have_count(1)
    word = page.locator(".term:focus").inner_text()
    for key in ("d", "d", "x", "a", "b", "m", "ArrowDown", "ArrowUp", "Escape"):
        page.keyboard.press(key)
    expect(tip(page)).to_have_count(0)
    expect(page.locator(".coup-reading .term:focus")).to_have_text(word)
    expect(cells).to_have_count(count)


def test_in_jupyterlab_the_theme_switches_live_and_a_restart_leaves_the_text(
    page: Page, new_lab: Lab
) -> None:
    """Light letters on dark at once, no cell run again; with a new kernel the text still explains itself."""
    article = open_lesson(page, new_lab, "01_reading", ".coup-reading >> nth=0")
    show_tools(page)
    dark_ink = article.evaluate("(article) => getComputedStyle(article).color")
    use_theme(page, "Dark")
    expect(article).not_to_have_css("color", dark_ink)
    before = article.element_handle()
    restart(page, "Restart Kernel…")
    page.wait_for_function("(before) => !before.isConnected", arg=before)
    wait_until_filled(page)
    expect(article).to_contain_text(CASE.reading.sections[0].title)
    article.locator(".term").first.hover()
    expect(tip(page)).to_have_count(1)
