"""Notebooks of the lesson that fill themselves: when, and what is then in sight."""

import json
import re
from urllib.request import Request, urlopen

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from coupquiz import load_bank
from tests.browser.kernel import kernel_of
from tests.browser.notebooks import (
    is_at_top,
    lay,
    lesson_bar,
    notebook_of,
    open_lesson,
    restart,
    show_tools,
    wait_until_filled,
    wait_until_idle,
)
from tests.server import Lab

START, READING = "00_start_here", "01_reading"
FIRST = load_bank("background").questions[0].id


def answer_first(page: Page) -> None:
    """Choose an option of the first question."""
    place = page.locator(".question:visible").first
    place.get_by_role("radio").first.click()
    expect(place.locator(".kept")).to_contain_text("Saved")


def expect_answered(page: Page) -> None:
    """Wait until the first question shows the option that was chosen."""
    expect(page.locator(".question:visible").first.get_by_role("radio").first).to_be_checked()


def test_a_notebook_fills_itself_and_is_at_its_top(page: Page, new_lab: Lab) -> None:
    """Nothing is clicked. What is for other programs is out of sight, and so are code and Jupyter's tools."""
    open_lesson(page, new_lab, READING, f".question[data-question='{FIRST}']")
    assert is_at_top(page)
    expect(lesson_bar(page).get_by_role("status")).to_be_empty()
    for hidden in (".coup-lesson-hint", ".jp-InputArea-editor", ".jp-InputPlaceholder", ".jp-Toolbar"):
        expect(page.locator(f".jp-NotebookPanel {hidden}").locator("visible=true")).to_have_count(0)
    expect(
        page.locator("#jp-top-panel, .jp-SideBar, #jp-bottom-panel").locator("visible=true")
    ).to_have_count(0)
    assert not page.evaluate("'MathJax' in window")  # nobody waits for what the lesson has no use for
    found = Axe().run(page, context=".coup-lesson-bar")
    assert not found.response["violations"], found.generate_report()


def test_it_says_what_it_is_doing(page: Page, new_lab: Lab) -> None:
    """Until it is ready."""
    page.add_init_script(
        "window.said = [];"
        "new MutationObserver(() => said.push(document.querySelector('.coup-lesson-told')?.textContent))"
        ".observe(document, { childList: true, subtree: true })"
    )
    open_lesson(page, new_lab, START, ".question")
    said = page.evaluate("said")
    assert "Preparing the lesson …" in said
    assert said[-1] == ""


def test_a_new_kernel_fills_it_again(page: Page, new_lab: Lab) -> None:
    """A restarted one and one that runs the cells already: each cell runs once, and answers are there."""
    open_lesson(page, new_lab, START, ".question")
    answer_first(page)
    show_tools(page)
    cells = len([cell for cell in notebook_of(new_lab, START).cells if cell.cell_type == "code"])
    for item in ("Restart Kernel…", "Restart Kernel and Run All Cells…"):
        before = page.locator(".question").element_handle()
        restart(page, item)
        page.wait_for_function("(before) => !before.isConnected", arg=before)
        wait_until_filled(page)
        expect_answered(page)
        page.wait_for_timeout(1_500)  # in which a second run would begin
        wait_until_idle(page)
        with kernel_of(new_lab, page) as kernel:
            assert kernel.value("len(In) - 1") == cells


def test_a_kernel_that_its_server_has_lost_is_replaced(page: Page, new_lab: Lab) -> None:
    """As on a hub that stops what rests: what was answered since is saved, without loading the page again."""
    open_lesson(page, new_lab, READING, f".question[data-question='{FIRST}']")
    with urlopen(new_lab.url("api/sessions")) as told:
        lost = {session["path"]: session["id"] for session in json.load(told)}[f"{READING}.ipynb"]
    urlopen(Request(new_lab.url(f"api/sessions/{lost}"), method="DELETE")).close()
    kept = page.locator(".question:visible .kept").first
    page.locator(".question:visible").first.get_by_role("radio").first.click()
    expect(lesson_bar(page)).to_contain_text("Python is not running", timeout=60_000)
    page.keyboard.press("Shift")  # somebody is there
    expect(kept).to_contain_text("Saved", timeout=60_000)
    expect_answered(page)
    assert len(list(new_lab.folder.glob(f"{READING}.answers.json"))) == 1


