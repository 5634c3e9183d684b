"""The preview of a bank in a real browser, opened from the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from coupquiz.banks.bank import Bank
from coupquiz.pages.preview import preview
from tests.cases import SMALL, hostile
from tests.unit.coupquiz.asked import LONDON

SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Iterator[Page]:
    """The page of a bank with every kind; the test fails if it asked for anything but itself."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    file = tmp_path / "preview.html"
    file.write_text(preview(LONDON, SMALL), encoding="utf-8")
    page.goto(file.as_uri())
    yield page
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1400])
def test_axe_finds_nothing(shown: Page, width: int, scheme: str) -> None:
    """No violation of accessibility rules with every list unfolded; nothing is cut off."""
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shown.set_viewport_size({"width": width, "height": 900})
    for summary in shown.locator("summary").all():
        summary.click()
    expect(shown.get_by_text("pudding-lane", exact=True)).to_be_visible()
    found = Axe().run(shown)
    assert not found.response["violations"], found.generate_report()
    assert not shown.evaluate(SIDEWAYS)


def test_what_people_wrote_is_text(page: Page, tmp_path: Path) -> None:
    """In the case as in the bank: no element comes of it."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    file = tmp_path / "hostile.html"
    file.write_text(
        preview(Bank("x", "<img src=x onerror=alert(1)>", LONDON.questions), hostile(SMALL)), "utf-8"
    )
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0
    assert dialogs == []
