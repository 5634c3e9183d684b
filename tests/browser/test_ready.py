"""Questions that find their script in the page already, and views whose script came late."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from coupquiz import Quiz
from coupquiz.notebook.sheet import Sheet
from coupquiz.notebook.spare import Spare
from tests.browser import alone
from tests.browser.kernel import kernel_of
from tests.browser.notebooks import open_and_run, open_by_address, wait_until_idle, write
from tests.server import Lab

_LATE = """const wait = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => wait(ms === 2000 ? 0 : ms);"""
"""Makes every script late: anywidget gives it two seconds."""

_ON_SPARE = """from coupquiz.notebook.sheet import Sheet

ready = Sheet._spare.is_ready and Sheet._spare.model_id
sheet = quiz.ask("pressed-lenin")
print("found ready:", sheet.model_id == ready)
sheet"""


def test_a_question_that_finds_its_script_ready_is_like_any_other(page: Page, lab: Lab) -> None:
    """It is answered, checked and kept, and is there again in a browser that is loaded anew."""
    write(lab, "ready", "from coupquiz import Quiz\n\nquiz = Quiz('week', notebook='ready')", _ON_SPARE)
    open_by_address(page, lab.url("lab/workspaces/ready/tree/ready.ipynb"))
    first, second = page.locator(".jp-Notebook .jp-CodeCell").all()
    run(first, 1)
    for number in range(2, 30):  # how long a page takes over the script, nobody but the page can say
        run(second, number)
        if second.get_by_text("found ready: True").count():
            break
    expect(second.get_by_text("found ready: True")).to_be_visible()
    expect_answered(page, 0)
    page.keyboard.press("Control+s")  # the focus is in the question
    expect(page.locator(".lm-DockPanel-tabBar .jp-mod-dirty")).to_have_count(0)
    page.reload()
    expect(page.locator(".question").get_by_role("radio").first).to_be_checked()
    expect_answered(page, 1)


def test_views_whose_script_comes_late_hear_from_python_all_the_same(page: Page, lab: Lab) -> None:
    """So it is on a slow machine: answers are confirmed and summed up, card and chart follow the list."""
    page.add_init_script(_LATE)
    given_up: list[str] = []
    page.on("pageerror", lambda error: given_up.append(str(error)))
    write(
        lab,
        "late",
        "from coupquiz import Quiz\n\nquiz = Quiz('week', notebook='late')\nquiz.ask('pressed-lenin')",
        "quiz.summary()",
        "import coupdata\nfrom coupdata.views import explorer\n\nexplorer(coupdata.load())",
    )
    open_and_run(page, lab, "late", ".coup-sheet")
    assert any("Failed to initialize" in error for error in given_up)
    expect_answered(page, 0)
    expect(page.locator(".coup-table")).to_contain_text("1 of 1 answered")
    page.locator(".coup-events").evaluate("(list) => list.scrollIntoView()")
    ring = page.locator(".scatterlayer path.point[d^='M12,0A12']")
    for number in (2, 3):
        before = ring.get_attribute("transform") if number == 3 else None
        row = page.locator(".coup-events [role=option]").nth(number)
        row.click()
        expect(page.locator(".coup-card h3")).to_contain_text(row.locator(".title").text_content() or "")
        expect(ring).not_to_have_attribute("transform", before or "")


def test_a_question_that_is_asked_while_a_browser_is_loaded_comes_all_the_same(page: Page, lab: Lab) -> None:
    """Python may tell what there is, and then what is new, but be heard the other way round."""
    write(lab, "anew", "from coupquiz import Quiz\n\nquiz = Quiz('week', notebook='anew')", "sheet")
    open_by_address(page, lab.url("lab/workspaces/anew/tree/anew.ipynb"))
    first, second = page.locator(".jp-Notebook .jp-CodeCell .jp-InputPrompt").all()
    first.click()
    page.keyboard.press("Control+Enter")
    expect(first).to_have_text("[1]:")
    with kernel_of(lab, page) as kernel:
        kernel.run("from coupquiz.notebook.sheet import Sheet")
        until(page, lambda: kernel.value("Sheet._spare.is_ready"))
        held, passed = hold(page, "update_states")
        page.reload()
        until(page, lambda: held)
        kernel.run("sheet = quiz.ask('pressed-lenin')")
        assert kernel.value("Sheet._spare is None")
        until(page, lambda: any('"page":' in text for text in passed))
    ((socket, message),) = held
    socket.send(message)
    second.click()
    page.keyboard.press("Control+Enter")
    expect_answered(page, 0)


def test_a_question_that_is_shown_before_its_page_has_come_waits_for_it(page: Page, tmp_path: Path) -> None:
    """So it can be in a browser that is loaded anew while a cell runs."""
    alone.show(page, Spare(Sheet._esm))
    expect(page.locator(".question")).to_have_count(0)
    sheet = Quiz("week", notebook="test", folder=tmp_path).ask("pressed-lenin")
    for name in ("states", "problem", "page"):
        page.evaluate(
            "([name, value]) => model.set(name, value)", [name, json.loads(json.dumps(getattr(sheet, name)))]
        )
    expect(page.locator(".question").get_by_role("radio").first).to_be_visible()


def run(cell: Locator, number: int) -> None:
    """Run a cell, which is the kernel's so many-th."""
    cell.locator(".jp-InputPrompt").click()
    cell.page.keyboard.press("Control+Enter")
    expect(cell.locator(".jp-InputPrompt")).to_have_text(f"[{number}]:")
    wait_until_idle(cell.page)


def expect_answered(page: Page, choice: int) -> None:
    """Answer the question on the page, check it, and wait for the word of Python."""
    question = page.locator(".question")
    question.get_by_role("radio").nth(choice).click()
    expect(question.locator(".kept")).to_contain_text("Saved")
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".feedback")).to_be_visible()


def hold(page: Page, word: str) -> tuple[list[tuple[WebSocketRoute, str | bytes]], list[str]]:
    """Hold back the first message from Python with this word in it; return where it lies, and what passes."""
    held: list[tuple[WebSocketRoute, str | bytes]] = []
    passed: list[str] = []

    def pass_on(socket: WebSocketRoute) -> None:
        def hear(message: str | bytes) -> None:
            text = message if isinstance(message, str) else message.decode(errors="replace")
            if word in text and not held:
                held.append((socket, message))
            else:
                socket.send(message)
                passed.append(text)

        socket.connect_to_server().on_message(hear)

    page.route_web_socket(re.compile("/channels"), pass_on)
    return held, passed


def until(page: Page, holds: Callable[[], object]) -> None:
    """Wait until this holds."""
    for _ in range(300):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("that never held")
