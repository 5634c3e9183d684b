"""The lesson as a static site: a browser and a file server, no Python installed for it."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from lite import build


class Files(SimpleHTTPRequestHandler):
    """A plain file server that keeps quiet."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site, under a sub-path as many hosts have it."""
    assert build.is_fresh(), "_site/ is missing or older than the tree: run `python -m nox -s site`"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=build.ROOT)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{build.SITE.name}"
        server.shutdown()


def test_the_lesson_runs_with_nothing_installed(page: Page, site: str) -> None:
    """The start page's picture is drawn and its question answers a click, from this server's files alone."""
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(f"{site}/")
    page.get_by_role("menuitem", name="Run", exact=True).click(timeout=60_000)
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    picture = page.locator(".js-plotly-plot .scatterlayer .trace").first
    check = page.get_by_role("button", name="Check", exact=True)
    complaints = page.locator("[data-mime-type='application/vnd.jupyter.stderr']")
    expect(check.or_(complaints).first).to_be_visible(timeout=120_000)
    assert complaints.all_inner_texts() == []
    expect(picture).to_be_visible(timeout=60_000)
    for night, verdict in (("30 April to 1 May", "Not right."), ("2 to 3 May", "Right.")):
        page.get_by_role("radio", name=f"The night of {night}").click()
        check.click()
        expect(page.get_by_role("status").get_by_text(verdict, exact=True)).to_be_visible()
    assert not missing
