"""What never runs by itself in a notebook, whoever wrote it, and what becomes of a learner's own code."""

import json
from time import sleep
from urllib.request import urlopen

import pytest
from nbformat.v4 import new_code_cell
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

START, READING, DATA_LAB = "00_start_here", "01_reading", "04_data_lab"
FIRST = load_bank("background").questions[0].id


def wait_for_kernel(lab: Lab, name: str) -> None:
    """Wait until a notebook's kernel has nothing to do."""
    for _ in range(600):
        with urlopen(lab.url("api/sessions")) as told:
            states = {one["path"]: one["kernel"]["execution_state"] for one in json.load(told)}
        if states.get(f"{name}.ipynb") == "idle":
            return
        sleep(0.1)
    raise AssertionError(f"{name} has no kernel")


def expect_to_wait(page: Page, lab: Lab, name: str) -> None:
    """Open a notebook and see that nothing in it runs, and that its line says why."""
    page.goto(lab.url(f"lab/tree/{name}.ipynb"))
    expect(lesson_bar(page)).to_contain_text(
        "code that is not the lesson’s, or comes from elsewhere", timeout=60_000
    )
    wait_for_kernel(lab, name)
    page.wait_for_timeout(1_000)
    with kernel_of(lab, page) as kernel:
        assert kernel.value("len(In) - 1") == 0


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize("folded", [True, False])
def test_other_code_never_runs_by_itself(page: Page, new_lab: Lab, trusted: bool, folded: bool) -> None:
    """In a notebook with our metadata, and in one of ours, whoever changed it.

    Jupyter trusts what was uploaded, copied or saved without outputs: saving it and opening it again, too,
    runs nothing of it.
    """
    evil = new_code_cell("open('ran', 'w').close()", metadata={"jupyter": {"source_hidden": folded}})
    notebook = notebook_of(new_lab, START)
    notebook.cells.insert(3, evil)
    lay(new_lab, "changed", notebook, trusted=trusted)
    notebook.cells = [notebook.cells[0], evil]
    lay(new_lab, "elsewhere", notebook, trusted=trusted)
    for name in ("changed", "elsewhere"):
        for _ in range(2):
            if folded or not trusted or name == "elsewhere":
                expect_to_wait(page, new_lab, name)
            else:
                page.goto(new_lab.url(f"lab/tree/{name}.ipynb"))
                wait_until_filled(page)
            page.locator(".jp-Notebook .jp-Cell h1, .jp-Notebook p").locator("visible=true").first.click()
            page.keyboard.press("Control+s")
            expect(page.locator(".jp-NotebookPanel.jp-mod-dirty")).to_have_count(0)
            page.wait_for_timeout(500)
            if not folded:
                trusted = True
    assert not (new_lab.folder / "ran").exists()


def test_the_lessons_own_code_waits_where_jupyter_does_not_trust_it(page: Page, new_lab: Lab) -> None:
    """Until somebody says so: then it runs, at its top, and the line is quiet."""
    notebook = notebook_of(new_lab, START)
    notebook.cells[0].source += ", once more"
    lay(new_lab, "unsigned", notebook, trusted=False)
    expect_to_wait(page, new_lab, "unsigned")
    lesson_bar(page).get_by_role("button", name="Run it").click()
    wait_until_filled(page)
    expect(page.locator(".question")).to_be_visible()
    assert is_at_top(page)


def test_a_notebook_that_does_not_ask_is_left_alone(page: Page, new_lab: Lab) -> None:
    """Though it is the lesson's: no line, no cell run, all tools."""
    notebook = notebook_of(new_lab, START)
    del notebook.metadata["coup1920"]
    lay(new_lab, "plain", notebook, trusted=True)
    page.goto(new_lab.url("lab/tree/plain.ipynb"))
    expect(page.locator(".jp-NotebookPanel h1").first).to_be_visible(timeout=60_000)
    wait_until_idle(page)
    page.wait_for_timeout(1_000)
    expect(page.locator(".coup-lesson-bar, .question")).to_have_count(0)
    expect(page.get_by_role("menuitem", name="Help", exact=True)).to_be_visible()


# What a learner writes


def test_what_a_learner_ran_runs_again_and_what_was_only_typed_does_not(page: Page, new_lab: Lab) -> None:
    """The next day, with a new kernel: the task is there, and so is what was said about it."""
    open_lesson(page, new_lab, DATA_LAB, "[data-question='how-many-rows']")
    cells = page.locator(".jp-CodeCell")
    done, typed = (
        cells.filter(has=page.locator(f"[data-question='{id}']")) for id in ("how-many-rows", "no-date")
    )
    for cell, code in (
        (done, 'answer = len(events)\nquiz.check_value("how-many-rows", answer)'),
        (typed, "open('ran', 'w').close()"),
    ):
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(code)
        if cell is done:
            lesson_bar(page).get_by_role("button", name="Run this cell").click()
            expect(cell.locator(".said")).to_contain_text("Right.")
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-NotebookPanel.jp-mod-dirty")).to_have_count(0)
    show_tools(page)
    restart(page, "Restart Kernel…")
    page.reload()
    wait_until_filled(page)
    expect(done.locator(".said")).to_contain_text("Right.", timeout=60_000)
    assert not (new_lab.folder / "ran").exists()


def test_nothing_of_ours_is_saved_in_a_learners_file(page: Page, new_lab: Lab) -> None:
    """But what running the cells by hand would have saved as well."""
    before = notebook_of(new_lab, READING)
    open_lesson(page, new_lab, READING, f".question[data-question='{FIRST}']")
    show_tools(page)
    page.get_by_role("button", name="Lesson view").click()
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-NotebookPanel.jp-mod-dirty")).to_have_count(0)
    after = notebook_of(new_lab, READING)
    assert after.metadata["coup1920"] == before.metadata["coup1920"]
    assert set(after.metadata) == set(before.metadata)
    kept = [[(cell.id, cell.source, cell.metadata) for cell in one.cells] for one in (before, after)]
    assert kept[0] == kept[1]
