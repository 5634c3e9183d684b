"""The first page of the site: text and timeline at once, and answers as a file, all without Python."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import coupdata
from coupquiz.answers.file_format import to_json
from coupquiz.answers.transfer import files_in_progress, import_progress
from coupquiz.grading.answer_key import load_key
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submission import graded
from lite import build, draw_pictures
from lite.start_page import START
from tests.site.opened import served


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


def progress(answer: str = "lenin", *, at: str = "2026-05-03T10:00:00+00:00", **more: Any) -> str:
    """An exported file with one answer."""
    record = {"answer": answer, "tries": 1, "hints": 0, "solved": False, "best": 0.0, "shown": False}
    record |= {"checked": True, "ticked": [], "at": at, **more}
    file = {"format": "coup1920 answers", "version": 1, "learner": "0" * 32, "name": "", "aside": {}}
    file |= {"notebook": "02_timeline", "banks": {"week": {"which-night": record}}}
    return json.dumps({"format": "coup1920 progress", "version": 1, "notebooks": {"02_timeline": file}})


def bring(page: Page, file: Path, text: str) -> None:
    """Bring a file back."""
    file.write_text(text, encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring it back").click()
    chooser.value.set_files(file)


def taken(page: Page, button: str, folder: Path) -> Path:
    """Press a button that saves a file, and return it."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_the_text_is_there_at_once(page: Page, site: str) -> None:
    """Before any script has run, and no script but the page's own is fetched for it."""
    page.goto(f"{site}/", wait_until="commit")
    case = coupdata.load()
    sentence = next(iter(case.reading.sentences))
    expect(page.locator("#reading")).to_contain_text(sentence.text, timeout=1_000)
    page.wait_for_load_state()
    fetched = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert not [url for url in fetched if "pyodide" in url or "plotly" in url]


def test_every_notebook_has_a_way_in(page: Page, site: str) -> None:
    """And each leads to a file that is there."""
    page.goto(f"{site}/")
    for link in page.locator("a[href*='path=']").all():
        name = re.sub(".*path=", "", link.get_attribute("href") or "")
        assert page.request.get(f"{site}/files/{name}").ok, name
    expect(page.locator(".cards a")).to_have_count(len(build.lessons()) - 1)


def test_the_timeline_comes_to_life(page: Page, site: str) -> None:
    """A chosen event has its card, and its sentences in the reading."""
    page.goto(f"{site}/")
    expect(page.get_by_alt_text("Timeline")).to_be_visible()
    page.locator(".timeline").scroll_into_view_if_needed()
    expect(page.locator(".timeline .main-svg").first).to_be_visible()
    expect(page.locator(".timeline .still")).to_have_count(0)
    page.get_by_role("button", name="Next", exact=False).first.click()
    expect(page.locator("#reading .sentence[aria-current]").first).to_be_attached()


def test_work_goes_out_and_comes_back(page: Page, site: str, tmp_path: Path) -> None:
    """As the files that Python reads and writes; of two answers, the later one stays."""
    page.goto(f"{site}/")
    expect(page.get_by_role("button", name="Take my work along")).to_be_disabled()
    bring(page, tmp_path / "in.json", progress("lenin"))
    expect(page.locator(".word")).to_contain_text("Brought back: the answers to 1 notebook")
    expect(page.locator(".state")).to_contain_text("1 answer of yours is kept")
    bring(page, tmp_path / "older.json", progress("before", at="2026-05-01T10:00:00+00:00", tries=4))
    bring(page, tmp_path / "later.json", progress("after", at="2026-05-04T10:00:00+00:00", best=0.5))
    expect(page.locator(".word")).to_contain_text("Brought back")
    page.reload()
    file = taken(page, "Take my work along", tmp_path)
    (answers,) = files_in_progress(file.read_bytes())
    (record,) = to_json(answers)["banks"]["week"].values()
    assert (record["answer"], record["tries"], record["best"]) == ("after", 4, 0.5)
    assert import_progress(file.name, file.read_bytes(), tmp_path).notebooks == ("02_timeline",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is damaged"),
        ('{"cells": []}', "is not a file with answers of this lesson"),
        ('{"format": "coup1920 progress", "version": 2, "notebooks": {}}', "newer version"),
        ('{"format": "coup1920 progress", "version": 1, "notebooks": {"a/b": {}}}', "is damaged"),
        ("[]", "is not a file with answers of this lesson"),
    ],
)
def test_what_is_no_such_file_is_refused(page: Page, site: str, tmp_path: Path, text: str, said: str) -> None:
    """With a sentence, and nothing changes."""
    page.goto(f"{site}/")
    bring(page, tmp_path / "some file.json", text)
    expect(page.locator(".word")).to_contain_text(said)
    expect(page.locator(".state")).to_contain_text("There is nothing yet")


