"""A room behind what schools put between a page and its server."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import trustme
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched_page
from tests.room_process import OpenRoom, free_port, open_room
from tests.server import environment

PROMPT = "What did the Bolsheviks attempt to seize in Tiflis?"
LATER = "Those who attacked the college wanted mo"
RIGHT = "A military school and government offices"

BROKEN = """window.WebSocket = class extends WebSocket {
  constructor() { super(`${location.origin}/no-socket`.replace(/^http/, "ws")); }
};"""
"""Has every socket of a page refused, as by a proxy that does not know what it is."""


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name, exact=True).click()


def vote_is_held(desk: Page, seat: Page, room: OpenRoom) -> None:
    """A seat and a desk hold a vote from the question to its answer."""
    desk.goto(room.desk)
    seat.goto(f"{room.address}#{room.code}")
    expect(seat.get_by_role("heading", level=1)).to_have_text("You are in.")
    press(desk, "Vote")
    press(desk, "Ask 0.1")
    expect(seat.get_by_text(PROMPT)).to_be_visible()
    seat.get_by_label(RIGHT).check(force=True)
    expect(seat.locator(".lead.in")).to_be_visible()
    expect(desk.get_by_text("1 answered")).to_be_visible()
    press(desk, "Close the vote")
    press(desk, "Show the answer")
    expect(seat.locator(".option.right")).to_contain_text(RIGHT)


def test_where_sockets_are_broken_pages_ask_instead(browser: Browser, tmp_path: Path) -> None:
    """As behind a filter that lets only plain requests through."""
    with open_room(tmp_path) as room, watched_page(browser) as desk, watched_page(browser) as seat:
        for page in (desk, seat):
            page.add_init_script(BROKEN)
        vote_is_held(desk, seat, room)


def test_a_certificate_makes_it_https(browser: Browser, tmp_path: Path) -> None:
    """Cookies and sockets included."""
    authority = trustme.CA()
    certificate = tmp_path / "room.pem"
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(certificate)
    with (
        open_room(tmp_path, "--certificate", str(certificate)) as room,
        watched_page(browser, ignore_https_errors=True) as desk,
        watched_page(browser, ignore_https_errors=True) as seat,
    ):
        assert room.address.startswith("https:")
        vote_is_held(desk, seat, room)
        assert all(cookie["secure"] and cookie["httpOnly"] for cookie in seat.context.cookies())


def test_a_hub_leads_to_it(browser: Browser, tmp_path: Path) -> None:
    """By way of jupyter-server-proxy, for learners without an account; it may close and open again."""
    with jupyter(tmp_path) as server:
        port = free_port()
        path = f"/proxy/absolute/{port}/"
        ways = ("--base-url", path, "--public", f"{server}{path}")
        with watched_page(browser) as desk, watched_page(browser) as seat:
            with open_room(tmp_path, *ways, port=port) as room:
                assert room.address == f"{server}{path}"
                vote_is_held(desk, seat, room)
            with open_room(tmp_path, *ways, port=port) as again:
                assert again.code == room.code
                again.act("ask", bank="week", question="first-step")
                expect(seat.get_by_text(LATER)).to_be_visible()


@contextmanager
def jupyter(home: Path) -> Iterator[str]:
    """Run a Jupyter server that lets everybody in, and yield its address without a slash at the end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    options = {
        "ServerApp.port": port,
        "IdentityProvider.token": "",
        "ServerApp.root_dir": home,
        "ServerApp.open_browser": False,
        "ServerApp.allow_root": True,
    }
    command = [
        sys.executable,
        "-m",
        "jupyter_server",
        *(f"--{name}={value}" for name, value in options.items()),
    ]
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"{address}/api")
            yield address
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    patience = monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(address).close()
        except (urllib.error.URLError, ConnectionError):
            assert monotonic() < patience, "Jupyter did not start"
            sleep(0.1)
        else:
            return
