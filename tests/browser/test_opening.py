"""What a newcomer sees when the lesson opens, and takes home on paper."""

import json
from contextlib import suppress
from typing import Any
from urllib.request import urlopen

import pytest
from nbformat.reader import NotJSONError
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_page
from tests.browser.notebooks import notebook_of, open_lesson, show_tools, use_theme, wait_until_filled
from tests.browser.window import until
from tests.server import Lab


def test_the_lesson_opens_on_its_first_notebook_without_questions(page: Page, lab: Lab) -> None:
    """`coup1920 lesson` shows the start, filled: no news, no word of building JupyterLab, no dialog."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(lab.address)
    expect(page.get_by_role("tab", name="00_start_here.ipynb")).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible()
    wait_until_filled(page)
    # The prompt for news would come some seconds after the page.
    page.wait_for_timeout(4_000)
    expect(page.locator(".jp-Dialog, .Toastify__toast")).to_have_count(0)
    assert not [url for url in asked if "/api/build" in url]  # for which the server starts Node


def test_python_starts_before_the_browser_asks_for_it(page: Page, new_lab: Lab) -> None:
    """That of the notebook that opens, which takes it over."""
    (started,) = until(lambda: sessions(new_lab), "a kernel")
    assert started["path"] == "00_start_here.ipynb"
    page.goto(new_lab.address)
    wait_until_filled(page)
    (used,) = sessions(new_lab)
    assert used["kernel"]["id"] == started["kernel"]["id"]


def sessions(lab: Lab) -> list[dict[str, Any]]:
    """Return what runs for notebooks."""
    with urlopen(lab.url("api/sessions")) as told:
        return list(json.load(told))


def test_a_request_for_another_host_fails_the_test(browser: Browser) -> None:
    """The page of the tests notices a picture from elsewhere, though it could not be fetched."""
    with pytest.raises(AssertionError, match=r"elsewhere\.example"), watched_page(browser) as page:
        page.set_content('<img src="http://elsewhere.example/picture.png">')


WATCH = """() => {
  window.redrawn = [];
  const note = (all) => redrawn.push(...all.filter(({ target }) => target.closest(".jp-OutputArea")));
  new MutationObserver((all) => note(all)).observe(document.body, { subtree: true, childList: true });
}"""
"""Notes what changes in outputs from now on."""


def test_a_notebook_is_printed_and_saved_with_its_answers(page: Page, new_lab: Lab) -> None:
    """All that is asked and answered: on paper, black on white; in the file, and nothing is drawn anew."""
    open_lesson(page, new_lab, "02_timeline", "#coup-week-first-of-may")
    asked = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .coup-questions .question")
    matched, several, own = (
        asked.and_(page.locator(f".{kind}")).first for kind in ("match", "multiple", "why")
    )
    chosen = matched.locator("option").nth(1).inner_text()
    matched.locator("select").first.select_option(chosen)
    several.get_by_role("checkbox").nth(1).check()
    words = "Because of this.\n" * 30
    own.get_by_role("textbox").fill(words)
    show_tools(page)
    use_theme(page, "Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    paper = page.locator(".coup-lesson-paper")
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.locator(".coup-lesson-bar").get_by_role("button", name="Print").click()
    expect(paper).to_be_attached()
    page.emulate_media(media="print")
    said = paper.inner_text()
    for text in (*asked.locator(".prompt, .option > span").all_text_contents(), chosen, words):
        assert " ".join(text.split()) in " ".join(said.split())
    printed = paper.locator(".coup-questions .question.multiple").first
    assert printed.locator("input").evaluate_all("all => all.map((one) => one.checked)")[:2] == [False, True]
    for shown in ("svg.main-svg", ".coup-drawing > svg", "h1"):
        expect(paper.locator(shown).first).to_be_visible()
    for left in (".actions", ".steps", ".coup-bar", "button.move", ".keep", ".coup-lesson-bar"):
        expect(page.locator(left).locator("visible=true")).to_have_count(0)
    ink = paper.locator("p, .option").evaluate_all("all => all.map((one) => getComputedStyle(one).color)")
    assert not [colour for colour in ink if "255" in colour or " 1 1 1" in colour]
    assert page.pdf().count(b"/Type /Page\n") > 5
    expect(paper).to_have_count(0)
    expect(several.get_by_role("checkbox").nth(1)).to_be_checked()

    page.emulate_media(media="screen")
    own.get_by_role("textbox").focus()
    page.evaluate(WATCH)
    page.keyboard.press("Control+s")
    expect_saved(page, new_lab, words.strip())
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)
    expect(own.get_by_role("textbox")).to_be_focused()
    assert page.evaluate("redrawn") == []


def expect_saved(page: Page, lab: Lab, words: str) -> None:
    """Wait until what somebody without Python sees of the notebook has these words."""
    for _ in range(50):
        with suppress(NotJSONError):  # of a file that is just being written
            cells = notebook_of(lab, "02_timeline").cells
            outputs = [output for cell in cells for output in cell.get("outputs", ())]
            if any(words in output.get("data", {}).get("text/html", "") for output in outputs):
                return
        page.wait_for_timeout(100)
    raise AssertionError("the answer is not in the file")


def test_what_a_question_asks_for_is_on_the_timeline_once_it_is_solved(page: Page, new_lab: Lab) -> None:
    """By keys: no mark, and no date in list and card; then all of it, and the learner stays in place."""
    open_lesson(page, new_lab, "02_timeline", "#coup-timeline-place-the-speech")
    view = page.locator(".coup-explorer")
    row, note = view.locator("[data-id=premier-speech]"), view.locator(".coup-hidden-note")
    label = view.locator(".js-plotly-plot .textpoint", has_text="Zhordania’s speech")
    view.scroll_into_view_if_needed()
    expect(view.locator(".js-plotly-plot .textpoint", has_text="Georgia mobilises")).to_be_visible()
    expect(label).to_have_count(0)
    expect(row).to_contain_text("asked for in 2.1")
    view.get_by_role("listbox").press("End")  # where it stands by its title
    expect(view.locator(".coup-card")).to_contain_text("ask for its date or place in the order")
    expect(view.locator(".coup-card")).not_to_contain_text("30 April")
    question = page.locator("#coup-timeline-place-the-speech")
    question.locator("input[type=text]").press_sequentially("30 April 1920")
    check = question.get_by_role("button", name="Check")
    for _ in range(6):
        if check.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(question.locator(".feedback")).to_contain_text("Right.")
    expect(question).to_be_in_viewport()
    view.scroll_into_view_if_needed()
    expect(label).to_be_visible()
    expect(row).to_contain_text("30 April")
    show = note.get_by_role("button")
    expect(note).to_contain_text("(2.2, ")
    show.press("Enter")
    attack = view.locator(".js-plotly-plot .textpoint", has_text="Attack on the military college")
    expect(attack).to_be_visible()
    expect(show).to_have_text("Hide them again")
    expect(show).to_be_focused()
    show.press("Enter")
    expect(attack).to_have_count(0)
