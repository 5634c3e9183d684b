"""Views whose script came late."""

from playwright.sync_api import Page, expect

from tests.browser.notebooks import open_and_run, write
from tests.server import Lab

_LATE = """const wait = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => wait(ms === 2000 ? 0 : ms);"""
"""Makes every script late: anywidget gives it two seconds."""


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
    open_and_run(page, lab, "late", ".coup-questions")
    assert any("Failed to initialize" in error for error in given_up)
    question = page.locator(".question")
    question.get_by_role("radio").first.click()
    expect(question.locator(".kept")).to_contain_text("Saved")
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".feedback")).to_be_visible()
    expect(page.locator(".coup-table")).to_contain_text("1 of 1 answered")
    page.locator(".coup-events").evaluate("(list) => list.scrollIntoView()")
    ring = page.locator(".scatterlayer path.point[d^='M12,0A12']")
    for number in (2, 3):
        before = ring.get_attribute("transform") if number == 3 else None
        row = page.locator(".coup-events [role=option]").nth(number)
        row.click()
        expect(page.locator(".coup-card h3")).to_contain_text(row.locator(".title").text_content() or "")
        expect(ring).not_to_have_attribute("transform", before or "")