def test_a_page_loaded_again_is_filled(page: Page, new_lab: Lab) -> None:
    """Its cells run again in the living kernel, whether the notebook was saved with what it shows or not."""
    open_lesson(page, new_lab, START, ".question")
    answer_first(page)
    for is_saved in (False, True):
        if is_saved:
            page.keyboard.press("Control+s")
            expect(page.locator(".jp-NotebookPanel.jp-mod-dirty")).to_have_count(0)
        with kernel_of(new_lab, page) as kernel:
            before = kernel.value("len(In)")
        page.reload()
        wait_until_filled(page)
        expect_answered(page)
        assert is_at_top(page)
        with kernel_of(new_lab, page) as kernel:
            assert kernel.value("len(In)") > before


def test_a_tab_in_the_background_waits_until_it_is_seen(page: Page, new_lab: Lab) -> None:
    """A page that opens with several notebooks fills the one in sight; the other when it is chosen."""
    open_lesson(page, new_lab, START, ".question")
    page.get_by_role("link", name="The timeline").first.click()
    expect(page.locator(".coup-tour")).to_be_visible(timeout=60_000)
    wait_until_filled(page)
    page.get_by_role("tab", name=f"{START}.ipynb").click()
    page.wait_for_timeout(1_500)  # until JupyterLab has noted what is open
    page.reload()
    wait_until_filled(page)
    expect(page.locator(".coup-tour")).to_have_count(0)
    page.get_by_role("tab", name="02_timeline.ipynb").click()
    expect(page.locator(".coup-tour")).to_be_visible(timeout=60_000)
    wait_until_filled(page)
    assert is_at_top(page)


def test_what_cannot_be_prepared_is_said_with_what_to_do(page: Page, new_lab: Lab) -> None:
    """Cells of the lesson that need one that is not there; with a new kernel it is tried again."""
    notebook = notebook_of(new_lab, READING)
    place = next(place for place, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    del notebook.cells[place]
    lay(new_lab, "broken", notebook, trusted=True)
    page.goto(new_lab.url("lab/tree/broken.ipynb"))
    expect(lesson_bar(page)).to_contain_text("Something here could not be prepared.", timeout=60_000)
    lesson_bar(page).get_by_role("button", name="Try again").click()
    expect(lesson_bar(page)).to_contain_text("Preparing the lesson …")
    expect(lesson_bar(page)).to_contain_text("Something here could not be prepared.", timeout=60_000)


def test_in_notebook_7_it_fills_itself_too(page: Page, new_lab: Lab) -> None:
    """With one click the menus are back; a link opens the next, which fills itself."""
    page.goto(new_lab.url(f"notebooks/{START}.ipynb"))
    expect(page.locator(".question")).to_be_visible(timeout=60_000)
    wait_until_filled(page)
    assert is_at_top(page)
    menu = page.get_by_role("menuitem", name="Help", exact=True)
    expect(menu).to_be_hidden()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="The reading").first.click()
    expect(opened.value.locator(f".question[data-question='{FIRST}']")).to_be_visible(timeout=60_000)
    show_tools(page)
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lesson view").click()
    expect(menu).to_be_hidden()


def test_the_extension_is_the_one_of_this_package(new_lab: Lab, page: Page) -> None:
    """Whatever an earlier install has left where Jupyter looks."""
    page.goto(new_lab.url("lab"))
    config = json.loads(page.locator("#jupyter-config-data").inner_text() or "{}")
    found = [each for each in config["federated_extensions"] if each["name"] == "coup1920"]
    assert len(found) == 1
    assert re.fullmatch(r"static/remoteEntry\.js", found[0]["load"])
