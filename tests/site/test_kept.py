"""Saved is said only of what the browser keeps, wherever the site is and whatever the browser does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.engines import CHROMIUM, launching
from tests.site.opened import QUESTION, answer, ready, served, shown


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here, and fetches every file itself."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, service_workers="block")
    yield context
    context.close()


def change_script(context: BrowserContext, before: str) -> None:
    """Let this run before what keeps answers, in pages and in workers."""
    context.route(
        "**/kept_answers.js",
        lambda route: route.fulfill(body=f"{before}\n{route.fetch().text()}", content_type="text/javascript"),
    )


def test_a_full_storage_keeps_nothing_and_says_so(context: BrowserContext, site: str, tmp_path: Path) -> None:
    """The answer can be exported from the question; with room again, the next try is saved."""
    # A browser looks how much room there is only now and then; this one says at once that there is none.
    change_script(
        context,
        """
        let isFull = false;
        new BroadcastChannel("room").onmessage = ({ data }) => { isFull = !data; };
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (isFull) throw new DOMException("", "QuotaExceededError");
          return put.apply(this, given);
        };
        """,
    )
    page = context.new_page()
    ready(page, site)
    page.evaluate("new BroadcastChannel('room').postMessage(false)")
    answer(page)
    question = shown(page, QUESTION)
    expect(question.locator(".trouble")).to_contain_text("is full: export before you close")
    expect(question.locator(".kept")).not_to_contain_text("Saved")
    with page.expect_download() as download:
        page.locator(".coup-questions .export button").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    kept = json.loads(file.read_text(encoding="utf-8"))["notebooks"]["00_start_here"]["banks"]
    assert kept["start"][QUESTION]["answer"]
    page.evaluate("new BroadcastChannel('room').postMessage(true)")
    question.get_by_role("radio").nth(1).click()
    expect(question.locator(".kept")).to_contain_text("Saved")
    expect(question.locator(".trouble")).to_be_empty()


def test_a_browser_that_keeps_nothing_says_so_before_the_first_answer(
    context: BrowserContext, site: str
) -> None:
    """As where its user forbids sites to keep anything."""
    refuses = "{ get() { throw new DOMException('', 'SecurityError'); } }"
    refused = f"Object.defineProperty(globalThis, 'indexedDB', {refuses});"
    change_script(context, refused)
    page = context.new_page()
    ready(page, site)
    notes = page.locator(".coup-questions .trouble", has_text="Not kept in this browser")
    expect(notes.first).to_be_visible()
    answer(page)
    expect(shown(page, QUESTION).locator(".trouble")).to_contain_text("export before you close")
    expect(shown(page, QUESTION).locator(".kept")).not_to_contain_text("Saved")


def test_what_was_evicted_is_not_called_saved(context: BrowserContext, site: str) -> None:
    """The next visit begins with nothing, and saves again."""
    page = context.new_page()
    ready(page, site)
    answer(page)
    expect(shown(page, QUESTION).locator(".kept")).to_contain_text("Saved")
    origin = site.rpartition("/")[0]
    context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"}
    )
    page.close()
    page = context.new_page()
    ready(page, site)
    expect(shown(page, QUESTION).get_by_role("radio", checked=True)).to_have_count(0)
    expect(shown(page, QUESTION).locator(".kept")).to_be_empty()
    answer(page)
    expect(shown(page, QUESTION).locator(".kept")).to_contain_text("Saved")


def test_answers_that_an_earlier_site_kept_are_brought_in(context: BrowserContext, site: str) -> None:
    """They lay among the notebooks, in JupyterLite's storage."""
    page = context.new_page()
    page.goto(f"{site}/index.html")
    old = {
        "format": "coup1920 answers",
        "version": 1,
        "learner": "0" * 32,
        "name": "Nino",
        "notebook": "00_start_here",
        "banks": {
            "start": {
                QUESTION: {
                    "answer": "school",
                    "tries": 1,
                    "hints": 0,
                    "solved": False,
                    "best": 0.0,
                    "shown": False,
                    "checked": True,
                    "ticked": [],
                    "at": "2026-05-03T10:00:00+00:00",
                }
            }
        },
        "aside": {},
    }
    page.evaluate(
        """async ([name, text]) => {
          indexedDB.deleteDatabase("coup1920 answers " + new URL(".", location.href).pathname);
          const opening = indexedDB.open("JupyterLite Storage - " + new URL(".", location.href).pathname, 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore("files");
          const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
          const change = database.transaction("files", "readwrite");
          const file = { name, path: name, type: "file", format: "text", content: text };
          change.objectStore("files").put(file, name);
          await new Promise((done) => { change.oncomplete = done; });
          database.close();
        }""",
        ["00_start_here.answers.json", json.dumps(old)],
    )
    page.reload()
    expect(page.locator(".work .state")).to_contain_text("1 answer of yours is kept")
    expect(page.get_by_label("Your name")).to_have_value("Nino")


WRITE = """async ([name, last]) => {
  const { read, swap } = await import("./static/lesson/kept_answers.js");
  let before = (await read()).get(name) ?? null;
  for (let number = last + 1; ; number += 1) {
    const after = JSON.stringify({ number, filling: "x".repeat(20_000) });
    const { stored } = await swap(name, before, after);
    if (stored) await saved(number);
    before = after;
  }
}"""
"""Stores one answers file after another, and says which is saved, as Python does."""

READ = """async (name) => {
  const { read } = await import("./static/lesson/kept_answers.js");
  return JSON.parse((await read()).get(name) ?? '{"number": 0}').number;
}"""


def test_a_killed_browser_has_all_that_it_called_saved(browser: Browser, site: str, tmp_path: Path) -> None:
    """However often it is killed while it writes."""
    name, said = "00_start_here.answers.json", [0]
    options = launching(CHROMIUM)
    for moment in (0.05, 0.11, 0.17, 0.23):  # seconds
        context = browser.browser_type.launch_persistent_context(str(tmp_path), **options)
        page = context.new_page()
        page.expose_function("saved", lambda number: said.append(number))
        page.goto(f"{site}/")
        kept = page.evaluate(READ, name)
        assert kept in (said[-1], said[-1] + 1)  # stored, but killed before it could say so
        page.evaluate(f"told => void ({WRITE})(told)", [name, kept])
        while said[-1] < kept + 2:
            page.wait_for_timeout(10)
        page.wait_for_timeout(moment * 1000)
        kill_browser(tmp_path)
    assert len(said) > 20


def kill_browser(profile: Path) -> None:
    """Kill the browser that has this profile, as the system does that has no memory left."""
    for process in psutil.process_iter(["cmdline"]):
        command = process.info["cmdline"] or []
        if f"--user-data-dir={profile}" in command and not any("--type=" in each for each in command):
            process.kill()
            process.wait()