def test_what_is_handed_in_is_marked(page: Page, site: str, tmp_path: Path) -> None:
    """It is called by the learner's name, which is asked for."""
    page.goto(f"{site}/")
    bring(page, tmp_path / "in.json", progress("lenin"))
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".word")).to_contain_text("Write your name first")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Nino K.")
    root = tmp_path / "class"
    root.mkdir()
    file = taken(page, "Hand in", root)
    assert re.fullmatch(r"Nino K_coup1920_\d{4}-\d\d-\d\d\.answers\.json", file.name)
    expect(page.locator(".word")).to_contain_text("Give this file to your teacher")
    key = load_key("week")
    listed = class_list(root, key)
    assert list(listed.students) == ["Nino K"]
    handed, _result = graded(listed.students["Nino K"], key)
    assert handed.answers == {"which-night": "lenin"}
    page.reload()
    expect(page.get_by_label("Your name")).to_have_value("Nino K.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1280])
def test_everyone_can_use_it(page: Page, site: str, scheme: Any, width: int) -> None:
    """No fault that axe knows, and nothing wider than the screen, before and after the timeline is there."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/")
    expect(page.locator(".state")).to_contain_text("nothing yet")
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    page.locator(".timeline").scroll_into_view_if_needed()
    expect(page.locator(".timeline .main-svg").first).to_be_visible()
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


SAVE = """async ([name, content]) => {
  const opening = indexedDB.open("JupyterLite Storage - " + new URL(".", location.href).pathname);
  opening.onupgradeneeded = () => opening.result.createObjectStore("files");
  const database = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const change = database.transaction("files", "readwrite");
  const file = { name, path: name, type: "notebook", format: "json", content };
  if (content) change.objectStore("files").put(file, name);
  const names = change.objectStore("files").getAllKeys();
  await new Promise((done) => { change.oncomplete = done; });
  database.close();
  return names.result;
}"""
"""Saves a notebook as JupyterLite does, and returns the names of all that are saved."""


def test_a_new_version_of_a_notebook_is_shown_and_the_saved_one_kept(page: Page, site: str) -> None:
    """What a learner has changed in the version that the site still has stays where it is."""
    old = {"cells": [{"cell_type": "markdown", "source": ["# As it was"]}]}
    page.goto(f"{site}/icon-120x120.png")
    page.evaluate(SAVE, ["01_reading.ipynb", old])
    page.goto(f"{site}/index.html")
    expect(page.locator(".word")).to_contain_text("kept as 01_reading.before-1.ipynb")
    assert page.evaluate(SAVE, ["", None]) == ["01_reading.before-1.ipynb"]
    page.evaluate(SAVE, ["01_reading.ipynb", {"cells": [{"source": "# My own"}]}])
    page.reload()
    page.wait_for_timeout(1500)
    expect(page.locator(".word")).to_be_empty()
    assert "01_reading.ipynb" in page.evaluate(SAVE, ["", None])


def test_strange_code_waits_for_the_learner(page: Page, site: str) -> None:
    """A saved notebook whose folded code is not the lesson's does not run by itself."""
    notebook = json.loads((build.ROOT / "notebooks" / START).read_text(encoding="utf-8"))
    cell = next(cell for cell in notebook["cells"] if cell["id"] == "in-brief")
    cell["source"] = ["print('strange')"]
    page.goto(f"{site}/icon-120x120.png")
    page.evaluate(SAVE, [START, notebook])
    page.goto(f"{site}/notebooks/index.html?path={START}")
    expect(page.locator(".coup-lesson-told")).to_contain_text("code that is not the lesson’s")
    expect(page.get_by_role("button", name="Run it")).to_be_visible()
    expect(page.locator(".jp-OutputArea-child")).to_have_count(0)


def test_a_second_visit_needs_no_network(page: Page, site: str) -> None:
    """The service worker has kept what was fetched."""
    page.goto(f"{site}/")
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller")
    page.reload()
    page.locator(".timeline").scroll_into_view_if_needed()
    expect(page.locator(".timeline .main-svg").first).to_be_visible()
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.reload()
    page.locator(".timeline").scroll_into_view_if_needed()
    expect(page.locator(".timeline .main-svg").first).to_be_visible()
    page.context.set_offline(False)


def test_the_pictures_are_of_the_timeline_as_it_is() -> None:
    """A change of the chart needs them drawn again."""
    assert draw_pictures.DIGEST.read_text(encoding="utf-8") == draw_pictures.digest(), (
        "python -m lite.draw_pictures"
    )
