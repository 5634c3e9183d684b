"""The site over plain http from another machine, where a page is no secure context."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect, sync_playwright

from coupquiz.classroom.address import is_local, own_address
from tests.browser import chromium
from tests.browser.engines import FLAGS
from tests.site.opened import QUESTION, SLOW, answer, ready, served, shown


def test_plain_http_from_another_machine_keeps_answers() -> None:
    """Where browsers give a page no service worker; the page is opened again, and a second one hears."""
    address = own_address()
    if is_local(address):
        pytest.skip("this machine is in no network")
    program = chromium.provide()
    flags = [flag.replace("127.0.0.1", address) for flag in FLAGS]
    with served(address) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        page = context.new_page()
        ready(page, site)
        assert not page.evaluate("isSecureContext")
        answer(page)
        kept = shown(page, QUESTION).locator(".kept")
        expect(kept).to_contain_text("Saved")
        other = context.new_page()
        ready(other, site)
        expect(shown(other, QUESTION).locator(".kept")).to_contain_text("Saved", timeout=SLOW)
        shown(other, QUESTION).get_by_role("radio").nth(1).click()
        expect(shown(page, QUESTION).get_by_role("radio").nth(1)).to_be_checked()
        browser.close()
