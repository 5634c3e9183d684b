"""The data lab on the site: tables where it may fetch pandas, and kind words elsewhere."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from lite import build, packages
from tests.site.opened import SLOW, Files, opened, served

LAB = "notebooks/index.html?path=04_data_lab.ipynb"

PANDAS = '''
class Table:
    """Whatever is asked of it, it is a table."""

    def __init__(self, *values, **options): pass
    def __call__(self, *values, **options): return self
    def __getitem__(self, key): return self
    def __setitem__(self, key, value): pass
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return self
    def _repr_html_(self): return "<p>Rows of a stand-in</p>"

DataFrame = Series = Index = Table

def __getattr__(name):
    if name.startswith("__"): raise AttributeError(name)
    return Table()
'''


class Shared(Files):
    """A file server for pages of any site."""

    def end_headers(self) -> None:
        """Let them have its files."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the built site."""
    with served() as address:
        yield address


@pytest.fixture
def package_server(tmp_path: Path) -> Iterator[tuple[str, dict[str, packages.Listed]]]:
    """A server with a stand-in for pandas, and what Pyodide would list of it."""
    wheel = tmp_path / "pandas-3.0.2-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("pandas/__init__.py", PANDAS)
        for name, text in {
            "METADATA": "Metadata-Version: 2.1\nName: pandas\nVersion: 3.0.2\n",
            "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "RECORD": "",
        }.items():
            archive.writestr(f"pandas-3.0.2.dist-info/{name}", text)
    entry = {
        "name": "pandas",
        "version": "3.0.2",
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "depends": [],
        "imports": ["pandas"],
        "install_dir": "site",
        "package_type": "package",
        "unvendored_tests": False,
    }
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Shared, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", {"pandas": entry}
        server.shutdown()


def test_without_pandas_it_says_what_it_needs(page: Page, site: str) -> None:
    """There are no tables in a browser: a sentence says so, and no traceback."""
    complaints = opened(page, f"{site}/{LAB}")
    said = page.get_by_text("need pandas, which is not installed here")
    expect(complaints.or_(said).first).to_be_visible(timeout=SLOW)
    expect(said).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.locator(".coup-lesson-told")).to_contain_text("Something here could not be prepared.")


def test_it_has_tables_where_it_may_fetch_pandas(
    browser: Browser, site: str, package_server: tuple[str, dict[str, packages.Listed]]
) -> None:
    """From the address that the site was built with, and without a word of the learner's."""
    address, listed = package_server
    lock = json.loads((build.SITE / "static/pyodide" / build.LISTING).read_text(encoding="utf-8"))
    lock["packages"] = packages.fetched("pandas", listed, address)
    settings = json.loads((build.SITE / build.SETTINGS).read_text(encoding="utf-8"))
    settings["jupyter-config-data"] |= json.loads(build.settings(has_pandas=True))["jupyter-config-data"]
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route(f"**/{build.LISTING}", lambda route: route.fulfill(json=lock))
    page.route(f"{site}/{build.SETTINGS}", lambda route: route.fulfill(json=settings))
    complaints = opened(page, f"{site}/{LAB}")
    expect(complaints.or_(page.get_by_text("Rows of a stand-in")).first).to_be_visible(timeout=SLOW)
    assert complaints.all_inner_texts() == []
    context.close()
